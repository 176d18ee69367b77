/* rap-timeline-dock-actions.c
 *
 * The actions of the timeline dock and their keys.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-dock-private.h"

#include "rap-timeline-dating.h"
#include "rap-timeline-exporter.h"
#include "rap-timeline-shift.h"
#include "rap-words.h"

#define ZOOM_STEP 1.5

static void
clear_brush (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  rap_timeline_brush_set_days (RAP_TIMELINE_DOCK (widget)->brush, 0, 0);
}

/* Puts an end of the brush where the view is: at its focused mark or its middle. */
static void
set_brush_end (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  RapTimelineDock *self = RAP_TIMELINE_DOCK (widget);
  gint64 day = rap_timeline_view_get_day (rap_timeline_dock_get_view (self));
  gint64 first, last;

  if (!rap_timeline_brush_get_days (self->brush, &first, &last)
      && (self->data == NULL || !rap_density_get_extent (rap_timeline_data_get_density (self->data), RAP_DENSITY_ALL,
                                                         &first, &last)))
    return;
  if (g_str_equal (name, "timeline.brush-first"))
    rap_timeline_brush_set_days (self->brush, day, MAX (last, day + 1));
  else
    rap_timeline_brush_set_days (self->brush, MIN (first, day), day + 1);
}

/* What is picked out goes first, then the brush. */
static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  RapTimelineDock *self = RAP_TIMELINE_DOCK (widget);
  gint64 first, last;
  gboolean brushed = rap_timeline_brush_get_days (self->brush, &first, &last);

  if (rap_timeline_choice_clear (self->choice))
    return TRUE;
  rap_timeline_brush_set_days (self->brush, 0, 0);
  return brushed;
}

static void
go_to (GtkWidget  *widget,
       const char *name,
       GVariant   *parameter)
{
  gtk_menu_button_popup (RAP_TIMELINE_DOCK (widget)->go_to_button);
}

static void
zoom (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  RapTimelineAxisView *axis = rap_timeline_dock_get_axis (RAP_TIMELINE_DOCK (widget));

  if (g_str_equal (name, "timeline.fit"))
    rap_timeline_axis_view_fit_smoothly (axis, 0, 0);
  else
    rap_timeline_axis_view_zoom_smoothly (axis, g_str_equal (name, "timeline.zoom-in") ? ZOOM_STEP : 1.0 / ZOOM_STEP);
}

static void
show_today (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  rap_timeline_view_show_day (rap_timeline_dock_get_view (RAP_TIMELINE_DOCK (widget)), rap_words_get_today ());
}

static void
export_timeline (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  RapTimelineDock *self = RAP_TIMELINE_DOCK (widget);
  gint64 first, last;

  rap_timeline_axis_view_get_window (rap_timeline_dock_get_axis (self), &first, &last);
  rap_timeline_export_choose (widget, rap_timeline_dock_get_session (self), rap_timeline_dock_get_view_name (self), self->lanes,
                              rap_timeline_view_get_day (rap_timeline_dock_get_view (self)), first, last);
}

static void
turn_page (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  rap_timeline_view_step (rap_timeline_dock_get_view (RAP_TIMELINE_DOCK (widget)), g_str_equal (name, "timeline.next-page") ? 1 : -1);
}

/* The days of what the keyboard is at, or of what is selected. */
static gboolean
find_alone (RapTimelineDock *self,
            gint64          *first,
            gint64          *last)
{
  RapTimelineItems *items = rap_timeline_dock_get_items (self);
  guint event;

  return items != NULL
         && (rap_timeline_axis_view_get_focus (rap_timeline_dock_get_axis (self), &event)
             || rap_timeline_items_find (items, self->selected_kind, self->selected_id, &event))
         && rap_timeline_items_get_days (items, event, first, last);
}

/* What is picked out, or else one event alone, fills the axis. */
static void
fit_selection (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  RapTimelineDock *self = RAP_TIMELINE_DOCK (widget);
  gint64 first, last;

  if (rap_timeline_choice_get_extent (self->choice, &first, &last) || find_alone (self, &first, &last))
    rap_timeline_axis_view_fit_smoothly (rap_timeline_dock_get_axis (self), first, last);
}

