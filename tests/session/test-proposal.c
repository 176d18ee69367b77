/* test-proposal.c
 *
 * What is suggested when a passage is tagged, and how passages are bounded and
 * nudged: by words, sentences and whole characters in any script.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-claim-proposal.h"

#include <string.h>

#include "session-fixture.h"

#define TALKS \
  "Ann Moore met Cy Dane in the capital. “We agreed on water,” she said.\n" \
  "\n" \
  "“The road will be built,” Baqeri told the Herald on Monday, adding that Moore “was helpful”. Nobody else spoke.\n" \
  "\n" \
  "The river rose.\n"

static void
add_people (RapSession *session)
{
  g_autoptr (RapEntity) ann = session_add_entity (session, RAP_ENTITY_PERSON, "Ann Moore");
  g_autoptr (RapEntity) general = session_add_entity (session, RAP_ENTITY_PERSON, "Bagheri");
  RapEntity *copy = RAP_ENTITY (rap_record_copy (RAP_RECORD (general)));
  RapEntity *second = RAP_ENTITY (rap_record_copy (RAP_RECORD (ann)));

  copy->names = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_name_free);
  g_ptr_array_add (copy->names, rap_name_new ("Baqeri", "en", RAP_NAME_TRANSLITERATION));
  g_object_unref (session_replace (session, general, copy));
  second->names = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_name_free);
  g_ptr_array_add (second->names, rap_name_new ("Moore", "en", RAP_NAME_ALIAS));
  g_object_unref (session_replace (session, ann, second));
  g_object_unref (session_add_entity (session, RAP_ENTITY_PERSON, "Cy Dane"));
  g_object_unref (session_add_entity (session, RAP_ENTITY_OUTLET, "Herald"));
  g_object_unref (session_add_entity (session, RAP_ENTITY_PLACE, "capital"));
}

static RapArticle *
add_talks (RapSession *session,
           gboolean    with_outlet)
{
  g_autoptr (RapArticle) article = session_add_article (session, "Talks", NULL, TALKS);
  g_autoptr (RapEntity) outlet = with_outlet ? session_add_entity (session, RAP_ENTITY_OUTLET, "The Wire") : NULL;
  RapArticle *copy;

  if (!with_outlet)
    return g_steal_pointer (&article);
  copy = RAP_ARTICLE (rap_record_copy (RAP_RECORD (article)));
  rap_set_string (&copy->outlet, id_of (outlet));
  return session_replace (session, article, copy);
}

/* "quote by Ann Moore via The Wire, CT +" */
static char *
describe_claim (RapSession     *session,
                const RapClaim *claim)
{
  g_autofree char *speaker = rap_session_get_name (session, RAP_KIND_ENTITY, claim->speaker);
  g_autofree char *via = rap_session_get_name (session, RAP_KIND_ENTITY, claim->via != NULL ? claim->via[0] : NULL);

  g_assert_false (claim->parent_instance.sealed);
  g_assert_cmpstr (claim->proposition != NULL ? claim->proposition : "", ==, "");
  return g_strdup_printf ("%s by %s via %s, %s%s", rap_vocabulary_nick (&rap_mode_vocabulary, claim->mode),
                          *speaker ? speaker : "-", *via ? via : "-",
                          rap_vocabulary_nick (&rap_certainty_vocabulary, claim->certainty),
                          rap_vocabulary_nick (&rap_polarity_vocabulary, claim->polarity));
}

static void
test_claim (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    const char *passage;
    const char *expected;
  } rows[] = {
    { "We agreed on water", "quote by - via The Wire, CT+" },
    { "“We agreed on water,”", "quote by - via The Wire, CT+" },
    { "“We agreed on water,” she said.", "quote by - via The Wire, CT+" },
    { "The road will be built", "quote by Bagheri via The Wire, CT+" },
    { "“The road will be built,”", "quote by Bagheri via The Wire, CT+" },
    { "road will", "quote by Bagheri via The Wire, CT+" },
    { "adding that Moore “was helpful”", "mixed by Bagheri via The Wire, CT+" },
    { "met Cy Dane in the capital", "narration by The Wire via -, CT+" },
  };
  g_autoptr (RapArticle) article = NULL;

  add_people (fixture->session);
  article = add_talks (fixture->session, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RapRange range = article_range (article, rows[i].passage);
      g_autoptr (RapClaim) claim = rap_session_propose_claim (fixture->session, article, &range, 1);
      g_autofree char *result = describe_claim (fixture->session, claim);

      g_test_message ("%s", rows[i].passage);
      g_assert_cmpstr (result, ==, rows[i].expected);
      g_assert_cmpstr (claim->content->exact, ==, rows[i].passage);
      g_assert_cmpstr (claim->article, ==, id_of (article));
      g_object_unref (session_insert (fixture->session, rap_record_copy (RAP_RECORD (claim))));
    }
}

