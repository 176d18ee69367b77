/* rap-timeline-view.c
 *
 * The interface of the timeline's views and its signals.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-view.h"

G_DEFINE_INTERFACE (RapTimelineView, rap_timeline_view, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  OPEN,
  MOVED,
  BRUSH,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
rap_timeline_view_default_init (RapTimelineViewInterface *iface)
{
  signals[ACTIVATED] = g_signal_new ("activated", RAP_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
  signals[OPEN] = g_signal_new ("open", RAP_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
  signals[MOVED] = g_signal_new ("moved", RAP_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[BRUSH] = g_signal_new ("brush", RAP_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);
}

void
rap_timeline_view_set_data (RapTimelineView *self,
                            RapTimelineData *data,
                            gboolean         fit)
{
  g_return_if_fail (RAP_IS_TIMELINE_VIEW (self));

  RAP_TIMELINE_VIEW_GET_IFACE (self)->set_data (self, data, fit);
}

void
rap_timeline_view_set_selection (RapTimelineView *self,
                                 guint            event,
                                 gboolean         show)
{
  g_return_if_fail (RAP_IS_TIMELINE_VIEW (self));

  RAP_TIMELINE_VIEW_GET_IFACE (self)->set_selection (self, event, show);
}

void
rap_timeline_view_set_brush (RapTimelineView *self,
                             gint64           first,
                             gint64           last)
{
  g_return_if_fail (RAP_IS_TIMELINE_VIEW (self));

  RAP_TIMELINE_VIEW_GET_IFACE (self)->set_brush (self, first, last);
}

void
rap_timeline_view_step (RapTimelineView *self,
                        int              pages)
{
  RapTimelineViewInterface *iface;

  g_return_if_fail (RAP_IS_TIMELINE_VIEW (self));

  iface = RAP_TIMELINE_VIEW_GET_IFACE (self);
  if (iface->step != NULL)
    iface->step (self, pages);
}

void
rap_timeline_view_show_day (RapTimelineView *self,
                            gint64           day)
{
  g_return_if_fail (RAP_IS_TIMELINE_VIEW (self));

  RAP_TIMELINE_VIEW_GET_IFACE (self)->show_day (self, day);
}

gint64
rap_timeline_view_get_day (RapTimelineView *self)
{
  g_return_val_if_fail (RAP_IS_TIMELINE_VIEW (self), 0);

  return RAP_TIMELINE_VIEW_GET_IFACE (self)->get_day (self);
}

char *
rap_timeline_view_get_title (RapTimelineView *self)
{
  RapTimelineViewInterface *iface;

  g_return_val_if_fail (RAP_IS_TIMELINE_VIEW (self), NULL);

  iface = RAP_TIMELINE_VIEW_GET_IFACE (self);
  return iface->get_title != NULL ? iface->get_title (self) : NULL;
}

GArray *
rap_timeline_view_get_band (RapTimelineView *self)
{
  RapTimelineViewInterface *iface;

  g_return_val_if_fail (RAP_IS_TIMELINE_VIEW (self), NULL);

  iface = RAP_TIMELINE_VIEW_GET_IFACE (self);
  return iface->get_band != NULL ? iface->get_band (self) : NULL;
}

char *
rap_timeline_view_get_band_title (RapTimelineView *self)
{
  RapTimelineViewInterface *iface;

  g_return_val_if_fail (RAP_IS_TIMELINE_VIEW (self), NULL);

  iface = RAP_TIMELINE_VIEW_GET_IFACE (self);
  return iface->get_band_title != NULL ? iface->get_band_title (self) : NULL;
}

static void
seen_cb (GtkWidget *view)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_STATE_HIDDEN, FALSE, -1);
}

static void
unseen_cb (GtkWidget *view)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
}

void
rap_timeline_view_hide_unseen (RapTimelineView *self)
{
  g_return_if_fail (RAP_IS_TIMELINE_VIEW (self));

  unseen_cb (GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (seen_cb), NULL);
  g_signal_connect (self, "unmap", G_CALLBACK (unseen_cb), NULL);
}

void
rap_timeline_view_set_up_page (RapTimelineView *self,
                               GCallback        pressed_cb,
                               GCallback        scroll_cb)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES
                                                                | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (click, "pressed", pressed_cb, self);
  g_signal_connect_swapped (scroll, "scroll", scroll_cb, self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (gtk_widget_queue_draw), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, focus);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  rap_timeline_view_hide_unseen (self);
}

gboolean
rap_timeline_view_leave (RapTimelineView *self,
                         gboolean         forward)
{
  g_return_val_if_fail (RAP_IS_TIMELINE_VIEW (self), FALSE);

  for (GtkWidget *widget = GTK_WIDGET (self); widget != NULL && !GTK_IS_ROOT (widget);
       widget = gtk_widget_get_parent (widget))
    for (GtkWidget *beside = forward ? gtk_widget_get_next_sibling (widget) : gtk_widget_get_prev_sibling (widget);
         beside != NULL; beside = forward ? gtk_widget_get_next_sibling (beside) : gtk_widget_get_prev_sibling (beside))
      if (gtk_widget_get_mapped (beside)
          && gtk_widget_child_focus (beside, forward ? GTK_DIR_TAB_FORWARD : GTK_DIR_TAB_BACKWARD))
        return TRUE;
  return FALSE;
}

void
rap_timeline_view_choose (RapTimelineView  *self,
                          RapTimelineItems *items,
                          guint             event,
                          gboolean          open)
{
  RapTimelineEvent info;

  if (items == NULL || event >= rap_timeline_items_get_n_events (items))
    return;
  rap_timeline_items_get_event (items, event, &info);
  g_signal_emit (self, signals[open ? OPEN : ACTIVATED], 0, (guint) info.kind, info.id);
}

void
rap_timeline_view_open (RapTimelineView *self,
                        RapKind          kind,
                        const char      *id)
{
  g_signal_emit (self, signals[OPEN], 0, (guint) kind, id);
}

void
rap_timeline_view_moved (RapTimelineView *self)
{
  g_signal_emit (self, signals[MOVED], 0);
}

void
rap_timeline_view_brush (RapTimelineView *self,
                         gint64           first,
                         gint64           last)
{
  g_signal_emit (self, signals[BRUSH], 0, first, last);
}
