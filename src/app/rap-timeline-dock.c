/* rap-timeline-dock.c
 *
 * The dock: toolbar, views, overview and trays. The loader brings what they
 * show; the brush is shared with the lists outside.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-dock-private.h"

#include <glib/gi18n.h>

#include "rap-error-text.h"
#include "rap-timeline-list-page.h"
#include "rap-timeline-month-page.h"
#include "rap-timeline-week-page.h"
#include "rap-timeline-year-page.h"

/* The views, in the order of their buttons; @scrolled: it wants a scrolled
 * window around it. */
static const struct
{
  const char *name;
  const char *label;
  GType     (*get_type) (void);
  gboolean    scrolled;
} view_table[] = {
  { "axis", NC_("timeline view", "Axis"), rap_timeline_axis_view_get_type, FALSE },
  { "month", NC_("timeline view", "Month"), rap_timeline_month_page_get_type, TRUE },
  { "week", NC_("timeline view", "Week"), rap_timeline_week_page_get_type, FALSE },
  { "year", NC_("timeline view", "Year"), rap_timeline_year_page_get_type, FALSE },
  { "list", NC_("timeline view", "List"), rap_timeline_list_page_get_type, FALSE },
};

G_STATIC_ASSERT (G_N_ELEMENTS (view_table) == RAP_TIMELINE_N_VIEWS);

G_DEFINE_FINAL_TYPE (RapTimelineDock, rap_timeline_dock, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_VIEW,
  PROP_LANES,
  PROP_CALENDAR,
  PROP_BRUSH_FILTER,
  N_PROPS
};

enum
{
  ACTIVATED,
  OPEN,
  LOADED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* In the order of the drop-down. */
static const char * const lane_names[] = { "participant", "outlet", "place", "none" };

RapTimelineView *
rap_timeline_dock_get_view (RapTimelineDock *self)
{
  return self->views[self->current];
}

RapTimelineAxisView *
rap_timeline_dock_get_axis (RapTimelineDock *self)
{
  return RAP_TIMELINE_AXIS_VIEW (self->views[0]);
}

RapTimelineItems *
rap_timeline_dock_get_items (RapTimelineDock *self)
{
  return self->data != NULL ? rap_timeline_data_get_items (self->data) : NULL;
}

const char *
rap_timeline_dock_get_view_name (RapTimelineDock *self)
{
  return view_table[self->current].name;
}

static guint
find_selected (RapTimelineDock *self)
{
  guint event;

  if (self->data == NULL || self->selected_id == NULL
      || !rap_timeline_items_find (rap_timeline_dock_get_items (self), self->selected_kind, self->selected_id, &event))
    return G_MAXUINT;
  return event;
}

/* Page buttons with their title, and the band, as the view has them. */
static void
update_page (RapTimelineDock *self)
{
  g_autofree char *title = rap_timeline_view_get_title (rap_timeline_dock_get_view (self));
  g_autofree char *band_title = rap_timeline_view_get_band_title (rap_timeline_dock_get_view (self));
  g_autoptr (GArray) band = rap_timeline_view_get_band (rap_timeline_dock_get_view (self));
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (guint));

  gtk_label_set_label (self->page_title, title != NULL ? title : "");
  gtk_widget_set_visible (self->page_tools, title != NULL);
  rap_timeline_tray_set_events (self->band, band_title != NULL ? band_title : "", rap_timeline_dock_get_items (self),
                                band != NULL ? band : none);
}

static void
update_actions (RapTimelineDock *self)
{
  g_autofree char *title = rap_timeline_view_get_title (rap_timeline_dock_get_view (self));
  gboolean axis = self->current == 0;

  gtk_widget_set_visible (self->axis_tools, axis);
  gtk_widget_set_visible (self->zoom_tools, axis);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.zoom-in", axis);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.zoom-out", axis);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.fit", axis);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.fit-selection", axis);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.previous-page", title != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.next-page", title != NULL);
}

