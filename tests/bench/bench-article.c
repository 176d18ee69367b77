/* bench-article.c
 *
 * bench-article [DATA.json]: the article pane in the real window, with every
 * other pane open, on an article of 100,000 words with 10,000 annotations and
 * on one of a tenth; or on the two articles with most annotations of a native
 * JSON file. Prints one JSON object:
 *
 *   bench      "article"
 *   load       load average of the last minute when it began, and when it ended
 *   articles   array, one object for each article:
 *     characters, annotations   its size
 *     open       choosing the article in the window until its first frame is painted
 *     open_cpu   processor time of the same: what it would take undisturbed
 *     key        key C on a selected passage, pressed at the X server, from its
 *                arrival in the window through GTK's own event path until the
 *                frame with the new claim is painted; the claim is committed by then
 *     key_cpu    processor time of the same
 *     delete, undo, next, meeting
 *                the same, processor time, for Delete on a claim, Ctrl+Z after it,
 *                N, and M until the chooser has the keyboard
 *     scroll     processor time of a frame after scrolling by a page
 *     memory     MB resident: "total" with the article on show, "empty" with an
 *                article without annotations, before it was first shown
 *   ratio      open_cpu, key_cpu and scroll (medians) of the first article over the
 *              second: near 1 where the cost depends on what is visible only
 *   target     the most that the article of 100,000 words may take
 *
 * Times are objects with n, median, p95 and max in milliseconds; "open" has
 * "first", too. Needs xdotool and a window manager (tests/tools/in-window-session).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "bench-article-data.h"
#include "bench.h"
#include "rap-application.h"
#include "rap-article-text.h"
#include "rap-article-view.h"
#include "rap-window.h"

#define N_OPENED  7
#define N_KEYS    40
#define N_OTHERS  12
#define N_PAGES   100
#define PATIENCE  60   /* seconds until a wait is given up */
#define QUIET_MS  60   /* without a frame: the window rests */

/**
 * Desk: the window under measurement
 * @painting: a frame was drawn, its end is to come
 * @n_frames: painted so far
 * @keyval: of the key that is measured
 * @arrived: when it came, or 0
 * @followed: something was committed or chosen since @arrived
 */
typedef struct
{
  RapSession     *session;
  GtkWindow      *window;
  RapArticleView *view;
  RapArticleText *text;
  RapArticle     *empty;
  gboolean        painting;
  guint           n_frames;
  double          painted;
  double          painted_cpu;
  guint           keyval;
  double          arrived;
  double          arrived_cpu;
  gboolean        followed;
} Desk;

/* Processor time of this process in seconds. */
static double
cpu_now (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static void
give_up (const char *why)
{
  g_printerr ("bench-article: %s\n", why);
  exit (1);
}

static double
get_memory (void)
{
  g_autofree char *text = NULL;
  gulong pages = 0;

  malloc_trim (0);
  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL) || sscanf (text, "%*u %lu", &pages) != 1)
    give_up ("the memory is not told by this system");
  return (double) pages * 4096 / 1e6;
}

static double
get_load (void)
{
  double load = 0;

  return getloadavg (&load, 1) == 1 ? load : -1;
}

/* Waiting */

static gboolean
tick_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

static void
paint_cb (GdkFrameClock *clock,
          Desk          *self)
{
  self->painting = TRUE;
}

static void
after_paint_cb (GdkFrameClock *clock,
                Desk          *self)
{
  if (!self->painting)
    return;
  self->painting = FALSE;
  self->n_frames++;
  self->painted = bench_now ();
  self->painted_cpu = cpu_now ();
}

typedef gboolean (*Condition) (Desk *self);

