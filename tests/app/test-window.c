/* test-window.c
 *
 * The real window on the built-in sample: gestures through its own actions, and
 * what the store holds afterwards; windows and projects; what is said about
 * files that cannot be opened.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "rap-date-entry.h"
#include "rap-reading-marks.h"
#include "rap-article-view.h"
#include "rap-selection.h"
#include "rap-transfer.h"
#include "window-fixture.h"

#define NOBODY          65534
#define SQLITE_VERSION  60   /* offset of user_version in the file's head, big-endian */
#define SQLITE_APP      68   /* offset of application_id */

static RapApplication *application;

typedef struct
{
  char       *folder;
  RapSession *session;  /* the sample */
  RapWindow  *window;   /* on it, at rest */
} Desk;

static RapWindow *
open_window (RapSession *session)
{
  RapWindow *window = rap_window_new (GTK_APPLICATION (application));

  rap_window_set_session (window, session);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (fixture_settle (GTK_WIDGET (window)));
  return window;
}

static void
set_up (Desk          *desk,
        gconstpointer  data)
{
  desk->folder = fixture_make_folder ();
  desk->session = fixture_create (desk->folder, "sample", TRUE);
  desk->window = open_window (desk->session);
}

/* The articles of the sample in the order of the library: the second one was read last. */
static void
set_up_read (Desk          *desk,
             gconstpointer  data)
{
  g_autoptr (GListModel) articles = NULL;
  g_autoptr (RapHeader) second = NULL;

  desk->folder = fixture_make_folder ();
  desk->session = fixture_create (desk->folder, "sample", TRUE);
  articles = rap_session_list (desk->session, RAP_KIND_ARTICLE);
  second = g_list_model_get_item (articles, 1);
  g_assert_true (rap_session_set_reading (desk->session, second->id, RAP_READING_READ, 0, NULL));
  desk->window = open_window (desk->session);
}

static void
test_opens_last_read (Desk          *desk,
                      gconstpointer  data)
{
  g_autofree char *last = rap_session_get_last_read (desk->session);

  g_assert_cmpstr (rap_selection_get_article (rap_window_get_selection (desk->window)), ==, last);
}

/* No pane may keep what it showed. */
static void
tear_down (Desk          *desk,
           gconstpointer  data)
{
  if (desk->window != NULL)
    fixture_close (GTK_WINDOW (desk->window));
  fixture_drain ();
  g_assert_finalize_object (desk->session);
  fixture_remove_folder (desk->folder);
  g_free (desk->folder);
}

/* Reading the store */

