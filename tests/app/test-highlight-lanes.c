/* test-highlight-lanes.c
 *
 * Lanes of overlapping highlights and what is visible, by tables and by
 * comparison with looking at every highlight. No display.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-highlight-lanes.h"

typedef struct
{
  const char *name;
  const char *items;    /* "start-end[style]" separated by spaces; owner is the position */
  RapRange    window;
  const char *lanes;    /* "start-end:lane" of all, in order */
  const char *visible;  /* owners that cut the window, in order */
} Case;

static const Case cases[] = {
  { "empty", "", { 0, 100 }, "", "" },
  { "apart", "0-5 10-15", { 0, 10 }, "0-5:0 10-15:0", "0" },
  { "touching", "0-5 5-9", { 5, 6 }, "0-5:0 5-9:0", "1" },
  { "overlap", "0-10 5-15 9-12", { 9, 10 }, "0-10:0 5-15:1 9-12:2", "0 1 2" },
  { "nested, longer first", "2-4 0-20 0-3", { 0, 1 }, "0-20:0 0-3:1 2-4:2", "1 2" },
  { "lane is freed", "0-10 2-5 6-8", { 6, 7 }, "0-10:0 2-5:1 6-8:1", "0 2" },
  { "same range twice", "3-9 3-9", { 3, 4 }, "3-9:0 3-9:1", "0 1" },
  { "margin apart from text", "0-9c 0-9m 0-9m", { 0, 9 }, "0-9:0 0-9:0 0-9:1", "0 1 2" },
  { "empty range left out", "4-4 4-5", { 0, 9 }, "4-5:0", "1" },
  { "one long over many", "0-900 1-2 3-4 5-6 800-801", { 700, 801 }, "0-900:0 1-2:1 3-4:1 5-6:1 800-801:1", "0 4" },
  { "empty window", "0-9", { 3, 3 }, "0-9:0", "" },
};

static GArray *
read_items (const char *text)
{
  GArray *items = g_array_new (FALSE, TRUE, sizeof (RapHighlight));
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      RapHighlight item = { { 0, 0 }, i, RAP_HIGHLIGHT_CLAIM, 99 };
      char *end;

      item.range.start = (guint) g_ascii_strtoull (words[i], &end, 10);
      item.range.end = (guint) g_ascii_strtoull (end + 1, &end, 10);
      item.style = *end == 'c' ? RAP_HIGHLIGHT_CODING : *end == 'm' ? RAP_HIGHLIGHT_MENTION : RAP_HIGHLIGHT_CLAIM;
      g_array_append_val (items, item);
    }
  return items;
}

static void
append (GString            *text,
        const RapHighlight *item)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append_printf (text, "%u-%u:%u", item->range.start, item->range.end, item->lane);
}

static void
append_owner (const RapHighlight *highlight,
              gpointer            user_data)
{
  GString *text = user_data;

  g_string_append_printf (text, "%s%u", text->len > 0 ? " " : "", highlight->owner);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GArray) items = read_items (test->items);
  g_autoptr (RapHighlightLanes) lanes = rap_highlight_lanes_new ((const RapHighlight *) items->data, items->len);
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GString) visible = g_string_new (NULL);

  for (guint i = 0; i < rap_highlight_lanes_get_n (lanes); i++)
    append (all, rap_highlight_lanes_get (lanes, i));
  rap_highlight_lanes_foreach (lanes, test->window, append_owner, visible);
  g_assert_cmpstr (all->str, ==, test->lanes);
  g_assert_cmpstr (visible->str, ==, test->visible);
}

/* The same answer as looking at each, in the same order. */
static char *
look_at_all (const RapHighlightLanes *lanes,
             RapRange                 window)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rap_highlight_lanes_get_n (lanes); i++)
    if (rap_range_overlaps (rap_highlight_lanes_get (lanes, i)->range, window))
      append_owner (rap_highlight_lanes_get (lanes, i), text);
  return g_string_free (text, FALSE);
}

static void
assert_apart (const RapHighlightLanes *lanes)
{
  for (guint i = 0; i < rap_highlight_lanes_get_n (lanes); i++)
    for (guint j = 0; j < i; j++)
      {
        const RapHighlight *a = rap_highlight_lanes_get (lanes, i);
        const RapHighlight *b = rap_highlight_lanes_get (lanes, j);

        g_assert_false (a->lane == b->lane && a->lane + 1 < RAP_HIGHLIGHT_MAX_LANES &&
                        rap_highlight_get_track (a) == rap_highlight_get_track (b) &&
                        rap_range_overlaps (a->range, b->range));
      }
}

static void
test_random (void)
{
  for (guint round = 0; round < 60; round++)
    {
      guint n = (guint) g_test_rand_int_range (0, 120);
      g_autofree RapHighlight *items = g_new0 (RapHighlight, n + 1);
      g_autoptr (RapHighlightLanes) lanes = NULL;

      for (guint i = 0; i < n; i++)
        {
          items[i].owner = i;
          items[i].style = (guint) g_test_rand_int_range (0, RAP_HIGHLIGHT_CODING + 1);
          items[i].range.start = (guint) g_test_rand_int_range (0, 500);
          items[i].range.end = items[i].range.start + (guint) g_test_rand_int_range (1, 90);
        }
      lanes = rap_highlight_lanes_new (items, n);
      assert_apart (lanes);
      for (guint i = 0; i < 20; i++)
        {
          guint start = (guint) g_test_rand_int_range (0, 600);
          RapRange window = { start, start + (guint) g_test_rand_int_range (1, 60) };
          g_autoptr (GString) found = g_string_new (NULL);
          g_autofree char *expected = look_at_all (lanes, window);

          rap_highlight_lanes_foreach (lanes, window, append_owner, found);
          g_assert_cmpstr (found->str, ==, expected);
        }
    }
}

/* What is added behind changes no lane before it. */
static void
test_stable (void)
{
  g_autoptr (GArray) items = read_items ("0-10 5-15 30-40 32-35");
  g_autoptr (RapHighlightLanes) before = rap_highlight_lanes_new ((const RapHighlight *) items->data, 2);
  g_autoptr (RapHighlightLanes) after = rap_highlight_lanes_new ((const RapHighlight *) items->data, 4);

  for (guint i = 0; i < 2; i++)
    g_assert_cmpuint (rap_highlight_lanes_get (before, i)->lane, ==, rap_highlight_lanes_get (after, i)->lane);
  g_assert_cmpuint (rap_highlight_lanes_count (after, RAP_HIGHLIGHT_UNDER, (RapRange) { 0, 40 }), ==, 2);
  g_assert_cmpuint (rap_highlight_lanes_count (after, RAP_HIGHLIGHT_UNDER, (RapRange) { 0, 5 }), ==, 1);
  g_assert_cmpuint (rap_highlight_lanes_count (after, RAP_HIGHLIGHT_MARGIN, (RapRange) { 0, 40 }), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/app/highlight-lanes/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/app/highlight-lanes/random", test_random);
  g_test_add_func ("/app/highlight-lanes/stable", test_stable);
  return g_test_run ();
}
