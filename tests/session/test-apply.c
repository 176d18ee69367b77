/* test-apply.c
 *
 * Scripted edits: upserts by id that keep what is left out, deletions with what
 * depends on them, and errors that name object and member and change nothing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-transfer.h"

#include <string.h>

#include "session-fixture.h"

#define ANN     "00000000-0000-4000-8000-0000000000a1"
#define BOB     "00000000-0000-4000-8000-0000000000a2"
#define ARTICLE "00000000-0000-4000-8000-0000000000b1"
#define CLAIM   "00000000-0000-4000-8000-0000000000c1"
#define OTHER   "00000000-0000-4000-8000-0000000000c2"
#define MEETING "00000000-0000-4000-8000-0000000000d1"
#define NOBODY  "00000000-0000-4000-8000-0000000000ff"

static const char base[] =
  "{ \"format\": \"rapporteur\", \"version\": 1,"
  " \"entities\": [{ \"id\": \"" ANN "\", \"kind\": \"person\", \"name\": \"Ann\", \"note\": \"tall\" },"
  "                { \"id\": \"" BOB "\", \"kind\": \"person\", \"name\": \"Bob\" }],"
  " \"articles\": [{ \"id\": \"" ARTICLE "\", \"title\": \"Talks\", \"published\": \"2020-05\", \"text\": \"Ann met Bob. Bob was glad.\" }],"
  " \"meetings\": [{ \"id\": \"" MEETING "\", \"title\": \"Ann and Bob\", \"participants\": [{ \"entity\": \"" ANN "\" }, { \"entity\": \"" BOB "\" }] }],"
  " \"claims\":   [{ \"id\": \"" CLAIM "\", \"article\": \"" ARTICLE "\", \"content\": { \"exact\": \"Ann met Bob\" }, \"speaker\": \"" ANN "\","
  "                  \"meetings\": [{ \"meeting\": \"" MEETING "\", \"aspect\": \"occurrence\" }] },"
  "                { \"id\": \"" OTHER "\", \"article\": \"" ARTICLE "\", \"content\": { \"ranges\": [[13, 25]] }, \"speaker\": \"" BOB "\" }],"
  " \"relations\": [{ \"kind\": \"supports\", \"from\": \"" OTHER "\", \"to\": \"" CLAIM "\" }] }";

/* "3+ 2~ 1-", or the error's code and message. (transfer full) */
static char *
apply (RapSession *session,
       const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  guint n_added, n_changed, n_deleted;

  if (rap_session_apply (session, bytes, &n_added, &n_changed, &n_deleted, &error))
    return g_strdup_printf ("%u+ %u~ %u-", n_added, n_changed, n_deleted);
  message = mask (error->message, NULL);
  return g_strjoin (" ", error_nick (error), message, NULL);
}

static void
apply_base (RapSession *session)
{
  g_autofree char *result = apply (session, base);
  g_autofree char *counts = session_counts (session);

  g_assert_cmpstr (result, ==, "7+ 0~ 0-");
  g_assert_cmpstr (counts, ==, "2 entities, 1 articles, 1 meetings, 2 claims, 1 relations");
}

/* What a member is now, by the record's JSON. */
static char *
get_line (RapSession *session,
          const char *id)
{
  g_autofree char *state = session_state (session);
  g_auto (GStrv) lines = g_strsplit (state, "\n", -1);
  g_autofree char *start = g_strdup_printf ("{\"id\":\"%s\"", id);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], start))
      return g_strdup (lines[i]);
  return g_strdup ("gone");
}