static char *
get_speaker_of (RapSession *session,
                RapArticle *article,
                const char *passage)
{
  RapRange range = article_range (article, passage);
  g_autoptr (RapClaim) claim = rap_session_propose_claim (session, article, &range, 1);

  return rap_session_get_name (session, RAP_KIND_ENTITY, claim->speaker);
}

/* The last word of a name will do for one person, and for nobody when two share it or it is another's name. */
static void
test_surname (Fixture       *fixture,
              gconstpointer  data)
{
  static const char text[] = "“The bridge is safe,” Torvik said. Nobody asked.\n";
  g_autoptr (RapArticle) article = session_add_article (fixture->session, "Bridge", NULL, text);
  g_autoptr (GString) out = g_string_new (NULL);
  const char *names[] = { "Ilan Torvik", "Oleg Torvik", "Torvik" };

  for (guint i = 0; i <= G_N_ELEMENTS (names); i++)
    {
      g_autofree char *speaker = get_speaker_of (fixture->session, article, "The bridge is safe");

      g_string_append_printf (out, "%s[%s]", i > 0 ? " " : "", speaker);
      if (i < G_N_ELEMENTS (names))
        g_object_unref (session_add_entity (fixture->session, RAP_ENTITY_PERSON, names[i]));
    }
  g_assert_cmpstr (out->str, ==, "[] [Ilan Torvik] [] [Torvik]");
}

/* What nobody is said to have said is the outlet's own; without an outlet, nobody's. A name that the project does not
 * know is no speaker. */
static void
test_narration (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (RapArticle) article = add_talks (fixture->session, TRUE);
  g_autoptr (RapArticle) bare = add_talks (fixture->session, FALSE);
  RapRange range = article_range (article, "The river rose");
  RapRange quote = article_range (article, "The road will be built");
  g_autoptr (RapClaim) narrated = rap_session_propose_claim (fixture->session, article, &range, 1);
  g_autoptr (RapClaim) quoted = rap_session_propose_claim (fixture->session, article, &quote, 1);
  g_autoptr (RapClaim) nobody = rap_session_propose_claim (fixture->session, bare, &range, 1);
  g_autofree char *first = describe_claim (fixture->session, narrated);
  g_autofree char *second = describe_claim (fixture->session, quoted);
  g_autofree char *third = describe_claim (fixture->session, nobody);

  g_assert_cmpstr (first, ==, "narration by The Wire via -, CT+");
  g_assert_cmpstr (second, ==, "quote by - via The Wire, CT+");
  g_assert_cmpstr (third, ==, "narration by - via -, CT+");
}

#define REPORT \
  "Moore praised the crew. “The bridge may be shut,” she said, adding, “We will not wait.”\n" \
  "\n" \
  "Baqeri denied that the road had been closed, Reuters reported.\n" \
  "\n" \
  "Sources said the river rose. According to the Herald, the dam is old.\n"

/* "cue said; source she; speaker Ann Moore (pronoun); PS+ (may); future; anonymous; via Reuters + 1 new" */
static char *
describe_proposal (RapSession             *session,
                   const RapClaimProposal *proposal)
{
  GString *out = g_string_new (NULL);
  guint parts = proposal != NULL ? proposal->parts : 0;

  if ((parts & RAP_PART_CUE) != 0)
    g_string_append_printf (out, "cue %s; ", proposal->cue->exact);
  if ((parts & RAP_PART_SOURCE) != 0)
    g_string_append_printf (out, "source %s; ", proposal->source->exact);
  if ((parts & RAP_PART_SPEAKER) != 0)
    g_string_append_printf (out, "speaker %s (%s); ", proposal->speaker_name, proposal->speaker_reason);
  if ((parts & RAP_PART_COMMITMENT) != 0)
    g_string_append_printf (out, "%s%s (%s); ", rap_vocabulary_nick (&rap_certainty_vocabulary, proposal->certainty),
                            rap_vocabulary_nick (&rap_polarity_vocabulary, proposal->polarity),
                            proposal->commitment_word != NULL ? proposal->commitment_word : "-");
  if ((parts & RAP_PART_TENSE) != 0)
    g_string_append_printf (out, "%s; ", rap_vocabulary_nick (&rap_tense_vocabulary, proposal->tense));
  if ((parts & RAP_PART_ANONYMOUS) != 0)
    g_string_append (out, "anonymous; ");
  if ((parts & RAP_PART_VIA) != 0)
    g_string_append_printf (out, "via %s + %u new; ", proposal->via_added[0], proposal->made->len);
  return g_string_free (out, FALSE);
}

