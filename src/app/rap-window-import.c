/* rap-window-import.c
 *
 * How articles get into the window: files and folders by dialog, by drag and
 * drop, and pasted text. The reading is the session's, in a worker; here are
 * the progress bar, the way out, and the report at the end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "rap-application.h"
#include "rap-import-report.h"
#include "rap-window-private.h"

#define PASTED_NAME "pasted text"

static gboolean
is_project (const char *path)
{
  return g_str_has_suffix (path, ".rapporteur");
}

/* Nothing about @result needs the analyst's eye. */
static gboolean
is_plain (const RapImportResult *result)
{
  return result->error == NULL
         && (result->article == NULL || (result->published != NULL && result->published[0] != '\0'))
         && (result->duplicates == NULL || result->duplicates->len == 0)
         && (result->unknown == NULL || result->unknown->len == 0);
}

static const char *
find_first_article (GPtrArray *results)
{
  for (guint i = 0; i < results->len; i++)
    {
      const RapImportResult *result = results->pdata[i];

      if (result->article != NULL)
        return result->article;
    }
  return NULL;
}

/* Says what came in, shows the first article, and the report when it is worth reading. */
static void
take_results (RapWindow *self,
              GPtrArray *results)
{
  RapSession *session = rap_window_get_session (self);
  const char *first = find_first_article (results);
  gboolean plain = TRUE;
  guint n_articles = 0, n_records = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < results->len; i++)
    {
      const RapImportResult *result = results->pdata[i];

      plain = plain && is_plain (result);
      n_articles += result->article != NULL;
      n_records += result->n_records;
    }
  rap_window_take_import_results (self, results);
  if (session != NULL && first != NULL)
    rap_selection_choose (rap_window_get_selection (self), session, RAP_KIND_ARTICLE, first);

  if (n_articles > 0)
    {
      text = g_strdup_printf (ngettext ("%u article imported", "%u articles imported", n_articles), n_articles);
      rap_window_toast_with_action (self, text, _("_Report"), "win.import-report");
    }
  else if (plain)
    {
      text = n_records > 0 ? g_strdup_printf (ngettext ("%u object imported", "%u objects imported", n_records), n_records)
                           : g_strdup (_("Nothing was imported: the project has all of it already."));
      rap_window_toast (self, text);
    }
  if (!plain)
    rap_window_show_import_report (self);
}

static void
progress_cb (const RapImportProgress *progress,
             gpointer                 user_data)
{
  g_autofree char *name = g_filename_display_basename (progress->file);
  /* Translators: files done, files in all, name of the file */
  g_autofree char *text = g_strdup_printf (_("Importing %u of %u: %s"), MIN (progress->done + 1, progress->total),
                                           progress->total, name);

  rap_window_set_progress (user_data, progress->fraction, text);
}

static void
import_done_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (RapWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *results = rap_session_import_finish (RAP_SESSION (source), result, &error);

  rap_window_set_import (self, NULL);
  rap_window_set_progress (self, -1, NULL);
  if (results != NULL)
    take_results (self, results);
  else
    rap_window_toast_error (self, error);
}

void
rap_window_import_paths (RapWindow          *self,
                         const char * const *paths)
{
  static const RapImportOptions options = { .format = "auto", .one_group = TRUE };
  RapSession *session = rap_window_get_session (self);
  g_autoptr (GCancellable) cancellable = NULL;

  if (session == NULL || rap_window_get_import (self) != NULL)
    return;
  cancellable = g_cancellable_new ();
  rap_window_set_import (self, cancellable);
  rap_window_set_progress (self, 0, _("Importing…"));
  rap_session_import_async (session, paths, &options, progress_cb, self, cancellable,
                            import_done_cb, g_object_ref (self));
}

/* Projects are opened, all else is imported. @files: (element-type GFile) */
static void
take_files (RapWindow *self,
            GSList    *files)
{
  RapApplication *application = RAP_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) paths = NULL;

  for (GSList *l = files; l != NULL; l = l->next)
    {
      g_autofree char *path = g_file_get_path (l->data);

      if (path == NULL)
        rap_window_toast (self, _("Only files on this computer can be imported."));
      else if (is_project (path))
        rap_application_open_project (application, path, GTK_WINDOW (self));
      else
        g_strv_builder_add (builder, path);
    }
  paths = g_strv_builder_end (builder);
  if (paths[0] == NULL)
    return;
  if (rap_window_get_session (self) == NULL)
    rap_window_toast (self, _("Create or open a project first, then import articles into it."));
  else
    rap_window_import_paths (self, (const char * const *) paths);
}

