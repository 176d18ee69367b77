/* main.c
 *
 * rapporteur-reader: reads strangers' files for the program, which starts it
 * and listens on descriptors 3 (requests) and 4 (answers). Parsers of a dozen
 * formats may loop, crash or want all the memory there is: here that costs a
 * process which holds nothing, and one file of an import.
 *
 * Each step (rap-import-serve.h) may take 5 seconds of processor time, all of
 * it 512 MB. The signal that ends the process says what was too much: SIGPROF
 * is time, SIGUSR1 memory, any other a crash. It ends with the program, too.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <locale.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>

#include "rap-import-serve.h"

#define IN  3
#define OUT 4

/* Sanitizers need address space without end, and several times as long. */
#ifdef __SANITIZE_ADDRESS__
#define MAX_SECONDS 30
#define MAX_BYTES   RLIM_INFINITY
#else
#define MAX_SECONDS 5
#define MAX_BYTES   ((rlim_t) 512 << 20)
#endif

static void
arm_timer (void)
{
  const struct itimerval limit = { .it_value.tv_sec = MAX_SECONDS };

  setitimer (ITIMER_PROF, &limit, NULL);
}

/* Parsers that are not granted memory crash in one way or another: if there is little left, that is why. */
static void
end_process (int cause)
{
  void *half = mmap (NULL, MAX_BYTES / 2, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

  raise (half == MAP_FAILED ? SIGUSR1 : cause);
}

static void
watch_crashes (void)
{
  static const int causes[] = { SIGSEGV, SIGBUS, SIGABRT, SIGTRAP };
  const struct sigaction action = { .sa_handler = end_process, .sa_flags = (int) SA_RESETHAND | SA_NODEFER };

  for (gsize i = 0; i < G_N_ELEMENTS (causes); i++)
    sigaction (causes[i], &action, NULL);
}

static void
bind_process (void)
{
  const struct rlimit no_core = { 0, 0 };
  const struct rlimit memory = { MAX_BYTES, MAX_BYTES };

  setrlimit (RLIMIT_CORE, &no_core);
  setrlimit (RLIMIT_DATA, &memory);
  if (MAX_BYTES != RLIM_INFINITY)
    watch_crashes ();
  prctl (PR_SET_PDEATHSIG, SIGKILL);
  prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  bind_process ();
  rap_import_serve (IN, OUT, arm_timer);
  return 0;
}
