/* test-reading.c
 *
 * Reading in the article pane with real keys: finding, body and page
 * furniture, the place one comes back to, type and lines, what Enter opens.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "article-desk.h"
#include "rap-article-text.h"
#include "rap-inspector-article.h"
#include "rap-reading-marks.h"

static RapApplication *application;

#define MENU "Home\nWorld\nSport\n\n"
#define FOOT "\n\nDonate now\nFollow us"

/* A menu, a report of eighty paragraphs, a foot. */
static void
set_up_long (Desk          *desk,
             gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new (MENU);
  RapRange body = { strlen (MENU), 0 };

  for (guint i = 0; i < 80; i++)
    g_string_append_printf (text, "%sParagraph %u. The ministers said that relations between the two states had grown in a "
                            "number of areas, and that a visit would follow in the spring of the year.", i > 0 ? "\n\n" : "", i);
  body.end = (guint) text->len;
  g_string_append (text, FOOT);
  desk_open_text (desk, application, text->str, "en", &body);
}

static void
set_up_rtl (Desk          *desk,
            gconstpointer  data)
{
  desk_open_text (desk, application,
                  "سرلشکر باقري و وزير دفاع در تهران ديدار کردند.\n\nThe call was reported by an English agency, and quoted in full."
                  "\n\nسرلشکر باقری گفت که روابط خوب است.", "fa", NULL);
}

static void
tear_down (Desk          *desk,
           gconstpointer  data)
{
  desk_close (desk);
}

static void
assert_label (Desk       *desk,
              const char *expected)
{
  g_autofree char *words = fixture_read (desk->window);
  g_autofree char *line = g_strdup_printf ("\n%s\n", expected);
  g_autofree char *framed = g_strdup_printf ("\n%s\n", words);

  if (strstr (framed, line) == NULL)
    g_error ("“%s” is not among: %s", expected, words);
}

static void
test_find (Desk          *desk,
           gconstpointer  data)
{
  desk_put_caret (desk, "Paragraph 3.");
  desk_press (desk, "key F3");
  desk_press (desk, "type PARAGRAPH");
  assert_label (desk, "4 of 80");
  desk_press (desk, "key space 7");
  assert_label (desk, "1 of 11");
  desk_press (desk, "key Return");
  assert_label (desk, "2 of 11");
  desk_press (desk, "key F3 F3 shift+Return ctrl+g");
  assert_label (desk, "4 of 11");
  desk_press (desk, "key Escape");
  desk_assert_selected (desk, "Paragraph 7");
  g_assert_true (desk_is_focused (desk));
  desk_press (desk, "key F3");
  assert_label (desk, "4 of 11");
  desk_press (desk, "type donate");
  assert_label (desk, "1 of 1");
  desk_press (desk, "type zz");
  assert_label (desk, "Not in this article");
  desk_press (desk, "key Escape");
  desk_assert_selected (desk, "Paragraph 7");
}

static void
test_find_variants (Desk          *desk,
                    gconstpointer  data)
{
  GtkWidget *toggle;

  desk_select (desk, "باقری");
  desk_press (desk, "key F3");
  assert_label (desk, "2 of 2");
  desk_press (desk, "key Return");
  assert_label (desk, "1 of 2");
  desk_press (desk, "key Escape");
  desk_assert_selected (desk, "باقري");
  desk_select (desk, "agency");
  desk_press (desk, "key F3");
  desk_press (desk, "type an");
  assert_label (desk, "2 of 2");
  toggle = fixture_find (desk->window, "GtkToggleButton", "whole_words");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  assert_label (desk, "1 of 1");
  desk_press (desk, "key Escape");
}

/* How many outlines the text draws: each hit on show has one. */
static guint
count_outlines (Desk *desk)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (desk->text));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GBytes) bytes = NULL;
  GskRenderNode *node;
  g_auto (GStrv) parts = NULL;

  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  if (node == NULL)
    return 0;
  bytes = gsk_render_node_serialize (node);
  gsk_render_node_unref (node);
  parts = g_strsplit (g_bytes_get_data (bytes, NULL), "border {", -1);
  return g_strv_length (parts) - 1;
}

