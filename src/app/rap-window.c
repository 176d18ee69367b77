/* rap-window.c
 *
 * The window's shell: header, welcome page or workbench, toasts, and the state
 * that is kept between two runs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-window.h"

#include <glib/gi18n.h>

#include "rap-application.h"
#include "rap-error-text.h"
#include "rap-window-private.h"

G_DEFINE_FINAL_TYPE (RapWindow, rap_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_0,
  PROP_LIBRARY_VISIBLE,
  PROP_INSPECTOR_VISIBLE,
  PROP_TIMELINE_VISIBLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GSettings *
get_settings (RapWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  return RAP_IS_APPLICATION (application) ? rap_application_get_settings (RAP_APPLICATION (application)) : NULL;
}

/* (transfer full) */
static const char *
get_saved_state (RapSession *session)
{
  if (rap_session_get_read_only (session))
    return _("Read only");
  return rap_session_get_n_unsaved (session) > 0 ? _("Not saved yet") : _("All changes saved");
}

static char *
make_subtitle (RapSession *session)
{
  guint n_articles = rap_session_count (session, RAP_KIND_ARTICLE);
  guint n_claims = rap_session_count (session, RAP_KIND_CLAIM);
  guint n_meetings = rap_session_count (session, RAP_KIND_MEETING);
  g_autofree char *articles = g_strdup_printf (ngettext ("%u article", "%u articles", n_articles), n_articles);
  g_autofree char *claims = g_strdup_printf (ngettext ("%u claim", "%u claims", n_claims), n_claims);
  g_autofree char *meetings = g_strdup_printf (ngettext ("%u meeting", "%u meetings", n_meetings), n_meetings);

  /* Translators: saved state, number of articles, claims, meetings */
  return g_strdup_printf (_("%s · %s · %s · %s"), get_saved_state (session), articles, claims, meetings);
}

static void
update_title (RapWindow *self)
{
  g_autofree char *subtitle = NULL;
  const char *title = _("Rapporteur");

  if (self->session != NULL)
    {
      title = rap_session_get_title (self->session);
      subtitle = make_subtitle (self->session);
    }
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle != NULL ? subtitle : "");
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
update_all (RapWindow *self)
{
  update_title (self);
  rap_window_update_actions (self);
}

/* New changes carry the analyst's name as soon as it is entered. */
static void
apply_analyst (RapWindow *self)
{
  GSettings *settings = get_settings (self);
  g_autofree char *analyst = settings != NULL ? g_settings_get_string (settings, "analyst") : NULL;

  if (self->session != NULL && analyst != NULL)
    rap_session_set_analyst (self->session, analyst[0] != '\0' ? analyst : g_get_user_name ());
}

static void
restore_state (RapWindow *self)
{
  GSettings *settings = get_settings (self);

  if (settings == NULL)
    return;
  g_signal_connect_object (settings, "changed::analyst", G_CALLBACK (apply_analyst), self, G_CONNECT_SWAPPED);
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  rap_workbench_restore_state (self->workbench, settings);
}

static void
save_state (RapWindow *self)
{
  GSettings *settings = get_settings (self);
  int width, height;

  if (settings == NULL)
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (width > 0 && height > 0 && !gtk_window_is_maximized (GTK_WINDOW (self)))
    {
      g_settings_set_int (settings, "window-width", width);
      g_settings_set_int (settings, "window-height", height);
    }
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (self->session != NULL)
    rap_workbench_save_state (self->workbench, settings);
}

/* Callbacks */

static void
session_changed_cb (RapSession *session,
                    RapEdits   *edits,
                    RapWindow  *self)
{
  update_all (self);
}

static void
session_notify_cb (RapSession *session,
                   GParamSpec *pspec,
                   RapWindow  *self)
{
  update_all (self);
}

static void
hit_activated_cb (RapWindow  *self,
                  const char *article,
                  GArray     *places,
                  guint       place)
{
  gtk_menu_button_popdown (self->search_button);
  rap_workbench_show_hits (self->workbench, article, places, place);
  rap_workbench_focus_pane (self->workbench, "article");
}

static void
unsaved_response_cb (AdwMessageDialog *dialog,
                     const char       *response,
                     RapWindow        *self)
{
  self->gives_up_unsaved = g_str_equal (response, "close");
  if (self->gives_up_unsaved)
    gtk_window_close (GTK_WINDOW (self));
}

