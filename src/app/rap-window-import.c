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
#include "rap-import-words.h"
#include "rap-window-private.h"

#define PASTED_NAME "pasted text"

/* The progress is shown ten times a second. */
#define SHOW_INTERVAL (G_USEC_PER_SEC / 10)

/* Of an article of some 400 words, for the time left, until it is measured. */
#define SECONDS_TO_SAVE 0.00015

/* An import under way. The program does not end before it has ended. */
typedef struct
{
  GApplication *application;  /* held */
  RapWindow    *window;       /* strong reference */
  gint64        started;      /* monotonic */
  gint64        shown;
  double        reading;      /* seconds until all was read; 0: it is not */
} ImportState;

static void
import_state_free (ImportState *self)
{
  g_object_unref (self->window);
  g_application_release (self->application);
  g_object_unref (self->application);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImportState, import_state_free)

static gboolean
is_sqlite (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  char head[16] = "";
  gsize n = 0;

  return stream != NULL
         && g_input_stream_read_all (G_INPUT_STREAM (stream), head, sizeof head, &n, NULL, NULL)
         && n == sizeof head && memcmp (head, "SQLite format 3", sizeof head) == 0;
}

gboolean
rap_window_is_project (const char *path)
{
  return g_str_has_suffix (path, ".rapporteur")
         || (g_file_test (path, G_FILE_TEST_IS_REGULAR) && is_sqlite (path));
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

static gboolean
has_failed (GPtrArray *results)
{
  for (guint i = 0; i < results->len; i++)
    if (((RapImportResult *) results->pdata[i])->error != NULL)
      return TRUE;
  return FALSE;
}

/* Says what came in and shows the first article; the report comes of its own only where something failed. */
static void
take_results (RapWindow *self,
              GPtrArray *results)
{
  RapSession *session = rap_window_get_session (self);
  const char *first = find_first_article (results);
  gboolean failed = has_failed (results);
  g_autofree char *text = rap_import_words_toast (results);

  rap_window_take_import_results (self, results);
  if (session != NULL && first != NULL)
    {
      rap_selection_choose (rap_window_get_selection (self), session, RAP_KIND_ARTICLE, first);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-pane", "s", "article");
    }
  if (first != NULL || !failed)
    rap_window_toast_with_action (self, text, _("_Report"), "win.import-report");
  if (failed)
    rap_window_show_import_report (self);
  else if (self->import_report != NULL)
    rap_import_report_show (RAP_IMPORT_REPORT (self->import_report), results, session);
}

/* The seconds of the whole, reading and saving, after the @seconds that went by. While
 * it is read, how many articles there will be to save is known by how many have come. */
static double
estimate_all (ImportState             *self,
              const RapImportProgress *progress,
              double                   seconds)
{
  if (!progress->saving)
    return (seconds + progress->n_results * SECONDS_TO_SAVE) / MAX (progress->fraction, 0.001);
  if (self->reading == 0)
    self->reading = seconds;
  if (progress->saved == 0)
    return seconds + progress->n_results * SECONDS_TO_SAVE;
  return self->reading + (seconds - self->reading) / progress->saved;
}

/* (transfer full) */
static char *
describe_progress (const RapImportProgress *progress,
                   double                   done,
                   double                   seconds)
{
  g_autofree char *name = g_filename_display_basename (progress->file);
  g_autofree char *left = rap_import_words_left (done, seconds);
  g_autofree char *text = NULL;

  if (progress->saving)
    text = g_strdup_printf (ngettext ("Saving %u article…", "Saving %u articles…", progress->n_results), progress->n_results);
  else if (progress->total == 1)
    /* Translators: name of a file, number of articles found in it so far */
    text = g_strdup_printf (ngettext ("Importing %s: %u article", "Importing %s: %u articles", progress->n_results),
                            name, progress->n_results);
  else
    /* Translators: files done, files in all, name of the file */
    text = g_strdup_printf (_("Importing %u of %u: %s"), MIN (progress->done + 1, progress->total), progress->total, name);
  /* Translators: what is being done, and how long it will take */
  return left != NULL ? g_strdup_printf (_("%s — %s"), text, left) : g_steal_pointer (&text);
}

static void
progress_cb (const RapImportProgress *progress,
             gpointer                 user_data)
{
  ImportState *state = user_data;
  gint64 now = g_get_monotonic_time ();
  double seconds = (double) (now - state->started) / G_USEC_PER_SEC;
  double done;
  g_autofree char *text = NULL;

  if (now - state->shown < SHOW_INTERVAL)
    return;
  state->shown = now;
  done = seconds / estimate_all (state, progress, seconds);
  text = describe_progress (progress, done, seconds);
  rap_window_set_progress (state->window, done, text);
}

static void
import_done_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (ImportState) state = user_data;
  RapWindow *self = state->window;
  g_autoptr (GError) error = NULL;
  GPtrArray *results = rap_session_import_finish (RAP_SESSION (source), result, &error);

  rap_window_set_import (self, NULL);
  rap_window_set_progress (self, -1, NULL);
  if (results != NULL)
    take_results (self, results);
  else
    rap_window_toast_error (self, error);
}

