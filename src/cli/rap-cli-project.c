/* rap-cli-project.c
 *
 * Commands about a project or a document as a whole: new, check, validate.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-cli-private.h"

#include <glib/gstdio.h>

#include "rap-inspect.h"

static char     *title;
static gboolean  sample;
static gboolean  json;
static gboolean  repair;

static int
run_new (int    n_arguments,
         char **arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RapSession) session = NULL;

  if (!rap_cli_check_text ("--title", title))
    return RAP_CLI_USAGE;
  session = rap_session_create (arguments[0], title, &error);
  if (session == NULL)
    return rap_cli_fail_error (arguments[0], error);
  if (sample && !rap_session_load_sample (session, &error))
    {
      g_clear_object (&session);
      g_unlink (arguments[0]);
      return rap_cli_fail_error (arguments[0], error);
    }
  return RAP_CLI_DONE;
}

static void
write_problems (GPtrArray *problems)
{
  RapJsonWriter *writer = rap_cli_writer_new (TRUE);

  rap_json_writer_begin_object (writer, NULL);
  rap_json_writer_bool (writer, "ok", problems->len == 0);
  rap_json_writer_begin_array (writer, "problems");
  for (guint i = 0; i < problems->len; i++)
    {
      const RapProblem *problem = g_ptr_array_index (problems, i);

      rap_json_writer_begin_object (writer, NULL);
      rap_json_writer_string (writer, "rule", problem->rule);
      rap_json_writer_string (writer, "object", problem->object);
      rap_json_writer_string (writer, "message", problem->message);
      rap_json_writer_bool (writer, "repairable", problem->repairable);
      rap_json_writer_end_object (writer);
    }
  rap_json_writer_end_array (writer);
  rap_json_writer_end_object (writer);
  rap_json_writer_end_line (writer);
  rap_cli_writer_end (writer);
}

static void
print_problems (const char *path,
                GPtrArray  *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const RapProblem *problem = g_ptr_array_index (problems, i);

      rap_cli_fail (path, "%s: %s%s", problem->rule, problem->message,
                    problem->repairable ? _(" (--repair can mend this)") : "");
    }
  if (problems->len == 0)
    rap_cli_print ("%s\n", _("The project is sound."));
}

/* What is repairable is mended; what is left is what counts. */
static GPtrArray *
check (const char  *path,
       GError     **error)
{
  g_autofree char *backup = NULL;
  g_autoptr (GPtrArray) found = NULL;

  if (!repair)
    return rap_inspect_check (path, FALSE, NULL, error);
  found = rap_inspect_check (path, TRUE, &backup, error);
  if (found == NULL)
    return NULL;
  if (backup != NULL)
    rap_cli_fail (path, _("repaired; the file as it was is kept as %s"), backup);
  return rap_inspect_check (path, FALSE, NULL, error);
}

static int
run_check (int    n_arguments,
           char **arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = check (arguments[0], &error);

  if (problems == NULL)
    return rap_cli_fail_error (arguments[0], error);
  if (json)
    write_problems (problems);
  else
    print_problems (arguments[0], problems);
  return problems->len == 0 ? RAP_CLI_DONE : RAP_CLI_NO;
}

static int
run_validate (int    n_arguments,
              char **arguments)
{
  g_autoptr (GBytes) bytes = rap_cli_read (arguments[0]);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  if (bytes == NULL)
    return RAP_CLI_NO;
  problems = rap_inspect_validate (bytes, &error);
  if (problems == NULL)
    return rap_cli_fail_error (arguments[0], error);
  for (guint i = 0; i < problems->len; i++)
    rap_cli_fail (arguments[0], "%s", (const char *) g_ptr_array_index (problems, i));
  if (problems->len > 0)
    return RAP_CLI_NO;
  rap_cli_print ("%s\n", _("The document is valid."));
  return RAP_CLI_DONE;
}

static const GOptionEntry new_options[] = {
  { "title", 't', 0, G_OPTION_ARG_FILENAME, &title, N_("Title of the project; else the file's name"), N_("TITLE") },
  { "sample", 0, 0, G_OPTION_ARG_NONE, &sample, N_("Fill it with the built-in sample"), NULL },
  { NULL }
};

static const GOptionEntry check_options[] = {
  { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
  { "repair", 0, 0, G_OPTION_ARG_NONE, &repair, N_("Mend what can be mended, after a backup"), NULL },
  { NULL }
};

const RapCliCommand rap_cli_project_commands[] = {
  { "new", "PROJECT", N_("Create a project"), new_options, 1, 1, run_new },
  { "check", "PROJECT", N_("Check a project file and every rule in it"), check_options, 1, 1, run_check },
  { "validate", "FILE.json", N_("Check a native JSON document"), NULL, 1, 1, run_validate },
  { NULL }
};
