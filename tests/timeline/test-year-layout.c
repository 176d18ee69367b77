/* test-year-layout.c
 *
 * The heat calendar: every day has a place of its own and is found there again,
 * whatever the size; and the steps.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-edtf.h"
#include "rap-year-layout.h"

typedef struct
{
  const char *name;
  gint64      year;
  int         first_weekday;
  double      width;
  double      height;
  const char *wanted;   /* form, columns, side of a day */
} Case;

static const Case cases[] = {
  { "window",      2024, 1, 1000.0, 700.0, "months 4 34" },
  { "wide",        2024, 7, 1600.0, 400.0, "months 6 29" },
  { "low",         2023, 1, 1000.0, 150.0, "strip 18" },
  { "narrow",      2023, 6, 340.0,  900.0, "months 2 20" },
  { "tiny",        2000, 1, 40.0,   30.0,  "strip 4" },
  { "bce",         -43,  1, 1000.0, 700.0, "months 4 34" },
};

static void
test_days (gconstpointer data)
{
  const Case *wanted = data;
  g_autofree char *form = NULL;
  RapYearLayout layout;
  guint found = 0;

  rap_year_layout_init (&layout, rap_day_from_ymd (wanted->year, 7, 14), wanted->first_weekday, wanted->width,
                        wanted->height, 20.0);
  form = layout.strip ? g_strdup_printf ("strip %.0f", layout.cell)
                      : g_strdup_printf ("months %u %.0f", layout.columns, layout.cell);
  g_assert_cmpstr (form, ==, wanted->wanted);
  for (gint64 day = layout.first; day < layout.last; day++)
    {
      gint64 there = RAP_DAY_MIN;
      double x, y;

      rap_year_layout_get_day (&layout, day, &x, &y);
      g_assert_true (rap_year_layout_day_at (&layout, x + 0.5, y + 0.5, &there) && there == day);
      g_assert_true (rap_year_layout_day_at (&layout, x + layout.cell - 0.5, y + layout.cell - 0.5, &there));
      found += there == day;
    }
  g_assert_cmpuint (found, ==, layout.last - layout.first);
}

/* Weekdays stand in columns, in the strip in rows. */
static void
test_weekdays (void)
{
  RapYearLayout layout;
  double x, y, other_x, other_y;

  rap_year_layout_init (&layout, rap_day_from_ymd (2024, 1, 1), 1, 1000.0, 700.0, 20.0);
  rap_year_layout_get_day (&layout, rap_day_from_ymd (2024, 3, 7), &x, &y);
  rap_year_layout_get_day (&layout, rap_day_from_ymd (2024, 3, 14), &other_x, &other_y);
  g_assert_true (x == other_x && other_y == y + layout.cell);
  rap_year_layout_init (&layout, rap_day_from_ymd (2024, 1, 1), 1, 1000.0, 150.0, 20.0);
  rap_year_layout_get_day (&layout, rap_day_from_ymd (2024, 3, 7), &x, &y);
  rap_year_layout_get_day (&layout, rap_day_from_ymd (2024, 3, 14), &other_x, &other_y);
  g_assert_true (y == other_y && other_x == x + layout.cell);
}

static void
test_heads (void)
{
  RapYearLayout layout;
  GString *found = g_string_new (NULL);
  gint64 day;

  rap_year_layout_init (&layout, rap_day_from_ymd (2024, 1, 1), 1, 1000.0, 700.0, 20.0);
  for (int month = 1; month <= 12; month++)
    {
      double x, y, width;

      rap_year_layout_get_head (&layout, month, &x, &y, &width);
      g_string_append_printf (found, "%d ", rap_year_layout_head_at (&layout, x + width / 2.0, y + 1.0));
      g_assert_false (rap_year_layout_day_at (&layout, x + width / 2.0, y + 1.0, &day));
    }
  g_assert_cmpstr (found->str, ==, "1 2 3 4 5 6 7 8 9 10 11 12 ");
  g_assert_cmpint (rap_year_layout_head_at (&layout, -5.0, -5.0), ==, 0);
  g_assert_false (rap_year_layout_day_at (&layout, -5.0, 300.0, &day));
  g_assert_false (rap_year_layout_day_at (&layout, 5000.0, 5000.0, &day));
  g_string_free (found, TRUE);
}

static void
test_steps (void)
{
  static const double most[] = { 0.0, 3.0, 16.0, 17.0, 33.0, 81.0, 161.0, 5000.0 };
  static const double counts[] = { 0.0, 1e-9, 0.01, 1.0, 1.5, 2.0, 4.0, 4.1, 8.0, 8.5, 1000.0 };
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (most); i++)
    g_string_append_printf (found, "%.0f ", rap_heat_unit (most[i]));
  g_string_append (found, "| ");
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    g_string_append_printf (found, "%u ", rap_heat_step (counts[i], 1.0));
  g_string_append (found, "| ");
  for (guint step = 0; step < RAP_HEAT_STEPS - 1; step++)
    g_string_append_printf (found, "%.0f ", rap_heat_limit (step, 5.0));
  g_assert_cmpstr (found->str, ==, "1 1 1 2 5 10 20 500 | 0 0 1 1 2 2 3 4 4 5 5 | 0 5 10 20 40 ");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/timeline/year-layout/days-%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_days);
    }
  g_test_add_func ("/timeline/year-layout/weekdays", test_weekdays);
  g_test_add_func ("/timeline/year-layout/heads", test_heads);
  g_test_add_func ("/timeline/year-layout/steps", test_steps);
  return g_test_run ();
}
