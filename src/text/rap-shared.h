/* rap-shared.h
 *
 * Two texts held side by side: which sentences of one stand in the other,
 * word for word or changed, what was changed in them, and what only one of the
 * two has. This is how a copy is compared with its source.
 *
 * Ranges are code points of the text they belong to; whole sentences without
 * the white space around them, or whole words with their marks. Words are
 * compared folded: case, marks, joiners, Arabic letter variants and punctuation
 * do not count. Pure functions, any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-range.h"

G_BEGIN_DECLS

/**
 * RapSharedChange:
 * @a: words of the first text that were replaced or left out; empty, where the words of @b were put in, when none were
 * @b: the same of the second text; never both empty
 */
typedef struct
{
  RapRange a;
  RapRange b;
} RapSharedChange;

/**
 * RapSharedPassage:
 * @a: in the first text: one sentence, or two that stand next to each other when the other text has them as one
 * @b: the same in the second text
 * @exact: the same words; then there are no changes
 * @moved: stands in another order than the passages around it
 * @score: words in common, rare ones counting more (Dice, weighted), 0 to 1; 1 when @exact
 * @first_change: index into the changes; @n_changes how many
 */
typedef struct
{
  RapRange a;
  RapRange b;
  gboolean exact;
  gboolean moved;
  double score;
  guint first_change;
  guint n_changes;
} RapSharedPassage;

/**
 * RapTextAlignment:
 * @passages: (element-type RapSharedPassage): by place in the first text; no sentence is in two of them
 * @changes: (element-type RapSharedChange): by passage, within one by place
 * @only_a: (element-type RapRange): sentences of the first text that the second has not, in order; @only_b likewise
 * @part_a: the part of the first text's words that stands in the second, within the passages, 0 to 1; @part_b likewise
 */
typedef struct
{
  GArray *passages;
  GArray *changes;
  GArray *only_a;
  GArray *only_b;
  double part_a;
  double part_b;
} RapTextAlignment;

/**
 * rap_text_alignment:
 * @a, @b: valid UTF-8
 * @body_a, @body_b: (nullable): ranges to compare, in order and disjoint; @n_a and @n_b how many, 0 for all of the text
 * @language: (nullable): BCP 47 tag, for the ends of sentences
 *
 * Takes time in proportion to the texts. Sentences are paired by equal words
 * first, then by what they have in common, the best pairs first, each sentence
 * once. A pair counts as near from a weighted score of 0.4, and with four
 * words in common.
 *
 * Returns: (transfer full)
 */
RapTextAlignment *rap_text_alignment      (const char       *a,
                                           const RapRange   *body_a,
                                           guint             n_a,
                                           const char       *b,
                                           const RapRange   *body_b,
                                           guint             n_b,
                                           const char       *language);
void              rap_text_alignment_free (RapTextAlignment *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapTextAlignment, rap_text_alignment_free)

G_END_DECLS
