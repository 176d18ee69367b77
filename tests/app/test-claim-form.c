/* test-claim-form.c
 *
 * The form of a claim and its relations in the real window on the built-in
 * sample, driven by real keys (xdotool): where Tab and the mnemonics lead, what
 * the pad and the chooser commit, what the text shows meanwhile, and jumps.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "rap-article-chip.h"
#include "rap-article-text.h"
#include "rap-article-view.h"
#include "rap-field-row.h"
#include "rap-inspector-claim.h"
#include "window-fixture.h"

#define LAST_KEY      GDK_KEY_Pause   /* means nothing to the window */
#define LAST_KEY_NAME "Pause"
#define MAX_STOPS     60

static RapApplication *application;
static char *xdotool;

typedef struct
{
  char         *folder;
  RapSession   *session;
  RapSelection *selection;
  GtkWidget    *window;
  GtkWidget    *inspector;
  gboolean      arrived;   /* the key that ends each run of keys */
} Desk;

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

/* Arguments of xdotool; the window has dealt with them when this returns. */
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

static void
watch_keys (Desk      *desk,
            GtkWidget *widget)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_limit (keys, GTK_LIMIT_NONE);
  g_signal_connect_swapped (keys, "key-released", G_CALLBACK (key_released_cb), desk);
  gtk_widget_add_controller (widget, keys);
}

static gboolean
is_active (gpointer data)
{
  return gtk_window_is_active (GTK_WINDOW (((Desk *) data)->window));
}

static void
set_up (Desk          *desk,
        gconstpointer  data)
{
  RapWindow *window = rap_window_new (GTK_APPLICATION (application));

  desk->folder = fixture_make_folder ();
  desk->session = fixture_create (desk->folder, "sample", TRUE);
  desk->window = GTK_WIDGET (window);
  rap_window_set_session (window, desk->session);
  desk->selection = rap_window_get_selection (window);
  gtk_window_set_default_size (GTK_WINDOW (window), 1500, 900);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (fixture_settle (desk->window));
  watch_keys (desk, desk->window);
  g_assert_true (fixture_wait (is_active, desk));
  desk->inspector = fixture_find (desk->window, "RapInspector", NULL);
  g_assert_nonnull (desk->inspector);
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

/* Records */

/* The claim whose proposition begins with @words. (transfer full) */
static RapClaim *
find_claim (Desk       *desk,
            const char *words)
{
  g_autoptr (GListModel) list = rap_session_list (desk->session, RAP_KIND_CLAIM);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (RapHeader) header = g_list_model_get_item (list, i);

      if (g_str_has_prefix (header->title, words))
        return RAP_CLAIM (rap_session_load (desk->session, RAP_KIND_CLAIM, header->id, NULL));
    }
  g_error ("the sample has no claim “%s”", words);
}

static void
choose_claim (Desk       *desk,
              const char *words)
{
  g_autoptr (RapClaim) claim = find_claim (desk, words);

  rap_selection_choose (desk->selection, desk->session, RAP_KIND_CLAIM, RAP_RECORD (claim)->id);
  g_assert_true (fixture_settle (desk->window));
}

/* Of the claim that is chosen now. (transfer full) */
static char *
get_proposition (Desk *desk)
{
  return rap_session_get_name (desk->session, RAP_KIND_CLAIM, rap_selection_get_id (desk->selection));
}

/* Chooses the claim and puts the keyboard into its proposition. */
static void
open_form (Desk       *desk,
           const char *words)
{
  choose_claim (desk, words);
  gtk_widget_activate_action (desk->window, "win.focus-pane", "s", "inspector");
  g_assert_true (fixture_settle (desk->window));
}

static void
go_to_text (Desk *desk)
{
  gtk_widget_activate_action (desk->window, "win.focus-pane", "s", "article");
  g_assert_true (fixture_settle (desk->window));
}

/* Places */

static GtkWidget *
get_focus (Desk *desk)
{
  return gtk_root_get_focus (GTK_ROOT (desk->window));
}

