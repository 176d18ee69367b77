/* rap-spelling.h
 *
 * Two words in Latin letters, and whether transliterators may have made both
 * of one: an alignment whose steps are the usual ways to spell a sound (gh ~ q,
 * ou ~ u, a doubled letter …), each with a price. The list of ways is ours,
 * from reading how the press spells Arabic, Persian, Russian, Armenian, Turkish
 * and Hebrew names. Pure functions, any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "rap-variant.h"

G_BEGIN_DECLS

/* Letters of a word that are looked at. */
#define RAP_SPELLING_MAX 31

/**
 * rap_spelling_compare:
 * @a, @b: small ASCII letters
 * @abjad_a, @abjad_b: made from a script that leaves out short vowels
 * @into: (nullable): gets the reasons, which of @a before that of @b
 *
 * Returns: 0 … 1; 0: they are not one word, 1: they are equal
 */
double rap_spelling_compare (const char *a,
                             gboolean    abjad_a,
                             const char *b,
                             gboolean    abjad_b,
                             RapVariant *into);

/* What all spellings of a word have in common, coarser than rap_fold_skeleton():
 * words that rap_spelling_compare() takes for one have the same key, either that
 * with @second or that without. (transfer full) */
char  *rap_spelling_key     (const char *word,
                             gboolean    second);

G_END_DECLS
