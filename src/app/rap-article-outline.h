/* rap-article-outline.h
 *
 * The annotations of the article on show as a list in text order. Rows are made
 * for what is visible only. Going through it with the arrow keys shows each
 * passage in the text; Enter or a click chooses the annotation, and what the
 * pointer is over lights up in the text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rap-article-view.h"

G_BEGIN_DECLS

#define RAP_TYPE_ARTICLE_OUTLINE (rap_article_outline_get_type ())
G_DECLARE_FINAL_TYPE (RapArticleOutline, rap_article_outline, RAP, ARTICLE_OUTLINE, AdwBin)

/* Follows the annotations of @view; once. */
void rap_article_outline_set_view    (RapArticleOutline *self,
                                      RapArticleView    *view);
/* Names come from @session; NULL: out of use. */
void rap_article_outline_set_session (RapArticleOutline *self,
                                      RapSession        *session);

G_END_DECLS
