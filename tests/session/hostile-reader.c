/* hostile-reader.c
 *
 * In the place of rapporteur-reader: reads like it, until the file that
 * RAP_HOSTILE_AT names says that this step is the one ("crash 7"); then it
 * takes the file away, so that the process after it reads on, and misbehaves.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

#include "rap-import-serve.h"

#define IN  3
#define OUT 4

static void
misbehave (const char *how)
{
  static const char garbage[] = "this is no frame, and nothing that could be taken for one";
  const struct itimerval soon = { .it_value.tv_usec = 100000 };
  const struct rlimit no_core = { 0, 0 };

  setrlimit (RLIMIT_CORE, &no_core);
  signal (SIGSEGV, SIG_DFL);
  if (g_str_equal (how, "crash"))
    raise (SIGSEGV);
  else if (g_str_equal (how, "kill"))
    raise (SIGKILL);
  else if (g_str_equal (how, "greedy"))
    raise (SIGUSR1);
  else if (g_str_equal (how, "loop"))
    setitimer (ITIMER_PROF, &soon, NULL);
  else if (g_str_equal (how, "garbage") && write (OUT, garbage, sizeof garbage) < 0)
    abort ();
  else if (g_str_equal (how, "hang"))
    pause ();
  while (g_str_equal (how, "loop"))
    continue;
  _exit (1);
}

static void
begin (void)
{
  static guint n_steps;
  const char *at = g_getenv ("RAP_HOSTILE_AT");
  g_autofree char *text = NULL;
  char how[16];
  guint step;

  n_steps++;
  if (!g_file_get_contents (at, &text, NULL, NULL) || sscanf (text, "%15s %u", how, &step) != 2 || step != n_steps)
    return;
  g_unlink (at);
  misbehave (how);
}

int
main (int    argc,
      char **argv)
{
  rap_import_serve (IN, OUT, begin);
  return 0;
}