typedef struct
{
  Desk *desk;
  guint n;
} Outlines;

static gboolean
has_outlines (gpointer data)
{
  Outlines *expected = data;

  return count_outlines (expected->desk) == expected->n;
}

static gboolean
draws (Desk *desk,
       guint n_outlines)
{
  Outlines expected = { desk, n_outlines };

  return fixture_wait (has_outlines, &expected);
}

/* Hits of a search over all articles: all are marked, until Escape or the bar. */
static void
test_hits (Desk          *desk,
           gconstpointer  data)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (RapRange));
  guint others = count_outlines (desk);

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *words = g_strdup_printf ("Paragraph %u.", i);
      RapRange hit = desk_find (desk, words);

      g_array_append_val (hits, hit);
    }
  rap_article_view_show_hits (desk->view, hits, 1);
  g_assert_true (draws (desk, others + 3));
  desk_assert_selected (desk, "Paragraph 1.");
  desk_press (desk, "key Escape");
  g_assert_true (draws (desk, others));
  desk_assert_selected (desk, "Paragraph 1.");
  desk_press (desk, "key Escape");
  desk_assert_selected (desk, "");

  rap_article_view_show_hits (desk->view, hits, 2);
  desk_press (desk, "key F3");
  assert_label (desk, "1 of 1");
  rap_article_view_show_hits (desk->view, hits, 0);
  g_assert_true (draws (desk, others + 3));
  g_assert_null (fixture_find (desk->window, "RapReadingFinder", NULL));
  desk_assert_selected (desk, "Paragraph 0.");
  rap_selection_clear (desk->selection);
  rap_selection_set (desk->selection, RAP_KIND_ARTICLE, RAP_RECORD (desk->article)->id, RAP_RECORD (desk->article)->id);
  g_assert_true (draws (desk, others));
}

static gboolean
is_last_read (gpointer data)
{
  Desk *desk = data;
  g_autofree char *last = rap_session_get_last_read (desk->session);

  return g_strcmp0 (last, RAP_RECORD (desk->article)->id) == 0;
}

/* It is enough that it is on show for a moment. */
static void
test_last_read (Desk          *desk,
                gconstpointer  data)
{
  g_assert_true (fixture_wait (is_last_read, desk));
  g_assert_cmpint (rap_session_get_reading (desk->session, RAP_RECORD (desk->article)->id).state, ==, RAP_READING_UNREAD);
}

/* The body as stored, in words: the first and the last of each range. (transfer full) */
static char *
read_body (Desk *desk)
{
  g_autoptr (RapRecord) record = rap_session_load (desk->session, RAP_KIND_ARTICLE, RAP_RECORD (desk->article)->id, NULL);
  const RapArticle *article = (const RapArticle *) record;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < article->body->len; i++)
    {
      g_autofree char *part = rap_text_slice (article->text, g_array_index (article->body, RapRange, i));
      const char *end = strrchr (part, ' ');

      g_string_append_printf (text, "%s%.*s…%s", i > 0 ? " | " : "", 12, part, end != NULL ? end : "");
    }
  return g_string_free (text, FALSE);
}

#define assert_body(desk, expected) \
  G_STMT_START { \
    g_autofree char *body_ = read_body (desk); \
    g_assert_cmpstr (body_, ==, expected); \
  } G_STMT_END

