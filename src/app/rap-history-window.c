/* rap-history-window.c
 *
 * The journal as a list. A row's button goes back (or forward again) to the
 * state just after that change, by undoing or redoing what lies between. The
 * window follows the session and stays open.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-history-window.h"

#include <glib/gi18n.h>

#include "rap-error-text.h"

#define MAX_ENTRIES 500

struct _RapHistoryWindow
{
  AdwWindow        parent_instance;
  AdwToastOverlay *toasts;
  GtkStack        *stack;
  GtkListBox      *list;
  RapSession      *session;
};

G_DEFINE_FINAL_TYPE (RapHistoryWindow, rap_history_window, ADW_TYPE_WINDOW)

/* (transfer full) */
static char *
describe_entry (const RapHistoryEntry *entry)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (entry->time / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *time = local != NULL ? g_date_time_format (local, "%x %X") : g_strdup ("");
  g_autofree char *n = g_strdup_printf (ngettext ("%u change", "%u changes", entry->n_edits), entry->n_edits);
  const char *state = entry->discarded ? _(" · undone for good") : entry->undone ? _(" · undone") : "";

  return g_strdup_printf ("%s · %s · %s%s", time, entry->analyst, n, state);
}

static void
jump (RapHistoryWindow *self,
      gint64            seq)
{
  g_autoptr (GPtrArray) entries = rap_session_get_history (self->session, MAX_ENTRIES, NULL);
  g_autoptr (GError) error = NULL;
  guint n_undo = 0, n_redo = 0;

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const RapHistoryEntry *entry = entries->pdata[i];

      if (entry->discarded)
        continue;
      n_undo += !entry->undone && entry->seq > seq;
      n_redo += entry->undone && entry->seq <= seq;
    }
  if (n_undo > 0)
    rap_session_undo (self->session, n_undo, NULL, &error);
  else if (n_redo > 0)
    rap_session_redo (self->session, n_redo, NULL, &error);
  if (error != NULL)
    {
      g_autofree char *text = rap_error_text (error);

      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (text));
    }
}

static void
jump_clicked_cb (RapHistoryWindow *self,
                 GtkButton        *button)
{
  gint64 *seq = g_object_get_data (G_OBJECT (button), "rap-seq");

  jump (self, *seq);
}

static GtkWidget *
create_jump_button (RapHistoryWindow      *self,
                    const RapHistoryEntry *entry)
{
  GtkWidget *button = gtk_button_new_from_icon_name (entry->undone ? "edit-redo-symbolic" : "edit-undo-symbolic");

  gtk_widget_set_tooltip_text (button, entry->undone ? _("Redo Up to Here") : _("Undo Everything After This"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "rap-seq", g_memdup2 (&entry->seq, sizeof entry->seq), g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (jump_clicked_cb), self);
  return button;
}

/* @jumpable: there is something to undo or redo to get to @entry. */
static GtkWidget *
create_row (RapHistoryWindow      *self,
            const RapHistoryEntry *entry,
            gboolean               jumpable)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (entry->label != NULL ? _(entry->label) : _("Change"), -1);
  g_autofree char *description = describe_entry (entry);
  g_autofree char *subtitle = g_markup_escape_text (description, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (entry->undone || entry->discarded)
    gtk_widget_add_css_class (row, "dim-label");
  if (jumpable)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_jump_button (self, entry));
  return row;
}

static void
refresh (RapHistoryWindow *self)
{
  g_autoptr (GPtrArray) entries = rap_session_get_history (self->session, MAX_ENTRIES, NULL);
  gboolean writable = !rap_session_get_read_only (self->session);
  gboolean at_present = TRUE;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const RapHistoryEntry *entry = entries->pdata[i];
      gboolean done = !entry->undone && !entry->discarded;
      gboolean jumpable = writable && !entry->discarded && !(done && at_present);

      gtk_list_box_append (self->list, create_row (self, entry, jumpable));
      if (done)
        at_present = FALSE;
    }
  gtk_stack_set_visible_child_name (self->stack, entries != NULL && entries->len > 0 ? "list" : "empty");
}

static void
rap_history_window_dispose (GObject *object)
{
  RapHistoryWindow *self = RAP_HISTORY_WINDOW (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (rap_history_window_parent_class)->dispose (object);
}

static void
rap_history_window_class_init (RapHistoryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rap_history_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-history-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RapHistoryWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, RapHistoryWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, RapHistoryWindow, list);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rap_history_window_init (RapHistoryWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rap_history_window_new (RapSession *session)
{
  RapHistoryWindow *self = g_object_new (RAP_TYPE_HISTORY_WINDOW, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (refresh), self);
  refresh (self);
  return GTK_WIDGET (self);
}