static void
import_bytes (RapWindow  *self,
              GBytes     *bytes,
              const char *format)
{
  RapImportOptions options = { .format = format };
  RapSession *session = rap_window_get_session (self);

  if (session != NULL)
    take_results (self, rap_session_import_bytes (session, bytes, PASTED_NAME, &options));
}

static void
import_text (RapWindow  *self,
             const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  import_bytes (self, bytes, "text");
}

static void
import_response_cb (GtkNativeDialog *dialog,
                    int              response,
                    RapWindow       *self)
{
  g_autoptr (GtkNativeDialog) owned = dialog;
  g_autoptr (GListModel) files = NULL;
  GSList *list = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    return;
  files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    list = g_slist_append (list, g_list_model_get_item (files, i));
  take_files (self, list);
  g_slist_free_full (list, g_object_unref);
}

static void
add_import_filters (GtkFileChooser *chooser)
{
  static const char * const patterns[] = { "*.txt", "*.text", "*.md", "*.html", "*.htm", "*.xhtml", "*.json", "*.qdc" };
  g_autoptr (GtkFileFilter) articles = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (articles, _("Articles and codebooks (text, HTML, JSON, REFI-QDA)"));
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    gtk_file_filter_add_pattern (articles, patterns[i]);
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, articles);
  gtk_file_chooser_add_filter (chooser, all);
}

void
rap_window_choose_import (RapWindow *self,
                          gboolean   folder)
{
  GtkFileChooserNative *dialog;

  dialog = gtk_file_chooser_native_new (folder ? _("Import Folder") : _("Import Articles"), GTK_WINDOW (self),
                                        folder ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER : GTK_FILE_CHOOSER_ACTION_OPEN,
                                        _("_Import"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  if (!folder)
    add_import_filters (GTK_FILE_CHOOSER (dialog));
  g_signal_connect_object (dialog, "response", G_CALLBACK (import_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
html_spliced_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (RapWindow) self = user_data;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error) < 0)
    {
      rap_window_toast_error (self, error);
      return;
    }
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
  import_bytes (self, bytes, "html");
}

static void
html_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (RapWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GOutputStream) memory = NULL;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);

  if (stream == NULL)
    {
      rap_window_toast_error (self, error);
      return;
    }
  memory = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (memory, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, html_spliced_cb, g_object_ref (self));
}

static void
value_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (RapWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, &error);

  if (value == NULL)
    rap_window_toast_error (self, error);
  else if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    take_files (self, g_value_get_boxed (value));
  else if (g_value_get_string (value) != NULL)
    import_text (self, g_value_get_string (value));
}

/* Files first, then HTML, then text. */
void
rap_window_paste_article (RapWindow *self)
{
  static const char *html[] = { "text/html", NULL };
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL,
                                    value_read_cb, g_object_ref (self));
  else if (gdk_content_formats_contain_mime_type (formats, html[0]))
    gdk_clipboard_read_async (clipboard, html, G_PRIORITY_DEFAULT, NULL, html_read_cb, g_object_ref (self));
  else if (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING)
           || gdk_content_formats_contain_mime_type (formats, "text/plain;charset=utf-8")
           || gdk_content_formats_contain_mime_type (formats, "text/plain"))
    gdk_clipboard_read_value_async (clipboard, G_TYPE_STRING, G_PRIORITY_DEFAULT, NULL,
                                    value_read_cb, g_object_ref (self));
  else
    rap_window_toast (self, _("The clipboard holds no text to paste."));
}

void
rap_window_show_import_report (RapWindow *self)
{
  GPtrArray *results = rap_window_get_import_results (self);
  GtkWidget *report;

  if (results == NULL)
    return;
  report = rap_import_report_new (results, rap_window_get_session (self));
  gtk_window_set_transient_for (GTK_WINDOW (report), GTK_WINDOW (self));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (report), TRUE);
  gtk_window_present (GTK_WINDOW (report));
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         RapWindow     *self)
{
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      take_files (self, g_value_get_boxed (value));
      return TRUE;
    }
  if (G_VALUE_HOLDS (value, G_TYPE_FILE))
    {
      GSList single = { g_value_get_object (value), NULL };

      take_files (self, &single);
      return TRUE;
    }
  if (G_VALUE_HOLDS_STRING (value) && rap_window_get_session (self) != NULL)
    {
      import_text (self, g_value_get_string (value));
      return TRUE;
    }
  return FALSE;
}

void
rap_window_add_drop_target (RapWindow *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_FILE, G_TYPE_STRING };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
