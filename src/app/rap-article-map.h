/* rap-article-map.h
 *
 * A map of the article beside its scroll bar: one tick for each annotation
 * that is shown, in its colour and at its height, a column for each kind
 * (claims, meetings, names, codes), with the part of the text that is on the
 * screen. A click or drag goes there; from the keyboard, N and Shift+N go from
 * one annotation to the next.
 *
 * The ticks are painted into one picture a short while after the annotations
 * changed, never while scrolling: however many there are, a frame costs the same.
 *
 * Signals:
 *   "jump" (uint offset): the user wants to see the text around this code point
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-article-marks.h"

G_BEGIN_DECLS

#define RAP_TYPE_ARTICLE_MAP (rap_article_map_get_type ())
G_DECLARE_FINAL_TYPE (RapArticleMap, rap_article_map, RAP, ARTICLE_MAP, GtkWidget)

/* Borrowed; both NULL before the marks are freed. */
void rap_article_map_show        (RapArticleMap         *self,
                                  const RapArticle      *article,
                                  const RapArticleMarks *marks);
/* The marks, their colours or the choice changed. */
void rap_article_map_refresh     (RapArticleMap         *self);
/* Places of a search, shown at both edges. Borrowed until they are set again or
 * rap_article_map_show(); NULL: none. (element-type RapRange) */
void rap_article_map_set_hits    (RapArticleMap         *self,
                                  const GArray          *hits);
/* What is on the screen. */
void rap_article_map_set_visible (RapArticleMap         *self,
                                  RapRange               visible);

G_END_DECLS