static void
test_body (Desk          *desk,
           gconstpointer  data)
{
  guint n;

  assert_body (desk, "Paragraph 0.… year.");
  desk_put_caret (desk, "Paragraph 1. ");
  desk_press (desk, "key shift+b");
  assert_body (desk, "Paragraph 0.… year. | Paragraph 2.… year.");
  desk_press (desk, "key b");
  assert_body (desk, "Paragraph 0.… year.");
  desk_assert_history (desk, 2, "Mark as body (1), Mark as page furniture (1)");

  /* across paragraphs, with an annotation inside, which stays and is shown */
  desk_select (desk, "ministers said");
  desk_press (desk, "key c");
  n = rap_session_count (desk->session, RAP_KIND_CLAIM);
  rap_article_view_select (desk->view, (RapRange) { desk_find (desk, "Paragraph 0.").start, desk_find (desk, "Paragraph 2.").start });
  desk_press (desk, "key shift+b");
  assert_body (desk, "Paragraph 2.… year.");
  g_assert_cmpuint (rap_session_count (desk->session, RAP_KIND_CLAIM), ==, n);
  g_assert_cmpuint (g_list_model_get_n_items (rap_article_view_get_annotations (desk->view)), ==, n);
  desk_put_caret (desk, "ministers said");
  g_assert_true (gtk_text_view_get_cursor_visible (desk->text));

  rap_article_view_select (desk->view, (RapRange) { 0, rap_text_get_length (desk->article->text) });
  desk_press (desk, "key shift+b");
  assert_body (desk, "Paragraph 2.… year.");
  g_assert_nonnull (strstr (desk->message, "must stay the body"));
  g_assert_cmpuint (rap_session_undo (desk->session, 1, NULL, NULL), ==, 1);
  assert_body (desk, "Paragraph 0.… year.");
}

/* The folded menu has the keyboard: B takes its lines. */
static void
test_fold (Desk          *desk,
           gconstpointer  data)
{
  desk_press (desk, "key Tab");
  desk_press (desk, "key b");
  assert_body (desk, "Home\nWorld\nS… year.");
  g_assert_true (fixture_wait (desk_is_focused, desk));
  desk_assert_history (desk, 1, "Mark as body (1)");
}

static RapReadingMark
get_mark (Desk *desk)
{
  return rap_session_get_reading (desk->session, RAP_RECORD (desk->article)->id);
}

static gboolean
is_kept (gpointer data)
{
  return get_mark (data).position > 0;
}

static guint
get_top (Desk *desk)
{
  return rap_article_text_get_top (RAP_ARTICLE_TEXT (desk->text));
}

static gboolean
is_back (gpointer data)
{
  return get_top (data) == get_mark (data).position;
}

static void
test_place (Desk          *desk,
            gconstpointer  data)
{
  const char *id = RAP_RECORD (desk->article)->id;
  guint top;

  g_assert_cmpuint (get_top (desk), ==, 0);
  desk_press (desk, "key Next Next Next");
  g_assert_true (fixture_wait (is_kept, desk));
  top = get_top (desk);
  g_assert_cmpuint (top, >, strlen (MENU));
  g_assert_cmpuint (get_mark (desk).position, ==, top);

  rap_selection_clear (desk->selection);
  fixture_drain ();
  rap_selection_set (desk->selection, RAP_KIND_ARTICLE, id, id);
  g_assert_true (fixture_wait (is_back, desk));
  g_assert_cmpuint (get_top (desk), ==, top);
  g_assert_cmpuint (rap_article_text_get_caret (RAP_ARTICLE_TEXT (desk->text)), ==, top);
  desk_assert_history (desk, 1, "Import 1 article (1)");
}

static void
test_done (Desk          *desk,
           gconstpointer  data)
{
  desk_press (desk, "key ctrl+d");
  g_assert_cmpint (get_mark (desk).state, ==, RAP_READING_DONE);
  assert_label (desk, "✓ done");
  desk_press (desk, "key ctrl+d");
  g_assert_cmpint (get_mark (desk).state, ==, RAP_READING_READ);
  assert_label (desk, "mark as done");
}

static gboolean
is_read (gpointer data)
{
  return get_mark (data).state == RAP_READING_READ;
}

static gboolean
is_past (gpointer data)
{
  return g_get_monotonic_time () > *(gint64 *) data;
}

static void
wait_seconds (guint n)
{
  gint64 until = g_get_monotonic_time () + n * G_TIME_SPAN_SECOND;

  g_assert_true (fixture_wait (is_past, &until));
}

