/* rap-timeline-dock.c
 *
 * The dock: toolbar, axis, month and tray, fed from the session. A change of
 * the session reloads once the main loop is idle, however many there were.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-dock.h"

#include <glib/gi18n.h>

#include "rap-error-text.h"
#include "rap-month-layout.h"
#include "rap-timeline-axis-view.h"
#include "rap-timeline-month-page.h"
#include "rap-timeline-tray.h"
#include "rap-words.h"

#define ZOOM_STEP 1.5

struct _RapTimelineDock
{
  AdwBin                parent_instance;
  GtkStack             *stack;
  RapTimelineAxisView  *axis;
  RapTimelineMonthPage *month;
  RapTimelineTray      *band;
  RapTimelineTray      *undated;
  GtkLabel             *month_title;
  GtkLabel             *message;
  GtkDropDown          *lanes_choice;
  GSettings            *settings;
  RapSession           *session;
  RapTimelineItems     *items;
  char                 *view;
  char                 *lanes;
  RapKind               selected_kind;
  char                 *selected_id;
  gboolean              fit;          /* the next items are of another project */
  guint                 reload_source;
};

G_DEFINE_FINAL_TYPE (RapTimelineDock, rap_timeline_dock, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_VIEW,
  PROP_LANES,
  N_PROPS
};

enum
{
  ACTIVATED,
  OPEN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* In the order of the drop-down. */
static const char * const lane_names[] = { "participant", "outlet", "place", "none" };

static gboolean
shows_month (RapTimelineDock *self)
{
  return g_strcmp0 (self->view, "month") == 0;
}

static void
update_actions (RapTimelineDock *self)
{
  gboolean month = shows_month (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.zoom-in", !month);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.zoom-out", !month);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.fit", !month);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.previous-month", month);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.next-month", month);
}

static guint
find_selected (RapTimelineDock *self)
{
  guint event;

  if (self->items == NULL || self->selected_id == NULL
      || !rap_timeline_items_find (self->items, self->selected_kind, self->selected_id, &event))
    return G_MAXUINT;
  return event;
}

static void
update_month (RapTimelineDock *self)
{
  gint64 day = rap_timeline_month_page_get_day (self->month);
  g_autofree char *name = rap_words_month (day);
  /* Translators: what is only known to have happened in this month, "Some time in July 2017" */
  g_autofree char *title = g_strdup_printf (_("Some time in %s"), name);
  g_autoptr (GArray) band = rap_timeline_month_page_get_band (self->month);

  gtk_label_set_label (self->month_title, name);
  rap_timeline_tray_set_events (self->band, title, self->items, band);
}

/* Undated events come last. */
static GArray *
list_undated (RapTimelineDock *self,
              guint           *n_dated)
{
  GArray *undated = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n = self->items != NULL ? rap_timeline_items_get_n_events (self->items) : 0;
  RapTimelineColumns columns;

  *n_dated = 0;
  if (self->items != NULL)
    rap_timeline_items_get_columns (self->items, &columns);
  for (guint i = 0; i < n; i++)
    {
      RapTimelineEvent event;

      rap_timeline_items_get_event (self->items, i, &event);
      if (columns.flags[event.first_item] & RAP_ITEM_UNDATED)
        g_array_append_val (undated, i);
      else
        (*n_dated)++;
    }
  return undated;
}

static void
update_tray (RapTimelineDock *self)
{
  guint n_dated;
  g_autoptr (GArray) undated = list_undated (self, &n_dated);

  rap_timeline_tray_set_events (self->undated, _("No date"), self->items, undated);
  gtk_label_set_label (self->message, _("Meetings and articles with a date appear here"));
  gtk_widget_set_visible (GTK_WIDGET (self->message), n_dated == 0);
}

static void
show_selection (RapTimelineDock *self)
{
  guint event = find_selected (self);

  rap_timeline_axis_view_set_selection (self->axis, self->selected_kind, self->selected_id);
  rap_timeline_month_page_set_selected (self->month, event);
  rap_timeline_tray_set_selected (self->band, event);
  rap_timeline_tray_set_selected (self->undated, event);
}

/* The month page follows to the day or month of what was selected. */
static void
show_selected_month (RapTimelineDock *self)
{
  guint index = find_selected (self);
  RapTimelineColumns columns;
  RapTimelineEvent event;

  if (index == G_MAXUINT)
    return;
  rap_timeline_items_get_event (self->items, index, &event);
  rap_timeline_items_get_columns (self->items, &columns);
  if (columns.flags[event.first_item] & RAP_ITEM_UNDATED)
    return;
  rap_timeline_month_page_set_day (self->month, columns.es[event.first_item] > RAP_DAY_MIN ? columns.es[event.first_item]
                                                                                           : columns.ee[event.first_item]);
}

