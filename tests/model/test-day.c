/* test-day.c
 *
 * The day core against known days, against GDateTime where that reaches, and
 * far beyond.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-edtf.h"

/* Day, weekday and text that belong together. */
static const struct
{
  gint64      day;
  gint64      year;
  int         month;
  int         day_of_month;
  int         weekday;
  const char *text;
} rows[] = {
  { 0, 1970, 1, 1, 4, "1970-01-01" },
  { -1, 1969, 12, 31, 3, "1969-12-31" },
  { 11016, 2000, 2, 29, 2, "2000-02-29" },
  { 11017, 2000, 3, 1, 3, "2000-03-01" },
  { 17352, 2017, 7, 5, 3, "2017-07-05" },
  { 19304, 2022, 11, 8, 2, "2022-11-08" },
  { -25508, 1900, 3, 1, 4, "1900-03-01" },
  { -25509, 1900, 2, 28, 3, "1900-02-28" },
  { -141427, 1582, 10, 15, 5, "1582-10-15" },
  { -719162, 1, 1, 1, 1, "0001-01-01" },
  { -719163, 0, 12, 31, 7, "0000-12-31" },
  { -719468, 0, 3, 1, 3, "0000-03-01" },
  { -719469, 0, 2, 29, 2, "0000-02-29" },
  { -719528, 0, 1, 1, 6, "0000-01-01" },
  { -719529, -1, 12, 31, 5, "-0001-12-31" },
  { 2932896, 9999, 12, 31, 5, "9999-12-31" },
  { 2932897, 10000, 1, 1, 6, "10000-01-01" },
};

static void
test_known (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = rap_day_format (rows[i].day);
      gint64 year;
      int month, day_of_month;

      g_assert_cmpint (rap_day_from_ymd (rows[i].year, rows[i].month, rows[i].day_of_month), ==, rows[i].day);
      rap_day_to_ymd (rows[i].day, &year, &month, &day_of_month);
      g_assert_cmpint (year, ==, rows[i].year);
      g_assert_cmpint (month, ==, rows[i].month);
      g_assert_cmpint (day_of_month, ==, rows[i].day_of_month);
      g_assert_cmpint (rap_day_get_weekday (rows[i].day), ==, rows[i].weekday);
      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

/* GDateTime knows the years 1 to 9999 by other code. */
static void
test_against_glib (void)
{
  for (gint64 day = -719162; day <= 2932896; day += 97)
    {
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (day * 86400);
      gint64 year;
      int month, day_of_month;

      rap_day_to_ymd (day, &year, &month, &day_of_month);
      g_assert_cmpint (year, ==, g_date_time_get_year (time));
      g_assert_cmpint (month, ==, g_date_time_get_month (time));
      g_assert_cmpint (day_of_month, ==, g_date_time_get_day_of_month (time));
      g_assert_cmpint (rap_day_get_weekday (day), ==, g_date_time_get_day_of_week (time));
    }
}

/* Every day of 800 years around year 0 follows the one before. */
static void
test_succession (void)
{
  gint64 day = rap_day_from_ymd (-400, 1, 1);

  for (gint64 year = -400; year < 400; year++)
    for (int month = 1; month <= 12; month++)
      for (int i = 1; i <= rap_month_get_length (year, month); i++, day++)
        g_assert_cmpint (rap_day_from_ymd (year, month, i), ==, day);

  g_assert_cmpint (day, ==, rap_day_from_ymd (400, 1, 1));
}

static void
test_far (void)
{
  static const gint64 years[] = {
    -999999999999999, -170000002, -12345, 12345, 170000002, 999999999999999
  };

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      gint64 day = rap_day_from_ymd (years[i], 2, 28);
      gint64 year;
      int month, day_of_month;

      rap_day_to_ymd (day, &year, &month, &day_of_month);
      g_assert_cmpint (year, ==, years[i]);
      g_assert_cmpint (month * 100 + day_of_month, ==, 228);
      g_assert_true (day > RAP_DAY_MIN && day < RAP_DAY_MAX);
    }
}

static void
test_month_length (void)
{
  static const gint64 leap[] = { -400, -4, 0, 4, 1600, 2000, 2016, 2024 };
  static const gint64 common[] = { -100, -1, 1, 1700, 1900, 2015, 2100 };

  for (guint i = 0; i < G_N_ELEMENTS (leap); i++)
    g_assert_cmpint (rap_month_get_length (leap[i], 2), ==, 29);
  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    g_assert_cmpint (rap_month_get_length (common[i], 2), ==, 28);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/day/known", test_known);
  g_test_add_func ("/model/day/against-glib", test_against_glib);
  g_test_add_func ("/model/day/succession", test_succession);
  g_test_add_func ("/model/day/far", test_far);
  g_test_add_func ("/model/day/month-length", test_month_length);

  return g_test_run ();
}