/* Opening is not reading; coming to the end is; by hand it stays as it is put. */
static void
test_read (Desk          *desk,
           gconstpointer  data)
{
  wait_seconds (6);
  g_assert_cmpint (get_mark (desk).state, ==, RAP_READING_UNREAD);
  desk_press (desk, "key ctrl+End");
  g_assert_true (fixture_wait (is_read, desk));
  desk_press (desk, "key ctrl+shift+d");
  g_assert_cmpint (get_mark (desk).state, ==, RAP_READING_UNREAD);
  desk_press (desk, "key Prior ctrl+End");
  wait_seconds (6);
  g_assert_cmpint (get_mark (desk).state, ==, RAP_READING_UNREAD);
  desk_press (desk, "key ctrl+shift+d");
  g_assert_cmpint (get_mark (desk).state, ==, RAP_READING_READ);
  desk_assert_history (desk, 1, "Import 1 article (1)");
}

/* One that fits the pane has its end on show. */
static void
test_read_short (Desk          *desk,
                 gconstpointer  data)
{
  g_assert_cmpint (get_mark (desk).state, ==, RAP_READING_UNREAD);
  g_assert_true (fixture_wait (is_read, desk));
}

/* An article that is taken away while its place is still to be kept, and comes again. */
static void
test_gone (Desk          *desk,
           gconstpointer  data)
{
  const char *id = RAP_RECORD (desk->article)->id;

  desk_press (desk, "key Next Next");
  g_assert_cmpuint (get_top (desk), >, 0);
  g_assert_cmpuint (rap_session_undo (desk->session, 1, NULL, NULL), ==, 1);
  wait_seconds (2);
  g_assert_cmpuint (get_top (desk), ==, 0);
  g_assert_cmpuint (rap_session_redo (desk->session, 1, NULL, NULL), ==, 1);
  rap_article_view_show (desk->view, id, 0);
  g_assert_true (fixture_settle (desk->window));
  desk_assert_history (desk, 1, "Import 1 article (1)");
}

/* Characters in the longest full line on show, and whether all lines stay in the column. */
static guint
measure_lines (Desk *desk)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (desk->text);
  GtkTextIter iter;
  guint longest = 0;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) strlen (MENU));
  for (guint i = 0; i < 40; i++)
    {
      GtkTextIter end = iter;

      gtk_text_view_forward_display_line_end (desk->text, &end);
      longest = MAX (longest, (guint) (gtk_text_iter_get_offset (&end) - gtk_text_iter_get_offset (&iter)));
      if (!gtk_text_view_forward_display_line (desk->text, &iter))
        break;
      gtk_text_view_backward_display_line_start (desk->text, &iter);
    }
  return longest;
}

/* That the line with @offset is the first on show, to a pixel. */
static void
assert_shown_at_top (Desk  *desk,
                     guint  offset)
{
  GdkRectangle visible, place;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (desk->text), &iter, (int) offset);
  gtk_text_view_get_visible_rect (desk->text, &visible);
  gtk_text_view_get_iter_location (desk->text, &iter, &place);
  g_assert_cmpint (ABS (place.y - visible.y), <=, 1);
}

static void
test_type (Desk          *desk,
           gconstpointer  data)
{
  static const struct { const char *face; int size, width, spacing; } types[] = {
    { "serif", 18, 70, 30 }, { "sans", 18, 70, 30 }, { "serif", 12, 50, 10 }, { "sans", 24, 60, 100 },
  };
  g_autoptr (GSettings) settings = g_settings_new ("org.rapporteur.Rapporteur");
  guint top;

  desk_press (desk, "key Next Next");
  top = get_top (desk);
  g_assert_cmpuint (top, >, strlen (MENU));
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      guint longest;

      g_settings_set_string (settings, "text-face", types[i].face);
      g_settings_set_int (settings, "text-size", types[i].size);
      g_settings_set_int (settings, "line-width", types[i].width);
      g_settings_set_int (settings, "line-spacing", types[i].spacing);
      g_assert_true (fixture_settle (desk->window));
      longest = measure_lines (desk);
      g_test_message ("%s %d: %u characters", types[i].face, types[i].size, longest);
      g_assert_cmpuint (longest, >, types[i].width * 3 / 4);
      g_assert_cmpuint (longest, <=, types[i].width + 5);
      g_assert_cmpuint (top, ==, get_top (desk));
      assert_shown_at_top (desk, top);
    }
  g_settings_reset (settings, "text-face");
  g_settings_reset (settings, "line-width");
  g_settings_reset (settings, "line-spacing");
  desk_press (desk, "key ctrl+0");
  g_assert_cmpint (g_settings_get_int (settings, "text-size"), ==, 18);
  desk_press (desk, "key ctrl+plus ctrl+plus");
  g_assert_cmpint (g_settings_get_int (settings, "text-size"), ==, 20);
  desk_press (desk, "key ctrl+minus");
  g_assert_cmpint (g_settings_get_int (settings, "text-size"), ==, 19);
  g_assert_cmpuint (top, ==, get_top (desk));
  assert_shown_at_top (desk, top);
  g_settings_reset (settings, "text-size");
}

