/* test-brush.c
 *
 * What is certainly, possibly and not in a stretch of time: by hand, then the
 * index against asking every event.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "fixture.h"
#include "rap-brush.h"

static void
add_answer (guint          event,
            RapBrushAnswer answer,
            gpointer       user_data)
{
  gpointer *arguments = user_data;
  RapTimelineEvent found;

  rap_timeline_items_get_event (arguments[0], event, &found);
  g_string_append_printf (arguments[1], " %s%s", found.id, answer == RAP_BRUSH_CERTAIN ? "" : "?");
}

static const struct
{
  const char *items;
  const char *first;
  const char *last;
  const char *expected;
} rows[] = {
  { "", "2017-07-01", "2017-08-01", "0 0 0 0" },
  { "a 2017-07-05; b 2017-07-31; c 2017-08-01; d 2017-06-30", "2017-07-01", "2017-08-01", "2 0 2 0 a b" },
  { "a 2017-07; b 2017; c 2017-08; d 2017-06/2017-07-01", "2017-07-01", "2017-08-01", "1 2 1 0 b? d? a" },
  { "a 2016-01-01/..; b ../2017-07-04; c 2017-07-01/..; d ../2017-06-30", "2017-07-01", "2017-08-01",
    "0 3 1 0 b? a? c?" },
  { "a 2015/2020; b -; @c 2017-07-02", "2017-07-01", "2017-08-01", "1 1 0 1 a? c" },
  { "a 2017-07-05 A,B,C", "2017-07-01", "2017-08-01", "1 0 0 0 a" },
  { "a 2017-07-05", "2017-08-01", "2017-07-01", "0 0 1 0" },
};

static void
test_answers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RapTimelineItems) items = fixture_items (rows[i].items);
      g_autoptr (RapBrushIndex) index = rap_brush_index_new (items);
      g_autoptr (GString) out = g_string_new (NULL);
      gint64 first = fixture_day (rows[i].first);
      gint64 last = fixture_day (rows[i].last);
      gpointer arguments[] = { items, out };
      RapBrushCounts counts;

      rap_brush_index_count (index, RAP_KIND_PROJECT, first, last, &counts);
      g_string_append_printf (out, "%u %u %u %u", counts.certain, counts.possible, counts.outside, counts.undated);
      rap_brush_index_foreach (index, first, last, add_answer, arguments);
      g_assert_cmpstr (out->str, ==, rows[i].expected);
    }
}

static char *
ask_all (RapTimelineItems *items,
         RapKind           kind,
         gint64            first,
         gint64            last)
{
  guint n[3] = { 0 };
  guint undated = 0;
  RapTimelineColumns columns;

  rap_timeline_items_get_columns (items, &columns);
  for (guint i = 0; i < rap_timeline_items_get_n_events (items); i++)
    {
      RapTimelineEvent event;

      rap_timeline_items_get_event (items, i, &event);
      if (kind != RAP_KIND_PROJECT && kind != event.kind)
        continue;
      if (columns.flags[event.first_item] & RAP_ITEM_UNDATED)
        undated++;
      else
        n[rap_brush_ask (columns.es[event.first_item], columns.le[event.first_item], first, last)]++;
    }
  return g_strdup_printf ("%u %u %u %u", n[RAP_BRUSH_CERTAIN], n[RAP_BRUSH_POSSIBLE], n[RAP_BRUSH_OUTSIDE], undated);
}

static void
append_random (GString *text,
               GRand   *rand,
               guint    number)
{
  static const char * const forms[] = { "%se%u %.7s", "%se%u %.4s", "%se%u %s", "%se%u %s/..", "%se%u ../%s", "%s@e%u %s" };
  g_autofree char *day = rap_day_format (fixture_day ("2016-01-01") + g_rand_int_range (rand, 0, 900));

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_string_append_printf (text, forms[g_rand_int_range (rand, 0, G_N_ELEMENTS (forms))], number > 0 ? "; " : "", number, day);
#pragma GCC diagnostic pop
}

static void
test_against_all (void)
{
  static const RapKind kinds[] = { RAP_KIND_PROJECT, RAP_KIND_MEETING, RAP_KIND_ARTICLE };
  g_autoptr (GRand) rand = g_rand_new_with_seed (21);

  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (RapTimelineItems) items = NULL;
      g_autoptr (RapBrushIndex) index = NULL;

      for (guint i = 0; i < 1 + round * 2; i++)
        append_random (text, rand, i);
      items = fixture_items (text->str);
      index = rap_brush_index_new (items);
      for (guint i = 0; i < 30; i++)
        {
          RapKind kind = kinds[i % G_N_ELEMENTS (kinds)];
          gint64 first = fixture_day ("2016-01-01") + g_rand_int_range (rand, -50, 950);
          gint64 last = first + g_rand_int_range (rand, 1, 400);
          g_autofree char *expected = ask_all (items, kind, first, last);
          g_autofree char *found = NULL;
          RapBrushCounts counts;

          rap_brush_index_count (index, kind, first, last, &counts);
          found = g_strdup_printf ("%u %u %u %u", counts.certain, counts.possible, counts.outside, counts.undated);
          g_assert_cmpstr (found, ==, expected);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/brush/answers", test_answers);
  g_test_add_func ("/timeline/brush/against-all", test_against_all);

  return g_test_run ();
}