static void
wait_for (Desk       *self,
          Condition   condition,
          const char *what)
{
  double deadline = bench_now () + PATIENCE;
  guint ticks = g_timeout_add (10, tick_cb, NULL);

  while (!condition (self))
    {
      if (bench_now () > deadline)
        give_up (what);
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (ticks);
}

/* Nothing pending and nothing painted for a while: text is laid out, too. */
static gboolean
rests (Desk *self)
{
  return !g_main_context_pending (NULL) && bench_now () - self->painted > QUIET_MS / 1e3;
}

static gboolean
has_focus (Desk *self)
{
  return gtk_window_is_active (self->window) && gtk_widget_has_focus (GTK_WIDGET (self->text));
}

static gboolean
is_painted (Desk *self)
{
  return self->n_frames > 0;
}

static gboolean
is_followed (Desk *self)
{
  return self->followed && self->n_frames > 0;
}

static gboolean
has_left_text (Desk *self)
{
  return self->n_frames > 0 && self->arrived > 0 && !gtk_widget_has_focus (GTK_WIDGET (self->text));
}

/* Measures */

typedef struct
{
  double *values;   /* seconds */
  guint   n;
} Series;

static Series
series_new (guint n)
{
  return (Series) { g_new0 (double, n), 0 };
}

static double
series_median (Series *self)
{
  return bench_median (self->values, self->n);
}

static void
series_print (GString    *out,
              const char *name,
              Series     *self)
{
  double first = self->values[0];
  double median = series_median (self);

  g_string_append_printf (out, "\"%s\":{\"n\":%u,\"median\":%.2f,\"p95\":%.2f,\"max\":%.2f", name, self->n, median * 1e3,
                          self->values[(guint) (0.95 * (self->n - 1) + 0.5)] * 1e3, self->values[self->n - 1] * 1e3);
  if (g_str_equal (name, "open"))
    g_string_append_printf (out, ",\"first\":%.2f", first * 1e3);
  g_string_append (out, "},");
}

static void
show (Desk       *self,
      RapArticle *article)
{
  RapSelection *selection = rap_window_get_selection (RAP_WINDOW (self->window));
  const char *id = RAP_RECORD (article)->id;

  self->n_frames = 0;
  rap_selection_set (selection, RAP_KIND_ARTICLE, id, id);
  gtk_widget_queue_draw (GTK_WIDGET (self->text));
}

static void
measure_open (Desk       *self,
              RapArticle *article,
              Series     *open,
              Series     *cpu)
{
  for (guint i = 0; i < N_OPENED; i++)
    {
      double begin, begin_cpu;

      show (self, self->empty);
      wait_for (self, is_painted, "no frame is painted");
      wait_for (self, rests, "the window never comes to rest");
      begin = bench_now ();
      begin_cpu = cpu_now ();
      show (self, article);
      wait_for (self, is_painted, "no frame is painted");
      open->values[open->n++] = self->painted - begin;
      cpu->values[cpu->n++] = self->painted_cpu - begin_cpu;
    }
  wait_for (self, rests, "the window never comes to rest");
}

static gboolean
key_cb (Desk  *self,
        guint  keyval)
{
  if (keyval == self->keyval && self->arrived <= 0)
    {
      self->n_frames = 0;
      self->followed = FALSE;
      self->arrived = bench_now ();
      self->arrived_cpu = cpu_now ();
    }
  return GDK_EVENT_PROPAGATE;
}

static void
changed_cb (Desk *self)
{
  self->followed = TRUE;
  self->n_frames = 0;
}

static void
reap_cb (GPid     pid,
         int      status,
         gpointer user_data)
{
  g_spawn_close_pid (pid);
}

/* With these flags GLib does not fork, which would leave all memory to be
 * copied when it is next written to: by the key that is measured. */
static void
press (Desk       *self,
       const char *key,
       guint       keyval)
{
  const char *command[] = { "xdotool", "key", key, NULL };
  GSpawnFlags flags = G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_LEAVE_DESCRIPTORS_OPEN
                      | G_SPAWN_DO_NOT_REAP_CHILD;
  GPid child;
  g_autoptr (GError) error = NULL;

  self->keyval = keyval;
  self->arrived = 0;
  self->followed = FALSE;
  if (!g_spawn_async (NULL, (char **) command, NULL, flags, NULL, NULL, &child, &error))
    give_up (error->message);
  g_child_watch_add (child, reap_cb, NULL);
}

static void
go_to_text (Desk *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  wait_for (self, has_focus, "the text does not get the keyboard");
  wait_for (self, rests, "the window never comes to rest");
}

/* A passage anywhere in the article, from where it is left to right. */
static void
select_passage (Desk       *self,
                RapArticle *article,
                GRand      *random)
{
  gint32 length = (gint32) rap_text_get_length (article->text);
  guint at = (guint) g_rand_int_range (random, length / 10, length - 200);

  rap_article_view_select (self->view, (RapRange) { rap_session_word_at (article, at).start,
                                                    rap_session_word_at (article, at + 80).end });
  go_to_text (self);
}

/* One press, until @condition holds. */
static void
measure_press (Desk       *self,
               const char *key,
               guint       keyval,
               Condition   condition,
               Series     *wall,
               Series     *cpu)
{
  press (self, key, keyval);
  wait_for (self, condition, "the key does nothing");
  if (wall != NULL)
    wall->values[wall->n++] = self->painted - self->arrived;
  cpu->values[cpu->n++] = self->painted_cpu - self->arrived_cpu;
  wait_for (self, rests, "the window never comes to rest");
}

static void
measure_key (Desk       *self,
             RapArticle *article,
             Series     *key,
             Series     *cpu)
{
  GRand *random = g_rand_new_with_seed (11);

  for (guint i = 0; i < N_KEYS; i++)
    {
      select_passage (self, article, random);
      measure_press (self, "c", GDK_KEY_c, is_followed, key, cpu);
    }
  g_rand_free (random);
}

enum { DELETE, UNDO, NEXT, MEETING, N_OTHER_KEYS };

/* Delete has a claim of its own to delete each time. */
static void
measure_others (Desk       *self,
                RapArticle *article,
                Series      others[N_OTHER_KEYS])
{
  GRand *random = g_rand_new_with_seed (13);

  for (guint i = 0; i < N_OTHERS; i++)
    {
      select_passage (self, article, random);
      measure_press (self, "m", GDK_KEY_m, has_left_text, NULL, &others[MEETING]);
      press (self, "Escape", GDK_KEY_Escape);
      wait_for (self, has_focus, "the chooser does not close");
      press (self, "c", GDK_KEY_c);
      wait_for (self, is_followed, "the key makes no claim");
      go_to_text (self);
      measure_press (self, "Delete", GDK_KEY_Delete, is_followed, NULL, &others[DELETE]);
      measure_press (self, "ctrl+z", GDK_KEY_z, is_followed, NULL, &others[UNDO]);
      go_to_text (self);
      measure_press (self, "n", GDK_KEY_n, is_followed, NULL, &others[NEXT]);
    }
  g_rand_free (random);
}

static void
measure_scroll (Desk   *self,
                Series *scroll)
{
  GtkAdjustment *vertical = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->text));
  double page = gtk_adjustment_get_page_size (vertical) * 0.9;

  gtk_adjustment_set_value (vertical, 0);
  wait_for (self, rests, "the window never comes to rest");
  for (guint i = 0; i < N_PAGES; i++)
    {
      double begin = cpu_now ();
      double value = gtk_adjustment_get_value (vertical);

      self->n_frames = 0;
      gtk_adjustment_set_value (vertical, value + page);
      if (gtk_adjustment_get_value (vertical) <= value)
        break;
      wait_for (self, is_painted, "no frame is painted");
      scroll->values[scroll->n++] = self->painted_cpu - begin;
    }
}