static void
update_tray (RapTimelineDock *self)
{
  g_autoptr (GArray) undated = self->data != NULL ? rap_timeline_data_list_undated (self->data)
                                                  : g_array_new (FALSE, FALSE, sizeof (guint));

  rap_timeline_tray_set_events (self->undated, _("No date"), rap_timeline_dock_get_items (self), undated);
  gtk_label_set_label (self->message, _("Meetings and articles with a date appear here"));
  gtk_widget_set_visible (GTK_WIDGET (self->message),
                          self->data == NULL || rap_timeline_items_get_n_dated (rap_timeline_dock_get_items (self)) == 0);
}

static void
show_selection (RapTimelineDock *self,
                gboolean         show)
{
  guint event = find_selected (self);

  self->show_pending = show && event == G_MAXUINT && self->selected_id != NULL;
  for (guint i = 0; i < RAP_TIMELINE_N_VIEWS; i++)
    if (!self->stale[i])
      rap_timeline_view_set_selection (self->views[i], event, show);
  rap_timeline_tray_set_selected (self->band, event);
  rap_timeline_tray_set_selected (self->undated, event);
}

static void
update_brush (RapTimelineDock *self)
{
  gint64 first, last;
  gboolean brushed = rap_timeline_brush_get_days (self->brush, &first, &last);
  g_autofree char *text = brushed ? rap_timeline_brush_count (self->brush, self->data) : NULL;

  gtk_widget_set_visible (self->brush_button, brushed);
  gtk_label_set_label (self->brush_label, brushed ? text : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.brush-clear", brushed);
  rap_timeline_overview_set_brush (self->overview, first, last);
  for (guint i = 0; i < RAP_TIMELINE_N_VIEWS; i++)
    if (!self->stale[i])
      rap_timeline_view_set_brush (self->views[i], first, last);
}

/* How many are picked out, and what can be done with them. */
static void
update_choice (RapTimelineDock *self)
{
  guint n = rap_timeline_choice_get_size (self->choice);
  g_autofree char *text = g_strdup_printf (ngettext ("%u selected", "%u selected", n), n);

  gtk_label_set_label (self->choice_label, text);
  gtk_widget_set_visible (self->choice_bar, n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.select-none", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.list-selection", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.brush-selection", n > 0);
}

/* The overview shows where the axis stands. */
static void
update_window (RapTimelineDock *self)
{
  gint64 first = 0;
  gint64 last = 0;

  if (self->current == 0)
    rap_timeline_axis_view_get_window (rap_timeline_dock_get_axis (self), &first, &last);
  rap_timeline_overview_set_window (self->overview, first, last);
}

/* Views that nobody sees get nothing to work out. */
static void
renew_view (RapTimelineDock *self,
            guint            index)
{
  gint64 first, last;

  if (!self->stale[index])
    return;
  self->stale[index] = FALSE;
  rap_timeline_view_set_data (self->views[index], self->data, self->unfit[index]);
  self->unfit[index] = FALSE;
  rap_timeline_view_set_selection (self->views[index], find_selected (self), FALSE);
  rap_timeline_brush_get_days (self->brush, &first, &last);
  rap_timeline_view_set_brush (self->views[index], first, last);
}

/* What the keyboard is at in the tray, its id or NULL. (transfer full) */
static char *
find_in_tray (RapTimelineDock *self,
              RapKind         *kind)
{
  RapTimelineEvent event;
  guint index;

  if (self->data == NULL || !rap_timeline_tray_get_focus (self->undated, &index))
    return NULL;
  rap_timeline_items_get_event (rap_timeline_dock_get_items (self), index, &event);
  *kind = event.kind;
  return g_strdup (event.id);
}

/* The keyboard goes where that went: with a date now it is no longer in the tray. */
static void
follow (RapTimelineDock *self,
        RapKind          kind,
        const char      *id)
{
  guint event;

  if (id == NULL || self->data == NULL
      || !rap_timeline_items_find (rap_timeline_dock_get_items (self), kind, id, &event))
    return;
  if (!rap_timeline_tray_focus (self->undated, event)
      && (self->current != 0 || !rap_timeline_axis_view_focus_event (rap_timeline_dock_get_axis (self), event)))
    gtk_widget_grab_focus (GTK_WIDGET (rap_timeline_dock_get_view (self)));
}

static void
take_data (RapTimelineDock *self,
           RapTimelineData *data)
{
  g_autoptr (RapTimelineData) old = self->data;
  RapKind kind = RAP_KIND_PROJECT;
  g_autofree char *id = find_in_tray (self, &kind);

  self->data = data != NULL ? rap_timeline_data_ref (data) : NULL;
  rap_timeline_links_set (self->links, rap_timeline_loader_get_session (self->loader), rap_timeline_dock_get_items (self));
  rap_timeline_choice_set_items (self->choice, rap_timeline_dock_get_items (self));
  for (guint i = 0; i < RAP_TIMELINE_N_VIEWS; i++)
    {
      self->stale[i] = TRUE;
      self->unfit[i] = self->unfit[i] || self->fit;
      if (i == self->current || data == NULL)
        renew_view (self, i);
    }
  self->fit = FALSE;
  rap_timeline_overview_set_data (self->overview, data);
  update_page (self);
  update_tray (self);
  update_brush (self);
  show_selection (self, self->show_pending);
  follow (self, kind, id);
}

static void
loaded_cb (RapTimelineDock *self,
           RapTimelineData *data,
           const char      *error)
{
  take_data (self, data);
  if (error != NULL)
    gtk_label_set_label (self->message, error);
  g_signal_emit (self, signals[LOADED], 0);
}

static void
activated_cb (RapTimelineDock *self,
              guint            kind,
              const char      *id)
{
  g_signal_emit (self, signals[ACTIVATED], 0, kind, id);
}

static void
open_cb (RapTimelineDock *self,
         guint            kind,
         const char      *id)
{
  g_signal_emit (self, signals[OPEN], 0, kind, id);
}

/* Of those that are picked out one was chosen from their list. */
static void
choice_opened_cb (RapTimelineDock *self,
                  guint            index)
{
  RapTimelineItems *items = rap_timeline_dock_get_items (self);
  RapTimelineEvent event;

  if (items == NULL || index >= rap_timeline_items_get_n_events (items))
    return;
  rap_timeline_items_get_event (items, index, &event);
  g_signal_emit (self, signals[OPEN], 0, (guint) event.kind, event.id);
}

static void
moved_cb (RapTimelineDock *self,
          RapTimelineView *view)
{
  if (view != rap_timeline_dock_get_view (self))
    return;
  if (self->current != 0)
    update_page (self);
  update_window (self);
}

static void
brushed_cb (RapTimelineDock *self,
            gint64           first,
            gint64           last)
{
  rap_timeline_brush_set_days (self->brush, first, last);
}

static void
day_cb (RapTimelineDock *self,
        gint64           day)
{
  rap_timeline_view_show_day (rap_timeline_dock_get_view (self), day);
}

static void
lanes_chosen_cb (RapTimelineDock *self)
{
  guint index = gtk_drop_down_get_selected (self->lanes_choice);

  if (index < G_N_ELEMENTS (lane_names))
    g_object_set (self, "lanes", lane_names[index], NULL);
}

static void
calendar_chosen_cb (RapTimelineDock *self)
{
  guint index = gtk_drop_down_get_selected (self->calendar_choice);

  if (index < RAP_N_CALENDARS)
    g_object_set (self, "calendar", rap_calendar_get_nick (index), NULL);
}

/* The day is the first on which what is written may have begun. */
static void
go_to_entered_cb (RapTimelineDock *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RapEdtf) date = rap_edtf_parse (gtk_editable_get_text (GTK_EDITABLE (self->go_to_entry)), &error);
  g_autofree char *text = error != NULL ? rap_error_text (error) : NULL;

  gtk_label_set_label (self->go_to_error, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->go_to_error), text != NULL);
  if (date == NULL)
    return;
  gtk_menu_button_popdown (self->go_to_button);
  rap_timeline_view_show_day (rap_timeline_dock_get_view (self), date->es > RAP_DAY_MIN ? date->es : date->le);
}

