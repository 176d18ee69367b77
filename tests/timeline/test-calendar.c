/* test-calendar.c
 *
 * Days in the second calendars, there and back, and their ticks. The pairs of
 * dates are public facts: new years and holidays that were kept on these days.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "fixture.h"
#include "rap-calendar.h"

static const struct
{
  RapCalendar  calendar;
  const char  *day;
  const char  *expected;
} days[] = {
  { RAP_CALENDAR_SOLAR_HIJRI, "2022-11-04", "1401-8-13 Aban" },
  { RAP_CALENDAR_SOLAR_HIJRI, "2024-03-20", "1403-1-1 Farvardin" },
  { RAP_CALENDAR_SOLAR_HIJRI, "2021-03-20", "1399-12-30 Esfand" },   /* a leap year */
  { RAP_CALENDAR_SOLAR_HIJRI, "1979-02-11", "1357-11-22 Bahman" },
  { RAP_CALENDAR_UMM_AL_QURA, "2023-07-19", "1445-1-1 Muharram" },
  { RAP_CALENDAR_UMM_AL_QURA, "2022-04-02", "1443-9-1 Ramadan" },
  { RAP_CALENDAR_ISLAMIC_CIVIL, "2022-04-02", "1443-8-29 Sha\xca\xbb" "ban" },   /* a day behind */
  { RAP_CALENDAR_HEBREW, "2023-09-16", "5784-1-1 Tishri" },
  { RAP_CALENDAR_HEBREW, "2024-02-10", "5784-6-1 Adar I" },
  { RAP_CALENDAR_HEBREW, "2024-04-23", "5784-8-15 Nisan" },
};

static void
test_days (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      RapCalendarDate date;
      g_autofree char *month = NULL;
      g_autofree char *found = NULL;

      g_assert_true (rap_calendar_from_day (days[i].calendar, fixture_day (days[i].day), &date));
      month = rap_calendar_get_month (days[i].calendar, &date, "en");
      found = g_strdup_printf ("%d-%d-%d %s", date.year, date.month, date.day, month);
      g_assert_cmpstr (found, ==, days[i].expected);
    }
}

static void
test_there_and_back (void)
{
  for (RapCalendar calendar = RAP_CALENDAR_SOLAR_HIJRI; calendar < RAP_N_CALENDARS; calendar++)
    for (gint64 day = fixture_day ("1860-01-01"); day < fixture_day ("2100-01-01"); day += 97)
      {
        RapCalendarDate date;

        g_assert_true (rap_calendar_from_day (calendar, day, &date));
        g_assert_cmpint (rap_calendar_to_day (calendar, &date), ==, day);
      }
}

static void
test_no_such_day (void)
{
  static const RapCalendarDate dates[] = { { 1401, 12, 30 }, { 1401, 13, 1 }, { 1401, 8, 31 }, { 1401, 8, 0 } };
  RapCalendarDate date;

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    g_assert_cmpint (rap_calendar_to_day (RAP_CALENDAR_SOLAR_HIJRI, &dates[i]), ==, G_MININT64);
  g_assert_false (rap_calendar_from_day (RAP_CALENDAR_HEBREW, rap_day_from_ymd (40000, 1, 1), &date));
  g_assert_false (rap_calendar_from_day (RAP_CALENDAR_HEBREW, -rap_day_from_ymd (40000, 1, 1), &date));
}

static char *
describe_ticks (RapCalendar  calendar,
                const char  *first,
                const char  *last,
                double       width)
{
  RapAxis axis = { .width = width };
  g_autoptr (RapTicks) ticks = NULL;
  g_autoptr (GArray) found = NULL;
  GString *out = g_string_new (NULL);

  rap_axis_fit (&axis, fixture_day (first), fixture_day (last), 0.0);
  ticks = rap_ticks_new (&axis, 1);
  found = rap_calendar_get_ticks (calendar, &axis, ticks, 50.0);
  for (guint i = 0; i < found->len; i++)
    {
      const RapTick *tick = &g_array_index (found, RapTick, i);
      g_autofree char *day = rap_day_format (tick->day);

      g_string_append_printf (out, "%s%" G_GINT64_FORMAT "/%d@%s%s", i > 0 ? " " : "", tick->year, tick->month, day,
                              tick->sticky ? "<" : "");
    }
  return g_string_free (out, FALSE);
}

static const struct
{
  RapCalendar  calendar;
  const char  *first;
  const char  *last;
  double       width;
  const char  *expected;
} lines[] = {
  { RAP_CALENDAR_SOLAR_HIJRI, "2020-01-01", "2023-01-01", 400,
    "1398/1@2019-03-21< 1399/1@2020-03-20 1400/1@2021-03-21 1401/1@2022-03-21" },
  { RAP_CALENDAR_UMM_AL_QURA, "2024-01-01", "2024-05-01", 400,
    "1445/6@2023-12-14< 1445/7@2024-01-13 1445/8@2024-02-11 1445/9@2024-03-11 1445/10@2024-04-10" },
  /* a Hebrew leap year has Adar twice, another goes from Shevat to Adar */
  { RAP_CALENDAR_HEBREW, "2024-01-15", "2024-04-12", 400,
    "5784/5@2024-01-11< 5784/6@2024-02-10 5784/7@2024-03-11 5784/8@2024-04-09" },
  { RAP_CALENDAR_HEBREW, "2023-02-01", "2023-03-30", 400, "5783/5@2023-01-23< 5783/7@2023-02-22 5783/8@2023-03-23" },
  { RAP_CALENDAR_SOLAR_HIJRI, "1900-01-01", "2000-01-01", 300,
    "1280/1@1901-03-21 1300/1@1921-03-21 1320/1@1941-03-21 1340/1@1961-03-21 1360/1@1981-03-21" },
  { RAP_CALENDAR_HEBREW, "-9000-01-01", "9000-01-01", 10, "" },
};

static void
test_ticks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *found = describe_ticks (lines[i].calendar, lines[i].first, lines[i].last, lines[i].width);

      g_assert_cmpstr (found, ==, lines[i].expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/calendar/days", test_days);
  g_test_add_func ("/timeline/calendar/there-and-back", test_there_and_back);
  g_test_add_func ("/timeline/calendar/no-such-day", test_no_such_day);
  g_test_add_func ("/timeline/calendar/ticks", test_ticks);

  return g_test_run ();
}
