/* rap-edtf-relation.h
 *
 * How two dates with doubt lie to each other. The thirteen relations of Allen
 * ("Maintaining Knowledge about Temporal Intervals", 1983) between the days in
 * which they happened: exactly one holds, and the doubt says which of them it
 * may be. What only one of them can be is certain.
 *
 * Everything is counted in whole days, a time of day is not looked at. A date
 * that is no interval happened on one day; two on one day are equal. One of a set
 * is on a day of one of its members; all of a set lasts from its first to its
 * last. Open and unknown ends may be anywhere. Qualifiers ("?") do not widen.
 *
 * Exact: no choice of days inside the bounds is left out. Pure, any thread;
 * the time grows with the product of the members of the two sets.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-edtf.h"

G_BEGIN_DECLS

/* Of the first to the second: a mask. */
typedef enum
{
  RAP_ALLEN_BEFORE        = 1 << 0,   /* with at least a day between */
  RAP_ALLEN_MEETS         = 1 << 1,   /* the second starts on the day after */
  RAP_ALLEN_OVERLAPS      = 1 << 2,
  RAP_ALLEN_STARTS        = 1 << 3,
  RAP_ALLEN_DURING        = 1 << 4,
  RAP_ALLEN_FINISHES      = 1 << 5,
  RAP_ALLEN_EQUALS        = 1 << 6,
  RAP_ALLEN_FINISHED_BY   = 1 << 7,
  RAP_ALLEN_CONTAINS      = 1 << 8,
  RAP_ALLEN_STARTED_BY    = 1 << 9,
  RAP_ALLEN_OVERLAPPED_BY = 1 << 10,
  RAP_ALLEN_MET_BY        = 1 << 11,
  RAP_ALLEN_AFTER         = 1 << 12,

  /* Relations in everyday words. */
  RAP_ALLEN_EARLIER    = RAP_ALLEN_BEFORE | RAP_ALLEN_MEETS,
  RAP_ALLEN_LATER      = RAP_ALLEN_AFTER | RAP_ALLEN_MET_BY,
  RAP_ALLEN_APART      = RAP_ALLEN_EARLIER | RAP_ALLEN_LATER,
  RAP_ALLEN_WITHIN     = RAP_ALLEN_STARTS | RAP_ALLEN_DURING | RAP_ALLEN_FINISHES | RAP_ALLEN_EQUALS,
  RAP_ALLEN_AROUND     = RAP_ALLEN_STARTED_BY | RAP_ALLEN_CONTAINS | RAP_ALLEN_FINISHED_BY | RAP_ALLEN_EQUALS,
  RAP_ALLEN_ALL        = (1 << 13) - 1,
  RAP_ALLEN_INTERSECTS = RAP_ALLEN_ALL & ~RAP_ALLEN_APART,
} RapAllen;

typedef enum
{
  RAP_TRUTH_IMPOSSIBLE,
  RAP_TRUTH_POSSIBLE,
  RAP_TRUTH_CERTAIN,
} RapTruth;

/* Every relation that is possible. */
RapAllen    rap_edtf_get_relations (const RapEdtf  *a,
                                    const RapEdtf  *b);
/* Whether one of @relations holds. */
RapTruth    rap_edtf_judge         (const RapEdtf  *a,
                                    const RapEdtf  *b,
                                    RapAllen        relations);
/* "before", "overlapped-by"; NULL when @relation is not exactly one of the thirteen. */
const char *rap_allen_get_nick     (RapAllen        relation);

G_END_DECLS
