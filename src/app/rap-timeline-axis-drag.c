/* rap-timeline-axis-drag.c
 *
 * Dragging on the axis view: empty ground pans, a mark takes its date along,
 * with Shift or Ctrl a rectangle picks out what it touches. What comes from a
 * tray is put where it is let go, as exactly as the scale allows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-axis-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "rap-date-shift.h"
#include "rap-month-layout.h"
#include "rap-timeline-dating.h"
#include "rap-timeline-shift.h"
#include "rap-words.h"

#define THRESHOLD    6.0      /* pixels: less is a click */
#define REST_TIME    80000    /* microseconds: a pointer that rested does not throw */
#define FILLING      0.6      /* of the axis: a mark so wide is ground */
#define UNIT_ROOM    5.0      /* pixels that a day, month or year needs to be aimed at */

GArray *
rap_timeline_axis_list_events (RapTimelineAxisView *self,
                               const RapMark       *mark)
{
  GArray *events = rap_timeline_layout_get_members (self->layout, mark);

  for (guint i = 0; i < events->len; i++)
    g_array_index (events, guint, i) = self->columns.event[g_array_index (events, guint, i)];
  return events;
}

static void
collect_from (RapTimelineAxisView   *self,
              const RapMarks        *marks,
              gboolean               in_header,
              const graphene_rect_t *area,
              GArray                *out)
{
  for (guint i = 0; i < marks->marks->len; i++)
    {
      const RapMark *mark = &g_array_index (marks->marks, RapMark, i);
      g_autoptr (GArray) events = NULL;
      graphene_rect_t place;

      rap_timeline_axis_get_area (self, mark, in_header, &place);
      if (area != NULL && !graphene_rect_intersection (area, &place, NULL))
        continue;
      events = rap_timeline_axis_list_events (self, mark);
      g_array_append_vals (out, events->data, events->len);
    }
}

GArray *
rap_timeline_axis_collect (RapTimelineAxisView   *self,
                           const graphene_rect_t *area)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (RapMarks) all = NULL;

  rap_timeline_axis_update (self);
  if (self->marks == NULL)
    return out;
  if (area == NULL)
    all = rap_timeline_layout_get_marks (self->layout, &self->axis, 0.0, rap_timeline_layout_get_height (self->layout));
  collect_from (self, all != NULL ? all : self->marks, FALSE, area, out);
  collect_from (self, self->articles, TRUE, area, out);
  return out;
}

void
rap_timeline_axis_get_rectangle (RapTimelineAxisView *self,
                                 graphene_rect_t     *area)
{
  graphene_rect_init (area, self->drag_from_x, self->drag_from_y, self->drag_x, self->drag_y);
  graphene_rect_normalize (area);
}

static void
forget_drag (RapTimelineAxisView *self)
{
  self->drag = RAP_AXIS_DRAG_NONE;
  self->drag_item = RAP_LAYOUT_NO_ITEM;
  self->drag_steps = 0;
  g_clear_pointer (&self->drag_date, rap_edtf_unref);
  g_clear_pointer (&self->drag_moved, rap_edtf_unref);
  g_clear_pointer (&self->drag_words, g_free);
}