/* A page opens where the one before it was, and otherwise at what is selected. */
static void
set_view (RapTimelineDock *self,
          const char      *view)
{
  RapTimelineView *old = rap_timeline_dock_get_view (self);
  g_autofree char *old_title = rap_timeline_view_get_title (old);
  guint index = 0;

  while (index < RAP_TIMELINE_N_VIEWS && g_strcmp0 (view_table[index].name, view) != 0)
    index++;
  if (index == RAP_TIMELINE_N_VIEWS || index == self->current)
    return;
  self->current = index;
  renew_view (self, index);
  if (old_title != NULL && index != 0)
    rap_timeline_view_show_day (rap_timeline_dock_get_view (self), rap_timeline_view_get_day (old));
  else
    rap_timeline_view_set_selection (rap_timeline_dock_get_view (self), find_selected (self), TRUE);
  gtk_stack_set_visible_child_name (self->stack, view);
  update_actions (self);
  update_page (self);
  update_window (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

static void
set_lanes (RapTimelineDock *self,
           const char      *lanes)
{
  if (g_strcmp0 (self->lanes, lanes) == 0 || lanes == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (lane_names); i++)
    if (g_str_equal (lane_names[i], lanes))
      {
        g_free (self->lanes);
        self->lanes = g_strdup (lanes);
        gtk_drop_down_set_selected (self->lanes_choice, i);
        rap_timeline_loader_set_lanes (self->loader, lanes);
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LANES]);
      }
}

