/* rap-import-report.c
 *
 * The report of an import as a list of rows; choosing one shows the article in
 * the parent window, where a missing date can be entered. It is a window of
 * its own and not modal, so that the text stays in reach.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-import-report.h"

#include <glib/gi18n.h>

#include "rap-carry-over.h"
#include "rap-error-text.h"
#include "rap-row-words.h"

struct _RapImportReport
{
  AdwWindow        parent_instance;
  AdwToastOverlay *toasts;
  GtkStack        *stack;
  GtkListBox      *list;
  GString         *text;   /* the whole report, for the clipboard */
};

G_DEFINE_FINAL_TYPE (RapImportReport, rap_import_report, ADW_TYPE_WINDOW)

static void
append_line (GString    *lines,
             const char *line)
{
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  g_string_append (lines, line);
}

static void
append_take (GString *lines,
             char    *line)
{
  append_line (lines, line);
  g_free (line);
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || text[0] == '\0';
}

/* Where the members were found: "published: meta, title: h1". */
static void
append_detected (GString               *lines,
                 const RapImportResult *result)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; result->detected != NULL && i + 1 < result->detected->len; i += 2)
    g_string_append_printf (list, "%s%s: %s", i > 0 ? ", " : "",
                            (const char *) result->detected->pdata[i],
                            (const char *) result->detected->pdata[i + 1]);
  if (list->len > 0)
    append_take (lines, g_strdup_printf (_("Detected from: %s"), list->str));
}

static void
append_duplicates (GString               *lines,
                   const RapImportResult *result,
                   RapSession            *session)
{
  for (guint i = 0; result->duplicates != NULL && i < result->duplicates->len; i++)
    {
      const RapImportDuplicate *duplicate = result->duplicates->pdata[i];
      g_autofree char *name = session != NULL ? rap_session_get_name (session, RAP_KIND_ARTICLE, duplicate->article)
                                              : g_strdup (duplicate->article);

      if (duplicate->exact)
        append_take (lines, g_strdup_printf (_("Same text as “%s”"), name));
      else
        append_take (lines, g_strdup_printf (_("Looks like “%s” (%.0f %% the same)"), name, duplicate->score * 100));
    }
}

/* (transfer full), or NULL */
static RapArticle *
find_older (const RapImportResult *result,
            RapSession            *session)
{
  g_autoptr (RapRecord) article = NULL;

  if (result->article == NULL || session == NULL)
    return NULL;
  article = rap_session_load (session, RAP_KIND_ARTICLE, result->article, NULL);
  return article != NULL ? rap_session_find_older_version (session, RAP_ARTICLE (article)) : NULL;
}

static void
append_version (GString               *lines,
                const RapImportResult *result,
                RapSession            *session)
{
  g_autoptr (RapArticle) older = find_older (result, session);

  if (older == NULL)
    return;
  append_take (lines, g_strdup_printf (_("New version of “%s”, read at the same address — open it to carry over "
                                         "its annotations"), older->title));
}

static void
append_unknown (GString               *lines,
                const RapImportResult *result)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; result->unknown != NULL && i < result->unknown->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", (const char *) result->unknown->pdata[i]);
  if (list->len > 0)
    append_take (lines, g_strdup_printf (_("Passed over, not known: %s"), list->str));
}

/* All that is to be said of @result below its title. (transfer full) */
static char *
describe (const RapImportResult *result,
          RapSession            *session)
{
  GString *lines = g_string_new (NULL);
  g_autofree char *file = g_filename_display_name (result->file != NULL ? result->file : "");

  append_line (lines, file);
  if (result->error != NULL)
    {
      append_take (lines, rap_error_text (result->error));
      append_line (lines, result->error->message);
    }
  else if (result->article != NULL)
    {
      g_autofree char *date = rap_row_words_date (result->published);

      if (is_empty (result->published))
        append_line (lines, _("No date found — enter it"));
      else
        append_take (lines, g_strdup_printf (_("Published: %s"), date));
      if (!is_empty (result->outlet))
        append_take (lines, g_strdup_printf (_("Outlet: %s"), result->outlet));
    }
  else
    append_take (lines, g_strdup_printf (ngettext ("%u record", "%u records", result->n_records),
                                         result->n_records));
  append_detected (lines, result);
  append_duplicates (lines, result, session);
  append_version (lines, result, session);
  append_unknown (lines, result);
  return g_string_free (lines, FALSE);
}

static const char *
choose_icon (const RapImportResult *result)
{
  if (result->error != NULL)
    return "dialog-error-symbolic";
  if (result->article != NULL && is_empty (result->published))
    return "x-office-calendar-symbolic";
  if (result->duplicates != NULL && result->duplicates->len > 0)
    return "edit-copy-symbolic";
  return "emblem-ok-symbolic";
}

static void
activated_cb (AdwActionRow *row,
              gpointer      user_data)
{
  const char *article = g_object_get_data (G_OBJECT (row), "rap-article");
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (row)));
  GtkWindow *parent = gtk_window_get_transient_for (window);

  if (parent == NULL)
    return;
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.select", "(us)", (guint) RAP_KIND_ARTICLE, article);
  gtk_window_present (parent);
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.focus-pane", "s", "inspector");
}

static void
add_result (RapImportReport       *self,
            const RapImportResult *result,
            RapSession            *session)
{
  GtkWidget *row = adw_action_row_new ();
  const char *title = !is_empty (result->title) ? result->title : result->error != NULL ? _("Not imported") : _("Untitled");
  g_autofree char *description = describe (result, session);
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *subtitle = g_markup_escape_text (description, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (choose_icon (result)));
  if (result->article != NULL)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      g_object_set_data_full (G_OBJECT (row), "rap-article", g_strdup (result->article), g_free);
      g_signal_connect (row, "activated", G_CALLBACK (activated_cb), NULL);
    }
  gtk_list_box_append (self->list, row);
  g_string_append_printf (self->text, "%s\n%s\n\n", title, description);
}

static void
copy_cb (RapImportReport *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->text->str);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("Report copied")));
}

static void
rap_import_report_finalize (GObject *object)
{
  g_string_free (RAP_IMPORT_REPORT (object)->text, TRUE);

  G_OBJECT_CLASS (rap_import_report_parent_class)->finalize (object);
}

static void
rap_import_report_class_init (RapImportReportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rap_import_report_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-import-report.ui");
  gtk_widget_class_bind_template_child (widget_class, RapImportReport, toasts);
  gtk_widget_class_bind_template_child (widget_class, RapImportReport, stack);
  gtk_widget_class_bind_template_child (widget_class, RapImportReport, list);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rap_import_report_init (RapImportReport *self)
{
  self->text = g_string_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rap_import_report_new (GPtrArray  *results,
                       RapSession *session)
{
  RapImportReport *self = g_object_new (RAP_TYPE_IMPORT_REPORT, NULL);

  for (guint i = 0; i < results->len; i++)
    add_result (self, results->pdata[i], session);
  gtk_stack_set_visible_child_name (self->stack, results->len > 0 ? "list" : "empty");
  return GTK_WIDGET (self);
}
