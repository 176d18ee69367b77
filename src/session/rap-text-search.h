/* rap-text-search.h
 *
 * Finding words in one article, and what its language is called.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-session.h"

G_BEGIN_DECLS

/* All places of @query in the article's text, page furniture included: code
 * points, in order. Marks, Arabic and Persian letter variants, joiners and the
 * width of spaces do not count. (transfer full) (element-type RapRange) */
GArray *rap_session_find_in_text      (const RapArticle *article,
                                       const char       *query,
                                       gboolean          match_case,
                                       gboolean          whole_words);
/* "Persian" for "fa", in the language of the locale @in; @tag where it has no
 * name, "" for "". (transfer full) */
char   *rap_session_describe_language (const char       *tag,
                                       const char       *in);

G_END_DECLS
