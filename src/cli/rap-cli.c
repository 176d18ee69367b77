/* rap-cli.c
 *
 * The table of commands, and what is the same for all: options, help, version,
 * exit status.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-cli.h"

#include <signal.h>
#include <string.h>

#include "rap-cli-private.h"

/* In the order of the help. */
static const RapCliCommand * const groups[] = {
  rap_cli_project_commands,
  rap_cli_import_commands,
  rap_cli_read_commands,
  rap_cli_timeline_commands,
  rap_cli_edit_commands,
  rap_cli_date_commands,
  rap_cli_dates_commands,
};

static const RapCliCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const RapCliCommand *command = groups[i]; command->name != NULL; command++)
      if (strcmp (command->name, name) == 0)
        return command;
  return NULL;
}

static void
print_commands (void)
{
  rap_cli_print ("%s\n  rapporteur [%s]\n  rapporteur %s\n\n%s\n", _("Usage:"), _("PROJECT"),
                 _("COMMAND [OPTION…] ARGUMENT…"), _("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const RapCliCommand *command = groups[i]; command->name != NULL; command++)
      rap_cli_print ("  %-9s %s\n", command->name, _(command->summary));
  rap_cli_print ("\n%s\n%s\n", _("“rapporteur help COMMAND” explains one of them. A “-” is standard input or output."),
                 _("Exit status: 0 done, 1 it could not be done (standard error says why), 2 wrong usage."));
}

/* (transfer full) */
static GOptionContext *
make_context (const RapCliCommand *command,
              const GOptionEntry  *common)
{
  GOptionContext *context = g_option_context_new (command->arguments);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, _(command->summary));
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  if (command->options != NULL)
    g_option_context_add_main_entries (context, command->options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  return context;
}

static void
print_command_help (GOptionContext      *context,
                    const RapCliCommand *command)
{
  g_autofree char *program = g_strdup_printf ("rapporteur %s", command->name);
  g_autofree char *help = NULL;

  g_set_prgname (program);
  help = g_option_context_get_help (context, TRUE, NULL);
  rap_cli_print ("%s", help);
}

static int
run_checked (const RapCliCommand  *command,
             char                **arguments)
{
  int n_arguments = arguments != NULL ? (int) g_strv_length (arguments) : 0;

  if (n_arguments < command->min)
    return rap_cli_misuse (_("%s: something is missing: rapporteur %s %s"),
                           command->name, command->name, command->arguments);
  if (command->max >= 0 && n_arguments > command->max)
    return rap_cli_misuse (_("%s: more arguments than it takes: rapporteur %s %s"),
                           command->name, command->name, command->arguments);
  return command->run (n_arguments, arguments);
}

/* @argv: the options and arguments of the command, argv[0] being its name */
static int
run_command (const RapCliCommand  *command,
             int                   argc,
             char                **argv)
{
  g_auto (GStrv) arguments = NULL;
  gboolean help = FALSE;
  const GOptionEntry common[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_("Show this help"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments, NULL, NULL },
    { NULL }
  };
  g_autoptr (GOptionContext) context = make_context (command, common);
  g_autoptr (GError) error = NULL;

  if (!g_option_context_parse (context, &argc, &argv, &error))
    return rap_cli_misuse ("%s: %s", command->name, error->message);
  if (help)
    {
      print_command_help (context, command);
      return RAP_CLI_DONE;
    }
  return run_checked (command, arguments);
}

static int
print_help_of (const char *name)
{
  const RapCliCommand *command = find_command (name);
  char *argv[] = { (char *) name, (char *) "--help", NULL };

  if (command == NULL)
    return rap_cli_misuse (_("%s: there is no such command; see “rapporteur help”"), name);
  return run_command (command, 2, argv);
}

static gboolean
is_help (const char *word)
{
  return strcmp (word, "help") == 0 || strcmp (word, "--help") == 0 || strcmp (word, "-h") == 0;
}

static int
dispatch (int    argc,
          char **argv)
{
  const RapCliCommand *command;

  if (argc < 2)
    return rap_cli_misuse ("%s", _("which command? See “rapporteur help”"));
  if (is_help (argv[1]) && argc > 2)
    return print_help_of (argv[2]);
  if (is_help (argv[1]))
    {
      print_commands ();
      return RAP_CLI_DONE;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      rap_cli_print ("rapporteur %s\n", RAP_VERSION);
      return RAP_CLI_DONE;
    }
  command = find_command (argv[1]);
  if (command == NULL)
    return rap_cli_misuse (_("%s: there is no such command; see “rapporteur help”"), argv[1]);
  return run_command (command, argc - 1, argv + 1);
}

gboolean
rap_cli_is_command (const char *word)
{
  return is_help (word) || strcmp (word, "--version") == 0 || find_command (word) != NULL;
}

int
rap_cli_run (int    argc,
             char **argv)
{
  g_set_prgname ("rapporteur");
  signal (SIGPIPE, SIG_IGN);
  return rap_cli_end_output (dispatch (argc, argv));
}
