/* test-article-selection.c
 *
 * Selecting in the article pane and seeing what is there, in a real window and
 * with real keys: growing and shrinking, passages in several parts, text that
 * runs from right to left, combining marks and emoji, overlapping annotations,
 * colours, layers, the line below the text and the list of annotations.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "article-desk.h"
#include "rap-article-outline.h"

static RapApplication *application;

#define QUOTED "He said: “We agreed, and we signed. We will meet again.” Then he left.\nA second paragraph."
#define SPLIT "“We agreed”, he said, adding, “we signed”. Nothing else was said."
#define MARKS "Cafe\xcc\x81 👨‍👩‍👧 and 🇮🇶 met."
#define PERSIAN "او گفت: «ما موافقیم، و امضا کردیم.» سپس رفت."
#define FURNITURE "The report begins here.\nSubscribe now!\nThe report goes on."

typedef struct
{
  const char *keys;
  const char *selected;
} Step;

static void
walk (Desk       *desk,
      const Step *steps,
      guint       n)
{
  for (guint i = 0; i < n; i++)
    {
      desk_press (desk, steps[i].keys);
      desk_assert_selected (desk, steps[i].selected);
    }
}

static void
test_grow (Desk          *desk,
           gconstpointer  data)
{
  static const Step steps[] = {
    { "key alt+Up", "agreed" },
    { "key alt+Up", "We agreed" },
    { "key alt+Up", "He said: “We agreed, and we signed." },
    { "key alt+Up", "He said: “We agreed, and we signed. We will meet again.” Then he left." },
    { "key alt+Up", QUOTED },
    { "key alt+Up", QUOTED },
    { "key alt+Down", "He said: “We agreed, and we signed. We will meet again.” Then he left." },
    { "key alt+Down", "He said: “We agreed, and we signed." },
    { "key alt+Down", "We agreed" },
    { "key alt+Down", "agreed" },
    { "key alt+Down", "" },
  };

  desk_put_caret (desk, "agreed");
  walk (desk, steps, G_N_ELEMENTS (steps));
}

/* A quotation of several sentences lies between sentence and paragraph. */
static void
test_grow_quotation (Desk          *desk,
                     gconstpointer  data)
{
  static const Step steps[] = {
    { "key s", "We will meet again.”" },
    { "key alt+Up", "He said: “We agreed, and we signed. We will meet again.” Then he left." },
  };
  static const Step others[] = {
    { "key l", "We will meet again." },
    { "key alt+Up", "We will meet again.”" },
    { "key alt+Down", "We will meet again." },
    { "key q", "We agreed, and we signed. We will meet again." },
    { "key alt+Up", "He said: “We agreed, and we signed. We will meet again.”" },
    { "key alt+Up", "He said: “We agreed, and we signed. We will meet again.” Then he left." },
    { "key alt+Down", "He said: “We agreed, and we signed. We will meet again.”" },
    { "key alt+Down", "We agreed, and we signed. We will meet again." },
  };

  desk_put_caret (desk, "meet");
  walk (desk, steps, G_N_ELEMENTS (steps));
  desk_put_caret (desk, "meet");
  walk (desk, others, G_N_ELEMENTS (others));
  desk_put_caret (desk, "second");
  desk_press (desk, "key q");
  g_assert_nonnull (strstr (desk->message, "no quotation"));
}

/* Whatever is selected by hand grows from there, without its white space. */
static void
test_grow_by_hand (Desk          *desk,
                   gconstpointer  data)
{
  RapRange ends = { desk_find (desk, " and we").start, desk_find (desk, "signed").end };

  rap_article_view_select (desk->view, ends);
  desk_press (desk, "key alt+Up");
  desk_assert_selected (desk, "and we signed.");
  desk_press (desk, "key alt+Up");
  desk_assert_selected (desk, "He said: “We agreed, and we signed.");
  desk_press (desk, "key alt+Down alt+Down");
  desk_assert_selected (desk, "and we signed");
}