/* A fresh calendar opens where the last thing happened. */
static void
show_latest_month (RapTimelineDock *self)
{
  RapTimelineColumns columns;
  gint64 latest = RAP_DAY_MIN;

  if (self->items == NULL)
    return;
  rap_timeline_items_get_columns (self->items, &columns);
  for (guint i = 0; i < columns.n_items; i++)
    if ((columns.flags[i] & RAP_ITEM_UNDATED) == 0 && columns.es[i] > RAP_DAY_MIN && columns.kind[i] == RAP_KIND_MEETING)
      latest = MAX (latest, columns.es[i]);
  if (latest > RAP_DAY_MIN)
    rap_timeline_month_page_set_day (self->month, latest);
}

static void
take_items (RapTimelineDock  *self,
            RapTimelineItems *items)
{
  gboolean fit = self->fit;

  g_clear_pointer (&self->items, rap_timeline_items_unref);
  self->items = items != NULL ? rap_timeline_items_ref (items) : NULL;
  self->fit = FALSE;
  rap_timeline_axis_view_set_items (self->axis, items, fit);
  rap_timeline_month_page_set_items (self->month, items);
  if (fit)
    show_latest_month (self);
  update_month (self);
  update_tray (self);
  show_selection (self);
}

static void
show_error (RapTimelineDock *self,
            const GError    *error)
{
  g_autofree char *text = rap_error_text (error);

  take_items (self, NULL);
  gtk_label_set_label (self->message, text);
}

static void
reload (RapTimelineDock *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RapTimelineItems) items = NULL;

  g_clear_handle_id (&self->reload_source, g_source_remove);
  if (self->session == NULL)
    {
      take_items (self, NULL);
      return;
    }
  items = rap_session_load_timeline (self->session, self->lanes, &error);
  if (items == NULL)
    {
      show_error (self, error);
      return;
    }
  if (g_strcmp0 (self->lanes, "outlet") != 0)
    rap_timeline_items_gather_articles (items);
  take_items (self, items);
}

static gboolean
reload_cb (gpointer user_data)
{
  RapTimelineDock *self = user_data;

  self->reload_source = 0;
  reload (self);
  return G_SOURCE_REMOVE;
}

/* Whether a record of the kind shows in the timeline, or counts there. */
static gboolean
is_shown (RapKind kind)
{
  return kind != RAP_KIND_CODE && kind != RAP_KIND_CODING && kind != RAP_KIND_MENTION && kind != RAP_KIND_RELATION;
}

static void
session_changed_cb (RapTimelineDock *self,
                    RapEdits        *edits)
{
  gboolean shown = FALSE;

  for (guint i = 0; !shown && i < edits->edits->len; i++)
    shown = is_shown (RAP_RECORD_GET_CLASS (rap_edit_get_record (rap_edits_get (edits, i)))->kind);
  if (shown && self->reload_source == 0)
    self->reload_source = g_idle_add (reload_cb, self);
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

static void
month_changed_cb (RapTimelineDock *self)
{
  update_month (self);
}

static void
lanes_chosen_cb (RapTimelineDock *self)
{
  guint index = gtk_drop_down_get_selected (self->lanes_choice);

  if (index < G_N_ELEMENTS (lane_names))
    g_object_set (self, "lanes", lane_names[index], NULL);
}

static void
zoom_in (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  rap_timeline_axis_view_zoom (RAP_TIMELINE_DOCK (widget)->axis, ZOOM_STEP);
}

static void
zoom_out (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  rap_timeline_axis_view_zoom (RAP_TIMELINE_DOCK (widget)->axis, 1.0 / ZOOM_STEP);
}

static void
fit (GtkWidget  *widget,
     const char *name,
     GVariant   *parameter)
{
  rap_timeline_axis_view_fit (RAP_TIMELINE_DOCK (widget)->axis);
}

static void
show_today (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  RapTimelineDock *self = RAP_TIMELINE_DOCK (widget);

  if (shows_month (self))
    rap_timeline_month_page_set_day (self->month, rap_words_get_today ());
  else
    rap_timeline_axis_view_show_today (self->axis);
}

static void
turn_page (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  RapTimelineDock *self = RAP_TIMELINE_DOCK (widget);
  int months = g_str_equal (name, "timeline.next-month") ? 1 : -1;

  rap_timeline_month_page_set_day (self->month, rap_month_add (rap_timeline_month_page_get_day (self->month), months));
}

static void
set_view (RapTimelineDock *self,
          const char      *view)
{
  if (g_strcmp0 (self->view, view) == 0 || (g_strcmp0 (view, "axis") != 0 && g_strcmp0 (view, "month") != 0))
    return;
  g_free (self->view);
  self->view = g_strdup (view);
  gtk_stack_set_visible_child_name (self->stack, view);
  update_actions (self);
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
        if (self->session != NULL)
          reload (self);
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LANES]);
      }
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
      g_value_set_string (value, self->view);
      break;
    case PROP_LANES:
      g_value_set_string (value, self->lanes);
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
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rap_timeline_dock_dispose (GObject *object)
{
  RapTimelineDock *self = RAP_TIMELINE_DOCK (object);

  g_clear_handle_id (&self->reload_source, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), RAP_TYPE_TIMELINE_DOCK);
  g_clear_pointer (&self->items, rap_timeline_items_unref);
  G_OBJECT_CLASS (rap_timeline_dock_parent_class)->dispose (object);
}

