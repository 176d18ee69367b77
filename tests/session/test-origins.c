/* test-origins.c
 *
 * "reported 5×, 2 origins": what repeats what, whoever says so, and what was
 * copied from where, also when repetitions go in a circle.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-origins.h"

#include <string.h>

#include "session-fixture.h"

#define N_PLACES 5

/* Articles a to e, a claim in each, with the speaker of the same place. */
typedef struct
{
  RapArticle *articles[N_PLACES];
  RapClaim   *claims[N_PLACES];
} World;

/* @speakers: a letter a claim, "-" for none. */
static void
make_world (World      *self,
            RapSession *session,
            const char *speakers)
{
  g_autoptr (RapEntity) p = session_add_entity (session, RAP_ENTITY_PERSON, "P");
  g_autoptr (RapEntity) q = session_add_entity (session, RAP_ENTITY_PERSON, "Q");

  for (guint i = 0; i < N_PLACES; i++)
    {
      char title[] = { (char) ('a' + i), '\0' };
      g_autofree char *text = g_strdup_printf ("Text %s says so.", title);

      self->articles[i] = session_add_article (session, title, NULL, text);
      self->claims[i] = session_add_claim (session, self->articles[i], "says so",
                                           speakers[i] == 'P' ? id_of (p) : speakers[i] == 'Q' ? id_of (q) : NULL);
    }
}

static void
clear_world (World *self)
{
  for (guint i = 0; i < N_PLACES; i++)
    {
      g_object_unref (self->articles[i]);
      g_object_unref (self->claims[i]);
    }
}

/* @pairs "ab bc": the claim in a stands in the relation to the one in b, and so on */
static void
relate (World           *self,
        RapSession      *session,
        const char      *pairs,
        RapRelationKind  kind)
{
  g_auto (GStrv) split = g_strsplit (pairs, " ", -1);

  for (guint i = 0; split[i] != NULL && split[i][0] != '\0'; i++)
    {
      RapRelation *relation = RAP_RELATION (rap_record_new (RAP_KIND_RELATION));

      relation->kind = kind;
      rap_set_string (&relation->from, id_of (self->claims[split[i][0] - 'a']));
      rap_set_string (&relation->to, id_of (self->claims[split[i][1] - 'a']));
      g_object_unref (session_insert (session, relation));
    }
}

/* @pairs "ab": article a was copied from b */
static void
copy (World      *self,
      RapSession *session,
      const char *pairs)
{
  g_auto (GStrv) split = g_strsplit (pairs, " ", -1);

  for (guint i = 0; split[i] != NULL && split[i][0] != '\0'; i++)
    {
      RapArticle **article = &self->articles[split[i][0] - 'a'];
      g_autoptr (RapArticle) before = *article;
      RapArticle *after = RAP_ARTICLE (rap_record_copy (RAP_RECORD (before)));

      rap_set_string (&after->copied_from, id_of (self->articles[split[i][1] - 'a']));
      *article = session_replace (session, before, after);
    }
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char * const *) a, *(char * const *) b);
}

/* "3: a 2 by P, b 1 by nobody": claims, then the origins */
static char *
describe (World      *self,
          RapSession *session,
          guint       claim)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RapOrigins) origins = rap_session_find_origins (session, id_of (self->claims[claim]), &error);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  g_assert_no_error (error);
  g_assert_false (origins->cut);
  for (guint i = 0; i < origins->origins->len; i++)
    {
      RapOrigin *origin = origins->origins->pdata[i];
      g_autofree char *speaker = rap_session_get_name (session, RAP_KIND_ENTITY, origin->speaker);
      g_autofree char *article = rap_session_get_name (session, RAP_KIND_ARTICLE, origin->article);

      g_ptr_array_add (parts, g_strdup_printf ("%s %u by %s", article, origin->n_claims,
                                               *speaker != '\0' ? speaker : "nobody"));
    }
  g_ptr_array_sort (parts, compare_texts);
  g_ptr_array_add (parts, NULL);
  joined = g_strjoinv (", ", (char **) parts->pdata);
  return g_strdup_printf ("%u: %s", origins->n_claims, joined);
}

