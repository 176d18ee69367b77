/* rap-excerpt.h
 *
 * The part of a long text that a question about a passage can depend on. The
 * functions of rap-bounds.h and rap-fold.h count code points from the start of
 * what they are given; given an excerpt they cost the same anywhere in a text.
 * Pure functions, any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-text.h"

G_BEGIN_DECLS

/**
 * RapExcerpt:
 * @utf8: borrowed from the text; not terminated by a NUL
 * @n_bytes: its length
 * @start: the code point of the text that it begins with
 */
typedef struct
{
  const char *utf8;
  gsize       n_bytes;
  guint       start;
} RapExcerpt;

/* @range (clamped) with enough on both sides for words, sentences, quotations
 * and graphemes at its ends: rap-bounds.h gives the same as in the whole text. */
RapExcerpt rap_excerpt_around   (const RapText    *text,
                                 RapRange          range);
/* The whole lines of @range, and at least @n_before code points (or all there are) before them. */
RapExcerpt rap_excerpt_lines    (const RapText    *text,
                                 RapRange          range,
                                 guint             n_before);

/* Between places of the text and places of the excerpt; what lies before it becomes 0. */
RapRange   rap_excerpt_to_inner (const RapExcerpt *self,
                                 RapRange          range);
RapRange   rap_excerpt_to_text  (const RapExcerpt *self,
                                 RapRange          range);

G_END_DECLS
