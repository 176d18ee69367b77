/* rap-anchor.h
 *
 * An anchor ties an annotation to one or more passages of an article and can
 * prove it: ranges in code points, the exact quote, and up to 32 code points
 * of what stands before and after. Immutable, reference counted, any thread.
 *
 * Selectors as in the W3C Web Annotation Data Model (TextPositionSelector and
 * TextQuoteSelector together).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-text.h"

G_BEGIN_DECLS

#define RAP_ANCHOR_CONTEXT 32       /* code points of prefix and suffix */
#define RAP_ANCHOR_JOIN    " … "    /* between the passages in exact */

/**
 * RapAnchor:
 * @ranges: (array length=n_ranges): ascending, disjoint, none empty
 * @exact: the passages joined by RAP_ANCHOR_JOIN
 * @prefix: at most 32 code points before the first range
 * @suffix: at most 32 code points after the last range
 */
typedef struct
{
  guint     n_ranges;
  RapRange *ranges;
  char     *exact;
  char     *prefix;
  char     *suffix;
} RapAnchor;

typedef enum
{
  RAP_ANCHOR_VERIFIED,   /* quote and position agree */
  RAP_ANCHOR_DOUBTFUL,   /* they do not; see rap_anchor_find() */
} RapAnchorState;

/* Cuts quote and context from @text. Ranges are sorted and merged; NULL when
 * nothing is left of them inside the text. (transfer full) */
RapAnchor     *rap_anchor_new         (const RapText    *text,
                                       const RapRange   *ranges,
                                       guint             n_ranges);
/* Keeps what is given, verbatim (for loading). NULL strings become "". */
RapAnchor     *rap_anchor_new_raw     (const RapRange   *ranges,
                                       guint             n_ranges,
                                       const char       *exact,
                                       const char       *prefix,
                                       const char       *suffix);
RapAnchor     *rap_anchor_ref         (const RapAnchor  *self);
void           rap_anchor_unref       (RapAnchor        *self);
gboolean       rap_anchor_equal       (const RapAnchor  *a,
                                       const RapAnchor  *b);
/* From the first start to the last end. */
RapRange       rap_anchor_get_hull    (const RapAnchor  *self);
RapAnchorState rap_anchor_verify      (const RapAnchor  *self,
                                       const RapText    *text);
/* The best place of the quote in @text, judged by the context around it, then by
 * nearness to the old ranges; passages joined by RAP_ANCHOR_JOIN are found in
 * order. @score (may be NULL): half for the quote, half for the share of prefix
 * and suffix that is there; 1 without context when there is no other place.
 * NULL when the quote is nowhere. (transfer full) */
RapAnchor     *rap_anchor_find        (const RapAnchor  *self,
                                       const RapText    *text,
                                       double           *score);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapAnchor, rap_anchor_unref)

G_END_DECLS
