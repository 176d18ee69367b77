/* test-import.c
 *
 * How articles get into the window: pasted pages (rather as HTML than as text),
 * pasted text, an address that is no article, files with bad ones among them;
 * and the report, which says each reason once and can be copied and followed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "rap-below-words.h"
#include "rap-window.h"
#include "window-fixture.h"

#define HTML \
  "<h1>Ministers meet at the border</h1><p>The two ministers met at the border on Monday, officials said. They spoke " \
  "about trade, and about the water of the river.</p><p>A second meeting will follow in the summer, they added.</p>"
#define TEXT "Plain words\n\nWhat is on the clipboard as plain text is taken only where there is nothing better to take.\n"
#define PAGE \
  "Harbour talks end early\n\nPublished: 3 May 2021\n\nThe delegations left the harbour building on Monday after two " \
  "hours. A spokesman said that the next round would be held in the autumn.\n"

typedef struct
{
  char       *folder;
  RapSession *session;
  RapWindow  *window;
} Desk;

static RapApplication *application;

static void
set_up (Desk          *desk,
        gconstpointer  data)
{
  desk->folder = fixture_make_folder ();
  desk->session = fixture_create (desk->folder, "import", FALSE);
  desk->window = rap_window_new (GTK_APPLICATION (application));
  rap_window_set_session (desk->window, desk->session);
  gtk_window_present (GTK_WINDOW (desk->window));
  g_assert_true (fixture_settle (GTK_WIDGET (desk->window)));
}

static void
tear_down (Desk          *desk,
           gconstpointer  data)
{
  fixture_close (GTK_WINDOW (desk->window));
  fixture_drain ();
  g_assert_finalize_object (desk->session);
  fixture_remove_folder (desk->folder);
  g_free (desk->folder);
}

static gboolean
has_articles (gpointer data)
{
  Desk *desk = data;

  return rap_session_count (desk->session, RAP_KIND_ARTICLE) > 0;
}

/* After articles have come: the window is no longer at it. */
static gboolean
has_ended (gpointer data)
{
  Desk *desk = data;
  GtkWidget *bar = fixture_find (GTK_WIDGET (desk->window), "GtkProgressBar", NULL);

  return bar == NULL || !gtk_widget_get_mapped (bar);
}

static gboolean
has_report (gpointer data)
{
  GtkWindow *report = fixture_find_window ("RapImportReport");

  return report != NULL && gtk_widget_get_mapped (GTK_WIDGET (report));
}

static gboolean
has_toast (gpointer data)
{
  Desk *desk = data;

  return fixture_find (GTK_WIDGET (desk->window), "AdwToastWidget", NULL) != NULL;
}

/* Keys typed now go to the text of the article. */
static gboolean
has_text_focus (gpointer data)
{
  Desk *desk = data;
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (desk->window));
  GType view = g_type_from_name ("RapArticleView");

  return focus != NULL && view != 0 && gtk_widget_get_ancestor (focus, view) != NULL;
}

static guint
count_reports (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GObject) window = g_list_model_get_item (windows, i);

      n += g_str_equal (G_OBJECT_TYPE_NAME (window), "RapImportReport");
    }
  return n;
}

static void
put_on_clipboard (Desk       *desk,
                  const char *html,
                  const char *text)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (desk->window));
  GdkContentProvider *providers[2];
  guint n = 0;
  g_autoptr (GdkContentProvider) both = NULL;

  if (text != NULL)
    providers[n++] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  if (html != NULL)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (html, strlen (html));

      providers[n++] = gdk_content_provider_new_for_bytes ("text/html", bytes);
    }
  both = gdk_content_provider_new_union (providers, n);
  g_assert_true (gdk_clipboard_set_content (clipboard, both));
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.paste-article", NULL);
}

/* The title of the only article. (transfer full) */
static char *
get_title (Desk *desk)
{
  g_autoptr (GListModel) list = rap_session_list (desk->session, RAP_KIND_ARTICLE);
  g_autoptr (RapHeader) header = g_list_model_get_item (list, 0);

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  return rap_session_get_name (desk->session, RAP_KIND_ARTICLE, header->id);
}

