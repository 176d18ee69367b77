/* rap-import-child.c
 *
 * Started by posix_spawn() with two pipes, as descriptors 3 and 4: standard
 * input is left to it, because a file may be read from there. The signal that
 * ended it tells why (src/reader).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-import-child.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

/* Pipes of that size let the process be well ahead of whoever takes its pages. */
#define PIPE_BYTES (1 << 20)

extern char **environ;

struct _RapImportChild
{
  pid_t  pid;
  int    to;
  FILE  *from;
};

static const char *
get_program (void)
{
  const char *given = g_getenv ("RAP_READER");

  return given != NULL ? given : RAP_LIBEXECDIR "/rapporteur-reader";
}

/* As descriptors 3 and 4, with no other but the standard ones, nothing blocked and nothing ignored. */
static gboolean
spawn (pid_t *pid,
       int    in,
       int    out)
{
  const char *program = get_program ();
  char *argv[] = { (char *) program, NULL };
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  sigset_t none, all;
  int result;

  sigemptyset (&none);
  sigfillset (&all);
  posix_spawnattr_init (&attributes);
  posix_spawnattr_setsigmask (&attributes, &none);
  posix_spawnattr_setsigdefault (&attributes, &all);
  posix_spawnattr_setflags (&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  posix_spawn_file_actions_init (&actions);
  posix_spawn_file_actions_adddup2 (&actions, in, 3);
  posix_spawn_file_actions_adddup2 (&actions, out, 4);
  posix_spawn_file_actions_addclosefrom_np (&actions, 5);
  result = posix_spawn (pid, program, &actions, &attributes, argv, environ);
  posix_spawn_file_actions_destroy (&actions);
  posix_spawnattr_destroy (&attributes);
  return result == 0;
}

/* A pipe that no other process inherits, both ends above 4, which the process's own are. */
static gboolean
make_pipe (int ends[2])
{
  int low[2];

  if (pipe2 (low, O_CLOEXEC) != 0)
    return FALSE;
  for (guint i = 0; i < 2; i++)
    {
      ends[i] = fcntl (low[i], F_DUPFD_CLOEXEC, 5);
      close (low[i]);
    }
  return ends[0] >= 0 && ends[1] >= 0;
}

RapImportChild *
rap_import_child_new (void)
{
  RapImportChild *self = g_new0 (RapImportChild, 1);
  int requests[2] = { -1, -1 }, answers[2] = { -1, -1 };
  gboolean spawned = make_pipe (requests) && make_pipe (answers) && spawn (&self->pid, requests[0], answers[1]);

  close (requests[0]);
  close (answers[1]);
  if (!spawned)
    {
      close (requests[1]);
      close (answers[0]);
      g_free (self);
      return NULL;
    }
  fcntl (answers[0], F_SETPIPE_SZ, PIPE_BYTES);
  self->to = requests[1];
  self->from = fdopen (answers[0], "r");
  setvbuf (self->from, NULL, _IOFBF, 1 << 16);
  return self;
}

gboolean
rap_import_child_greet (RapImportChild *self)
{
  g_auto (RapWireFrame) hello = { 0 };

  return rap_wire_read (self->from, &hello) && rap_wire_is_hello (&hello);
}

void
rap_import_child_ask (RapImportChild     *self,
                      const RapUnpacking *how,
                      const char * const *files,
                      guint               n_files,
                      GBytes             *bytes)
{
  /* one that is dead by now is noticed when it is listened to */
  rap_wire_write_request (self->to, how, files, n_files, bytes);
}

gboolean
rap_import_child_next (RapImportChild *self,
                       RapWireFrame   *frame)
{
  return rap_wire_read (self->from, frame);
}

void
rap_import_child_kill (RapImportChild *self)
{
  kill (self->pid, SIGKILL);
}

static const char *
explain (int status)
{
  switch (WIFSIGNALED (status) ? WTERMSIG (status) : 0)
    {
    case SIGPROF:
      return "it takes more than 5 seconds to read, so it was left out; divide it, or save it in another format";
    case SIGUSR1:
      return "it takes more than 512 MB of memory to read, so it was left out; divide it, or save it in another format";
    case SIGKILL:
      return "the reading of it was stopped from outside; import it again";
    default:
      return "it is damaged in a way that stops the reading; save it again, or in another format";
    }
}

GError *
rap_import_child_bury (RapImportChild *self)
{
  int status = 0;
  GError *error;

  close (self->to);
  fclose (self->from);
  while (waitpid (self->pid, &status, 0) < 0 && errno == EINTR)
    continue;
  error = g_error_new_literal (RAP_ERROR, RAP_ERROR_FORMAT, explain (status));
  g_free (self);
  return error;
}
