/* rap-cli-edit.c
 *
 * Commands that change a project or hand it on: apply, undo, redo, history, export.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-cli-private.h"

#include "rap-transfer.h"

static gboolean  json;
static char     *format;
static char     *output;
static gboolean  show_losses;

static void
write_counts (guint n_added,
              guint n_changed,
              guint n_deleted)
{
  RapJsonWriter *writer = rap_cli_writer_new (TRUE);

  rap_json_writer_begin_object (writer, NULL);
  rap_json_writer_int (writer, "added", n_added);
  rap_json_writer_int (writer, "changed", n_changed);
  rap_json_writer_int (writer, "deleted", n_deleted);
  rap_json_writer_end_object (writer);
  rap_json_writer_end_line (writer);
  rap_cli_writer_end (writer);
}

static int
run_apply (int    n_arguments,
           char **arguments)
{
  g_autoptr (RapSession) session = rap_cli_open (arguments[0], FALSE);
  g_autoptr (GBytes) bytes = session != NULL ? rap_cli_read (arguments[1]) : NULL;
  g_autoptr (GError) error = NULL;
  guint n_added, n_changed, n_deleted;

  if (bytes == NULL)
    return RAP_CLI_NO;
  if (!rap_session_apply (session, bytes, &n_added, &n_changed, &n_deleted, &error))
    return rap_cli_fail_error (arguments[1], error);
  if (json)
    write_counts (n_added, n_changed, n_deleted);
  else
    rap_cli_print (_("Added: %u, changed: %u, deleted: %u\n"), n_added, n_changed, n_deleted);
  return RAP_CLI_DONE;
}

/* FALSE when the argument is no number of steps. */
static gboolean
parse_steps (const char *argument,
             guint      *n)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (argument, 10, 1, G_MAXUINT, &number, NULL))
    return FALSE;
  *n = number;
  return TRUE;
}

typedef guint (*StepFunc) (RapSession *session, guint n, char **label, GError **error);

/* One step after the other, so that each can be named. */
static int
step (RapSession *session,
      const char *path,
      guint       n,
      StepFunc    func,
      const char *done,
      const char *nothing)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = NULL;
      g_autoptr (GError) error = NULL;

      if (func (session, 1, &label, &error) == 1)
        {
          rap_cli_print ("%s: %s\n", done, label);
          continue;
        }
      if (error != NULL)
        return rap_cli_fail_error (path, error);
      if (i == 0)
        return rap_cli_fail (path, "%s", nothing);
      break;
    }
  return RAP_CLI_DONE;
}

static int
run_steps (int         n_arguments,
           char      **arguments,
           StepFunc    func,
           const char *done,
           const char *nothing)
{
  g_autoptr (RapSession) session = NULL;
  guint n = 1;

  if (n_arguments > 1 && !parse_steps (arguments[1], &n))
    return rap_cli_misuse (_("%s: not a number of steps"), arguments[1]);
  session = rap_cli_open (arguments[0], FALSE);
  if (session == NULL)
    return RAP_CLI_NO;
  return step (session, arguments[0], n, func, done, nothing);
}

static int
run_undo (int    n_arguments,
          char **arguments)
{
  return run_steps (n_arguments, arguments, rap_session_undo, _("Undone"), _("there is nothing to undo"));
}

static int
run_redo (int    n_arguments,
          char **arguments)
{
  return run_steps (n_arguments, arguments, rap_session_redo, _("Redone"), _("there is nothing to redo"));
}

static void
write_entry (RapJsonWriter         *writer,
             const RapHistoryEntry *entry)
{
  g_autofree char *time = rap_time_format (entry->time);

  rap_json_writer_begin_object (writer, NULL);
  rap_json_writer_int (writer, "seq", entry->seq);
  rap_json_writer_string (writer, "time", time);
  rap_json_writer_string (writer, "analyst", entry->analyst);
  rap_json_writer_string (writer, "label", entry->label);
  rap_json_writer_bool (writer, "undone", entry->undone || entry->discarded);
  rap_json_writer_end_object (writer);
  rap_json_writer_end_line (writer);
}

static const RapCliColumn history_columns[] = {
  { N_("No."), 6 },
  { N_("Time"), 20 },
  { N_("Analyst"), 12 },
  { N_("State"), 10 },
  { N_("Change"), 0 },
};

