/* test-reading-masthead.c
 *
 * The facts above the text, edited where they stand with real keys: each is one
 * undo step, what is no value is refused with a reason, Escape restores.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "article-desk.h"
#include "rap-article-masthead-field.h"
#include "rap-reading-marks.h"

#define REFUSED_DATE "Not changed. This is not a date that is understood. Write for example 2022-11-07, 2017-07 or early July 2017."

static RapApplication *application;

static void
set_up (Desk          *desk,
        gconstpointer  data)
{
  desk_open_text (desk, application, "The ministers met in the spring. A visit would follow.", "en", NULL);
}

static void
tear_down (Desk          *desk,
           gconstpointer  data)
{
  desk_close (desk);
}

static GtkWidget *
find_field (Desk       *desk,
            const char *id)
{
  GtkWidget *field = fixture_find (desk->window, "RapArticleMastheadField", id);

  g_assert_nonnull (field);
  return field;
}

/* "title | outlet | published | byline | url | language | note", as stored. (transfer full) */
static char *
read_stored (Desk *desk)
{
  g_autoptr (RapRecord) record = rap_session_load (desk->session, RAP_KIND_ARTICLE, RAP_RECORD (desk->article)->id, NULL);
  const RapArticle *article = (const RapArticle *) record;
  g_autofree char *outlet = article->outlet != NULL ? rap_session_get_name (desk->session, RAP_KIND_ENTITY, article->outlet)
                                                    : g_strdup ("");

  return g_strjoin (" | ", article->title, outlet, article->published != NULL ? article->published->text : "",
                    article->byline, article->url, article->language, article->note, NULL);
}

/* The labels of the field, and whether it is being edited. (transfer full) */
static char *
read_shown (GtkWidget *field)
{
  g_autofree char *words = fixture_read (field);
  gboolean editing = rap_article_masthead_field_get_editing (RAP_ARTICLE_MASTHEAD_FIELD (field));

  g_strdelimit (g_strchomp (words), "\n", '/');
  return g_strdup_printf ("%s%s", editing ? "editing: " : "", words);
}

/* In the order of one session; keys go to the field's button. */
static const struct
{
  const char *field;
  const char *keys[6];
  const char *shown;
  const char *stored;
  const char *history;   /* of the last group */
} cases[] = {
  { "title", { "key F2", "type cmed", "key Return" }, "cmed",
    "cmed |  |  |  |  | en | ", "Change title (1)" },
  { "title", { "key F2", "key BackSpace", "key Return" }, "editing: This cannot be left empty.",
    "cmed |  |  |  |  | en | ", "Change title (1)" },
  { "title", { "key Escape" }, "cmed",
    "cmed |  |  |  |  | en | ", "Change title (1)" },
  { "outlet", { "key Return", "type Gazette", "key Return" }, "Gazette",
    "cmed | Gazette |  |  |  | en | ", "Change outlet (2)" },
  { "date", { "key space", "type July", "key space", "type 2017", "key Return" }, "some day in July 2017",
    "cmed | Gazette | 2017-07 |  |  | en | ", "Change publication date (1)" },
  { "date", { "key Return", "type never", "key Tab Tab" }, "some day in July 2017/" REFUSED_DATE,
    "cmed | Gazette | 2017-07 |  |  | en | ", "Change publication date (1)" },
  { "byline", { "key F2", "type Ann", "key Tab" }, "Ann",
    "cmed | Gazette | 2017-07 | Ann |  | en | ", "Change byline (1)" },
  { "byline", { "key F2", "type Bo", "key Escape" }, "Ann",
    "cmed | Gazette | 2017-07 | Ann |  | en | ", "Change byline (1)" },
  { "url", { "key F2", "type example.org", "key Return" },
    "editing: An address begins with https:// or the like and has no spaces.",
    "cmed | Gazette | 2017-07 | Ann |  | en | ", "Change byline (1)" },
  { "url", { "key Home", "type https://", "key Return" }, "https://example.org",
    "cmed | Gazette | 2017-07 | Ann | https://example.org | en | ", "Change address (1)" },
  { "language", { "key F2", "type Persian", "key Return" },
    "editing: A language is written as its code, for example en, fa or pt-BR.",
    "cmed | Gazette | 2017-07 | Ann | https://example.org | en | ", "Change address (1)" },
  { "language", { "key ctrl+a", "type de", "key Return" }, "German",
    "cmed | Gazette | 2017-07 | Ann | https://example.org | de | ", "Change language (1)" },
  { "note", { "key F2", "type Two", "key Return", "type lines", "key ctrl+Return" }, "Two/lines",
    "cmed | Gazette | 2017-07 | Ann | https://example.org | de | Two\nlines", "Change note (1)" },
};

