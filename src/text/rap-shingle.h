/* rap-shingle.h
 *
 * How much of one text stands in another, to find copies of one report.
 * Word 5-grams hashed and kept as a MinHash signature (Broder 1997) of one permutation.
 * Pure functions, any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RAP_SHINGLE_HASHES 64

/**
 * RapShingleSignature:
 * @n_shingles: 5-grams of words; 0 for a text without words
 * @minima: smallest hash of each bin; comparable only between non-empty texts
 */
typedef struct
{
  guint32 n_shingles;
  guint32 minima[RAP_SHINGLE_HASHES];
} RapShingleSignature;

RapShingleSignature rap_shingle_signature   (const char                *utf8);
/* Estimated share of 5-grams in common (Jaccard), 0 to 1, in steps of 1/64. */
double              rap_shingle_similarity  (const RapShingleSignature *a,
                                             const RapShingleSignature *b);
/* Exact: the part of @inner's 5-grams that @outer has too, 0 to 1; 1 for a shortened copy. */
double              rap_shingle_containment (const char                *inner,
                                             const char                *outer);

G_END_DECLS
