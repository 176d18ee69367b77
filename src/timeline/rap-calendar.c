/* rap-calendar.c
 *
 * ICU's calendars in UTC, one opened a call: they are cheap beside what is
 * drawn, and so nothing is shared between threads.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-calendar.h"

#include <unicode/ucal.h>
#include <unicode/udat.h>

#include "rap-edtf.h"

#define DAY_MILLIS 86400000.0
#define REACH      (5000 * G_GINT64_CONSTANT (366))

static const struct
{
  const char *nick;
  const char *locale;   /* ICU's keyword for the calendar */
} calendars[RAP_N_CALENDARS] = {
  { "none", "@calendar=gregorian" },
  { "solar-hijri", "@calendar=persian" },
  { "umm-al-qura", "@calendar=islamic-umalqura" },
  { "islamic-civil", "@calendar=islamic-civil" },
  { "hebrew", "@calendar=hebrew" },
};

/* (transfer full), for ucal_close() */
static UCalendar *
open_calendar (RapCalendar calendar)
{
  static const UChar utc[] = { 'U', 'T', 'C', 0 };
  UErrorCode status = U_ZERO_ERROR;
  UCalendar *opened = ucal_open (utc, -1, calendars[calendar].locale, UCAL_TRADITIONAL, &status);

  g_assert (U_SUCCESS (status));
  return opened;
}

static gboolean
go_to_day (UCalendar *calendar,
           gint64     day)
{
  UErrorCode status = U_ZERO_ERROR;

  if (day < -REACH || day > REACH)
    return FALSE;
  ucal_setMillis (calendar, (double) day * DAY_MILLIS, &status);
  return U_SUCCESS (status);
}

static gint64
get_day (UCalendar *calendar)
{
  UErrorCode status = U_ZERO_ERROR;
  double millis = ucal_getMillis (calendar, &status);

  return U_SUCCESS (status) ? (gint64) (millis / DAY_MILLIS) : G_MININT64;
}

static int
get_field (UCalendar           *calendar,
           UCalendarDateFields  field)
{
  UErrorCode status = U_ZERO_ERROR;

  return ucal_get (calendar, field, &status);
}

const char *
rap_calendar_get_nick (RapCalendar calendar)
{
  g_return_val_if_fail (calendar < RAP_N_CALENDARS, NULL);

  return calendars[calendar].nick;
}

gboolean
rap_calendar_parse (const char  *nick,
                    RapCalendar *calendar)
{
  for (guint i = 0; i < RAP_N_CALENDARS; i++)
    if (g_strcmp0 (calendars[i].nick, nick) == 0)
      {
        *calendar = i;
        return TRUE;
      }
  return FALSE;
}

static void
read_date (UCalendar       *calendar,
           RapCalendarDate *date)
{
  date->year = get_field (calendar, UCAL_EXTENDED_YEAR);
  date->month = get_field (calendar, UCAL_MONTH) + 1;
  date->day = get_field (calendar, UCAL_DATE);
}

gboolean
rap_calendar_from_day (RapCalendar      calendar,
                       gint64           day,
                       RapCalendarDate *date)
{
  UCalendar *opened;
  gboolean found;

  g_return_val_if_fail (calendar > RAP_CALENDAR_NONE && calendar < RAP_N_CALENDARS && date != NULL, FALSE);

  opened = open_calendar (calendar);
  found = go_to_day (opened, day);
  if (found)
    read_date (opened, date);
  ucal_close (opened);
  return found;
}

static void
set_date (UCalendar             *calendar,
          const RapCalendarDate *date)
{
  ucal_clear (calendar);
  ucal_set (calendar, UCAL_EXTENDED_YEAR, date->year);
  ucal_set (calendar, UCAL_MONTH, date->month - 1);
  ucal_set (calendar, UCAL_DATE, date->day);
}

gint64
rap_calendar_to_day (RapCalendar            calendar,
                     const RapCalendarDate *date)
{
  UCalendar *opened;
  RapCalendarDate found;
  gint64 day;

  g_return_val_if_fail (calendar > RAP_CALENDAR_NONE && calendar < RAP_N_CALENDARS && date != NULL, G_MININT64);

  opened = open_calendar (calendar);
  set_date (opened, date);
  day = get_day (opened);
  ucal_close (opened);
  /* ICU carries a 31st over into the next month */
  if (day == G_MININT64 || !rap_calendar_from_day (calendar, day, &found)
      || found.year != date->year || found.month != date->month || found.day != date->day)
    return G_MININT64;
  return day;
}

