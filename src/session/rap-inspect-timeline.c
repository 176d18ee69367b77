/* rap-inspect-timeline.c
 *
 * The timeline's input for scripts, as JSON.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-inspect.h"

#include "rap-session-private.h"
#include "rap-timeline-items.h"

/* The days asked for; without an end it is open. */
static gboolean
parse_span (const char  *from,
            const char  *to,
            gint64      *first,
            gint64      *last,
            GError     **error)
{
  g_autoptr (RapEdtf) start = from != NULL ? rap_edtf_parse (from, error) : NULL;
  g_autoptr (RapEdtf) stop = NULL;

  if (from != NULL && start == NULL)
    return FALSE;
  stop = to != NULL ? rap_edtf_parse (to, error) : NULL;
  if (to != NULL && stop == NULL)
    return FALSE;
  *first = start != NULL ? start->es : RAP_DAY_MIN;
  *last = stop != NULL ? stop->le : RAP_DAY_MAX;
  return TRUE;
}

static void
write_event (RapTimelineItems        *items,
             const RapTimelineEvent  *event,
             RapEdtf                 *when,
             RapJsonWriter           *writer)
{
  g_autofree char *earliest = when != NULL ? rap_edtf_get_earliest (when) : NULL;
  g_autofree char *latest = when != NULL ? rap_edtf_get_latest (when) : NULL;
  RapTimelineColumns columns;

  rap_timeline_items_get_columns (items, &columns);
  rap_json_writer_begin_object (writer, NULL);
  rap_json_writer_string (writer, "kind", rap_kind_get_nick (event->kind));
  rap_json_writer_string (writer, "id", event->id);
  rap_json_writer_string (writer, "title", event->title);
  rap_json_writer_string (writer, "when", event->when);
  rap_json_writer_string (writer, "earliest", earliest);
  rap_json_writer_string (writer, "latest", latest);
  rap_json_writer_begin_array (writer, "lanes");
  for (guint i = event->first_item; i < event->first_item + event->n_items; i++)
    {
      RapTimelineLane lane;

      rap_timeline_items_get_lane (items, columns.lane[i], &lane);
      if (lane.kind == RAP_LANE_NAMED)
        rap_json_writer_string (writer, NULL, lane.name);
    }
  rap_json_writer_end_array (writer);
  rap_json_writer_end_object (writer);
  rap_json_writer_end_line (writer);
}

gboolean
rap_inspect_timeline (RapSession     *session,
                      const char     *lanes,
                      const char     *from,
                      const char     *to,
                      RapJsonWriter  *writer,
                      GError        **error)
{
  g_autoptr (RapTimelineItems) items = NULL;
  gint64 first, last;

  if (!parse_span (from, to, &first, &last, error))
    return FALSE;
  items = rap_session_load_timeline (session, lanes, error);
  if (items == NULL)
    return FALSE;

  for (guint i = 0; i < rap_timeline_items_get_n_events (items); i++)
    {
      g_autoptr (RapEdtf) when = NULL;
      RapTimelineEvent event;

      rap_timeline_items_get_event (items, i, &event);
      when = event.when != NULL ? rap_edtf_parse (event.when, NULL) : NULL;
      if (when == NULL && (from != NULL || to != NULL))
        continue;
      if (when != NULL && (when->es >= last || when->le <= first))
        continue;
      write_event (items, &event, when, writer);
    }
  return rap_json_writer_flush (writer, error);
}