gboolean
rap_timeline_axis_cancel_drag (RapTimelineAxisView *self)
{
  gboolean dragged = self->drag != RAP_AXIS_DRAG_NONE && self->drag != RAP_AXIS_DRAG_PAN;

  if (!dragged)
    return FALSE;
  forget_drag (self);
  self->drag_over = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

/* What the drag that began here is to do. */
static RapAxisDrag
find_purpose (RapTimelineAxisView *self,
              GtkGesture          *gesture)
{
  GdkDevice *device = gtk_gesture_get_device (gesture);
  const RapMark *mark;

  if (device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN)
    return RAP_AXIS_DRAG_PAN;
  if ((self->drag_state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0 && self->choice != NULL)
    return RAP_AXIS_DRAG_RECTANGLE;
  rap_timeline_axis_update (self);
  mark = rap_timeline_axis_get_mark_at (self, self->drag_from_x, self->drag_from_y);
  if (mark == NULL || mark->count > 1 || self->columns.kind[mark->item] != RAP_KIND_MEETING
      || MIN (mark->x1, self->geometry.width) - MAX (mark->x0, 0.0) > FILLING * self->geometry.width)
    return RAP_AXIS_DRAG_PAN;
  self->drag_item = mark->item;
  return RAP_AXIS_DRAG_DATE;
}

static void
begin_date (RapTimelineAxisView *self)
{
  guint event = self->columns.event[self->drag_item];
  RapTimelineEvent info;

  rap_timeline_items_get_event (self->items, event, &info);
  self->drag_date = info.when != NULL ? rap_edtf_parse (info.when, NULL) : NULL;
  rap_timeline_axis_set_focus (self, self->drag_item, TRUE);
  if (!self->editable)
    self->drag_words = g_strdup (_("This project is open for reading only."));
  else
    self->drag_words = rap_timeline_shift_refuse (self->links, event, self->drag_date);
  if (self->drag_words != NULL)
    self->drag = RAP_AXIS_DRAG_REFUSED;
}

static void
begin (RapTimelineAxisView *self,
       GtkGesture          *gesture)
{
  self->drag = find_purpose (self, gesture);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (self->drag == RAP_AXIS_DRAG_DATE)
    begin_date (self);
}

static void
drag_begin_cb (RapTimelineAxisView *self,
               double               x,
               double               y,
               GtkGesture          *gesture)
{
  rap_timeline_axis_stop (self);
  forget_drag (self);
  self->drag_over = FALSE;
  self->drag_state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  self->drag_from_x = x;
  self->drag_from_y = y;
  self->drag_x = 0.0;
  self->drag_y = 0.0;
  self->drag_time = g_get_monotonic_time ();
}

static void
drag_pan (RapTimelineAxisView *self,
          double               x,
          double               y)
{
  gint64 now = g_get_monotonic_time ();
  double step = round (x - self->drag_x);
  double seconds = MAX (now - self->drag_time, 1000) / 1e6;

  rap_timeline_axis_pan (self, -step);
  gtk_adjustment_set_value (self->adjustment, gtk_adjustment_get_value (self->adjustment) - (y - self->drag_y));
  self->velocity = 0.6 * self->velocity + 0.4 * (-step / seconds);
  self->drag_x += step;
  self->drag_y = y;
  self->drag_time = now;
}

static void
drag_date (RapTimelineAxisView *self,
           double               x)
{
  gint64 steps = rap_date_count_steps (self->drag_date, (gint64) round (x * self->axis.scale));
  g_autoptr (RapEdtf) moved = rap_date_shift (self->drag_date, steps);

  if (moved == NULL || (self->drag_moved != NULL && steps == self->drag_steps))
    return;
  self->drag_steps = steps;
  g_clear_pointer (&self->drag_moved, rap_edtf_unref);
  self->drag_moved = g_steal_pointer (&moved);
  g_free (self->drag_words);
  self->drag_words = rap_timeline_shift_describe (self->drag_date, self->drag_moved, steps);
}

static void
drag_update_cb (RapTimelineAxisView *self,
                double               x,
                double               y,
                GtkGesture          *gesture)
{
  if (self->drag_over || self->layout == NULL)
    return;
  if (self->drag == RAP_AXIS_DRAG_NONE)
    {
      if (hypot (x, y) <= THRESHOLD)
        return;
      begin (self, gesture);
    }
  self->pointer_x = self->drag_from_x + x;
  self->pointer_y = self->drag_from_y + y;
  if (self->drag == RAP_AXIS_DRAG_PAN)
    drag_pan (self, x, y);
  else if (self->drag == RAP_AXIS_DRAG_DATE)
    drag_date (self, x);
  else if (self->drag == RAP_AXIS_DRAG_RECTANGLE)
    {
      self->drag_x = x;
      self->drag_y = y;
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
end_rectangle (RapTimelineAxisView *self)
{
  g_autoptr (GArray) events = NULL;
  graphene_rect_t area;

  rap_timeline_axis_get_rectangle (self, &area);
  events = rap_timeline_axis_collect (self, &area);
  rap_timeline_choice_set (self->choice, events, (self->drag_state & GDK_CONTROL_MASK) != 0);
}

static void
end_date (RapTimelineAxisView *self)
{
  RapTimelineEvent event;
  gint64 steps = self->drag_steps;

  rap_timeline_items_get_event (self->items, self->columns.event[self->drag_item], &event);
  if (steps != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "timeline.shift", "(usx)", (guint) event.kind, event.id, steps);
}

static void
drag_end_cb (RapTimelineAxisView *self)
{
  if (self->drag_over || self->layout == NULL)
    return;
  if (self->drag == RAP_AXIS_DRAG_DATE)
    end_date (self);
  else if (self->drag == RAP_AXIS_DRAG_RECTANGLE)
    end_rectangle (self);
  else if (self->drag == RAP_AXIS_DRAG_PAN && g_get_monotonic_time () - self->drag_time < REST_TIME)
    rap_timeline_axis_glide (self, self->velocity);
  else
    self->velocity = 0.0;
  forget_drag (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_cancelled_cb (RapTimelineAxisView *self)
{
  rap_timeline_axis_cancel_drag (self);
}

/* The day, month, year or decade at a pixel, whichever is wide enough to be aimed
 * at: nobody puts a thing on the fifth of May where a year has an inch. */
static RapEdtf *
date_at (RapTimelineAxisView *self,
         double               x)
{
  gint64 day = rap_axis_get_day (&self->axis, x - self->geometry.left);
  g_autofree char *text = NULL;
  gint64 year;
  int month, day_of_month;

  rap_day_to_ymd (day, &year, &month, &day_of_month);
  if (year < 0 || year > 9999)
    return NULL;
  if (UNIT_ROOM * self->axis.scale <= 1.0)
    text = g_strdup_printf ("%04d-%02d-%02d", (int) year, month, day_of_month);
  else if (UNIT_ROOM * self->axis.scale <= 28.0)
    text = g_strdup_printf ("%04d-%02d", (int) year, month);
  else if (UNIT_ROOM * self->axis.scale <= 365.0)
    text = g_strdup_printf ("%04d", (int) year);
  else if (UNIT_ROOM * self->axis.scale <= 3650.0)
    text = g_strdup_printf ("%03dX", (int) (year / 10));
  else
    text = g_strdup_printf ("%02dXX", (int) (year / 100));
  return rap_edtf_parse (text, NULL);
}

static RapEdtf *
aim (GtkWidget *widget,
     gboolean   over,
     double     x,
     double     y)
{
  RapTimelineAxisView *self = RAP_TIMELINE_AXIS_VIEW (widget);
  gboolean inside = x >= self->geometry.left && x < self->geometry.left + self->geometry.width;
  RapEdtf *date = over && inside ? date_at (self, x) : NULL;

  g_clear_pointer (&self->drop_words, g_free);
  if (date != NULL)
    {
      self->drop_words = rap_words_edtf (date);
      self->drop_area[0] = date->es;
      self->drop_area[1] = date->le;
    }
  gtk_widget_queue_draw (widget);
  return date;
}

void
rap_timeline_axis_add_drag (RapTimelineAxisView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->drag_item = RAP_LAYOUT_NO_ITEM;
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (drag_cancelled_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  rap_timeline_dating_add_target (GTK_WIDGET (self), aim);
}
