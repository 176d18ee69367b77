/* test-timeline-views.c
 *
 * The pages of the calendar in the dock, on the sample: what they show and say,
 * where real keys lead, and dates that are given by hand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "article-desk.h"
#include "rap-timeline-axis-view.h"
#include "rap-timeline-dock.h"

#define ARTICLE "Article “Tehran's top general presses Iraq's new defence minister for closer work”"
#define MONDAY "Monday, 7 November 2022, 2 events; Iran offers Iraqi army its experience; Baqeri voices regret over 2015 paper; " VISIT
#define UNDATED "Hatami telephones al-Shammari"
#define VISIT "Bagheri telephones al-Abbasi"   /* 7 November 2022, a Monday */

typedef struct
{
  Desk             desk;       /* its window and keys; no article */
  char            *folder;
  RapSession      *session;
  RapTimelineDock *dock;
  GString         *signals;
} Stage;

static RapApplication *application;

static void
note (Stage      *stage,
      const char *name,
      guint       kind,
      const char *id)
{
  g_autofree char *title = rap_session_get_name (stage->session, kind, id);

  g_string_append_printf (stage->signals, "[%s %s]", name, title);
}

static void
activated_cb (Stage      *stage,
              guint       kind,
              const char *id)
{
  note (stage, "choose", kind, id);
  rap_timeline_dock_set_selection (stage->dock, kind, id);
}

static void
open_cb (Stage      *stage,
         guint       kind,
         const char *id)
{
  note (stage, "open", kind, id);
}

/* The id of the meeting of that title. (transfer full) */
static char *
find_meeting (Stage      *stage,
              const char *title)
{
  g_autoptr (GListModel) meetings = rap_session_list (stage->session, RAP_KIND_MEETING);

  for (guint i = 0; i < g_list_model_get_n_items (meetings); i++)
    {
      g_autoptr (RapHeader) header = g_list_model_get_item (meetings, i);
      g_autofree char *name = rap_session_get_name (stage->session, RAP_KIND_MEETING, header->id);

      if (g_str_equal (name, title))
        return g_strdup (header->id);
    }
  g_error ("No meeting is called %s", title);
}

static char *
read_date (Stage      *stage,
           const char *title)
{
  g_autofree char *id = find_meeting (stage, title);
  g_autoptr (RapRecord) record = rap_session_load (stage->session, RAP_KIND_MEETING, id, NULL);

  return g_strdup (RAP_MEETING (record)->when != NULL ? RAP_MEETING (record)->when->text : "none");
}

static char *
read_last_step (Stage *stage)
{
  g_autoptr (GPtrArray) history = rap_session_get_history (stage->session, 1, NULL);

  return g_strdup (((RapHistoryEntry *) history->pdata[0])->label);
}

typedef struct
{
  GtkWidget  *root;
  const char *text;
} Wanted;

static gboolean
reads (gpointer data)
{
  Wanted *wanted = data;
  g_autofree char *text = fixture_read (wanted->root);

  return strstr (text, wanted->text) != NULL;
}

static void
assert_reads (Stage      *stage,
              const char *text)
{
  Wanted wanted = { GTK_WIDGET (stage->dock), text };

  if (!fixture_wait (reads, &wanted))
    g_error ("Nowhere in the dock: %s", text);
}

static gboolean
says (gpointer data)
{
  Wanted *wanted = data;
  g_autofree char *error = gtk_test_accessible_check_property (GTK_ACCESSIBLE (wanted->root),
                                                               GTK_ACCESSIBLE_PROPERTY_LABEL, wanted->text);

  return error == NULL;
}

static void
assert_says (GtkWidget  *widget,
             const char *sentence)
{
  Wanted wanted = { widget, sentence };

  g_assert_nonnull (widget);
  if (!fixture_wait (says, &wanted))
    g_error ("It does not say “%s”: %s", sentence,
             gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence));
}