static const struct
{
  const char *edits;
  const char *result;
  const char *id;
  const char *has;     /* in the record's line afterwards */
  const char *keeps;   /* the same; what was not spoken of */
} upserts[] = {
  { "{\"entities\":[{\"id\":\"" ANN "\",\"name\":\"Anna\"}]}",
    "0+ 1~ 0-", ANN, "\"name\":\"Anna\"", "\"note\":\"tall\"" },
  { "{\"entities\":[{\"id\":\"" ANN "\",\"note\":\"\"}]}",
    "0+ 1~ 0-", ANN, "\"note\":\"\"", "\"name\":\"Ann\"" },
  { "{\"claims\":[{\"id\":\"" CLAIM "\",\"certainty\":\"PS\",\"polarity\":\"-\"}]}",
    "0+ 1~ 0-", CLAIM, "\"certainty\":\"PS\",\"polarity\":\"-\"", "\"speaker\":\"" ANN "\"" },
  { "{\"claims\":[{\"id\":\"" CLAIM "\",\"speaker\":null}]}",
    "0+ 1~ 0-", CLAIM, "\"speaker\":null", "\"exact\":\"Ann met Bob\"" },
  { "{\"claims\":[{\"id\":\"" CLAIM "\",\"content\":{\"ranges\":[[0,3]]}}]}",
    "0+ 1~ 0-", CLAIM, "\"content\":{\"ranges\":[[0,3]],\"exact\":\"Ann\"", "\"aspect\":\"occurrence\"" },
  { "{\"claims\":[{\"id\":\"" CLAIM "\",\"meetings\":[]}]}",
    "0+ 1~ 0-", CLAIM, "\"meetings\":[]", "\"speaker\":\"" ANN "\"" },
  { "{\"meetings\":[{\"id\":\"" MEETING "\",\"when\":\"2017-07\"}]}",
    "0+ 1~ 0-", MEETING, "\"when\":\"2017-07\",\"earliest\":\"2017-07-01\",\"latest\":\"2017-07-31\"", "\"entity\":\"" BOB "\"" },
  { "{\"articles\":[{\"id\":\"" ARTICLE "\",\"published\":\"2020-05-06\"}]}",
    "0+ 1~ 0-", ARTICLE, "\"published\":\"2020-05-06\"", "\"text\":\"Ann met Bob. Bob was glad.\"" },
  { "{\"entities\":[{\"id\":\"" ANN "\",\"name\":\"Ann\"}]}",
    "0+ 0~ 0-", ANN, "\"name\":\"Ann\"", "\"note\":\"tall\"" },
  { "{}", "0+ 0~ 0-", ANN, "\"name\":\"Ann\"", "\"note\":\"tall\"" },
  { "{\"claims\":[{\"id\":\"" OTHER "\",\"deleted\":true}]}",
    "0+ 0~ 2-", OTHER, "gone", "gone" },
  { "{\"entities\":[{\"id\":\"" ANN "\",\"deleted\":true}]}",
    "0+ 2~ 1-", CLAIM, "\"speaker\":null", "\"exact\":\"Ann met Bob\"" },
  { "{\"entities\":[{\"id\":\"" ANN "\",\"deleted\":true},{\"id\":\"" BOB "\",\"name\":\"Robert\"}],"
    " \"claims\":[{\"id\":\"" CLAIM "\",\"note\":\"kept\"}]}",
    "0+ 3~ 1-", CLAIM, "\"note\":\"kept\"", "\"speaker\":null" },
  { "{\"articles\":[{\"id\":\"" ARTICLE "\",\"deleted\":true}]}",
    "0+ 0~ 4-", MEETING, "\"title\":\"Ann and Bob\"", "\"entity\":\"" BOB "\"" },
};

static void
test_upsert (Fixture       *fixture,
             gconstpointer  data)
{
  RapSession *session = fixture->session;
  g_autofree char *before = NULL;

  apply_base (session);
  before = session_state (session);
  for (guint i = 0; i < G_N_ELEMENTS (upserts); i++)
    {
      g_autofree char *result = apply (session, upserts[i].edits);
      g_autofree char *line = get_line (session, upserts[i].id);
      g_autofree char *back = NULL;
      gboolean changes = strcmp (upserts[i].result, "0+ 0~ 0-") != 0;

      g_test_message ("%s", upserts[i].edits);
      g_assert_cmpstr (result, ==, upserts[i].result);
      if (strstr (line, upserts[i].has) == NULL || strstr (line, upserts[i].keeps) == NULL)
        g_test_message ("%s", line);
      g_assert_nonnull (strstr (line, upserts[i].has));
      g_assert_nonnull (strstr (line, upserts[i].keeps));

      /* one group: one undo brings everything back */
      g_assert_cmpuint (changes ? rap_session_undo (session, 1, NULL, NULL) : 1, ==, 1);
      back = session_state (session);
      g_assert_cmpstr (back, ==, before);
    }
}