/* Every object of the project. (transfer full) */
static char *
export (Desk       *desk,
        RapSession *session)
{
  g_autofree char *path = g_build_filename (desk->folder, "export.json", NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  rap_session_export (session, "json", path, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* "8 articles 71 claims 12 meetings 42 evidence 79 mentions 28 relations" (transfer full) */
static char *
count (RapSession *session)
{
  return g_strdup_printf ("%u articles %u claims %u meetings %u evidence %u mentions %u relations",
                          rap_session_count (session, RAP_KIND_ARTICLE), rap_session_count (session, RAP_KIND_CLAIM),
                          rap_session_count (session, RAP_KIND_MEETING), rap_session_count (session, RAP_KIND_EVIDENCE),
                          rap_session_count (session, RAP_KIND_MENTION), rap_session_count (session, RAP_KIND_RELATION));
}

/* "+1 claims" and the like: what changed in the counts. (transfer full) */
static char *
compare (const char *before,
         const char *after)
{
  g_auto (GStrv) olds = g_strsplit (before, " ", -1);
  g_auto (GStrv) news = g_strsplit (after, " ", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; olds[i] != NULL && news[i] != NULL; i += 2)
    {
      int change = atoi (news[i]) - atoi (olds[i]);

      if (change != 0)
        g_string_append_printf (text, "%s%+d %s", text->len > 0 ? " " : "", change, news[i + 1]);
    }
  return g_string_free (text, FALSE);
}

/* The record whose title begins with @title. (transfer full) */
static RapRecord *
find_record (RapSession *session,
             RapKind     kind,
             const char *title)
{
  g_autoptr (GListModel) list = rap_session_list (session, kind);
  g_autoptr (GError) error = NULL;
  RapRecord *record = NULL;

  for (guint i = 0; record == NULL && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (RapHeader) header = g_list_model_get_item (list, i);

      if (g_str_has_prefix (header->title, title))
        record = rap_session_load (session, kind, header->id, &error);
    }
  g_assert_no_error (error);
  g_assert_nonnull (record);
  return record;
}

/* Working in the window */

static GtkWidget *
demand (gpointer    root,
        const char *type,
        const char *name)
{
  GtkWidget *found = fixture_find (GTK_WIDGET (root), type, name);

  if (found == NULL)
    g_error ("There is no %s %s", type, name != NULL ? name : "");
  return found;
}

static void
act (Desk       *desk,
     const char *action)
{
  GtkWidget *start = g_str_has_prefix (action, "article.") ? demand (desk->window, "RapArticleView", NULL)
                                                           : GTK_WIDGET (desk->window);

  g_assert_true (gtk_widget_activate_action (start, action, NULL));
  fixture_drain ();
}

/* Shows the article and selects where @quote first stands in it. */
static void
select_passage (Desk       *desk,
                const char *title,
                const char *quote)
{
  g_autoptr (RapRecord) record = find_record (desk->session, RAP_KIND_ARTICLE, title);
  RapArticle *article = RAP_ARTICLE (record);
  const char *text = rap_text_get_utf8 (article->text);
  const char *found = strstr (text, quote);
  RapRange passage;

  g_assert_nonnull (found);
  passage.start = (guint) g_utf8_strlen (text, found - text);
  passage.end = passage.start + (guint) g_utf8_strlen (quote, -1);
  rap_selection_choose (rap_window_get_selection (desk->window), desk->session, RAP_KIND_ARTICLE, record->id);
  fixture_drain ();
  rap_article_view_select (RAP_ARTICLE_VIEW (demand (desk->window, "RapArticleView", NULL)), passage);
  fixture_drain ();
}

static void
test_shows (Desk          *desk,
            gconstpointer  data)
{
  static const struct { const char *page; RapKind kind; } pages[] = {
    { "articles", RAP_KIND_ARTICLE }, { "meetings", RAP_KIND_MEETING }, { "claims", RAP_KIND_CLAIM },
    { "entities", RAP_KIND_ENTITY }, { "codes", RAP_KIND_CODE },
  };
  GtkWidget *stack = fixture_find (demand (desk->window, "RapLibrary", NULL), "GtkStack", "stack");

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *view;

      gtk_stack_set_visible_child_name (GTK_STACK (stack), pages[i].page);
      g_assert_true (fixture_settle (GTK_WIDGET (desk->window)));
      view = demand (gtk_stack_get_visible_child (GTK_STACK (stack)), "GtkListView", NULL);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (view)))), ==,
                        rap_session_count (desk->session, pages[i].kind));
    }
}

static gboolean
has_message (gpointer data)
{
  return fixture_find_window ("AdwMessageDialog") != NULL;
}

static gboolean
has_question (gpointer data)
{
  Desk *desk = data;

  return fixture_find (GTK_WIDGET (desk->window), "RapDeletePopover", NULL) != NULL;
}

/* Gestures. Each is taken back and done again, and leaves the very same bytes. */

static void
tag_claim (Desk *desk)
{
  select_passage (desk, "Iran and Iraq close", "reached the last stage");
  act (desk, "article.claim");
}

static void
tag_known_name (Desk *desk)
{
  select_passage (desk, "Iran and Iraq close", "Saadoun");
  act (desk, "article.mention");
}