/* The state of an import that may begin, or NULL and a word on why not. */
static ImportState *
begin_import (RapWindow *self)
{
  RapSession *session = rap_window_get_session (self);
  g_autoptr (GCancellable) cancellable = NULL;
  ImportState *state;

  if (session == NULL)
    {
      rap_window_toast (self, _("Create or open a project first, then import articles into it."));
      return NULL;
    }
  if (rap_session_get_read_only (session))
    {
      rap_window_toast (self, _("This project is open for reading only, so nothing can be imported into it."));
      return NULL;
    }
  if (rap_window_get_import (self) != NULL)
    {
      rap_window_toast (self, _("An import is under way; wait for it to end, or stop it."));
      return NULL;
    }
  cancellable = g_cancellable_new ();
  state = g_new0 (ImportState, 1);
  state->application = g_object_ref (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
  g_application_hold (state->application);
  state->window = g_object_ref (self);
  state->started = g_get_monotonic_time ();
  rap_window_set_import (self, cancellable);
  rap_window_set_progress (self, 0, _("Importing…"));
  return state;
}

static void
import_paths (RapWindow          *self,
              const char * const *paths)
{
  static const RapImportOptions options = { .format = "auto", .one_group = TRUE };
  ImportState *state = begin_import (self);

  if (state != NULL)
    rap_session_import_async (rap_window_get_session (self), paths, &options, progress_cb, state,
                              rap_window_get_import (self), import_done_cb, state);
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
      else if (rap_window_is_project (path))
        rap_application_open_project (application, path, GTK_WINDOW (self));
      else
        g_strv_builder_add (builder, path);
    }
  paths = g_strv_builder_end (builder);
  if (paths[0] != NULL)
    import_paths (self, (const char * const *) paths);
}

void
rap_window_take_files (RapWindow *self,
                       GPtrArray *files)
{
  GSList *list = NULL;

  g_return_if_fail (RAP_IS_WINDOW (self));

  for (guint i = 0; i < files->len; i++)
    list = g_slist_append (list, files->pdata[i]);
  take_files (self, list);
  g_slist_free (list);
}

static void
import_bytes (RapWindow  *self,
              GBytes     *bytes,
              const char *format)
{
  RapImportOptions options = { .format = format, .one_group = TRUE };
  ImportState *state = begin_import (self);

  if (state != NULL)
    rap_session_import_bytes_async (rap_window_get_session (self), bytes, PASTED_NAME, &options, progress_cb, state,
                                    rap_window_get_import (self), import_done_cb, state);
}

static gboolean
is_address (const char *text)
{
  g_autofree char *word = g_strstrip (g_strdup (text));

  return (g_str_has_prefix (word, "http://") || g_str_has_prefix (word, "https://")) && strpbrk (word, " \t\r\n") == NULL;
}

static void
import_text (RapWindow  *self,
             const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  if (is_address (text))
    rap_window_toast (self, _("This is an address only. Save the page in your browser, then import the file."));
  else
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
  static const char * const suffixes[] = {
    "txt", "text", "md", "markdown", "html", "htm", "xhtml", "mhtml", "mht", "eml", "pdf", "rss", "atom", "xml",
    "json", "jsonl", "ndjson", "odt", "docx", "zip", "qdc",
  };
  g_autoptr (GtkFileFilter) articles = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (articles, _("Articles, Archives and Codebooks"));
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (articles, suffixes[i]);
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
read_html (RapWindow    *self,
           GInputStream *stream)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  g_output_stream_splice_async (memory, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, html_spliced_cb, g_object_ref (self));
}

static void
html_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (RapWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);

  if (stream != NULL)
    read_html (self, stream);
  else
    rap_window_toast_error (self, error);
}

static void
take_value (RapWindow    *self,
            const GValue *value)
{
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    take_files (self, g_value_get_boxed (value));
  else if (g_value_get_string (value) != NULL)
    import_text (self, g_value_get_string (value));
}

