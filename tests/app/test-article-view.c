/* test-article-view.c
 *
 * The article pane in a real window on the built-in sample, driven by real
 * keys (xdotool) while the text has the keyboard, and what was committed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "rap-article-view.h"
#include "window-fixture.h"

#define LAST_KEY      GDK_KEY_Pause   /* means nothing to the window */
#define LAST_KEY_NAME "Pause"

static RapApplication *application;
static char *xdotool;

typedef struct
{
  char           *folder;
  RapSession     *session;
  RapSelection   *selection;
  GtkWidget      *window;
  RapArticleView *view;
  GtkTextView    *text;
  RapArticle     *article;
  guint           n_edit_requests;
  gboolean        arrived;   /* the key that ends each run of keys */
  char           *message;   /* the last */
} Desk;

static void
message_cb (Desk       *desk,
            const char *sentence)
{
  rap_set_string (&desk->message, sentence);
}

static void
edit_cb (Desk *desk)
{
  desk->n_edit_requests++;
}

/* Keys */

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  gboolean *done = user_data;

  g_assert_true (g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, NULL));
  *done = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static gboolean
key_released_cb (Desk  *desk,
                 guint  keyval)
{
  desk->arrived = desk->arrived || keyval == LAST_KEY;
  return GDK_EVENT_PROPAGATE;
}

static void
run_xdotool (const char *arguments)
{
  g_auto (GStrv) words = g_strsplit (arguments, " ", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) command = NULL;
  g_autoptr (GSubprocess) process = NULL;
  gboolean done = FALSE;

  g_strv_builder_add (builder, xdotool);
  g_strv_builder_addv (builder, (const char **) words);
  command = g_strv_builder_end (builder);
  process = g_subprocess_newv ((const char * const *) command, G_SUBPROCESS_FLAGS_NONE, NULL);
  g_assert_nonnull (process);
  g_subprocess_wait_async (process, NULL, done_cb, &done);
  g_assert_true (fixture_wait (is_true, &done));
}

/* Arguments of xdotool, separated by spaces: "key s c", "type abc". The window
 * has dealt with them when this returns: keys arrive in order. */
static void
press (Desk       *desk,
       const char *arguments)
{
  desk->arrived = FALSE;
  run_xdotool (arguments);
  run_xdotool ("key " LAST_KEY_NAME);
  g_assert_true (fixture_wait (is_true, &desk->arrived));
  g_assert_true (fixture_settle (desk->window));
}

/* The first article whose text has @passage. */
static RapArticle *
find_article (RapSession *session,
              const char *passage)
{
  g_autoptr (GListModel) articles = rap_session_list (session, RAP_KIND_ARTICLE);

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (RapHeader) header = g_list_model_get_item (articles, i);
      g_autoptr (RapRecord) article = rap_session_load (session, RAP_KIND_ARTICLE, header->id, NULL);

      if (strstr (rap_text_get_utf8 (RAP_ARTICLE (article)->text), passage) != NULL)
        return RAP_ARTICLE (g_steal_pointer (&article));
    }
  g_error ("the sample has no article with “%s”", passage);
}

static gboolean
is_focused (gpointer data)
{
  Desk *desk = data;

  return gtk_window_is_active (GTK_WINDOW (desk->window)) && gtk_widget_has_focus (GTK_WIDGET (desk->text));
}

static void
set_up (Desk          *desk,
        gconstpointer  data)
{
  GtkEventController *keys;
  const char *id;

  desk->folder = fixture_make_folder ();
  desk->session = fixture_create (desk->folder, "sample", TRUE);
  desk->selection = rap_selection_new ();
  desk->article = find_article (desk->session, data);
  id = RAP_RECORD (desk->article)->id;

  desk->window = gtk_application_window_new (GTK_APPLICATION (application));
  desk->view = RAP_ARTICLE_VIEW (rap_article_view_new ());
  gtk_window_set_default_size (GTK_WINDOW (desk->window), 1100, 900);
  gtk_window_set_child (GTK_WINDOW (desk->window), GTK_WIDGET (desk->view));
  g_signal_connect_swapped (desk->view, "message", G_CALLBACK (message_cb), desk);
  g_signal_connect_swapped (desk->view, "edit-requested", G_CALLBACK (edit_cb), desk);
  rap_article_view_set_session (desk->view, desk->session);
  rap_article_view_set_selection (desk->view, desk->selection);
  rap_selection_set (desk->selection, RAP_KIND_ARTICLE, id, id);
  gtk_window_present (GTK_WINDOW (desk->window));
  g_assert_true (fixture_settle (desk->window));

  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_limit (keys, GTK_LIMIT_NONE);
  g_signal_connect_swapped (keys, "key-released", G_CALLBACK (key_released_cb), desk);
  gtk_widget_add_controller (desk->window, keys);
  desk->text = GTK_TEXT_VIEW (fixture_find (desk->window, "RapArticleText", NULL));
  gtk_widget_grab_focus (GTK_WIDGET (desk->view));
  g_assert_true (fixture_wait (is_focused, desk));
}

