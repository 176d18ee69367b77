/* rap-article-ranges.h
 *
 * The passages of one annotation, when one is added or taken out. Passages that
 * touch, overlap, or have nothing but white space between them become one.
 *
 * Pure: no GTK. Ranges are ascending and disjoint, in code points.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-article.h"

G_BEGIN_DECLS

/* @anchor with @passage; NULL when @passage is part of it already.
 * (transfer full) (element-type RapRange) */
GArray *rap_article_ranges_add    (const RapArticle *article,
                                   const RapAnchor  *anchor,
                                   RapRange          passage);
/* @anchor without @passage, trimmed; empty when nothing is left, NULL when
 * @passage is no part of it. (transfer full) (element-type RapRange) */
GArray *rap_article_ranges_remove (const RapArticle *article,
                                   const RapAnchor  *anchor,
                                   RapRange          passage);

G_END_DECLS
