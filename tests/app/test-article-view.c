/* test-article-view.c
 *
 * The article pane in a real window on the built-in sample, driven by real
 * keys (xdotool) while the text has the keyboard, and what was committed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "article-desk.h"
#include "rap-article-text.h"

static RapApplication *application;

static void
set_up (Desk          *desk,
        gconstpointer  data)
{
  desk_open (desk, application, data);
}

/* Furniture, report, furniture: twenty lines each, of many lengths. */
static void
set_up_wrapped (Desk          *desk,
                gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  RapRange body = { 0, 0 };

  for (guint line = 0; line < 60; line++)
    {
      for (guint word = 0; word < 2 + line * 7 % 23; word++)
        g_string_append (text, "سرلشکر محمد باقری ");
      g_string_append_c (text, '\n');
      if (line == 19)
        body.start = (guint) g_utf8_strlen (text->str, (gssize) text->len);
      if (line == 39)
        body.end = (guint) g_utf8_strlen (text->str, (gssize) text->len);
    }
  desk_open_text (desk, application, text->str, "fa", &body);
}

static void
tear_down (Desk          *desk,
           gconstpointer  data)
{
  desk_close (desk);
}

/* All of the buffer, folded or not. (transfer full) */
static char *
read_buffer (Desk *desk)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (desk->text);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

/* The buffer is the article: folding and drawing insert nothing, nor do keys. */
static void
test_text (Desk          *desk,
           gconstpointer  data)
{
  static const char *keys[] = { "key f", "key f", "key Right Right x y" };

  g_assert_false (gtk_text_view_get_editable (desk->text));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *text = read_buffer (desk);

      g_assert_cmpstr (text, ==, rap_text_get_utf8 (desk->article->text));
      desk_press (desk, keys[i]);
    }
  {
    g_autofree char *text = read_buffer (desk);

    g_assert_cmpstr (text, ==, rap_text_get_utf8 (desk->article->text));
  }
}

static void
test_select (Desk          *desk,
             gconstpointer  data)
{
  static const struct { const char *keys, *selected; } steps[] = {
    { "key w", "spoke" },
    { "key s", "He spoke beside his talks in Tehran with the Iraqi minister of defence, "
               "Juma Inad Saadoun, and was quoted by the Chinese agency Xinhua." },
    { "key Escape", "" },
  };

  desk_put_caret (desk, "spoke beside");
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *selected = NULL;

      desk_press (desk, steps[i].keys);
      selected = desk_get_selected (desk);
      g_assert_cmpstr (selected, ==, steps[i].selected);
    }
}

static void
test_boundaries_of_selection (Desk          *desk,
                              gconstpointer  data)
{
  static const struct { const char *keys, *selected; } steps[] = {
    { "key alt+Right", "beside his talks" },
    { "key alt+shift+Left", "beside his talk" },
    { "key alt+Left", "beside his" },
    { "key ctrl+alt+Left", "spoke beside his" },
    { "key ctrl+alt+shift+Right", "poke beside his" },
    { "key bracketleft", "spoke beside his" },
    { "key bracketright", "beside his" },
  };

  desk_select (desk, "beside his");
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *selected = NULL;

      desk_press (desk, steps[i].keys);
      selected = desk_get_selected (desk);
      g_assert_cmpstr (selected, ==, steps[i].selected);
    }
  desk_assert_history (desk, 1, "Fill with the sample (302)");
}

static void
test_claim (Desk          *desk,
            gconstpointer  data)
{
  guint n = rap_session_count (desk->session, RAP_KIND_CLAIM);

  desk_select (desk, "quoted by the Chinese agency");
  desk_press (desk, "key c");
  g_assert_cmpuint (rap_session_count (desk->session, RAP_KIND_CLAIM), ==, n + 1);
  g_assert_cmpuint (desk->n_edit_requests, ==, 1);
  desk_assert_chosen (desk, "claim: quoted by the Chinese agency");

  /* Three moves under one pressed Alt are one step. */
  desk_press (desk, "keydown alt key Right Right Left keyup alt");
  desk_assert_chosen (desk, "claim: quoted by the Chinese agency Xinhua.");
  desk_assert_history (desk, 2, "Change passage of claim (1), Tag claim (1)");

  desk_select (desk, "said");
  desk_press (desk, "key u");
  desk_select (desk, "Mohammad Baqeri");
  desk_press (desk, "key o");
  desk_select (desk, "Saadoun had landed");
  desk_press (desk, "key a");
  desk_assert_chosen (desk, "claim: quoted by the Chinese agency Xinhua. … Saadoun had landed");
  desk_assert_history (desk, 3, "Change passage of claim (1), Set source (1), Set cue (1)");

  desk_press (desk, "key Delete");
  g_assert_cmpuint (rap_session_count (desk->session, RAP_KIND_CLAIM), ==, n);
  rap_session_undo (desk->session, 6, NULL, NULL);
  g_assert_cmpuint (rap_session_count (desk->session, RAP_KIND_CLAIM), ==, n);
  desk_assert_history (desk, 0, "Delete claim (1), Change passage of claim (1), Set source (1), Set cue (1), "
                           "Change passage of claim (1), Tag claim (1), Fill with the sample (302)");
}