static const struct
{
  const char *edits;
  const char *expected;
} errors[] = {
  { "", "EMPTY" },
  { "{", "FORMAT" },
  { "[]", "FORMAT" },
  { "{\"version\":2}", "NEWER" },
  { "{\"claims\":[{\"id\":\"" CLAIM "\",\"certainty\":\"maybe\"}]}", "INVALID claim #: certainty: " },
  { "{\"claims\":[{\"id\":\"" CLAIM "\",\"colour\":\"red\"}]}", "INVALID claim #: colour: no such member" },
  { "{\"claims\":[{\"id\":\"" CLAIM "\",\"speaker\":\"" NOBODY "\"}]}", "REFERENCE claim #: speaker: there is no entity #" },
  { "{\"claims\":[{\"id\":\"" CLAIM "\",\"content\":{\"ranges\":[[0,99]]}}]}", "INVALID claim #: content: " },
  { "{\"claims\":[{\"id\":\"" CLAIM "\",\"content\":{\"ranges\":[[0,3]],\"exact\":\"Bob\"}}]}", "INVALID claim #: content: " },
  { "{\"articles\":[{\"id\":\"" ARTICLE "\",\"text\":\"Another text.\"}]}", "INVALID article #: text: " },
  { "{\"meetings\":[{\"id\":\"" MEETING "\",\"when\":\"2017-07\",\"latest\":\"2017-08-01\"}]}", "INVALID meeting #: latest: " },
  { "{\"meetings\":[{\"id\":\"" MEETING "\",\"when\":\"someday\"}]}", "INVALID meeting #: when: " },
  { "{\"entities\":[{\"id\":\"" NOBODY "\",\"deleted\":true}]}", "NOT_FOUND" },
  { "{\"entities\":[{\"name\":\"New\",\"kind\":\"person\"},{\"id\":\"" ANN "\",\"name\":\"\"}]}", "INVALID entity #: name: " },
};

static void
test_errors (Fixture       *fixture,
             gconstpointer  data)
{
  RapSession *session = fixture->session;
  g_autofree char *before = NULL;

  apply_base (session);
  before = session_state (session);
  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      g_autofree char *result = apply (session, errors[i].edits);
      g_autofree char *after = session_state (session);
      g_autofree char *head = g_strndup (result, strlen (errors[i].expected));

      g_test_message ("%s: %s", errors[i].edits, result);
      g_assert_cmpstr (head, ==, errors[i].expected);
      g_assert_cmpstr (after, ==, before);
    }
}

static void
test_journal (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *label = NULL;
  g_autofree char *analyst = NULL;
  g_autoptr (GPtrArray) history = NULL;

  apply_base (fixture->session);
  history = rap_session_get_history (fixture->session, 0, NULL);
  g_assert_cmpuint (history->len, ==, 1);
  g_assert_cmpuint (((RapHistoryEntry *) history->pdata[0])->n_edits, ==, 7);
  analyst = get_line (fixture->session, ANN);
  g_assert_nonnull (strstr (analyst, "\"analyst\":\"ada\""));
  g_assert_cmpuint (rap_session_undo (fixture->session, 1, &label, NULL), ==, 1);
  g_assert_cmpstr (label, ==, "Apply edits");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add_test ("/session/apply/upsert", test_upsert);
  fixture_add_test ("/session/apply/errors", test_errors);
  fixture_add_test ("/session/apply/journal", test_journal);

  return g_test_run ();
}
