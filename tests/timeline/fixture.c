/* fixture.c
 *
 * Timeline items from one compact string.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "fixture.h"

gint64
fixture_day (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RapEdtf) date = rap_edtf_parse (text, &error);

  g_assert_no_error (error);
  return date->es;
}

static void
add (RapTimelineItems *items,
     const char       *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 3);
  gboolean article = words[0][0] == '@';
  g_auto (GStrv) lanes = words[2] != NULL ? g_strsplit (words[2], ",", -1) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RapEdtf) when = g_str_equal (words[1], "-") ? NULL : rap_edtf_parse (words[1], &error);

  g_assert_no_error (error);
  rap_timeline_items_add (items, article ? RAP_KIND_ARTICLE : RAP_KIND_MEETING, words[0] + article, words[0] + article,
                          when, RAP_STATUS_HELD, 1, FALSE, (const char * const *) lanes);
}

RapTimelineItems *
fixture_items (const char *text)
{
  RapTimelineItems *items = rap_timeline_items_new ();
  g_auto (GStrv) lines = g_strsplit (text, "; ", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0')
      add (items, lines[i]);
  rap_timeline_items_sort (items);
  return items;
}
