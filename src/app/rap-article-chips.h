/* rap-article-chips.h
 *
 * The margin beside the text: one chip per claim or meeting link whose passage
 * is on show, at the height of the passage, never overlapping. Chips are
 * recycled, so there are never more of them than fit on the screen.
 *
 * Signals:
 *   "chosen" (string id): the annotation whose chip was activated
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-article-text.h"

G_BEGIN_DECLS

#define RAP_TYPE_ARTICLE_CHIPS (rap_article_chips_get_type ())
G_DECLARE_FINAL_TYPE (RapArticleChips, rap_article_chips, RAP, ARTICLE_CHIPS, GtkWidget)

/* @text is the text it stands beside, which must outlive it. */
GtkWidget *rap_article_chips_new     (RapArticleText  *text);
/* Whether any of @marks would get a chip. */
gboolean   rap_article_chips_has_any (RapArticleMarks *marks);
/* @marks is borrowed; NULL, NULL before they are freed. */
void       rap_article_chips_set     (RapArticleChips *self,
                                      RapSession      *session,
                                      RapArticleMarks *marks);
/* What is visible or emphasised changed. @words: what the chips say, too. */
void       rap_article_chips_refresh (RapArticleChips *self,
                                      gboolean         words);

G_END_DECLS