/* All in the window of the axis; elsewhere all there is. */
static void
select_all (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  RapTimelineDock *self = RAP_TIMELINE_DOCK (widget);

  if (self->current == 0)
    rap_timeline_axis_view_choose_all (rap_timeline_dock_get_axis (self));
  else
    rap_timeline_choice_set_all (self->choice);
}

static void
select_none (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  rap_timeline_choice_clear (RAP_TIMELINE_DOCK (widget)->choice);
}

static void
list_selection (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  RapTimelineDock *self = RAP_TIMELINE_DOCK (widget);
  g_autoptr (GArray) events = rap_timeline_choice_list (self->choice);
  graphene_rect_t area;

  if (events->len == 0 || !gtk_widget_compute_bounds (self->choice_bar, widget, &area))
    return;
  rap_timeline_popover_show (self->choice_list, rap_timeline_dock_get_items (self), events,
                             &(GdkRectangle) { area.origin.x, area.origin.y, area.size.width, area.size.height });
}

/* The brush takes in what is picked out, and the lists with it. */
static void
brush_selection (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  RapTimelineDock *self = RAP_TIMELINE_DOCK (widget);
  gint64 first, last;

  if (rap_timeline_choice_get_extent (self->choice, &first, &last))
    rap_timeline_brush_set_days (self->brush, first, last);
}

void
rap_timeline_dock_install_actions (GtkWidgetClass *widget_class)
{
  static const struct { guint key; const char *action; } keys[] = {
    { GDK_KEY_plus, "timeline.zoom-in" }, { GDK_KEY_equal, "timeline.zoom-in" }, { GDK_KEY_KP_Add, "timeline.zoom-in" },
    { GDK_KEY_minus, "timeline.zoom-out" }, { GDK_KEY_KP_Subtract, "timeline.zoom-out" },
    { GDK_KEY_0, "timeline.fit" }, { GDK_KEY_t, "timeline.today" }, { GDK_KEY_g, "timeline.go-to" },
    { GDK_KEY_f, "timeline.fit-selection" },
    { GDK_KEY_bracketleft, "timeline.brush-first" }, { GDK_KEY_bracketright, "timeline.brush-last" },
  };

  gtk_widget_class_install_action (widget_class, "timeline.zoom-in", NULL, zoom);
  gtk_widget_class_install_action (widget_class, "timeline.zoom-out", NULL, zoom);
  gtk_widget_class_install_action (widget_class, "timeline.fit", NULL, zoom);
  gtk_widget_class_install_action (widget_class, "timeline.fit-selection", NULL, fit_selection);
  gtk_widget_class_install_action (widget_class, "timeline.select-all", NULL, select_all);
  gtk_widget_class_install_action (widget_class, "timeline.select-none", NULL, select_none);
  gtk_widget_class_install_action (widget_class, "timeline.list-selection", NULL, list_selection);
  gtk_widget_class_install_action (widget_class, "timeline.brush-selection", NULL, brush_selection);
  gtk_widget_class_install_action (widget_class, "timeline.today", NULL, show_today);
  gtk_widget_class_install_action (widget_class, "timeline.export", NULL, export_timeline);
  gtk_widget_class_install_action (widget_class, "timeline.previous-page", NULL, turn_page);
  gtk_widget_class_install_action (widget_class, "timeline.next-page", NULL, turn_page);
  gtk_widget_class_install_action (widget_class, "timeline.go-to", NULL, go_to);
  gtk_widget_class_install_action (widget_class, "timeline.brush-clear", NULL, clear_brush);
  gtk_widget_class_install_action (widget_class, "timeline.brush-first", NULL, set_brush_end);
  gtk_widget_class_install_action (widget_class, "timeline.brush-last", NULL, set_brush_end);
  gtk_widget_class_install_property_action (widget_class, "timeline.brush-filter", "brush-filter");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_install_property_action (widget_class, "timeline.view", "view");
  gtk_widget_class_install_property_action (widget_class, "timeline.lanes", "lanes");
  gtk_widget_class_install_property_action (widget_class, "timeline.calendar", "calendar");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, "timeline.select-all", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "timeline.select-none", NULL);
  rap_timeline_dating_install (widget_class);
  rap_timeline_shift_install (widget_class);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, keys[i].action, NULL);
}

