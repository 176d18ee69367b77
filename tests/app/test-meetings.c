/* test-meetings.c
 *
 * Meetings by hand, in a window on the built-in sample: linked by type-ahead
 * and made from a passage with real keys; values adopted, and meetings merged
 * and split, in the inspector.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "article-desk.h"
#include "rap-inspector.h"

static RapApplication *application;

static void
set_up (Desk          *desk,
        gconstpointer  data)
{
  desk_open (desk, application, data);
}

static void
tear_down (Desk          *desk,
           gconstpointer  data)
{
  desk_close (desk);
}

static gboolean
is_typing (gpointer data)
{
  return GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (data)));
}

/* "the meeting's title: occurrence" of the evidence that is chosen. (transfer full) */
static char *
read_linked (Desk *desk)
{
  g_autoptr (RapRecord) evidence = rap_session_load (desk->session, RAP_KIND_EVIDENCE, rap_selection_get_id (desk->selection), NULL);
  g_autofree char *title = NULL;

  if (evidence == NULL)
    return g_strdup ("nothing");
  title = rap_session_get_name (desk->session, RAP_KIND_MEETING, RAP_EVIDENCE (evidence)->meeting);
  return g_strdup_printf ("%s: %s", title, rap_vocabulary_nick (&rap_aspect_vocabulary, RAP_EVIDENCE (evidence)->aspect));
}

/* By participant in another spelling, by place and words of a date, by date, and by nothing at all. */
static void
test_type_ahead (Desk          *desk,
                 gconstpointer  data)
{
  static const struct
  {
    const char *passage;
    const char *keys;
    const char *expected;
  } rows[] = {
    { "beside his talks", "type baqeri", "Bagheri and Saadoun talk in Tehran: occurrence" },
    { "talks in Tehran", "type tehran bagh", "Bagheri and Saadoun talk in Tehran: occurrence" },
    { "the Chinese agency", "type 2017-07", "Signing of the agreement on military cooperation: occurrence" },
    { "quoted by", "type 7 nov 2022", "Bagheri telephones al-Abbasi: occurrence" },
    { "minister of defence", "type hatami", "Hatami telephones al-Shammari: occurrence" },
  };
  guint n = rap_session_count (desk->session, RAP_KIND_MEETING);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) words = g_strsplit (rows[i].keys + strlen ("type "), " ", -1);
      g_autofree char *linked = NULL;

      desk_select (desk, rows[i].passage);
      desk_press (desk, "key m");
      g_assert_true (fixture_wait (is_typing, desk->window));
      for (guint k = 0; words[k] != NULL; k++)
        {
          g_autofree char *typed = g_strconcat ("type ", words[k], NULL);

          desk_press (desk, typed);
          if (words[k + 1] != NULL)
            desk_press (desk, "key space");
        }
      desk_press (desk, "key Return");
      linked = read_linked (desk);
      g_assert_cmpstr (linked, ==, rows[i].expected);
    }
  g_assert_cmpuint (rap_session_count (desk->session, RAP_KIND_MEETING), ==, n);
}

static gboolean
shows_form (gpointer data)
{
  return fixture_find (data, "RapArticleMeetingForm", NULL) != NULL;
}

/* Control+Enter makes a meeting of the passage: title, day and participants stand there to be judged. */
static void
test_new (Desk          *desk,
          gconstpointer  data)
{
  g_autoptr (RapRecord) evidence = NULL;
  g_autoptr (RapRecord) record = NULL;
  g_autofree char *shown = NULL;
  RapMeeting *meeting;

  desk_select (desk, "said on Sunday");
  desk_press (desk, "key m");
  g_assert_true (fixture_wait (is_typing, desk->window));
  desk_press (desk, "key ctrl+Return");
  g_assert_true (fixture_wait (shows_form, desk->window));
  shown = fixture_read (desk->window);
  g_assert_nonnull (strstr (shown, "proposed: “on Sunday”, from 16 Nov 2020"));
  desk_press (desk, "type Briefing");
  desk_press (desk, "key Return");

  evidence = rap_session_load (desk->session, RAP_KIND_EVIDENCE, rap_selection_get_id (desk->selection), NULL);
  g_assert_nonnull (evidence);
  record = rap_session_load (desk->session, RAP_KIND_MEETING, RAP_EVIDENCE (evidence)->meeting, NULL);
  meeting = RAP_MEETING (record);
  g_assert_cmpstr (meeting->title, ==, "Briefing");
  g_assert_cmpstr (meeting->when->text, ==, "2020-11-15");
  g_assert_cmpuint (meeting->participants->len, >=, 1);
  desk_assert_history (desk, 1, "Link meeting (2)");
}

