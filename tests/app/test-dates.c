/* test-dates.c
 *
 * Dates in the window, with real keys: D on expressions of the text, counting
 * from another date, the date field of a meeting, the calendar, and a project
 * that is open for reading only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "article-desk.h"
#include "rap-article-dates.h"
#include "rap-article-marks.h"
#include "rap-date-entry.h"
#include "rap-inspector.h"

#define TEXT \
  "Two ministers met on Monday, the mayor said. She had invited them on 3 October 2022.\n" \
  "\n" \
  "They will meet again next month. Nobody knows more.\n"

static RapApplication *application;

/* A text of 8 November 2022 and a meeting without a date, which is chosen. */
static void
set_up (Desk          *desk,
        gconstpointer  data)
{
  g_autoptr (RapMeeting) meeting = RAP_MEETING (rap_record_new (RAP_KIND_MEETING));
  g_autoptr (RapEdits) edits = rap_edits_new ("Set up");
  g_autoptr (RapRecord) dated = NULL;
  g_autoptr (RapEdtf) published = rap_edtf_parse ("2022-11-08", NULL);

  desk_open_text (desk, application, TEXT, "en", NULL);
  dated = rap_record_copy (RAP_RECORD (desk->article));
  rap_set_edtf (&RAP_ARTICLE (dated)->published, published);
  rap_set_string (&meeting->title, "Talks");
  rap_edits_insert (edits, RAP_RECORD (meeting));
  rap_edits_replace (edits, RAP_RECORD (desk->article), dated);
  g_assert_true (rap_session_commit (desk->session, edits, NULL));
  rap_selection_set (desk->selection, RAP_KIND_MEETING, RAP_RECORD (meeting)->id, RAP_RECORD (desk->article)->id);
}

static void
tear_down (Desk          *desk,
           gconstpointer  data)
{
  desk_close (desk);
}

static gboolean
is_open (gpointer data)
{
  return fixture_find (data, "RapDatePopover", NULL) != NULL;
}

static GtkWidget *
open_date (Desk       *desk,
           const char *passage)
{
  GtkWidget *popover;

  desk_put_caret (desk, passage);
  desk_press (desk, "key d");
  g_assert_true (fixture_wait (is_open, desk->window));
  popover = fixture_find (desk->window, "RapDatePopover", NULL);
  desk_listen (desk, popover);
  return popover;
}

static const char *
read_label (GtkWidget  *popover,
            const char *id)
{
  return gtk_label_get_label (GTK_LABEL (gtk_widget_get_template_child (popover, G_OBJECT_TYPE (popover), id)));
}

/* "2022-11-07 | -": of the meeting and the article. (transfer full) */
static char *
read_dates (Desk *desk)
{
  RapKind kind;
  g_autofree char *id = rap_selection_get_subject (desk->selection, desk->session, &kind);
  g_autoptr (RapRecord) meeting = rap_session_load (desk->session, RAP_KIND_MEETING, id, NULL);
  g_autoptr (RapRecord) article = rap_session_load (desk->session, RAP_KIND_ARTICLE, RAP_RECORD (desk->article)->id, NULL);
  const RapEdtf *when = RAP_MEETING (meeting)->when;
  const RapEdtf *published = RAP_ARTICLE (article)->published;

  return g_strdup_printf ("%s | %s", when != NULL ? when->text : "-", published != NULL ? published->text : "-");
}

#define assert_dates(desk, expected) \
  G_STMT_START { \
    g_autofree char *dates_ = read_dates (desk); \
    g_assert_cmpstr (dates_, ==, expected); \
  } G_STMT_END

/* What D takes from where the caret is: the expression itself, the nearest of the
 * sentence, the next one. */
