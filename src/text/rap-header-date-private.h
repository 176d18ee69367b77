/* rap-header-date-private.h
 *
 * A date that stands in the head of a page: alone on its line, or with a label
 * and a time. Month names of many languages come from ICU; Persian (Jalali)
 * dates are converted. Only whole days count. Pure functions, any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RapHeaderDate:
 * @year, @month, @day: proleptic Gregorian
 * @ambiguous: numbers that can be day/month as well as month/day; @month and @day then are one reading, the other is
 *   the two exchanged
 * @other_words: words of the line that belong to neither the date nor the weekday nor a time
 */
typedef struct
{
  int year, month, day;
  gboolean ambiguous;
  guint other_words;
} RapHeaderDate;

/* The first whole date in @line; FALSE when there is none. */
gboolean  rap_header_date_find      (const char          *line,
                                     gsize                n_bytes,
                                     RapHeaderDate       *date);
/* Whether the two can mean the same day. */
gboolean  rap_header_date_can_equal (const RapHeaderDate *ambiguous,
                                     const RapHeaderDate *other);
/* YYYY-MM-DD. (transfer full) */
char     *rap_header_date_format    (const RapHeaderDate *date);
/* A machine-written value such as "2022-11-08T10:00:00Z", or a date in words, to YYYY-MM-DD as written there (no time
 * zone is applied); NULL when it is no unambiguous day. (transfer full) */
char     *rap_header_date_normalise (const char          *value);

G_END_DECLS
