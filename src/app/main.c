/* main.c
 *
 * One binary, two faces: with a subcommand it is the command line and never
 * needs a display; otherwise it is the window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <locale.h>

#include <glib/gi18n.h>

#include "rap-application.h"
#include "rap-cli.h"

static void
set_up_translation (void)
{
  const char *uninstalled = g_getenv ("RAP_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, uninstalled != NULL ? uninstalled : RAP_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (RapApplication) application = NULL;

  set_up_translation ();
  if (argc > 1 && rap_cli_is_command (argv[1]))
    return rap_cli_run (argc, argv);

  application = rap_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
