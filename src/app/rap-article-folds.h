/* rap-article-folds.h
 *
 * Folds the page furniture of an article's text away: a quiet row stands in its
 * place, with a button that shows it and one that says it is body after all. Nothing is ever inserted into the buffer, whose
 * offsets stay the article's code points: folded lines get an invisible tag,
 * and the row sits in space kept free above the line that follows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-article-furniture.h"

G_BEGIN_DECLS

#define RAP_ARTICLE_FOLD_HEIGHT 34   /* pixels kept free for a row */

typedef struct _RapArticleFolds RapArticleFolds;

/* @range: of a block that the user says is body */
typedef void (*RapArticleFoldFunc) (RapRange range,
                                    gpointer user_data);

/* Makes its tags in the buffer of @view and its rows children of @view.
 * @article must be what the buffer holds. (transfer full) */
RapArticleFolds *rap_article_folds_new       (GtkTextView      *view,
                                              RapArticle       *article,
                                              RapArticleFoldFunc marked,
                                              gpointer          user_data);
/* Also takes the tags away again and the rows out of the view. */
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
/* Gives each row its place, @width pixels wide, in widget coordinates. */
void             rap_article_folds_allocate  (RapArticleFolds  *self,
                                              int               x,
                                              int               width);
void             rap_article_folds_snapshot  (RapArticleFolds  *self,
                                              GtkSnapshot      *snapshot);
/* The rows in text order, for the focus chain. */
GtkWidget       *rap_article_folds_get_row   (RapArticleFolds  *self,
                                              guint             i);
/* The block whose row has the keyboard; FALSE when there is none. */
gboolean         rap_article_folds_get_focused (RapArticleFolds *self,
                                              RapRange         *range);

G_END_DECLS