static char *
read_article (Desk *desk)
{
  g_autoptr (RapRecord) record = rap_session_load (desk->session, RAP_KIND_ARTICLE, RAP_RECORD (desk->article)->id, NULL);
  const RapArticle *article = (const RapArticle *) record;
  g_autofree char *outlet = rap_session_get_name (desk->session, RAP_KIND_ENTITY, article->outlet);

  return g_strdup_printf ("%s, %s, %s", article->title, outlet, article->published != NULL ? article->published->text : "undated");
}

static void
detect (Desk *desk)
{
  static const struct { const char *member, *value, *found; } values[] = {
    { "title", "A better page", "og:title" },
    { "outlet", "Tasnim", "line 3: dateline" },
    { "published", "2022-11-08", "JSON-LD datePublished" },
    { "direction", "ltr", "the letters of the text" },
  };
  g_autoptr (GPtrArray) detected = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_detected_free);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    g_ptr_array_add (detected, rap_detected_new (RAP_RECORD (desk->article)->id, values[i].member, values[i].value, values[i].found));
  rap_session_set_detected (desk->session, detected, &error);
  g_assert_no_error (error);
}

/* The form says where values were found, and puts them back. */
static void
test_sources (Desk          *desk,
              gconstpointer  data)
{
  static const char * const expected[] = {
    "A better page, , undated", "A better page, Tasnim, undated", "A better page, Tasnim, 2022-11-08",
  };
  GtkWidget *window = gtk_window_new ();
  GtkWidget *form = g_object_new (RAP_TYPE_INSPECTOR_ARTICLE, NULL);
  g_autofree char *words = NULL;

  detect (desk);
  gtk_window_set_child (GTK_WINDOW (window), form);
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 900);
  gtk_window_present (GTK_WINDOW (window));
  rap_form_set_record (RAP_FORM (form), desk->session, RAP_RECORD (desk->article));
  g_assert_true (fixture_settle (window));
  words = fixture_read (window);
  g_assert_nonnull (strstr (words, "from og:title"));
  g_assert_nonnull (strstr (words, "from line 3: dateline"));
  g_assert_nonnull (strstr (words, "from JSON-LD datePublished"));
  g_assert_nonnull (strstr (words, "from the letters of the text"));

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      GtkWidget *reset = fixture_find (window, "GtkButton", "reset");
      g_autoptr (RapRecord) record = NULL;
      g_autofree char *article = NULL;

      g_assert_nonnull (reset);
      g_signal_emit_by_name (reset, "clicked");
      article = read_article (desk);
      g_assert_cmpstr (article, ==, expected[i]);
      record = rap_session_load (desk->session, RAP_KIND_ARTICLE, RAP_RECORD (desk->article)->id, NULL);
      rap_form_set_record (RAP_FORM (form), desk->session, record);
      g_assert_true (fixture_settle (window));
    }
  g_assert_null (fixture_find (window, "GtkButton", "reset"));
  g_assert_cmpuint (rap_session_undo (desk->session, 3, NULL, NULL), ==, 3);
  g_clear_pointer (&words, g_free);
  words = read_article (desk);
  g_assert_cmpstr (words, ==, "A page, , undated");
  rap_form_set_record (RAP_FORM (form), NULL, NULL);
  fixture_close (GTK_WINDOW (window));
}