/* Without a selection the sentence at the caret is taken. */
static void
test_claim_sentence (Desk          *desk,
                     gconstpointer  data)
{
  desk_put_caret (desk, "spoke beside");
  desk_press (desk, "key c");
  desk_assert_chosen (desk, "claim: He spoke beside his talks in Tehran with the Iraqi minister of defence, "
                       "Juma Inad Saadoun, and was quoted by the Chinese agency Xinhua.");
}

static void
test_refusals (Desk          *desk,
               gconstpointer  data)
{
  guint n = rap_session_count (desk->session, RAP_KIND_MENTION);

  desk_put_caret (desk, "spoke beside");
  desk_press (desk, "key e");
  g_assert_nonnull (strstr (desk->message, "Select the passage first"));
  rap_article_view_select (desk->view, (RapRange) { desk_find (desk, "spoke beside").start - 1,
                                                    desk_find (desk, "spoke beside").start });
  desk_press (desk, "key 1");
  g_assert_nonnull (strstr (desk->message, "only white space"));
  desk_press (desk, "key Escape Delete");
  g_assert_nonnull (strstr (desk->message, "Choose an annotation first"));
  g_assert_cmpuint (rap_session_count (desk->session, RAP_KIND_MENTION), ==, n);
  desk_assert_history (desk, 1, "Fill with the sample (302)");
}

static gboolean
is_typing (gpointer data)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (data));

  return GTK_IS_TEXT (focus);
}

static void
test_mention (Desk          *desk,
              gconstpointer  data)
{
  guint n_entities = rap_session_count (desk->session, RAP_KIND_ENTITY);

  desk_select (desk, "Baqeri");
  desk_press (desk, "key e");
  desk_assert_chosen (desk, "mention: Baqeri");
  g_assert_cmpuint (rap_session_count (desk->session, RAP_KIND_ENTITY), ==, n_entities);

  /* Nobody bears this name: Up and down to the new one, Enter. */
  desk_select (desk, "the Chinese agency");
  desk_press (desk, "key e");
  g_assert_true (fixture_wait (is_typing, desk->window));
  desk_press (desk, "type Zzagency");
  desk_press (desk, "key Return");
  desk_assert_chosen (desk, "mention: the Chinese agency");
  g_assert_cmpuint (rap_session_count (desk->session, RAP_KIND_ENTITY), ==, n_entities + 1);
  desk_assert_history (desk, 1, "Mark mention of Zzagency (2)");
}

static void
test_meeting (Desk          *desk,
              gconstpointer  data)
{
  guint n = rap_session_count (desk->session, RAP_KIND_MEETING);

  desk_select (desk, "quoted by the Chinese agency");
  desk_press (desk, "key m");
  g_assert_true (fixture_wait (is_typing, desk->window));
  desk_press (desk, "type Zzinterview");

  /* Escape keeps what was typed. */
  desk_press (desk, "key Escape");
  g_assert_true (fixture_wait (desk_is_focused, desk));
  desk_press (desk, "key m");
  g_assert_true (fixture_wait (is_typing, desk->window));
  desk_press (desk, "key Return");
  desk_press (desk, "type 2020-11~");
  desk_press (desk, "key Return");
  g_assert_cmpuint (rap_session_count (desk->session, RAP_KIND_MEETING), ==, n + 1);
  desk_assert_chosen (desk, "evidence: quoted by the Chinese agency");
  {
    g_autoptr (RapRecord) evidence = rap_session_load (desk->session, RAP_KIND_EVIDENCE,
                                                       rap_selection_get_id (desk->selection), NULL);
    g_autoptr (RapRecord) meeting = rap_session_load (desk->session, RAP_KIND_MEETING,
                                                      RAP_EVIDENCE (evidence)->meeting, NULL);

    g_assert_cmpstr (RAP_MEETING (meeting)->title, ==, "Zzinterview");
    g_assert_cmpstr (RAP_MEETING (meeting)->when->text, ==, "2020-11~");
  }

  /* Again, by type-ahead over what is there. */
  desk_select (desk, "beside his talks");
  desk_press (desk, "key m");
  g_assert_true (fixture_wait (is_typing, desk->window));
  desk_press (desk, "type zzint");
  desk_press (desk, "key Return");
  g_assert_cmpuint (rap_session_count (desk->session, RAP_KIND_MEETING), ==, n + 1);
  desk_assert_chosen (desk, "evidence: beside his talks");
}