static void
test_parts (Desk          *desk,
            gconstpointer  data)
{
  desk_put_caret (desk, "agreed");
  desk_press (desk, "key q c");
  desk_assert_chosen (desk, "claim: We agreed");
  desk_put_caret (desk, "signed");
  desk_press (desk, "key q a");
  desk_assert_chosen (desk, "claim: We agreed … we signed");
  desk_select (desk, "signed");
  desk_press (desk, "key a");
  g_assert_nonnull (strstr (desk->message, "part of the annotation already"));

  /* Shift+A takes words out; only white space between: one passage again. */
  desk_press (desk, "key shift+a");
  desk_assert_chosen (desk, "claim: We agreed … we");
  desk_select (desk, "signed");
  desk_press (desk, "key a");
  desk_assert_chosen (desk, "claim: We agreed … we signed");
  desk_select (desk, "Nothing");
  desk_press (desk, "key shift+a");
  g_assert_nonnull (strstr (desk->message, "no part of the chosen annotation"));
  rap_article_view_select (desk->view, (RapRange) { 0, desk_find (desk, "Nothing").start });
  desk_press (desk, "key shift+a");
  g_assert_nonnull (strstr (desk->message, "Nothing of the annotation would be left"));
  desk_assert_history (desk, 4, "Change passage of claim (1), Change passage of claim (1), "
                                "Change passage of claim (1), Tag claim (1)");
}

/* No key comes to rest inside what a reader sees as one character. */
static void
test_characters (Desk          *desk,
                 gconstpointer  data)
{
  static const char expected[] = "C|a|f|e\xcc\x81| |👨‍👩‍👧| |a|n|d| |🇮🇶| |m|e|t|.";
  g_autoptr (GString) got = g_string_new (NULL);
  guint last = 0;

  rap_article_view_select (desk->view, (RapRange) { 0, 0 });
  for (guint i = 0; i < 17; i++)
    {
      GtkTextIter start, end;
      g_autofree char *piece = NULL;

      desk_press (desk, "key shift+Right");
      gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (desk->text), &start, &end);
      piece = rap_text_slice (desk->article->text, (RapRange) { last, (guint) gtk_text_iter_get_offset (&end) });
      g_string_append_printf (got, "%s%s", i > 0 ? "|" : "", piece);
      last = (guint) gtk_text_iter_get_offset (&end);
    }
  g_assert_cmpstr (got->str, ==, expected);

  /* A selection that is set to cut some is widened before it is kept. */
  rap_article_view_select (desk->view, (RapRange) { 4, 7 });
  desk_press (desk, "key c");
  desk_assert_chosen (desk, "claim: e\xcc\x81 👨‍👩‍👧");
  desk_press (desk, "keydown alt keydown shift key Right Right keyup shift keyup alt");
  desk_assert_chosen (desk, "claim: e\xcc\x81 👨‍👩‍👧 a");
}

static void
test_rtl (Desk          *desk,
          gconstpointer  data)
{
  static const Step steps[] = {
    { "key alt+Up", "ما" },
    { "key alt+Up", "ما موافقیم" },
    { "key alt+Up", "ما موافقیم، و امضا کردیم." },
    { "key alt+Down", "ما موافقیم" },
    { "key alt+Left", "ما موافقیم، و" },
    { "key alt+Right", "ما موافقیم،" },
    { "key ctrl+alt+Left", "موافقیم،" },
  };

  desk_put_caret (desk, "ما");
  walk (desk, steps, G_N_ELEMENTS (steps));
}

/* Overlapping and nested: clicks and keys reach each, and Enter opens what the selection is in. */
static void
test_overlaps (Desk          *desk,
               gconstpointer  data)
{
  static const char * const passages[] = { "We agreed, and we signed", "and we signed. We will", "we signed" };

  for (guint i = 0; i < G_N_ELEMENTS (passages); i++)
    {
      desk_select (desk, passages[i]);
      desk_press (desk, "key c");
      rap_selection_set (desk->selection, RAP_KIND_ARTICLE, RAP_RECORD (desk->article)->id, NULL);
    }
  desk_put_caret (desk, "He said");
  for (guint i = 0; i < G_N_ELEMENTS (passages); i++)
    {
      g_autofree char *expected = g_strconcat ("claim: ", passages[i], NULL);

      desk_press (desk, "key n");
      desk_assert_chosen (desk, expected);
    }
  rap_selection_set (desk->selection, RAP_KIND_ARTICLE, RAP_RECORD (desk->article)->id, NULL);
  desk_select (desk, "signed. We");
  desk_press (desk, "key Return");
  desk_assert_chosen (desk, "claim: and we signed. We will");
  rap_selection_set (desk->selection, RAP_KIND_ARTICLE, RAP_RECORD (desk->article)->id, NULL);
  desk_put_caret (desk, "signed");
  desk_press (desk, "key Return");
  desk_assert_chosen (desk, "claim: we signed");
  g_assert_cmpuint (desk->n_edit_requests, ==, 5);
}

