/* bench-library.c
 *
 * bench-library [PROJECT.rapporteur [WORDS…]]: the list of articles and the
 * search in the real window, on a project, which is made with 100,000 articles
 * when it is not there. All of these have nearly every beginning of a word; for
 * words as frequent as in a language, take the project that bench-search makes.
 * Prints one JSON object; times in milliseconds, from the change of the text
 * until the frame with the new rows is painted:
 *
 *   open    the project opened in a window that is there, until its rows are painted
 *   filter  every beginning of each of WORDS typed into the filter, letter by letter
 *   best, newest  the same in the popover of the search, in two of its orders, until
 *           the first rows of the answer are painted
 *   filter_cpu, best_cpu, newest_cpu  processor time of the same, all threads: what
 *           it would take on a machine that does nothing else
 *   scroll  processor time of a frame after scrolling the list by a page, or far
 *   step    processor time of a frame after choosing the next row, which opens
 *           the article
 *   table_filter, table_filter_cpu, table_scroll  the same for the table of articles
 *   rss     MiB of memory at the end
 *
 * Each with n, p50, p95 and max. The first letter of all is told apart
 * ("first"): it reads the titles into memory.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "bench.h"
#include "rap-application.h"
#include "rap-library-page.h"
#include "rap-search-popover.h"
#include "rap-search.h"
#include "rap-window.h"

#define N_ARTICLES  100000
#define BATCH       5000
#define N_PAGES     100
#define N_STEPS     60
#define PATIENCE    60
#define NOTHING     10   /* seconds after which a letter that changes no row is given up */

typedef struct
{
  GtkWindow *window;
  gboolean   painting;
  guint      n_frames;
  double     painted;
  double     painted_cpu;
} Desk;

typedef struct
{
  double values[1000];
  guint  n;
} Series;