static void
set_calendar (RapTimelineDock *self,
              const char      *nick)
{
  RapCalendar calendar;

  if (nick == NULL || !rap_calendar_parse (nick, &calendar) || calendar == self->calendar)
    return;
  self->calendar = calendar;
  gtk_drop_down_set_selected (self->calendar_choice, calendar);
  rap_timeline_axis_view_set_calendar (rap_timeline_dock_get_axis (self), calendar);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CALENDAR]);
}

static void
set_brush_filter (RapTimelineDock *self,
                  const char      *name)
{
  rap_timeline_brush_set_filter_nick (self->brush, name);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BRUSH_FILTER]);
}

static void
rap_timeline_dock_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  RapTimelineDock *self = RAP_TIMELINE_DOCK (object);

  switch (prop_id)
    {
    case PROP_VIEW:
      g_value_set_string (value, view_table[self->current].name);
      break;
    case PROP_LANES:
      g_value_set_string (value, self->lanes);
      break;
    case PROP_CALENDAR:
      g_value_set_string (value, rap_calendar_get_nick (self->calendar));
      break;
    case PROP_BRUSH_FILTER:
      g_value_set_string (value, rap_timeline_brush_get_filter_nick (self->brush));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rap_timeline_dock_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  RapTimelineDock *self = RAP_TIMELINE_DOCK (object);

  switch (prop_id)
    {
    case PROP_VIEW:
      set_view (self, g_value_get_string (value));
      break;
    case PROP_LANES:
      set_lanes (self, g_value_get_string (value));
      break;
    case PROP_CALENDAR:
      set_calendar (self, g_value_get_string (value));
      break;
    case PROP_BRUSH_FILTER:
      set_brush_filter (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rap_timeline_dock_dispose (GObject *object)
{
  RapTimelineDock *self = RAP_TIMELINE_DOCK (object);

  if (self->loader != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->loader, loaded_cb, self);
      rap_timeline_loader_set_session (self->loader, NULL);
    }
  g_clear_object (&self->loader);
  g_clear_object (&self->settings);
  if (self->choice_list != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->choice_list));
  self->choice_list = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), RAP_TYPE_TIMELINE_DOCK);
  g_clear_pointer (&self->data, rap_timeline_data_unref);
  g_clear_object (&self->brush);
  g_clear_object (&self->choice);
  g_clear_object (&self->links);
  G_OBJECT_CLASS (rap_timeline_dock_parent_class)->dispose (object);
}

