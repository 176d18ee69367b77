/* rap-project-window.c
 *
 * Two fields and a button. Nothing is written before Save; then title and note
 * are one undoable group, made against the record as it is by then.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-project-window.h"

#include <glib/gi18n.h>

#include "rap-error-text.h"
#include "rap-project.h"

struct _RapProjectWindow
{
  AdwWindow        parent_instance;
  AdwToastOverlay *toasts;
  GtkWidget       *save_button;
  GtkEditable     *title_row;
  GtkTextView     *note_view;
  RapSession      *session;
};

G_DEFINE_FINAL_TYPE (RapProjectWindow, rap_project_window, ADW_TYPE_WINDOW)

/* (transfer full) */
static char *
get_title (RapProjectWindow *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->title_row)));
}

/* (transfer full) */
static char *
get_note (RapProjectWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->note_view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static void
report (RapProjectWindow *self,
        const GError     *error)
{
  g_autofree char *text = rap_error_text (error);

  g_message ("%s", error->message);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (text));
}

static gboolean
save (RapProjectWindow  *self,
      GError           **error)
{
  g_autoptr (RapEdits) edits = rap_edits_new (N_("Edit project"));
  g_autoptr (RapRecord) before = rap_session_load (self->session, RAP_KIND_PROJECT, NULL, error);
  g_autoptr (RapRecord) after = NULL;
  g_autofree char *title = get_title (self);
  g_autofree char *note = get_note (self);

  if (before == NULL)
    return FALSE;
  after = rap_record_copy (before);
  rap_set_string (&RAP_PROJECT (after)->title, title);
  rap_set_string (&RAP_PROJECT (after)->note, note);
  rap_edits_replace (edits, before, after);
  return rap_session_commit (self->session, edits, error);
}

static void
save_cb (RapProjectWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (!gtk_widget_is_sensitive (self->save_button))
    return;
  if (save (self, &error))
    gtk_window_close (GTK_WINDOW (self));
  else
    report (self, error);
}

/* A project always has a title. */
static void
title_changed_cb (RapProjectWindow *self)
{
  g_autofree char *title = get_title (self);
  gboolean writable = self->session != NULL && !rap_session_get_read_only (self->session);

  gtk_widget_set_sensitive (self->save_button, writable && title[0] != '\0');
}

static void
load (RapProjectWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RapRecord) project = rap_session_load (self->session, RAP_KIND_PROJECT, NULL, &error);
  gboolean writable = !rap_session_get_read_only (self->session);

  gtk_editable_set_editable (self->title_row, writable);
  gtk_text_view_set_editable (self->note_view, writable);
  if (project == NULL)
    {
      report (self, error);
      return;
    }
  gtk_editable_set_text (self->title_row, RAP_PROJECT (project)->title);
  if (RAP_PROJECT (project)->note != NULL)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->note_view), RAP_PROJECT (project)->note, -1);
}

static void
rap_project_window_dispose (GObject *object)
{
  g_clear_object (&RAP_PROJECT_WINDOW (object)->session);

  G_OBJECT_CLASS (rap_project_window_parent_class)->dispose (object);
}

static void
rap_project_window_class_init (RapProjectWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rap_project_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-project-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RapProjectWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, RapProjectWindow, save_button);
  gtk_widget_class_bind_template_child (widget_class, RapProjectWindow, title_row);
  gtk_widget_class_bind_template_child (widget_class, RapProjectWindow, note_view);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_changed_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rap_project_window_init (RapProjectWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rap_project_window_new (RapSession *session)
{
  RapProjectWindow *self = g_object_new (RAP_TYPE_PROJECT_WINDOW, NULL);

  self->session = g_object_ref (session);
  load (self);
  title_changed_cb (self);
  return GTK_WIDGET (self);
}