static void
test_choice (Desk          *desk,
             gconstpointer  data)
{
  static const struct
  {
    const char *caret;
    const char *expected;
  } rows[] = {
    { "Monday", "“Monday” 2022-11-07 Monday, 7 November 2022" },
    { "mayor", "“Monday” 2022-11-07 Monday, 7 November 2022" },
    { "invited", "“3 October 2022” 2022-10-03 Monday, 3 October 2022" },
    { "again", "“next month” 2022-12 some day in December 2022" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *popover = open_date (desk, rows[i].caret);
      g_autofree char *shown = g_strjoin (" ", read_label (popover, "phrase"), read_label (popover, "value"),
                                          read_label (popover, "words"), NULL);

      g_assert_cmpstr (shown, ==, rows[i].expected);
      desk_press (desk, "key Escape");
    }
  desk_put_caret (desk, "knows");
  desk_press (desk, "key d");
  g_assert_cmpstr (desk->message, ==, "No date is found here or below. Select words that say when, and press D.");
  desk_assert_history (desk, 1, "Set up (2)");
}

static void
test_put (Desk          *desk,
          gconstpointer  data)
{
  open_date (desk, "Monday");
  desk_press (desk, "key 1");
  assert_dates (desk, "2022-11-07 | 2022-11-08");
  g_assert_cmpstr (desk->message, ==, "The meeting “Talks” has the date 2022-11-07 now.");
  g_assert_true (fixture_wait (desk_is_focused, desk));
  open_date (desk, "invited");
  desk_press (desk, "key 2");
  assert_dates (desk, "2022-11-07 | 2022-10-03");
  desk_assert_history (desk, 2, "Date article (1), Date meeting (1)");
  g_assert_cmpuint (rap_session_undo (desk->session, 2, NULL, NULL), ==, 2);
  assert_dates (desk, "- | 2022-11-08");
}

/* What is counted from the date of publication is not offered in its place. */
static void
test_counted (Desk          *desk,
              gconstpointer  data)
{
  static const struct { const char *caret; const char *anchor; gboolean offered; } rows[] = {
    { "Monday", NULL, FALSE },
    { "Monday", "2017-07-06", TRUE },
    { "invited", NULL, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *popover = open_date (desk, rows[i].caret);
      GObject *button = gtk_widget_get_template_child (popover, G_OBJECT_TYPE (popover), "to_article");
      GObject *anchor = gtk_widget_get_template_child (popover, G_OBJECT_TYPE (popover), "anchor");

      if (rows[i].anchor != NULL)
        gtk_editable_set_text (GTK_EDITABLE (anchor), rows[i].anchor);
      g_assert_cmpint (gtk_widget_get_sensitive (GTK_WIDGET (button)), ==, rows[i].offered);
      desk_press (desk, "key Escape");
    }
}

/* What is typed to count from, and the buttons beside it. */
static void
test_anchor (Desk          *desk,
             gconstpointer  data)
{
  GtkWidget *popover = open_date (desk, "Monday");
  GtkWidget *anchor = GTK_WIDGET (gtk_widget_get_template_child (popover, G_OBJECT_TYPE (popover), "anchor"));

  gtk_widget_grab_focus (anchor);
  desk_press (desk, "key ctrl+a");
  desk_press (desk, "type 2017-07-0");
  g_assert_cmpstr (read_label (popover, "value"), ==, "");
  desk_press (desk, "type 6");
  g_assert_cmpstr (read_label (popover, "value"), ==, "2017-07-03");
  g_signal_emit_by_name (gtk_widget_get_template_child (popover, G_OBJECT_TYPE (popover), "from_dateline"), "clicked");
  g_assert_cmpstr (read_label (popover, "value"), ==, "2022-10-03");
  desk_press (desk, "key Return");
  assert_dates (desk, "2022-10-03 | 2022-11-08");
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  *(GArray **) user_data = rap_article_dates_find_finish (result, NULL);
}

static gboolean
is_found (gpointer data)
{
  return *(GArray **) data != NULL;
}

/* "Monday;": the dates of the marks in the window. (transfer full) */
static char *
read_marked (Desk                  *desk,
             const RapArticleMarks *marks,
             RapRange               window)
{
  GString *out = g_string_new (NULL);
  guint n;
  const RapRange *dates = rap_article_marks_get_dates (marks, window, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *words = rap_text_slice (desk->article->text, dates[i]);

      g_string_append_printf (out, "%s;", words);
    }
  return g_string_free (out, FALSE);
}

/* What is found is what the marks give to be drawn, line by line, unless the layer is hidden. */
static void
test_underlined (Desk          *desk,
                 gconstpointer  data)
{
  g_autoptr (RapArticleMarks) marks = rap_article_marks_new (desk->session, desk->article, NULL);
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (RapRange));
  g_autoptr (GArray) hits = NULL;
  RapRange all = { 0, rap_text_get_length (desk->article->text) };
  g_autofree char *found = NULL;
  g_autofree char *second = NULL;
  g_autofree char *hidden = NULL;

  rap_article_dates_find_async (desk->article, NULL, found_cb, &hits);
  g_assert_true (fixture_wait (is_found, &hits));
  for (guint i = 0; i < hits->len; i++)
    g_array_append_val (ranges, g_array_index (hits, RapDatesHit, i).range);
  rap_article_marks_set_dates (marks, ranges);
  found = read_marked (desk, marks, all);
  g_assert_cmpstr (found, ==, "Monday;3 October 2022;next month;");
  second = read_marked (desk, marks, desk_find (desk, "day, the mayor said. She had invited them on 3"));
  g_assert_cmpstr (second, ==, "Monday;3 October 2022;");
  rap_article_marks_set_layers (marks, (RapLayers) (RAP_LAYER_ALL & ~RAP_LAYER_DATES));
  hidden = read_marked (desk, marks, all);
  g_assert_cmpstr (hidden, ==, "");
}

/* The entry by itself: "text → what it says". */
static void
test_entry (void)
{
  static const struct
  {
    const char *typed;
    const char *anchor;
    const char *expected;
  } rows[] = {
    { "2017-07?", NULL, "2017-07? some day in July 2017, uncertain" },
    { "2022-02-30", NULL, "! " },
    { "2022-13", NULL, "! " },
    { "2022-11-08/2022-11-07", NULL, "! " },
    { "on Monday", NULL, "hangs ! This is counted from another date. Say from which." },
    { "on Monday", "2022-11-08", "hangs 2022-11-07 2022-11-07: 7 November 2022, counted from 8 Nov 2022" },
    { "July 2017", "2022-11-08", "2017-07 2017-07: some day in July 2017" },
    { "some time", NULL, "! " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RapEdtf) anchor = rows[i].anchor != NULL ? rap_edtf_parse (rows[i].anchor, NULL) : NULL;
      g_autoptr (RapDateReading) reading = rap_date_reading_new (rows[i].typed, anchor);
      g_autofree char *found = g_strdup_printf ("%s%s%s %s", reading->hangs ? "hangs " : "", reading->wrong ? "!" : "",
                                                reading->when != NULL ? reading->when->text : "", reading->sentence);

      g_test_message ("%s", found);
      if (g_str_equal (rows[i].expected, "! "))
        g_assert_true (g_str_has_prefix (found, "! ") && strlen (found) > 12);
      else
        g_assert_cmpstr (found, ==, rows[i].expected);
    }
}

/* The meeting's form in a window of its own. */
typedef struct
{
  Desk       desk;
  GtkWidget *window;
  GtkWidget *row;
} Form;

static gboolean
has_row (gpointer data)
{
  return fixture_find (data, "RapDateRow", NULL) != NULL;
}

static void
open_form (Form *form)
{
  GtkWidget *inspector = g_object_new (RAP_TYPE_INSPECTOR, NULL);

  set_up (&form->desk, NULL);
  rap_inspector_set_session (RAP_INSPECTOR (inspector), form->desk.session);
  rap_inspector_set_selection (RAP_INSPECTOR (inspector), form->desk.selection);
  form->window = gtk_application_window_new (GTK_APPLICATION (application));
  gtk_window_set_default_size (GTK_WINDOW (form->window), 480, 760);
  gtk_window_set_child (GTK_WINDOW (form->window), inspector);
  gtk_window_present (GTK_WINDOW (form->window));
  g_assert_true (fixture_wait (has_row, form->window));
  g_assert_true (fixture_settle (form->window));
  desk_listen (&form->desk, form->window);
  form->row = fixture_find (form->window, "RapDateRow", NULL);
  gtk_widget_grab_focus (fixture_find (form->row, "RapDateEntry", NULL));
}

static void
close_form (Form *form)
{
  fixture_close (GTK_WINDOW (form->window));
  tear_down (&form->desk, NULL);
}

/* An impossible date is refused with the reason, and stays; words are counted from a date that is
 * typed below, and become EDTF on Enter: one undo step. */
static void
test_field (void)
{
  Form form = { 0 };
  GtkWidget *anchor;
  g_autofree char *wrong = NULL;
  g_autofree char *hanging = NULL;
  g_autofree char *read = NULL;

  open_form (&form);
  desk_press (&form.desk, "type 2022-02-30");
  wrong = fixture_read (form.row);
  g_assert_nonnull (strstr (wrong, "That month has only 28 days"));
  desk_press (&form.desk, "key Return");
  assert_dates (&form.desk, "- | 2022-11-08");
  gtk_widget_grab_focus (fixture_find (form.row, "RapDateEntry", NULL));
  desk_press (&form.desk, "key ctrl+a");
  desk_press (&form.desk, "type Monday");
  hanging = fixture_read (form.row);
  g_assert_nonnull (strstr (hanging, "Say from which."));
  desk_press (&form.desk, "key Tab");
  desk_press (&form.desk, "key Tab");
  anchor = gtk_window_get_focus (GTK_WINDOW (form.window));
  g_assert_true (GTK_IS_TEXT (anchor));
  desk_press (&form.desk, "type 2022-11-08");
  read = fixture_read (form.row);
  g_assert_nonnull (strstr (read, "2022-11-07: 7 November 2022, counted from 8 Nov 2022"));
  desk_press (&form.desk, "key Return");
  assert_dates (&form.desk, "2022-11-07 | 2022-11-08");
  desk_assert_history (&form.desk, 1, "Change date (1)");
  close_form (&form);
}

static gboolean
shows_calendar (gpointer data)
{
  GtkWidget *calendar = fixture_find (data, "RapDateCalendar", NULL);
  GtkWidget *focus = calendar != NULL ? gtk_root_get_focus (gtk_widget_get_root (calendar)) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, calendar);
}