static gboolean
footer_says (Desk       *desk,
             const char *words)
{
  GtkWidget *footer = fixture_find (desk->window, "GtkLabel", "footer");

  return footer != NULL && strstr (gtk_label_get_text (GTK_LABEL (footer)), words) != NULL;
}

static void
test_footer (Desk          *desk,
             gconstpointer  data)
{
  rap_article_view_select (desk->view, (RapRange) { 2, 3 });
  g_assert_true (fixture_settle (desk->window));
  g_assert_true (footer_says (desk, "Only white space is selected"));
  desk_press (desk, "key e");
  g_assert_nonnull (strstr (desk->message, "only white space"));

  desk_select (desk, "We agreed, and we signed");
  desk_press (desk, "key c");
  g_assert_true (footer_says (desk, ""));
  rap_selection_set (desk->selection, RAP_KIND_ARTICLE, RAP_RECORD (desk->article)->id, NULL);
  desk_select (desk, "agreed");
  g_assert_true (fixture_settle (desk->window));
  g_assert_true (footer_says (desk, "Inside a claim · Enter opens it"));
  desk_select (desk, "We agreed, and we signed");
  g_assert_true (fixture_settle (desk->window));
  g_assert_true (footer_says (desk, "This passage is a claim already"));
}

/* Text that is on both sides of furniture is not tagged, and the message says what to do instead. */
static void
test_furniture (Desk          *desk,
                gconstpointer  data)
{
  rap_article_view_select (desk->view, (RapRange) { 4, desk_find (desk, "Subscribe").end });
  desk_press (desk, "key c");
  g_assert_nonnull (strstr (desk->message, "runs across page furniture"));
  g_assert_cmpuint (rap_session_count (desk->session, RAP_KIND_CLAIM), ==, 0);
  desk_select (desk, "report begins");
  desk_press (desk, "key c");
  desk_assert_chosen (desk, "claim: report begins");
}

/* What the list of annotations has: "claim mention …". (transfer full) */
static char *
read_list (Desk *desk)
{
  GListModel *list = rap_article_view_get_annotations (desk->view);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (RapRecord) record = g_list_model_get_item (list, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", rap_kind_get_nick (rap_record_get_kind (record)));
    }
  return g_string_free (text, FALSE);
}

static void
toggle (Desk       *desk,
        const char *name)
{
  GtkWidget *button = fixture_find (desk->window, "GtkCheckButton", name);

  g_assert_nonnull (button);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), !gtk_check_button_get_active (GTK_CHECK_BUTTON (button)));
  g_assert_true (fixture_settle (desk->window));
}

static gboolean
has_layers (gpointer data)
{
  return fixture_find (((Desk *) data)->window, "RapArticleLayers", NULL) != NULL;
}

static gboolean
has_no_layers (gpointer data)
{
  return !has_layers (data);
}

/* V shows what the colours mean and hides layers; hidden ones are not stepped to. */
static void
test_layers (Desk          *desk,
             gconstpointer  data)
{
  g_autofree char *all = NULL;
  g_autofree char *claims = NULL;

  GtkWidget *button = fixture_find (desk->window, "GtkMenuButton", "layers_button");

  desk_listen (desk, GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))));
  g_assert_true (fixture_settle (desk->window));
  all = read_list (desk);
  g_assert_nonnull (strstr (all, "mention"));
  desk_press (desk, "key shift+v");
  g_assert_true (fixture_wait (has_layers, desk));
  toggle (desk, "mentions");
  toggle (desk, "meetings");
  toggle (desk, "codings");
  desk_press (desk, "key Escape");
  g_assert_true (fixture_wait (has_no_layers, desk));
  g_assert_true (fixture_wait (desk_is_focused, desk));
  claims = read_list (desk);
  g_assert_nonnull (strstr (claims, "claim"));
  g_assert_null (strstr (claims, "mention"));
  g_assert_null (strstr (claims, "evidence"));
  g_assert_true (footer_says (desk, "Some annotations are hidden"));

  rap_article_view_select (desk->view, (RapRange) { 0, 0 });
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *chosen = NULL;

      desk_press (desk, "key n");
      chosen = desk_read_chosen (desk);
      g_assert_true (g_str_has_prefix (chosen, "claim: "));
    }
  desk_press (desk, "key shift+v");
  g_assert_true (fixture_wait (has_layers, desk));
  toggle (desk, "mentions");
  toggle (desk, "meetings");
  toggle (desk, "codings");
  {
    g_autofree char *again = read_list (desk);

    g_assert_cmpstr (again, ==, all);
  }
  desk_press (desk, "key Escape");
  g_assert_true (fixture_wait (has_no_layers, desk));
}

