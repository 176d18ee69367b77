/* test-proposals.c
 *
 * What is proposed for a claim that was just tagged: C, Y and X with real keys
 * in the text, Alt+Y and Alt+X from elsewhere in the window, chips, undo.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "article-desk.h"
#include "rap-claim-proposal.h"
#include "rap-proposal-bar.h"

#define TEXT \
  "The mayor of Strelsau, Ann Moore, met Cy Dane on Monday. She thanked him.\n" \
  "\n" \
  "“The ferry will probably be late,” Moore said, the Herald reported.\n" \
  "\n" \
  "“We saw nothing,” he added, Reuters reported.\n" \
  "\n" \
  "Sources said the bridge was shut.\n" \
  "\n" \
  "Nobody spoke of the weather, which had been fine for weeks.\n"

static RapApplication *application;

static void
add_entity (RapSession    *session,
            RapEntityKind  kind,
            const char    *name,
            const char    *alias)
{
  g_autoptr (RapEntity) entity = RAP_ENTITY (rap_record_new (RAP_KIND_ENTITY));
  g_autoptr (RapEdits) edits = rap_edits_new ("Add entity");

  entity->kind = kind;
  rap_set_string (&entity->name, name);
  entity->names = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_name_free);
  if (alias != NULL)
    g_ptr_array_add (entity->names, rap_name_new (alias, "en", RAP_NAME_ALIAS));
  rap_edits_insert (edits, RAP_RECORD (entity));
  g_assert_true (rap_session_commit (session, edits, NULL));
}

static void
set_up (Desk          *desk,
        gconstpointer  data)
{
  desk_open_text (desk, application, TEXT, "en", NULL);
  add_entity (desk->session, RAP_ENTITY_PERSON, "Ann Moore", "Moore");
  add_entity (desk->session, RAP_ENTITY_PERSON, "Cy Dane", NULL);
  add_entity (desk->session, RAP_ENTITY_OUTLET, "Herald", NULL);
}

static void
tear_down (Desk          *desk,
           gconstpointer  data)
{
  desk_close (desk);
}

static RapClaim *
load_claim (Desk *desk)
{
  RapRecord *claim = rap_session_load (desk->session, RAP_KIND_CLAIM, rap_selection_get_id (desk->selection), NULL);

  g_assert_nonnull (claim);
  return RAP_CLAIM (claim);
}

/* "said|Moore|PR+ future|Ann Moore via Herald" */
static char *
read_claim (Desk *desk)
{
  g_autoptr (RapClaim) claim = load_claim (desk);
  g_autofree char *speaker = rap_session_get_name (desk->session, RAP_KIND_ENTITY, claim->speaker);
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "%s|%s|%s%s %s|%s%s", claim->cue != NULL ? claim->cue->exact : "-",
                          claim->source != NULL ? claim->source->exact : "-",
                          rap_vocabulary_nick (&rap_certainty_vocabulary, claim->certainty),
                          rap_vocabulary_nick (&rap_polarity_vocabulary, claim->polarity),
                          rap_vocabulary_nick (&rap_tense_vocabulary, claim->tense),
                          claim->anonymous ? "anonymous " : "", *speaker != '\0' ? speaker : "-");
  for (guint i = 0; claim->via != NULL && claim->via[i] != NULL; i++)
    {
      g_autofree char *outlet = rap_session_get_name (desk->session, RAP_KIND_ENTITY, claim->via[i]);

      g_string_append_printf (out, " via %s", outlet);
    }
  return g_string_free (out, FALSE);
}

#define assert_claim(desk, expected) \
  G_STMT_START { \
    g_autofree char *claim_ = read_claim (desk); \
    g_assert_cmpstr (claim_, ==, expected); \
  } G_STMT_END

static const char *
get_label (GtkWidget *chip)
{
  GtkWidget *box = gtk_button_get_child (GTK_BUTTON (chip));

  return gtk_label_get_label (GTK_LABEL (gtk_widget_get_last_child (box)));
}

/* The words of the chips, ticked ones with a "+"; "" when nothing is proposed. (transfer full) */
static char *
read_bar (Desk *desk)
{
  GtkWidget *bar = fixture_find (desk->window, "RapProposalBar", NULL);
  GtkWidget *revealer = gtk_widget_get_first_child (bar);
  GtkWidget *box = bar != NULL ? fixture_find (bar, "GtkFlowBox", NULL) : NULL;
  GString *out = g_string_new (NULL);

  if (!gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)) || box == NULL)
    return g_string_free (out, FALSE);
  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *chip = gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (child));

      g_string_append_printf (out, "%s%s%s", out->len > 0 ? ", " : "",
                              gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip)) ? "+" : "-",
                              get_label (chip));
    }
  return g_string_free (out, FALSE);
}

#define assert_bar(desk, expected) \
  G_STMT_START { \
    g_autofree char *bar_ = read_bar (desk); \
    g_assert_cmpstr (bar_, ==, expected); \
  } G_STMT_END

static GtkToggleButton *
find_chip (Desk       *desk,
           const char *label)
{
  GtkWidget *bar = fixture_find (desk->window, "RapProposalBar", NULL);
  GtkWidget *text = fixture_find (bar, "GtkLabel", label);

  g_assert_nonnull (text);
  return GTK_TOGGLE_BUTTON (gtk_widget_get_ancestor (text, GTK_TYPE_TOGGLE_BUTTON));
}