/* The window */

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
open_window (Desk           *self,
             RapApplication *application,
             const char     *path)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GdkFrameClock *clock;

  self->window = GTK_WINDOW (rap_window_new (GTK_APPLICATION (application)));
  gtk_window_maximize (self->window);
  gtk_window_present (self->window);
  if (!rap_window_open_project (RAP_WINDOW (self->window), path))
    give_up ("the project was not opened");
  self->session = rap_window_get_session (RAP_WINDOW (self->window));
  self->view = RAP_ARTICLE_VIEW (find (GTK_WIDGET (self->window), RAP_TYPE_ARTICLE_VIEW));
  self->text = RAP_ARTICLE_TEXT (find (GTK_WIDGET (self->view), RAP_TYPE_ARTICLE_TEXT));
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->window));
  g_signal_connect (clock, "paint", G_CALLBACK (paint_cb), self);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->window), keys);
  g_signal_connect_data (self->session, "changed", G_CALLBACK (changed_cb), self, NULL, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_data (rap_window_get_selection (RAP_WINDOW (self->window)), "changed", G_CALLBACK (changed_cb), self, NULL,
                         G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  wait_for (self, is_painted, "no frame is painted");
  wait_for (self, rests, "the window never comes to rest");
}

static void
measure_article (Desk       *self,
                 RapArticle *article,
                 double      medians[3],
                 GString    *out)
{
  Series open = series_new (N_OPENED), open_cpu = series_new (N_OPENED), scroll = series_new (N_PAGES);
  Series key = series_new (N_KEYS), cpu = series_new (N_KEYS);
  static const char * const other_names[] = { "delete", "undo", "next", "meeting" };
  Series others[N_OTHER_KEYS];
  g_autoptr (GPtrArray) annotations = rap_session_load_annotations (self->session, RAP_RECORD (article)->id, NULL);
  guint n_annotations = annotations->len;
  double before, total;

  g_clear_pointer (&annotations, g_ptr_array_unref);
  show (self, self->empty);
  wait_for (self, is_painted, "no frame is painted");
  wait_for (self, rests, "the window never comes to rest");
  before = get_memory ();
  measure_open (self, article, &open, &open_cpu);
  total = get_memory ();
  measure_key (self, article, &key, &cpu);
  for (guint i = 0; i < N_OTHER_KEYS; i++)
    others[i] = series_new (N_OTHERS);
  measure_others (self, article, others);
  measure_scroll (self, &scroll);

  g_string_append_printf (out, "{\"characters\":%u,\"annotations\":%u,", rap_text_get_length (article->text), n_annotations);
  series_print (out, "open", &open);
  series_print (out, "open_cpu", &open_cpu);
  series_print (out, "key", &key);
  series_print (out, "key_cpu", &cpu);
  for (guint i = 0; i < N_OTHER_KEYS; i++)
    {
      series_print (out, other_names[i], &others[i]);
      g_free (others[i].values);
    }
  series_print (out, "scroll", &scroll);
  g_string_append_printf (out, "\"memory\":{\"empty\":%.1f,\"total\":%.1f}}", before, MAX (total, get_memory ()));
  medians[0] = series_median (&open_cpu);
  medians[1] = series_median (&cpu);
  medians[2] = series_median (&scroll);
  g_free (open.values);
  g_free (open_cpu.values);
  g_free (key.values);
  g_free (cpu.values);
  g_free (scroll.values);
}

/* In a process of its own, so that making the data leaves nothing in its memory. */
static int
measure (const char *path)
{
  g_autoptr (RapApplication) application = NULL;
  g_autoptr (GPtrArray) articles = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) second = g_string_new (NULL);
  GString *parts[] = { first, second };
  double medians[2][3] = { { 0 } };
  Desk desk = { 0 };

  g_string_append_printf (out, "{\"bench\":\"article\",\"load\":[%.2f,", get_load ());
  g_set_prgname ("rapporteur");
  g_set_application_name ("Rapporteur");
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, NULL);
  application = rap_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  if (!g_application_register (G_APPLICATION (application), NULL, NULL))
    give_up ("the application did not start");
  open_window (&desk, application, path);
  desk.empty = bench_article_empty (desk.session);
  articles = bench_article_list (desk.session, 2);

  /* The smaller first: what it leaves in memory is little. */
  for (guint i = articles->len; i > 0; i--)
    measure_article (&desk, articles->pdata[i - 1], medians[i - 1], parts[i - 1]);
  g_string_append_printf (out, "%.2f],\"articles\":[%s%s%s]", get_load (), parts[0]->str,
                          articles->len == 2 ? "," : "", parts[1]->str);
  if (articles->len == 2)
    g_string_append_printf (out, ",\"ratio\":{\"open_cpu\":%.2f,\"key_cpu\":%.2f,\"scroll\":%.2f}", medians[0][0] / medians[1][0],
                            medians[0][1] / medians[1][1], medians[0][2] / medians[1][2]);
  g_string_append (out, ",\"target\":{\"open\":300,\"key\":33,\"scroll\":16,\"memory\":250}}");
  g_print ("%s\n", out->str);
  return 0;
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *path = NULL;
  const char *command[] = { argv[0], NULL, NULL };
  char *folder;
  int status = 0;

  if (argc == 2 && g_str_has_suffix (argv[1], ".rapporteur"))
    return measure (argv[1]);
  folder = bench_folder_new ();
  path = g_build_filename (folder, "article.rapporteur", NULL);
  bench_article_make (path, argc == 2 ? argv[1] : NULL);
  command[1] = path;
  if (!g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_CHILD_INHERITS_STDIN, NULL, NULL, NULL, NULL, &status, NULL))
    status = 1;
  bench_folder_free (folder);
  return status == 0 ? 0 : 1;
}