static void
tear_down (Desk          *desk,
           gconstpointer  data)
{
  fixture_close (GTK_WINDOW (desk->window));
  fixture_drain ();
  g_object_unref (desk->article);
  g_assert_finalize_object (desk->selection);
  g_assert_finalize_object (desk->session);
  fixture_remove_folder (desk->folder);
  g_free (desk->folder);
  g_free (desk->message);
}

/* Places */

static RapRange
find (Desk       *desk,
      const char *passage)
{
  const char *utf8 = rap_text_get_utf8 (desk->article->text);
  const char *found = strstr (utf8, passage);
  RapRange range;

  g_assert_nonnull (found);
  range.start = rap_text_from_byte (desk->article->text, (gsize) (found - utf8));
  range.end = range.start + (guint) g_utf8_strlen (passage, -1);
  return range;
}

static void
select_passage (Desk       *desk,
                const char *passage)
{
  rap_article_view_select (desk->view, find (desk, passage));
}

static void
put_caret (Desk       *desk,
           const char *passage)
{
  guint offset = find (desk, passage).start + 1;

  rap_article_view_select (desk->view, (RapRange) { offset, offset });
}

/* What is selected in the text. (transfer full) */
static char *
get_selected (Desk *desk)
{
  RapRange passage;

  return rap_article_view_get_passage (desk->view, &passage)
           ? rap_text_slice (desk->article->text, passage) : g_strdup ("");
}

/* "claim: the quote", of the chosen annotation as it is stored. (transfer full) */
static char *
describe_chosen (Desk *desk)
{
  g_autoptr (RapRecord) record = rap_session_load (desk->session, rap_selection_get_kind (desk->selection),
                                                   rap_selection_get_id (desk->selection), NULL);
  const RapAnchor *anchor = record != NULL ? rap_record_get_anchor (record) : NULL;

  return anchor == NULL ? g_strdup ("nothing")
                        : g_strdup_printf ("%s: %s", rap_kind_get_nick (rap_record_get_kind (record)), anchor->exact);
}

#define assert_chosen(desk, expected) \
  G_STMT_START { \
    g_autofree char *chosen_ = describe_chosen (desk); \
    g_assert_cmpstr (chosen_, ==, expected); \
  } G_STMT_END

/* "Tag claim, Link meeting": the last groups, the newest first. (transfer full) */
static char *
read_history (Desk  *desk,
              guint  n)
{
  g_autoptr (GPtrArray) entries = rap_session_get_history (desk->session, n, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      RapHistoryEntry *entry = entries->pdata[i];

      g_string_append_printf (text, "%s%s (%u)", i > 0 ? ", " : "", entry->label, entry->n_edits);
    }
  return g_string_free (text, FALSE);
}

#define assert_history(desk, n, expected) \
  G_STMT_START { \
    g_autofree char *history_ = read_history (desk, n); \
    g_assert_cmpstr (history_, ==, expected); \
  } G_STMT_END

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
      press (desk, keys[i]);
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

  put_caret (desk, "spoke beside");
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *selected = NULL;

      press (desk, steps[i].keys);
      selected = get_selected (desk);
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

  select_passage (desk, "beside his");
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *selected = NULL;

      press (desk, steps[i].keys);
      selected = get_selected (desk);
      g_assert_cmpstr (selected, ==, steps[i].selected);
    }
  assert_history (desk, 1, "Fill with the sample (302)");
}