static void
tell_unsaved (RapWindow *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("A Change Is Not Saved Yet"),
                                              _("The project cannot be written now: another program is using it, or the "
                                                "disk is full. Keep the window open and the change is saved as soon as "
                                                "that is over."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", _("_Keep Open"),
                                    "close", _("_Close Without It"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "close", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  g_signal_connect_object (dialog, "response", G_CALLBACK (unsaved_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Virtual functions */

static gboolean
rap_window_close_request (GtkWindow *window)
{
  RapWindow *self = RAP_WINDOW (window);

  rap_workbench_flush (self->workbench);
  if (self->session != NULL && rap_session_get_n_unsaved (self->session) > 0 && !self->gives_up_unsaved)
    {
      tell_unsaved (self);
      return TRUE;
    }
  save_state (self);
  /* it holds the pointer and the keyboard of a window that is going */
  gtk_menu_button_popdown (self->search_button);
  if (self->import != NULL)
    g_cancellable_cancel (self->import);

  return GTK_WINDOW_CLASS (rap_window_parent_class)->close_request (window);
}

static void
rap_window_constructed (GObject *object)
{
  RapWindow *self = RAP_WINDOW (object);

  G_OBJECT_CLASS (rap_window_parent_class)->constructed (object);

  g_object_bind_property (self, "library-visible", self->workbench, "library-visible",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "inspector-visible", self->workbench, "inspector-visible",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "timeline-visible", self->workbench, "timeline-visible",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  rap_window_add_drop_target (self);
  rap_window_add_paste_key (self);
  update_all (self);
}

static gboolean *
get_flag (RapWindow *self,
          guint      prop_id)
{
  switch (prop_id)
    {
    case PROP_LIBRARY_VISIBLE:
      return &self->library_visible;
    case PROP_INSPECTOR_VISIBLE:
      return &self->inspector_visible;
    case PROP_TIMELINE_VISIBLE:
      return &self->timeline_visible;
    default:
      return NULL;
    }
}

static void
rap_window_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  gboolean *flag = get_flag (RAP_WINDOW (object), prop_id);

  if (flag != NULL)
    g_value_set_boolean (value, *flag);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
rap_window_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  gboolean *flag = get_flag (RAP_WINDOW (object), prop_id);

  if (flag == NULL)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  if (*flag == g_value_get_boolean (value))
    return;
  *flag = g_value_get_boolean (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
disconnect_session (RapWindow *self)
{
  if (self->session == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
}

static void
rap_window_dispose (GObject *object)
{
  RapWindow *self = RAP_WINDOW (object);

  disconnect_session (self);
  g_clear_object (&self->toast);
  g_clear_object (&self->import);
  g_clear_pointer (&self->import_results, g_ptr_array_unref);
  g_clear_weak_pointer (&self->import_report);

  G_OBJECT_CLASS (rap_window_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *klass)
{
  static const char * const names[] = { NULL, "library-visible", "inspector-visible", "timeline-visible" };

  for (guint i = 1; i < N_PROPS; i++)
    properties[i] = g_param_spec_boolean (names[i], NULL, NULL, TRUE,
                                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (klass, N_PROPS, properties);
}

static void
rap_window_class_init (RapWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = rap_window_constructed;
  object_class->dispose = rap_window_dispose;
  object_class->get_property = rap_window_get_property;
  object_class->set_property = rap_window_set_property;
  GTK_WINDOW_CLASS (klass)->close_request = rap_window_close_request;
  install_properties (object_class);
  rap_window_install_actions (widget_class);

  g_type_ensure (RAP_TYPE_WELCOME);
  g_type_ensure (RAP_TYPE_WORKBENCH);
  g_type_ensure (RAP_TYPE_SEARCH_POPOVER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RapWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, RapWindow, title);
  gtk_widget_class_bind_template_child (widget_class, RapWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, RapWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, RapWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, RapWindow, search_popover);
  gtk_widget_class_bind_template_child (widget_class, RapWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, RapWindow, welcome);
  gtk_widget_class_bind_template_child (widget_class, RapWindow, workbench);
  gtk_widget_class_bind_template_child (widget_class, RapWindow, progress_revealer);
  gtk_widget_class_bind_template_child (widget_class, RapWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, RapWindow, progress_label);
  gtk_widget_class_bind_template_callback (widget_class, hit_activated_cb);
}

static void
rap_window_init (RapWindow *self)
{
  self->library_visible = TRUE;
  self->inspector_visible = TRUE;
  self->timeline_visible = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

RapWindow *
rap_window_new (GtkApplication *application)
{
  RapWindow *self = g_object_new (RAP_TYPE_WINDOW, "application", application, NULL);

  restore_state (self);
  rap_welcome_set_settings (self->welcome, get_settings (self));
  return self;
}

/* A message belongs above its window, so that has to be there first. */
static void
present_message (RapWindow *self,
                 GtkWidget *dialog)
{
  gtk_window_present (GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
locked_response_cb (AdwMessageDialog *dialog,
                    const char       *response,
                    RapWindow        *self)
{
  const char *path = g_object_get_data (G_OBJECT (dialog), "rap-path");
  g_autoptr (RapSession) session = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "read"))
    return;
  session = rap_session_open (path, TRUE, &error);
  if (session != NULL)
    rap_window_place_session (self, session);
  else
    rap_window_show_error (self, _("Could Not Open the Project"), error);
}

/* Somebody else is writing: reading is possible all the same. */
static void
offer_read_only (RapWindow    *self,
                 const char   *heading,
                 const char   *path,
                 const GError *error)
{
  g_autofree char *body = rap_error_text_with_detail (error);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "close", _("_Close"),
                                    "read", _("Open _Read-Only"),
                                    NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "read");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_object_set_data_full (G_OBJECT (dialog), "rap-path", g_strdup (path), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (locked_response_cb), self, 0);
  present_message (self, dialog);
}

void
rap_window_place_session (RapWindow  *self,
                          RapSession *session)
{
  RapWindow *window = self;

  if (self->session != NULL)
    window = rap_window_new (gtk_window_get_application (GTK_WINDOW (self)));
  rap_window_set_session (window, session);
  gtk_window_present (GTK_WINDOW (window));
}

gboolean
rap_window_open_project (RapWindow  *self,
                         const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RapSession) session = rap_session_open (path, FALSE, &error);

  if (session == NULL && g_error_matches (error, RAP_ERROR, RAP_ERROR_READ_ONLY))
    {
      g_clear_error (&error);
      session = rap_session_open (path, TRUE, &error);
    }
  if (session == NULL)
    {
      g_autofree char *name = g_filename_display_basename (path);
      g_autofree char *heading = g_strdup_printf (_("Could Not Open “%s”"), name);

      if (g_error_matches (error, RAP_ERROR, RAP_ERROR_LOCKED))
        offer_read_only (self, heading, path, error);
      else
        rap_window_show_error (self, heading, error);
      return FALSE;
    }
  rap_window_place_session (self, session);
  return TRUE;
}

void
rap_window_set_session (RapWindow  *self,
                        RapSession *session)
{
  g_autoptr (RapSession) kept = session != NULL ? g_object_ref (session) : NULL;
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  disconnect_session (self);
  self->session = g_steal_pointer (&kept);
  if (session != NULL)
    {
      apply_analyst (self);
      g_signal_connect (session, "changed", G_CALLBACK (session_changed_cb), self);
      g_signal_connect (session, "notify", G_CALLBACK (session_notify_cb), self);
      rap_application_note_recent (RAP_APPLICATION (application), rap_session_get_path (session));
    }
  rap_workbench_set_session (self->workbench, session);
  rap_search_popover_set_session (self->search_popover, session);
  gtk_stack_set_visible_child_name (self->stack, session != NULL ? "workbench" : "welcome");
  update_all (self);
}

RapSession *
rap_window_get_session (RapWindow *self)
{
  g_return_val_if_fail (RAP_IS_WINDOW (self), NULL);

  return self->session;
}

RapSelection *
rap_window_get_selection (RapWindow *self)
{
  g_return_val_if_fail (RAP_IS_WINDOW (self), NULL);

  return rap_workbench_get_selection (self->workbench);
}

void
rap_window_toast (RapWindow  *self,
                  const char *text)
{
  rap_window_toast_with_action (self, text, NULL, NULL);
}

static void
toast_dismissed_cb (RapWindow *self)
{
  g_clear_object (&self->toast);
}

/* The newest counts: a toast that is on show says the new text instead of
 * letting it wait in a queue. */
void
rap_window_toast_with_action (RapWindow  *self,
                              const char *text,
                              const char *button,
                              const char *action)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  gboolean on_show = self->toast != NULL;

  if (!on_show)
    {
      self->toast = g_object_ref (adw_toast_new (""));
      adw_toast_set_timeout (self->toast, 4);
      g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self, G_CONNECT_SWAPPED);
    }
  adw_toast_set_title (self->toast, escaped);
  adw_toast_set_button_label (self->toast, button);
  adw_toast_set_action_name (self->toast, action);
  if (!on_show)
    adw_toast_overlay_add_toast (self->toasts, self->toast);
}

void
rap_window_toast_error (RapWindow    *self,
                        const GError *error)
{
  g_autofree char *text = rap_error_text (error);

  g_message ("%s", error->message);
  rap_window_toast (self, text);
}

void
rap_window_show_error (RapWindow    *self,
                       const char   *heading,
                       const GError *error)
{
  g_autofree char *body = rap_error_text_with_detail (error);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  present_message (self, dialog);
}

void
rap_window_set_progress (RapWindow  *self,
                         double      fraction,
                         const char *text)
{
  gtk_revealer_set_reveal_child (self->progress_revealer, fraction >= 0);
  if (fraction < 0)
    return;
  gtk_progress_bar_set_fraction (self->progress_bar, MIN (fraction, 1.0));
  gtk_label_set_text (self->progress_label, text);
}

GCancellable *
rap_window_get_import (RapWindow *self)
{
  return self->import;
}

void
rap_window_set_import (RapWindow    *self,
                       GCancellable *cancellable)
{
  g_set_object (&self->import, cancellable);
  rap_window_update_actions (self);
}

void
rap_window_take_import_results (RapWindow *self,
                                GPtrArray *results)
{
  g_clear_pointer (&self->import_results, g_ptr_array_unref);
  self->import_results = results;
  rap_window_update_actions (self);
}

GPtrArray *
rap_window_get_import_results (RapWindow *self)
{
  return self->import_results;
}