static void
test_paste (Desk          *desk,
            gconstpointer  data)
{
  static const struct
  {
    const char *html;
    const char *text;
    const char *title;
  } rows[] = {
    { HTML, TEXT, "Ministers meet at the border" },
    { NULL, TEXT, "Plain words" },
    { HTML, NULL, "Ministers meet at the border" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *title = NULL;

      put_on_clipboard (desk, rows[i].html, rows[i].text);
      g_assert_true (fixture_wait (has_articles, desk));
      title = get_title (desk);
      g_assert_cmpstr (title, ==, rows[i].title);
      g_assert_true (fixture_wait (has_ended, desk));
      g_assert_true (fixture_wait (has_text_focus, desk));
      g_assert_cmpuint (count_reports (), ==, 0);
      g_assert_cmpuint (rap_session_undo (desk->session, 9, NULL, NULL), ==, 1);
    }
}

static void
test_paste_address (Desk          *desk,
                    gconstpointer  data)
{
  g_autofree char *words = NULL;

  put_on_clipboard (desk, NULL, " https://post.example/2020/ministers-meet\n");
  g_assert_true (fixture_wait (has_toast, desk));
  fixture_settle (GTK_WIDGET (desk->window));
  words = fixture_read (GTK_WIDGET (desk->window));
  g_assert_nonnull (strstr (words, "This is an address only."));
  g_assert_cmpuint (rap_session_count (desk->session, RAP_KIND_ARTICLE), ==, 0);
}

/* Writes the files and hands them to the window, as the file manager does. */
static void
import_files (Desk *desk)
{
  static const struct
  {
    const char *name;
    const char *bytes;
    gssize      length;
  } files[] = {
    { "harbour.txt", PAGE, -1 },
    { "empty-1.txt", "", 0 },
    { "copy.txt", PAGE, -1 },
    { "empty-2.html", " \n", -1 },
    { "picture.txt", "\211PNG\r\n\032\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0", 26 },
  };
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (desk->folder, files[i].name, NULL);

      g_assert_true (g_file_set_contents (path, files[i].bytes, files[i].length, NULL));
      g_ptr_array_add (list, g_file_new_for_path (path));
    }
  rap_window_take_files (desk->window, list);
}

static guint
count_in (const char *text,
          const char *words)
{
  guint n = 0;

  for (const char *p = strstr (text, words); p != NULL; p = strstr (p + 1, words))
    n++;
  return n;
}

static void
read_text_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_set (gpointer data)
{
  return *(char **) data != NULL;
}

static void
test_report (Desk          *desk,
             gconstpointer  data)
{
  GtkWidget *report;
  g_autofree char *words = NULL;
  g_autofree char *copied = NULL;
  g_autofree char *counts = NULL;

  import_files (desk);
  g_assert_true (fixture_wait (has_report, NULL));
  report = GTK_WIDGET (fixture_find_window ("RapImportReport"));
  g_assert_true (fixture_settle (report));
  words = fixture_read (report);

  /* a reason for two files is said once, in one sentence */
  counts = g_strdup_printf ("%u empty, %u not text, %u copies, %u parts", count_in (words, "The file is empty."),
                            count_in (words, "The file is not text."), count_in (words, "Same text as"),
                            count_in (words, "Not Imported") + count_in (words, "Worth a Look"));
  g_assert_cmpstr (counts, ==, "1 empty, 1 not text, 1 copies, 2 parts");
  g_assert_nonnull (strstr (words, "2 articles imported, 3 could not be read"));
  g_assert_null (strstr (words, "This file is empty"));
  g_assert_null (strstr (words, "Where it was found"));

  gtk_widget_activate_action (report, "report.copy", NULL);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (report), NULL, read_text_cb, &copied);
  g_assert_true (fixture_wait (is_set, &copied));
  g_assert_nonnull (strstr (copied, "empty-1.txt"));
  g_assert_nonnull (strstr (copied, "empty-2.html"));
  g_assert_nonnull (strstr (copied, "Harbour talks end early"));
  g_assert_nonnull (strstr (copied, "Published: 3 May 2021 (found: "));
  g_assert_nonnull (strstr (copied, "\nWhere it was found:\nheadline: line 1\n"));

  /* all files are one gesture */
  fixture_close (GTK_WINDOW (report));
  g_assert_true (has_text_focus (desk));
  g_assert_cmpuint (rap_session_undo (desk->session, 9, NULL, NULL), ==, 1);
}

static guint
count_articles (Desk *desk)
{
  return rap_session_count (desk->session, RAP_KIND_ARTICLE);
}

static gboolean
has_four (gpointer data)
{
  GtkWidget *report = GTK_WIDGET (fixture_find_window ("RapImportReport"));

  return count_articles (data) == 4 && fixture_find (report, "GtkButton", "_Remove 2 Duplicates") != NULL;
}

