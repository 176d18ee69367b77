/* rap-timeline-dock.c
 *
 * The dock: toolbar, views, overview and trays, fed from the session by a
 * worker. What is shown stays until what is new has been worked out; a change
 * that comes meanwhile makes it load once more.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-dock.h"

#include <glib/gi18n.h>

#include "rap-error-text.h"
#include "rap-timeline-axis-view.h"
#include "rap-timeline-loading.h"
#include "rap-timeline-month-page.h"
#include "rap-timeline-tray.h"
#include "rap-timeline-view.h"
#include "rap-words.h"

#define ZOOM_STEP 1.5

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
};

struct _RapTimelineDock
{
  AdwBin               parent_instance;
  GtkBox              *view_buttons;
  GtkStack            *stack;
  GtkWidget           *axis_tools;
  GtkWidget           *zoom_tools;
  GtkWidget           *page_tools;
  RapTimelineTray     *band;
  RapTimelineTray     *undated;
  GtkLabel            *page_title;
  GtkLabel            *message;
  GtkDropDown         *lanes_choice;
  RapTimelineView     *views[G_N_ELEMENTS (view_table)];
  GSettings           *settings;
  RapSession          *session;
  RapTimelineData     *data;
  GCancellable        *loading;       /* NULL: nothing under way */
  gboolean             again;         /* load once more when that is done */
  guint                current;       /* index into views */
  char                *lanes;
  RapKind              selected_kind;
  char                *selected_id;
  gboolean             show_pending;  /* the selection is not there yet */
  gboolean             fit;           /* the next items are of another project */
  guint                reload_source;
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
  LOADED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* In the order of the drop-down. */
static const char * const lane_names[] = { "participant", "outlet", "place", "none" };

static RapTimelineView *
get_view (RapTimelineDock *self)
{
  return self->views[self->current];
}

static RapTimelineAxisView *
get_axis (RapTimelineDock *self)
{
  return RAP_TIMELINE_AXIS_VIEW (self->views[0]);
}

static RapTimelineItems *
get_items (RapTimelineDock *self)
{
  return self->data != NULL ? rap_timeline_data_get_items (self->data) : NULL;
}

static guint
find_selected (RapTimelineDock *self)
{
  guint event;

  if (self->data == NULL || self->selected_id == NULL
      || !rap_timeline_items_find (get_items (self), self->selected_kind, self->selected_id, &event))
    return G_MAXUINT;
  return event;
}

/* Page buttons with their title, and the band, as the view has them. */
static void
update_page (RapTimelineDock *self)
{
  g_autofree char *title = rap_timeline_view_get_title (get_view (self));
  g_autofree char *band_title = rap_timeline_view_get_band_title (get_view (self));
  g_autoptr (GArray) band = rap_timeline_view_get_band (get_view (self));
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (guint));

  gtk_label_set_label (self->page_title, title != NULL ? title : "");
  gtk_widget_set_visible (self->page_tools, title != NULL);
  rap_timeline_tray_set_events (self->band, band_title != NULL ? band_title : "", get_items (self),
                                band != NULL ? band : none);
}

static void
update_actions (RapTimelineDock *self)
{
  g_autofree char *title = rap_timeline_view_get_title (get_view (self));
  gboolean axis = self->current == 0;

  gtk_widget_set_visible (self->axis_tools, axis);
  gtk_widget_set_visible (self->zoom_tools, axis);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.zoom-in", axis);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.zoom-out", axis);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.fit", axis);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.previous-page", title != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.next-page", title != NULL);
}

/* Undated events come last. */
static GArray *
list_undated (RapTimelineDock *self)
{
  GArray *undated = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n = self->data != NULL ? rap_timeline_items_get_n_events (get_items (self)) : 0;

  for (guint i = self->data != NULL ? rap_timeline_data_get_n_dated (self->data) : 0; i < n; i++)
    g_array_append_val (undated, i);
  return undated;
}

static void
update_tray (RapTimelineDock *self)
{
  g_autoptr (GArray) undated = list_undated (self);

  rap_timeline_tray_set_events (self->undated, _("No date"), get_items (self), undated);
  gtk_label_set_label (self->message, _("Meetings and articles with a date appear here"));
  gtk_widget_set_visible (GTK_WIDGET (self->message),
                          self->data == NULL || rap_timeline_data_get_n_dated (self->data) == 0);
}

static void
show_selection (RapTimelineDock *self,
                gboolean         show)
{
  guint event = find_selected (self);

  self->show_pending = show && event == G_MAXUINT && self->selected_id != NULL;
  for (guint i = 0; i < G_N_ELEMENTS (view_table); i++)
    rap_timeline_view_set_selection (self->views[i], event, show);
  rap_timeline_tray_set_selected (self->band, event);
  rap_timeline_tray_set_selected (self->undated, event);
}

static void
take_data (RapTimelineDock *self,
           RapTimelineData *data)
{
  gboolean fit = self->fit;
  RapTimelineData *old = self->data;

  self->data = data != NULL ? rap_timeline_data_ref (data) : NULL;
  self->fit = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (view_table); i++)
    rap_timeline_view_set_data (self->views[i], data, fit);
  g_clear_pointer (&old, rap_timeline_data_unref);
  update_page (self);
  update_tray (self);
  show_selection (self, self->show_pending);
}

static void
show_error (RapTimelineDock *self,
            const GError    *error)
{
  g_autofree char *text = rap_error_text (error);

  take_data (self, NULL);
  gtk_label_set_label (self->message, text);
}

static void reload (RapTimelineDock *self);

static void
take_result (RapTimelineDock *self,
             RapTimelineData *data,
             GError          *error)
{
  g_clear_object (&self->loading);
  if (data != NULL)
    take_data (self, data);
  else
    show_error (self, error);
  g_signal_emit (self, signals[LOADED], 0);
  if (self->again)
    reload (self);
}

