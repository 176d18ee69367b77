/* test-lane-keys.c
 *
 * Lanes go by their keys: two of one name stay apart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-items.h"

/* Names and numbers of the lanes. (transfer full) */
static char *
list_lanes (RapTimelineItems *items)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < rap_timeline_items_get_n_lanes (items); i++)
    {
      RapTimelineLane lane;

      rap_timeline_items_get_lane (items, i, &lane);
      g_string_append_printf (out, "[%s %u]", lane.name, lane.n_items);
    }
  return g_string_free (out, FALSE);
}

static void
add (RapTimelineItems *items,
     const char       *id,
     const char       *lane,
     const char       *other)
{
  const char * const lanes[] = { lane, other, NULL };
  g_autoptr (RapEdtf) when = rap_edtf_parse ("2022-11-07", NULL);

  rap_timeline_items_add (items, RAP_KIND_MEETING, id, id, when, RAP_STATUS_HELD, 1, FALSE, lanes);
}

static void
test_names (void)
{
  g_autoptr (RapTimelineItems) items = rap_timeline_items_new ();
  g_autofree char *lanes = NULL;

  rap_timeline_items_name_lane (items, "p1", "Ali Hassan");
  add (items, "a", "p1", NULL);
  rap_timeline_items_name_lane (items, "p2", "Ali Hassan");
  add (items, "b", "p2", "p1");
  add (items, "c", "p1", "Baghdad");
  rap_timeline_items_name_lane (items, "p1", "Ali Hassan");
  rap_timeline_items_sort (items);
  lanes = list_lanes (items);
  g_assert_cmpstr (lanes, ==, "[Ali Hassan 3][Ali Hassan 1][Baghdad 1]");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/lane-keys/names", test_names);
  return g_test_run ();
}