/* The same files once more: one report, a copy said in one line, and all copies gone in one step. */
static void
test_duplicates (Desk          *desk,
                 gconstpointer  data)
{
  GtkWidget *report, *button;
  g_autofree char *words = NULL;
  g_autofree char *steps = NULL;
  GString *counts = g_string_new (NULL);

  import_files (desk);
  g_assert_true (fixture_wait (has_report, NULL));
  import_files (desk);
  g_assert_true (fixture_wait (has_four, desk));
  report = GTK_WIDGET (fixture_find_window ("RapImportReport"));
  g_assert_true (fixture_settle (report));
  words = fixture_read (report);
  g_string_append_printf (counts, "%u report, %u same, %u like;", count_reports (), count_in (words, "Same text as"),
                          count_in (words, "Looks like"));

  button = fixture_find (report, "GtkButton", "_Remove 2 Duplicates");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  g_string_append_printf (counts, " %u left", count_articles (desk));
  fixture_drain ();
  g_assert_false (gtk_widget_get_visible (button));
  g_assert_cmpuint (rap_session_undo (desk->session, 1, NULL, NULL), ==, 1);
  g_string_append_printf (counts, ", %u after undo", count_articles (desk));
  steps = g_string_free (counts, FALSE);
  g_assert_cmpstr (steps, ==, "1 report, 2 same, 0 like; 2 left, 4 after undo");
  fixture_close (GTK_WINDOW (report));
}

/* A folder named on the command line is imported like one that is chosen. */
static void
test_folder (Desk          *desk,
             gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (desk->folder, "articles", NULL);
  g_autofree char *path = g_build_filename (folder, "harbour.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autofree char *title = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, PAGE, -1, NULL));
  g_application_open (G_APPLICATION (application), &file, 1, "");
  g_assert_true (fixture_wait (has_articles, desk));
  title = get_title (desk);
  g_assert_cmpstr (title, ==, "Harbour talks end early");
  g_assert_true (fixture_wait (has_text_focus, desk));
}

/* Enter on a row of the report shows the article. */
static void
test_open (Desk          *desk,
           gconstpointer  data)
{
  RapSelection *selection = rap_window_get_selection (desk->window);
  GtkWidget *report, *row, *button;
  g_autofree char *first = NULL;

  import_files (desk);
  g_assert_true (fixture_wait (has_report, NULL));
  report = GTK_WIDGET (fixture_find_window ("RapImportReport"));
  g_assert_true (fixture_settle (report));
  first = g_strdup (rap_selection_get_id (selection));

  /* the copy is the one that is worth a look; the first article is shown already */
  row = fixture_find (report, "AdwActionRow", NULL);
  g_assert_null (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row)));
  button = fixture_find (report, "GtkButton", "_Open");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  fixture_drain ();
  g_assert_cmpstr (rap_selection_get_id (selection), !=, first);
  fixture_close (GTK_WINDOW (report));
  g_assert_true (fixture_settle (GTK_WIDGET (desk->window)));
}

/* What the layers below say, whole and with values in it, and what is isolated of it. */
static void
test_below_words (void)
{
  static const struct
  {
    GtkTextDirection direction;
    const char      *english;
    const char      *words;
  } rows[] = {
    { GTK_TEXT_DIR_LTR, "the file is empty", "the file is empty" },
    { GTK_TEXT_DIR_LTR, "nobody knows this", "nobody knows this" },
    { GTK_TEXT_DIR_LTR, "line 3: “سلام”", "line 3: “<سلام>”" },
    { GTK_TEXT_DIR_RTL, "the file is empty", "the file is empty" },
    { GTK_TEXT_DIR_RTL, "line 3: “by “me””", "line <3>: “<by “me”>”" },
    { GTK_TEXT_DIR_RTL, "meta date: “2020”", "<meta <date>>: “<2020>”" },
    { GTK_TEXT_DIR_RTL, "only the first 5 of the 60 pages of the PDF were read",
      "only the first <5> of the <60> pages of the PDF were read" },
    { GTK_TEXT_DIR_RTL, "the archive is damaged: it cannot be read", "the archive is damaged: <it cannot be read>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = NULL;
      GString *shown;

      gtk_widget_set_default_direction (rows[i].direction);
      words = rap_below_words (rows[i].english);
      shown = g_string_new (words);
      g_string_replace (shown, "\342\201\250", "<", 0);
      g_string_replace (shown, "\342\201\251", ">", 0);
      g_assert_cmpstr (shown->str, ==, rows[i].words);
      g_string_free (shown, TRUE);
    }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  application = fixture_start ();

  g_test_add ("/app/import/paste", Desk, NULL, set_up, test_paste, tear_down);
  g_test_add ("/app/import/paste-address", Desk, NULL, set_up, test_paste_address, tear_down);
  g_test_add ("/app/import/report", Desk, NULL, set_up, test_report, tear_down);
  g_test_add ("/app/import/duplicates", Desk, NULL, set_up, test_duplicates, tear_down);
  g_test_add_func ("/app/import/below-words", test_below_words);
  g_test_add ("/app/import/folder", Desk, NULL, set_up, test_folder, tear_down);
  g_test_add ("/app/import/open", Desk, NULL, set_up, test_open, tear_down);

  status = g_test_run ();
  g_object_unref (application);
  return status;
}