static double
cpu_now (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static void
paint_cb (Desk *self)
{
  self->painting = TRUE;
}

static void
after_paint_cb (Desk *self)
{
  if (!self->painting)
    return;
  self->painting = FALSE;
  self->n_frames++;
  self->painted = bench_now ();
  self->painted_cpu = cpu_now ();
}

static gboolean
tick_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Until nothing was painted for a while. */
static void
rest (Desk *self)
{
  double deadline = bench_now () + PATIENCE;
  guint ticks = g_timeout_add (10, tick_cb, NULL);

  do
    g_main_context_iteration (NULL, TRUE);
  while ((g_main_context_pending (NULL) || bench_now () - self->painted < 0.08) && bench_now () < deadline);
  g_source_remove (ticks);
}

static GtkWidget *
find (GtkWidget *root,
      GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
add_value (Series *series,
           double  seconds)
{
  if (series->n < G_N_ELEMENTS (series->values))
    series->values[series->n++] = seconds * 1e3;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static void
print_series (const char *name,
              Series     *series)
{
  if (series->n == 0)
    return;
  qsort (series->values, series->n, sizeof (double), compare_doubles);
  g_print (",\"%s\":{\"n\":%u,\"p50\":%.1f,\"p95\":%.1f,\"max\":%.1f}", name, series->n,
           series->values[series->n / 2], series->values[(guint) ceil (series->n * 0.95) - 1],
           series->values[series->n - 1]);
}

static void
changed_cb (gboolean *changed)
{
  *changed = TRUE;
}

/* Types @text and waits for the frame after the rows changed; what does not change
 * the rows is painted with the letter. */
static double
type_text (Desk        *self,
           double      *cpu,
           GtkEditable *entry,
           GObject     *rows,
           const char  *signal,
           const char  *text)
{
  gboolean changed = FALSE;
  gulong handler = g_signal_connect_swapped (rows, signal, G_CALLBACK (changed_cb), &changed);
  double before = bench_now (), deadline = before + NOTHING;
  double before_cpu = cpu_now ();
  guint ticks = g_timeout_add (5, tick_cb, NULL);
  guint n_frames;

  gtk_editable_set_text (entry, text);
  while (!changed && bench_now () < deadline)
    g_main_context_iteration (NULL, TRUE);
  n_frames = self->n_frames;
  while (changed && self->n_frames == n_frames && bench_now () < deadline)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (ticks);
  g_signal_handler_disconnect (rows, handler);
  *cpu = self->painted_cpu - before_cpu;
  before = changed ? self->painted - before : -1;
  rest (self);
  return before;
}

static void
measure_typing (Desk        *self,
                const char  *name,
                GtkEditable *entry,
                GObject     *rows,
                const char  *signal,
                char       **words)
{
  Series series = { .n = 0 }, cpus = { .n = 0 };
  g_autofree char *cpu_name = g_strconcat (name, "_cpu", NULL);
  double first = -1;

  for (guint i = 0; words[i] != NULL; i++)
    {
      gtk_editable_set_text (entry, "");
      rest (self);
      for (glong n = 1; n <= g_utf8_strlen (words[i], -1); n++)
        {
          g_autofree char *text = g_utf8_substring (words[i], 0, n);
          double cpu = 0;
          double seconds = type_text (self, &cpu, entry, rows, signal, text);

          if (first < 0 && seconds >= 0)
            first = seconds;
          else if (seconds >= 0)
            {
              add_value (&series, seconds);
              add_value (&cpus, cpu);
            }
        }
    }
  g_print (",\"first_%s\":%.1f", name, first * 1e3);
  print_series (name, &series);
  print_series (cpu_name, &cpus);
}

static void
measure_scroll (Desk          *self,
                const char    *name,
                GtkAdjustment *adjustment)
{
  Series series = { .n = 0 };
  guint ticks = g_timeout_add (5, tick_cb, NULL);
  double step = MAX ((gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment)) / N_PAGES,
                     gtk_adjustment_get_page_size (adjustment));

  for (guint i = 0; i < N_PAGES; i++)
    {
      guint n_frames = self->n_frames;
      double before = cpu_now (), deadline = bench_now () + NOTHING;

      gtk_adjustment_set_value (adjustment, i % 2 == 0 ? i * step : gtk_adjustment_get_value (adjustment)
                                + gtk_adjustment_get_page_size (adjustment));
      while (self->n_frames == n_frames && bench_now () < deadline)
        g_main_context_iteration (NULL, TRUE);
      if (self->n_frames != n_frames)
        add_value (&series, self->painted_cpu - before);
    }
  g_source_remove (ticks);
  print_series (name, &series);
}

static void
measure_steps (Desk               *self,
               GtkSingleSelection *rows)
{
  Series series = { .n = 0 };

  for (guint i = 0; i < N_STEPS; i++)
    {
      guint n_frames = self->n_frames;
      double before = cpu_now (), deadline = bench_now () + NOTHING;

      gtk_single_selection_set_selected (rows, i);
      while (self->n_frames == n_frames && bench_now () < deadline)
        g_main_context_iteration (NULL, TRUE);
      add_value (&series, self->painted_cpu - before);
      rest (self);
    }
  print_series ("step", &series);
}

static double
get_resident (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, "VmRSS:");
  return line != NULL ? g_ascii_strtod (line + strlen ("VmRSS:"), NULL) / 1024 : 0;
}

static void
measure_table (Desk  *self,
               char **words)
{
  GtkWidget *page, *list;

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.article-table", NULL);
  rest (self);
  page = gtk_widget_get_ancestor (gtk_window_get_focus (self->window), RAP_TYPE_LIBRARY_PAGE);
  list = find (page, GTK_TYPE_LIST_VIEW);
  measure_typing (self, "table_filter", GTK_EDITABLE (find (page, GTK_TYPE_SEARCH_ENTRY)),
                  G_OBJECT (gtk_list_view_get_model (GTK_LIST_VIEW (list))), "items-changed", words);
  gtk_editable_set_text (GTK_EDITABLE (find (page, GTK_TYPE_SEARCH_ENTRY)), "");
  rest (self);
  measure_scroll (self, "table_scroll", gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list)));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.article-table", NULL);
  rest (self);
}