/* The claim is there at once; what is proposed waits for the key and is one step to undo. */
static void
test_accept (Desk          *desk,
             gconstpointer  data)
{
  desk_select (desk, "The ferry will probably be late");
  desk_press (desk, "key c");
  assert_claim (desk, "-|-|CT+ present|Ann Moore via Herald");
  assert_bar (desk, "+cue “said”, +source “Moore”, +probable (“probably”), +future");
  desk_press (desk, "key y");
  assert_claim (desk, "said|Moore|PR+ future|Ann Moore via Herald");
  assert_bar (desk, "");
  desk_assert_history (desk, 2, "Accept proposals (1), Tag claim (1)");
  rap_session_undo (desk->session, 1, NULL, NULL);
  g_assert_true (fixture_settle (desk->window));
  assert_claim (desk, "-|-|CT+ present|Ann Moore via Herald");
  assert_bar (desk, "");
}

static void
test_drop (Desk          *desk,
           gconstpointer  data)
{
  desk_select (desk, "The ferry will probably be late");
  desk_press (desk, "key c x");
  assert_claim (desk, "-|-|CT+ present|Ann Moore via Herald");
  assert_bar (desk, "");
  desk_assert_history (desk, 1, "Tag claim (1)");

  /* asked for again */
  desk_press (desk, "key y");
  assert_bar (desk, "+cue “said”, +source “Moore”, +probable (“probably”), +future");
  desk_press (desk, "key y");
  assert_claim (desk, "said|Moore|PR+ future|Ann Moore via Herald");
}

/* An agency that the project does not know yet comes with the chain, a pronoun with who spoke last. */
static void
test_new_agency (Desk          *desk,
                 gconstpointer  data)
{
  guint n = rap_session_count (desk->session, RAP_KIND_ENTITY);

  desk_select (desk, "We saw nothing");
  desk_press (desk, "key c");
  assert_claim (desk, "-|-|CT+ present|-");
  assert_bar (desk, "+cue “added”, +source “he”, +speaker Ann Moore, who spoke last, +via Reuters, "
                    "+certainly not (“nothing”)");
  gtk_toggle_button_set_active (find_chip (desk, "speaker Ann Moore, who spoke last"), FALSE);
  desk_press (desk, "key y");
  assert_claim (desk, "added|he|CT- present|- via Reuters");
  g_assert_cmpuint (rap_session_count (desk->session, RAP_KIND_ENTITY), ==, n + 1);
  desk_assert_history (desk, 1, "Accept proposals (2)");
}

static void
test_anonymous (Desk          *desk,
                gconstpointer  data)
{
  desk_select (desk, "Sources said the bridge was shut.");
  desk_press (desk, "key c y");
  assert_claim (desk, "said|Sources|CT+ present|anonymous - via Reuters");
}

/* Typing elsewhere: plain letters are typed, Alt+Y and Alt+X still decide. */
static void
test_elsewhere (Desk          *desk,
                gconstpointer  data)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_object_ref (desk->view);
  gtk_window_set_child (GTK_WINDOW (desk->window), box);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (desk->view));
  gtk_widget_set_vexpand (GTK_WIDGET (desk->view), TRUE);
  g_object_unref (desk->view);
  gtk_widget_grab_focus (GTK_WIDGET (desk->view));
  g_assert_true (fixture_wait (desk_is_focused, desk));

  desk_select (desk, "The ferry will probably be late");
  desk_press (desk, "key c");
  gtk_widget_grab_focus (entry);
  desk_press (desk, "type xy");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "xy");
  assert_claim (desk, "-|-|CT+ present|Ann Moore via Herald");
  desk_press (desk, "key alt+y");
  assert_claim (desk, "said|Moore|PR+ future|Ann Moore via Herald");

  gtk_widget_grab_focus (GTK_WIDGET (desk->text));
  desk_select (desk, "Sources said the bridge was shut.");
  desk_press (desk, "key c");
  gtk_widget_grab_focus (entry);
  desk_press (desk, "key alt+x");
  assert_claim (desk, "-|-|CT+ present|-");
  assert_bar (desk, "");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "xy");
}

/* What is filled in by hand is proposed no longer; another choice ends it all. */
static void
test_follow (Desk          *desk,
             gconstpointer  data)
{
  desk_select (desk, "The ferry will probably be late");
  desk_press (desk, "key c");
  gtk_toggle_button_set_active (find_chip (desk, "future"), FALSE);
  desk_select (desk, "Moore said");
  desk_press (desk, "key u");
  assert_bar (desk, "+source “Moore”, +probable (“probably”), -future");
  desk_select (desk, "which had been fine");
  desk_press (desk, "key c");
  assert_bar (desk, "+past");
  desk_press (desk, "key shift+n");
  assert_bar (desk, "");
  desk_press (desk, "key x");
  g_assert_nonnull (strstr (desk->message, "Nothing is proposed"));
  rap_session_undo (desk->session, 10, NULL, NULL);
}

/* A claim with nothing to add, and no claim at all, get a sentence. */
static void
test_refusals (Desk          *desk,
               gconstpointer  data)
{
  desk_put_caret (desk, "Nobody spoke");
  desk_press (desk, "key y");
  g_assert_nonnull (strstr (desk->message, "Nothing is proposed"));
  desk_select (desk, "on Monday");
  desk_press (desk, "key c");
  assert_bar (desk, "");
  desk_press (desk, "key y");
  g_assert_nonnull (strstr (desk->message, "says nothing that it does not have"));
  desk_assert_history (desk, 1, "Tag claim (1)");
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
    { "/app/proposals/accept", test_accept },
    { "/app/proposals/drop", test_drop },
    { "/app/proposals/new-agency", test_new_agency },
    { "/app/proposals/anonymous", test_anonymous },
    { "/app/proposals/elsewhere", test_elsewhere },
    { "/app/proposals/follow", test_follow },
    { "/app/proposals/refusals", test_refusals },
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
