/* test-relatives.c
 *
 * Which claims are offered to be related to, and in which order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-relatives.h"

#include <string.h>

#include "session-fixture.h"

/* Quotes are unique, so that a claim can be called by the first word of its. */
static const struct
{
  const char *title;
  const char *published;
  const char *text;
} pages[] = {
  { "first", "2022-11-08", "Alpha: the armed forces enjoy great capacity for defence. Beta: the memorandum was not implemented." },
  { "second", "2022-11-09", "Gamma: the armed forces have a lot of capacity for defence. Delta: the weather was the best." },
  { "third", "2020-01-01", "Epsilon: the railway was opened. Zeta: the memorandum was signed." },
  { "fourth", NULL, "Eta: the memorandum was lost. Theta: the harvest failed." },
};

static const struct
{
  const char *quote;
  guint       page;
  guint       speaker;   /* 0: none */
} sayings[] = {
  { "Alpha: the armed forces enjoy great capacity for defence", 0, 1 },
  { "Beta: the memorandum was not implemented", 0, 1 },
  { "Gamma: the armed forces have a lot of capacity for defence", 1, 1 },
  { "Delta: the weather was the best", 1, 2 },
  { "Epsilon: the railway was opened", 2, 2 },
  { "Zeta: the memorandum was signed", 2, 2 },
  { "Eta: the memorandum was lost", 3, 0 },
  { "Theta: the harvest failed", 3, 0 },
};

enum { ALPHA, BETA, GAMMA, DELTA, EPSILON, ZETA, ETA, THETA, N_CLAIMS };

typedef struct
{
  RapArticle *articles[G_N_ELEMENTS (pages)];
  RapClaim   *claims[N_CLAIMS];
} World;

static void
make_world (World      *self,
            RapSession *session)
{
  g_autoptr (RapEntity) baqeri = session_add_entity (session, RAP_ENTITY_PERSON, "Baqeri");
  g_autoptr (RapEntity) moore = session_add_entity (session, RAP_ENTITY_PERSON, "Ann Moore");

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    self->articles[i] = session_add_article (session, pages[i].title, pages[i].published, pages[i].text);
  for (guint i = 0; i < N_CLAIMS; i++)
    self->claims[i] = session_add_claim (session, self->articles[sayings[i].page], sayings[i].quote,
                                         sayings[i].speaker == 1 ? id_of (baqeri)
                                         : sayings[i].speaker == 2 ? id_of (moore) : NULL);
}

