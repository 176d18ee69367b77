/* rap-inspector-article.h
 *
 * The form of an article.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-article-view.h"
#include "rap-form.h"

G_BEGIN_DECLS

#define RAP_TYPE_INSPECTOR_ARTICLE (rap_inspector_article_get_type ())
G_DECLARE_FINAL_TYPE (RapInspectorArticle, rap_inspector_article, RAP, INSPECTOR_ARTICLE, RapForm)

/* Whose annotations are listed. */
void rap_inspector_article_set_article_view (RapInspectorArticle *self,
                                             RapArticleView      *view);

G_END_DECLS
