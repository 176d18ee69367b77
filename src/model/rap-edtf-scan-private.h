/* rap-edtf-scan-private.h
 *
 * Between the files that read EDTF: one position in the text, and the reading
 * of the parts of a date.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-edtf-private.h"

G_BEGIN_DECLS

/* Reads text[at..end). */
typedef struct
{
  const char  *text;
  gsize        at;
  gsize        end;
  GError     **error;
} RapEdtfScan;

/* FALSE; the error names the character at the position. */
gboolean rap_edtf_scan_fail        (RapEdtfScan  *scan,
                                    const char   *format,
                                    ...) G_GNUC_PRINTF (2, 3);
/* '\0' at the end. */
char     rap_edtf_scan_peek        (const RapEdtfScan *scan);
gboolean rap_edtf_scan_take        (RapEdtfScan  *scan,
                                    char          wanted);
/* How many characters from here are digits or X. */
guint    rap_edtf_scan_count       (const RapEdtfScan *scan);
gint64   rap_edtf_scan_digits      (RapEdtfScan  *scan,
                                    guint         width);
/* Two digits between @low and @high. */
gboolean rap_edtf_scan_two         (RapEdtfScan  *scan,
                                    const char   *what,
                                    int           low,
                                    int           high,
                                    int          *value);
/* The qualifier here, if any; sets flags and @parts of @date. */
gboolean rap_edtf_scan_qualifier   (RapEdtfScan  *scan,
                                    RapEdtfDate  *date,
                                    guint         parts);

/* rap-edtf-scan-year.c: "Y…" after the Y; significant digits after a year of four. */
gboolean rap_edtf_scan_long_year   (RapEdtfScan  *scan,
                                    RapEdtfDate  *date);
gboolean rap_edtf_scan_significant (RapEdtfScan  *scan,
                                    RapEdtfDate  *date,
                                    gint64        year,
                                    guint         width,
                                    gboolean      negative);
/* rap-edtf-scan-time.c: after the T. */
gboolean rap_edtf_scan_time        (RapEdtfScan  *scan,
                                    RapEdtfDate  *date);
/* rap-edtf-scan-mask.c: days that fit year, month and day with digits unspecified
 * (@month or @day may be NULL); FALSE when there is none. */
gboolean rap_edtf_scan_mask        (RapEdtfDate  *date,
                                    const char   *year,
                                    gboolean      negative,
                                    const char   *month,
                                    const char   *day);

G_END_DECLS