/* The view takes the keyboard, and with nothing in it the first button. */
static gboolean
rap_timeline_dock_grab_focus (GtkWidget *widget)
{
  RapTimelineDock *self = RAP_TIMELINE_DOCK (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (rap_timeline_dock_get_view (self)))
         || GTK_WIDGET_CLASS (rap_timeline_dock_parent_class)->grab_focus (widget);
}

static void
rap_timeline_dock_finalize (GObject *object)
{
  RapTimelineDock *self = RAP_TIMELINE_DOCK (object);

  g_free (self->lanes);
  g_free (self->selected_id);
  G_OBJECT_CLASS (rap_timeline_dock_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-timeline-dock.ui");
  gtk_widget_class_bind_template_child (widget_class, RapTimelineDock, view_buttons);
  gtk_widget_class_bind_template_child (widget_class, RapTimelineDock, stack);
  gtk_widget_class_bind_template_child (widget_class, RapTimelineDock, axis_tools);
  gtk_widget_class_bind_template_child (widget_class, RapTimelineDock, zoom_tools);
  gtk_widget_class_bind_template_child (widget_class, RapTimelineDock, page_tools);
  gtk_widget_class_bind_template_child (widget_class, RapTimelineDock, overview);
  gtk_widget_class_bind_template_child (widget_class, RapTimelineDock, brush_button);
  gtk_widget_class_bind_template_child (widget_class, RapTimelineDock, brush_label);
  gtk_widget_class_bind_template_child (widget_class, RapTimelineDock, band);
  gtk_widget_class_bind_template_child (widget_class, RapTimelineDock, undated);
  gtk_widget_class_bind_template_child (widget_class, RapTimelineDock, page_title);
  gtk_widget_class_bind_template_child (widget_class, RapTimelineDock, message);
  gtk_widget_class_bind_template_child (widget_class, RapTimelineDock, lanes_choice);
  gtk_widget_class_bind_template_child (widget_class, RapTimelineDock, calendar_choice);
  gtk_widget_class_bind_template_child (widget_class, RapTimelineDock, go_to_button);
  gtk_widget_class_bind_template_child (widget_class, RapTimelineDock, go_to_entry);
  gtk_widget_class_bind_template_child (widget_class, RapTimelineDock, go_to_error);
  gtk_widget_class_bind_template_child (widget_class, RapTimelineDock, choice_bar);
  gtk_widget_class_bind_template_child (widget_class, RapTimelineDock, choice_label);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, lanes_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, calendar_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_to_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, brushed_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_cb);
}

static void
rap_timeline_dock_class_init (RapTimelineDockClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = rap_timeline_dock_get_property;
  object_class->set_property = rap_timeline_dock_set_property;
  object_class->dispose = rap_timeline_dock_dispose;
  object_class->finalize = rap_timeline_dock_finalize;
  widget_class->grab_focus = rap_timeline_dock_grab_focus;

  properties[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, "axis", flags);
  properties[PROP_LANES] = g_param_spec_string ("lanes", NULL, NULL, "participant", flags);
  properties[PROP_CALENDAR] = g_param_spec_string ("calendar", NULL, NULL, "none", flags);
  properties[PROP_BRUSH_FILTER] = g_param_spec_string ("brush-filter", NULL, NULL, "possible", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
  signals[LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  g_type_ensure (RAP_TYPE_TIMELINE_OVERVIEW);
  g_type_ensure (RAP_TYPE_TIMELINE_TRAY);
  bind_template (widget_class);
  rap_timeline_dock_install_actions (widget_class);
}

static void
add_view_button (RapTimelineDock *self,
                 guint            index)
{
  const char *label = g_dpgettext2 (NULL, "timeline view", view_table[index].label);
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "timeline.view");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", view_table[index].name);
  gtk_box_append (self->view_buttons, button);
}

static GtkWidget *
wrap_scrolled (GtkWidget *view)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  return scrolled;
}

