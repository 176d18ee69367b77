/* test-date-shift.c
 *
 * Dates moved along by hand: in which steps, to where, and what is left alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-date-shift.h"

static const char * const obstacles[] = { "free", "no date", "span", "set", "parts" };

/* Unit, one step later, thirteen earlier; or what stands in the way. */
static void
test_shift (void)
{
  static const struct { const char *date; const char *wanted; } cases[] = {
    { "2022-11-30", "day 2022-12-01 2022-11-17" },
    { "2022-11-07?", "day 2022-11-08? 2022-10-25?" },
    { "2020-02-28T10:00:00+03:30", "day 2020-02-29T10:00:00+03:30 2020-02-15T10:00:00+03:30" },
    { "2020-11-14/2020-11-18", "day 2020-11-15/2020-11-19 2020-11-01/2020-11-05" },
    { "-0044-03-15", "day -0044-03-16 -0044-03-02" },
    { "9999-12-31", "day - 9999-12-18" },
    { "2017-12", "month 2018-01 2016-11" },
    { "2017-07~", "month 2017-08~ 2016-06~" },
    { "2017-01-XX", "month 2017-02-XX 2015-12-XX" },
    { "0000-12", "month 0001-01 -0001-11" },
    { "2017-24", "season 2018-21 2014-23" },
    { "2017", "year 2018 2004" },
    { "2017?", "year 2018? 2004?" },
    { "2017-XX-XX", "year 2018-XX-XX 2004-XX-XX" },
    { "0005", "year 0006 -0008" },
    { "9999", "year - 9986" },
    { "201X", "decade 202X 188X" },
    { "00XX", "century 01XX -" },
    { "20XX~", "century 21XX~ 07XX~" },
    { "2017-07/2017-09", "span" },
    { "2020-11-16/..", "span" },
    { "/2020-11-16", "span" },
    { "[2020-11-14,2020-11-16]", "set" },
    { "{2020-11-14..2020-11-16}", "set" },
    { "2017-34", "parts" },
    { "156X-12-25", "parts" },
    { "2004-06-~11", "parts" },
    { "Y170000002", "parts" },
    { "1950S2", "parts" },
    { NULL, "no date" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RapEdtf) date = cases[i].date != NULL ? rap_edtf_parse (cases[i].date, NULL) : NULL;
      g_autoptr (RapEdtf) later = rap_date_shift (date, 1);
      g_autoptr (RapEdtf) earlier = rap_date_shift (date, -13);
      RapShiftObstacle obstacle = rap_date_get_obstacle (date);
      g_autofree char *found = NULL;

      if (obstacle == RAP_SHIFT_FREE)
        found = g_strjoin (" ", rap_precision_get_nick (rap_date_get_unit (date)), later != NULL ? later->text : "-",
                           earlier != NULL ? earlier->text : "-", NULL);
      else
        found = g_strdup (later == NULL && earlier == NULL ? obstacles[obstacle] : "moved");
      g_assert_cmpstr (found, ==, cases[i].wanted);
    }
}

/* A month moves when its middle comes into another month. */
static void
test_steps (void)
{
  static const struct { const char *date; gint64 days; gint64 steps; } cases[] = {
    { "2022-11-07", 3, 3 }, { "2022-11-07", -400, -400 },
    { "2017-07", 14, 0 }, { "2017-07", 16, 1 }, { "2017-07", -16, -1 }, { "2017-07", 365, 12 },
    { "2017", 182, 0 }, { "2017", 184, 1 }, { "2017", -184, -1 },
    { "2017-22", 50, 1 }, { "2017-22", 40, 0 },
    { "201X", 1500, 0 }, { "201X", 2000, 1 },
    { "20XX", -19000, -1 }, { "2020-11-16/..", 30, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RapEdtf) date = rap_edtf_parse (cases[i].date, NULL);

      g_test_message ("%s by %d days", cases[i].date, (int) cases[i].days);
      g_assert_cmpint (rap_date_count_steps (date, cases[i].days), ==, cases[i].steps);
    }
}

/* Whatever moves, moves back to what it was. */
static void
test_back (void)
{
  static const char * const dates[] = { "2020-02-29", "2017-12~", "2016-24?", "0001", "199X", "19XX", "2020-11-14/2020-11-18?" };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    for (gint64 steps = 1; steps < 15; steps++)
      {
        g_autoptr (RapEdtf) date = rap_edtf_parse (dates[i], NULL);
        g_autoptr (RapEdtf) moved = rap_date_shift (date, steps);
        g_autoptr (RapEdtf) back = moved != NULL ? rap_date_shift (moved, -steps) : NULL;

        g_assert_cmpstr (back != NULL ? back->text : NULL, ==, dates[i]);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/date-shift/shift", test_shift);
  g_test_add_func ("/timeline/date-shift/steps", test_steps);
  g_test_add_func ("/timeline/date-shift/back", test_back);
  return g_test_run ();
}