/* @locale with ICU's keyword for the calendar. (transfer full) */
static char *
make_locale (RapCalendar  calendar,
             const char  *locale)
{
  return g_strconcat (locale != NULL ? locale : uloc_getDefault (), calendars[calendar].locale, NULL);
}

char *
rap_calendar_get_month (RapCalendar            calendar,
                        const RapCalendarDate *date,
                        const char            *locale)
{
  static const UChar utc[] = { 'U', 'T', 'C', 0 };
  static const UChar pattern[] = { 'L', 'L', 'L', 'L', 0 };
  RapCalendarDate first = { date->year, date->month, 1 };
  g_autofree char *full = make_locale (calendar, locale);
  UErrorCode status = U_ZERO_ERROR;
  UChar name[128];
  UDateFormat *format;
  gint64 day;
  int length;

  g_return_val_if_fail (calendar > RAP_CALENDAR_NONE && calendar < RAP_N_CALENDARS, NULL);

  day = rap_calendar_to_day (calendar, &first);
  if (day == G_MININT64)
    return g_strdup ("");
  format = udat_open (UDAT_PATTERN, UDAT_PATTERN, full, utc, -1, pattern, -1, &status);
  if (U_FAILURE (status))
    return g_strdup ("");
  length = udat_format (format, (double) day * DAY_MILLIS, name, G_N_ELEMENTS (name), NULL, &status);
  udat_close (format);
  return U_SUCCESS (status) ? g_utf16_to_utf8 (name, length, NULL, NULL, NULL) : g_strdup ("");
}

/* The first day of the year or month that @day lies in. */
static gboolean
floor_to (UCalendar           *calendar,
          gint64               day,
          UCalendarDateFields  unit)
{
  RapCalendarDate date;

  if (!go_to_day (calendar, day))
    return FALSE;
  read_date (calendar, &date);
  date.day = 1;
  if (unit == UCAL_EXTENDED_YEAR)
    date.month = 1;
  set_date (calendar, &date);
  return get_day (calendar) != G_MININT64;
}

/* How many of @unit (of @days on average) a tick must stand for to have its room: 1, 2, 5, 10 … years, or 1 month. */
static int
choose_step (double days,
             double scale,
             double room)
{
  static const int factors[] = { 1, 2, 5 };
  int power = 1;

  for (guint i = 0; power < 100000; i = (i + 1) % G_N_ELEMENTS (factors), power *= i == 0 ? 10 : 1)
    if (power * factors[i] * days / scale >= room)
      return power * factors[i];
  return power;
}

static void
add_ticks (GArray              *found,
           UCalendar           *calendar,
           const RapAxis       *axis,
           UCalendarDateFields  unit,
           int                  step)
{
  gint64 end = rap_axis_get_day (axis, axis->width) + 1;

  for (gint64 day = get_day (calendar); day < end && day < REACH;)
    {
      RapTick tick = { .day = day, .x = rap_axis_get_x (axis, day) };
      UErrorCode status = U_ZERO_ERROR;
      RapCalendarDate date;

      read_date (calendar, &date);
      tick.year = date.year;
      tick.month = date.month;
      tick.day_of_month = 1;
      tick.sticky = tick.x < 0.0;
      if (unit == UCAL_MONTH || date.year % step == 0)
        g_array_append_val (found, tick);
      ucal_add (calendar, unit, 1, &status);
      day = get_day (calendar);
      if (U_FAILURE (status) || day <= tick.day)
        return;
    }
}

GArray *
rap_calendar_get_ticks (RapCalendar     calendar,
                        const RapAxis  *axis,
                        const RapTicks *ticks,
                        double          room)
{
  static const double year_days = 365.2425;
  GArray *found = g_array_new (FALSE, FALSE, sizeof (RapTick));
  gboolean years;
  UCalendar *opened;
  gint64 day;

  g_return_val_if_fail (calendar > RAP_CALENDAR_NONE && calendar < RAP_N_CALENDARS, found);
  g_return_val_if_fail (axis != NULL && ticks != NULL && room > 0.0, found);

  years = ticks->major_unit == RAP_TICK_YEAR && year_days / 12.0 / axis->scale < room;
  if (year_days * REACH / 366.0 / axis->scale < room)
    return found;
  opened = open_calendar (calendar);
  day = MAX (rap_axis_get_day (axis, 0.0), -REACH);
  if (floor_to (opened, day, years ? UCAL_EXTENDED_YEAR : UCAL_MONTH))
    add_ticks (found, opened, axis, years ? UCAL_EXTENDED_YEAR : UCAL_MONTH,
               years ? choose_step (year_days, axis->scale, room) : 1);
  ucal_close (opened);
  return found;
}