/* The name of the nearest thing around @widget that has one. */
static const char *
get_own_name (GtkWidget *widget)
{
  for (GtkWidget *at = widget; at != NULL; at = gtk_widget_get_parent (at))
    {
      const char *id = gtk_buildable_get_buildable_id (GTK_BUILDABLE (at));
      gboolean is_button = GTK_IS_BUTTON (at) || GTK_IS_MENU_BUTTON (at);

      if (is_button && gtk_widget_get_tooltip_text (at) != NULL)
        return gtk_widget_get_tooltip_text (at);
      if (id != NULL && !g_str_has_prefix (id, "___") && !g_str_equal (id, "button"))
        return id;
      if (GTK_IS_LIST_BOX_ROW (at))
        return "row";
    }
  return "nowhere";
}

/* What a human would call the place of the keyboard: the field, or the button
 * or row, with the list that it stands in. (transfer full) */
static char *
name_place (GtkWidget *focus)
{
  GtkWidget *list = gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX);
  const char *list_name = list != NULL ? gtk_buildable_get_buildable_id (GTK_BUILDABLE (list)) : NULL;

  for (GtkWidget *at = focus; at != NULL; at = gtk_widget_get_parent (at))
    {
      char *field = NULL;

      if (g_str_equal (G_OBJECT_TYPE_NAME (at), "RapCommitmentPad"))
        return g_strdup ("pad");
      if (g_object_class_find_property (G_OBJECT_GET_CLASS (at), "field") == NULL)
        continue;
      g_object_get (at, "field", &field, NULL);
      if (!GTK_IS_BUTTON (focus))
        return field;
      g_free (field);
      return g_strdup ("go");
    }
  if (list_name == NULL || g_str_has_prefix (list_name, "___"))
    return g_strdup (get_own_name (focus));
  return g_strdup_printf ("%s %s", list_name, get_own_name (focus));
}

/* The stops of @key from where the keyboard is, until it leaves the inspector. (transfer full) */
static char *
walk (Desk       *desk,
      const char *key)
{
  g_autoptr (GString) stops = g_string_new (NULL);
  g_autofree char *arguments = g_strconcat ("key ", key, NULL);

  for (guint i = 0; i < MAX_STOPS && gtk_widget_is_ancestor (get_focus (desk), desk->inspector); i++)
    {
      g_autofree char *name = name_place (get_focus (desk));

      g_string_append_printf (stops, "%s%s", i > 0 ? " | " : "", name);
      press (desk, arguments);
    }
  return g_string_free (g_steal_pointer (&stops), FALSE);
}

static void
test_tab_order (Desk          *desk,
                gconstpointer  data)
{
  g_autofree char *forward = NULL;

  open_form (desk, "All of the memorandum");
  forward = walk (desk, "Tab");
  g_assert_cmpstr (forward, ==,
                   "proposition | pad | speaker | go | listbox anonymous | Add to the Chain | via_list RapLinkRow | "
                   "via_list Remove | mode | tense | credibility | Link to a Meeting | "
                   "meetings Show | meetings choice | meetings text | meetings Remove | "
                   "meetings Show | meetings choice | meetings text | meetings Remove | "
                   "meetings Show | meetings choice | meetings text | meetings Remove | "
                   "Relate to Another Claim (R in the text) | "
                   "relations Show | relations choice | relations text | relations Remove | "
                   "relations Show | relations choice | relations text | relations Remove | "
                   "relations Show | relations choice | relations text | relations Remove | "
                   "relations Show | relations choice | relations text | relations Remove | "
                   "Who says so, and which page the others were copied from | Choose Codes | "
                   "listbox content | listbox Set from the Selected Passage | "
                   "listbox cue | listbox Set from the Selected Passage | listbox Clear | "
                   "listbox source | listbox Set from the Selected Passage | listbox Clear | note | article RapLinkRow");
}

/* Mnemonics */

