/* rap-window-actions.c
 *
 * The window's class actions. What can be done now is decided in one place,
 * rap_window_update_actions().
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "rap-application.h"
#include "rap-history-window.h"
#include "rap-project-window.h"
#include "rap-window-private.h"

static void
new_project_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  rap_window_choose_new_project (RAP_WINDOW (widget));
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  rap_window_choose_project (RAP_WINDOW (widget));
}

static void
open_sample_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  rap_window_open_sample (RAP_WINDOW (widget));
}

static void
open_recent_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (widget));

  rap_application_open_project (RAP_APPLICATION (application), g_variant_get_string (parameter, NULL),
                                GTK_WINDOW (widget));
}

static void
import_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  rap_window_choose_import (RAP_WINDOW (widget), g_str_equal (name, "win.import-folder"));
}

static void
cancel_import_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  g_cancellable_cancel (RAP_WINDOW (widget)->import);
}

static void
import_report_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  rap_window_show_import_report (RAP_WINDOW (widget));
}

static void
paste_article_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  rap_window_paste_article (RAP_WINDOW (widget));
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  rap_window_choose_export (RAP_WINDOW (widget), g_str_equal (name, "win.export-codebook") ? "codebook" : "json");
}

/* Undo and redo. Text that is still being typed is undone in its field first. */
static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  RapWindow *self = RAP_WINDOW (widget);
  gboolean undo = g_str_equal (name, "win.undo");
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;
  guint n;

  if (rap_workbench_undo_typing (self->workbench, undo))
    return;
  n = undo ? rap_session_undo (self->session, 1, &label, &error)
           : rap_session_redo (self->session, 1, &label, &error);
  if (error != NULL)
    rap_window_toast_error (self, error);
  if (n == 0 || label == NULL)
    return;
  text = undo ? g_strdup_printf (_("Undone: %s"), _(label)) : g_strdup_printf (_("Done again: %s"), _(label));
  rap_window_toast (self, text);
}

/* A window of the window's own, gone with it. */
static void
present_child (RapWindow *self,
               GtkWidget *child)
{
  gtk_window_set_transient_for (GTK_WINDOW (child), GTK_WINDOW (self));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (child), TRUE);
  gtk_window_present (GTK_WINDOW (child));
}

static void
project_properties_action (GtkWidget  *widget,
                           const char *name,
                           GVariant   *parameter)
{
  RapWindow *self = RAP_WINDOW (widget);

  present_child (self, rap_project_window_new (self->session));
}

static void
history_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  RapWindow *self = RAP_WINDOW (widget);

  present_child (self, rap_history_window_new (self->session));
}

static void
duplicates_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (RAP_WINDOW (widget)->workbench), "names.variants", "s", "");
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  gtk_menu_button_popup (RAP_WINDOW (widget)->search_button);
}

static void
step_hit_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  RapWindow *self = RAP_WINDOW (widget);
  gboolean is_next = g_str_equal (name, "win.next-hit");

  if (!rap_search_popover_step (self->search_popover, is_next ? 1 : -1))
    rap_window_toast (self, is_next ? _("There is no further hit.") : _("There is no hit before this one."));
}

/* In the article on show; without one, in all. */
static void
find_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  if (!rap_workbench_find (RAP_WINDOW (widget)->workbench))
    gtk_widget_activate_action (widget, "win.search", NULL);
}

static void
compare_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  RapWorkbench *workbench = RAP_WINDOW (widget)->workbench;
  const char *article = rap_selection_get_article (rap_workbench_get_selection (workbench));

  if (article != NULL)
    gtk_widget_activate_action (GTK_WIDGET (workbench), "compare.open", "(ss)", article, "");
}

static void
article_table_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (RAP_WINDOW (widget)->workbench), "table.open", NULL);
}

static void
step_article_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  RapWindow *self = RAP_WINDOW (widget);
  gboolean next = g_str_equal (name, "win.next-article");

  if (!rap_workbench_step_article (self->workbench, next ? 1 : -1))
    rap_window_toast (self, next ? _("This is the last article of the list.") : _("This is the first article of the list."));
}

static void
filter_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  RapWindow *self = RAP_WINDOW (widget);

  g_object_set (self, "library-visible", TRUE, NULL);
  rap_workbench_focus_filter (self->workbench);
}

static void
step_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  rap_workbench_step_annotation (RAP_WINDOW (widget)->workbench,
                                 g_str_equal (name, "win.next-annotation") ? 1 : -1);
}

static void
select_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  RapWindow *self = RAP_WINDOW (widget);
  const char *id;
  guint kind;

  g_variant_get (parameter, "(u&s)", &kind, &id);
  if (kind < RAP_N_KINDS)
    rap_selection_choose (rap_workbench_get_selection (self->workbench), self->session, kind, id);
}

static void
show_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  const char *article;
  guint offset;

  g_variant_get (parameter, "(&su)", &article, &offset);
  rap_workbench_show_article (RAP_WINDOW (widget)->workbench, article, offset);
}

static void
toast_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  rap_window_toast (RAP_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
toast_undo_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  rap_window_toast_with_action (RAP_WINDOW (widget), g_variant_get_string (parameter, NULL),
                                _("_Undo"), "win.undo");
}

