/* test-deletion.c
 *
 * What goes with a record and what only lets go of it, for every kind; and that
 * one undo brings back exactly what was there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-session.h"

#include <string.h>

#include "session-fixture.h"

/* One of everything, all tied together. */
static const char world[] =
  "{\"format\": \"rapporteur\", \"version\": 1,"
  "\"codes\": [{\"id\": \"00000000-0000-4000-8000-00000c0de001\", \"name\": \"root code\", \"colour\": \"#336699\"},"
  "            {\"id\": \"00000000-0000-4000-8000-00000c0de002\", \"name\": \"sub code\", \"colour\": \"#336699\","
  "             \"parent\": \"00000000-0000-4000-8000-00000c0de001\"}],"
  "\"entities\": [{\"id\": \"00000000-0000-4000-8000-0000000e0001\", \"kind\": \"person\", \"name\": \"Ann\","
  "                \"not_same_as\": [\"00000000-0000-4000-8000-0000000e0002\"]},"
  "               {\"id\": \"00000000-0000-4000-8000-0000000e0002\", \"kind\": \"person\", \"name\": \"Anne\"},"
  "               {\"id\": \"00000000-0000-4000-8000-0000000e0003\", \"kind\": \"outlet\", \"name\": \"Herald\"},"
  "               {\"id\": \"00000000-0000-4000-8000-0000000e0004\", \"kind\": \"place\", \"name\": \"Town\"},"
  "               {\"id\": \"00000000-0000-4000-8000-0000000e0005\", \"kind\": \"person\", \"name\": \"Nobody\"}],"
  "\"articles\": [{\"id\": \"00000000-0000-4000-8000-0000000a0001\", \"title\": \"wire\", \"text\": \"Ann met Anne in Town.\","
  "                \"outlet\": \"00000000-0000-4000-8000-0000000e0003\"},"
  "               {\"id\": \"00000000-0000-4000-8000-0000000a0002\", \"title\": \"copy\", \"text\": \"Ann met Anne in Town!\","
  "                \"outlet\": \"00000000-0000-4000-8000-0000000e0003\", \"copied_from\": \"00000000-0000-4000-8000-0000000a0001\"}],"
  "\"meetings\": [{\"id\": \"00000000-0000-4000-8000-0000000b0001\", \"title\": \"talks\","
  "                \"place\": \"00000000-0000-4000-8000-0000000e0004\","
  "                \"participants\": [{\"entity\": \"00000000-0000-4000-8000-0000000e0001\"},"
  "                                   {\"entity\": \"00000000-0000-4000-8000-0000000e0002\"}]}],"
  "\"claims\": [{\"id\": \"00000000-0000-4000-8000-0000000d0001\", \"article\": \"00000000-0000-4000-8000-0000000a0001\","
  "              \"content\": {\"exact\": \"met\"}, \"proposition\": \"first\", \"speaker\": \"00000000-0000-4000-8000-0000000e0001\","
  "              \"via\": [\"00000000-0000-4000-8000-0000000e0002\", \"00000000-0000-4000-8000-0000000e0003\"],"
  "              \"codes\": [\"00000000-0000-4000-8000-00000c0de001\", \"00000000-0000-4000-8000-00000c0de002\"],"
  "              \"meetings\": [{\"meeting\": \"00000000-0000-4000-8000-0000000b0001\", \"aspect\": \"occurrence\"},"
  "                             {\"meeting\": \"00000000-0000-4000-8000-0000000b0001\", \"aspect\": \"date\", \"value\": \"2015\"}]},"
  "             {\"id\": \"00000000-0000-4000-8000-0000000d0002\", \"article\": \"00000000-0000-4000-8000-0000000a0002\","
  "              \"content\": {\"exact\": \"met\"}, \"proposition\": \"second\"}],"
  "\"mentions\": [{\"id\": \"00000000-0000-4000-8000-0000000f0001\", \"article\": \"00000000-0000-4000-8000-0000000a0001\","
  "                \"anchor\": {\"ranges\": [[0, 3]]}, \"entity\": \"00000000-0000-4000-8000-0000000e0001\"}],"
  "\"evidence\": [{\"id\": \"00000000-0000-4000-8000-0000000f0002\", \"article\": \"00000000-0000-4000-8000-0000000a0001\","
  "                \"anchor\": {\"exact\": \"in Town\"}, \"meeting\": \"00000000-0000-4000-8000-0000000b0001\", \"aspect\": \"place\"}],"
  "\"codings\": [{\"id\": \"00000000-0000-4000-8000-0000000f0003\", \"article\": \"00000000-0000-4000-8000-0000000a0001\","
  "               \"anchor\": {\"exact\": \"Town\"}, \"code\": \"00000000-0000-4000-8000-00000c0de002\"}],"
  "\"relations\": [{\"id\": \"00000000-0000-4000-8000-0000000f0004\", \"kind\": \"repeats\","
  "                 \"from\": \"00000000-0000-4000-8000-0000000d0002\", \"to\": \"00000000-0000-4000-8000-0000000d0001\"}]}";