typedef void (*LabelFunc) (GtkLabel *label,
                           gpointer  data);

/* Every mapped label with a mnemonic outside of popovers. */
static void
foreach_mnemonic (GtkWidget *root,
                  LabelFunc  func,
                  gpointer   data)
{
  if (GTK_IS_POPOVER (root) || !gtk_widget_get_mapped (root))
    return;
  if (GTK_IS_LABEL (root) && gtk_label_get_mnemonic_keyval (GTK_LABEL (root)) != GDK_KEY_VoidSymbol)
    func (GTK_LABEL (root), data);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    foreach_mnemonic (child, func, data);
}

static void
note_mnemonic (GtkLabel *label,
               gpointer  data)
{
  g_autofree char *letter = g_ucs4_to_utf8 ((gunichar[]) { gdk_keyval_to_unicode (gtk_label_get_mnemonic_keyval (label)) },
                                            1, NULL, NULL, NULL);
  g_autofree char *small = g_utf8_strdown (letter, -1);

  g_ptr_array_add (data, g_strdup_printf ("%s %s", small, gtk_label_get_text (label)));
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char * const *) a, *(char * const *) b);
}

/* Every letter stands for one thing in the whole window. */
static void
test_mnemonics (Desk          *desk,
                gconstpointer  data)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  open_form (desk, "All of the memorandum");
  foreach_mnemonic (desk->window, note_mnemonic, found);
  g_ptr_array_sort (found, compare_texts);
  g_ptr_array_add (found, NULL);
  joined = g_strjoinv (", ", (char **) found->pdata);
  g_assert_cmpstr (joined, ==,
                   "a Anonymous, c Certainty, d Codes, e Source, g Meetings, l Relations, m Mode, n Note, o Content, "
                   "p Proposition, r Credibility, s Speaker, t Tense, u Cue, v Via");
}

/* Where each letter leads; what opens is closed again. */
static void
test_mnemonics_lead (Desk          *desk,
                     gconstpointer  data)
{
  static const struct
  {
    const char *key;
    const char *place;
  } rows[] = {
    { "alt+c", "pad" }, { "alt+s", "speaker" }, { "alt+n", "note" }, { "alt+p", "proposition" },
  };

  open_form (desk, "All of the memorandum");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *arguments = g_strconcat ("key ", rows[i].key, NULL);
      g_autofree char *place = NULL;

      press (desk, arguments);
      place = name_place (get_focus (desk));
      g_test_message ("%s", rows[i].key);
      g_assert_cmpstr (place, ==, rows[i].place);
    }
}

typedef struct
{
  Desk       *desk;
  const char *type;
  gboolean    open;
} Popover;

/* What is open has the keyboard for itself, so its keys cannot be waited for. */
static gboolean
is_as_wanted (gpointer data)
{
  Popover *popover = data;
  GtkWidget *focus = get_focus (popover->desk);
  GtkWidget *around = focus != NULL ? gtk_widget_get_ancestor (focus, g_type_from_name (popover->type)) : NULL;

  return (around != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL) == popover->open;
}

/* Letters that open something or switch something. */
static void
test_mnemonics_act (Desk          *desk,
                    gconstpointer  data)
{
  static const struct
  {
    const char *key;
    const char *type;   /* of what opens */
  } rows[] = {
    { "alt+v", "RapPickButton" }, { "alt+g", "RapPickButton" }, { "alt+d", "RapCodeButton" }, { "alt+m", "RapChoiceRow" },
    { "alt+t", "RapChoiceRow" }, { "alt+r", "RapChoiceRow" },
  };
  g_autoptr (RapRecord) claim = NULL;

  open_form (desk, "All of the memorandum");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *arguments = g_strconcat ("key ", rows[i].key, NULL);
      Popover popover = { desk, rows[i].type, TRUE };

      g_test_message ("%s", rows[i].key);
      run_xdotool (arguments);
      g_assert_true (fixture_wait (is_as_wanted, &popover));
      popover.open = FALSE;
      run_xdotool ("key Escape");
      g_assert_true (fixture_wait (is_as_wanted, &popover));
    }
  press (desk, "key alt+a");
  claim = rap_session_load (desk->session, RAP_KIND_CLAIM, rap_selection_get_id (desk->selection), NULL);
  g_assert_true (RAP_CLAIM (claim)->anonymous);
}