static gboolean
shows_finder (gpointer data)
{
  return is_typing (data) && !shows_form (data);
}

static gboolean
shows_nothing (gpointer data)
{
  return !is_typing (data);
}

/* Escape keeps a draft for its own passage, to go on with the title; another one starts anew. */
static void
test_draft (Desk          *desk,
            gconstpointer  data)
{
  g_autofree char *shown = NULL;
  g_autofree char *kept = NULL;

  desk_select (desk, "said on Sunday");
  desk_press (desk, "key m");
  g_assert_true (fixture_wait (is_typing, desk->window));
  desk_press (desk, "key ctrl+Return");
  g_assert_true (fixture_wait (shows_form, desk->window));
  desk_press (desk, "type Draft");
  desk_press (desk, "key Tab ctrl+a");
  desk_press (desk, "type 2020-02-30");
  desk_press (desk, "key Return");
  shown = fixture_read (desk->window);
  g_assert_true (strstr (shown, "only 29 days") != NULL
                 && strstr (strstr (shown, "only 29 days") + 1, "only 29 days") == NULL);
  desk_press (desk, "key Escape");
  g_assert_true (fixture_wait (shows_nothing, desk->window));
  desk_select (desk, "said on Sunday");
  desk_press (desk, "key m");
  g_assert_true (fixture_wait (shows_form, desk->window));
  desk_press (desk, "type ed");
  kept = g_strdup (gtk_editable_get_text (GTK_EDITABLE (gtk_window_get_focus (GTK_WINDOW (desk->window)))));
  g_assert_cmpstr (kept, ==, "Drafted");
  desk_press (desk, "key Escape");
  desk_select (desk, "said on");
  desk_press (desk, "key m");
  g_assert_true (fixture_wait (shows_finder, desk->window));
  desk_press (desk, "key Escape");
  desk_assert_history (desk, 1, "Fill with the sample (302)");
}

/* The inspector in a window of its own, on one meeting of the sample. */
typedef struct
{
  char         *folder;
  RapSession   *session;
  RapSelection *selection;
  GtkWidget    *window;
  GtkWidget    *inspector;
  char         *meeting;
} Bench;

static char *
find_meeting (RapSession *session,
              const char *title)
{
  g_autoptr (GListModel) list = rap_session_list (session, RAP_KIND_MEETING);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (RapHeader) header = g_list_model_get_item (list, i);

      if (g_str_has_prefix (header->title, title))
        return g_strdup (header->id);
    }
  g_assert_not_reached ();
}

static void
bench_open (Bench         *bench,
            gconstpointer  data)
{
  bench->folder = fixture_make_folder ();
  bench->session = fixture_create (bench->folder, "meetings.rapporteur", TRUE);
  bench->meeting = find_meeting (bench->session, data);
  bench->selection = rap_selection_new ();
  bench->inspector = g_object_new (RAP_TYPE_INSPECTOR, NULL);
  bench->window = gtk_application_window_new (GTK_APPLICATION (application));
  gtk_window_set_child (GTK_WINDOW (bench->window), bench->inspector);
  gtk_window_set_default_size (GTK_WINDOW (bench->window), 420, 1500);
  rap_inspector_set_session (RAP_INSPECTOR (bench->inspector), bench->session);
  rap_inspector_set_selection (RAP_INSPECTOR (bench->inspector), bench->selection);
  rap_selection_choose (bench->selection, bench->session, RAP_KIND_MEETING, bench->meeting);
  gtk_window_present (GTK_WINDOW (bench->window));
  g_assert_true (fixture_settle (bench->window));
}

static void
bench_close (Bench         *bench,
             gconstpointer  data)
{
  rap_inspector_set_session (RAP_INSPECTOR (bench->inspector), NULL);
  fixture_close (GTK_WINDOW (bench->window));
  g_object_unref (bench->selection);
  g_object_unref (bench->session);
  fixture_remove_folder (bench->folder);
  g_free (bench->folder);
  g_free (bench->meeting);
}