/* What is deleted (-) and what is changed (~), in the order of their titles.
 * The number is of dependents: those besides the record itself. */
static const struct
{
  RapKind     kind;
  const char *id;
  const char *expected;
} rows[] = {
  { RAP_KIND_CODE, "00000000-0000-4000-8000-00000c0de001", "2: -code:root code ~claim:first ~code:sub code" },
  { RAP_KIND_CODE, "00000000-0000-4000-8000-00000c0de002", "2: -code:sub code -coding:Town ~claim:first" },
  { RAP_KIND_ENTITY, "00000000-0000-4000-8000-0000000e0001", "3: -entity:Ann -mention:Ann ~claim:first ~meeting:talks" },
  { RAP_KIND_ENTITY, "00000000-0000-4000-8000-0000000e0002", "3: -entity:Anne ~claim:first ~entity:Ann ~meeting:talks" },
  { RAP_KIND_ENTITY, "00000000-0000-4000-8000-0000000e0003", "3: -entity:Herald ~article:copy ~article:wire ~claim:first" },
  { RAP_KIND_ENTITY, "00000000-0000-4000-8000-0000000e0004", "1: -entity:Town ~meeting:talks" },
  { RAP_KIND_ENTITY, "00000000-0000-4000-8000-0000000e0005", "0: -entity:Nobody" },
  { RAP_KIND_ARTICLE, "00000000-0000-4000-8000-0000000a0001",
    "6: -article:wire -claim:first -coding:Town -evidence:in Town -mention:Ann -relation:repeats ~article:copy" },
  { RAP_KIND_ARTICLE, "00000000-0000-4000-8000-0000000a0002", "2: -article:copy -claim:second -relation:repeats" },
  { RAP_KIND_MEETING, "00000000-0000-4000-8000-0000000b0001", "2: -evidence:in Town -meeting:talks ~claim:first" },
  { RAP_KIND_CLAIM, "00000000-0000-4000-8000-0000000d0001", "1: -claim:first -relation:repeats" },
  { RAP_KIND_CLAIM, "00000000-0000-4000-8000-0000000d0002", "1: -claim:second -relation:repeats" },
  { RAP_KIND_MENTION, "00000000-0000-4000-8000-0000000f0001", "0: -mention:Ann" },
  { RAP_KIND_EVIDENCE, "00000000-0000-4000-8000-0000000f0002", "0: -evidence:in Town" },
  { RAP_KIND_CODING, "00000000-0000-4000-8000-0000000f0003", "0: -coding:Town" },
  { RAP_KIND_RELATION, "00000000-0000-4000-8000-0000000f0004", "0: -relation:repeats" },
};

static void
import_world (RapSession *session)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (world, sizeof world - 1);
  g_autoptr (GPtrArray) results = session_import_bytes (session, bytes, "world.json");

  g_assert_no_error (((RapImportResult *) results->pdata[0])->error);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char * const *) a, *(const char * const *) b);
}