/* "CT+" of the chosen claim, as stored, and as the pad shows it. (transfer full) */
static char *
describe_commitment (Desk *desk)
{
  g_autoptr (RapRecord) claim = rap_session_load (desk->session, RAP_KIND_CLAIM, rap_selection_get_id (desk->selection), NULL);
  g_autoptr (GString) shown = g_string_new (NULL);
  static const char * const tags[] = { "certain_tag", "probable_tag", "possible_tag", "uncommitted_tag" };

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      GtkWidget *tag = fixture_find (desk->inspector, "GtkLabel", tags[i]);

      g_string_append_printf (shown, " %s", gtk_label_get_text (GTK_LABEL (tag)));
    }
  return g_strdup_printf ("%s%s:%s", rap_vocabulary_nick (&rap_certainty_vocabulary, RAP_CLAIM (claim)->certainty),
                          rap_vocabulary_nick (&rap_polarity_vocabulary, RAP_CLAIM (claim)->polarity), shown->str);
}

static void
test_pad (Desk          *desk,
          gconstpointer  data)
{
  static const struct
  {
    const char *keys;
    const char *expected;
  } rows[] = {
    { "key Tab", "CT-: CT− PR PS U" },
    { "key 2", "PR-: CT PR− PS U" },
    { "key plus", "PR+: CT PR+ PS U" },
    { "key 3 minus", "PS-: CT PR PS− U" },
    { "key 4 u", "Uu: CT PR PS Uu" },
    { "key 1 plus", "CT+: CT+ PR PS U" },
    { "key Right space", "CT-: CT− PR PS U" },
    { "key KP_3", "PS-: CT PR PS− U" },
  };

  open_form (desk, "All of the memorandum");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *result = NULL;

      press (desk, rows[i].keys);
      result = describe_commitment (desk);
      g_test_message ("row %u: %s", i, rows[i].keys);
      g_assert_cmpstr (result, ==, rows[i].expected);
    }
}

/* Enter leads from proposition to proposition, and after the last into the text. */
static void
test_enter (Desk          *desk,
            gconstpointer  data)
{
  g_autoptr (GString) visited = g_string_new (NULL);
  GtkWidget *position;

  open_form (desk, "All of the memorandum");
  position = fixture_find (desk->inspector, "GtkLabel", "position");
  for (guint i = 0; i < MAX_STOPS && gtk_widget_is_ancestor (get_focus (desk), desk->inspector); i++)
    {
      g_autofree char *place = name_place (get_focus (desk));

      g_string_append_printf (visited, "%s%s: %s", i > 0 ? " | " : "", place, gtk_label_get_text (GTK_LABEL (position)));
      press (desk, "key End Return");
    }
  g_assert_cmpstr (visited->str, ==,
                   "proposition: 5 of 8 · Enter next | proposition: 6 of 8 · Enter next | "
                   "proposition: 7 of 8 · Enter next | proposition: 8 of 8 · Enter to the text");
  g_assert_true (RAP_IS_ARTICLE_TEXT (get_focus (desk)));
}

/* Whether the passage can be seen: where it begins, and where it ends. */
static gboolean
is_visible (Desk     *desk,
            RapRange  passage)
{
  RapRange visible = rap_article_text_get_visible (RAP_ARTICLE_TEXT (fixture_find (desk->window, "RapArticleText", NULL)));

  return visible.start <= passage.start && passage.end <= visible.end;
}

static void
scroll_to_end (Desk *desk)
{
  GtkWidget *text = fixture_find (desk->window, "RapArticleText", NULL);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (text));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  g_assert_true (fixture_settle (desk->window));
}

