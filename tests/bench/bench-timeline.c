/* bench-timeline.c
 *
 * The timeline dock in a window: how long until the picture of so many meetings
 * is there (sorting, rows and densities included), what a frame costs while it
 * pans and zooms, what the data takes in memory, and what a commit and the
 * choice of a record cost. One JSON object for each input.
 *
 * Arguments: sizes, made up - eight years, twelve lanes, one in five with a
 * duration, two in five in doubt -, "one-day:SIZE" for all on one day,
 * "project:SIZE" for the same in a project of its own, or the name of a project
 * or of a native JSON file. None: the sizes below.
 *
 * Times in milliseconds. picture: from handing the data over, or from opening
 * the dock on a project, to the end of the frame that shows them all;
 * picture_cpu: processor time of all threads for it; picture_main: of the main
 * thread; longest_turn: the longest that the main loop was busy meanwhile. A
 * frame: processor time of the main thread from the change to the end of
 * painting. Bytes an item: allocated: what malloc() handed out since before
 * there were items and not got back, everything included (the window's caches
 * too); resident: main memory the same way, half a second after the picture, and
 * its peak until then, which holds what feeding and sorting took.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "bench-timeline-data.h"
#include "rap-application.h"
#include "rap-header.h"
#include "rap-meeting.h"
#include "rap-timeline-axis-view.h"
#include "rap-timeline-dock.h"
#include "rap-transfer.h"

#define N_FRAMES 120
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

typedef struct
{
  double wall;
  double whole;
  double main;
  double longest;
} Picture;

typedef struct
{
  double median;
  double late;      /* 95 of 100 */
} Frames;

static const char * const default_inputs[] = {
  "0", "1", "1000", "10000", "100000", "1000000", "one-day:1000000", "project:10000", "project:100000",
};

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

/* The longest turn of the main loop meanwhile, in seconds of processor time. */
static double
wait_for (gboolean *flag)
{
  double longest = 0.0;

  while (!*flag)
    {
      double begin = bench_cpu (FALSE);

      g_main_context_iteration (NULL, TRUE);
      begin = bench_cpu (FALSE) - begin;
      longest = MAX (longest, begin);
    }
  return longest;
}

static void
settle (void)
{
  for (double end = bench_now () + 0.5; bench_now () < end;)
    g_main_context_iteration (NULL, FALSE);
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
  settle ();
}

/* Processor milliseconds of one frame. */
static double
measure_frame (Stage *stage,
               double pan,
               double zoom)
{
  double begin = bench_cpu (FALSE);

  stage->painted = FALSE;
  if (pan != 0.0)
    rap_timeline_axis_view_pan (stage->axis, pan);
  if (zoom != 0.0)
    rap_timeline_axis_view_zoom (stage->axis, zoom);
  gtk_widget_queue_draw (GTK_WIDGET (stage->axis));
  wait_for (&stage->painted);
  return (bench_cpu (FALSE) - begin) * 1000.0;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static Frames
sum_up (double *times)
{
  qsort (times, N_FRAMES, sizeof *times, compare_doubles);
  return (Frames) { times[N_FRAMES / 2], times[N_FRAMES * 95 / 100] };
}

static Frames
measure_panning (Stage *stage)
{
  double times[N_FRAMES];

  rap_timeline_axis_view_zoom (stage->axis, 4.0);
  for (guint i = 0; i < N_FRAMES; i++)
    times[i] = measure_frame (stage, i / 40 % 2 == 0 ? 17.0 : -23.0, 0.0);
  return sum_up (times);
}

static Frames
measure_zooming (Stage *stage)
{
  double times[N_FRAMES];

  rap_timeline_axis_view_fit (stage->axis);
  for (guint i = 0; i < N_FRAMES; i++)
    times[i] = measure_frame (stage, 0.0, i < N_FRAMES / 2 ? 1.08 : 1.0 / 1.08);
  return sum_up (times);
}

/* From now to the frame that shows what is being loaded. */
static Picture
wait_for_picture (Stage *stage,
                  double begin)
{
  double whole = bench_cpu (TRUE);
  double main = bench_cpu (FALSE);
  Picture picture;
  double until_loaded = wait_for (&stage->loaded);
  double until_painted;

  stage->painted = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (stage->axis));
  until_painted = wait_for (&stage->painted);
  picture = (Picture) { bench_now () - begin, bench_cpu (TRUE) - whole, bench_cpu (FALSE) - main,
                        MAX (until_loaded, until_painted) };
  stage->loaded = FALSE;
  return picture;
}

