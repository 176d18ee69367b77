/* rap-shingle.h
 *
 * How much two texts have in common, to find copies of one report.
 * Word 5-grams hashed and kept as a MinHash signature (Broder 1997) of one permutation.
 * Words are folded: case, marks, zero-width joiners and Arabic letter variants do not count, and in scripts without
 * spaces every letter is a word. An index finds the near ones among many without looking at all.
 * Pure functions, any thread; an index belongs to one thread at a time.
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

RapShingleSignature rap_shingle_signature  (const char                *utf8);
/* Estimated share of 5-grams in common (Jaccard), 0 to 1, in steps of 1/64. */
double              rap_shingle_similarity (const RapShingleSignature *a,
                                            const RapShingleSignature *b);

/**
 * RapShingleMatch:
 * @item: number of the signature in the index
 * @score: as rap_shingle_similarity()
 */
typedef struct
{
  guint item;
  double score;
} RapShingleMatch;

/**
 * RapShingleIndex:
 *
 * Signatures by each of their 64 minima (locality-sensitive hashing, Indyk and Motwani, 1998, in bands of one row): all
 * that have one minimum in common are looked at, and no others, so a lookup costs about as much as there are texts with
 * a phrase in common and even a faint likeness is found. About 900 bytes a signature. Where more than 256 texts have a
 * minimum in common (one notice under thousands of pages) only the latest 256 of them are seen.
 */
typedef struct _RapShingleIndex RapShingleIndex;

RapShingleIndex *rap_shingle_index_new    (void);
void             rap_shingle_index_free   (RapShingleIndex           *self);
/* The number of the new item: 0, 1, 2 … in the order of adding. */
guint            rap_shingle_index_add    (RapShingleIndex           *self,
                                           const RapShingleSignature *signature);
guint            rap_shingle_index_length (const RapShingleIndex     *self);
/* Items with a score above 0 and of @least or more, the best first, among equals the earlier added first. Measured on
 * news reports: copies have 0.4 and more, reports that quote the same words at length 0.05 to 0.2, strangers 0.03 and
 * less. (transfer full) (element-type RapShingleMatch) */
GArray          *rap_shingle_index_find   (const RapShingleIndex     *self,
                                           const RapShingleSignature *signature,
                                           double                     least);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapShingleIndex, rap_shingle_index_free)

G_END_DECLS
