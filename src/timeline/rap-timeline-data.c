/* rap-timeline-data.c
 *
 * Items with what was worked out from them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-data.h"

#define ROW_HEIGHT 24.0   /* pixels, until a view measures its font */
#define PADDING    4.0

struct _RapTimelineData
{
  gatomicrefcount    ref_count;
  RapTimelineItems  *items;
  RapTimelineLayout *layout;
  RapDensity        *density;
  RapBrushIndex     *brush;
  guint              n_dated;
  gint64             latest;    /* RAP_DAY_MIN: none */
};

/* Undated events come last. */
static guint
count_dated (RapTimelineItems *items)
{
  guint begin = 0;
  guint end = rap_timeline_items_get_n_events (items);
  RapTimelineColumns columns;

  rap_timeline_items_get_columns (items, &columns);
  while (begin < end)
    {
      guint middle = begin + (end - begin) / 2;
      RapTimelineEvent event;

      rap_timeline_items_get_event (items, middle, &event);
      if (columns.flags[event.first_item] & RAP_ITEM_UNDATED)
        end = middle;
      else
        begin = middle + 1;
    }
  return begin;
}

static gint64
find_latest (RapTimelineItems *items)
{
  RapTimelineColumns columns;
  gint64 latest = RAP_DAY_MIN;

  rap_timeline_items_get_columns (items, &columns);
  for (guint i = 0; i < columns.n_items; i++)
    if (columns.kind[i] == RAP_KIND_MEETING && (columns.flags[i] & RAP_ITEM_UNDATED) == 0)
      latest = MAX (latest, columns.es[i]);
  return latest;
}

static gpointer
work_out_layout (gpointer data)
{
  return rap_timeline_layout_new (data, ROW_HEIGHT, PADDING);
}

RapTimelineData *
rap_timeline_data_new (RapTimelineItems *items)
{
  RapTimelineData *self;
  GThread *thread;

  g_return_val_if_fail (items != NULL, NULL);

  self = g_new0 (RapTimelineData, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->items = rap_timeline_items_ref (items);
  thread = g_thread_new ("timeline-layout", work_out_layout, items);
  self->density = rap_density_new (items);
  self->brush = rap_brush_index_new (items);
  self->n_dated = count_dated (items);
  self->latest = find_latest (items);
  self->layout = g_thread_join (thread);
  return self;
}

RapTimelineData *
rap_timeline_data_ref (RapTimelineData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
rap_timeline_data_unref (RapTimelineData *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  rap_timeline_layout_free (self->layout);
  rap_density_free (self->density);
  rap_brush_index_free (self->brush);
  rap_timeline_items_unref (self->items);
  g_free (self);
}

RapTimelineItems *
rap_timeline_data_get_items (RapTimelineData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->items;
}

const RapDensity *
rap_timeline_data_get_density (RapTimelineData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->density;
}

const RapBrushIndex *
rap_timeline_data_get_brush (RapTimelineData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->brush;
}

RapTimelineLayout *
rap_timeline_data_get_layout (RapTimelineData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->layout;
}

guint
rap_timeline_data_get_n_dated (RapTimelineData *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_dated;
}

gboolean
rap_timeline_data_get_latest (RapTimelineData *self,
                              gint64          *day)
{
  g_return_val_if_fail (self != NULL, FALSE);

  *day = self->latest;
  return self->latest > RAP_DAY_MIN;
}

GArray *
rap_timeline_data_list_undated (RapTimelineData *self)
{
  GArray *undated = g_array_new (FALSE, FALSE, sizeof (guint));

  g_return_val_if_fail (self != NULL, undated);

  for (guint i = self->n_dated; i < rap_timeline_items_get_n_events (self->items); i++)
    g_array_append_val (undated, i);
  return undated;
}
