/* rap-article-furniture.h
 *
 * The page furniture of an article (menus, donation pleas, lists of other
 * stories) as blocks of whole lines that can be folded away. The text itself
 * is never touched. Pure: record in, values out, no GTK.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-article.h"

G_BEGIN_DECLS

/**
 * RapFurniture: one block
 * @range: from the start of its first line to the start of the next line of
 *   the report, or the end of the text
 * @n_lines: how many of its lines are not blank; at least one
 */
typedef struct
{
  RapRange range;
  guint    n_lines;
} RapFurniture;

/* Lines that share no code point with the body; blank lines alone make no
 * block. None at all when the article has no body. (transfer full) (element-type RapFurniture) */
GArray   *rap_article_furniture_find (const RapArticle *article);

/* Where the report begins; 0 without a body. */
guint     rap_article_get_body_start (const RapArticle *article);
gboolean  rap_article_has_same_body  (const RapArticle *a,
                                      const RapArticle *b);

/* Whether @range runs from the report into page furniture or back: it touches
 * both lines of the body and lines that share nothing with it. Costs follow the
 * lines of @range. */
gboolean  rap_article_crosses_furniture (const RapArticle *article,
                                         RapRange          range);

G_END_DECLS
