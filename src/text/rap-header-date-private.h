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
 * @updated: the line says that it is the day of the last change: "Updated …", "aktualisiert am …"
 * @timed: a time of day stands in the line: 10:28
 * @other_words: words of the line that belong to no date, weekday or label of a change
 */
typedef struct
{
  int year, month, day;
  gboolean ambiguous;
  gboolean updated;
  gboolean timed;
  guint other_words;
} RapHeaderDate;

/* The first whole date in @line, or the first that is not of a change; FALSE when there is none. A year of two digits
 * counts where only one reading is possible: 11/19/19. */
gboolean  rap_header_date_find      (const char          *line,
                                     gsize                n_bytes,
                                     RapHeaderDate       *date);
/* Whether the two can mean the same day. */
gboolean  rap_header_date_can_equal (const RapHeaderDate *ambiguous,
                                     const RapHeaderDate *other);
/* Whether @line has that day, with or without its year. */
gboolean  rap_header_date_mentions  (const char          *line,
                                     gsize                n_bytes,
                                     const RapHeaderDate *date);
/* The day that a machine-written moment may have been elsewhere: the day before a morning, the day after an evening;
 * FALSE when @value has no time of day. */
gboolean  rap_header_date_neighbour (const char          *value,
                                     RapHeaderDate       *day,
                                     RapHeaderDate       *neighbour);
/* The day that a path spells out: /2019/11/18/, /2019/nov/18/, /2019-11-18-, /20191118/. */
gboolean  rap_header_date_in_url    (const char          *url,
                                     RapHeaderDate       *date);
/* YYYY-MM-DD. (transfer full) */
char     *rap_header_date_format    (const RapHeaderDate *date);
/* A machine-written value such as "2022-11-08T10:00:00Z", or a date in words, to YYYY-MM-DD as written there (no time
 * zone is applied); NULL when it is no unambiguous day. (transfer full) */
char     *rap_header_date_normalise (const char          *value);

G_END_DECLS
