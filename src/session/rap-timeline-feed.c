/* rap-timeline-feed.c
 *
 * From a row of the store to an event of the timeline.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-feed-private.h"

#define MAX_LANES 16   /* of one event, before they are put elsewhere than on the stack */

/* A place that is only text is its own key. */
static const char *
get_key (const RapStoreEvent *event,
         guint                lane)
{
  return *event->lane_ids[lane] != '\0' ? event->lane_ids[lane] : event->lanes[lane];
}

void
rap_timeline_feed_event (RapTimelineItems    *items,
                         const RapStoreEvent *event,
                         const RapEdtf       *when)
{
  guint n = event->lanes != NULL ? g_strv_length ((char **) event->lanes) : 0;
  const char *few[MAX_LANES + 1];
  g_autofree const char **many = n > MAX_LANES ? g_new (const char *, n + 1) : NULL;
  const char **keys = many != NULL ? many : few;
  guint status = RAP_STATUS_HELD;

  for (guint i = 0; i < n; i++)
    {
      keys[i] = get_key (event, i);
      rap_timeline_items_name_lane (items, keys[i], event->lanes[i]);
    }
  keys[n] = NULL;
  if (event->status != NULL)
    rap_vocabulary_parse (&rap_status_vocabulary, event->status, &status);
  rap_timeline_items_add (items, event->kind, event->id, event->title, when, status, event->n_articles, event->contested,
                          keys);
}