static void
value_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (RapWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, &error);

  if (value != NULL)
    take_value (self, value);
  else
    rap_window_toast_error (self, error);
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

  if (results == NULL)
    return;
  if (self->import_report == NULL)
    {
      g_set_weak_pointer (&self->import_report, rap_import_report_new ());
      gtk_window_set_transient_for (GTK_WINDOW (self->import_report), GTK_WINDOW (self));
      gtk_window_set_destroy_with_parent (GTK_WINDOW (self->import_report), TRUE);
    }
  rap_import_report_show (RAP_IMPORT_REPORT (self->import_report), results, rap_window_get_session (self));
  gtk_window_present (GTK_WINDOW (self->import_report));
}

static void
dropped_html_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (RapWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = gdk_drop_read_finish (GDK_DROP (source), result, NULL, &error);

  if (stream != NULL)
    read_html (self, stream);
  else
    rap_window_toast_error (self, error);
  gdk_drop_finish (GDK_DROP (source), stream != NULL ? GDK_ACTION_COPY : 0);
}

static void
dropped_value_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (RapWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  const GValue *value = gdk_drop_read_value_finish (GDK_DROP (source), result, &error);

  gdk_drop_finish (GDK_DROP (source), value != NULL ? GDK_ACTION_COPY : 0);
  if (value != NULL)
    take_value (self, value);
  else
    rap_window_toast_error (self, error);
}

/* Text of our own that is let fall in our own window is no article. */
static gboolean
accept_drop_cb (GtkDropTargetAsync *target,
                GdkDrop            *drop,
                gpointer            user_data)
{
  GdkContentFormats *formats = gdk_drop_get_formats (drop);

  if (gdk_drop_get_drag (drop) != NULL)
    return FALSE;
  return gdk_content_formats_match (formats, gtk_drop_target_async_get_formats (target));
}

/* Files first, then HTML, then text, as when pasting. */
static gboolean
drop_cb (GtkDropTargetAsync *target,
         GdkDrop            *drop,
         double              x,
         double              y,
         RapWindow          *self)
{
  static const char *html[] = { "text/html", NULL };
  GdkContentFormats *formats = gdk_drop_get_formats (drop);

  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST)
      || gdk_content_formats_contain_mime_type (formats, "text/uri-list"))
    gdk_drop_read_value_async (drop, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, dropped_value_cb, g_object_ref (self));
  else if (gdk_content_formats_contain_mime_type (formats, html[0]))
    gdk_drop_read_async (drop, html, G_PRIORITY_DEFAULT, NULL, dropped_html_cb, g_object_ref (self));
  else
    gdk_drop_read_value_async (drop, G_TYPE_STRING, G_PRIORITY_DEFAULT, NULL, dropped_value_cb, g_object_ref (self));
  return TRUE;
}

void
rap_window_add_drop_target (RapWindow *self)
{
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();
  GtkDropTargetAsync *target;

  gdk_content_formats_builder_add_gtype (builder, GDK_TYPE_FILE_LIST);
  gdk_content_formats_builder_add_mime_type (builder, "text/uri-list");
  gdk_content_formats_builder_add_mime_type (builder, "text/html");
  gdk_content_formats_builder_add_gtype (builder, G_TYPE_STRING);
  gdk_content_formats_builder_add_mime_type (builder, "text/plain;charset=utf-8");
  gdk_content_formats_builder_add_mime_type (builder, "text/plain");
  target = gtk_drop_target_async_new (gdk_content_formats_builder_free_to_formats (builder), GDK_ACTION_COPY);
  g_signal_connect (target, "accept", G_CALLBACK (accept_drop_cb), NULL);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* Whether what is pasted goes into the widget: not into the search of a library
 * that has nothing to be found yet. */
static gboolean
takes_text (RapWindow *self,
            GtkWidget *focus)
{
  if (GTK_IS_TEXT_VIEW (focus))
    return gtk_text_view_get_editable (GTK_TEXT_VIEW (focus));
  return GTK_IS_EDITABLE (focus)
         && (gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY) == NULL
             || rap_session_count (rap_window_get_session (self), RAP_KIND_ARTICLE) > 0);
}

/* Ctrl+V belongs to whatever can be typed into, and else brings an article. */
static gboolean
paste_key_cb (GtkWidget *widget,
              GVariant  *args,
              gpointer   user_data)
{
  RapWindow *self = RAP_WINDOW (widget);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (widget));

  if (rap_window_get_session (self) == NULL || takes_text (self, focus))
    return FALSE;
  return gtk_widget_activate_action (widget, "win.paste-article", NULL);
}

void
rap_window_add_paste_key (RapWindow *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_v, GDK_CONTROL_MASK),
                                                          gtk_callback_action_new (paste_key_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