static void
test_grow (Desk          *desk,
           gconstpointer  data)
{
  g_autofree char *word = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *back = NULL;

  put_caret (desk, "spoke beside");
  press (desk, "key alt+Up");
  word = get_selected (desk);
  press (desk, "key alt+Up");
  sentence = get_selected (desk);
  press (desk, "key alt+Down");
  back = get_selected (desk);
  g_assert_cmpstr (word, ==, "spoke");
  g_assert_true (g_str_has_prefix (sentence, "He spoke") && g_str_has_suffix (sentence, "Xinhua."));
  g_assert_cmpstr (back, ==, "spoke");
}

static void
test_claim (Desk          *desk,
            gconstpointer  data)
{
  guint n = rap_session_count (desk->session, RAP_KIND_CLAIM);

  select_passage (desk, "quoted by the Chinese agency");
  press (desk, "key c");
  g_assert_cmpuint (rap_session_count (desk->session, RAP_KIND_CLAIM), ==, n + 1);
  g_assert_cmpuint (desk->n_edit_requests, ==, 1);
  assert_chosen (desk, "claim: quoted by the Chinese agency");

  /* Three moves under one pressed Alt are one step. */
  press (desk, "keydown alt key Right Right Left keyup alt");
  assert_chosen (desk, "claim: quoted by the Chinese agency Xinhua.");
  assert_history (desk, 2, "Change passage of claim (1), Tag claim (1)");

  select_passage (desk, "said");
  press (desk, "key u");
  select_passage (desk, "Mohammad Baqeri");
  press (desk, "key o");
  select_passage (desk, "Saadoun had landed");
  press (desk, "key a");
  assert_chosen (desk, "claim: quoted by the Chinese agency Xinhua. … Saadoun had landed");
  assert_history (desk, 3, "Change passage of claim (1), Set source (1), Set cue (1)");

  press (desk, "key Delete");
  g_assert_cmpuint (rap_session_count (desk->session, RAP_KIND_CLAIM), ==, n);
  rap_session_undo (desk->session, 6, NULL, NULL);
  g_assert_cmpuint (rap_session_count (desk->session, RAP_KIND_CLAIM), ==, n);
  assert_history (desk, 0, "Delete claim (1), Change passage of claim (1), Set source (1), Set cue (1), "
                           "Change passage of claim (1), Tag claim (1), Fill with the sample (302)");
}

/* Without a selection the sentence at the caret is taken. */
static void
test_claim_sentence (Desk          *desk,
                     gconstpointer  data)
{
  put_caret (desk, "spoke beside");
  press (desk, "key c");
  assert_chosen (desk, "claim: He spoke beside his talks in Tehran with the Iraqi minister of defence, "
                       "Juma Inad Saadoun, and was quoted by the Chinese agency Xinhua.");
}

static void
test_refusals (Desk          *desk,
               gconstpointer  data)
{
  guint n = rap_session_count (desk->session, RAP_KIND_MENTION);

  put_caret (desk, "spoke beside");
  press (desk, "key e");
  g_assert_nonnull (strstr (desk->message, "Select the passage first"));
  rap_article_view_select (desk->view, (RapRange) { find (desk, "spoke beside").start - 1,
                                                    find (desk, "spoke beside").start });
  press (desk, "key 1");
  g_assert_nonnull (strstr (desk->message, "only white space"));
  press (desk, "key Escape Delete");
  g_assert_nonnull (strstr (desk->message, "Choose an annotation first"));
  g_assert_cmpuint (rap_session_count (desk->session, RAP_KIND_MENTION), ==, n);
  assert_history (desk, 1, "Fill with the sample (302)");
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

  select_passage (desk, "Baqeri");
  press (desk, "key e");
  assert_chosen (desk, "mention: Baqeri");
  g_assert_cmpuint (rap_session_count (desk->session, RAP_KIND_ENTITY), ==, n_entities);

  /* Nobody bears this name: Up and down to the new one, Enter. */
  select_passage (desk, "the Chinese agency");
  press (desk, "key e");
  g_assert_true (fixture_wait (is_typing, desk->window));
  press (desk, "type Zzagency");
  press (desk, "key Return");
  assert_chosen (desk, "mention: the Chinese agency");
  g_assert_cmpuint (rap_session_count (desk->session, RAP_KIND_ENTITY), ==, n_entities + 1);
  assert_history (desk, 1, "Mark mention of Zzagency (2)");
}