static void
test_parts (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    const char *passage;
    const char *expected;
  } rows[] = {
    { "The bridge may be shut", "cue said; source she; speaker Ann Moore (pronoun); PS+ (may); " },
    { "We will not wait.", "cue adding; source she; speaker Ann Moore (pronoun); CT- (not); future; " },
    { "the road had been closed", "cue denied; source Baqeri; CT- (denied); via Reuters + 1 new; " },
    { "Sources said the river rose.", "cue said; source Sources; anonymous; via Reuters + 1 new; " },
    { "the dam is old", "cue According to; source the Herald; " },
    { "Moore praised the crew.", "cue praised; source Moore; " },
  };
  g_autoptr (RapArticle) article = NULL;

  add_people (fixture->session);
  article = session_add_article (fixture->session, "Report", NULL, REPORT);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RapRange range = article_range (article, rows[i].passage);
      g_autoptr (RapClaim) claim = rap_session_propose_claim (fixture->session, article, &range, 1);
      g_autoptr (RapClaim) stored = session_insert (fixture->session, rap_record_copy (RAP_RECORD (claim)));
      g_autoptr (RapClaimProposal) proposal = rap_session_propose_parts (fixture->session, article, stored);
      g_autofree char *result = describe_proposal (fixture->session, proposal);

      g_test_message ("%s", rows[i].passage);
      g_assert_cmpstr (result, ==, rows[i].expected);
    }
}

/* Some parts are taken, others left; what the claim has by then is proposed no longer. */
static void
test_apply (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (RapArticle) article = NULL;
  g_autoptr (RapClaim) claim = NULL;
  g_autoptr (RapClaim) stored = NULL;
  g_autoptr (RapClaimProposal) proposal = NULL;
  g_autoptr (RapClaimProposal) rest = NULL;
  g_autoptr (RapEdits) some = rap_edits_new ("Accept proposals");
  g_autoptr (RapEdits) nothing = rap_edits_new ("Accept proposals");
  g_autofree char *left = NULL;
  g_autofree char *outlet = NULL;
  RapRange range;

  add_people (fixture->session);
  article = session_add_article (fixture->session, "Report", NULL, REPORT);
  range = article_range (article, "the road had been closed");
  claim = rap_session_propose_claim (fixture->session, article, &range, 1);
  stored = session_insert (fixture->session, rap_record_copy (RAP_RECORD (claim)));
  proposal = rap_session_propose_parts (fixture->session, article, stored);

  rap_claim_proposal_add_edits (proposal, nothing, stored, 0);
  g_assert_true (rap_edits_is_empty (nothing));
  rap_claim_proposal_add_edits (proposal, some, stored, RAP_PART_CUE | RAP_PART_VIA);
  g_assert_true (rap_session_commit (fixture->session, some, NULL));
  g_object_unref (stored);
  stored = RAP_CLAIM (rap_session_load (fixture->session, RAP_KIND_CLAIM, id_of (claim), NULL));
  g_assert_cmpstr (stored->cue->exact, ==, "denied");
  g_assert_null (stored->source);
  outlet = rap_session_get_name (fixture->session, RAP_KIND_ENTITY, stored->via[0]);
  g_assert_cmpstr (outlet, ==, "Reuters");

  rest = rap_session_propose_parts (fixture->session, article, stored);
  left = describe_proposal (fixture->session, rest);
  g_assert_cmpstr (left, ==, "source Baqeri; CT- (denied); ");
}

/* Only what is near is read: who was named some pages before is not taken for the speaker. */
static void
test_near (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new ("Moore met nobody.\n");
  g_autoptr (RapArticle) article = NULL;
  g_autoptr (RapClaim) claim = NULL;
  RapRange range;

  add_people (fixture->session);
  for (guint i = 0; i < 2000; i++)
    g_string_append (text, "The sheep went up the hill and the sheep came down.\n");
  g_string_append (text, "“We saw it,” he said.\n");
  article = session_add_article (fixture->session, "Hills", NULL, text->str);
  range = article_range (article, "We saw it");
  claim = rap_session_propose_claim (fixture->session, article, &range, 1);
  {
    g_autoptr (RapClaimProposal) proposal = rap_session_propose_parts (fixture->session, article, claim);
    g_autofree char *result = describe_proposal (fixture->session, proposal);

    g_assert_cmpstr (result, ==, "cue said; source he; ");
  }
}