static void
link_new_meeting (Desk *desk)
{
  GtkWidget *chooser, *form;

  select_passage (desk, "Hatami wants", "Hatami");
  act (desk, "article.meeting");
  chooser = demand (desk->window, "RapMeetingChooser", NULL);
  gtk_editable_set_text (GTK_EDITABLE (demand (chooser, "GtkEntry", NULL)), "A meeting that nobody knew");
  g_signal_emit_by_name (demand (chooser, "GtkEntry", NULL), "activate");
  fixture_settle (GTK_WIDGET (desk->window));
  form = demand (chooser, "RapArticleMeetingForm", NULL);
  rap_date_entry_set_text (RAP_DATE_ENTRY (demand (form, "RapDateEntry", "date")), "2019-03~");
  g_signal_emit_by_name (demand (form, "RapDateEntry", "date"), "activate");
  fixture_drain ();
}

static void
delete_article (Desk *desk)
{
  GtkWidget *page;

  select_passage (desk, "Iran ready", "Iran");
  page = demand (desk->window, "RapLibraryPage", NULL);
  g_assert_true (gtk_widget_activate_action (page, "library.delete", NULL));
  g_assert_true (fixture_wait (has_question, desk));
  g_signal_emit_by_name (demand (demand (desk->window, "RapDeletePopover", NULL), "GtkButton", "delete_button"), "clicked");
  fixture_settle (GTK_WIDGET (desk->window));
}

typedef struct
{
  const char *name;
  void      (*act) (Desk *desk);
  const char *change;
} Gesture;

static const Gesture gestures[] = {
  { "tag-claim", tag_claim, "+1 claims" },
  { "tag-known-name", tag_known_name, "+1 mentions" },
  { "link-new-meeting", link_new_meeting, "+1 meetings +1 evidence" },
  { "delete-article", delete_article, "-1 articles -8 claims -2 evidence -9 mentions -8 relations" },
};

static void
test_gesture (Desk          *desk,
              gconstpointer  data)
{
  const Gesture *gesture = data;
  g_autofree char *counts = count (desk->session);
  g_autofree char *before = export (desk, desk->session);
  g_autofree char *done = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autofree char *after = NULL;
  g_autofree char *change = NULL;

  gesture->act (desk);
  after = count (desk->session);
  change = compare (counts, after);
  g_assert_cmpstr (change, ==, gesture->change);
  done = export (desk, desk->session);

  act (desk, "win.undo");
  undone = export (desk, desk->session);
  g_assert_cmpstr (undone, ==, before);
  act (desk, "win.redo");
  redone = export (desk, desk->session);
  g_assert_cmpstr (redone, ==, done);
}

/* What one window exports, another imports, and exports the same. */
static void
test_export (Desk          *desk,
             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (desk->folder, "export.json", NULL);
  g_autofree char *before = export (desk, desk->session);
  g_autoptr (RapSession) copy = fixture_create (desk->folder, "copy", FALSE);
  g_autofree char *after = NULL;
  const char * const paths[] = { path, NULL };
  RapImportOptions options = { .format = "auto" };
  RapWindow *window = open_window (copy);
  g_autoptr (GPtrArray) results = rap_session_import (copy, paths, &options, NULL, NULL, NULL);

  g_assert_cmpuint (results->len, >=, 1);
  g_assert_true (fixture_settle (GTK_WIDGET (window)));
  after = export (desk, copy);
  g_assert_cmpstr (after, ==, before);
  fixture_close (GTK_WINDOW (window));
}

/* Windows and projects */

static guint
count_windows (void)
{
  guint n = 0;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL; l = l->next)
    n += RAP_IS_WINDOW (l->data);
  return n;
}

static void
test_second_project (Desk          *desk,
                     gconstpointer  data)
{
  g_autofree char *path = g_build_filename (desk->folder, "other.rapporteur", NULL);
  GtkWindow *first = GTK_WINDOW (desk->window);
  GtkWindow *second;

  g_object_unref (fixture_create (desk->folder, "other", FALSE));
  g_assert_cmpuint (count_windows (), ==, 1);
  rap_application_open_project (application, path, first);
  g_assert_cmpuint (count_windows (), ==, 2);
  rap_application_open_project (application, path, first);
  g_assert_cmpuint (count_windows (), ==, 2);

  second = fixture_find_window ("RapWindow");
  if (second == first)
    second = gtk_application_get_windows (GTK_APPLICATION (application))->data;
  g_assert_true (second != first);
  g_assert_cmpstr (rap_session_get_path (rap_window_get_session (RAP_WINDOW (second))), ==, path);
  fixture_settle (GTK_WIDGET (second));
  fixture_close (second);
  g_assert_true (rap_window_get_session (desk->window) == desk->session);
}