static void
rap_timeline_dock_finalize (GObject *object)
{
  RapTimelineDock *self = RAP_TIMELINE_DOCK (object);

  g_free (self->view);
  g_free (self->lanes);
  g_free (self->selected_id);
  G_OBJECT_CLASS (rap_timeline_dock_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct { guint key; const char *action; } keys[] = {
    { GDK_KEY_plus, "timeline.zoom-in" }, { GDK_KEY_equal, "timeline.zoom-in" }, { GDK_KEY_KP_Add, "timeline.zoom-in" },
    { GDK_KEY_minus, "timeline.zoom-out" }, { GDK_KEY_KP_Subtract, "timeline.zoom-out" },
    { GDK_KEY_0, "timeline.fit" }, { GDK_KEY_t, "timeline.today" },
  };

  gtk_widget_class_install_action (widget_class, "timeline.zoom-in", NULL, zoom_in);
  gtk_widget_class_install_action (widget_class, "timeline.zoom-out", NULL, zoom_out);
  gtk_widget_class_install_action (widget_class, "timeline.fit", NULL, fit);
  gtk_widget_class_install_action (widget_class, "timeline.today", NULL, show_today);
  gtk_widget_class_install_action (widget_class, "timeline.previous-month", NULL, turn_page);
  gtk_widget_class_install_action (widget_class, "timeline.next-month", NULL, turn_page);
  gtk_widget_class_install_property_action (widget_class, "timeline.view", "view");
  gtk_widget_class_install_property_action (widget_class, "timeline.lanes", "lanes");
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, keys[i].action, NULL);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-timeline-dock.ui");
  gtk_widget_class_bind_template_child (widget_class, RapTimelineDock, stack);
  gtk_widget_class_bind_template_child (widget_class, RapTimelineDock, axis);
  gtk_widget_class_bind_template_child (widget_class, RapTimelineDock, month);
  gtk_widget_class_bind_template_child (widget_class, RapTimelineDock, band);
  gtk_widget_class_bind_template_child (widget_class, RapTimelineDock, undated);
  gtk_widget_class_bind_template_child (widget_class, RapTimelineDock, month_title);
  gtk_widget_class_bind_template_child (widget_class, RapTimelineDock, message);
  gtk_widget_class_bind_template_child (widget_class, RapTimelineDock, lanes_choice);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, month_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, lanes_chosen_cb);
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

  properties[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, "axis", flags);
  properties[PROP_LANES] = g_param_spec_string ("lanes", NULL, NULL, "participant", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);

  g_type_ensure (RAP_TYPE_TIMELINE_AXIS_VIEW);
  g_type_ensure (RAP_TYPE_TIMELINE_MONTH_PAGE);
  g_type_ensure (RAP_TYPE_TIMELINE_TRAY);
  bind_template (widget_class);
  install_actions (widget_class);
}

static void
rap_timeline_dock_init (RapTimelineDock *self)
{
  self->view = g_strdup ("axis");
  self->lanes = g_strdup ("participant");
  self->fit = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (RAP_APPLICATION_ID);
  g_settings_bind (self->settings, "timeline-view", self, "view", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "timeline-lanes", self, "lanes", G_SETTINGS_BIND_DEFAULT);
  update_actions (self);
  take_items (self, NULL);
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

  if (self->session == session)
    return;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->selected_id, g_free);
  self->fit = TRUE;
  if (session != NULL)
    {
      self->session = g_object_ref (session);
      g_signal_connect_swapped (session, "changed", G_CALLBACK (session_changed_cb), self);
    }
  reload (self);
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
  if (self->reload_source != 0)
    return;
  show_selection (self);
  show_selected_month (self);
}

void
rap_timeline_dock_set_items (RapTimelineDock  *self,
                             RapTimelineItems *items)
{
  g_return_if_fail (RAP_IS_TIMELINE_DOCK (self));

  self->fit = TRUE;
  take_items (self, items);
}
