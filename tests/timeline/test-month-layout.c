/* test-month-layout.c
 *
 * A page as one line: the day in its first cell, the month's length, then each
 * bar as "event@week:columns.slot" with "<" and ">" where it goes beyond the
 * week and "~" when an end is open, "+" with what is hidden, and the band.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "fixture.h"
#include "rap-month-layout.h"

static const char *
name_of (RapTimelineItems *items,
         guint             index)
{
  RapTimelineEvent event;

  rap_timeline_items_get_event (items, index, &event);
  return event.id;
}

static void
append_bars (GString          *out,
             RapTimelineItems *items,
             GArray           *bars,
             const char       *prefix)
{
  for (guint i = 0; i < bars->len; i++)
    {
      const RapMonthBar *bar = &g_array_index (bars, RapMonthBar, i);

      g_string_append_printf (out, " %s%s@%u:%s%u", prefix, name_of (items, bar->event), bar->week,
                              bar->from_before ? "<" : "", bar->first);
      if (bar->last != bar->first)
        g_string_append_printf (out, "-%u", bar->last);
      g_string_append_printf (out, "%s%s.%u", bar->goes_on ? ">" : "", bar->open ? "~" : "", bar->slot);
    }
}

static char *
describe (const char *text,
          const char *day,
          int         first_weekday,
          guint       capacity)
{
  g_autoptr (RapTimelineItems) items = fixture_items (text);
  g_autoptr (RapMonthLayout) layout = rap_month_layout_new (items, fixture_day (day), first_weekday, capacity);
  g_autofree char *start = rap_day_format (layout->start);
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "%s %d", start, (int) (layout->last - layout->first));
  append_bars (out, items, layout->bars, "");
  append_bars (out, items, layout->hidden, "+");
  for (guint i = 0; i < layout->band->len; i++)
    g_string_append_printf (out, " [%s]", name_of (items, g_array_index (layout->band, guint, i)));
  return g_string_free (out, FALSE);
}

static const struct
{
  const char *day;
  int         first_weekday;
  guint       capacity;
  const char *items;
  const char *expected;
} rows[] = {
  { "2020-11-16", 1, 3, "", "2020-10-26 30" },
  { "2020-11-16", 7, 3, "", "2020-11-01 30" },
  { "2020-11-16", 6, 3, "", "2020-10-31 30" },
  { "2024-02-29", 1, 3, "", "2024-01-29 29" },
  { "0000-03-01", 1, 3, "", "0000-02-28 31" },
  { "-0004-02-01", 1, 3, "", "-0004-01-29 29" },
  { "9999-12-31", 1, 3, "", "9999-11-29 31" },
  /* exact days; another month's days on the page; beyond it */
  { "2020-11-16", 1, 3, "a 2020-11-15; b 2020-11-16; c 2020-10-26; d 2020-10-25; e 2020-12-07",
    "2020-10-26 30 c@0:0.0 a@2:6.0 b@3:0.0" },
  /* month, year and uncertain month lie in the band; never on the first */
  { "2017-07-05", 1, 3, "a 2017-07; b 2017; c 2017-07-05; d 2017-08; e 2017-07?; f 2017-06/2017-08",
    "2017-06-26 31 c@1:2.0 [a] [e] [f] [b]" },
  /* bars over days and weeks, slots kept apart */
  { "2020-11-16", 1, 3, "a 2020-11-14/2020-11-18; b 2020-11-16; c 2020-11-18",
    "2020-10-26 30 a@2:5-6>.0 a@3:<0-2.0 b@3:0.1 c@3:2.1" },
  { "2020-11-16", 1, 3, "a 2020-11-14/..; b ../2020-11-17", "2020-10-26 30 a@2:5~.0 b@3:1~.0" },
  /* open and known only to the month: at the end that is known */
  { "2020-11-16", 1, 3, "a 2020-11/..; b 2019-04/; c ../2020-11", "2020-10-26 30 [c] [a]" },
  /* too many */
  { "2020-11-16", 1, 2, "a 2020-11-16; b 2020-11-16; c 2020-11-16; d 2020-11-17; e 2020-11-09; f 2020-11-09",
    "2020-10-26 30 e@2:0.0 f@2:0.1 a@3:0.0 b@3:0.1 d@3:1.0 +c@3:0.2" },
  { "2020-11-16", 1, 1, "a 2020-11-16; b 2020-11-16", "2020-10-26 30 a@3:0.0 +b@3:0.1" },
};

static void
test_pages (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *found = NULL;

      found = describe (rows[i].items, rows[i].day, rows[i].first_weekday, rows[i].capacity);
      g_assert_cmpstr (found, ==, rows[i].expected);
    }
}

/* Where there is not room for all, meetings come first. */
static void
test_meetings_first (void)
{
  g_autofree char *found = describe ("@a 2020-11-16; @b 2020-11-16; m 2020-11-16", "2020-11-16", 1, 2);

  g_assert_cmpstr (found, ==, "2020-10-26 30 a@3:0.1 m@3:0.0 +b@3:0.2");
}

static char *
describe_week (const char *text,
               const char *day,
               int         first_weekday)
{
  g_autoptr (RapTimelineItems) items = fixture_items (text);
  g_autoptr (RapMonthLayout) layout = rap_week_layout_new (items, fixture_day (day), first_weekday, RAP_MONTH_MAX_CAPACITY);
  g_autofree char *start = rap_day_format (layout->start);
  GString *out = g_string_new (start);

  append_bars (out, items, layout->bars, "");
  append_bars (out, items, layout->hidden, "+");
  for (guint i = 0; i < layout->band->len; i++)
    g_string_append_printf (out, " [%s]", name_of (items, g_array_index (layout->band, guint, i)));
  return g_string_free (out, FALSE);
}

