/* bench-timeline.c
 *
 * The timeline dock in a window: how long until the picture of so many meetings
 * is there (sorting, rows and densities included), and what a frame costs while
 * it pans and zooms. Input is made up - eight years, twelve lanes, one in five
 * with a duration, two in five in doubt - or comes from a project or a native
 * JSON file named on the command line. Other arguments are sizes.
 *
 * Frames are measured in processor time of the main thread, from the change to
 * the end of painting. Runs on a display.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <malloc.h>
#include <string.h>
#include <time.h>

#include "bench.h"
#include "rap-application.h"
#include "rap-timeline-axis-view.h"
#include "rap-timeline-dock.h"
#include "rap-transfer.h"

#define N_FRAMES 120
#define N_LANES  12
#define WIDTH    1400
#define HEIGHT   420

typedef struct
{
  GtkWidget           *window;
  RapTimelineDock     *dock;
  RapTimelineAxisView *axis;
  gboolean             loaded;
  gboolean             painted;
} Stage;

static const guint default_sizes[] = { 1000, 10000, 100000 };

static double
cpu_now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

/* A date of the kinds that occur: exact, of a month or year, with a duration, approximate. */
static char *
make_date (GRand *random)
{
  int year = g_rand_int_range (random, 2015, 2023);
  int month = g_rand_int_range (random, 1, 13);
  int day = g_rand_int_range (random, 1, 29);
  int kind = g_rand_int_range (random, 0, 10);

  if (kind < 2)
    return g_strdup_printf ("%04d-%02d-%02d/%04d-%02d-%02d", year, month, day, year + (month == 12), month % 12 + 1, day);
  if (kind < 4)
    return g_strdup_printf ("%04d-%02d", year, month);
  if (kind < 5)
    return g_strdup_printf ("%04d-%02d-%02d~", year, month, day);
  if (kind < 6)
    return g_strdup_printf ("%04d", year);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

static RapTimelineItems *
make_items (guint n)
{
  static const char * const words[] = { "Talks", "Visit", "Summit", "Call", "Dinner", "Signing" };
  g_autoptr (GRand) random = g_rand_new_with_seed (42);
  RapTimelineItems *items = rap_timeline_items_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *date = make_date (random);
      g_autoptr (RapEdtf) when = rap_edtf_parse (date, NULL);
      g_autofree char *id = g_strdup_printf ("m%07u", i);
      g_autofree char *title = g_strdup_printf ("%s %u", words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))], i);
      g_autofree char *lane = g_strdup_printf ("Delegation %d", g_rand_int_range (random, 1, N_LANES + 1));
      const char *lanes[] = { lane, NULL };

      rap_timeline_items_add (items, RAP_KIND_MEETING, id, title, when, RAP_STATUS_HELD, 1, FALSE, lanes);
    }
  return items;
}

static void
painted_cb (Stage *stage)
{
  stage->painted = TRUE;
}

static void
loaded_cb (Stage *stage)
{
  stage->loaded = TRUE;
}

