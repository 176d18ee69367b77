/* rap-shared-private.h
 *
 * The two texts of an alignment, cut into sentences and words, and the pairs of
 * sentences found so far.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-shared.h"
#include "rap-shingle-private.h"

G_BEGIN_DECLS

#define RAP_SHARED_NONE G_MAXUINT

/**
 * RapSharedSentence:
 * @range: code points
 * @first: its first word, @n how many (1 or more)
 * @hash: of its words
 * @pair: index of the pair it is in, or RAP_SHARED_NONE
 */
typedef struct
{
  RapRange range;
  guint first;
  guint n;
  guint64 hash;
  guint pair;
} RapSharedSentence;

/**
 * RapSharedSide:
 * @words: (element-type RapShingleWord): of all sentences
 * @weights: (element-type float): of each word, the rarer in both texts the more
 */
typedef struct
{
  GArray *sentences;
  GArray *words;
  GArray *weights;
} RapSharedSide;

/**
 * RapSharedPair:
 * @a: sentences of the first text [start, end), @b of the second
 */
typedef struct
{
  RapRange a;
  RapRange b;
  gboolean exact;
  double score;
} RapSharedPair;

static inline RapSharedSentence *
rap_shared_get (const RapSharedSide *side,
                guint                i)
{
  return &g_array_index (side->sentences, RapSharedSentence, i);
}

/* The words of some sentences, which stand next to each other. */
static inline RapRange
rap_shared_words_of (const RapSharedSide *side,
                     RapRange             sentences)
{
  const RapSharedSentence *last = rap_shared_get (side, sentences.end - 1);

  return (RapRange) { rap_shared_get (side, sentences.start)->first, last->first + last->n };
}

/* Pairs of sentences: with the same words, then near ones. Appends to @pairs and notes them in the sentences. */
void rap_shared_pair_equal   (RapSharedSide *a,
                              RapSharedSide *b,
                              GArray        *pairs);
void rap_shared_pair_near    (RapSharedSide *a,
                              RapSharedSide *b,
                              GArray        *pairs);

/* The changes between the words @in_a and @in_b, as ranges of words; how many words stayed.
 * @changes (element-type RapSharedChange) is appended to. */
guint rap_shared_find_changes (const RapSharedSide *a,
                               RapRange             in_a,
                               const RapSharedSide *b,
                               RapRange             in_b,
                               GArray              *changes);

G_END_DECLS
