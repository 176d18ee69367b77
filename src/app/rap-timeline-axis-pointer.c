/* rap-timeline-axis-pointer.c
 *
 * Mouse, touchpad and touch on the axis view: scrolling pans, and the pan goes on
 * for a while when it was fast; Ctrl with scrolling and pinching zoom at the
 * pointer; clicks choose, open, and pick out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-axis-private.h"

#include <math.h>

#include "rap-timeline-words.h"

#define WHEEL_PIXELS  60.0     /* one notch */
#define WHEEL_ZOOM    1.2
#define SURFACE_SHARE 0.05     /* of a notch: a pixel of a touchpad */

/* A notch of a wheel is a jump that wants a way; a touchpad goes in small steps. */
static void
zoom_by_wheel (RapTimelineAxisView      *self,
               double                    distance,
               GtkEventControllerScroll *controller)
{
  double factor = pow (WHEEL_ZOOM, -distance);

  if (gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL)
    {
      rap_timeline_axis_zoom_smoothly (self, self->pointer_x, factor);
      return;
    }
  rap_timeline_axis_stop (self);
  rap_timeline_axis_zoom_at (self, self->pointer_x, pow (factor, SURFACE_SHARE));
}

static gboolean
scroll_cb (RapTimelineAxisView      *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean tall = gtk_widget_get_child_visible (self->scrollbar) && self->pointer_y >= self->geometry.header;

  if (state & GDK_CONTROL_MASK)
    {
      zoom_by_wheel (self, dx + dy, controller);
      return TRUE;
    }
  rap_timeline_axis_stop (self);
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
  rap_timeline_axis_glide (self, vx * 0.5);
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

/* Ctrl: more or less picked out; Shift: more. */
static void
pick_out (RapTimelineAxisView *self,
          double               x,
          double               y,
          GdkModifierType      state)
{
  const RapMark *mark = rap_timeline_axis_get_mark_at (self, x, y);
  g_autoptr (GArray) events = mark != NULL ? rap_timeline_axis_list_events (self, mark) : NULL;

  if (events == NULL)
    return;
  if (state & GDK_CONTROL_MASK)
    rap_timeline_choice_toggle (self->choice, events);
  else
    rap_timeline_choice_set (self->choice, events, TRUE);
}

static void
released_cb (RapTimelineAxisView *self,
             int                  n_press,
             double               x,
             double               y,
             GtkGestureClick     *gesture)
{
  const RapMark *mark;
  GdkModifierType state;

  rap_timeline_axis_update (self);
  mark = rap_timeline_axis_get_mark_at (self, x, y);
  if (mark == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  rap_timeline_axis_set_focus (self, mark->item, TRUE);
  if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0 && self->choice != NULL)
    {
      pick_out (self, x, y, state);
      return;
    }
  mark = rap_timeline_axis_get_mark_at (self, x, y);
  if (mark != NULL)
    rap_timeline_axis_choose (self, mark, n_press >= 2);
}

/* The other button tells all about a mark. */
static void
menu_pressed_cb (RapTimelineAxisView *self,
                 int                  n_press,
                 double               x,
                 double               y)
{
  const RapMark *mark;

  rap_timeline_axis_stop (self);
  rap_timeline_axis_update (self);
  mark = rap_timeline_axis_get_mark_at (self, x, y);
  if (mark == NULL)
    return;
  rap_timeline_axis_set_focus (self, mark->item, TRUE);
  mark = rap_timeline_axis_get_mark_at (self, x, y);
  if (mark != NULL)
    rap_timeline_axis_show_card (self, mark);
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
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES
                                                                | GTK_EVENT_CONTROLLER_SCROLL_KINETIC);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (menu, "pressed", G_CALLBACK (menu_pressed_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (scroll, "decelerate", G_CALLBACK (decelerate_cb), self);
  add_controller (self, GTK_EVENT_CONTROLLER (menu));
  add_controller (self, GTK_EVENT_CONTROLLER (click));
  add_controller (self, GTK_EVENT_CONTROLLER (pinch));
  add_controller (self, motion);
  add_controller (self, scroll);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}
