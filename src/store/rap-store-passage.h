/* rap-store-passage.h
 *
 * Where the words of a query stand in a text, and the stretch of it that shows
 * them best.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-store-private.h"

G_BEGIN_DECLS

typedef struct _RapPhrases RapPhrases;

/* The wanted words of a query, ready to be looked for. (transfer full) */
RapPhrases *rap_phrases_new     (const RapWords   *words);
/* Of one word alone. (transfer full) */
RapPhrases *rap_phrases_new_for_word (const RapWord *word);
void        rap_phrases_free    (RapPhrases       *self);
/* Every place in @text, in code points, ascending, none inside another;
 * @in_title: of a title, where all words may stand. (transfer full) (element-type RapRange) */
GArray     *rap_phrases_find    (const RapPhrases *self,
                                 const char       *text,
                                 gboolean          in_title);
/* A stretch of @text around the most different words, on one line, with "…" where
 * it is cut. @places: as found there; @ranges (out) (transfer full) (element-type
 * RapRange): those of them in the stretch, as places of it. (transfer full) */
char       *rap_phrases_excerpt (const RapPhrases *self,
                                 const char       *text,
                                 GArray           *places,
                                 GArray          **ranges);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapPhrases, rap_phrases_free)

G_END_DECLS