/* Fonts, glyphs and the like are there before anything is measured. */
static void
warm_up (Stage *stage)
{
  RapTimelineItems *items = bench_make_items (1000, FALSE);

  stage->loaded = FALSE;
  rap_timeline_dock_set_items (stage->dock, items);
  rap_timeline_items_unref (items);
  wait_for_picture (stage, 0.0);
  measure_panning (stage);
  measure_zooming (stage);
  rap_timeline_dock_set_items (stage->dock, NULL);
  settle ();
}

static void
print_picture (const char    *what,
               const Picture *picture)
{
  g_print (",\"%s_ms\":%.2f,\"%s_cpu_ms\":%.2f,\"%s_main_ms\":%.2f,\"%s_longest_turn_ms\":%.2f",
           what, picture->wall * 1000.0, what, picture->whole * 1000.0, what, picture->main * 1000.0,
           what, picture->longest * 1000.0);
}

static void
print_memory (guint size,
              gsize allocated,
              gsize resident)
{
  double n = MAX (size, 1);

  g_print (",\"allocated_bytes_an_item\":%.1f,\"resident_bytes_an_item\":%.1f,\"resident_peak_bytes_an_item\":%.1f",
           ((double) bench_allocated () - (double) allocated) / n, ((double) bench_resident () - (double) resident) / n,
           ((double) bench_resident_peak () - (double) resident) / n);
}

static void
print_frames (Stage *stage)
{
  Frames pan = measure_panning (stage);
  Frames zoom = measure_zooming (stage);

  g_print (",\"pan_frame_ms\":%.3f,\"pan_frame_p95_ms\":%.3f,\"zoom_frame_ms\":%.3f,\"zoom_frame_p95_ms\":%.3f",
           pan.median, pan.late, zoom.median, zoom.late);
}

static void
measure_made_up (Stage      *stage,
                 const char *name,
                 guint       size,
                 gboolean    one_day)
{
  gsize allocated, resident;
  RapTimelineItems *items;
  Picture picture;
  double begin;

  bench_reset_peak ();
  allocated = bench_allocated ();
  resident = bench_resident ();
  items = bench_make_items (size, one_day);
  begin = bench_now ();
  stage->loaded = FALSE;
  rap_timeline_dock_set_items (stage->dock, items);
  rap_timeline_items_unref (items);
  picture = wait_for_picture (stage, begin);
  g_print ("{\"bench\":\"timeline\",\"input\":\"%s\",\"items\":%u", name, size);
  print_picture ("picture", &picture);
  settle ();
  print_memory (size, allocated, resident);
  print_frames (stage);
  g_print ("}\n");
  rap_timeline_dock_set_items (stage->dock, NULL);
  settle ();
}

/* One out of the middle. (transfer full) (nullable) */
static RapRecord *
get_meeting (RapSession *session)
{
  g_autoptr (GListModel) list = rap_session_list (session, RAP_KIND_MEETING);
  g_autoptr (RapHeader) header = g_list_model_get_item (list, g_list_model_get_n_items (list) / 2);

  return header != NULL ? rap_session_load (session, RAP_KIND_MEETING, header->id, NULL) : NULL;
}

/* A meeting gets another title: from there to the picture that shows it, and how
 * long the commit itself kept the main thread. */