static void
test_relate (Desk          *desk,
             gconstpointer  data)
{
  guint n = rap_session_count (desk->session, RAP_KIND_RELATION);

  desk_select (desk, "quoted by");
  desk_press (desk, "key c");
  desk_press (desk, "key r");
  desk_press (desk, "key 2 Return");
  g_assert_cmpuint (rap_session_count (desk->session, RAP_KIND_RELATION), ==, n + 1);
  desk_assert_history (desk, 2, "Relate claims (1), Tag claim (1)");
}

/* No two chips share a pixel. */
static void
test_chips (Desk          *desk,
            gconstpointer  data)
{
  GtkWidget *margin = fixture_find (desk->window, "RapArticleChips", NULL);
  float bottom = 0;
  guint n = 0;

  g_assert_nonnull (margin);
  for (GtkWidget *chip = gtk_widget_get_first_child (margin); chip != NULL; chip = gtk_widget_get_next_sibling (chip))
    {
      graphene_rect_t area;

      if (!gtk_widget_get_mapped (chip) || !GTK_IS_BUTTON (chip))
        continue;
      g_assert_true (gtk_widget_compute_bounds (chip, margin, &area));
      g_assert_cmpfloat (area.origin.y, >=, bottom);
      bottom = area.origin.y + area.size.height;
      n++;
    }
  g_assert_cmpuint (n, >=, 5);
}

/* Next and previous walk through all annotations in text order, and back. */
static void
test_walk (Desk          *desk,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) annotations = rap_session_load_annotations (desk->session, RAP_RECORD (desk->article)->id, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint last = 0;

  rap_article_view_select (desk->view, (RapRange) { 0, 0 });
  for (guint i = 0; i < annotations->len; i++)
    {
      g_autoptr (RapRecord) record = NULL;
      guint start;

      gtk_widget_activate_action (GTK_WIDGET (desk->view), "article.next", NULL);
      record = rap_session_find (desk->session, rap_selection_get_id (desk->selection), NULL);
      start = rap_anchor_get_hull (rap_record_get_anchor (record)).start;
      g_assert_cmpuint (start, >=, last);
      last = start;
      g_hash_table_add (seen, g_strdup (record->id));
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, annotations->len);
  gtk_widget_activate_action (GTK_WIDGET (desk->view), "article.next", NULL);
  g_assert_nonnull (strstr (desk->message, "no annotation after"));
  gtk_widget_activate_action (GTK_WIDGET (desk->view), "article.previous", NULL);
  g_assert_false (rap_selection_is (desk->selection, RAP_KIND_ARTICLE, RAP_RECORD (desk->article)->id));
}

/* In an article from right to left, Left is forward. */
static void
test_rtl (Desk          *desk,
          gconstpointer  data)
{
  RapRange word;
  RapRange moved;

  g_assert_cmpint (desk->article->direction, ==, RAP_DIRECTION_RTL);
  desk_put_caret (desk, data);
  desk_press (desk, "key w");
  g_assert_true (rap_article_view_get_passage (desk->view, &word));
  desk_press (desk, "key alt+Left");
  g_assert_true (rap_article_view_get_passage (desk->view, &moved));
  g_assert_cmpuint (moved.start, ==, word.start);
  g_assert_cmpuint (moved.end, >, word.end);
}

/* What is committed elsewhere is followed; an article that goes leaves an empty page. */
static void
test_follow (Desk          *desk,
             gconstpointer  data)
{
  g_autoptr (RapArticle) renamed = RAP_ARTICLE (rap_record_copy (RAP_RECORD (desk->article)));
  g_autoptr (RapEdits) edits = rap_edits_new ("Change title");
  g_autoptr (GError) error = NULL;

  rap_set_string (&renamed->title, "Another headline");
  rap_edits_replace (edits, RAP_RECORD (desk->article), RAP_RECORD (renamed));
  rap_session_commit (desk->session, edits, &error);
  g_assert_no_error (error);
  g_assert_true (fixture_settle (desk->window));
  g_assert_nonnull (fixture_find (desk->window, "GtkLabel", "Another headline"));

  g_assert_cmpuint (rap_session_undo (desk->session, 2, NULL, NULL), ==, 2);
  g_assert_true (fixture_settle (desk->window));
  g_assert_null (fixture_find (desk->window, "RapArticleText", NULL));
  g_assert_nonnull (fixture_find (desk->window, "AdwStatusPage", NULL));
}