/* The first check button inside @root with that accessible title in its row. */
static GtkWidget *
find_check (GtkWidget  *root,
            const char *title)
{
  if (ADW_IS_ACTION_ROW (root) && g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title))
    return adw_action_row_get_activatable_widget (ADW_ACTION_ROW (root));
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_check (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
demand (GtkWidget  *root,
        const char *type,
        const char *name)
{
  GtkWidget *widget = fixture_find (root, type, name);

  if (widget == NULL)
    g_error ("no %s %s", type, name != NULL ? name : "");
  return widget;
}

static char *
read_when (Bench *bench)
{
  g_autoptr (RapRecord) record = rap_session_load (bench->session, RAP_KIND_MEETING, bench->meeting, NULL);

  return g_strdup (RAP_MEETING (record)->when->text);
}

static char *
read_last (Bench *bench)
{
  g_autoptr (GPtrArray) history = rap_session_get_history (bench->session, 1, NULL);
  const RapHistoryEntry *entry = history->pdata[0];

  return g_strdup_printf ("%s%s", entry->label, entry->undone ? " (undone)" : "");
}

#define assert_text(text, expected) \
  G_STMT_START { \
    g_autofree char *text_ = (text); \
    g_assert_cmpstr (text_, ==, (expected)); \
  } G_STMT_END

/* Two dates stand below the field; marking the other one is one undo step. */
static void
test_adopt (Bench         *bench,
            gconstpointer  data)
{
  GtkWidget *values = demand (bench->inspector, "RapClaimedValues", "date");
  GtkWidget *check;

  demand (values, "GtkLabel", "contested");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (demand (values, "GtkToggleButton", NULL)), TRUE);
  check = find_check (values, "some day in July 2017");
  g_assert_true (check != NULL && gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  check = find_check (values, "in 2015");
  g_assert_nonnull (check);
  gtk_widget_activate (check);
  assert_text (read_when (bench), "2015");
  assert_text (read_last (bench), "Adopt date");
  rap_session_undo (bench->session, 1, NULL, NULL);
  assert_text (read_when (bench), "2017-07");
}

static void
test_merge (Bench         *bench,
            gconstpointer  data)
{
  guint n = rap_session_count (bench->session, RAP_KIND_MEETING);
  GtkWidget *form = demand (bench->inspector, "RapInspectorMeeting", NULL);
  GtkWidget *entry, *check;

  g_assert_true (gtk_widget_activate_action (form, "meeting.merge", NULL));
  g_assert_true (fixture_settle (bench->window));
  entry = demand (demand (form, "RapMeetingPicker", NULL), "GtkEntry", NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "memorandum");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (fixture_settle (bench->window));
  check = find_check (form, "Signing of the memorandum");
  g_assert_nonnull (check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_signal_emit_by_name (demand (form, "GtkButton", "merge_button"), "clicked");
  assert_text (read_last (bench), "Merge meetings");
  g_assert_cmpuint (rap_session_count (bench->session, RAP_KIND_MEETING), ==, n - 1);
  assert_text (rap_session_get_name (bench->session, RAP_KIND_MEETING, bench->meeting), "Signing of the memorandum on defence");
  assert_text (read_when (bench), "2017-07");
  rap_session_undo (bench->session, 1, NULL, NULL);
  g_assert_cmpuint (rap_session_count (bench->session, RAP_KIND_MEETING), ==, n);
  assert_text (rap_session_get_name (bench->session, RAP_KIND_MEETING, bench->meeting), "Signing of the agreement on military cooperation");
}

static void
test_split (Bench         *bench,
            gconstpointer  data)
{
  guint n = rap_session_count (bench->session, RAP_KIND_MEETING);
  GtkWidget *form = demand (bench->inspector, "RapInspectorMeeting", NULL);
  GtkWidget *page, *button, *check = NULL;

  g_assert_true (gtk_widget_activate_action (form, "meeting.split", NULL));
  g_assert_true (fixture_settle (bench->window));
  page = demand (form, "RapMeetingSplitPage", NULL);
  button = demand (page, "GtkButton", "split_button");
  g_assert_false (gtk_widget_get_sensitive (button));
  gtk_editable_set_text (GTK_EDITABLE (demand (page, "GtkEntry", NULL)), "An older paper");
  g_assert_false (gtk_widget_get_sensitive (button));
  check = find_check (page, "");
  g_assert_nonnull (check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  assert_text (read_last (bench), "Split meeting");
  g_assert_cmpuint (rap_session_count (bench->session, RAP_KIND_MEETING), ==, n + 1);
  rap_session_undo (bench->session, 1, NULL, NULL);
  g_assert_cmpuint (rap_session_count (bench->session, RAP_KIND_MEETING), ==, n);
}

/* "Mohammad Bagheri host “Chief”, …" (transfer full) */
static char *
read_participants (Bench *bench)
{
  g_autoptr (RapRecord) record = rap_session_load (bench->session, RAP_KIND_MEETING, bench->meeting, NULL);
  GPtrArray *participants = RAP_MEETING (record)->participants;
  GString *out = g_string_new (NULL);

  for (guint i = 0; participants != NULL && i < participants->len; i++)
    {
      const RapParticipant *one = participants->pdata[i];
      g_autofree char *name = rap_session_get_name (bench->session, RAP_KIND_ENTITY, one->entity);

      g_string_append_printf (out, "%s%s %s “%s”", i > 0 ? ", " : "", name, rap_vocabulary_nick (&rap_role_vocabulary, one->role),
                              one->capacity);
    }
  return g_string_free (out, FALSE);
}

static gboolean
press_in (GtkWidget       *row,
          guint            keyval,
          GdkModifierType  state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (row);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean taken = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller) ||
          gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_CAPTURE)
        continue;
      g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &taken);
      return taken;
    }
  return FALSE;
}