/* The text follows the keyboard to the content, the cue, the source and the evidence. */
static void
test_text_follows (Desk          *desk,
                   gconstpointer  data)
{
  g_autoptr (RapClaim) claim = find_claim (desk, "Bagheri and al-Abbasi spoke");
  RapRange content = rap_anchor_get_hull (claim->content);
  static const struct { const char *keys, *place; } rows[] = {
    { "key alt+c", "pad" }, { "key alt+p", "proposition" }, { "key alt+s", "speaker" }, { "key alt+n", "note" },
  };

  gtk_window_set_default_size (GTK_WINDOW (desk->window), 1200, 640);
  open_form (desk, "Bagheri and al-Abbasi spoke");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *place = NULL;

      scroll_to_end (desk);
      g_assert_false (is_visible (desk, content));
      press (desk, rows[i].keys);
      place = name_place (get_focus (desk));
      g_assert_cmpstr (place, ==, rows[i].place);
      g_assert_true (is_visible (desk, g_str_equal (place, "pad") && claim->cue != NULL ? rap_anchor_get_hull (claim->cue)
                                       : g_str_equal (place, "speaker") && claim->source != NULL
                                         ? rap_anchor_get_hull (claim->source) : content));
    }
}

/* Relations */

/* "contradicts All of …: note": what was committed last. (transfer full) */
static char *
describe_last_relation (Desk *desk)
{
  g_autoptr (GPtrArray) entries = rap_session_get_history (desk->session, 1, NULL);
  const char *id = rap_selection_get_id (desk->selection);
  g_autoptr (GPtrArray) relations = rap_session_load_linked (desk->session, RAP_KIND_RELATION, id, 0, NULL);
  RapRelation *last = relations->len > 0 ? relations->pdata[relations->len - 1] : NULL;
  g_autofree char *from = last != NULL ? rap_session_get_name (desk->session, RAP_KIND_CLAIM, last->from) : NULL;
  g_autofree char *to = last != NULL ? rap_session_get_name (desk->session, RAP_KIND_CLAIM, last->to) : NULL;

  return g_strdup_printf ("%s (%u): %s %s %s: %s", ((RapHistoryEntry *) entries->pdata[0])->label, relations->len, from,
                          rap_vocabulary_nick (&rap_relation_kind_vocabulary, last->kind), to, last->note);
}

/* The first @n claims that are offered. (transfer full) */
static char *
read_offers (Desk  *desk,
             guint  n)
{
  GtkWidget *list = fixture_find (fixture_find (desk->window, "RapRelateChooser", NULL), "GtkListBox", "list");
  GString *text = g_string_new (NULL);

  for (guint i = 0; list != NULL && i < n; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) i);
      g_autofree char *said = row != NULL ? fixture_read (GTK_WIDGET (row)) : NULL;

      if (row != NULL)
        g_string_append_printf (text, "%s%s", i > 0 ? "| " : "", g_strdelimit (said, "\n", ';'));
    }
  return g_string_free (text, FALSE);
}