static void
test_meeting (Desk          *desk,
              gconstpointer  data)
{
  guint n = rap_session_count (desk->session, RAP_KIND_MEETING);

  select_passage (desk, "quoted by the Chinese agency");
  press (desk, "key m");
  g_assert_true (fixture_wait (is_typing, desk->window));
  press (desk, "type Zzinterview");

  /* Escape keeps what was typed. */
  press (desk, "key Escape");
  g_assert_true (fixture_wait (is_focused, desk));
  press (desk, "key m");
  g_assert_true (fixture_wait (is_typing, desk->window));
  press (desk, "key Return");
  press (desk, "type 2020-11~");
  press (desk, "key Return");
  g_assert_cmpuint (rap_session_count (desk->session, RAP_KIND_MEETING), ==, n + 1);
  assert_chosen (desk, "evidence: quoted by the Chinese agency");
  {
    g_autoptr (RapRecord) evidence = rap_session_load (desk->session, RAP_KIND_EVIDENCE,
                                                       rap_selection_get_id (desk->selection), NULL);
    g_autoptr (RapRecord) meeting = rap_session_load (desk->session, RAP_KIND_MEETING,
                                                      RAP_EVIDENCE (evidence)->meeting, NULL);

    g_assert_cmpstr (RAP_MEETING (meeting)->title, ==, "Zzinterview");
    g_assert_cmpstr (RAP_MEETING (meeting)->when->text, ==, "2020-11~");
  }

  /* Again, by type-ahead over what is there. */
  select_passage (desk, "beside his talks");
  press (desk, "key m");
  g_assert_true (fixture_wait (is_typing, desk->window));
  press (desk, "type zzint");
  press (desk, "key Return");
  g_assert_cmpuint (rap_session_count (desk->session, RAP_KIND_MEETING), ==, n + 1);
  assert_chosen (desk, "evidence: beside his talks");
}

static void
test_relate (Desk          *desk,
             gconstpointer  data)
{
  guint n = rap_session_count (desk->session, RAP_KIND_RELATION);

  select_passage (desk, "quoted by");
  press (desk, "key c");
  press (desk, "key r r");
  g_assert_nonnull (strstr (desk->message, "cannot be related to itself"));
  press (desk, "key n");
  press (desk, "key r");
  press (desk, "key 2");
  g_assert_cmpuint (rap_session_count (desk->session, RAP_KIND_RELATION), ==, n + 1);
  assert_history (desk, 2, "Relate claims (1), Tag claim (1)");
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
  put_caret (desk, data);
  press (desk, "key w");
  g_assert_true (rap_article_view_get_passage (desk->view, &word));
  press (desk, "key alt+Left");
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
    { "/app/article-view/grow", "He spoke beside", test_grow },
    { "/app/article-view/claim", "He spoke beside", test_claim },
    { "/app/article-view/claim-sentence", "He spoke beside", test_claim_sentence },
    { "/app/article-view/refusals", "He spoke beside", test_refusals },
    { "/app/article-view/mention", "He spoke beside", test_mention },
    { "/app/article-view/meeting", "He spoke beside", test_meeting },
    { "/app/article-view/relate", "He spoke beside", test_relate },
    { "/app/article-view/chips", "He spoke beside", test_chips },
    { "/app/article-view/walk", "He spoke beside", test_walk },
    { "/app/article-view/right-to-left", "سرلشکر", test_rtl },
    { "/app/article-view/follow", "He spoke beside", test_follow },
  };
  int result;

  g_test_init (&argc, &argv, NULL);
  xdotool = g_find_program_in_path ("xdotool");
  if (xdotool == NULL)
    {
      g_test_message ("xdotool is not installed: no keys can be pressed");
      return 77;
    }
  application = fixture_start ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Desk, tests[i].passage, set_up, tests[i].test, tear_down);
  result = g_test_run ();
  g_object_unref (application);
  g_free (xdotool);
  return result;
}
