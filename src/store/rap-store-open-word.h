/* rap-store-open-word.h
 *
 * A last word that is still being typed and with which words of nearly every
 * article begin: "the", on its way to "theatre". FTS5 puts the places of all
 * these words together before it tells the first article, which takes longer
 * than an answer that changes with the next letter may.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-store-order.h"
#include "rap-store-passage.h"

G_BEGIN_DECLS

/**
 * RapOpenWord:
 * @word: borrowed
 * @phrases: of @word alone
 * @share: of the articles that have a word that begins with it
 * @whole_share: of the articles that have it as a word
 */
typedef struct
{
  RapWord    *word;
  RapPhrases *phrases;
  double      share;
  double      whole_share;
} RapOpenWord;

/* @open (out) (transfer full): NULL when there is none: then all places are told
 * soon enough. Reads a few articles, spread over @order. FALSE with @error. */
gboolean rap_open_word_find (RapStore               *store,
                             const RapArticleOrder  *order,
                             const RapWords         *words,
                             RapOpenWord           **open,
                             GError                **error);
void     rap_open_word_free (RapOpenWord            *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapOpenWord, rap_open_word_free)

G_END_DECLS
