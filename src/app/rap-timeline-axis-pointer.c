/* rap-timeline-axis-pointer.c
 *
 * Mouse, touchpad and touch on the axis view: dragging and scrolling pan, and
 * the pan goes on for a while when it was fast; Ctrl with scrolling and pinching
 * zoom at the pointer; clicks choose and open.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-axis-private.h"

#include <math.h>

#include "rap-timeline-words.h"

#define WHEEL_PIXELS  60.0     /* one notch */
#define WHEEL_ZOOM    1.2
#define FRICTION      4.0      /* 1/s: a pan by itself loses this share of its speed */
#define SLOWEST       25.0     /* pixels per second */
#define FASTEST       6000.0

void
rap_timeline_axis_stop (RapTimelineAxisView *self)
{
  self->velocity = 0.0;
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
}

static gboolean
glide_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  RapTimelineAxisView *self = RAP_TIMELINE_AXIS_VIEW (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = self->tick_time > 0 ? (now - self->tick_time) / 1e6 : 0.0;

  self->tick_time = now;
  rap_timeline_axis_pan (self, round (self->velocity * seconds));
  self->velocity *= exp (-FRICTION * seconds);
  if (fabs (self->velocity) > SLOWEST)
    return G_SOURCE_CONTINUE;
  self->tick_id = 0;
  return G_SOURCE_REMOVE;
}

static void
glide (RapTimelineAxisView *self,
       double               velocity)
{
  gboolean animated;

  rap_timeline_axis_stop (self);
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animated, NULL);
  if (!animated || fabs (velocity) < 4 * SLOWEST)
    return;
  self->velocity = CLAMP (velocity, -FASTEST, FASTEST);
  self->tick_time = 0;
  self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), glide_cb, NULL, NULL);
}

static void
drag_begin_cb (RapTimelineAxisView *self)
{
  rap_timeline_axis_stop (self);
  self->drag_x = 0.0;
  self->drag_y = 0.0;
  self->drag_time = g_get_monotonic_time ();
}

static void
drag_update_cb (RapTimelineAxisView *self,
                double               x,
                double               y,
                GtkGesture          *gesture)
{
  gint64 now = g_get_monotonic_time ();
  double step = round (x - self->drag_x);
  double seconds = MAX (now - self->drag_time, 1000) / 1e6;

  if (hypot (x, y) > 6.0)
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (gtk_gesture_get_sequence_state (gesture, gtk_gesture_get_last_updated_sequence (gesture)) != GTK_EVENT_SEQUENCE_CLAIMED)
    return;
  rap_timeline_axis_pan (self, -step);
  gtk_adjustment_set_value (self->adjustment, gtk_adjustment_get_value (self->adjustment) - (y - self->drag_y));
  self->velocity = 0.6 * self->velocity + 0.4 * (-step / seconds);
  self->drag_x += step;
  self->drag_y = y;
  self->drag_time = now;
}

/* A pointer that rested before it was lifted does not throw. */
static void
drag_end_cb (RapTimelineAxisView *self)
{
  if (g_get_monotonic_time () - self->drag_time < 80000)
    glide (self, self->velocity);
  else
    self->velocity = 0.0;
}

static gboolean
scroll_cb (RapTimelineAxisView      *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean tall = gtk_widget_get_child_visible (self->scrollbar) && self->pointer_y >= self->geometry.header;

  rap_timeline_axis_stop (self);
  if (state & GDK_CONTROL_MASK)
    {
      rap_timeline_axis_zoom_at (self, self->pointer_x, pow (WHEEL_ZOOM, -(dx + dy)));
      return TRUE;
    }
  if ((state & GDK_SHIFT_MASK) != 0 || !tall)
    rap_timeline_axis_pan (self, round ((dx + dy) * WHEEL_PIXELS));
  else
    {
      rap_timeline_axis_pan (self, round (dx * WHEEL_PIXELS));
      gtk_adjustment_set_value (self->adjustment, gtk_adjustment_get_value (self->adjustment) + dy * WHEEL_PIXELS);
    }
  return TRUE;
}

static void
decelerate_cb (RapTimelineAxisView *self,
               double               vx,
               double               vy)
{
  glide (self, vx * 0.5);
}

