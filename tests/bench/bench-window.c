/* bench-window.c
 *
 * The application started on a project of 1,000 articles with ten claims each:
 * from the beginning of the program to the first frame that shows the project,
 * as the analyst waits for it. Runs on a display; without one there is nothing
 * to measure. The very first run of the libraries counts too: the best and the
 * median of several programs are told.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <stdlib.h>

#include "bench.h"
#include "rap-application.h"
#include "rap-window.h"

#define N_RUNS 5

/* One start of the application. */
typedef struct
{
  GApplication *application;
  double        begin;
  double        seconds;
} Start;

static void
painted_cb (GdkFrameClock *clock,
            GtkWindow     *window)
{
  Start *start = g_object_get_data (G_OBJECT (window), "bench-start");

  if (start->seconds > 0 || rap_window_get_session (RAP_WINDOW (window)) == NULL)
    return;
  start->seconds = bench_now () - start->begin;
  g_application_quit (start->application);
}

static void
mapped_cb (GtkWidget *window)
{
  g_signal_connect_object (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), window, 0);
}

static void
window_added_cb (GtkApplication *application,
                 GtkWindow      *window,
                 Start          *start)
{
  if (!RAP_IS_WINDOW (window))
    return;
  g_object_set_data (G_OBJECT (window), "bench-start", start);
  g_signal_connect (window, "map", G_CALLBACK (mapped_cb), NULL);
}

/* In a process of its own: prints the microseconds. */
static int
start_application (const char *path)
{
  Start start = { .begin = bench_now () };
  g_autoptr (RapApplication) application = rap_application_new ();
  const char *argv[] = { "rapporteur", path, NULL };

  start.application = G_APPLICATION (application);
  g_application_set_flags (start.application, g_application_get_flags (start.application) | G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), &start);
  g_application_run (start.application, 2, (char **) argv);
  g_print ("%" G_GINT64_FORMAT "\n", (gint64) (start.seconds * G_USEC_PER_SEC));
  return start.seconds > 0 ? 0 : 1;
}

static double
run_once (const char *self,
          const char *path)
{
  const char *argv[] = { self, path, NULL };
  g_autofree char *output = NULL;
  int status = 0;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status, NULL) || status != 0)
    {
      g_printerr ("the window did not show the project\n");
      exit (1);
    }
  return g_ascii_strtod (output, NULL) / G_USEC_PER_SEC;
}

static void
fill_project (const char *folder)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autoptr (RapSession) session = bench_create (folder, "thousand.rapporteur");

  bench_fill (session, random, 1000, 10);
}

int
main (int   argc,
      char *argv[])
{
  char *folder;
  g_autofree char *path = NULL;
  double times[N_RUNS];
  double median;

  if (argc == 2)
    return start_application (argv[1]);
  folder = bench_folder_new ();
  path = g_build_filename (folder, "thousand.rapporteur", NULL);
  fill_project (folder);
  for (guint i = 0; i < N_RUNS; i++)
    times[i] = run_once (argv[0], path);
  median = bench_median (times, N_RUNS);
  bench_report_value ("window-first-frame", "start to first frame on 1,000 articles, best of 5", times[0], "s", 0);
  bench_report_value ("window-first-frame-median", "the same, median", median, "s", 0);
  bench_folder_free (folder);
  return 0;
}