static void
test_colours (Desk          *desk,
              gconstpointer  data)
{
  static const char * const sentences[] = { "for codes", "for speakers", "for certainty", "" };

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      desk_press (desk, "key v");
      g_assert_true (footer_says (desk, sentences[i]));
      g_assert_cmpint (sentences[i][0] == '\0', ==, !footer_says (desk, "Colours"));
    }
}

/* The list follows every change, and tells only what changed. */
static void
items_changed_cb (GString *log,
                  guint    position,
                  guint    removed,
                  guint    added)
{
  g_string_append_printf (log, "%u -%u +%u;", position, removed, added);
}

static void
test_list (Desk          *desk,
           gconstpointer  data)
{
  GListModel *list = rap_article_view_get_annotations (desk->view);
  g_autoptr (GString) log = g_string_new (NULL);

  g_signal_connect_swapped (list, "items-changed", G_CALLBACK (items_changed_cb), log);
  desk_select (desk, "We agreed");
  desk_press (desk, "key c");
  desk_select (desk, "Then he left");
  desk_press (desk, "key c");
  desk_select (desk, "we signed");
  desk_press (desk, "key c");
  desk_press (desk, "key Delete");
  g_assert_cmpstr (log->str, ==, "0 -0 +1;1 -0 +1;1 -0 +1;1 -1 +0;");
  g_signal_handlers_disconnect_by_data (list, log);
}

/* A text of 60 paragraphs, a line or five long. (transfer full) */
static char *
make_long_text (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 60; i++)
    {
      g_string_append_printf (text, "Paragraph %u begins here", i);
      for (guint n = 0; n < (i % 10 == 9 ? 30u : 1u); n++)
        g_string_append (text, " and goes on");
      g_string_append_printf (text, ", to end at %u.\n", i);
    }
  return g_string_free (text, FALSE);
}

static gboolean
is_on_screen (Desk  *desk,
              guint  offset)
{
  GdkRectangle visible, place;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (desk->text), &iter, (int) offset);
  gtk_text_view_get_iter_location (desk->text, &iter, &place);
  gtk_text_view_get_visible_rect (desk->text, &visible);
  return place.y >= visible.y && place.y + place.height <= visible.y + visible.height;
}

/* All of "Paragraph 49 …", as a claim. */
static void
tag_paragraph (Desk *desk,
               guint i)
{
  g_autofree char *start = g_strdup_printf ("Paragraph %u begins", i);
  g_autofree char *end = g_strdup_printf ("end at %u.", i);

  rap_article_view_select (desk->view, (RapRange) { desk_find (desk, start).start, desk_find (desk, end).end });
  desk_press (desk, "key c");
}

/* From above and from below, all of a claim comes into view when there is room. */
static void
test_whole_claim (Desk          *desk,
                  gconstpointer  data)
{
  static const guint paragraphs[] = { 9, 29, 59 };
  static const struct { const char *key; guint paragraph; } steps[] = {
    { "key shift+n", 29 }, { "key shift+n", 9 }, { "key n", 29 }, { "key n", 59 }, { "key shift+n", 29 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (paragraphs); i++)
    tag_paragraph (desk, paragraphs[i]);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *start = g_strdup_printf ("Paragraph %u begins", steps[i].paragraph);
      g_autofree char *end = g_strdup_printf ("end at %u.", steps[i].paragraph);

      desk_press (desk, steps[i].key);
      g_assert_true (is_on_screen (desk, desk_find (desk, start).start));
      g_assert_true (is_on_screen (desk, desk_find (desk, end).end - 1));
    }
}

