/* rap-shingle-private.h
 *
 * The words of a text as copies are compared by: folded and hashed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-range.h"

G_BEGIN_DECLS

/**
 * RapShingleWord:
 * @hash: equal for words that differ in case, marks, joiners or Arabic letter variants only
 * @range: code points, with the marks that belong to it
 */
typedef struct
{
  guint64 hash;
  RapRange range;
} RapShingleWord;

/* In order; each letter is a word in scripts without spaces. @at is the code point of the first byte.
 * (transfer full) (element-type RapShingleWord) */
GArray *rap_shingle_cut_words (const char *text,
                               gsize       n_bytes,
                               guint       at);

/* Mixes all bits. */
guint64 rap_shingle_mix       (guint64     x);

G_END_DECLS