/* Role, capacity, order and removal, each one undo step; the capacities of others meetings complete what is typed. */
static void
test_participants (Bench         *bench,
                   gconstpointer  data)
{
  GtkWidget *list = demand (bench->inspector, "RapParticipantList", NULL);
  GtkWidget *row = demand (list, "RapParticipantRow", NULL);
  GtkWidget *capacity = demand (row, "GtkEntry", NULL);

  g_assert_nonnull (gtk_entry_get_completion (GTK_ENTRY (capacity)));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (demand (row, "GtkDropDown", NULL)), RAP_ROLE_HOST);
  gtk_editable_set_text (GTK_EDITABLE (capacity), "Chief");
  g_signal_emit_by_name (capacity, "activate");
  assert_text (read_participants (bench), "Mohammad Bagheri host “Chief”, "
               "Thabet Muhammad Saeed al-Abbasi participant “Minister of Defence of Iraq”");
  assert_text (read_last (bench), "Change participant");

  g_assert_true (press_in (row, GDK_KEY_Down, GDK_ALT_MASK));
  assert_text (read_participants (bench), "Thabet Muhammad Saeed al-Abbasi participant “Minister of Defence of Iraq”, "
               "Mohammad Bagheri host “Chief”");
  assert_text (read_last (bench), "Move participant");

  g_assert_true (press_in (row, GDK_KEY_Delete, GDK_CONTROL_MASK));
  assert_text (read_participants (bench), "Thabet Muhammad Saeed al-Abbasi participant “Minister of Defence of Iraq”");
  assert_text (read_last (bench), "Remove participant");
  rap_session_undo (bench->session, 4, NULL, NULL);
  assert_text (read_participants (bench), "Mohammad Bagheri participant “Chief of the General Staff of Iran”, "
               "Thabet Muhammad Saeed al-Abbasi participant “Minister of Defence of Iraq”");
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  application = fixture_start ();
  if (desk_is_possible ())
    {
      g_test_add ("/app/meetings/type-ahead", Desk, "He spoke beside", set_up, test_type_ahead, tear_down);
      g_test_add ("/app/meetings/new", Desk, "He spoke beside", set_up, test_new, tear_down);
      g_test_add ("/app/meetings/draft", Desk, "He spoke beside", set_up, test_draft, tear_down);
    }
  g_test_add ("/app/meetings/adopt", Bench, "Signing of the agreement", bench_open, test_adopt, bench_close);
  g_test_add ("/app/meetings/participants", Bench, "Bagheri telephones", bench_open, test_participants, bench_close);
  g_test_add ("/app/meetings/merge", Bench, "Signing of the agreement", bench_open, test_merge, bench_close);
  g_test_add ("/app/meetings/split", Bench, "Signing of the agreement", bench_open, test_split, bench_close);
  result = g_test_run ();
  g_object_unref (application);
  return result;
}
