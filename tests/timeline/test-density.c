/* test-density.c
 *
 * Expected counts: a few that can be done in the head, then many against the
 * plain sum over all items, and that nothing is lost.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <math.h>

#include "fixture.h"
#include "rap-density.h"

static const struct
{
  const char *items;
  const char *first;
  const char *last;
  const char *expected;
} rows[] = {
  { "a 2020-11-16", "2020-11-16", "2020-11-17", "1.0000" },
  { "a 2020-11-16", "2020-11-17", "2020-11-18", "0.0000" },
  { "a 2020-11-16; b 2020-11-16; c -", "2020-01-01", "2021-01-01", "2.0000" },
  /* somewhere in July: a day has a thirty-first of it */
  { "a 2017-07", "2017-07-01", "2017-07-02", "0.0323" },
  { "a 2017-07", "2017-07-01", "2017-08-01", "1.0000" },
  { "a 2017-07; b 2017-07-01", "2017-07-01", "2017-07-02", "1.0323" },
  { "a 2017; b 2016", "2017-01-01", "2017-07-02", "0.4986" },
  /* in two lanes it is still one event */
  { "a 2017-07-05 Bagheri,Saadoun", "2017-07-01", "2017-08-01", "1.0000" },
  /* an open or unknown end: over what the other one names */
  { "a 2017-07-05/..", "2017-07-05", "2017-07-06", "1.0000" },
  { "a ../2017-07", "2017-07-01", "2017-07-02", "0.0323" },
  { "a 2017-07/", "2017-07-31", "2020-01-01", "0.0323" },
  { "", "2017-07-31", "2020-01-01", "0.0000" },
  { "a 2017-07-05", "2018-01-01", "2017-01-01", "0.0000" },
};

static void
test_counts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RapTimelineItems) items = fixture_items (rows[i].items);
      g_autoptr (RapDensity) density = rap_density_new (items);
      g_autofree char *found = NULL;

      found = g_strdup_printf ("%.4f", rap_density_get_count (density, RAP_DENSITY_ALL, fixture_day (rows[i].first),
                                                              fixture_day (rows[i].last)));
      g_assert_cmpstr (found, ==, rows[i].expected);
    }
}

/* Days, months, years, stretches and centuries around @year, in up to three lanes. */
static char *
random_item (GRand *rand,
             guint  number,
             int    year,
             int    years)
{
  static const char * const lanes[] = { "", " A", " B", " A,B", " B,C,A" };
  gint64 day = rap_day_from_ymd (year, 1, 1) + g_rand_int_range (rand, 0, years * 366);
  g_autofree char *from = rap_day_format (day);
  g_autofree char *to = rap_day_format (day + g_rand_int_range (rand, 0, 300));
  const char *lane = lanes[g_rand_int_range (rand, 0, G_N_ELEMENTS (lanes))];

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      return g_strdup_printf ("e%u %.7s%s", number, from, lane);
    case 1:
      return g_strdup_printf ("e%u %.4s%s", number, from, lane);
    case 2:
      return g_strdup_printf ("e%u %s/%s%s", number, from, to, lane);
    case 3:
      return g_strdup_printf ("e%u %s/..%s", number, from, lane);
    case 4:
      return g_strdup_printf ("e%u -%s", number, lane);
    default:
      return g_strdup_printf ("e%u %s%s", number, from, lane);
    }
}

static RapTimelineItems *
random_items (GRand *rand,
              guint  n,
              int    years)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *item = random_item (rand, i, 2000, years);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", item);
    }
  return fixture_items (text->str);
}

static double
plain_sum (const RapTimelineColumns *columns,
           guint                     lane,
           double                    first,
           double                    last)
{
  double sum = 0.0;

  for (guint i = 0; i < columns->n_items; i++)
    {
      double from = columns->es[i];
      double to = columns->flags[i] & RAP_ITEM_STOP_OPEN ? columns->ls[i] : columns->le[i];

      if (columns->flags[i] & RAP_ITEM_UNDATED
          || (lane == RAP_DENSITY_ALL ? i > 0 && columns->event[i] == columns->event[i - 1] : columns->lane[i] != lane))
        continue;
      sum += MAX (MIN (to, last) - MAX (from, first), 0.0) / (to - from);
    }
  return sum;
}

/* Close together (days are counted) and far apart (they are sorted). */
static void
test_against_the_sum (void)
{
  static const int years[] = { 2, 7000 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (RapTimelineItems) items = random_items (rand, 60, years[round % 2]);
      g_autoptr (RapDensity) density = rap_density_new (items);
      RapAxis axis = { rap_day_from_ymd (2000, 6, 1), 0.25, years[round % 2] * 0.9, 600.0 };
      RapTimelineColumns columns;
      guint lane = round % 3 == 0 ? RAP_DENSITY_ALL : (guint) g_rand_int_range (rand, 0, rap_timeline_items_get_n_lanes (items));
      double counts[200];

      rap_timeline_items_get_columns (items, &columns);
      rap_density_get_columns (density, lane, &axis, 3.0, counts, G_N_ELEMENTS (counts));
      for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
        {
          double first = axis.start + axis.fraction + i * 3.0 * axis.scale;

          g_assert_cmpfloat_with_epsilon (counts[i], plain_sum (&columns, lane, first, first + 3.0 * axis.scale), 1e-7);
        }
    }
}

/* All columns of a window that holds everything make the number of dated items. */
static void
test_nothing_lost (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);

  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (RapTimelineItems) items = random_items (rand, 500, 3);
      g_autoptr (RapDensity) density = rap_density_new (items);
      gint64 first, last;
      double counts[97];
      double sum = 0.0;
      RapAxis axis = { .width = 970.0 };

      g_assert_true (rap_density_get_extent (density, RAP_DENSITY_ALL, &first, &last));
      rap_axis_fit (&axis, first, last, 20.0);
      rap_density_get_columns (density, RAP_DENSITY_ALL, &axis, 10.0, counts, G_N_ELEMENTS (counts));
      for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
        sum += counts[i];
      g_assert_cmpfloat_with_epsilon (sum, rap_density_get_total (density, RAP_DENSITY_ALL), 1e-6);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/density/counts", test_counts);
  g_test_add_func ("/timeline/density/against-the-sum", test_against_the_sum);
  g_test_add_func ("/timeline/density/nothing-lost", test_nothing_lost);

  return g_test_run ();
}