static void
test_edit (Desk          *desk,
           gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *field = find_field (desk, cases[i].field);
      g_autofree char *shown = NULL;
      g_autofree char *stored = NULL;

      if (!rap_article_masthead_field_get_editing (RAP_ARTICLE_MASTHEAD_FIELD (field)))
        gtk_widget_child_focus (field, GTK_DIR_TAB_FORWARD);
      for (guint k = 0; cases[i].keys[k] != NULL; k++)
        desk_press (desk, cases[i].keys[k]);
      fixture_drain ();
      shown = read_shown (field);
      g_assert_cmpstr (shown, ==, cases[i].shown);
      stored = read_stored (desk);
      g_assert_cmpstr (stored, ==, cases[i].stored);
      desk_assert_history (desk, 1, cases[i].history);
    }
}

/* The row says where the value was found, and puts it back. */
static void
test_source (Desk          *desk,
             gconstpointer  data)
{
  const char *id = RAP_RECORD (desk->article)->id;
  g_autoptr (GPtrArray) detected = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_detected_free);
  GtkWidget *field = find_field (desk, "date");
  g_autofree char *shown = NULL;
  g_autofree char *stored = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (detected, rap_detected_new (id, "published", "2022-11-08", "JSON-LD datePublished"));
  rap_session_set_detected (desk->session, detected, &error);
  g_assert_no_error (error);
  gtk_widget_child_focus (field, GTK_DIR_TAB_FORWARD);
  desk_press (desk, "key F2");
  g_assert_nonnull (fixture_find (field, "GtkLabel", "from JSON-LD datePublished"));
  desk_press (desk, "type 2");
  desk_press (desk, "key Tab Tab space");
  fixture_drain ();
  shown = read_shown (field);
  g_assert_cmpstr (shown, ==, "8 November 2022");
  stored = read_stored (desk);
  g_assert_cmpstr (stored, ==, "A page |  | 2022-11-08 |  |  | en | ");
  desk_assert_history (desk, 1, "Change publication date (1)");
}

/* Another article comes: what was typed belongs to the one that goes. */
static void
test_leave (Desk          *desk,
            gconstpointer  data)
{
  GtkWidget *field = find_field (desk, "title");
  g_autofree char *stored = NULL;

  gtk_widget_child_focus (field, GTK_DIR_TAB_FORWARD);
  desk_press (desk, "key F2");
  desk_press (desk, "type Kept");
  rap_article_view_show (desk->view, NULL, 0);
  fixture_drain ();
  stored = read_stored (desk);
  g_assert_cmpstr (stored, ==, "Kept |  |  |  |  | en | ");
}

/* Nothing is asked for, nothing opens, and it says why. */
static void
test_read_only (Desk          *desk,
                gconstpointer  data)
{
  g_autofree char *path = g_build_filename (desk->folder, "other.rapporteur", NULL);
  g_autoptr (GListModel) articles = NULL;
  g_autoptr (RapHeader) first = NULL;
  g_autoptr (RapSession) session = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *expected = NULL;
  GtkWidget *field;

  g_object_unref (fixture_create (desk->folder, "other", TRUE));
  session = rap_session_open (path, TRUE, NULL);
  articles = rap_session_list (session, RAP_KIND_ARTICLE);
  first = g_list_model_get_item (articles, 0);
  rap_article_view_set_session (desk->view, session);
  rap_selection_set (desk->selection, RAP_KIND_ARTICLE, first->id, first->id);
  g_assert_true (fixture_settle (desk->window));
  g_assert_null (fixture_find (desk->window, "RapArticleMastheadField", "url"));
  field = find_field (desk, "title");
  gtk_widget_child_focus (field, GTK_DIR_TAB_FORWARD);
  desk_press (desk, "key F2");
  shown = read_shown (field);
  expected = g_strdup_printf ("%s/This project is open for reading only.", first->title);
  g_assert_cmpstr (shown, ==, expected);
  rap_article_view_set_session (desk->view, desk->session);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void      (*test) (Desk *, gconstpointer);
  } tests[] = {
    { "/app/reading-masthead/edit", test_edit },
    { "/app/reading-masthead/source", test_source },
    { "/app/reading-masthead/leave", test_leave },
    { "/app/reading-masthead/read-only", test_read_only },
  };
  int result;

  g_test_init (&argc, &argv, NULL);
  if (!desk_is_possible ())
    return 77;
  application = fixture_start ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Desk, NULL, set_up, tests[i].test, tear_down);
  result = g_test_run ();
  g_object_unref (application);
  return result;
}
