/* rap-window-files.c
 *
 * The window's gestures that begin with a file dialog: a new project, opening
 * one, the sample, and export.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "rap-application.h"
#include "rap-window-private.h"

#define PROJECT_SUFFIX ".rapporteur"

/* What the export formats are called and end in. Unknown ones go by their nick. */
static const struct
{
  const char *nick;
  const char *name;
  const char *suffix;
} formats[] = {
  { "json", N_("Rapporteur JSON (everything, can be imported again)"), ".json" },
  { "claims-jsonl", N_("Claims, one JSON object a line"), ".jsonl" },
  { "articles-jsonl", N_("Articles with annotations, one JSON object a line"), ".jsonl" },
  { "codebook", N_("Codebook, Rapporteur JSON (can be imported into another project)"), ".json" },
  { "qdc", N_("REFI-QDA Codebook (for other programs)"), ".qdc" },
};

typedef struct
{
  RapWindow *window;  /* strong reference */
  char      *path;
} ExportState;

static void
export_state_free (ExportState *self)
{
  g_object_unref (self->window);
  g_free (self->path);
  g_free (self);
}

/* What is done with the path that was chosen. */
typedef void (*TakePath) (RapWindow  *self,
                          const char *path,
                          const char *format);

/* A path that waits for the answer whether its file may be replaced. */
typedef struct
{
  RapWindow *window;  /* strong reference */
  TakePath   take;
  char      *path;
  char      *format;
} Question;

static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *self = data;

  g_object_unref (self->window);
  g_free (self->path);
  g_free (self->format);
  g_free (self);
}

static void
replace_response_cb (AdwMessageDialog *dialog,
                     const char       *response,
                     Question         *question)
{
  if (g_str_equal (response, "replace"))
    question->take (question->window, question->path, question->format);
}

static void
ask_to_replace (RapWindow  *self,
                const char *path,
                const char *format,
                TakePath    take)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *heading = g_strdup_printf (_("Replace “%s”?"), name);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading,
                                              _("A file of this name exists already. Replacing it loses what is in it."));
  Question *question = g_new0 (Question, 1);

  question->window = g_object_ref (self);
  question->take = take;
  question->path = g_strdup (path);
  question->format = g_strdup (format);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "replace", _("_Replace"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (replace_response_cb), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The dialog's file with @suffix added where there is none. (transfer full) */
static char *
get_chosen_path (GtkNativeDialog *dialog,
                 const char      *suffix)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *base = NULL;

  if (path == NULL)
    return NULL;
  base = g_path_get_basename (path);
  if (suffix == NULL || strchr (base, '.') != NULL)
    return g_steal_pointer (&path);
  return g_strconcat (path, suffix, NULL);
}

/* The dialog has asked about the name as it was typed: when an ending was added
 * to it, the question is to be asked about the new name. */
static void
take_chosen_path (RapWindow       *self,
                  GtkNativeDialog *dialog,
                  const char      *suffix,
                  const char      *format,
                  TakePath         take)
{
  g_autofree char *typed = get_chosen_path (dialog, NULL);
  g_autofree char *path = get_chosen_path (dialog, suffix);

  if (path == NULL)
    return;
  if (!g_str_equal (path, typed) && g_file_test (path, G_FILE_TEST_EXISTS))
    ask_to_replace (self, path, format, take);
  else
    take (self, path, format);
}

static void
add_project_filter (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Rapporteur Projects"));
  gtk_file_filter_add_pattern (filter, "*" PROJECT_SUFFIX);
  gtk_file_chooser_add_filter (chooser, filter);
}

/* The dialog has asked whether to overwrite; the session never does. */
static gboolean
make_way (const char  *path,
          GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  if (!g_file_query_exists (file, NULL))
    return TRUE;
  return g_file_trash (file, NULL, error);
}

static void
create_project (RapWindow  *self,
                const char *path,
                const char *format)
{
  g_autoptr (RapSession) session = NULL;
  g_autoptr (GError) error = NULL;

  if (make_way (path, &error))
    session = rap_session_create (path, NULL, &error);
  if (session == NULL)
    rap_window_show_error (self, _("Could Not Create the Project"), error);
  else
    rap_window_place_session (self, session);
}

static void
new_project_response_cb (GtkNativeDialog *dialog,
                         int              response,
                         RapWindow       *self)
{
  g_autoptr (GtkNativeDialog) owned = dialog;

  if (response == GTK_RESPONSE_ACCEPT)
    take_chosen_path (self, dialog, PROJECT_SUFFIX, NULL, create_project);
}

