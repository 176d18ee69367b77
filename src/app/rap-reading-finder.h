/* rap-reading-finder.h
 *
 * The bar above an article that finds words in it: how many hits there are and
 * which one is looked at, next and previous, whether capitals and whole words
 * count. Where hits stand is computed here; others show them.
 *
 * Signals:
 *   "changed" (): the hits, or which one is looked at; from the user or because
 *     of another article
 *   "closed" (): the user is done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-session.h"

G_BEGIN_DECLS

#define RAP_TYPE_READING_FINDER (rap_reading_finder_get_type ())
G_DECLARE_FINAL_TYPE (RapReadingFinder, rap_reading_finder, RAP, READING_FINDER, GtkWidget)

/* Shows the bar with @words in it (NULL: those of the last time) and gives it the
 * keyboard. The first hit is the one at @caret or after it. */
void          rap_reading_finder_open        (RapReadingFinder *self,
                                              const char       *words,
                                              guint             caret);
/* Hides the bar and its hits; what is to be found is kept for the next time. */
void          rap_reading_finder_close       (RapReadingFinder *self);
/* Instead of the bar, hits (element-type RapRange, in order, copied) that were found
 * in the article elsewhere; @current is looked at. They stay until another article
 * is on show or the bar is opened or closed. */
void          rap_reading_finder_mark        (RapReadingFinder *self,
                                              const GArray     *hits,
                                              guint             current);
/* Another article is on show, or none. */
void          rap_reading_finder_set_article (RapReadingFinder *self,
                                              RapArticle       *article);
/* To the next hit (1) or the previous (-1), around the ends; without hits, nowhere. */
void          rap_reading_finder_step        (RapReadingFinder *self,
                                              int               by);
/* Empty when the bar is hidden and nothing is marked. Borrowed. (element-type RapRange) */
const GArray *rap_reading_finder_get_hits    (RapReadingFinder *self);
/* FALSE when there is none. */
gboolean      rap_reading_finder_get_current (RapReadingFinder *self,
                                              RapRange         *hit);

G_END_DECLS
