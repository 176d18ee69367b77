/* rap-timeline-sweep.c
 *
 * The gesture comes before the page's own, and leaves all that has no Shift
 * to them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-sweep.h"

typedef struct
{
  RapTimelineView  *page;     /* not owned: the gesture is the page's */
  RapTimelineDayAt  day_at;
  gint64            held;     /* the day under which it began */
} Sweep;

static void
begin_cb (GtkGestureDrag *gesture,
          double          x,
          double          y,
          gpointer        user_data)
{
  Sweep *sweep = user_data;
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  gboolean ours = (state & GDK_SHIFT_MASK) != 0 && sweep->day_at (GTK_WIDGET (sweep->page), x, y, &sweep->held);

  gtk_gesture_set_state (GTK_GESTURE (gesture), ours ? GTK_EVENT_SEQUENCE_CLAIMED : GTK_EVENT_SEQUENCE_DENIED);
  if (ours)
    rap_timeline_view_brush (sweep->page, sweep->held, sweep->held + 1);
}

static void
update_cb (GtkGestureDrag *gesture,
           double          dx,
           double          dy,
           gpointer        user_data)
{
  Sweep *sweep = user_data;
  double x, y;
  gint64 day;

  if (gtk_gesture_drag_get_start_point (gesture, &x, &y)
      && sweep->day_at (GTK_WIDGET (sweep->page), x + dx, y + dy, &day))
    rap_timeline_view_brush (sweep->page, MIN (day, sweep->held), MAX (day, sweep->held) + 1);
}

static void
free_sweep (gpointer  data,
            GClosure *closure)
{
  g_free (data);
}

void
rap_timeline_sweep_add (RapTimelineView  *page,
                        RapTimelineDayAt  day_at)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  Sweep *sweep = g_new0 (Sweep, 1);

  sweep->page = page;
  sweep->day_at = day_at;
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect_data (drag, "drag-begin", G_CALLBACK (begin_cb), sweep, free_sweep, 0);
  g_signal_connect (drag, "drag-update", G_CALLBACK (update_cb), sweep);
  gtk_widget_add_controller (GTK_WIDGET (page), GTK_EVENT_CONTROLLER (drag));
}