static void
measure_commit (Stage      *stage,
                RapSession *session,
                RapRecord  *before)
{
  g_autoptr (RapRecord) after = rap_record_copy (before);
  g_autoptr (RapEdits) edits = rap_edits_new ("Rename");
  double begin = bench_now ();
  double cpu = bench_cpu (FALSE);
  Picture picture;

  g_free (RAP_MEETING (after)->title);
  RAP_MEETING (after)->title = g_strdup ("Renamed");
  rap_edits_replace (edits, before, after);
  stage->loaded = FALSE;
  if (!rap_session_commit (session, edits, NULL))
    g_error ("the commit failed");
  cpu = bench_cpu (FALSE) - cpu;
  picture = wait_for_picture (stage, begin);
  print_picture ("commit_to_picture", &picture);
  g_print (",\"commit_call_ms\":%.3f", cpu * 1000.0);
}

/* What the timeline costs when a record is chosen elsewhere, as on opening it. */
static void
measure_choice (Stage     *stage,
                RapRecord *record)
{
  double begin = bench_cpu (FALSE);

  rap_timeline_dock_set_selection (stage->dock, RAP_KIND_MEETING, record->id);
  g_print (",\"choose_ms\":%.3f", (bench_cpu (FALSE) - begin) * 1000.0);
}

static void
measure_project (Stage      *stage,
                 const char *name,
                 RapSession *session)
{
  guint size = (guint) rap_session_count (session, RAP_KIND_MEETING);
  g_autoptr (RapRecord) meeting = get_meeting (session);
  gsize allocated, resident;
  Picture picture;
  double begin;

  bench_reset_peak ();
  allocated = bench_allocated ();
  resident = bench_resident ();
  begin = bench_now ();
  stage->loaded = FALSE;
  rap_timeline_dock_set_session (stage->dock, session);
  picture = wait_for_picture (stage, begin);
  g_print ("{\"bench\":\"timeline\",\"input\":\"%s\",\"items\":%u", name, size);
  print_picture ("picture", &picture);
  settle ();
  print_memory (size, allocated, resident);
  print_frames (stage);
  if (meeting != NULL)
    {
      measure_choice (stage, meeting);
      if (!rap_session_get_read_only (session))
        measure_commit (stage, session, meeting);
    }
  g_print ("}\n");
  rap_timeline_dock_set_session (stage->dock, NULL);
  settle ();
}

/* A project is opened as it is, to be read only; anything else goes into a new one first. */
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
    measure_project (stage, path, session);
  bench_folder_free (folder);
}

static void
measure_made_up_project (Stage      *stage,
                         const char *name,
                         guint       size)
{
  char *folder = bench_folder_new ();
  RapSession *session = bench_create (folder, "timeline.rapporteur");

  bench_fill_meetings (session, size);
  measure_project (stage, name, session);
  g_object_unref (session);
  bench_folder_free (folder);
}

static guint
read_size (const char *text)
{
  return (guint) g_ascii_strtoull (text, NULL, 10);
}

static void
measure (Stage      *stage,
         const char *input)
{
  if (g_str_has_prefix (input, "one-day:"))
    measure_made_up (stage, input, read_size (input + strlen ("one-day:")), TRUE);
  else if (g_str_has_prefix (input, "project:"))
    measure_made_up_project (stage, input, read_size (input + strlen ("project:")));
  else if (input[strspn (input, "0123456789")] == '\0')
    measure_made_up (stage, input, read_size (input), FALSE);
  else
    measure_file (stage, input);
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
  warm_up (&stage);
  for (guint i = 0; argc < 2 && i < G_N_ELEMENTS (default_inputs); i++)
    measure (&stage, default_inputs[i]);
  for (int i = 1; i < argc; i++)
    measure (&stage, argv[i]);
  gtk_window_destroy (GTK_WINDOW (stage.window));
  return 0;
}