/* A mapped widget of the type anywhere inside that says so. */
static GtkWidget *
find_saying (GtkWidget  *root,
             const char *type,
             const char *sentence)
{
  Wanted wanted = { root, sentence };

  if (g_str_equal (G_OBJECT_TYPE_NAME (root), type) && gtk_widget_get_mapped (root) && says (&wanted))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_saying (child, type, sentence);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
get_page (Stage      *stage,
          const char *type)
{
  return fixture_find (GTK_WIDGET (stage->dock), type, NULL);
}

static void
show_view (Stage      *stage,
           const char *view)
{
  gtk_widget_activate_action (GTK_WIDGET (stage->dock), "timeline.view", "s", view);
  g_assert_true (fixture_settle (stage->desk.window));
}

static gboolean
is_loaded (gpointer data)
{
  Stage *stage = data;

  return fixture_find (GTK_WIDGET (stage->dock), "GtkLabel", "○ " UNDATED) != NULL;
}

static gboolean
is_active (gpointer data)
{
  return gtk_window_is_active (data);
}

static void
select_meeting (Stage      *stage,
                const char *title)
{
  g_autofree char *id = find_meeting (stage, title);

  rap_timeline_dock_set_selection (stage->dock, RAP_KIND_MEETING, id);
  g_assert_true (fixture_settle (stage->desk.window));
}

static void
set_up (Stage         *stage,
        gconstpointer  view)
{
  stage->folder = fixture_make_folder ();
  stage->session = fixture_create (stage->folder, "views.rapporteur", TRUE);
  stage->signals = g_string_new (NULL);
  stage->dock = rap_timeline_dock_new ();
  stage->desk.window = gtk_application_window_new (GTK_APPLICATION (application));
  gtk_window_set_default_size (GTK_WINDOW (stage->desk.window), 1200, 500);
  gtk_window_set_child (GTK_WINDOW (stage->desk.window), GTK_WIDGET (stage->dock));
  g_signal_connect_swapped (stage->dock, "activated", G_CALLBACK (activated_cb), stage);
  g_signal_connect_swapped (stage->dock, "open", G_CALLBACK (open_cb), stage);
  rap_timeline_dock_set_session (stage->dock, stage->session);
  desk_listen (&stage->desk, stage->desk.window);
  gtk_window_present (GTK_WINDOW (stage->desk.window));
  g_assert_true (fixture_wait (is_loaded, stage));
  show_view (stage, view);
  select_meeting (stage, VISIT);
  g_assert_true (fixture_wait (is_active, stage->desk.window));
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
tear_down (Stage         *stage,
           gconstpointer  data)
{
  gpointer session = stage->session;

  gtk_widget_activate_action (GTK_WIDGET (stage->dock), "timeline.view", "s", "axis");
  fixture_close (GTK_WINDOW (stage->desk.window));
  g_object_add_weak_pointer (G_OBJECT (stage->session), &session);
  g_object_unref (stage->session);
  /* a worker may be loading yet */
  g_assert_true (fixture_wait (is_gone, &session));
  fixture_remove_folder (stage->folder);
  g_free (stage->folder);
  g_string_free (stage->signals, TRUE);
}

static void
test_week (Stage         *stage,
           gconstpointer  data)
{
  GtkWidget *page = get_page (stage, "RapTimelineWeekPage");

  assert_reads (stage, "Week 45, 2022");
  assert_reads (stage, VISIT);
  g_assert_nonnull (find_saying (page, "GtkListItemWidget", VISIT ", 7 November 2022"));
  gtk_widget_grab_focus (page);
  desk_press (&stage->desk, "key Return");
  g_assert_cmpstr (stage->signals->str, ==, "[open " VISIT "]");
  desk_press (&stage->desk, "key Right");
  assert_says (gtk_window_get_focus (GTK_WINDOW (stage->desk.window)), ARTICLE ", published 8 November 2022");
  desk_press (&stage->desk, "key Right Right");
  assert_says (gtk_window_get_focus (GTK_WINDOW (stage->desk.window)), "Thursday, 10 November 2022, 0 events");
  desk_press (&stage->desk, "key Home Left");
  assert_reads (stage, "Week 44, 2022");
  desk_press (&stage->desk, "key Next Next");
  assert_reads (stage, "Week 46, 2022");
}

/* What is only known to the month is not put on a day of its week. */
static void
test_week_band (Stage         *stage,
                gconstpointer  data)
{
  select_meeting (stage, "Bagheri's visit to Iraq");
  assert_reads (stage, "Perhaps in this week");
  assert_reads (stage, "Bagheri's visit to Iraq");
  g_assert_null (find_saying (get_page (stage, "RapTimelineWeekPage"), "GtkListItemWidget",
                              "Bagheri's visit to Iraq, some day in March 2024"));
}

static void
test_year (Stage         *stage,
           gconstpointer  data)
{
  GtkWidget *page = get_page (stage, "RapTimelineYearPage");

  assert_reads (stage, " expected");
  gtk_widget_grab_focus (page);
  assert_says (page, "Monday, 7 November 2022: 2 things certain, 2 possible");
  desk_press (&stage->desk, "key Right");
  assert_says (page, "Tuesday, 8 November 2022: 3 things certain, 2 possible");
  desk_press (&stage->desk, "key Home");
  assert_says (page, "Tuesday, 1 November 2022: 2 things possible");
  desk_press (&stage->desk, "key Next");
  assert_reads (stage, "2023");
  desk_press (&stage->desk, "key Prior Down Left");
  assert_says (page, "Monday, 7 November 2022: 2 things certain, 2 possible");
  for (GtkWidget *child = gtk_widget_get_first_child (page); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      desk_listen (&stage->desk, child);
  desk_press (&stage->desk, "key Return");
  assert_reads (stage, VISIT ", 7 November 2022");
  desk_press (&stage->desk, "key Escape");
}

typedef struct
{
  GtkWidget  *page;
  const char *text;
} Shown;

/* A cell of the table on the screen that shows exactly this text. */
static gboolean
find_cell (GtkWidget  *root,
           const char *text)
{
  if (GTK_IS_INSCRIPTION (root) && gtk_widget_get_mapped (root)
      && g_strcmp0 (gtk_inscription_get_text (GTK_INSCRIPTION (root)), text) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (find_cell (child, text))
      return TRUE;
  return FALSE;
}

static gboolean
shows (gpointer data)
{
  Shown *shown = data;

  return find_cell (shown->page, shown->text);
}

static void
assert_shows (GtkWidget  *page,
              const char *text)
{
  Shown shown = { page, text };

  if (!fixture_wait (shows, &shown))
    g_error ("No cell shows: %s", text);
}

static char *
read_brush (Stage *stage)
{
  g_autofree char *first_day = NULL;
  g_autofree char *last_day = NULL;
  gint64 first, last;

  if (!rap_timeline_brush_get_days (rap_timeline_dock_get_brush (stage->dock), &first, &last))
    return g_strdup ("none");
  first_day = rap_day_format (first);
  last_day = rap_day_format (last - 1);
  return g_strdup_printf ("%s..%s", first_day, last_day);
}

static void
assert_brush (Stage      *stage,
              const char *expected)
{
  g_autofree char *brush = read_brush (stage);

  g_assert_cmpstr (brush, ==, expected);
}

/* Each page has the brush of the dock, and sets its ends by keys. */
static void
test_brush (Stage         *stage,
            gconstpointer  view)
{
  gtk_widget_grab_focus (get_page (stage, g_str_equal (view, "month") ? "RapTimelineMonthPage"
                                          : g_str_equal (view, "week") ? "RapTimelineWeekPage" : "RapTimelineYearPage"));
  desk_press (&stage->desk, "key bracketleft");
  desk_press (&stage->desk, "key Right");
  desk_press (&stage->desk, "key bracketright");
  assert_brush (stage, "2022-11-07..2022-11-08");
  desk_press (&stage->desk, "key Escape");
  assert_brush (stage, "none");
}

/* The list says of each row that is left how surely it is in the brush. */
static void
test_list_brush (Stage         *stage,
                 gconstpointer  data)
{
  GtkWidget *page = get_page (stage, "RapTimelineListPage");

  rap_timeline_brush_set_days (rap_timeline_dock_get_brush (stage->dock), rap_day_from_ymd (2024, 3, 1),
                               rap_day_from_ymd (2024, 3, 20));
  g_assert_true (fixture_settle (stage->desk.window));
  assert_shows (page, "possibly");
  rap_timeline_brush_set_days (rap_timeline_dock_get_brush (stage->dock), rap_day_from_ymd (2024, 3, 1),
                               rap_day_from_ymd (2024, 4, 1));
  g_assert_true (fixture_settle (stage->desk.window));
  assert_shows (page, "certainly");
  assert_shows (page, "Bagheri's visit to Iraq");
  rap_timeline_brush_set_days (rap_timeline_dock_get_brush (stage->dock), 0, 0);
  g_assert_true (fixture_settle (stage->desk.window));
  g_assert_false (find_cell (page, "certainly"));
}

static void
test_list (Stage         *stage,
           gconstpointer  data)
{
  GtkWidget *page = get_page (stage, "RapTimelineListPage");

  gtk_widget_grab_focus (page);
  desk_press (&stage->desk, "key slash");
  desk_press (&stage->desk, "type telephones");
  desk_press (&stage->desk, "key space");
  desk_press (&stage->desk, "type al-abb");
  assert_reads (stage, "1 event");
  assert_shows (page, VISIT);
  desk_press (&stage->desk, "key ctrl+a");
  desk_press (&stage->desk, "type hatami");
  desk_press (&stage->desk, "key space");
  desk_press (&stage->desk, "type telephones");
  assert_shows (page, "Without a date");
  desk_press (&stage->desk, "key Escape");
  g_assert_null (fixture_find (page, "GtkLabel", "1 event"));
}

static void
test_month (Stage         *stage,
            gconstpointer  data)
{
  GtkWidget *page = get_page (stage, "RapTimelineMonthPage");

  gtk_widget_grab_focus (page);
  assert_says (page, MONDAY);
  g_assert_null (find_saying (page, "RapTimelineProxy", "Thursday, 10 November 2022, 0 events"));
  g_assert_nonnull (find_saying (page, "RapTimelineProxy", MONDAY));
  desk_press (&stage->desk, "key Right Right Right Return");
  assert_says (page, "Thursday, 10 November 2022, 0 events");
  g_assert_cmpstr (stage->signals->str, ==, "");
}

static gboolean
is_typing (gpointer data)
{
  return GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (data)));
}

static gboolean
has_popover (gpointer data)
{
  return get_page (data, "RapTimelineDatePopover") != NULL;
}

static gboolean
has_no_popover (gpointer data)
{
  return !has_popover (data);
}

/* The popover takes the keyboard at once, so that no key tells when it is done. */
static void
press_d (Stage *stage)
{
  g_assert_true (g_spawn_command_line_async ("xdotool key d", NULL));
  g_assert_true (fixture_wait (has_popover, stage));
  g_assert_true (fixture_wait (is_typing, stage->desk.window));
}

/* The popover of D, on this very meeting. */
static void
assert_asks (Stage      *stage,
             const char *title)
{
  g_autofree char *heading = g_strdup_printf ("Date of “%s”", title);
  g_autofree char *text = NULL;

  press_d (stage);
  text = fixture_read (get_page (stage, "RapTimelineDatePopover"));
  g_assert_nonnull (strstr (text, heading));
}

static gboolean
is_on_axis (gpointer data)
{
  Stage *stage = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (stage->desk.window));

  return !is_loaded (stage) && focus != NULL
         && gtk_widget_is_ancestor (focus, get_page (stage, "RapTimelineAxisView"));
}

/* What gets a date in the tray leaves it, and the keyboard goes with it. */
static void
test_from_tray (Stage         *stage,
                gconstpointer  view)
{
  GtkWidget *label = fixture_find (GTK_WIDGET (stage->dock), "GtkLabel", "○ " UNDATED);
  GtkWidget *chip = gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON);

  gtk_widget_grab_focus (get_page (stage, "RapTimelineAxisView"));
  assert_asks (stage, VISIT);
  g_assert_true (g_spawn_command_line_async ("xdotool key Escape", NULL));
  g_assert_true (fixture_wait (has_no_popover, stage));
  g_signal_emit_by_name (chip, "clicked");
  gtk_widget_grab_focus (get_page (stage, "RapTimelineAxisView"));
  assert_asks (stage, UNDATED);
  g_assert_true (g_spawn_command_line_async ("xdotool key Escape", NULL));
  g_assert_true (fixture_wait (has_no_popover, stage));
  gtk_widget_grab_focus (chip);
  assert_asks (stage, UNDATED);
  desk_listen (&stage->desk, get_page (stage, "RapTimelineDatePopover"));
  desk_press (&stage->desk, "type 2019-06");
  g_assert_true (g_spawn_command_line_async ("xdotool key Return", NULL));
  g_assert_true (fixture_wait (is_on_axis, stage));
  assert_asks (stage, UNDATED);
  g_assert_true (g_spawn_command_line_async ("xdotool key Escape", NULL));
  g_assert_true (fixture_wait (has_no_popover, stage));
  g_assert_cmpuint (rap_session_undo (stage->session, 1, NULL, NULL), ==, 1);
  g_assert_true (fixture_wait (is_loaded, stage));
}

