/* rap-article-folds.h
 *
 * Folds the page furniture of an article's text away: a quiet line with a
 * button stands in its place. Nothing is ever inserted into the buffer, whose
 * offsets stay the article's code points: folded lines get an invisible tag,
 * and the button sits in space kept free above the line that follows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-article-furniture.h"

G_BEGIN_DECLS

#define RAP_ARTICLE_FOLD_HEIGHT 34   /* pixels kept free for a button */

typedef struct _RapArticleFolds RapArticleFolds;

/* Makes its tags in the buffer of @view and its buttons children of @view.
 * @article must be what the buffer holds. (transfer full) */
RapArticleFolds *rap_article_folds_new       (GtkTextView      *view,
                                              RapArticle       *article);
/* Also takes the tags away again and the buttons out of the view. */
void             rap_article_folds_free      (RapArticleFolds  *self);
guint            rap_article_folds_get_n     (RapArticleFolds  *self);
/* Unfolds what @range touches. */
void             rap_article_folds_reveal    (RapArticleFolds  *self,
                                              RapRange          range);
/* Unfolds all when any is folded, else folds all. */
void             rap_article_folds_toggle    (RapArticleFolds  *self);
/* Measures the lines on show at once. GTK does so later, and until then looks for
 * the pointer by the heights they had (rap-article-point.h). Also done by the two above. */
void             rap_article_folds_settle    (RapArticleFolds  *self);
/* Gives each button its place, @width pixels wide, in widget coordinates. */
void             rap_article_folds_allocate  (RapArticleFolds  *self,
                                              int               x,
                                              int               width);
void             rap_article_folds_snapshot  (RapArticleFolds  *self,
                                              GtkSnapshot      *snapshot);
/* The buttons in text order, for the focus chain. */
GtkWidget       *rap_article_folds_get_button (RapArticleFolds *self,
                                              guint             i);

G_END_DECLS