/* A window without a project takes the first. */
static void
test_welcome_takes_project (Desk          *desk,
                            gconstpointer  data)
{
  g_autofree char *path = g_build_filename (desk->folder, "other.rapporteur", NULL);
  RapWindow *welcome = open_window (NULL);

  g_object_unref (fixture_create (desk->folder, "other", FALSE));
  g_assert_nonnull (fixture_find (GTK_WIDGET (welcome), "RapWelcome", NULL));
  rap_application_open_project (application, path, GTK_WINDOW (welcome));
  g_assert_cmpuint (count_windows (), ==, 2);
  g_assert_nonnull (rap_window_get_session (welcome));
  fixture_settle (GTK_WIDGET (welcome));
  fixture_close (GTK_WINDOW (welcome));
}

/* "1240x760 library 290 off, inspector 359 on, timeline 279 on" (transfer full) */
static char *
describe_window (RapWindow *window)
{
  static const char * const panes[][2] = {
    { "library", "RapLibrary" }, { "inspector", "RapInspector" }, { "timeline", "RapTimelineDock" },
  };
  GString *text = g_string_new (NULL);
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_string_printf (text, "%dx%d", width, height);
  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    {
      GtkWidget *pane = fixture_find (GTK_WIDGET (window), panes[i][1], NULL);

      if (pane != NULL)
        g_string_append_printf (text, " %s %dx%d", panes[i][0],
                                gtk_widget_get_width (pane), gtk_widget_get_height (pane));
    }
  return g_string_free (text, FALSE);
}

/* A window comes back as it was left, to the pixel. */
static void
test_window_state (Desk          *desk,
                   gconstpointer  data)
{
  g_autofree char *left = NULL;
  g_autofree char *found = NULL;

  gtk_window_set_default_size (GTK_WINDOW (desk->window), 1240, 760);
  act (desk, "win.toggle-library");
  g_assert_true (fixture_settle (GTK_WIDGET (desk->window)));
  left = describe_window (desk->window);
  g_assert_true (g_str_has_prefix (left, "1240x760 inspector "));
  fixture_close (GTK_WINDOW (desk->window));

  desk->window = open_window (desk->session);
  found = describe_window (desk->window);
  g_assert_cmpstr (found, ==, left);
  act (desk, "win.toggle-library");
}

/* What is deleted is shown nowhere. */
static void
test_selection_follows (Desk          *desk,
                        gconstpointer  data)
{
  RapSelection *selection = rap_window_get_selection (desk->window);
  g_autoptr (RapRecord) claim = find_record (desk->session, RAP_KIND_CLAIM, "All of the memorandum");
  g_autoptr (GError) error = NULL;
  RapEdits *edits = rap_edits_new ("Delete claim");

  rap_selection_choose (selection, desk->session, RAP_KIND_CLAIM, claim->id);
  g_assert_cmpstr (rap_selection_get_article (selection), ==, rap_record_get_article (claim));
  fixture_settle (GTK_WIDGET (desk->window));
  rap_session_add_deletion (desk->session, edits, claim, NULL, &error);
  g_assert_no_error (error);
  rap_session_commit (desk->session, edits, &error);
  g_assert_no_error (error);
  rap_edits_free (edits);
  g_assert_cmpstr (rap_selection_get_id (selection), !=, claim->id);
  fixture_settle (GTK_WIDGET (desk->window));
}

static void
test_read_only (Desk          *desk,
                gconstpointer  data)
{
  g_autofree char *path = g_build_filename (desk->folder, "other.rapporteur", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RapSession) session = NULL;
  g_autofree char *words = NULL;
  RapWindow *window;

  g_object_unref (fixture_create (desk->folder, "other", TRUE));
  session = rap_session_open (path, TRUE, &error);
  g_assert_no_error (error);
  window = open_window (session);
  words = fixture_read (GTK_WIDGET (window));
  g_assert_nonnull (strstr (words, "Read only"));
  g_assert_false (gtk_widget_activate_action (GTK_WIDGET (window), "win.import", NULL)
                  && fixture_find_window ("GtkFileChooserDialog") != NULL);
  fixture_close (GTK_WINDOW (window));
}

