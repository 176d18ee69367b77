/* test-ticks.c
 *
 * Ticks as one line: major labels, "|", minor ones (in brackets when they get
 * no label). "<" marks a sticky label.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "fixture.h"
#include "rap-ticks.h"

static void
append (GString *out,
        GArray  *ticks)
{
  for (guint i = 0; i < ticks->len; i++)
    {
      const RapTick *tick = &g_array_index (ticks, RapTick, i);

      g_string_append_printf (out, "%s%s%s%" G_GINT64_FORMAT, i > 0 ? " " : "", tick->sticky ? "<" : "",
                              tick->bce ? "BCE" : "", tick->year);
      if (tick->month != 1 || tick->day_of_month != 1)
        g_string_append_printf (out, "-%d", tick->month);
      if (tick->day_of_month != 1)
        g_string_append_printf (out, "-%d", tick->day_of_month);
    }
}

static char *
describe (const char *start,
          double      days,
          double      width,
          int         first_weekday)
{
  RapAxis axis = { .start = fixture_day (start), .scale = days / width, .width = width };
  g_autoptr (RapTicks) ticks = rap_ticks_new (&axis, first_weekday);
  GString *out = g_string_new (NULL);

  append (out, ticks->major);
  g_string_append (out, ticks->minor_labels ? " | " : " | (");
  append (out, ticks->minor);
  g_string_append (out, ticks->minor_labels ? "" : ")");
  return g_string_free (out, FALSE);
}

static const struct
{
  const char *name;
  const char *start;
  double      days;
  double      width;
  int         first_weekday;
  const char *expected;
} rows[] = {
  { "days", "2022-11-29", 5, 200, 1,
    "<2022-11 2022-12 | 2022-11-29 2022-11-30 2022-12 2022-12-2 2022-12-3 2022-12-4" },
  { "weeks-monday", "2024-02-26", 28, 200, 1, "<2024-2 2024-3 | 2024-2-26 2024-3-4 2024-3-11 2024-3-18 2024-3-25" },
  { "weeks-saturday", "2024-02-26", 28, 200, 6, "<2024-2 2024-3 | 2024-2-24 2024-3-2 2024-3-9 2024-3-16 2024-3-23" },
  { "months", "2020-11-16", 100, 200, 1, "<2020 2021 | 2020-11 2020-12 2021 2021-2" },
  { "quarters", "2019-05-01", 700, 400, 1,
    "<2019 2020 2021 | 2019-4 2019-7 2019-10 2020 2020-4 2020-7 2020-10 2021" },
  { "years", "2019-05-01", 1000, 200, 1,
    "<2019 2020 2021 2022 | (2019-4 2019-7 2019-10 2020-4 2020-7 2020-10 2021-4 2021-7 2021-10)" },
  { "two-years", "2017-01-01", 1826, 150, 1, "2018 2020 2022 | (2017 2019 2021)" },
  { "decades", "1985-01-01", 9131, 160, 1, "1990 2000 2010 | (1984 1986 1988 1992 1994 1996 1998 2002 2004 2006 2008)" },
  { "era", "-0002-06-01", 1500, 700, 1, "<BCE3 BCE2 BCE1 1 2 | BCE3-4 BCE3-7 BCE3-10 BCE2 BCE2-4 BCE2-7 BCE2-10 BCE1 BCE1-4 BCE1-7 BCE1-10 1 1-4 1-7 1-10 2 2-4 2-7" },
  { "centuries", "-0249-01-01", 182621, 300, 1,
    "BCE200 BCE100 1 100 200 | (BCE260 BCE240 BCE220 BCE180 BCE160 BCE140 BCE120 BCE80 BCE60 BCE40 BCE20 20 40 60 80 120 140 160 180 220 240)" },
  { "year-10000", "9999-01-01", 730, 200, 1, "9999 10000 | (9999-4 9999-7 9999-10 10000-4 10000-7 10000-10)" },
};

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *found = describe (rows[i].start, rows[i].days, rows[i].width, rows[i].first_weekday);

      g_test_message ("%s", rows[i].name);
      g_assert_cmpstr (found, ==, rows[i].expected);
    }
}

/* Whatever the scale: in order, inside, not crowded, and never none. */
static void
test_any_scale (void)
{
  for (double scale = RAP_AXIS_MIN_SCALE; scale < RAP_AXIS_MAX_SCALE; scale *= 1.37)
    {
      RapAxis axis = { .start = 19304, .scale = scale, .width = 1000.0 };
      g_autoptr (RapTicks) ticks = rap_ticks_new (&axis, 1);

      g_assert_cmpuint (ticks->major->len, >, 0);
      g_assert_cmpuint (ticks->major->len, <, 30);
      g_assert_cmpuint (ticks->minor->len, <, 160);
      for (guint i = 1; i < ticks->minor->len; i++)
        g_assert_cmpfloat (g_array_index (ticks->minor, RapTick, i).x, >, g_array_index (ticks->minor, RapTick, i - 1).x);
      for (guint i = 1; i < ticks->major->len; i++)
        g_assert_cmpfloat (g_array_index (ticks->major, RapTick, i).x, >, g_array_index (ticks->major, RapTick, i - 1).x);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/ticks/table", test_table);
  g_test_add_func ("/timeline/ticks/any-scale", test_any_scale);

  return g_test_run ();
}