void
rap_window_choose_new_project (RapWindow *self)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_("New Project"), GTK_WINDOW (self),
                                                              GTK_FILE_CHOOSER_ACTION_SAVE,
                                                              _("_Create"), _("_Cancel"));
  g_autofree char *name = g_strconcat (_("Untitled"), PROJECT_SUFFIX, NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  add_project_filter (GTK_FILE_CHOOSER (dialog));
  g_signal_connect_object (dialog, "response", G_CALLBACK (new_project_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
open_response_cb (GtkNativeDialog *dialog,
                  int              response,
                  RapWindow       *self)
{
  g_autoptr (GtkNativeDialog) owned = dialog;
  g_autofree char *path = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    return;
  path = get_chosen_path (dialog, NULL);
  if (path != NULL)
    rap_application_open_project (RAP_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))),
                                  path, GTK_WINDOW (self));
}

void
rap_window_choose_project (RapWindow *self)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_("Open Project"), GTK_WINDOW (self),
                                                              GTK_FILE_CHOOSER_ACTION_OPEN,
                                                              _("_Open"), _("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  add_project_filter (GTK_FILE_CHOOSER (dialog));
  g_signal_connect_object (dialog, "response", G_CALLBACK (open_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* (transfer full) */
static RapSession *
create_sample (const char  *path,
               GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (RapSession) session = NULL;

  g_mkdir_with_parents (folder, 0700);
  session = rap_session_create (path, _("Sample: Defence Contacts"), error);
  if (session == NULL || !rap_session_load_sample (session, error))
    return NULL;
  return g_steal_pointer (&session);
}

void
rap_window_open_sample (RapWindow *self)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "rapporteur", "sample" PROJECT_SUFFIX, NULL);
  RapApplication *application = RAP_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  g_autoptr (RapSession) session = NULL;
  g_autoptr (GError) error = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      rap_application_open_project (application, path, GTK_WINDOW (self));
      return;
    }
  session = create_sample (path, &error);
  if (session == NULL)
    rap_window_show_error (self, _("Could Not Create the Sample"), error);
  else
    rap_window_place_session (self, session);
}

static const char *
get_format_name (const char *nick)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (g_str_equal (formats[i].nick, nick))
        return _(formats[i].name);
    }
  return nick;
}

static const char *
get_format_suffix (const char *nick)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (g_str_equal (formats[i].nick, nick))
        return formats[i].suffix;
    }
  return "";
}

static void
export_done_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  ExportState *state = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_filename_display_basename (state->path);

  if (rap_session_export_finish (RAP_SESSION (source), result, &error))
    {
      g_autofree char *text = g_strdup_printf (_("Exported “%s”"), name);

      rap_window_toast (state->window, text);
    }
  else
    {
      g_autofree char *heading = g_strdup_printf (_("Could Not Export “%s”"), name);

      rap_window_show_error (state->window, heading, error);
    }
  export_state_free (state);
}

static void
export_to (RapWindow  *self,
           const char *path,
           const char *format)
{
  ExportState *state;

  if (rap_window_get_session (self) == NULL)
    return;
  state = g_new0 (ExportState, 1);
  state->window = g_object_ref (self);
  state->path = g_strdup (path);
  rap_session_export_async (rap_window_get_session (self), format, state->path, NULL, export_done_cb, state);
}

static void
export_response_cb (GtkNativeDialog *dialog,
                    int              response,
                    RapWindow       *self)
{
  g_autoptr (GtkNativeDialog) owned = dialog;
  const char *format = gtk_file_chooser_get_choice (GTK_FILE_CHOOSER (dialog), "format");

  if (response != GTK_RESPONSE_ACCEPT)
    return;
  if (format == NULL)
    format = rap_session_get_export_formats ()[0];
  take_chosen_path (self, dialog, get_format_suffix (format), format, export_to);
}

static void
add_format_choice (GtkFileChooser *chooser,
                   const char     *chosen)
{
  const char * const *nicks = rap_session_get_export_formats ();
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; nicks[i] != NULL; i++)
    g_ptr_array_add (names, (gpointer) get_format_name (nicks[i]));
  g_ptr_array_add (names, NULL);
  gtk_file_chooser_add_choice (chooser, "format", _("Format"),
                               (const char **) nicks, (const char **) names->pdata);
  gtk_file_chooser_set_choice (chooser, "format", chosen);
}

void
rap_window_choose_export (RapWindow  *self,
                          const char *format)
{
  RapSession *session = rap_window_get_session (self);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_("Export"), GTK_WINDOW (self),
                                                              GTK_FILE_CHOOSER_ACTION_SAVE,
                                                              _("_Export"), _("_Cancel"));
  g_autofree char *title = g_strdelimit (g_strdup (rap_session_get_title (session)), "/", '-');
  g_autofree char *name = g_strconcat (title, get_format_suffix (format), NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  add_format_choice (GTK_FILE_CHOOSER (dialog), format);
  g_signal_connect_object (dialog, "response", G_CALLBACK (export_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
