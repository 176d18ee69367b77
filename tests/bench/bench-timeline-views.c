/* bench-timeline-views.c
 *
 * The pages of the calendar in the dock: what it costs the main thread to show
 * each for the first time and again, to turn a page, to move the brush while it
 * is shown, and for the list to find a word. Made-up meetings over eight years; the arguments
 * are sizes. Processor time until nothing is left to paint. Runs on a display.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <time.h>

#include "bench.h"
#include "rap-application.h"
#include "rap-timeline-dock.h"

#define N_LANES 12
#define SETTLED 3      /* frames without a change */

typedef struct
{
  GtkWidget       *window;
  RapTimelineDock *dock;
  gboolean         loaded;
  gboolean         painted;
} Stage;

static const char * const views[] = { "month", "week", "year", "list" };

static double
cpu_now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

/* Every other one is known to the day. */
static RapTimelineItems *
make_items (guint n)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (42);
  RapTimelineItems *items = rap_timeline_items_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *day = g_strdup_printf ("%04d-%02d-%02d", g_rand_int_range (random, 2015, 2023),
                                              g_rand_int_range (random, 1, 13), g_rand_int_range (random, 1, 29));
      g_autofree char *date = i % 2 == 0 ? g_strdup (day) : g_strndup (day, i % 4 == 1 ? 7 : 4);
      g_autoptr (RapEdtf) when = rap_edtf_parse (date, NULL);
      g_autofree char *id = g_strdup_printf ("m%07u", i);
      g_autofree char *title = g_strdup_printf ("Talks %u", i);
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

static void
wait_for (gboolean *flag)
{
  while (!*flag)
    g_main_context_iteration (NULL, TRUE);
}

/* Frames until nothing changes by itself. */
static void
settle (Stage *stage)
{
  for (guint i = 0; i < SETTLED; i++)
    {
      stage->painted = FALSE;
      gtk_widget_queue_draw (stage->window);
      wait_for (&stage->painted);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
}

static void
report (Stage      *stage,
        guint       size,
        const char *view,
        const char *what,
        double      begin)
{
  g_autofree char *text = g_strdup_printf ("%s: %s with %u meetings", view, what, size);

  settle (stage);
  bench_report_value ("timeline-views", text, (cpu_now () - begin) * 1000.0, "ms", 150.0);
}

static void
measure_view (Stage      *stage,
              guint       size,
              const char *view)
{
  static const char * const showings[] = { "first shown", "shown again" };
  RapTimelineBrush *brush = rap_timeline_dock_get_brush (stage->dock);
  double begin;

  for (guint i = 0; i < G_N_ELEMENTS (showings); i++)
    {
      g_object_set (stage->dock, "view", "axis", NULL);
      settle (stage);
      begin = cpu_now ();
      g_object_set (stage->dock, "view", view, NULL);
      report (stage, size, view, showings[i], begin);
    }
  begin = cpu_now ();
  gtk_widget_activate_action (GTK_WIDGET (stage->dock), "timeline.previous-page", NULL);
  report (stage, size, view, "a page turned", begin);
  begin = cpu_now ();
  rap_timeline_brush_set_days (brush, rap_day_from_ymd (2019, 1, 1), rap_day_from_ymd (2020, 1, 1));
  report (stage, size, view, "a brush set", begin);
  begin = cpu_now ();
  rap_timeline_brush_set_days (brush, rap_day_from_ymd (2019, 1, 2), rap_day_from_ymd (2020, 1, 1));
  report (stage, size, view, "the brush moved", begin);
  rap_timeline_brush_set_days (brush, 0, 0);
  settle (stage);
}

static void
measure (Stage *stage,
         guint  size)
{
  RapTimelineItems *items = make_items (size);

  stage->loaded = FALSE;
  g_object_set (stage->dock, "view", "axis", NULL);
  rap_timeline_dock_set_items (stage->dock, items);
  rap_timeline_items_unref (items);
  wait_for (&stage->loaded);
  settle (stage);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    measure_view (stage, size, views[i]);
  rap_timeline_dock_set_items (stage->dock, NULL);
}

static void
stage_open (Stage *stage)
{
  stage->dock = rap_timeline_dock_new ();
  stage->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (stage->window), 1400, 420);
  gtk_window_set_child (GTK_WINDOW (stage->window), GTK_WIDGET (stage->dock));
  gtk_window_present (GTK_WINDOW (stage->window));
  g_signal_connect_swapped (stage->dock, "loaded", G_CALLBACK (loaded_cb), stage);
  g_signal_connect_swapped (gtk_widget_get_frame_clock (stage->window), "after-paint", G_CALLBACK (painted_cb), stage);
  wait_for (&stage->painted);
  settle (stage);
}

int
main (int   argc,
      char *argv[])
{
  static const guint default_sizes[] = { 1000, 100000 };
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
    measure (&stage, default_sizes[i]);
  for (int i = 1; i < argc; i++)
    measure (&stage, (guint) g_ascii_strtoull (argv[i], NULL, 10));
  gtk_window_destroy (GTK_WINDOW (stage.window));
  return 0;
}