static char *
describe_edits (const RapEdits *edits,
                guint           n_dependents)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  for (guint i = 0; i < edits->edits->len; i++)
    {
      const RapEdit *edit = rap_edits_get (edits, i);
      RapRecord *record = rap_edit_get_record (edit);

      g_ptr_array_add (lines, g_strdup_printf ("%s%s:%s", edit->before == NULL ? "+" : edit->after == NULL ? "-" : "~",
                                               rap_kind_get_nick (rap_record_get_kind (record)), rap_record_get_title (record)));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  joined = g_strjoinv (" ", (char **) lines->pdata);
  return g_strdup_printf ("%u: %s", n_dependents, joined);
}

static void
test_dependents (Fixture       *fixture,
                 gconstpointer  data)
{
  RapSession *session = fixture->session;
  g_autofree char *before = NULL;

  import_world (session);
  before = session_export (session, "json");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RapEdits) edits = rap_edits_new ("Delete");
      g_autoptr (GError) error = NULL;
      g_autoptr (RapRecord) record = rap_session_load (session, rows[i].kind, rows[i].id, &error);
      g_autofree char *result = NULL;
      g_autofree char *deleted = NULL;
      g_autofree char *undone = NULL;
      g_autofree char *redone = NULL;
      guint n_dependents = 0;

      g_assert_no_error (error);
      g_assert_true (rap_session_add_deletion (session, edits, record, &n_dependents, &error));
      result = describe_edits (edits, n_dependents);
      g_assert_cmpstr (result, ==, rows[i].expected);

      g_assert_true (rap_session_commit (session, edits, &error));
      g_assert_no_error (error);
      deleted = session_export (session, "json");
      g_assert_null (strstr (deleted, rows[i].id));
      g_assert_cmpuint (rap_session_undo (session, 1, NULL, NULL), ==, 1);
      undone = session_export (session, "json");
      g_assert_cmpstr (undone, ==, before);
      g_assert_cmpuint (rap_session_redo (session, 1, NULL, NULL), ==, 1);
      redone = session_export (session, "json");
      g_assert_cmpstr (redone, ==, deleted);
      g_assert_cmpuint (rap_session_undo (session, 1, NULL, NULL), ==, 1);
    }
}

/* Several deletions in one group: what they share is counted and told once. */
static void
test_together (Fixture       *fixture,
               gconstpointer  data)
{
  RapSession *session = fixture->session;
  g_autoptr (RapEdits) edits = rap_edits_new ("Delete two");
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *result = NULL;
  const char *ids[] = { "00000000-0000-4000-8000-0000000e0001", "00000000-0000-4000-8000-0000000e0002" };

  import_world (session);
  before = session_export (session, "json");
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (RapRecord) record = rap_session_load (session, RAP_KIND_ENTITY, ids[i], NULL);

      g_assert_true (rap_session_add_deletion (session, edits, record, NULL, &error));
    }
  result = describe_edits (edits, 0);
  g_assert_cmpstr (result, ==, "0: -entity:Ann -entity:Anne -mention:Ann ~claim:first ~meeting:talks");
  g_assert_true (rap_session_commit (session, edits, &error));
  g_assert_cmpuint (rap_session_undo (session, 1, NULL, NULL), ==, 1);
  after = session_export (session, "json");
  g_assert_cmpstr (after, ==, before);
}

static void
test_gone (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (RapEntity) ann = session_add_entity (fixture->session, RAP_ENTITY_PERSON, "Ann");
  g_autoptr (RapEdits) edits = rap_edits_new ("Delete");
  g_autoptr (GError) error = NULL;

  session_delete (fixture->session, ann);
  g_assert_false (rap_session_add_deletion (fixture->session, edits, RAP_RECORD (ann), NULL, &error));
  g_assert_cmpstr (error_nick (error), ==, "NOT_FOUND");
  g_assert_true (rap_edits_is_empty (edits));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add_test ("/session/deletion/dependents", test_dependents);
  fixture_add_test ("/session/deletion/together", test_together);
  fixture_add_test ("/session/deletion/gone", test_gone);

  return g_test_run ();
}