static void
test_weeks (void)
{
  static const struct { const char *items, *day; int first_weekday; const char *expected; } table[] = {
    { "", "2020-11-18", 1, "2020-11-16" },
    { "", "2020-11-18", 7, "2020-11-15" },
    { "a 2020-11-16; b 2020-11-22; c 2020-11-23; d 2020-11-14/2020-11-17; e 2020-11; f 2020-11-20/..",
      "2020-11-18", 1, "2020-11-16 d@0:<0-1.0 a@0:0.1 f@0:4~.0 b@0:6.0 [e]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *found = describe_week (table[i].items, table[i].day, table[i].first_weekday);

      g_assert_cmpstr (found, ==, table[i].expected);
    }
}

static void
test_week_numbers (void)
{
  static const struct { const char *day, *expected; } table[] = {
    { "2020-11-16", "2020-W47" }, { "2021-01-03", "2020-W53" }, { "2021-01-04", "2021-W1" },
    { "2018-12-31", "2019-W1" }, { "2016-01-01", "2015-W53" }, { "2024-12-30", "2025-W1" }, { "0000-01-01", "-1-W52" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *found = NULL;
      gint64 year;
      int week;

      rap_week_get_number (fixture_day (table[i].day), &year, &week);
      found = g_strdup_printf ("%" G_GINT64_FORMAT "-W%d", year, week);
      g_assert_cmpstr (found, ==, table[i].expected);
    }
}

static void
test_five_digits (void)
{
  g_autoptr (RapTimelineItems) items = fixture_items ("");
  g_autoptr (RapMonthLayout) layout = rap_month_layout_new (items, rap_day_from_ymd (10000, 2, 11), 1, 3);

  g_assert_cmpint (layout->first, ==, rap_day_from_ymd (10000, 2, 1));
  g_assert_cmpint (layout->last - layout->first, ==, 29);
}

/* On any page with random items, every event that has to do with it is there
 * exactly once a week, drawn or hidden, and no two drawn ones overlap. */
static void
test_once (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (RapTimelineItems) items = NULL;
      g_autoptr (RapMonthLayout) layout = NULL;
      guint covered = 0;
      guint expected = 0;
      guint hidden = 0;

      for (guint i = 0; i < 40; i++)
        {
          gint64 day = fixture_day ("2020-10-15") + g_rand_int_range (rand, 0, 70);
          g_autofree char *from = rap_day_format (day);
          g_autofree char *to = rap_day_format (day + g_rand_int_range (rand, 0, 9));

          g_string_append_printf (text, "%se%u %s/%s", i > 0 ? "; " : "", i, from, to);
        }
      items = fixture_items (text->str);
      layout = rap_month_layout_new (items, fixture_day ("2020-11-01"), 1 + round % 7, 1 + round % 5);
      for (guint cell = 0; cell < RAP_MONTH_DAYS; cell++)
        {
          g_autoptr (GArray) events = rap_month_layout_get_day (layout, layout->start + cell);
          RapTimelineColumns columns;

          rap_timeline_items_get_columns (items, &columns);
          for (guint i = 0; i < columns.n_items; i++)
            expected += columns.es[i] <= layout->start + cell && layout->start + cell < columns.le[i];
          covered += events->len;
          hidden += layout->n_hidden[cell];
          for (guint i = 1; i < events->len; i++)
            g_assert_cmpuint (g_array_index (events, guint, i), >, g_array_index (events, guint, i - 1));
        }
      g_assert_cmpuint (covered, ==, expected);
      g_assert_cmpuint (hidden, ==, layout->hidden->len);
      for (guint i = 0; i < layout->bars->len; i++)
        for (guint j = 0; j < i; j++)
          {
            const RapMonthBar *a = &g_array_index (layout->bars, RapMonthBar, i);
            const RapMonthBar *b = &g_array_index (layout->bars, RapMonthBar, j);

            g_assert_true (a->week != b->week || a->slot != b->slot || a->first > b->last || b->first > a->last);
          }
    }
}

static void
test_add (void)
{
  static const struct { const char *day; int months; const char *expected; } table[] = {
    { "2020-01-31", 1, "2020-02-29" }, { "2020-03-31", -1, "2020-02-29" }, { "2020-12-15", 1, "2021-01-15" },
    { "2020-01-15", -1, "2019-12-15" }, { "2020-02-29", 12, "2021-02-28" }, { "0000-01-15", -1, "-0001-12-15" },
    { "0001-01-01", -13, "-0001-12-01" }, { "2020-06-10", 0, "2020-06-10" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *found = rap_day_format (rap_month_add (fixture_day (table[i].day), table[i].months));

      g_assert_cmpstr (found, ==, table[i].expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/month-layout/pages", test_pages);
  g_test_add_func ("/timeline/month-layout/meetings-first", test_meetings_first);
  g_test_add_func ("/timeline/month-layout/weeks", test_weeks);
  g_test_add_func ("/timeline/month-layout/week-numbers", test_week_numbers);
  g_test_add_func ("/timeline/month-layout/five-digits", test_five_digits);
  g_test_add_func ("/timeline/month-layout/once", test_once);
  g_test_add_func ("/timeline/month-layout/add", test_add);

  return g_test_run ();
}
