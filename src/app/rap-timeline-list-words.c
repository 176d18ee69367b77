/* rap-timeline-list-words.c
 *
 * What the cells of the timeline's table say.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-list-words.h"

#include <glib/gi18n.h>

#include "rap-timeline-words.h"
#include "rap-words.h"

char *
rap_timeline_list_say_date (RapTimelineItems *items,
                            guint             index)
{
  RapTimelineEvent event;
  g_autoptr (RapEdtf) date = NULL;

  rap_timeline_items_get_event (items, index, &event);
  date = event.when != NULL ? rap_edtf_parse (event.when, NULL) : NULL;
  return date != NULL ? rap_words_edtf (date) : g_strdup ("");
}

char *
rap_timeline_list_say_written (RapTimelineItems *items,
                               guint             index)
{
  RapTimelineEvent event;

  rap_timeline_items_get_event (items, index, &event);
  return g_strdup (event.when != NULL ? event.when : "");
}

char *
rap_timeline_list_say_kind (RapTimelineItems *items,
                            guint             index)
{
  RapTimelineEvent event;

  rap_timeline_items_get_event (items, index, &event);
  return g_strdup (event.kind == RAP_KIND_ARTICLE ? _("Article") : _("Meeting"));
}

char *
rap_timeline_list_say_title (RapTimelineItems *items,
                             guint             index)
{
  RapTimelineEvent event;

  rap_timeline_items_get_event (items, index, &event);
  return g_strdup (rap_timeline_words_title (&event));
}

static guint
count_reports (RapTimelineItems *items,
               guint             index)
{
  RapTimelineColumns columns;
  RapTimelineEvent event;

  rap_timeline_items_get_event (items, index, &event);
  rap_timeline_items_get_columns (items, &columns);
  return event.kind == RAP_KIND_MEETING ? columns.weight[event.first_item] : 0;
}

char *
rap_timeline_list_say_reports (RapTimelineItems *items,
                               guint             index)
{
  guint n = count_reports (items, index);

  return n > 0 ? g_strdup_printf ("%u", n) : g_strdup ("");
}

/* The row without the brush. (transfer full) */
char *
rap_timeline_list_say_event (RapTimelineItems *items,
                             guint             index)
{
  g_autofree char *event = rap_timeline_words_event (items, index);
  g_autofree char *lanes = rap_timeline_words_lanes (items, index);
  guint n = count_reports (items, index);
  g_autofree char *reports = NULL;

  if (n > 0)
    reports = g_strdup_printf (ngettext ("reported by %u article", "reported by %u articles", n), n);
  if (*lanes != '\0' && reports != NULL)
    /* Translators: for a screen reader: an event with its date, who takes part, how many articles report it */
    return g_strdup_printf (_("%1$s; %2$s; %3$s"), event, lanes, reports);
  if (*lanes == '\0' && reports == NULL)
    return g_steal_pointer (&event);
  return g_strdup_printf (C_("table row", "%1$s; %2$s"), event, *lanes != '\0' ? lanes : reports);
}