/* From 7 Nov 2022 a week, a day and a month on; Enter takes it. */
static void
test_calendar (void)
{
  Form form = { 0 };
  GtkWidget *calendar;
  g_autofree char *shown = NULL;

  open_form (&form);
  desk_press (&form.desk, "type 2022-11-07");
  gtk_menu_button_popup (GTK_MENU_BUTTON (fixture_find (form.row, "GtkMenuButton", NULL)));
  g_assert_true (fixture_wait (shows_calendar, form.window));
  calendar = fixture_find (form.window, "RapDateCalendar", NULL);
  desk_listen (&form.desk, calendar);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (fixture_find (calendar, "GtkDropDown", NULL)), 1);
  g_assert_true (fixture_wait (shows_calendar, form.window));
  desk_press (&form.desk, "key Down Right Page_Down");
  shown = fixture_read (calendar);
  g_assert_nonnull (strstr (shown, "Thursday, 15 December 2022\n24 Azar 1401"));
  desk_press (&form.desk, "key Return");
  fixture_drain ();
  gtk_widget_grab_focus (fixture_find (form.row, "RapDateEntry", NULL));
  desk_press (&form.desk, "key Return");
  assert_dates (&form.desk, "2022-12-15 | 2022-11-08");
  close_form (&form);
}

static void
add (const char *path,
     void      (*test) (Desk *, gconstpointer))
{
  g_test_add (path, Desk, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  application = fixture_start ();
  g_test_add_func ("/app/dates/reading", test_entry);
  if (desk_is_possible ())
    {
      add ("/app/dates/choice", test_choice);
      add ("/app/dates/put", test_put);
      add ("/app/dates/anchor", test_anchor);
      add ("/app/dates/counted", test_counted);
      add ("/app/dates/underlined", test_underlined);
      g_test_add_func ("/app/dates/field", test_field);
      g_test_add_func ("/app/dates/calendar", test_calendar);
    }
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