static void
focus_pane_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  static const struct { const char *pane, *property; } panes[] = {
    { "library", "library-visible" }, { "inspector", "inspector-visible" }, { "timeline", "timeline-visible" },
  };
  RapWindow *self = RAP_WINDOW (widget);
  const char *pane = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    {
      if (g_str_equal (panes[i].pane, pane))
        g_object_set (self, panes[i].property, TRUE, NULL);
    }
  rap_workbench_focus_pane (self->workbench, pane);
}

static void
help_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  RapWindow *self = RAP_WINDOW (widget);

  g_object_set (self, "inspector-visible", TRUE, NULL);
  rap_workbench_show_help (self->workbench);
}

static void
close_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
set_enabled (RapWindow  *self,
             const char *action,
             gboolean    enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, enabled);
}

/* "Undo: Tag claim", or the bare word. (transfer full) */
static char *
make_undo_tooltip (RapSession *session,
                   const char *property,
                   const char *bare,
                   const char *format)
{
  g_autofree char *label = NULL;

  if (session != NULL)
    g_object_get (session, property, &label, NULL);
  if (label == NULL || label[0] == '\0')
    return g_strdup (bare);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (format, _(label));
#pragma GCC diagnostic pop
}

static void
update_undo_tooltips (RapWindow *self)
{
  g_autofree char *undo = make_undo_tooltip (self->session, "undo-label", _("Undo"), _("Undo: %s"));
  g_autofree char *redo = make_undo_tooltip (self->session, "redo-label", _("Redo"), _("Redo: %s"));

  gtk_widget_set_tooltip_text (self->undo_button, undo);
  gtk_widget_set_tooltip_text (self->redo_button, redo);
}

/* The one place that knows what can be done now. */
void
rap_window_update_actions (RapWindow *self)
{
  static const char * const with_project[] = {
    "win.duplicates", "win.export", "win.export-codebook", "win.search", "win.find", "win.next-hit", "win.previous-hit", "win.compare", "win.article-table", "win.filter", "win.history",
    "win.project-properties", "win.select", "win.show",
    "win.focus-pane", "win.toggle-library", "win.toggle-inspector", "win.toggle-timeline",
    "win.next-annotation", "win.previous-annotation", "win.next-article", "win.previous-article", "win.help",
  };
  static const char * const with_writing[] = { "win.import", "win.import-folder", "win.paste-article" };
  gboolean open = self->session != NULL;
  gboolean writable = open && !rap_session_get_read_only (self->session);

  for (guint i = 0; i < G_N_ELEMENTS (with_project); i++)
    set_enabled (self, with_project[i], open);
  for (guint i = 0; i < G_N_ELEMENTS (with_writing); i++)
    set_enabled (self, with_writing[i], writable && self->import == NULL);
  set_enabled (self, "win.undo", writable && rap_session_get_can_undo (self->session));
  set_enabled (self, "win.redo", writable && rap_session_get_can_redo (self->session));
  set_enabled (self, "win.cancel-import", self->import != NULL);
  set_enabled (self, "win.import-report", self->import_results != NULL);
  update_undo_tooltips (self);
}

static const struct
{
  const char                  *name;
  const char                  *type;
  GtkWidgetActionActivateFunc  func;
} actions[] = {
  { "win.new-project", NULL, new_project_action },
  { "win.open", NULL, open_action },
  { "win.open-sample", NULL, open_sample_action },
  { "win.open-recent", "s", open_recent_action },
  { "win.import", NULL, import_action },
  { "win.import-folder", NULL, import_action },
  { "win.cancel-import", NULL, cancel_import_action },
  { "win.import-report", NULL, import_report_action },
  { "win.paste-article", NULL, paste_article_action },
  { "win.export", NULL, export_action },
  { "win.export-codebook", NULL, export_action },
  { "win.undo", NULL, undo_action },
  { "win.redo", NULL, undo_action },
  { "win.history", NULL, history_action },
  { "win.project-properties", NULL, project_properties_action },
  { "win.duplicates", NULL, duplicates_action },
  { "win.search", NULL, search_action },
  { "win.next-hit", NULL, step_hit_action },
  { "win.previous-hit", NULL, step_hit_action },
  { "win.find", NULL, find_action },
  { "win.compare", NULL, compare_action },
  { "win.article-table", NULL, article_table_action },
  { "win.next-article", NULL, step_article_action },
  { "win.previous-article", NULL, step_article_action },
  { "win.filter", NULL, filter_action },
  { "win.next-annotation", NULL, step_action },
  { "win.previous-annotation", NULL, step_action },
  { "win.select", "(us)", select_action },
  { "win.show", "(su)", show_action },
  { "win.toast", "s", toast_action },
  { "win.toast-undo", "s", toast_undo_action },
  { "win.focus-pane", "s", focus_pane_action },
  { "win.help", NULL, help_action },
  { "win.close", NULL, close_action },
};

void
rap_window_install_actions (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, actions[i].type, actions[i].func);
  gtk_widget_class_install_property_action (klass, "win.toggle-library", "library-visible");
  gtk_widget_class_install_property_action (klass, "win.toggle-inspector", "inspector-visible");
  gtk_widget_class_install_property_action (klass, "win.toggle-timeline", "timeline-visible");
}
