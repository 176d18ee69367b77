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
};

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
  rap_timeline_items_index (items);
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

GArray *
rap_timeline_data_list_undated (RapTimelineData *self)
{
  GArray *undated = g_array_new (FALSE, FALSE, sizeof (guint));

  g_return_val_if_fail (self != NULL, undated);

  for (guint i = rap_timeline_items_get_n_dated (self->items); i < rap_timeline_items_get_n_events (self->items); i++)
    g_array_append_val (undated, i);
  return undated;
}
