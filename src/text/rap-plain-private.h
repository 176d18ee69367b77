/* rap-plain-private.h
 *
 * A page as plain text, cut into units: lines, or, in text wrapped by hand,
 * paragraphs. Read by rap-plain-body.c and rap-plain-head.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-extract.h"
#include "rap-prose-private.h"

G_BEGIN_DECLS

/**
 * RapUnit:
 * @text: borrowed, @n_bytes bytes, white space at the ends left out
 * @range: of @text, code points
 * @line: number of its first line, from 1
 * @score: positive for prose, negative for what is not
 * @pointer: belongs to the site, not the report, by the way it opens: "Also read: …" in many languages
 * @caption: ends with a credit in brackets, as what is said of pictures does
 * @gap_before: whether an empty line or the beginning stands before it; @gap_after likewise
 */
typedef struct
{
  const char *text;
  gsize n_bytes;
  RapRange range;
  guint line;
  guint gap_before : 1;
  guint gap_after : 1;
  guint pointer : 1;
  guint caption : 1;
  float score;
  RapProse prose;
} RapUnit;

/* (transfer full) (element-type RapUnit); borrows from @text. */
GArray   *rap_plain_cut        (const char   *text);

static inline RapUnit *
rap_plain_get (GArray *units,
               guint   i)
{
  return &g_array_index (units, RapUnit, i);
}

/* The longest stretch of prose, as a first guess: [start, end) of units. */
RapRange  rap_plain_find_bulk  (GArray       *units);
/* Index of the headline's unit, or G_MAXUINT. @bulk is the first guess. */
guint     rap_plain_find_title (GArray       *units,
                                RapRange      bulk);
/* One flag per unit; @title (nullable) is the headline, @after the index of the unit it stands in, or G_MAXUINT.
 * (transfer full) */
gboolean *rap_plain_find_body  (GArray       *units,
                                const char   *title,
                                guint         after);
/* Date, byline and outlet from the lines around. */
void      rap_plain_read_head  (GArray         *units,
                                const gboolean *body,
                                guint           title,
                                RapExtract     *into);
G_END_DECLS