static const struct
{
  const char *speakers;
  const char *repeats;
  const char *contradicts;
  const char *copies;
  guint       claim;
  const char *expected;
} rows[] = {
  { "PPPPP", "", "", "", 0, "1: a 1 by P" },
  { "PPPPP", "ab", "bc", "", 0, "2: a 1 by P, b 1 by P" },
  /* two pages copied from the first are no origins of their own */
  { "PPPPP", "ba ca", "", "ba ca", 1, "3: a 3 by P" },
  /* copies of copies, asked from the end of a chain of repetitions */
  { "PPPPP", "ab cb cd ed", "", "ab bc dc", 4, "5: c 4 by P, e 1 by P" },
  /* another speaker on the same page is another origin */
  { "PQPQ-", "ab bc cd de", "", "ba ca da ea", 2, "5: a 1 by nobody, a 2 by P, a 2 by Q" },
  { "-----", "ab", "", "", 0, "2: a 1 by nobody, b 1 by nobody" },
  /* repetitions in a circle */
  { "PPPPP", "ab bc ca", "", "", 1, "3: a 1 by P, b 1 by P, c 1 by P" },
  /* the page the copies come from says nothing itself */
  { "PPPPP", "ab", "", "ae be", 0, "2: e 2 by P" },
};

static void
test_count (Fixture       *fixture,
            gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      World world;
      g_autofree char *result = NULL;

      make_world (&world, fixture->session, rows[i].speakers);
      relate (&world, fixture->session, rows[i].repeats, RAP_RELATION_REPEATS);
      relate (&world, fixture->session, rows[i].contradicts, RAP_RELATION_CONTRADICTS);
      copy (&world, fixture->session, rows[i].copies);
      result = describe (&world, fixture->session, rows[i].claim);
      g_test_message ("row %u", i);
      g_assert_cmpstr (result, ==, rows[i].expected);
      clear_world (&world);
    }
}

/* More claims than anybody reads: counted up to the bound, and said so. */
static void
test_bound (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (RapArticle) article = session_add_article (fixture->session, "a", NULL, "Text says so.");
  g_autoptr (RapClaim) first = session_add_claim (fixture->session, article, "says so", NULL);
  g_autoptr (RapEdits) edits = rap_edits_new ("Many");
  g_autoptr (RapOrigins) origins = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < RAP_ORIGINS_MAX_CLAIMS; i++)
    {
      g_autoptr (RapRecord) claim = rap_record_new (RAP_KIND_CLAIM);
      g_autoptr (RapRecord) relation = rap_record_new (RAP_KIND_RELATION);

      rap_set_string (&RAP_CLAIM (claim)->article, id_of (article));
      RAP_CLAIM (claim)->content = article_anchor (article, "says so");
      RAP_RELATION (relation)->kind = RAP_RELATION_REPEATS;
      rap_set_string (&RAP_RELATION (relation)->from, claim->id);
      rap_set_string (&RAP_RELATION (relation)->to, id_of (first));
      rap_edits_insert (edits, claim);
      rap_edits_insert (edits, relation);
    }
  g_assert_true (rap_session_commit (fixture->session, edits, &error));
  origins = rap_session_find_origins (fixture->session, id_of (first), &error);
  g_assert_no_error (error);
  g_assert_true (origins->cut);
  g_assert_cmpuint (origins->n_claims, ==, RAP_ORIGINS_MAX_CLAIMS);
  g_assert_cmpuint (origins->origins->len, ==, 1);
}

static void
test_unknown (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (rap_session_find_origins (fixture->session, "3f2a0000-0000-4000-8000-000000000000", &error));
  g_assert_error (error, RAP_ERROR, RAP_ERROR_NOT_FOUND);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add_test ("/session/origins/count", test_count);
  fixture_add_test ("/session/origins/bound", test_bound);
  fixture_add_test ("/session/origins/unknown", test_unknown);

  return g_test_run ();
}