/* D opens a line for the date in every page. */
static void
test_typed (Stage         *stage,
            gconstpointer  view)
{
  g_autofree char *date = NULL;
  g_autofree char *label = NULL;
  g_autofree char *undone = NULL;
  GtkWidget *page;

  page = get_page (stage, g_str_equal (view, "week") ? "RapTimelineWeekPage"
                          : g_str_equal (view, "list") ? "RapTimelineListPage" : "RapTimelineMonthPage");
  gtk_widget_grab_focus (page);
  press_d (stage);
  desk_listen (&stage->desk, get_page (stage, "RapTimelineDatePopover"));
  desk_press (&stage->desk, "key ctrl+a");
  desk_press (&stage->desk, "type July");
  desk_press (&stage->desk, "key space");
  desk_press (&stage->desk, "type 2017");
  assert_reads (stage, "July 2017");
  desk_press (&stage->desk, "key ctrl+a");
  desk_press (&stage->desk, "type 2017-13");
  assert_reads (stage, "no month 13");
  desk_press (&stage->desk, "key ctrl+a");
  desk_press (&stage->desk, "type 2022-11-10~");
  g_assert_true (g_spawn_command_line_async ("xdotool key Return", NULL));
  g_assert_true (fixture_wait (has_no_popover, stage));
  date = read_date (stage, VISIT);
  label = read_last_step (stage);
  g_assert_cmpstr (date, ==, "2022-11-10~");
  g_assert_cmpstr (label, ==, "Date meeting");
  g_assert_cmpuint (rap_session_undo (stage->session, 1, NULL, NULL), ==, 1);
  undone = read_date (stage, VISIT);
  g_assert_cmpstr (undone, ==, "2022-11-07");
  fixture_drain ();
}

