/* test-timeline-items.c
 *
 * Order of events and lanes, and what becomes of a date.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "fixture.h"

static char *
describe (RapTimelineItems *items)
{
  GString *out = g_string_new (NULL);
  RapTimelineColumns columns;

  rap_timeline_items_get_columns (items, &columns);
  for (guint i = 0; i < rap_timeline_items_get_n_events (items); i++)
    {
      RapTimelineEvent event;

      rap_timeline_items_get_event (items, i, &event);
      g_string_append_printf (out, "%s%s:%x", i > 0 ? " " : "", event.id, columns.flags[event.first_item]);
      for (guint j = 0; j < event.n_items; j++)
        {
          g_assert_cmpuint (columns.event[event.first_item + j], ==, i);
          g_string_append_printf (out, "/%u", columns.lane[event.first_item + j]);
        }
    }
  g_string_append (out, " |");
  for (guint i = 0; i < rap_timeline_items_get_n_lanes (items); i++)
    {
      RapTimelineLane lane;

      rap_timeline_items_get_lane (items, i, &lane);
      g_string_append_printf (out, " %s%u", lane.kind == RAP_LANE_ARTICLES ? "@" : lane.kind == RAP_LANE_NONE ? "-" : lane.name,
                              lane.n_items);
    }
  return g_string_free (out, FALSE);
}

static const struct
{
  const char *items;
  const char *expected;
} rows[] = {
  { "", " |" },
  { "a 2017-07 B,S", "a:0/0/1 | B1 S1" },
  { "b 2017-07-01 X; a 2017-07 X; c 2017 X", "c:0/0 b:0/0 a:0/0 | X3" },
  { "b 2017 X; a 2017 Y", "a:0/0 b:0/1 | Y1 X1" },
  { "u - B; a 2020 S; z 2021 S", "a:0/0 z:0/0 u:80/1 | S2 B1" },
  { "m 2020; @p 2021; n 2022 L", "m:0/2 p:0/0 n:0/1 | @1 L1 -1" },
  { "a 2020?; b 2021~; c 2022%", "a:1/0 b:2/0 c:3/0 | -3" },
  { "a 2020/..; b ../2020; c 2020/; d /2020; e ../..", "b:c/0 d:14/0 a:24/0 c:44/0 e:80/0 | -5" },
};

static void
test_order (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RapTimelineItems) items = fixture_items (rows[i].items);
      g_autofree char *found = describe (items);

      g_assert_cmpstr (found, ==, rows[i].expected);
    }
}

static void
test_gather_articles (void)
{
  static const struct { const char *items; const char *expected; } table[] = {
    { "", " |" },
    { "a 2020 X", "a:0/0 | X1" },
    { "a 2020 X; @p 2021 O; @q 2022 O; b 2023 Y,X", "a:0/1 p:0/0 q:0/0 b:0/2/1 | @2 X2 Y1" },
    { "@p 2021 O,R; @q 2022; a 2023 R", "p:0/0 q:0/0 a:0/1 | @2 R1" },
    { "@p 2021 O; @q - R", "p:0/0 q:80/0 | @2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (RapTimelineItems) items = fixture_items (table[i].items);
      g_autofree char *found = NULL;

      rap_timeline_items_gather_articles (items);
      found = describe (items);
      g_assert_cmpstr (found, ==, table[i].expected);
    }
}

static void
test_extent (void)
{
  g_autoptr (RapTimelineItems) items = fixture_items ("a 2017-07; b 2020-11-16/..; c -");
  g_autoptr (RapTimelineItems) none = fixture_items ("c -");
  gint64 first, last;

  g_assert_true (rap_timeline_items_get_extent (items, &first, &last));
  g_assert_cmpint (first, ==, fixture_day ("2017-07-01"));
  g_assert_cmpint (last, ==, fixture_day ("2020-11-17"));
  g_assert_false (rap_timeline_items_get_extent (none, &first, &last));
}

/* Of an open end the other is what is known. */
static void
test_days (void)
{
  static const struct { const char *when; const char *expected; } table[] = {
    { "2017-07", "2017-07-01 2017-08-01" },
    { "2020-11-15/2020-11-16", "2020-11-15 2020-11-17" },
    { "2020-11-16/..", "2020-11-16 2020-11-17" },
    { "../2020-11-16", "2020-11-16 2020-11-17" },
    { "-", "undated" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *fed = g_strdup_printf ("a %s", table[i].when);
      g_autoptr (RapTimelineItems) items = fixture_items (fed);
      gint64 first, last;
      gboolean dated = rap_timeline_items_get_days (items, 0, &first, &last);
      g_autofree char *from = dated ? rap_day_format (first) : NULL;
      g_autofree char *to = dated ? rap_day_format (last) : NULL;
      g_autofree char *found = dated ? g_strdup_printf ("%s %s", from, to) : g_strdup ("undated");

      g_assert_cmpstr (found, ==, table[i].expected);
    }
}

static void
test_find (void)
{
  g_autoptr (RapTimelineItems) items = fixture_items ("b 2017-07; @a 2016; c -");
  RapTimelineEvent event;
  guint index;

  g_assert_true (rap_timeline_items_find (items, RAP_KIND_MEETING, "c", &index));
  rap_timeline_items_get_event (items, index, &event);
  g_assert_cmpstr (event.id, ==, "c");
  g_assert_null (event.when);
  g_assert_true (rap_timeline_items_find (items, RAP_KIND_ARTICLE, "a", &index));
  rap_timeline_items_get_event (items, index, &event);
  g_assert_cmpstr (event.when, ==, "2016");
  g_assert_false (rap_timeline_items_find (items, RAP_KIND_ARTICLE, "b", &index));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/items/order", test_order);
  g_test_add_func ("/timeline/items/gather-articles", test_gather_articles);
  g_test_add_func ("/timeline/items/extent", test_extent);
  g_test_add_func ("/timeline/items/days", test_days);
  g_test_add_func ("/timeline/items/find", test_find);

  return g_test_run ();
}