/* Enter opens the innermost at the caret, but what was just chosen there first. */
static void
test_enter (Desk          *desk,
            gconstpointer  data)
{
  desk_select (desk, "Paragraph 0. The ministers said that relations between the two states had grown");
  desk_press (desk, "key c");
  desk_select (desk, "ministers said that");
  desk_press (desk, "key c");
  desk_put_caret (desk, "Paragraph 0.");
  desk_press (desk, "key Return");
  desk_assert_chosen (desk, "claim: Paragraph 0. The ministers said that relations between the two states had grown");
  desk_put_caret (desk, "ministers said that");
  desk_press (desk, "key Return");
  desk_assert_chosen (desk, "claim: ministers said that");
  desk_press (desk, "key shift+n");
  desk_press (desk, "key Return");
  desk_assert_chosen (desk, "claim: Paragraph 0. The ministers said that relations between the two states had grown");
}

static gboolean
is_right_aligned (Desk       *desk,
                  const char *passage)
{
  GdkRectangle area;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (desk->text), &iter, (int) desk_find (desk, passage).start);
  gtk_text_view_get_iter_location (desk->text, &iter, &area);
  return area.x > gtk_widget_get_width (GTK_WIDGET (desk->text)) / 3;
}

/* Each paragraph begins at its own side. */
static void
test_directions (Desk          *desk,
                 gconstpointer  data)
{
  g_assert_true (is_right_aligned (desk, "سرلشکر باقري"));
  g_assert_false (is_right_aligned (desk, "The call"));
  g_assert_true (is_right_aligned (desk, "سرلشکر باقری"));
  g_assert_cmpint (gtk_text_view_get_justification (desk->text), ==, GTK_JUSTIFY_LEFT);
}

/* A line that would keep the window busy for minutes; then the article before again. */
static void
test_endless_line (Desk          *desk,
                   gconstpointer  data)
{
  g_autofree char *line = g_strnfill (2 * 1000 * 1000, 'a');
  g_autoptr (RapEdits) edits = rap_edits_new ("Import 1 article");
  g_autoptr (RapArticle) article = RAP_ARTICLE (rap_record_new (RAP_KIND_ARTICLE));
  RapRange all = { 0, (guint) strlen (line) };
  g_autoptr (GError) error = NULL;

  rap_set_string (&article->title, "One line");
  article->text = rap_text_new (line);
  article->body = g_array_new (FALSE, FALSE, sizeof (RapRange));
  g_array_append_val (article->body, all);
  rap_edits_insert (edits, RAP_RECORD (article));
  rap_session_commit (desk->session, edits, &error);
  g_assert_no_error (error);

  rap_selection_set (desk->selection, RAP_KIND_ARTICLE, RAP_RECORD (article)->id, RAP_RECORD (article)->id);
  assert_label (desk, "This Article Cannot Be Shown");
  rap_selection_set (desk->selection, RAP_KIND_ARTICLE, RAP_RECORD (desk->article)->id, RAP_RECORD (desk->article)->id);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (desk->text)));
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void      (*set_up) (Desk *, gconstpointer);
    void      (*test) (Desk *, gconstpointer);
  } tests[] = {
    { "/app/reading/find", set_up_long, test_find },
    { "/app/reading/find-variants", set_up_rtl, test_find_variants },
    { "/app/reading/hits", set_up_long, test_hits },
    { "/app/reading/last-read", set_up_long, test_last_read },
    { "/app/reading/body", set_up_long, test_body },
    { "/app/reading/fold", set_up_long, test_fold },
    { "/app/reading/place", set_up_long, test_place },
    { "/app/reading/gone", set_up_long, test_gone },
    { "/app/reading/done", set_up_long, test_done },
    { "/app/reading/read", set_up_long, test_read },
    { "/app/reading/read-short", set_up_rtl, test_read_short },
    { "/app/reading/type", set_up_long, test_type },
    { "/app/reading/sources", set_up_long, test_sources },
    { "/app/reading/enter", set_up_long, test_enter },
    { "/app/reading/endless-line", set_up_long, test_endless_line },
    { "/app/reading/directions", set_up_rtl, test_directions },
  };
  int result;

  g_test_init (&argc, &argv, NULL);
  if (!desk_is_possible ())
    return 77;
  application = fixture_start ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Desk, NULL, tests[i].set_up, tests[i].test, tear_down);
  result = g_test_run ();
  g_object_unref (application);
  return result;
}
