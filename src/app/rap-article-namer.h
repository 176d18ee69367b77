/* rap-article-namer.h
 *
 * Asks whose name a passage is: an existing entity by type-ahead, which then
 * also bears the passage's text as a name, or a new one of a kind. Does not
 * cover the passage; Escape closes it and keeps what was typed for the same
 * passage.
 *
 * Signals:
 *   "marked" (string id): the mention that was committed
 *   "failed" (GError)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-session.h"

G_BEGIN_DECLS

#define RAP_TYPE_ARTICLE_NAMER (rap_article_namer_get_type ())
G_DECLARE_FINAL_TYPE (RapArticleNamer, rap_article_namer, RAP, ARTICLE_NAMER, GtkPopover)

/* Opens for @passage, at the rectangle the popover points to. */
void       rap_article_namer_open (RapArticleNamer *self,
                                   RapSession      *session,
                                   RapArticle      *article,
                                   RapRange         passage);

G_END_DECLS