/* Names are kept between proposals, and up with what is committed and undone. */
static void
test_names_follow (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (RapArticle) article = session_add_article (fixture->session, "Follow", NULL, "“It is late,” Moore said.\n");
  RapRange range = article_range (article, "It is late");
  g_autoptr (RapEntity) dane = session_add_entity (fixture->session, RAP_ENTITY_PERSON, "Dane");
  g_autoptr (RapEntity) renamed = NULL;
  g_autoptr (GString) seen = g_string_new (NULL);

  for (guint step = 0; step < 5; step++)
    {
      g_autoptr (RapClaim) claim = rap_session_propose_claim (fixture->session, article, &range, 1);
      g_autofree char *speaker = rap_session_get_name (fixture->session, RAP_KIND_ENTITY, claim->speaker);

      g_string_append_printf (seen, "%s ", *speaker != '\0' ? speaker : "-");
      if (step == 0)
        g_object_unref (session_add_entity (fixture->session, RAP_ENTITY_PERSON, "Moore"));
      else if (step == 1)
        g_assert_cmpuint (rap_session_undo (fixture->session, 1, NULL, NULL), ==, 1);
      else if (step == 2)
        {
          RapEntity *copy = RAP_ENTITY (rap_record_copy (RAP_RECORD (dane)));

          copy->names = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_name_free);
          g_ptr_array_add (copy->names, rap_name_new ("Moore", "en", RAP_NAME_ALIAS));
          renamed = session_replace (fixture->session, dane, copy);
        }
      else if (step == 3)
        session_delete (fixture->session, renamed);
    }
  g_assert_cmpstr (seen->str, ==, "- Moore - Dane - ");
}

static void
test_two_passages (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (RapArticle) article = add_talks (fixture->session, FALSE);
  RapRange ranges[] = { article_range (article, "The road"), article_range (article, "on Monday") };
  g_autoptr (RapClaim) claim = rap_session_propose_claim (fixture->session, article, ranges, 2);

  g_assert_cmpstr (claim->content->exact, ==, "The road … on Monday");
}

static void
test_meeting (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char *passage;
    const char *expected;
  } rows[] = {
    { "met Cy Dane", "Ann Moore, Cy Dane" },
    { "The road will", "Bagheri, Ann Moore" },
    { "The river rose", "" },
  };
  g_autoptr (RapArticle) article = NULL;

  add_people (fixture->session);
  article = add_talks (fixture->session, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RapRange range = article_range (article, rows[i].passage);
      g_autoptr (RapMeeting) meeting = rap_session_propose_meeting (fixture->session, article, &range, 1);
      g_autoptr (GString) names = g_string_new (NULL);

      for (guint k = 0; meeting->participants != NULL && k < meeting->participants->len; k++)
        {
          const RapParticipant *one = g_ptr_array_index (meeting->participants, k);
          g_autofree char *name = rap_session_get_name (fixture->session, RAP_KIND_ENTITY, one->entity);

          g_string_append_printf (names, "%s%s", k > 0 ? ", " : "", name);
        }
      g_assert_cmpstr (names->str, ==, rows[i].expected);
      g_assert_null (meeting->when);
      g_assert_false (meeting->parent_instance.sealed);
    }
}

static void
test_match (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    const char *name;
    const char *expected;
  } rows[] = {
    { "Bagheri", "Bagheri" },
    { "BAQERI", "Bagheri" },
    { " ann   moore ", "Ann Moore" },
    { "Herald", "Herald" },
    { "Bagh", "-" },
    { "", "-" },
    { "…", "-" },
  };

  add_people (fixture->session);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RapEntity) entity = rap_session_match_entity (fixture->session, rows[i].name);

      g_assert_cmpstr (entity != NULL ? entity->name : "-", ==, rows[i].expected);
    }
}

/* Six kinds of trouble: marks, families, flags, right-to-left, an abbreviation. */
static const char text[] =
  "Caf\x65\xcc\x81 👩‍👩‍👧 met 🇮🇷 Dr. Smith. It rained.\n"
  "وزیر دفاع گفت. او رفت.\n"
  "  tail  ";

static RapArticle *
make_article (void)
{
  RapArticle *article = RAP_ARTICLE (rap_record_new (RAP_KIND_ARTICLE));

  rap_set_string (&article->title, "Bounds");
  rap_set_string (&article->language, "en");
  article->text = rap_text_new (text);
  rap_record_seal (RAP_RECORD (article));
  return article;
}