static void
test_relate (Desk          *desk,
             gconstpointer  data)
{
  g_autofree char *offers = NULL;
  g_autofree char *fewer = NULL;
  g_autofree char *relation = NULL;
  g_autofree char *narrowed = NULL;
  g_autofree char *with_note = NULL;

  choose_claim (desk, "The signing will be delayed");
  go_to_text (desk);
  press (desk, "key r");
  g_assert_nonnull (fixture_find (desk->window, "RapRelateChooser", NULL));
  offers = read_offers (desk, 3);
  g_assert_cmpstr (offers, ==,
                   "The charter will be signed soon.;Saffron Road Gazette · 16 Nov 2020;same meeting · same speaker · 1 word;| "
                   "Every article of the charter is settled.;Saffron Road Gazette · 16 Nov 2020;same meeting · same speaker;| "
                   "The charter has no date of signature.;Zagros Letter · Meridian Notebook · Apr 2024;same meeting · 1 word;");
  press (desk, "key 3 Return");
  g_assert_null (fixture_find (desk->window, "RapRelateChooser", NULL));
  g_assert_true (RAP_IS_ARTICLE_TEXT (get_focus (desk)));
  relation = describe_last_relation (desk);
  g_assert_cmpstr (relation, ==,
                   "Relate claims (2): The signing will be delayed. contradicts The charter will be signed soon.: ");
  press (desk, "key r");
  fewer = read_offers (desk, 3);
  g_assert_cmpstr (fewer, ==,
                   "Every article of the charter is settled.;Saffron Road Gazette · 16 Nov 2020;same meeting · same speaker;| "
                   "The charter has no date of signature.;Zagros Letter · Meridian Notebook · Apr 2024;same meeting · 1 word;| "
                   "The charter on defence cooperation is in the last stage of drafting.;Mohammad Bagheri · Saffron Road Gazette · "
                   "16 Nov 2020;same meeting;");
  press (desk, "type memorandum");
  press (desk, "key alt+2 Down alt+t");
  narrowed = read_offers (desk, 3);
  g_assert_cmpstr (narrowed, ==,
                   "Memorandum and agreement are two texts that exist side by side.;Meridian Notebook · Apr 2024;1 word;| "
                   "All of the memorandum of 2015 has been carried out.;Mohammad Bagheri · Two Rivers Wire · 7 Nov 2022;;| "
                   "All of the memorandum of 2015 has been carried out.;Mohammad Bagheri · Upland Herald · 8 Nov 2022;;");
  press (desk, "type one1");
  press (desk, "key Return");
  with_note = describe_last_relation (desk);
  g_assert_cmpstr (with_note, ==,
                   "Relate claims (3): The signing will be delayed. supports All of the memorandum of 2015 has been carried out.: one1");
}

static gboolean
is_relating (gpointer data)
{
  return fixture_find (((Desk *) data)->window, "RapRelateChooser", NULL) != NULL;
}

/* Escape relates nothing and gives the keyboard back to the form it was opened from. */
static void
test_relate_from_form (Desk          *desk,
                       gconstpointer  data)
{
  guint n = rap_session_count (desk->session, RAP_KIND_RELATION);
  g_autofree char *place = NULL;

  open_form (desk, "The signing will be delayed");
  press (desk, "key alt+l");
  g_assert_true (fixture_wait (is_relating, desk));  /* a button that is pressed by a key stays down a moment */
  press (desk, "key Escape");
  g_assert_null (fixture_find (desk->window, "RapRelateChooser", NULL));
  place = name_place (get_focus (desk));
  g_assert_cmpstr (place, ==, "proposition");
  g_assert_cmpuint (rap_session_count (desk->session, RAP_KIND_RELATION), ==, n);
}

/* Round the relations of one claim, through four articles, and back. */
static void
test_jump (Desk          *desk,
           gconstpointer  data)
{
  static const char * const keys[] = { "key j", "key j", "key j", "key j", "key j", "key J", "key J" };
  g_autoptr (GString) places = g_string_new (NULL);

  choose_claim (desk, "All of the memorandum");
  go_to_text (desk);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (RapRecord) article = NULL;
      g_autofree char *outlet = NULL;
      g_autofree char *claim = NULL;

      press (desk, keys[i]);
      article = rap_session_load (desk->session, RAP_KIND_ARTICLE, rap_selection_get_article (desk->selection), NULL);
      outlet = rap_session_get_name (desk->session, RAP_KIND_ENTITY, RAP_ARTICLE (article)->outlet);
      claim = get_proposition (desk);
      g_string_append_printf (places, "%s%s: %.19s", i > 0 ? " | " : "", outlet, claim);
      g_assert_true (RAP_IS_ARTICLE_TEXT (get_focus (desk)));
    }
  g_assert_cmpstr (places->str, ==,
                   "Upland Herald: All of the memorand | Didban-e Alvand: All of the memorand | "
                   "Meridian Notebook: All of the memorand | Plateau Evening Post: The agreement on mi | "
                   "Two Rivers Wire: All of the memorand | "
                   "Plateau Evening Post: The agreement on mi | Meridian Notebook: All of the memorand");
}

