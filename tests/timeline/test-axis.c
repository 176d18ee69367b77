/* test-axis.c
 *
 * The axis keeps its promises: what is under the pointer stays there, panning
 * there and back changes nothing, fitting shows all.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-axis.h"

#include <math.h>

static RapAxis
random_axis (GRand *rand)
{
  return (RapAxis) {
    .start = g_rand_int_range (rand, -2000000, 2000000),
    .fraction = g_rand_double (rand),
    .scale = exp2 (g_rand_double_range (rand, -8.0, 10.0)),
    .width = g_rand_double_range (rand, 100.0, 4000.0),
  };
}

static void
test_conversion (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < 10000; i++)
    {
      RapAxis axis = random_axis (rand);
      double x = g_rand_double_range (rand, -axis.width, 2.0 * axis.width);
      gint64 day = rap_axis_get_day (&axis, x);

      g_assert_cmpfloat (rap_axis_get_x (&axis, day), <=, x + 1e-6);
      g_assert_cmpfloat (rap_axis_get_x (&axis, day + 1), >, x - 1e-6);
    }
}

/* The day and the place within the day, as one number relative to a near day. */
static double
position_at (const RapAxis *axis,
             double         x,
             gint64         origin)
{
  return (double) (axis->start - origin) + axis->fraction + x * axis->scale;
}

static void
test_zoom_anchored (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);

  for (guint i = 0; i < 1000; i++)
    {
      RapAxis axis = random_axis (rand);
      double x = g_rand_double_range (rand, 0.0, axis.width);
      gint64 day = rap_axis_get_day (&axis, x);
      double before = position_at (&axis, x, day);

      for (guint step = 0; step < 40; step++)
        {
          rap_axis_zoom (&axis, x, exp2 (g_rand_double_range (rand, -1.0, 1.0)));
          g_assert_cmpfloat_with_epsilon (position_at (&axis, x, day), before, 1e-4);
          g_assert_cmpfloat (axis.fraction, >=, 0.0);
          g_assert_cmpfloat (axis.fraction, <, 1.0);
        }
    }
}

static void
test_zoom_limits (void)
{
  RapAxis axis = { .start = 0, .scale = 1.0, .width = 1000.0 };

  g_assert_true (rap_axis_zoom (&axis, 500.0, 1e9));
  g_assert_cmpfloat (axis.scale, ==, RAP_AXIS_MIN_SCALE);
  g_assert_false (rap_axis_zoom (&axis, 500.0, 2.0));
  g_assert_true (rap_axis_zoom (&axis, 500.0, 1e-30));
  g_assert_cmpfloat (axis.scale, ==, RAP_AXIS_MAX_SCALE);
  g_assert_false (rap_axis_zoom (&axis, 500.0, 0.5));
}

static void
test_pan (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint i = 0; i < 1000; i++)
    {
      RapAxis axis = random_axis (rand);
      RapAxis before = axis;
      double pixels = g_rand_double_range (rand, -5000.0, 5000.0);
      double x = rap_axis_get_x (&axis, before.start + 3);

      rap_axis_pan (&axis, pixels);
      g_assert_cmpfloat_with_epsilon (rap_axis_get_x (&axis, before.start + 3), x - pixels, 1e-3);
      rap_axis_pan (&axis, -pixels);
      g_assert_cmpfloat_with_epsilon (position_at (&axis, 0.0, before.start), before.fraction, 1e-6);
    }
  for (guint i = 0; i < 100; i++)
    {
      RapAxis axis = { .start = 0, .scale = RAP_AXIS_MAX_SCALE, .width = 1000.0 };

      rap_axis_pan (&axis, i % 2 ? 1e30 : -1e30);
      g_assert_cmpint (ABS (axis.start), ==, RAP_AXIS_FAR);
    }
}

static void
test_fit (void)
{
  static const struct { gint64 first, last; } rows[] = {
    { 0, 1 }, { 17000, 19800 }, { -800000, 20000 }, { 0, 0 },
    { -G_GINT64_CONSTANT (62092000000), G_GINT64_CONSTANT (62092000000) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RapAxis axis = { .width = 1200.0, .scale = 1.0 };
      double left, right;

      rap_axis_fit (&axis, rows[i].first, rows[i].last, 40.0);
      left = rap_axis_get_x (&axis, rows[i].first);
      right = rap_axis_get_x (&axis, MAX (rows[i].last, rows[i].first + 1));
      g_assert_cmpfloat (left, >=, 39.9);
      g_assert_cmpfloat (right, <=, 1160.1);
      g_assert_cmpfloat_with_epsilon (left - 0.0, 1200.0 - right, 0.01);
    }
}

static void
test_centre (void)
{
  RapAxis axis = { .width = 1000.0, .scale = 0.01 };

  rap_axis_centre (&axis, 19304);
  g_assert_cmpfloat_with_epsilon (rap_axis_get_x (&axis, 19304), 450.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (rap_axis_get_x (&axis, 19305), 550.0, 1e-6);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/axis/conversion", test_conversion);
  g_test_add_func ("/timeline/axis/zoom-anchored", test_zoom_anchored);
  g_test_add_func ("/timeline/axis/zoom-limits", test_zoom_limits);
  g_test_add_func ("/timeline/axis/pan", test_pan);
  g_test_add_func ("/timeline/axis/fit", test_fit);
  g_test_add_func ("/timeline/axis/centre", test_centre);

  return g_test_run ();
}
