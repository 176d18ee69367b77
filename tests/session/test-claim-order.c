/* test-claim-order.c
 *
 * Which of its article's claims a claim is, and which comes next.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-claim-order.h"

#include "session-fixture.h"

/* "2 of 3, then third words", or "none". (transfer full) */
static char *
describe (RapSession *session,
          gpointer    article,
          gpointer    claim)
{
  g_autofree char *next = NULL;
  g_autoptr (RapRecord) after = NULL;
  guint place, n;

  if (!rap_session_find_claim_place (session, id_of (article), id_of (claim), &place, &n, &next))
    return g_strdup ("none");
  if (next != NULL)
    after = rap_session_load (session, RAP_KIND_CLAIM, next, NULL);
  return g_strdup_printf ("%u of %u, then %s", place + 1, n, after != NULL ? RAP_CLAIM (after)->content->exact : "nothing");
}

static void
test_places (Fixture       *fixture,
             gconstpointer  data)
{
  RapSession *session = fixture->session;
  g_autoptr (RapEntity) speaker = session_add_entity (session, RAP_ENTITY_PERSON, "Ann");
  g_autoptr (RapArticle) article = session_add_article (session, "One", "2020", "First words and second words and third words.");
  g_autoptr (RapArticle) other = session_add_article (session, "Two", "2020", "Other words.");
  /* made in another order than that of the text */
  g_autoptr (RapClaim) third = session_add_claim (session, article, "third words", id_of (speaker));
  g_autoptr (RapClaim) wide = session_add_claim (session, article, "second words and third words", id_of (speaker));
  g_autoptr (RapClaim) first = session_add_claim (session, article, "First words", id_of (speaker));
  g_autoptr (RapClaim) narrow = session_add_claim (session, article, "second words", id_of (speaker));
  g_autoptr (RapClaim) foreign = session_add_claim (session, other, "Other words", id_of (speaker));
  const struct
  {
    gpointer    article;
    gpointer    claim;
    const char *expected;
  } rows[] = {
    { article, first, "1 of 4, then second words" },
    { article, narrow, "2 of 4, then second words and third words" },
    { article, wide, "3 of 4, then third words" },
    { article, third, "4 of 4, then nothing" },
    { article, foreign, "none" },
    { other, foreign, "1 of 1, then nothing" },
    { other, speaker, "none" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *result = describe (session, rows[i].article, rows[i].claim);

      g_assert_cmpstr (result, ==, rows[i].expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add_test ("/session/claim-order/places", test_places);

  return g_test_run ();
}
