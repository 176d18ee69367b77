/* test-timeline-sort.c
 *
 * Sorting by digits against sorting by comparison, days in few bytes, and the
 * order of events against the plain rule, with dates near and very far.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "fixture.h"
#include "rap-timeline-days.h"

static guint64
random_key (GRand *rand,
            guint  bits)
{
  guint64 key = (guint64) g_rand_int (rand) << 32 | g_rand_int (rand);

  return bits == 0 ? 0 : key >> (64 - bits);
}

/* In order, equal ones as they came, and each still with its key. */
static void
test_by_key (void)
{
  static const guint bits[] = { 0, 1, 5, 12, 13, 24, 37, 63, 64 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint round = 0; round < G_N_ELEMENTS (bits) * 4; round++)
    {
      guint n = (guint) g_rand_int_range (rand, 0, 3000);
      guint width = bits[round % G_N_ELEMENTS (bits)];
      g_autofree guint64 *keys = g_new (guint64, n + 1);
      g_autofree guint64 *before = NULL;
      g_autofree guint32 *order = g_new (guint32, n + 1);

      for (guint i = 0; i < n; i++)
        {
          keys[i] = random_key (rand, width);
          order[i] = i;
        }
      before = g_memdup2 (keys, (n + 1) * sizeof *keys);
      rap_sort_by_key (keys, order, n, width == 0 ? 0 : G_MAXUINT64 >> (64 - width));
      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpuint (keys[i], ==, before[order[i]]);
          g_assert_true (i == 0 || keys[i - 1] < keys[i] || (keys[i - 1] == keys[i] && order[i - 1] < order[i]));
        }
    }
}

static void
test_days (void)
{
  static const struct { gint64 first; gint64 last; gboolean narrow; } spans[] = {
    { 0, 0, TRUE }, { -5, 3000, TRUE }, { -G_MAXINT32, G_MAXINT32, TRUE }, { 17000, 17000 + (gint64) G_MAXUINT32, TRUE },
    { 17000, 17001 + (gint64) G_MAXUINT32, FALSE }, { RAP_DAY_MIN, RAP_DAY_MAX, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      gint64 middle = spans[i].first + (spans[i].last - spans[i].first) / 2;
      RapDays days;

      rap_days_init (&days, 3, spans[i].first, spans[i].last);
      g_assert_cmpint (days.narrow != NULL, ==, spans[i].narrow);
      rap_days_set (&days, 0, spans[i].first);
      rap_days_set (&days, 1, middle);
      rap_days_set (&days, 2, spans[i].last);
      g_assert_cmpint (rap_days_get (&days, 0), ==, spans[i].first);
      g_assert_cmpint (rap_days_get (&days, 1), ==, middle);
      g_assert_cmpint (rap_days_get (&days, 2), ==, spans[i].last);
      rap_days_clear (&days);
    }
}

/* From everywhere, looking near finds what looking everywhere finds. */
static void
test_search (void)
{
  RapDays days;

  rap_days_init (&days, 100, 0, 1000);
  for (guint i = 0; i < 100; i++)
    rap_days_set (&days, i, i / 3 * 7);
  for (guint begin = 0; begin <= 100; begin++)
    for (gint64 day = -1; day < 240; day++)
      {
        guint plain = begin;

        while (plain < 100 && rap_days_get (&days, plain) < day)
          plain++;
        g_assert_cmpuint (rap_days_lower_bound (&days, begin, 100, day), ==, plain);
        g_assert_cmpuint (rap_days_find_near (&days, begin, 100, day), ==, plain);
      }
  rap_days_clear (&days);
}

static char *
random_event (GRand *rand,
              guint  number,
              guint  far)
{
  static const char * const near_dates[] = { "2017", "2017-07", "2017-07-05", "2018-01-01", "../2017-07-05", "2017-07-05/..",
                                             "-", "2017-07-05/2018-01-01", "/2017" };
  static const char * const far_dates[] = { "Y-2000000000", "Y2000000000", "Y170000002", "2017-07-05", "-", "Y-1999999999/2017" };
  const char *date = far ? far_dates[g_rand_int_range (rand, 0, G_N_ELEMENTS (far_dates))]
                         : near_dates[g_rand_int_range (rand, 0, G_N_ELEMENTS (near_dates))];

  return g_strdup_printf ("%s%c%03d_%u %s X", g_rand_boolean (rand) ? "@" : "", 'a' + g_rand_int_range (rand, 0, 3),
                          g_rand_int_range (rand, 0, 1000), number, date);
}

/* By (earliest, latest, id), undated last; and each is found by its id. */
static void
test_order (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (RapTimelineItems) items = NULL;
      RapTimelineColumns columns;
      RapTimelineEvent event, last;
      guint found;

      for (guint i = 0; i < 200; i++)
        {
          g_autofree char *added = random_event (rand, i, round % 2);

          g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", added);
        }
      items = fixture_items (text->str);
      rap_timeline_items_get_columns (items, &columns);
      for (guint i = 0; i < 200; i++)
        {
          rap_timeline_items_get_event (items, i, &event);
          g_assert_true (rap_timeline_items_find (items, event.kind, event.id, &found));
          g_assert_cmpuint (found, ==, i);
          g_assert_cmpint (i < rap_timeline_items_get_n_dated (items), ==, (columns.flags[i] & RAP_ITEM_UNDATED) == 0);
          if (i > 0)
            {
              rap_timeline_items_get_event (items, i - 1, &last);
              g_assert_true (columns.es[i - 1] < columns.es[i]
                             || (columns.es[i - 1] == columns.es[i]
                                 && (columns.le[i - 1] < columns.le[i]
                                     || (columns.le[i - 1] == columns.le[i] && strcmp (last.id, event.id) < 0))));
            }
        }
      g_assert_false (rap_timeline_items_find (items, RAP_KIND_MEETING, "zz", &found));
    }
}

/* Two lanes of one name stay two; one that is only named is none. */
static void
test_named_lanes (void)
{
  g_autoptr (RapTimelineItems) items = rap_timeline_items_new ();
  g_autoptr (GString) found = g_string_new (NULL);
  const char *first[] = { "e1", NULL };
  const char *second[] = { "e2", "e1", NULL };

  rap_timeline_items_name_lane (items, "e1", "Ali");
  rap_timeline_items_name_lane (items, "e2", "Ali");
  rap_timeline_items_name_lane (items, "e3", "Nobody");
  rap_timeline_items_add (items, RAP_KIND_MEETING, "a", "", NULL, RAP_STATUS_HELD, 1, FALSE, first);
  rap_timeline_items_add (items, RAP_KIND_MEETING, "b", "", NULL, RAP_STATUS_HELD, 1, FALSE, second);
  rap_timeline_items_sort (items);
  for (guint i = 0; i < rap_timeline_items_get_n_lanes (items); i++)
    {
      RapTimelineLane lane;

      rap_timeline_items_get_lane (items, i, &lane);
      g_string_append_printf (found, "%s%u ", lane.name, lane.n_items);
    }
  g_assert_cmpstr (found->str, ==, "Ali2 Ali1 ");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/sort/by-key", test_by_key);
  g_test_add_func ("/timeline/sort/days", test_days);
  g_test_add_func ("/timeline/sort/search", test_search);
  g_test_add_func ("/timeline/sort/order", test_order);
  g_test_add_func ("/timeline/sort/named-lanes", test_named_lanes);

  return g_test_run ();
}
