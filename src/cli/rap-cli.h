/* rap-cli.h
 *
 * The command line: what the window does, without a screen. One process runs
 * one command. Exit status: 0 done; 1 the world said no, with one line per
 * problem on standard error ("rapporteur: FILE: what: why"); 2 wrong usage.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether the first argument asks for the command line rather than for a
 * window: the name of a command, "help", "--help", "-h" or "--version". */
gboolean rap_cli_is_command (const char  *word);
/* Runs the command that argv[1] names; returns the exit status. The locale and
 * the translations are set; SIGPIPE is ignored from here on. */
int      rap_cli_run        (int          argc,
                             char       **argv);

G_END_DECLS
