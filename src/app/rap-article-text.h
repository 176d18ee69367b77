/* rap-article-text.h
 *
 * The text of an article as a reading column: never editable, with a caret
 * that the keyboard moves; at most about 75 characters wide and centred
 * together with a margin for chips. A masthead scrolls along above the text.
 * Offsets of its buffer are the article's code points.
 *
 * Draws the highlights of a RapArticleMarks below the text, for what is
 * visible only.
 *
 * Signals:
 *   "pressed-passage" (guint offset): a click without a drag
 *   "hovered" (int offset): the code point under the pointer, -1 for none
 *   "scrolled" (): what is visible changed, or where it stands
 *   "asked-menu" (double x, double y): secondary click, after the caret was
 *     put there unless it was inside the selection
 *   "marked-body" (uint start, uint end): the user says of a folded block that it
 *     is body; the buttons are gone when that is done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-article-marks.h"
#include "rap-article-masthead.h"
#include "rap-reading-type.h"

G_BEGIN_DECLS

#define RAP_TYPE_ARTICLE_TEXT (rap_article_text_get_type ())
G_DECLARE_FINAL_TYPE (RapArticleText, rap_article_text, RAP, ARTICLE_TEXT, GtkTextView)

/* Fills the buffer; NULL empties it. Scrolls to the top. */
void        rap_article_text_set_article      (RapArticleText  *self,
                                               RapArticle      *article);
/* Borrowed; NULL before they are freed. Draws anew. */
void        rap_article_text_set_marks        (RapArticleText  *self,
                                               RapArticleMarks *marks);
/* Places of a search and the one looked at. Borrowed until they are set again or
 * the article is another; NULL: none. (element-type RapRange) */
void        rap_article_text_set_hits         (RapArticleText  *self,
                                               const GArray    *hits,
                                               RapRange         current);
/* What stands above the text, and in the margin; each becomes a child, once for all. */
void        rap_article_text_set_masthead     (RapArticleText     *self,
                                               RapArticleMasthead *masthead);
void        rap_article_text_set_margin       (RapArticleText  *self,
                                               GtkWidget       *margin);
/* Whether the margin has something to show: if not, the text takes its room
 * where it needs it. The line with the caret stays where it is on the screen. */
void        rap_article_text_use_margin       (RapArticleText  *self,
                                               gboolean         used);
void        rap_article_text_set_type         (RapArticleText  *self,
                                               RapReadingType   type);
/* The selected range as it is, empty at the caret when nothing is selected. */
RapRange    rap_article_text_get_selection    (RapArticleText  *self);
guint       rap_article_text_get_caret        (RapArticleText  *self);
/* Selects, with the caret at the end; an empty range places the caret. */
void        rap_article_text_select           (RapArticleText  *self,
                                               RapRange         range);
/* Unfolds and scrolls so that @range is on show; does nothing when it is. */
void        rap_article_text_reveal           (RapArticleText  *self,
                                               RapRange         range);
/* Shows page furniture that @range touches. */
void        rap_article_text_unfold           (RapArticleText  *self,
                                               RapRange         range);
void        rap_article_text_toggle_furniture (RapArticleText  *self);
/* The block of page furniture whose row has the keyboard. */
gboolean    rap_article_text_get_focused_fold (RapArticleText  *self,
                                               RapRange        *range);
/* The area that @range takes, in the coordinates of the widget: as wide as the
 * column when it runs over several lines. */
void        rap_article_text_get_area         (RapArticleText  *self,
                                               RapRange         range,
                                               GdkRectangle    *area);
/* The code point at the top of what is on show, 0 with the masthead; and how to
 * come back to it, which also works before the text is laid out. */
guint       rap_article_text_get_top          (RapArticleText  *self);
void        rap_article_text_set_top          (RapArticleText  *self,
                                               guint            offset);
/* The code points on show. */
RapRange    rap_article_text_get_visible      (RapArticleText  *self);

G_END_DECLS
