/* test-timeline-dock.c
 *
 * The dock in a window, on the sample: what a screen reader finds, what the
 * tray and the actions do, and that it follows the session.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-header-list.h"
#include "rap-timeline-dock.h"
#include "window-fixture.h"

typedef struct
{
  char            *folder;
  RapSession      *session;
  GtkWidget       *window;
  RapTimelineDock *dock;
  GString         *signals;
} Stage;

static void
activated_cb (Stage      *stage,
              guint       kind,
              const char *id)
{
  g_autofree char *title = rap_session_get_name (stage->session, kind, id);

  g_string_append_printf (stage->signals, "[%s %s]", rap_kind_get_nick (kind), title);
  rap_timeline_dock_set_selection (stage->dock, kind, id);
}

static void
set_up (Stage         *stage,
        gconstpointer  data)
{
  stage->folder = fixture_make_folder ();
  stage->session = fixture_create (stage->folder, "dock.rapporteur", TRUE);
  stage->signals = g_string_new (NULL);
  stage->dock = rap_timeline_dock_new ();
  stage->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (stage->window), 1200, 400);
  gtk_window_set_child (GTK_WINDOW (stage->window), GTK_WIDGET (stage->dock));
  g_signal_connect_swapped (stage->dock, "activated", G_CALLBACK (activated_cb), stage);
  rap_timeline_dock_set_session (stage->dock, stage->session);
  gtk_window_present (GTK_WINDOW (stage->window));
  g_assert_true (fixture_settle (stage->window));
}

static void
tear_down (Stage         *stage,
           gconstpointer  data)
{
  fixture_close (GTK_WINDOW (stage->window));
  g_assert_finalize_object (stage->session);
  fixture_remove_folder (stage->folder);
  g_free (stage->folder);
  g_string_free (stage->signals, TRUE);
}

/* How many marks there are depends on the font: any number will do. */
static gboolean
says (GtkWidget  *proxy,
      const char *sentence)
{
  for (guint n = 1; n < 100; n++)
    {
      g_autofree char *total = g_strdup_printf (" of %u, ", n);
      g_autoptr (GString) whole = g_string_new (sentence);
      g_autofree char *error = NULL;

      g_string_replace (whole, " of N, ", total, 1);
      error = gtk_test_accessible_check_property (GTK_ACCESSIBLE (proxy), GTK_ACCESSIBLE_PROPERTY_LABEL, whole->str);
      if (error == NULL)
        return TRUE;
    }
  return FALSE;
}

/* The mapped proxy of the mark whose sentence is @sentence. */
static GtkWidget *
find_proxy (GtkWidget  *root,
            const char *sentence)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (root), "RapTimelineProxy") && gtk_widget_get_mapped (root))
    return says (root, sentence) ? root : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_proxy (child, sentence);

      if (found != NULL)
        return found;
    }
  return NULL;
}

typedef struct
{
  Stage      *stage;
  const char *sentence;
} Wanted;

static gboolean
has_proxy (gpointer data)
{
  Wanted *wanted = data;

  return find_proxy (GTK_WIDGET (wanted->stage->dock), wanted->sentence) != NULL;
}

static void
assert_proxy (Stage      *stage,
              const char *sentence)
{
  Wanted wanted = { stage, sentence };

  if (!fixture_wait (has_proxy, &wanted))
    g_error ("No mark says: %s", sentence);
}

static gboolean
reads (gpointer data)
{
  Wanted *wanted = data;
  g_autofree char *text = fixture_read (GTK_WIDGET (wanted->stage->dock));

  return strstr (text, wanted->sentence) != NULL;
}

static void
assert_reads (Stage      *stage,
              const char *text)
{
  Wanted wanted = { stage, text };

  if (!fixture_wait (reads, &wanted))
    g_error ("Nowhere in the dock: %s", text);
}

static void
test_sentences (Stage         *stage,
                gconstpointer  data)
{
  assert_proxy (stage, "5 of N, Bagheri telephones al-Abbasi, 7 November 2022, lane Mohammad Bagheri; "
                       "reported first the same day by Two Rivers Wire, by 4 articles in all");
}