/* Files that cannot be opened */

static void
write_file (const char *path,
            const char *bytes,
            gsize       length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, bytes, (gssize) length, &error);
  g_assert_no_error (error);
}

static void
make_text (Desk       *desk,
           const char *path)
{
  write_file (path, "Dear diary, today I met nobody.\n", 32);
}

static void
make_empty (Desk       *desk,
            const char *path)
{
  write_file (path, "", 0);
}

static void
make_folder (Desk       *desk,
             const char *path)
{
  g_assert_cmpint (g_mkdir (path, 0755), ==, 0);
}

static void
make_nothing (Desk       *desk,
              const char *path)
{
}

/* A good project with @length bytes left, or with @value at @offset of its head. */
static void
make_changed (Desk       *desk,
              const char *path,
              gsize       offset,
              guint32     value,
              double      part)
{
  g_autofree char *good = g_build_filename (desk->folder, "good.rapporteur", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_object_unref (fixture_create (desk->folder, "good", TRUE));
  g_file_get_contents (good, &bytes, &length, &error);
  g_assert_no_error (error);
  value = GUINT32_TO_BE (value);
  if (offset > 0)
    memcpy (bytes + offset, &value, sizeof value);
  write_file (path, bytes, (gsize) (part * (double) length));
}

static void
make_newer (Desk       *desk,
            const char *path)
{
  make_changed (desk, path, SQLITE_VERSION, 9999, 1);
}

static void
make_foreign (Desk       *desk,
              const char *path)
{
  make_changed (desk, path, SQLITE_APP, 0x12345678, 1);
}

static void
make_truncated (Desk       *desk,
                const char *path)
{
  make_changed (desk, path, 0, 0, 0.5);
}

/* Another name of the project that the first window holds. */
static void
make_locked (Desk       *desk,
             const char *path)
{
  g_assert_cmpint (symlink (rap_session_get_path (desk->session), path), ==, 0);
}

typedef struct
{
  const char *name;
  void      (*make) (Desk *desk, const char *path);
  const char *sentence;
} BadProject;

static const BadProject bad_projects[] = {
  { "text", make_text, "This file is not a Rapporteur project." },
  { "empty", make_empty, "This file is not a Rapporteur project." },
  { "folder", make_folder, "This file is not a Rapporteur project." },
  { "missing", make_nothing, "There is nothing of that name." },
  { "newer", make_newer, "This project was written by a newer version of Rapporteur." },
  { "foreign", make_foreign, "This file is not a Rapporteur project." },
  { "truncated", make_truncated, "This project is damaged. Nothing was changed; open a backup instead." },
  { "locked", make_locked, "This project is in use by another program." },
};

/* (transfer full), or NULL for what is no file */
static char *
checksum (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize length;

  if (!g_file_get_contents (path, &bytes, &length, NULL))
    return NULL;
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, length);
}

static void
test_bad_project (Desk          *desk,
                  gconstpointer  data)
{
  const BadProject *bad = data;
  g_autofree char *path = g_build_filename (desk->folder, "bad.rapporteur", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_auto (GStrv) paragraphs = NULL;
  AdwMessageDialog *message;
  RapWindow *window;

  bad->make (desk, path);
  before = bad->make != make_locked ? checksum (path) : NULL;
  window = open_window (NULL);
  g_assert_false (rap_window_open_project (window, path));
  g_assert_true (fixture_wait (has_message, NULL));
  message = ADW_MESSAGE_DIALOG (fixture_find_window ("AdwMessageDialog"));
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (message)) == GTK_WINDOW (window));
  g_assert_cmpstr (adw_message_dialog_get_heading (message), ==, "Could Not Open “bad.rapporteur”");
  paragraphs = g_strsplit (adw_message_dialog_get_body (message), "\n\n", 2);
  g_assert_cmpstr (paragraphs[0], ==, bad->sentence);
  g_assert_nonnull (strstr (paragraphs[1], "bad.rapporteur"));
  g_assert_null (rap_window_get_session (window));

  adw_message_dialog_response (message, "close");
  fixture_drain ();
  after = bad->make != make_locked ? checksum (path) : NULL;
  g_assert_cmpstr (after, ==, before);
  fixture_close (GTK_WINDOW (window));
}