static void
clear_world (World *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    g_object_unref (self->articles[i]);
  for (guint i = 0; i < N_CLAIMS; i++)
    g_object_unref (self->claims[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (World, clear_world)

static void
link_meeting (World            *self,
              RapSession       *session,
              const RapMeeting *meeting,
              guint             claim)
{
  g_autoptr (RapClaim) before = self->claims[claim];
  RapClaim *after = RAP_CLAIM (rap_record_copy (RAP_RECORD (before)));

  after->meetings = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_claim_meeting_free);
  g_ptr_array_add (after->meetings, rap_claim_meeting_new (id_of ((gpointer) meeting), RAP_ASPECT_OCCURRENCE, NULL));
  self->claims[claim] = session_replace (session, before, after);
}

static void
relate (World           *self,
        RapSession      *session,
        guint            from,
        guint            to,
        RapRelationKind  kind)
{
  RapRelation *relation = RAP_RELATION (rap_record_new (RAP_KIND_RELATION));

  relation->kind = kind;
  rap_set_string (&relation->from, id_of (self->claims[from]));
  rap_set_string (&relation->to, id_of (self->claims[to]));
  g_object_unref (session_insert (session, relation));
}

/* "Gamma sw4, Beta s": meeting, speaker, number of words */
static char *
rank (World      *self,
      RapSession *session,
      guint       claim,
      const char *query,
      guint       limit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = rap_session_rank_relatives (session, self->claims[claim], query, limit, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    {
      RapRelative *relative = found->pdata[i];
      const char *quote = relative->claim->content->exact;

      g_string_append_printf (text, "%s%.*s %s%s%u", i > 0 ? ", " : "", (int) strcspn (quote, ":"), quote,
                              relative->same_meeting ? "m" : "", relative->same_speaker ? "s" : "", relative->n_words);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    guint       claim;
    const char *query;
    guint       limit;
    const char *expected;
  } rows[] = {
    { ALPHA, NULL, 10, "Gamma s5, Beta s0, Delta 0, Epsilon 0, Zeta 0, Eta 0, Theta 0" },
    { ALPHA, "", 1, "Gamma s5" },
    { BETA, NULL, 10, "Alpha s0, Gamma s0, Zeta 2, Eta 2, Delta 1, Epsilon 1, Theta 0" },
    { ZETA, NULL, 10, "Epsilon s1, Delta s1, Beta 2, Eta 2, Alpha 0, Gamma 0, Theta 0" },
    { THETA, NULL, 3, "Alpha 0, Beta 0, Gamma 0" },
    { THETA, "memorandum", 10, "Beta 0, Zeta 0, Eta 0" },
    { ALPHA, "moore", 10, "Delta 0, Epsilon 0, Zeta 0" },
    { ALPHA, "no such word", 10, "" },
  };
  g_auto (World) world = { 0 };

  make_world (&world, fixture->session);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *result = rank (&world, fixture->session, rows[i].claim, rows[i].query, rows[i].limit);

      g_test_message ("row %u", i);
      g_assert_cmpstr (result, ==, rows[i].expected);
    }
}

/* A shared meeting before everything; what is related already is not offered, whichever way. */
static void
test_links (Fixture       *fixture,
            gconstpointer  data)
{
  g_auto (World) world = { 0 };
  g_autoptr (RapMeeting) call = session_add_meeting (fixture->session, "Call", "2022-11-07");
  g_autofree char *linked = NULL;
  g_autofree char *related = NULL;
  g_autofree char *from_there = NULL;

  make_world (&world, fixture->session);
  link_meeting (&world, fixture->session, call, ALPHA);
  link_meeting (&world, fixture->session, call, THETA);
  linked = rank (&world, fixture->session, ALPHA, NULL, 10);
  g_assert_cmpstr (linked, ==, "Theta m0, Gamma s5, Beta s0, Delta 0, Epsilon 0, Zeta 0, Eta 0");
  relate (&world, fixture->session, ALPHA, GAMMA, RAP_RELATION_REPEATS);
  relate (&world, fixture->session, THETA, ALPHA, RAP_RELATION_SUPPORTS);
  related = rank (&world, fixture->session, ALPHA, NULL, 10);
  g_assert_cmpstr (related, ==, "Beta s0, Delta 0, Epsilon 0, Zeta 0, Eta 0");
  from_there = rank (&world, fixture->session, THETA, NULL, 10);
  g_assert_cmpstr (from_there, ==, "Beta 0, Gamma 0, Delta 0, Epsilon 0, Zeta 0, Eta 0");
}

/* Words that many claims have tell nothing; the same word in one other claim does. */
static void
test_common_words (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (RapArticle) article = session_add_article (fixture->session, "a", NULL,
                                                        "railway report said; railway tunnel said; other thing said");
  g_autoptr (RapClaim) first = session_add_claim (fixture->session, article, "railway report said", NULL);
  g_autoptr (RapEdits) edits = rap_edits_new ("Many");
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  g_object_unref (session_add_claim (fixture->session, article, "railway tunnel said", NULL));
  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (RapRecord) claim = rap_record_new (RAP_KIND_CLAIM);

      rap_set_string (&RAP_CLAIM (claim)->article, id_of (article));
      RAP_CLAIM (claim)->content = article_anchor (article, "other thing said");
      rap_edits_insert (edits, claim);
    }
  g_assert_true (rap_session_commit (fixture->session, edits, &error));
  found = rap_session_rank_relatives (fixture->session, first, NULL, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpstr (((RapRelative *) found->pdata[0])->claim->content->exact, ==, "railway tunnel said");
  g_assert_cmpuint (((RapRelative *) found->pdata[0])->n_words, ==, 1);
  g_assert_cmpuint (((RapRelative *) found->pdata[1])->n_words, ==, 0);
}

/* Never to itself, and never twice the same; what has a direction may go both ways. */
static void
test_twice (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    guint           from;
    guint           to;
    RapRelationKind kind;
    gboolean        accepted;
  } rows[] = {
    { ALPHA, ALPHA, RAP_RELATION_REPEATS, FALSE },
    { ALPHA, GAMMA, RAP_RELATION_REPEATS, TRUE },
    { ALPHA, GAMMA, RAP_RELATION_REPEATS, FALSE },
    { GAMMA, ALPHA, RAP_RELATION_REPEATS, FALSE },
    { GAMMA, ALPHA, RAP_RELATION_SUPPORTS, TRUE },
    { ALPHA, GAMMA, RAP_RELATION_SUPPORTS, TRUE },
    { ALPHA, GAMMA, RAP_RELATION_SUPPORTS, FALSE },
    { ALPHA, BETA, RAP_RELATION_CONTRADICTS, TRUE },
    { BETA, ALPHA, RAP_RELATION_CONTRADICTS, FALSE },
  };
  g_auto (World) world = { 0 };

  make_world (&world, fixture->session);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RapEdits) edits = rap_edits_new ("Relate");
      g_autoptr (RapRecord) relation = rap_record_new (RAP_KIND_RELATION);
      g_autoptr (GError) error = NULL;

      RAP_RELATION (relation)->kind = rows[i].kind;
      rap_set_string (&RAP_RELATION (relation)->from, id_of (world.claims[rows[i].from]));
      rap_set_string (&RAP_RELATION (relation)->to, id_of (world.claims[rows[i].to]));
      rap_edits_insert (edits, relation);
      g_test_message ("row %u", i);
      g_assert_cmpint (rap_session_commit (fixture->session, edits, &error), ==, rows[i].accepted);
    }
  g_assert_cmpuint (rap_session_count (fixture->session, RAP_KIND_RELATION), ==, 4);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add_test ("/session/relatives/order", test_order);
  fixture_add_test ("/session/relatives/links", test_links);
  fixture_add_test ("/session/relatives/common-words", test_common_words);
  fixture_add_test ("/session/relatives/twice", test_twice);

  return g_test_run ();
}
