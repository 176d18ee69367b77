/* rap-timeline-rows.c
 *
 * A list model over numbers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-rows.h"

#include <gtk/gtk.h>

struct _RapTimelineRow
{
  GObject parent_instance;
  guint   event;
};

G_DEFINE_FINAL_TYPE (RapTimelineRow, rap_timeline_row, G_TYPE_OBJECT)

struct _RapTimelineRows
{
  GObject  parent_instance;
  GArray  *events;     /* guint */
};

static void rap_timeline_rows_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RapTimelineRows, rap_timeline_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, rap_timeline_rows_list_init))

static void
rap_timeline_row_class_init (RapTimelineRowClass *klass)
{
}

static void
rap_timeline_row_init (RapTimelineRow *self)
{
}

static GType
rap_timeline_rows_get_item_type (GListModel *model)
{
  return RAP_TYPE_TIMELINE_ROW;
}

static guint
rap_timeline_rows_get_n_items (GListModel *model)
{
  return RAP_TIMELINE_ROWS (model)->events->len;
}

static gpointer
rap_timeline_rows_get_item (GListModel *model,
                            guint       position)
{
  RapTimelineRows *self = RAP_TIMELINE_ROWS (model);
  RapTimelineRow *row;

  if (position >= self->events->len)
    return NULL;
  row = g_object_new (RAP_TYPE_TIMELINE_ROW, NULL);
  row->event = g_array_index (self->events, guint, position);
  return row;
}

static void
rap_timeline_rows_list_init (GListModelInterface *iface)
{
  iface->get_item_type = rap_timeline_rows_get_item_type;
  iface->get_n_items = rap_timeline_rows_get_n_items;
  iface->get_item = rap_timeline_rows_get_item;
}

static void
rap_timeline_rows_finalize (GObject *object)
{
  g_array_unref (RAP_TIMELINE_ROWS (object)->events);
  G_OBJECT_CLASS (rap_timeline_rows_parent_class)->finalize (object);
}

static void
rap_timeline_rows_class_init (RapTimelineRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rap_timeline_rows_finalize;
}

static void
rap_timeline_rows_init (RapTimelineRows *self)
{
}

RapTimelineRows *
rap_timeline_rows_new (GArray *events)
{
  RapTimelineRows *self = g_object_new (RAP_TYPE_TIMELINE_ROWS, NULL);

  self->events = events;
  return self;
}

void
rap_timeline_rows_set_events (RapTimelineRows *self,
                              GArray          *events)
{
  g_autoptr (GArray) old = NULL;

  g_return_if_fail (RAP_IS_TIMELINE_ROWS (self));

  old = self->events;
  self->events = events;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, old->len, events->len);
}

void
rap_timeline_rows_refill (RapTimelineRows *self,
                          GArray          *events)
{
  g_autoptr (GArray) old = NULL;
  guint kept;

  g_return_if_fail (RAP_IS_TIMELINE_ROWS (self));

  old = self->events;
  self->events = events;
  kept = MIN (old->len, events->len);
  if (old->len != events->len)
    g_list_model_items_changed (G_LIST_MODEL (self), kept, old->len - kept, events->len - kept);
}

guint
rap_timeline_rows_get_event (RapTimelineRows *self,
                             guint            position)
{
  g_return_val_if_fail (RAP_IS_TIMELINE_ROWS (self), G_MAXUINT);

  return position < self->events->len ? g_array_index (self->events, guint, position) : G_MAXUINT;
}

guint
rap_timeline_rows_find (RapTimelineRows *self,
                        guint            event)
{
  g_return_val_if_fail (RAP_IS_TIMELINE_ROWS (self), GTK_INVALID_LIST_POSITION);

  for (guint i = 0; event != G_MAXUINT && i < self->events->len; i++)
    if (g_array_index (self->events, guint, i) == event)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

guint
rap_timeline_row_get_event (RapTimelineRow *self)
{
  g_return_val_if_fail (RAP_IS_TIMELINE_ROW (self), G_MAXUINT);

  return self->event;
}