static void
print_entry (const RapHistoryEntry *entry)
{
  g_autofree char *seq = g_strdup_printf ("%" G_GINT64_FORMAT, entry->seq);
  g_autofree char *time = rap_time_format (entry->time - entry->time % G_USEC_PER_SEC);
  const char *state = entry->discarded ? _("discarded") : entry->undone ? _("undone") : "";
  const char *values[] = { seq, time, entry->analyst, state, entry->label };

  rap_cli_print_row (history_columns, G_N_ELEMENTS (history_columns), values);
}

static int
run_history (int    n_arguments,
             char **arguments)
{
  g_autoptr (RapSession) session = rap_cli_open (arguments[0], TRUE);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  RapJsonWriter *writer;

  if (session == NULL)
    return RAP_CLI_NO;
  entries = rap_session_get_history (session, 0, &error);
  if (entries == NULL)
    return rap_cli_fail_error (arguments[0], error);
  writer = rap_cli_writer_new (FALSE);
  if (!json && entries->len > 0)
    rap_cli_print_head (history_columns, G_N_ELEMENTS (history_columns));
  for (guint i = 0; i < entries->len; i++)
    {
      if (json)
        write_entry (writer, g_ptr_array_index (entries, i));
      else
        print_entry (g_ptr_array_index (entries, i));
    }
  rap_cli_writer_end (writer);
  return RAP_CLI_DONE;
}

/* What went wrong is the matter of the file written, when it says so itself, or of the project. */
static int
fail_export (const char   *path,
             const GError *error)
{
  g_autofree char *name = output != NULL ? g_filename_display_name (output) : NULL;

  if (name != NULL && g_str_has_prefix (error->message, name))
    return rap_cli_fail_error (output, error);
  return rap_cli_fail_error (path, error);
}

static int
print_losses (RapSession *session,
              const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) losses = rap_session_list_losses (session, format, &error);

  if (losses == NULL)
    return fail_export (path, error);
  if (losses->len == 0)
    rap_cli_print ("%s\n", _("Nothing is lost."));
  for (guint i = 0; i < losses->len; i++)
    rap_cli_print ("%s\n", (const char *) g_ptr_array_index (losses, i));
  return RAP_CLI_DONE;
}

static int
run_export (int    n_arguments,
            char **arguments)
{
  const char * const *formats = rap_session_get_export_formats ();
  const char *target = output != NULL ? output : "-";
  g_autofree char *known = g_strjoinv (", ", (char **) formats);
  g_autoptr (RapSession) session = NULL;
  g_autoptr (GError) error = NULL;

  if (format == NULL)
    return rap_cli_misuse (_("export: which --format? There are: %s"), known);
  if (!g_strv_contains (formats, format))
    return rap_cli_misuse (_("--format %s: there is no such format; there are: %s"), format, known);
  session = rap_cli_open (arguments[0], TRUE);
  if (session == NULL)
    return RAP_CLI_NO;
  if (show_losses)
    return print_losses (session, arguments[0]);
  if (!rap_session_export (session, format, target, &error))
    return fail_export (arguments[0], error);
  return RAP_CLI_DONE;
}

static const GOptionEntry json_options[] = {
  { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
  { NULL }
};

static const GOptionEntry export_options[] = {
  { "format", 'f', 0, G_OPTION_ARG_FILENAME, &format, N_("json, claims-jsonl, articles-jsonl, codebook or qdc"), N_("FORMAT") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("File to write; else standard output"), N_("FILE") },
  { "losses", 'l', 0, G_OPTION_ARG_NONE, &show_losses, N_("Say what the format cannot hold, and write nothing"), NULL },
  { NULL }
};

const RapCliCommand rap_cli_edit_commands[] = {
  { "apply", "PROJECT EDITS.json", N_("Change a project by a native JSON document"), json_options, 2, 2, run_apply },
  { "undo", "PROJECT [STEPS]", N_("Take back the last change"), NULL, 1, 2, run_undo },
  { "redo", "PROJECT [STEPS]", N_("Make a change again that was taken back"), NULL, 1, 2, run_redo },
  { "history", "PROJECT", N_("List all changes, the latest first"), json_options, 1, 1, run_history },
  { "export", "PROJECT --format FORMAT", N_("Write a project, or its codebook, in another format"), export_options, 1, 1, run_export },
  { NULL }
};
