/* rap-article-finder.h
 *
 * Type-ahead over the records of one kind: an entry, and below it the few best
 * matches with a last row that makes a new one of what was typed. Up and Down
 * move through the rows while the typing goes on; Enter takes the marked row.
 *
 * Signals:
 *   "chosen" (string id): an existing record
 *   "create" (string text): the last row, or Enter without any row
 *   "changed" (): what is typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-session.h"

G_BEGIN_DECLS

#define RAP_TYPE_ARTICLE_FINDER (rap_article_finder_get_type ())
G_DECLARE_FINAL_TYPE (RapArticleFinder, rap_article_finder, RAP, ARTICLE_FINDER, GtkWidget)

/* Looks among the records of @kind. */
void        rap_article_finder_set_source  (RapArticleFinder *self,
                                            RapSession       *session,
                                            RapKind           kind);
/* What is typed, without space around it. (transfer full) */
char       *rap_article_finder_get_text    (RapArticleFinder *self);
void        rap_article_finder_set_text    (RapArticleFinder *self,
                                            const char       *text);
/* The last row's text, a whole sentence; NULL: there is no such row. */
void        rap_article_finder_set_create  (RapArticleFinder *self,
                                            const char       *label);
void        rap_article_finder_set_placeholder (RapArticleFinder *self,
                                            const char       *text);
/* Records that are offered besides the matches, before the row that makes a new
 * one: @ids, @titles and @details (why) side by side, each NULL-terminated. To be
 * set from "changed"; NULL: none. */
void        rap_article_finder_set_proposals (RapArticleFinder   *self,
                                            const char * const *ids,
                                            const char * const *titles,
                                            const char * const *details);
/* The largest number of matches to show. */
void        rap_article_finder_set_limit   (RapArticleFinder *self,
                                            guint             limit);

G_END_DECLS