static void
test_tray (Stage         *stage,
           gconstpointer  data)
{
  GtkWidget *label;

  assert_reads (stage, "○ Hatami telephones al-Shammari");
  label = fixture_find (GTK_WIDGET (stage->dock), "GtkLabel", "○ Hatami telephones al-Shammari");
  g_assert_nonnull (label);
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  g_assert_cmpstr (stage->signals->str, ==, "[meeting Hatami telephones al-Shammari]");
  g_assert_true (gtk_widget_has_css_class (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "selected"));
}

static void
test_month (Stage         *stage,
            gconstpointer  data)
{
  gtk_widget_activate_action (GTK_WIDGET (stage->dock), "timeline.view", "s", "month");
  assert_reads (stage, "March 2024");
  assert_reads (stage, "Some time in March 2024");
  gtk_widget_activate_action (GTK_WIDGET (stage->dock), "timeline.next-page", NULL);
  assert_reads (stage, "April 2024");
  gtk_widget_activate_action (GTK_WIDGET (stage->dock), "timeline.previous-page", NULL);
  assert_reads (stage, "Bagheri's visit to Iraq");
  gtk_widget_activate_action (GTK_WIDGET (stage->dock), "timeline.view", "s", "axis");
}

static char *
list_titles (GListModel *list)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (RapHeader) header = g_list_model_get_item (list, i);

      g_string_append_printf (out, "[%s]", header->when != NULL ? header->when : "");
    }
  return g_string_free (out, FALSE);
}

/* The brush counts, and a list asks it what to show. */
static void
test_brush (Stage         *stage,
            gconstpointer  data)
{
  static const struct { RapBrushFilter filter; const char *dates; } cases[] = {
    { RAP_BRUSH_FILTER_POSSIBLE, "[2020-11-13/][2020-11-15][2020-11-16/..][2022-11-07]" },
    { RAP_BRUSH_FILTER_CERTAIN, "[2020-11-15][2022-11-07]" },
  };
  RapTimelineBrush *brush = rap_timeline_dock_get_brush (stage->dock);
  g_autoptr (GListModel) meetings = rap_session_list (stage->session, RAP_KIND_MEETING);
  g_autoptr (RapEdtf) from = rap_edtf_parse ("2020-01-01", NULL);
  g_autoptr (RapEdtf) to = rap_edtf_parse ("2022-12-01", NULL);

  assert_reads (stage, "○ Hatami telephones al-Shammari");
  rap_timeline_brush_set_days (brush, from->es, to->es);
  assert_reads (stage, "brush: Jan 2020 – Nov 2022 · 7 certainly, 2 possibly");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *dates = NULL;

      rap_timeline_brush_set_filter (brush, cases[i].filter);
      g_assert_true (rap_timeline_brush_is_filter (brush));
      rap_header_list_set_days (RAP_HEADER_LIST (meetings), from->es, to->es, cases[i].filter == RAP_BRUSH_FILTER_CERTAIN);
      dates = list_titles (meetings);
      g_assert_cmpstr (dates, ==, cases[i].dates);
    }
  gtk_widget_activate_action (GTK_WIDGET (stage->dock), "timeline.brush-clear", NULL);
  g_assert_false (rap_timeline_brush_is_filter (brush));
}

/* Undoing the sample empties the dock, redoing fills it. */
static void
test_follows (Stage         *stage,
              gconstpointer  data)
{
  g_assert_cmpuint (rap_session_undo (stage->session, 1, NULL, NULL), ==, 1);
  assert_reads (stage, "Meetings and articles with a date appear here");
  g_assert_cmpuint (rap_session_redo (stage->session, 1, NULL, NULL), ==, 1);
  assert_reads (stage, "○ Hatami telephones al-Shammari");
}

int
main (int   argc,
      char *argv[])
{
  RapApplication *application;
  int code;

  g_test_init (&argc, &argv, NULL);
  application = fixture_start ();
  g_test_add ("/app/timeline-dock/sentences", Stage, NULL, set_up, test_sentences, tear_down);
  g_test_add ("/app/timeline-dock/tray", Stage, NULL, set_up, test_tray, tear_down);
  g_test_add ("/app/timeline-dock/month", Stage, NULL, set_up, test_month, tear_down);
  g_test_add ("/app/timeline-dock/brush", Stage, NULL, set_up, test_brush, tear_down);
  g_test_add ("/app/timeline-dock/follows", Stage, NULL, set_up, test_follows, tear_down);

  code = g_test_run ();
  g_object_unref (application);
  return code;
}