static void
move (Stage      *stage,
      const char *title,
      gint64      day,
      gint64      grabbed)
{
  g_autofree char *id = find_meeting (stage, title);
  g_autoptr (RapEdtf) date = rap_edtf_new_day (day);

  gtk_widget_activate_action (GTK_WIDGET (stage->dock), "timeline.move", "(ussx)", (guint) RAP_KIND_MEETING, id, date->text,
                              grabbed);
}

/* A drop, as the pages make it; one step each. */
static void
test_moved (Stage         *stage,
            gconstpointer  data)
{
  static const struct
  {
    const char *title;
    const char *before;
    gint64      by;        /* grabbed so many days before it is dropped */
    const char *after;
  } rows[] = {
    { VISIT, "2022-11-07", 9, "2022-11-16" },
    { UNDATED, "none", G_MININT64, "2022-11-16" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 day = rap_day_from_ymd (2022, 11, 16);
      g_autofree char *before = read_date (stage, rows[i].title);
      g_autofree char *after = NULL;
      g_autofree char *label = NULL;

      move (stage, rows[i].title, day, rows[i].by > G_MININT64 ? day - rows[i].by : RAP_DAY_MIN);
      after = read_date (stage, rows[i].title);
      label = read_last_step (stage);
      g_assert_cmpstr (before, ==, rows[i].before);
      g_assert_cmpstr (after, ==, rows[i].after);
      g_assert_cmpstr (label, ==, "Move meeting to 16 November 2022");
      g_assert_cmpuint (rap_session_undo (stage->session, 1, NULL, NULL), ==, 1);
    }
  g_assert_true (fixture_wait (is_loaded, stage));
}

/* What is imported is chosen before the timeline has it. */
static void
import_article (Stage      *stage,
                const char *published)
{
  g_autoptr (RapArticle) article = RAP_ARTICLE (rap_record_new (RAP_KIND_ARTICLE));
  g_autoptr (RapEdtf) date = rap_edtf_parse (published, NULL);
  g_autoptr (RapEdits) edits = rap_edits_new ("Import article");
  g_autoptr (GError) error = NULL;

  rap_set_string (&article->title, "An old letter");
  rap_set_edtf (&article->published, date);
  article->text = rap_text_new ("A letter.");
  rap_edits_insert (edits, RAP_RECORD (article));
  rap_session_commit (stage->session, edits, &error);
  g_assert_no_error (error);
  rap_timeline_dock_set_selection (stage->dock, RAP_KIND_ARTICLE, RAP_RECORD (article)->id);
}

typedef struct
{
  Stage      *stage;
  const char *date;
} Seen;

static gboolean
is_in_view (gpointer data)
{
  Seen *seen = data;
  g_autoptr (RapEdtf) date = rap_edtf_parse (seen->date, NULL);
  gint64 first, last;

  rap_timeline_axis_view_get_window (RAP_TIMELINE_AXIS_VIEW (get_page (seen->stage, "RapTimelineAxisView")), &first, &last);
  return first <= date->es && date->es < last;
}

/* What is chosen comes into view: after an import, and when another view is opened. */
static void
test_brought (Stage         *stage,
              gconstpointer  data)
{
  Seen seen = { stage, "1990-05-20" };
  Seen visit = { stage, "2022-11-07" };

  gtk_widget_activate_action (GTK_WIDGET (stage->dock), "timeline.fit-selection", NULL);
  g_assert_true (fixture_settle (stage->desk.window));
  import_article (stage, seen.date);
  g_assert_true (fixture_wait (is_in_view, &seen));
  show_view (stage, "month");
  assert_reads (stage, "May 1990");
  show_view (stage, "axis");
  select_meeting (stage, VISIT);
  g_assert_true (fixture_wait (is_in_view, &visit));
  show_view (stage, "month");
  assert_reads (stage, "November 2022");
  g_assert_cmpuint (rap_session_undo (stage->session, 1, NULL, NULL), ==, 1);
  g_assert_true (fixture_settle (stage->desk.window));
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    const char *view;
    void      (*test) (Stage *stage, gconstpointer data);
  } rows[] = {
    { "week", "week", test_week },
    { "week-band", "week", test_week_band },
    { "year", "year", test_year },
    { "list", "list", test_list },
    { "list-brush", "list", test_list_brush },
    { "brush-month", "month", test_brush },
    { "brush-week", "week", test_brush },
    { "brush-year", "year", test_brush },
    { "month", "month", test_month },
    { "typed-month", "month", test_typed },
    { "typed-week", "week", test_typed },
    { "typed-list", "list", test_typed },
    { "moved", "month", test_moved },
    { "from-tray", "axis", test_from_tray },
    { "brought", "axis", test_brought },
  };
  int code;

  g_test_init (&argc, &argv, NULL);
  application = fixture_start ();
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/app/timeline-views/", rows[i].name, NULL);

      if (desk_is_possible ())
        g_test_add (path, Stage, rows[i].view, set_up, rows[i].test, tear_down);
    }
  code = g_test_run ();
  g_object_unref (application);
  return code;
}