static void
add_view (RapTimelineDock *self,
          guint            index)
{
  GtkWidget *view = g_object_new (view_table[index].get_type (), NULL);

  self->views[index] = RAP_TIMELINE_VIEW (view);
  g_signal_connect_swapped (view, "activated", G_CALLBACK (activated_cb), self);
  g_signal_connect_swapped (view, "open", G_CALLBACK (open_cb), self);
  g_signal_connect_swapped (view, "moved", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (view, "brush", G_CALLBACK (brushed_cb), self);
  gtk_stack_add_named (self->stack, view_table[index].scrolled ? wrap_scrolled (view) : view, view_table[index].name);
  add_view_button (self, index);
}

static void
rap_timeline_dock_init (RapTimelineDock *self)
{
  self->lanes = g_strdup ("participant");
  self->fit = TRUE;
  self->brush = rap_timeline_brush_new ();
  self->choice = rap_timeline_choice_new ();
  self->links = rap_timeline_links_new ();
  self->loader = rap_timeline_loader_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->brush, "changed", G_CALLBACK (update_brush), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < RAP_TIMELINE_N_VIEWS; i++)
    add_view (self, i);
  rap_timeline_axis_view_set_choice (rap_timeline_dock_get_axis (self), self->choice);
  rap_timeline_axis_view_set_links (rap_timeline_dock_get_axis (self), self->links);
  self->choice_list = rap_timeline_popover_add (GTK_WIDGET (self), G_CALLBACK (choice_opened_cb));
  g_signal_connect_object (self->choice, "changed", G_CALLBACK (update_choice), self, G_CONNECT_SWAPPED);
  self->settings = g_settings_new (RAP_APPLICATION_ID);
  g_settings_bind (self->settings, "timeline-view", self, "view", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "timeline-calendar", self, "calendar", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "timeline-lanes", self, "lanes", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (self->loader, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  update_actions (self);
  update_choice (self);
  take_data (self, NULL);
}

RapTimelineDock *
rap_timeline_dock_new (void)
{
  return g_object_new (RAP_TYPE_TIMELINE_DOCK, NULL);
}

void
rap_timeline_dock_set_session (RapTimelineDock *self,
                               RapSession      *session)
{
  g_return_if_fail (RAP_IS_TIMELINE_DOCK (self));
  g_return_if_fail (session == NULL || RAP_IS_SESSION (session));

  rap_timeline_brush_set_days (self->brush, 0, 0);
  g_clear_pointer (&self->selected_id, g_free);
  take_data (self, NULL);
  self->fit = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->message), session == NULL);
  rap_timeline_axis_view_set_editable (rap_timeline_dock_get_axis (self),
                                       session != NULL && !rap_session_get_read_only (session));
  rap_timeline_loader_set_session (self->loader, session);
}

RapSession *
rap_timeline_dock_get_session (RapTimelineDock *self)
{
  g_return_val_if_fail (RAP_IS_TIMELINE_DOCK (self), NULL);

  return rap_timeline_loader_get_session (self->loader);
}

void
rap_timeline_dock_set_selection (RapTimelineDock *self,
                                 RapKind          kind,
                                 const char      *id)
{
  g_return_if_fail (RAP_IS_TIMELINE_DOCK (self));

  if (kind != RAP_KIND_MEETING && kind != RAP_KIND_ARTICLE)
    id = NULL;
  if (self->selected_kind == kind && g_strcmp0 (self->selected_id, id) == 0)
    return;
  self->selected_kind = kind;
  g_free (self->selected_id);
  self->selected_id = g_strdup (id);
  show_selection (self, TRUE);
}

RapTimelineBrush *
rap_timeline_dock_get_brush (RapTimelineDock *self)
{
  g_return_val_if_fail (RAP_IS_TIMELINE_DOCK (self), NULL);

  return self->brush;
}

void
rap_timeline_dock_set_items (RapTimelineDock  *self,
                             RapTimelineItems *items)
{
  g_return_if_fail (RAP_IS_TIMELINE_DOCK (self));

  self->fit = TRUE;
  rap_timeline_loader_set_items (self->loader, items);
}
