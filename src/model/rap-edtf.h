/* rap-edtf.h
 *
 * Dates with doubt. An EDTF string (Library of Congress, 4 Feb 2019, which is
 * ISO 8601-2) is parsed into four corners: the earliest and latest start and
 * the earliest and latest end, as half-open int64 day numbers of the proleptic
 * Gregorian calendar, day 0 = 1970-01-01. The original string is kept and
 * written out again unchanged. Levels 0, 1 and 2.
 *
 * A date such as 2017-07 is an instant with doubt: it happened at some moment
 * in July, it did not last all July. "?", "~" and "%" set flags and add no
 * width. An open or unknown end has a flag and no number.
 *
 * Years: up to 15 digits are exact in 64 bits, whether written out (Y170000002)
 * or with an exponent (Y17E8); more are refused. Not taken from the specification,
 * because it does not say: a set is of dates and ranges of dates, without times,
 * and its ranges run forwards; a season or quarter needs a known year.
 *
 * Immutable, reference counted, any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Day numbers that mean "no number on this side". */
#define RAP_DAY_MIN (G_MININT64 / 4)
#define RAP_DAY_MAX (G_MAXINT64 / 4)

typedef enum
{
  RAP_PRECISION_NONE,      /* nothing known, e.g. "../.." */
  RAP_PRECISION_SECOND,
  RAP_PRECISION_DAY,
  RAP_PRECISION_MONTH,
  RAP_PRECISION_SEASON,
  RAP_PRECISION_YEAR,
  RAP_PRECISION_DECADE,
  RAP_PRECISION_CENTURY,
  RAP_PRECISION_MILLENNIUM,   /* a thousand years or more */
  RAP_PRECISION_QUARTER,
  RAP_PRECISION_THIRD,        /* of a year */
  RAP_PRECISION_HALF,         /* of a year; by width: rap_precision_compare() */
} RapPrecision;

/* What one end of an interval says. */
typedef enum
{
  RAP_END_GIVEN,
  RAP_END_OPEN,        /* ".." */
  RAP_END_UNKNOWN,     /* empty */
} RapEnd;

/* Which parts of a date a qualifier is about. */
typedef enum
{
  RAP_EDTF_YEAR  = 1 << 0,
  RAP_EDTF_MONTH = 1 << 1,   /* or season */
  RAP_EDTF_DAY   = 1 << 2,
} RapEdtfParts;

typedef enum
{
  RAP_EDTF_NO_SET,
  RAP_EDTF_ONE_OF,   /* [a,b]: on one of them */
  RAP_EDTF_ALL_OF,   /* {a,b}: on each of them */
} RapEdtfSet;

/**
 * RapEdtfMember: a date of a set, or a range of dates in it
 * @first: first day, RAP_DAY_MIN for "..a"
 * @first_end: the day after the last day of its first date
 * @last: first day of its last date
 * @end: the day after the last, RAP_DAY_MAX for "a.."
 * @range: whether it was written a..b, ..b or a..
 */
typedef struct
{
  gint64       first;
  gint64       first_end;
  gint64       last;
  gint64       end;
  RapPrecision precision;
  guint        uncertain;
  guint        approximate;
  gboolean     range;
} RapEdtfMember;

/**
 * RapEdtf:
 * @text: the original string
 * @es: earliest start: the first day on which it may have started
 * @ls: latest start, exclusive: the day after the last on which it may have started
 * @ee: earliest end: the first day on which it may have ended
 * @le: latest end, exclusive: the day after the last on which it may have ended
 * @interval: whether it was written A/B; without it start and end are one moment
 *   in [es, le), so ls = le and ee = es. In an interval the start is from A and
 *   the end from B, neither beyond the other; es = RAP_DAY_MIN (and ls = le) when
 *   @start_end is not given, le = RAP_DAY_MAX (and ee = es) when @stop_end is not
 * @precision: of an interval or a set: the coarsest of its dates. With unspecified
 *   digits: the smallest part before which all is known (1560-XX-25: year)
 * @seconds: seconds after local midnight for RAP_PRECISION_SECOND, else -1 (of the start)
 * @uncertain_parts, @approximate_parts: RapEdtfParts; those of an interval or set together
 * @season: the number 21–41 of a season, quarter, third or half that is no interval; else 0
 * @set: a set has its hull as corners; one of a set is a moment somewhere in it, all
 *   of a set begins in its first and ends in its last. "[..a]" has an open start
 * @members: of a set, as written
 */
typedef struct
{
  char         *text;
  gint64        es, ls, ee, le;
  RapPrecision  precision;
  guint         uncertain   : 1;
  guint         approximate : 1;
  guint         interval    : 1;
  RapEnd        start_end;
  RapEnd        stop_end;
  int           seconds;
  guint8        uncertain_parts;
  guint8        approximate_parts;
  guint8        season;
  RapEdtfSet    set;
  const RapEdtfMember *members;
  guint         n_members;
} RapEdtf;

/* NULL with RAP_ERROR_FORMAT: a sentence that says what is wrong and where. */
RapEdtf  *rap_edtf_parse        (const char     *text,
                                 GError        **error);
/* The years -9999 to 9999 only. (transfer full) */
RapEdtf  *rap_edtf_new_day      (gint64          day);
RapEdtf  *rap_edtf_ref          (const RapEdtf  *self);
void      rap_edtf_unref        (RapEdtf        *self);
/* Same string. NULL equals NULL. */
gboolean  rap_edtf_equal        (const RapEdtf  *a,
                                 const RapEdtf  *b);
/* Inclusive YYYY-MM-DD of the earliest / latest day; NULL when open or unknown. (transfer full) */
char     *rap_edtf_get_earliest (const RapEdtf  *self);
char     *rap_edtf_get_latest   (const RapEdtf  *self);
/* Exactly one known day, no doubt about it. */
gboolean  rap_edtf_is_exact_day (const RapEdtf  *self);
const char *rap_precision_get_nick (RapPrecision precision);
/* By width: -1 when @a is the finer. */
int         rap_precision_compare  (RapPrecision a,
                                    RapPrecision b);

/* The day core: proleptic Gregorian, any year; year 0 = 1 BCE. */
gint64    rap_day_from_ymd      (gint64          year,
                                 int             month,
                                 int             day);
void      rap_day_to_ymd        (gint64          day,
                                 gint64         *year,
                                 int            *month,
                                 int            *day_of_month);
/* ISO weekday, Monday 1 … Sunday 7. */
int       rap_day_get_weekday   (gint64          day);
int       rap_month_get_length  (gint64          year,
                                 int             month);
/* YYYY-MM-DD; a year before 0000 has a minus sign, one after 9999 all its digits
 * ("-0044-03-15", "170000002-01-01"). (transfer full) */
char     *rap_day_format        (gint64          day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapEdtf, rap_edtf_unref)

G_END_DECLS