/* Beside the text, in one window. Borrowed. */
static GtkListView *
add_outline (Desk *desk)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *outline = g_object_new (RAP_TYPE_ARTICLE_OUTLINE, "width-request", 300, NULL);

  g_object_ref (desk->view);
  gtk_window_set_child (GTK_WINDOW (desk->window), NULL);
  gtk_widget_set_hexpand (GTK_WIDGET (desk->view), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (desk->view));
  gtk_box_append (GTK_BOX (box), outline);
  gtk_window_set_child (GTK_WINDOW (desk->window), box);
  g_object_unref (desk->view);
  rap_article_outline_set_session (RAP_ARTICLE_OUTLINE (outline), desk->session);
  rap_article_outline_set_view (RAP_ARTICLE_OUTLINE (outline), desk->view);
  gtk_widget_grab_focus (GTK_WIDGET (desk->view));
  g_assert_true (fixture_settle (desk->window));
  return GTK_LIST_VIEW (fixture_find (outline, "GtkListView", NULL));
}

/* The list follows what is chosen, and its arrow keys show the passages. */
static void
test_outline (Desk          *desk,
              gconstpointer  data)
{
  GtkListView *list;
  GtkSingleSelection *rows;

  tag_paragraph (desk, 2);
  tag_paragraph (desk, 50);
  tag_paragraph (desk, 57);
  list = add_outline (desk);
  g_assert_nonnull (list);
  rows = GTK_SINGLE_SELECTION (gtk_list_view_get_model (list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 3);
  desk_press (desk, "key shift+n");
  g_assert_cmpuint (gtk_single_selection_get_selected (rows), ==, 1);
  desk_press (desk, "key shift+n");
  g_assert_cmpuint (gtk_single_selection_get_selected (rows), ==, 0);
  g_assert_true (is_on_screen (desk, desk_find (desk, "Paragraph 2 ").start));

  gtk_widget_child_focus (GTK_WIDGET (list), GTK_DIR_TAB_FORWARD);
  desk_press (desk, "key Down Down");
  g_assert_cmpuint (gtk_single_selection_get_selected (rows), ==, 2);
  g_assert_true (is_on_screen (desk, desk_find (desk, "Paragraph 57 ").start));
  desk_assert_history (desk, 1, "Tag claim (1)");
}

/**
 * Case:
 * @text: of the article on show; NULL: one of the sample
 */
typedef struct
{
  const char     *path;
  const char     *text;
  const char     *language;
  const RapRange *body;
  void          (*test) (Desk *, gconstpointer);
} Case;

static void
set_up (Desk          *desk,
        gconstpointer  data)
{
  const Case *test = data;

  if (test->text == NULL)
    desk_open (desk, application, "He spoke beside");
  else
    desk_open_text (desk, application, test->text, test->language, test->body);
}

static void
tear_down (Desk          *desk,
           gconstpointer  data)
{
  desk_close (desk);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *long_text = make_long_text ();
  static const RapRange furniture_body = { 0, 24 };
  const Case tests[] = {
    { "/app/article-selection/grow", QUOTED, "en", NULL, test_grow },
    { "/app/article-selection/grow-quotation", QUOTED, "en", NULL, test_grow_quotation },
    { "/app/article-selection/grow-by-hand", QUOTED, "en", NULL, test_grow_by_hand },
    { "/app/article-selection/parts", SPLIT, "en", NULL, test_parts },
    { "/app/article-selection/characters", MARKS, "en", NULL, test_characters },
    { "/app/article-selection/right-to-left", PERSIAN, "fa", NULL, test_rtl },
    { "/app/article-selection/overlaps", QUOTED, "en", NULL, test_overlaps },
    { "/app/article-selection/footer", QUOTED, "en", NULL, test_footer },
    { "/app/article-selection/furniture", FURNITURE, "en", &furniture_body, test_furniture },
    { "/app/article-selection/layers", NULL, NULL, NULL, test_layers },
    { "/app/article-selection/colours", QUOTED, "en", NULL, test_colours },
    { "/app/article-selection/list", QUOTED, "en", NULL, test_list },
    { "/app/article-selection/whole-claim", long_text, "en", NULL, test_whole_claim },
    { "/app/article-selection/outline", long_text, "en", NULL, test_outline },
  };
  int result;

  g_test_init (&argc, &argv, NULL);
  if (!desk_is_possible ())
    return 77;
  application = fixture_start ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Desk, &tests[i], set_up, tests[i].test, tear_down);
  result = g_test_run ();
  g_object_unref (application);
  return result;
}