static void
note_hovered_cb (GArray *hovered,
                 int     offset)
{
  g_array_append_val (hovered, offset);
}

static GtkEventController *
find_motion_controller (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller) &&
          g_signal_has_handler_pending (controller, g_signal_lookup ("motion", GTK_TYPE_EVENT_CONTROLLER_MOTION), 0,
                                        TRUE))
        return controller;
    }
  g_error ("nothing follows the pointer");
}

/* The pointer on every row before the text was laid out again: what is folded
 * still has its height then. Counts the rows on which something was hovered. */
static guint
hover_every_row (Desk   *desk,
                 GArray *hovered)
{
  GtkEventController *motion = find_motion_controller (GTK_WIDGET (desk->text));
  int height = gtk_widget_get_height (GTK_WIDGET (desk->text));
  guint n = 0;

  g_array_set_size (hovered, 0);
  for (int y = 0; y < height; y++)
    for (double x = 40; x < 700; x += 300)
      g_signal_emit_by_name (motion, "motion", x, (double) y);
  rap_article_text_get_visible (RAP_ARTICLE_TEXT (desk->text));
  for (guint i = 0; i < hovered->len; i++)
    n += g_array_index (hovered, int, i) >= 0;
  return n;
}

/* Folding under the pointer: GTK itself ends the program when it is asked for
 * the character at the place of a line that was folded since. */
static void
test_pointer_on_folds (Desk          *desk,
                       gconstpointer  data)
{
  g_autoptr (GArray) hovered = g_array_new (FALSE, FALSE, sizeof (int));
  gulong handler = g_signal_connect_swapped (desk->text, "hovered", G_CALLBACK (note_hovered_cb), hovered);

  for (guint i = 0; i < 6; i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (desk->view), "article.toggle-furniture", NULL);
      g_assert_cmpuint (hover_every_row (desk, hovered), >, 100);
      if (i % 3 == 2)
        g_assert_true (fixture_settle (desk->window));
    }
  g_signal_handler_disconnect (desk->text, handler);
}

/* Another article under the pointer, before the first frame of it. */
static void
test_pointer_on_new_article (Desk          *desk,
                             gconstpointer  data)
{
  g_autoptr (GArray) hovered = g_array_new (FALSE, FALSE, sizeof (int));
  gulong handler = g_signal_connect_swapped (desk->text, "hovered", G_CALLBACK (note_hovered_cb), hovered);

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (GListModel) articles = rap_session_list (desk->session, RAP_KIND_ARTICLE);
      g_autoptr (RapHeader) header = g_list_model_get_item (articles, i % g_list_model_get_n_items (articles));

      rap_selection_set (desk->selection, RAP_KIND_ARTICLE, header->id, header->id);
      hover_every_row (desk, hovered);
      g_assert_cmpuint (hovered->len, >, 0);
      g_assert_true (fixture_settle (desk->window));
    }
  g_signal_handler_disconnect (desk->text, handler);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    const char *passage;   /* of the article on show */
    void      (*test) (Desk *, gconstpointer);
  } tests[] = {
    { "/app/article-view/text", "He spoke beside", test_text },
    { "/app/article-view/select", "He spoke beside", test_select },
    { "/app/article-view/boundaries-of-selection", "He spoke beside", test_boundaries_of_selection },
    { "/app/article-view/claim", "He spoke beside", test_claim },
    { "/app/article-view/claim-sentence", "He spoke beside", test_claim_sentence },
    { "/app/article-view/refusals", "He spoke beside", test_refusals },
    { "/app/article-view/mention", "He spoke beside", test_mention },
    { "/app/article-view/meeting", "He spoke beside", test_meeting },
    { "/app/article-view/relate", "He spoke beside", test_relate },
    { "/app/article-view/chips", "He spoke beside", test_chips },
    { "/app/article-view/walk", "He spoke beside", test_walk },
    { "/app/article-view/right-to-left", "سرلشکر", test_rtl },
    { "/app/article-view/pointer-on-new-article", "سرلشکر", test_pointer_on_new_article },
    { "/app/article-view/follow", "He spoke beside", test_follow },
  };
  int result;

  g_test_init (&argc, &argv, NULL);
  if (!desk_is_possible ())
    return 77;
  application = fixture_start ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Desk, tests[i].passage, set_up, tests[i].test, tear_down);
  g_test_add ("/app/article-view/pointer-on-folds", Desk, NULL, set_up_wrapped, test_pointer_on_folds, tear_down);
  result = g_test_run ();
  g_object_unref (application);
  return result;
}