/* A project that may only be read opens for reading. */
static void
test_unwritable_project (Desk          *desk,
                         gconstpointer  data)
{
  g_autofree char *path = g_build_filename (desk->folder, "good.rapporteur", NULL);
  gboolean root = geteuid () == 0;
  RapWindow *window;

  g_object_unref (fixture_create (desk->folder, "good", TRUE));
  g_assert_cmpint (g_chmod (path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (desk->folder, 0555), ==, 0);
  window = open_window (NULL);
  if (root)
    g_assert_cmpint (seteuid (NOBODY), ==, 0);
  g_assert_true (rap_window_open_project (window, path));
  if (root)
    g_assert_cmpint (seteuid (0), ==, 0);
  g_assert_true (rap_session_get_read_only (rap_window_get_session (window)));
  g_assert_true (fixture_settle (GTK_WIDGET (window)));
  fixture_close (GTK_WINDOW (window));
  g_assert_cmpint (g_chmod (desk->folder, 0755), ==, 0);
}

static gboolean
shows_shortcuts (gpointer data)
{
  return fixture_find_window ("GtkShortcutsWindow") != NULL;
}

/* Whatever GTK says while it is laid out is fatal. */
static void
test_shortcuts (Desk          *desk,
                gconstpointer  data)
{
  GtkWidget *window;
  g_autofree char *text = NULL;

  g_action_group_activate_action (G_ACTION_GROUP (application), "shortcuts", NULL);
  g_assert_true (fixture_wait (shows_shortcuts, NULL));
  window = GTK_WIDGET (fixture_find_window ("GtkShortcutsWindow"));
  g_assert_true (fixture_settle (window));
  text = fixture_read (window);
  g_assert_nonnull (strstr (text, "Paste an article"));
  fixture_close (GTK_WINDOW (window));
}

static void
add_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (gestures); i++)
    {
      g_autofree char *path = g_strconcat ("/app/window/gesture/", gestures[i].name, NULL);

      g_test_add (path, Desk, &gestures[i], set_up, test_gesture, tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad_projects); i++)
    {
      g_autofree char *path = g_strconcat ("/app/window/bad-project/", bad_projects[i].name, NULL);

      g_test_add (path, Desk, &bad_projects[i], set_up, test_bad_project, tear_down);
    }
}

int
main (int    argc,
      char **argv)
{
  int code;

  g_test_init (&argc, &argv, NULL);
  application = fixture_start ();

  g_test_add ("/app/window/shows-the-sample", Desk, NULL, set_up, test_shows, tear_down);
  add_table ();
  g_test_add ("/app/window/export", Desk, NULL, set_up, test_export, tear_down);
  g_test_add ("/app/window/selection-follows", Desk, NULL, set_up, test_selection_follows, tear_down);
  g_test_add ("/app/window/second-project", Desk, NULL, set_up, test_second_project, tear_down);
  g_test_add ("/app/window/welcome-takes-project", Desk, NULL, set_up, test_welcome_takes_project, tear_down);
  g_test_add ("/app/window/last-read", Desk, NULL, set_up_read, test_opens_last_read, tear_down);
  g_test_add ("/app/window/state", Desk, NULL, set_up, test_window_state, tear_down);
  g_test_add ("/app/window/shortcuts", Desk, NULL, set_up, test_shortcuts, tear_down);
  g_test_add ("/app/window/read-only", Desk, NULL, set_up, test_read_only, tear_down);
  g_test_add ("/app/window/unwritable-project", Desk, NULL, set_up, test_unwritable_project, tear_down);

  code = g_test_run ();
  g_object_unref (application);
  return code;
}