static void
pinch_begin_cb (RapTimelineAxisView *self,
                GdkEventSequence    *sequence,
                GtkGesture          *gesture)
{
  rap_timeline_axis_stop (self);
  self->pinch_scale = 1.0;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
pinch_cb (RapTimelineAxisView *self,
          double               scale,
          GtkGesture          *gesture)
{
  double x = self->pointer_x;
  double y;

  gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  rap_timeline_axis_zoom_at (self, x, scale / self->pinch_scale);
  self->pinch_scale = scale;
}

static void
released_cb (RapTimelineAxisView *self,
             int                  n_press,
             double               x,
             double               y,
             GtkGestureClick     *gesture)
{
  const RapMark *mark;

  rap_timeline_axis_update (self);
  mark = rap_timeline_axis_get_mark_at (self, x, y);
  if (mark == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  rap_timeline_axis_set_focus (self, mark->item, TRUE);
  mark = rap_timeline_axis_get_mark_at (self, x, y);
  if (mark != NULL)
    rap_timeline_axis_choose (self, mark, n_press >= 2);
}

static void
pressed_cb (RapTimelineAxisView *self)
{
  rap_timeline_axis_stop (self);
}

static void
set_hover (RapTimelineAxisView *self,
           guint                item)
{
  if (self->hover == item)
    return;
  self->hover = item;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), item != RAP_LAYOUT_NO_ITEM ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (RapTimelineAxisView *self,
           double               x,
           double               y)
{
  const RapMark *mark;

  self->pointer_x = x;
  self->pointer_y = y;
  rap_timeline_axis_update (self);
  mark = rap_timeline_axis_get_mark_at (self, x, y);
  set_hover (self, mark != NULL ? mark->item : RAP_LAYOUT_NO_ITEM);
}

static void
leave_cb (RapTimelineAxisView *self)
{
  set_hover (self, RAP_LAYOUT_NO_ITEM);
}

static char *
lane_name_at (RapTimelineAxisView *self,
              double               x,
              double               y)
{
  double value = gtk_adjustment_get_value (self->adjustment);
  gboolean gutter = x < self->geometry.left || x > self->geometry.left + self->geometry.width;
  guint lane;

  if (self->layout == NULL || !gutter || y < self->geometry.header)
    return NULL;
  lane = rap_timeline_layout_get_lane_at (self->layout, y - self->geometry.header + value);
  return lane != RAP_LAYOUT_NO_ITEM ? rap_timeline_words_lane (self->items, lane) : NULL;
}

gboolean
rap_timeline_axis_query_tooltip (GtkWidget  *widget,
                                 int         x,
                                 int         y,
                                 gboolean    keyboard,
                                 GtkTooltip *tooltip)
{
  RapTimelineAxisView *self = RAP_TIMELINE_AXIS_VIEW (widget);
  gboolean in_header = FALSE;
  const RapMark *mark = keyboard ? rap_timeline_axis_find_mark (self, self->focus, &in_header)
                                 : rap_timeline_axis_get_mark_at (self, x, y);
  g_autofree char *text = NULL;
  graphene_rect_t area;

  if (mark == NULL)
    {
      text = lane_name_at (self, x, y);
      gtk_tooltip_set_text (tooltip, text);
      return text != NULL;
    }
  text = rap_timeline_axis_describe (self, mark);
  gtk_tooltip_set_text (tooltip, text);
  rap_timeline_axis_get_area (self, mark, in_header || y < self->geometry.header, &area);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { area.origin.x, area.origin.y - 4, area.size.width, area.size.height + 8 });
  return TRUE;
}

static void
add_controller (RapTimelineAxisView *self,
                GtkEventController  *controller)
{
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

void
rap_timeline_axis_add_pointer (RapTimelineAxisView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES
                                                                | GTK_EVENT_CONTROLLER_SCROLL_KINETIC);

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (scroll, "decelerate", G_CALLBACK (decelerate_cb), self);
  add_controller (self, GTK_EVENT_CONTROLLER (drag));
  add_controller (self, GTK_EVENT_CONTROLLER (click));
  add_controller (self, GTK_EVENT_CONTROLLER (pinch));
  add_controller (self, motion);
  add_controller (self, scroll);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}
