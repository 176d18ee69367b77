/* rap-article-view.h
 *
 * The article pane: masthead, text with its highlights, chips in the margin,
 * and the hand work on them. Tagging, linking, coding, relating and moving
 * boundaries are class actions "article.*", each with a plain key that works
 * while the text has the keyboard (see rap-article-keys.c).
 *
 * Signals:
 *   "edit-requested" (uint kind, string id): the record is chosen and wants to
 *     be filled in
 *   "message" (string): a sentence for the user; by default a toast
 *   "deleted" (string label): something was deleted; by default a toast that
 *     offers to undo it
 *   "chosen" (string id): an annotation of the article on show is chosen; comes
 *     after the list of annotations has it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-selection.h"

G_BEGIN_DECLS

#define RAP_TYPE_ARTICLE_VIEW (rap_article_view_get_type ())
G_DECLARE_FINAL_TYPE (RapArticleView, rap_article_view, RAP, ARTICLE_VIEW, GtkWidget)

GtkWidget  *rap_article_view_new           (void);
/* NULL: out of use. */
void        rap_article_view_set_session   (RapArticleView *self,
                                            RapSession     *session);
/* Follows and sets what is chosen and on show. */
void        rap_article_view_set_selection (RapArticleView *self,
                                            RapSelection   *selection);
/* Shows the article with @offset in view and the caret there; 0 shows its
 * beginning. NULL shows the empty page. */
void        rap_article_view_show          (RapArticleView *self,
                                            const char     *article,
                                            guint           offset);
/* The selected passage, trimmed to what is not white space; FALSE when there is none. */
gboolean    rap_article_view_get_passage   (RapArticleView *self,
                                            RapRange       *passage);
/* Selects @passage in the text and shows it. */
void        rap_article_view_select        (RapArticleView *self,
                                            RapRange        passage);

/* Marks all @hits of a search (element-type RapRange, in order) in the text and on
 * the map, until another article is on show or Escape is pressed, and selects the
 * one that is @current; goes to the beginning when there are none. */
void        rap_article_view_show_hits     (RapArticleView *self,
                                            const GArray   *hits,
                                            guint           current);

/* The annotations on show, RapRecord in text order, without hidden layers;
 * follows every change a moment later. Borrowed. */
GListModel *rap_article_view_get_annotations (RapArticleView *self);
/* Where an annotation stands in that list, or GTK_INVALID_LIST_POSITION. */
guint       rap_article_view_find_annotation (RapArticleView *self,
                                              const char     *id);
/* Lights up an annotation as if the pointer were over it (NULL: none), and with
 * @show scrolls to it. */
void        rap_article_view_point_out     (RapArticleView *self,
                                            const char     *id,
                                            gboolean        show);

/* Scrolls so that @passage of @article, if that is on show, can be seen; the
 * selection and the caret stay. */
void        rap_article_view_reveal        (RapArticleView *self,
                                            const char     *article,
                                            RapRange        passage);

G_END_DECLS