static void
test_bounds (void)
{
  static const struct
  {
    RapRange  (*find) (const RapArticle *, guint);
    const char *at;
    const char *expected;
  } rows[] = {
    { rap_session_word_at, "Caf", "Caf\x65\xcc\x81" },
    { rap_session_word_at, "\xcc\x81", "Caf\x65\xcc\x81" },
    { rap_session_word_at, "met", "met" },
    { rap_session_word_at, "👩‍👧", "👩‍👩‍👧" },
    { rap_session_word_at, "دفاع", "دفاع" },
    { rap_session_sentence_at, "Smith", "Caf\x65\xcc\x81 👩‍👩‍👧 met 🇮🇷 Dr. Smith." },
    { rap_session_sentence_at, "rained", "It rained." },
    { rap_session_sentence_at, "دفاع", "وزیر دفاع گفت." },
    { rap_session_paragraph_at, "رفت", "وزیر دفاع گفت. او رفت." },
    { rap_session_paragraph_at, "tail", "tail" },
  };
  g_autoptr (RapArticle) article = make_article ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RapRange range = rows[i].find (article, article_range (article, rows[i].at).start);
      g_autofree char *found = rap_text_slice (article->text, range);

      g_assert_cmpstr (found, ==, rows[i].expected);
    }
}

static void
test_trim (void)
{
  static const struct
  {
    const char *passage;
    const char *expected;
  } rows[] = {
    { "  tail  ", "tail" },
    { " met ", "met" },
    { "\xcc\x81 ", "\x65\xcc\x81" },
    { "\xe2\x80\x8d👩", "👩‍👩‍👧" },
    { "\n  ", "" },
  };
  g_autoptr (RapArticle) article = make_article ();
  RapRange past = { 5000, 6000 };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RapRange range = rap_session_trim_passage (article, article_range (article, rows[i].passage));
      g_autofree char *found = rap_text_slice (article->text, range);

      g_assert_cmpstr (found, ==, rows[i].expected);
    }
  g_assert_true (rap_range_is_empty (rap_session_trim_passage (article, past)));
}

static void
test_nudge (void)
{
  static const struct
  {
    const char *passage;
    gboolean    move_end;
    int         direction;
    gboolean    by_character;
    const char *expected;
  } rows[] = {
    { "met", TRUE, 1, FALSE, "met 🇮🇷 Dr" },
    { "met", TRUE, 1, TRUE, "met " },
    { "met ", TRUE, 1, TRUE, "met 🇮🇷" },
    { "met 🇮🇷", TRUE, -1, TRUE, "met " },
    { "met", FALSE, -1, TRUE, " met" },
    { " met", FALSE, -1, TRUE, "👩‍👩‍👧 met" },
    { "met", FALSE, 1, TRUE, "et" },
    { "m", FALSE, 1, TRUE, "m" },
    { "m", TRUE, -1, TRUE, "m" },
    { "Caf", TRUE, 1, TRUE, "Caf\x65\xcc\x81" },
    { "Caf\x65\xcc\x81", TRUE, -1, TRUE, "Caf" },
    { "Caf", FALSE, -1, FALSE, "Caf" },
    { "گفت", FALSE, -1, FALSE, "دفاع گفت" },
    { "وزیر دفاع", TRUE, -1, FALSE, "وزیر " },
    { "tail  ", TRUE, 1, FALSE, "tail  " },
  };
  g_autoptr (RapArticle) article = make_article ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RapRange range = rap_session_nudge (article, article_range (article, rows[i].passage), rows[i].move_end,
                                          rows[i].direction, rows[i].by_character);
      g_autofree char *found = rap_text_slice (article->text, range);

      g_test_message ("row %u: %s", i, rows[i].passage);
      g_assert_cmpstr (found, ==, rows[i].expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add_test ("/session/proposal/claim", test_claim);
  fixture_add_test ("/session/proposal/narration", test_narration);
  fixture_add_test ("/session/proposal/surname", test_surname);
  fixture_add_test ("/session/proposal/parts", test_parts);
  fixture_add_test ("/session/proposal/apply", test_apply);
  fixture_add_test ("/session/proposal/near", test_near);
  fixture_add_test ("/session/proposal/names-follow", test_names_follow);
  fixture_add_test ("/session/proposal/two-passages", test_two_passages);
  fixture_add_test ("/session/proposal/meeting", test_meeting);
  fixture_add_test ("/session/proposal/match", test_match);
  g_test_add_func ("/session/proposal/bounds", test_bounds);
  g_test_add_func ("/session/proposal/trim", test_trim);
  g_test_add_func ("/session/proposal/nudge", test_nudge);

  return g_test_run ();
}
