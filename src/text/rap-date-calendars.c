/* rap-date-calendars.c
 *
 * Dates of the Solar Hijri and the Islamic calendar (Umm al-Qura), turned into
 * Gregorian days by ICU.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-date-private.h"

#include <unicode/ucal.h>

#define DAY_MILLIS 86400000.0

typedef struct
{
  const char *locale;
  int         first_year, last_year;   /* in which the calendar is trusted */
} Calendar;

static const Calendar persian = { "fa@calendar=persian", 1200, 1500 };
static const Calendar islamic = { "ar@calendar=islamic-umalqura", 1300, 1600 };

static UCalendar *
open_calendar (const Calendar *calendar)
{
  UErrorCode status = U_ZERO_ERROR;
  UCalendar *self = ucal_open (u"UTC", -1, calendar->locale, UCAL_TRADITIONAL, &status);

  return U_SUCCESS (status) ? self : NULL;
}

static gint64
millis_to_day (UDate millis)
{
  return (gint64) ((millis - (millis < 0 ? DAY_MILLIS - 1 : 0)) / DAY_MILLIS);
}

/* Day @day of the month, or with 0 the whole month; FALSE when there is no such day. */
static gboolean
convert (const Calendar *calendar,
         int             year,
         int             month,
         int             day,
         gint64         *first,
         gint64         *last)
{
  UErrorCode status = U_ZERO_ERROR;
  UCalendar *self = open_calendar (calendar);
  int length;

  if (self == NULL)
    return FALSE;
  ucal_clear (self);
  ucal_setDateTime (self, year, month - 1, 1, 12, 0, 0, &status);
  *first = millis_to_day (ucal_getMillis (self, &status));
  length = ucal_getLimit (self, UCAL_DAY_OF_MONTH, UCAL_ACTUAL_MAXIMUM, &status);
  ucal_close (self);
  *last = *first + length - 1;
  if (day > 0)
    *first = *last = *first + day - 1;
  return U_SUCCESS (status) && day <= length;
}

/* The year of @calendar in which @day is. */
static int
get_year (const Calendar *calendar,
          gint64          day)
{
  UErrorCode status = U_ZERO_ERROR;
  UCalendar *self = open_calendar (calendar);
  int year = 0;

  if (self == NULL)
    return 0;
  ucal_setMillis (self, day * DAY_MILLIS, &status);
  year = ucal_get (self, UCAL_YEAR, &status);
  ucal_close (self);
  return U_SUCCESS (status) ? year : 0;
}

static RapDateAnswer
put_date (GString *edtf,
          gint64   first,
          gint64   last)
{
  if (first == last)
    rap_date_put_day (edtf, first);
  else
    rap_date_put_days (edtf, first, last, "");
  return RAP_DATE_YES;
}

static RapDateAnswer
resolve (RapDateMatch   *match,
         const Calendar *calendar,
         RapDateClass    class,
         GString        *edtf)
{
  int month = rap_date_match_value (match, class, 0);
  int day = rap_date_match_value (match, RAP_DATE_DAY, 0);
  int year = rap_date_match_value (match, RAP_DATE_YEAR, 0);
  gint64 first, last;

  if (day == RAP_DATE_NOTHING)
    day = 0;
  if (year != RAP_DATE_NOTHING)
    return year >= calendar->first_year && year <= calendar->last_year &&
           convert (calendar, year, month, day, &first, &last) ? put_date (edtf, first, last) : RAP_DATE_NO;
  if (!match->now.known)
    return rap_date_miss (match);
  match->anchor = match->now.anchor;
  year = get_year (calendar, match->now.last);
  if (year < calendar->first_year || year > calendar->last_year || !convert (calendar, year, month, day, &first, &last))
    return RAP_DATE_NO;
  if (first > match->now.last && !convert (calendar, year - 1, month, day, &first, &last))
    return RAP_DATE_NO;
  return put_date (edtf, first, last);
}

RapDateAnswer
rap_date_resolve_persian (RapDateMatch *match,
                          GString      *edtf)
{
  return resolve (match, &persian, RAP_DATE_PERSIAN, edtf);
}

RapDateAnswer
rap_date_resolve_islamic (RapDateMatch *match,
                          GString      *edtf)
{
  return resolve (match, &islamic, RAP_DATE_ISLAMIC, edtf);
}