/* What was cancelled belongs to other lanes or another project. */
static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (RapTimelineDock) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RapTimelineData) data = rap_session_load_timeline_finish (RAP_SESSION (source), result, &error);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    take_result (self, data, error);
}

static void
digested_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (RapTimelineDock) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RapTimelineData) data = rap_timeline_items_digest_finish (result, &error);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    take_result (self, data, error);
}

static void
stop_loading (RapTimelineDock *self)
{
  g_clear_handle_id (&self->reload_source, g_source_remove);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->again = FALSE;
}

static void
reload (RapTimelineDock *self)
{
  g_clear_handle_id (&self->reload_source, g_source_remove);
  self->again = self->loading != NULL;
  if (self->again)
    return;
  if (self->session == NULL)
    {
      take_data (self, NULL);
      return;
    }
  self->loading = g_cancellable_new ();
  rap_session_load_timeline_async (self->session, self->lanes, self->loading, loaded_cb, g_object_ref (self));
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
moved_cb (RapTimelineDock *self,
          RapTimelineView *view)
{
  if (view == get_view (self))
    update_page (self);
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
  rap_timeline_axis_view_zoom (get_axis (RAP_TIMELINE_DOCK (widget)), ZOOM_STEP);
}

static void
zoom_out (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  rap_timeline_axis_view_zoom (get_axis (RAP_TIMELINE_DOCK (widget)), 1.0 / ZOOM_STEP);
}

static void
fit (GtkWidget  *widget,
     const char *name,
     GVariant   *parameter)
{
  rap_timeline_axis_view_fit (get_axis (RAP_TIMELINE_DOCK (widget)));
}

static void
show_today (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  rap_timeline_view_show_day (get_view (RAP_TIMELINE_DOCK (widget)), rap_words_get_today ());
}

static void
turn_page (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  rap_timeline_view_step (get_view (RAP_TIMELINE_DOCK (widget)), g_str_equal (name, "timeline.next-page") ? 1 : -1);
}

/* A page opens where the one before it was. */
static void
set_view (RapTimelineDock *self,
          const char      *view)
{
  RapTimelineView *old = get_view (self);
  g_autofree char *old_title = rap_timeline_view_get_title (old);
  guint index = 0;

  while (index < G_N_ELEMENTS (view_table) && g_strcmp0 (view_table[index].name, view) != 0)
    index++;
  if (index == G_N_ELEMENTS (view_table) || index == self->current)
    return;
  self->current = index;
  if (old_title != NULL && index != 0)
    rap_timeline_view_show_day (get_view (self), rap_timeline_view_get_day (old));
  gtk_stack_set_visible_child_name (self->stack, view);
  update_actions (self);
  update_page (self);
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
          {
            stop_loading (self);
            reload (self);
          }
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
      g_value_set_string (value, view_table[self->current].name);
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

  stop_loading (self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), RAP_TYPE_TIMELINE_DOCK);
  g_clear_pointer (&self->data, rap_timeline_data_unref);
  G_OBJECT_CLASS (rap_timeline_dock_parent_class)->dispose (object);
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
  gtk_widget_class_install_action (widget_class, "timeline.previous-page", NULL, turn_page);
  gtk_widget_class_install_action (widget_class, "timeline.next-page", NULL, turn_page);
  gtk_widget_class_install_property_action (widget_class, "timeline.view", "view");
  gtk_widget_class_install_property_action (widget_class, "timeline.lanes", "lanes");
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, keys[i].action, NULL);
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
  gtk_widget_class_bind_template_child (widget_class, RapTimelineDock, band);
  gtk_widget_class_bind_template_child (widget_class, RapTimelineDock, undated);
  gtk_widget_class_bind_template_child (widget_class, RapTimelineDock, page_title);
  gtk_widget_class_bind_template_child (widget_class, RapTimelineDock, message);
  gtk_widget_class_bind_template_child (widget_class, RapTimelineDock, lanes_choice);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
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
  signals[LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  g_type_ensure (RAP_TYPE_TIMELINE_TRAY);
  bind_template (widget_class);
  install_actions (widget_class);
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
  gtk_stack_add_named (self->stack, view_table[index].scrolled ? wrap_scrolled (view) : view, view_table[index].name);
  add_view_button (self, index);
}

static void
rap_timeline_dock_init (RapTimelineDock *self)
{
  self->lanes = g_strdup ("participant");
  self->fit = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (view_table); i++)
    add_view (self, i);
  self->settings = g_settings_new (RAP_APPLICATION_ID);
  g_settings_bind (self->settings, "timeline-view", self, "view", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "timeline-lanes", self, "lanes", G_SETTINGS_BIND_DEFAULT);
  update_actions (self);
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

  if (self->session == session)
    return;
  stop_loading (self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->selected_id, g_free);
  self->fit = TRUE;
  take_data (self, NULL);
  self->fit = TRUE;
  if (session != NULL)
    {
      self->session = g_object_ref (session);
      g_signal_connect_swapped (session, "changed", G_CALLBACK (session_changed_cb), self);
      gtk_widget_set_visible (GTK_WIDGET (self->message), FALSE);
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
  show_selection (self, TRUE);
}

void
rap_timeline_dock_set_items (RapTimelineDock  *self,
                             RapTimelineItems *items)
{
  g_return_if_fail (RAP_IS_TIMELINE_DOCK (self));

  stop_loading (self);
  self->fit = TRUE;
  if (items == NULL)
    {
      take_data (self, NULL);
      return;
    }
  self->loading = g_cancellable_new ();
  rap_timeline_items_digest_async (items, self->loading, digested_cb, g_object_ref (self));
}