/* A click on the chip of the chosen claim, @down its height from above. */
static void
click_chip (Desk   *desk,
            double  down)
{
  GtkWidget *chip = gtk_widget_get_first_child (fixture_find (desk->window, "RapArticleChips", NULL));
  g_autofree char *arguments = NULL;
  graphene_rect_t area;
  double x, y;

  while (chip != NULL && (!RAP_IS_ARTICLE_CHIP (chip) ||
                          g_strcmp0 (rap_article_chip_get_id (RAP_ARTICLE_CHIP (chip)), rap_selection_get_id (desk->selection)) != 0))
    chip = gtk_widget_get_next_sibling (chip);
  g_assert_nonnull (chip);
  g_assert_true (gtk_widget_compute_bounds (chip, desk->window, &area));
  gtk_native_get_surface_transform (GTK_NATIVE (desk->window), &x, &y);
  arguments = g_strdup_printf ("getactivewindow mousemove --window %%1 %d %d click 1",
                               (int) (x + area.origin.x + area.size.width / 2),
                               (int) (y + area.origin.y + area.size.height * down));
  press (desk, arguments);
}

/* The upper line of a chip chooses its claim, the lower one follows the relations. */
static void
test_chip (Desk          *desk,
           gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  choose_claim (desk, "The signing will be delayed");
  go_to_text (desk);
  click_chip (desk, 0.25);
  before = get_proposition (desk);
  g_assert_cmpstr (before, ==, "The signing will be delayed.");
  click_chip (desk, 0.7);
  after = get_proposition (desk);
  g_assert_cmpstr (after, ==, "The charter will be signed soon.");
}

/* Kind and note of a relation are changed in its row, and it can be taken away. */
static void
test_relation_row (Desk          *desk,
                   gconstpointer  data)
{
  g_autofree char *changed = NULL;
  guint n = rap_session_count (desk->session, RAP_KIND_RELATION);
  GtkWidget *relations;

  open_form (desk, "The signing will be delayed");
  relations = fixture_find (desk->inspector, "GtkListBox", "relations");
  gtk_widget_grab_focus (fixture_find (relations, "GtkEntry", "text"));
  press (desk, "key ctrl+a");
  press (desk, "type soon");
  press (desk, "key Tab");
  changed = describe_last_relation (desk);
  g_assert_cmpstr (changed, ==,
                   "Change relation (1): The signing will be delayed. contradicts The charter will be signed soon.: soon");
  press (desk, "key space");
  g_assert_cmpuint (rap_session_count (desk->session, RAP_KIND_RELATION), ==, n - 1);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void      (*test) (Desk          *desk,
                       gconstpointer  data);
  } tests[] = {
    { "/app/claim-form/tab-order", test_tab_order },
    { "/app/claim-form/mnemonics", test_mnemonics },
    { "/app/claim-form/mnemonics-lead", test_mnemonics_lead },
    { "/app/claim-form/mnemonics-act", test_mnemonics_act },
    { "/app/claim-form/pad", test_pad },
    { "/app/claim-form/enter", test_enter },
    { "/app/claim-form/text-follows", test_text_follows },
    { "/app/claim-form/relate", test_relate },
    { "/app/claim-form/relate-from-form", test_relate_from_form },
    { "/app/claim-form/relation-row", test_relation_row },
    { "/app/claim-form/jump", test_jump },
    { "/app/claim-form/chip", test_chip },
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
    g_test_add (tests[i].path, Desk, NULL, set_up, tests[i].test, tear_down);
  result = g_test_run ();
  g_object_unref (application);
  g_free (xdotool);
  return result;
}