static double
open_project (Desk       *self,
              const char *path)
{
  GtkWidget *list = find (GTK_WIDGET (self->window), GTK_TYPE_LIST_VIEW);
  GObject *rows = G_OBJECT (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
  double before = bench_now (), deadline = before + PATIENCE;
  guint n_frames;

  if (!rap_window_open_project (RAP_WINDOW (self->window), path))
    g_error ("%s was not opened", path);
  while (g_list_model_get_n_items (G_LIST_MODEL (rows)) == 0 && bench_now () < deadline)
    g_main_context_iteration (NULL, TRUE);
  n_frames = self->n_frames;
  while (self->n_frames == n_frames && bench_now () < deadline)
    g_main_context_iteration (NULL, TRUE);
  return self->painted - before;
}

static void
measure_search (Desk            *self,
                GtkWidget       *popover,
                RapSearchOrder   order,
                const char      *name,
                char           **words)
{
  GtkEditable *entry = GTK_EDITABLE (find (popover, GTK_TYPE_SEARCH_ENTRY));

  gtk_drop_down_set_selected (GTK_DROP_DOWN (find (popover, GTK_TYPE_DROP_DOWN)), order);
  measure_typing (self, name, entry, G_OBJECT (popover), "answered", words);
}

static void
make_project (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autoptr (RapSession) session = bench_create (folder, name);

  for (guint i = 0; i < N_ARTICLES; i += BATCH)
    bench_fill (session, random, BATCH, 0);
}

static void
measure (Desk  *self,
         char **words)
{
  GtkWidget *page = find (GTK_WIDGET (self->window), RAP_TYPE_LIBRARY_PAGE);
  GtkWidget *list = find (page, GTK_TYPE_LIST_VIEW);
  GtkWidget *popover = find (GTK_WIDGET (self->window), RAP_TYPE_SEARCH_POPOVER);

  measure_typing (self, "filter", GTK_EDITABLE (find (page, GTK_TYPE_SEARCH_ENTRY)),
                  G_OBJECT (gtk_list_view_get_model (GTK_LIST_VIEW (list))), "items-changed", words);
  gtk_editable_set_text (GTK_EDITABLE (find (page, GTK_TYPE_SEARCH_ENTRY)), "");
  rest (self);
  measure_scroll (self, "scroll", gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list)));
  measure_steps (self, GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (list))));
  measure_table (self, words);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.search", NULL);
  rest (self);
  measure_search (self, popover, RAP_SEARCH_BEST, "best", words);
  measure_search (self, popover, RAP_SEARCH_NEWEST, "newest", words);
}

int
main (int   argc,
      char *argv[])
{
  static char *words[] = { (char *) "terba", (char *) "minso", (char *) "lekno", (char *) "shamor", (char *) "rudan", NULL };
  char *folder = bench_folder_new ();
  g_autofree char *path = argc > 1 ? g_strdup (argv[1]) : g_build_filename (folder, "library.rapporteur", NULL);
  g_autoptr (RapApplication) application = NULL;
  GdkFrameClock *clock;
  Desk desk = { .n_frames = 0 };
  double load = 0;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    make_project (path);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, NULL);
  application = rap_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  if (!g_application_register (G_APPLICATION (application), NULL, NULL))
    g_error ("the application did not start");
  desk.window = GTK_WINDOW (rap_window_new (GTK_APPLICATION (application)));
  gtk_window_maximize (desk.window);
  gtk_window_present (desk.window);
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (desk.window));
  g_signal_connect_swapped (clock, "paint", G_CALLBACK (paint_cb), &desk);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (after_paint_cb), &desk);
  rest (&desk);
  getloadavg (&load, 1);
  g_print ("{\"bench\":\"library\",\"load\":%.1f,\"open\":%.1f", load, 1e3 * open_project (&desk, path));
  rest (&desk);
  g_print (",\"articles\":%u", rap_session_count (rap_window_get_session (RAP_WINDOW (desk.window)), RAP_KIND_ARTICLE));
  measure (&desk, argc > 2 ? argv + 2 : words);
  g_print (",\"rss\":%.0f}\n", get_resident ());
  gtk_window_destroy (desk.window);
  bench_folder_free (folder);
  return 0;
}
