/* rap-edtf-private.h
 *
 * Between the grammar of EDTF and its values: one written date.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-edtf.h"

G_BEGIN_DECLS

/**
 * RapEdtfDate: one date, or one end of an interval
 * @end: RAP_END_GIVEN, else nothing below is set
 * @first: first day, inclusive
 * @last: last day, inclusive
 * @season: 21–41, or 0
 * @uncertain, @approximate: RapEdtfParts
 * @seconds: after midnight of @first, or -1
 * @offset: seconds east of UTC, when @has_offset
 */
typedef struct
{
  RapEnd       end;
  gint64       first;
  gint64       last;
  RapPrecision precision;
  int          season;
  guint        uncertain;
  guint        approximate;
  int          seconds;
  gboolean     has_offset;
  int          offset;
} RapEdtfDate;

/* Refuses what no EDTF string holds. */
gboolean rap_edtf_scan_characters (const char   *text,
                                   GError      **error);
/* Reads the bytes [start, end) of @text as one date. */
gboolean rap_edtf_scan_date       (const char   *text,
                                   gsize         start,
                                   gsize         end,
                                   RapEdtfDate  *date,
                                   GError      **error);
/* The same, or ".." or nothing. */
gboolean rap_edtf_scan_end        (const char   *text,
                                   gsize         start,
                                   gsize         end,
                                   RapEdtfDate  *date,
                                   GError      **error);
/* rap-edtf-set.c: "[…]" or "{…}". (element-type RapEdtfMember) (transfer full) */
GArray  *rap_edtf_scan_set        (const char   *text,
                                   GError      **error);

G_END_DECLS