static GtkWidget *
find_axis (GtkWidget *root)
{
  GtkWidget *found = NULL;

  if (RAP_IS_TIMELINE_AXIS_VIEW (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_axis (child);
  return found;
}

static void
wait_for (gboolean *flag)
{
  while (!*flag)
    g_main_context_iteration (NULL, TRUE);
}

static void
stage_open (Stage *stage)
{
  stage->dock = rap_timeline_dock_new ();
  stage->axis = RAP_TIMELINE_AXIS_VIEW (find_axis (GTK_WIDGET (stage->dock)));
  stage->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (stage->window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (stage->window), GTK_WIDGET (stage->dock));
  g_object_set (stage->dock, "view", "axis", NULL);
  gtk_window_present (GTK_WINDOW (stage->window));
  g_signal_connect_swapped (stage->dock, "loaded", G_CALLBACK (loaded_cb), stage);
  g_signal_connect_swapped (gtk_widget_get_frame_clock (stage->window), "after-paint", G_CALLBACK (painted_cb), stage);
  wait_for (&stage->painted);
  for (double end = bench_now () + 0.5; bench_now () < end;)
    g_main_context_iteration (NULL, FALSE);
}

/* Processor milliseconds of one frame. */
static double
measure_frame (Stage *stage,
               double pan,
               double zoom)
{
  double begin = cpu_now ();

  stage->painted = FALSE;
  if (pan != 0.0)
    rap_timeline_axis_view_pan (stage->axis, pan);
  if (zoom != 0.0)
    rap_timeline_axis_view_zoom (stage->axis, zoom);
  wait_for (&stage->painted);
  return (cpu_now () - begin) * 1000.0;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static void
report (guint       size,
        const char *what,
        double     *times,
        double      target)
{
  g_autofree char *median = g_strdup_printf ("%s frame with %u meetings, median", what, size);
  g_autofree char *late = g_strdup_printf ("%s frame with %u meetings, 95 of 100", what, size);

  qsort (times, N_FRAMES, sizeof *times, compare_doubles);
  bench_report_value ("timeline", median, times[N_FRAMES / 2], "ms", 0);
  bench_report_value ("timeline", late, times[N_FRAMES * 95 / 100], "ms", target);
}

static void
measure_frames (Stage *stage,
                guint  size)
{
  double times[N_FRAMES];

  rap_timeline_axis_view_zoom (stage->axis, 4.0);
  for (guint i = 0; i < N_FRAMES; i++)
    times[i] = measure_frame (stage, i / 40 % 2 == 0 ? 17.0 : -23.0, 0.0);
  report (size, "pan", times, 8.0);
  rap_timeline_axis_view_fit (stage->axis);
  for (guint i = 0; i < N_FRAMES; i++)
    times[i] = measure_frame (stage, 0.0, i < N_FRAMES / 2 ? 1.08 : 1.0 / 1.08);
  report (size, "zoom", times, 8.0);
}

/* From handing the data over to the frame that shows them all. */
static void
wait_for_picture (Stage  *stage,
                  guint   size,
                  double  begin,
                  double  target)
{
  g_autofree char *what = g_strdup_printf ("first complete picture of %u meetings", size);

  wait_for (&stage->loaded);
  stage->painted = FALSE;
  wait_for (&stage->painted);
  bench_report_value ("timeline", what, (bench_now () - begin) * 1000.0, "ms", target);
}

static void
measure_made_up (Stage *stage,
                 guint  size)
{
  gsize before = mallinfo2 ().uordblks + mallinfo2 ().hblkhd;
  RapTimelineItems *items = make_items (size);
  g_autofree char *what = g_strdup_printf ("memory an item of %u", size);
  double begin = bench_now ();

  stage->loaded = FALSE;
  rap_timeline_dock_set_items (stage->dock, items);
  rap_timeline_items_unref (items);
  wait_for_picture (stage, size, begin, size >= 1000000 ? 600.0 : 100.0);
  bench_report_value ("timeline", what, (double) (mallinfo2 ().uordblks + mallinfo2 ().hblkhd - before) / size, "bytes",
                      size >= 100000 ? 150.0 : 0.0);
  measure_frames (stage, size);
  rap_timeline_dock_set_items (stage->dock, NULL);
}

static void
measure_project (Stage      *stage,
                 RapSession *session)
{
  double begin = bench_now ();
  guint size = (guint) rap_session_count (session, RAP_KIND_MEETING);

  stage->loaded = FALSE;
  rap_timeline_dock_set_session (stage->dock, session);
  wait_for_picture (stage, size, begin, 0.0);
  measure_frames (stage, size);
  rap_timeline_dock_set_session (stage->dock, NULL);
}

/* A project is opened as it is; anything else goes into a new one first. */
static void
measure_file (Stage      *stage,
              const char *path)
{
  char *folder = bench_folder_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RapSession) session = NULL;
  const char *files[] = { path, NULL };

  if (g_str_has_suffix (path, ".rapporteur"))
    session = rap_session_open (path, TRUE, &error);
  else
    {
      session = bench_create (folder, "timeline.rapporteur");
      g_ptr_array_unref (rap_session_import (session, files, NULL, NULL, NULL, NULL));
    }
  if (session == NULL)
    g_printerr ("%s: %s\n", path, error->message);
  else
    measure_project (stage, session);
  bench_folder_free (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (RapApplication) application = NULL;
  g_autoptr (GError) error = NULL;
  Stage stage = { 0 };

  if (!gtk_init_check ())
    {
      g_printerr ("no display: nothing to measure\n");
      return 77;
    }
  application = rap_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    g_error ("%s", error->message);
  stage_open (&stage);
  for (guint i = 0; argc < 2 && i < G_N_ELEMENTS (default_sizes); i++)
    measure_made_up (&stage, default_sizes[i]);
  for (int i = 1; i < argc; i++)
    if (g_ascii_isdigit (argv[i][0]) && strspn (argv[i], "0123456789") == strlen (argv[i]))
      measure_made_up (&stage, (guint) g_ascii_strtoull (argv[i], NULL, 10));
    else
      measure_file (&stage, argv[i]);
  gtk_window_destroy (GTK_WINDOW (stage.window));
  return 0;
}
