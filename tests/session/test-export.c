/* test-export.c
 *
 * What goes out comes in again, byte for byte; the JSONL variants; and files
 * that are whole or not there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-transfer.h"

#include <glib/gstdio.h>
#include <string.h>

#include "rap-inspect.h"
#include "session-fixture.h"

static void
load_sample (RapSession *session)
{
  g_autoptr (GError) error = NULL;

  rap_session_load_sample (session, &error);
  g_assert_no_error (error);
}

/* The export of a new project that @json was imported into. (transfer full) */
static char *
export_of_import (Fixture    *fixture,
                  const char *name,
                  const char *json)
{
  g_autofree char *path = fixture_file (fixture, name);
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GError) error = NULL;
  RapSession *session = rap_session_create (path, "Another title", &error);
  g_autoptr (GPtrArray) results = NULL;
  char *again;

  g_assert_no_error (error);
  results = session_import_bytes (session, bytes, "export.json");
  g_assert_no_error (((RapImportResult *) results->pdata[0])->error);
  again = session_export (session, "json");
  g_assert_finalize_object (session);
  return again;
}

static void
test_sample (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *first = NULL;
  g_autofree char *reopened = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  load_sample (fixture->session);
  first = session_export (fixture->session, "json");
  fixture_reopen (fixture);
  reopened = session_export (fixture->session, "json");
  g_assert_cmpstr (reopened, ==, first);
  again = export_of_import (fixture, "again.rapporteur", first);
  g_assert_cmpstr (again, ==, first);

  bytes = g_bytes_new_static (first, strlen (first));
  problems = rap_inspect_validate (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
}

/* Loading the sample is one undoable group, in an empty project only. */
static void
test_sample_group (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *empty = session_export (fixture->session, "json");
  g_autofree char *undone = NULL;

  load_sample (fixture->session);
  g_assert_cmpuint (rap_session_count (fixture->session, RAP_KIND_ARTICLE), >=, 6);
  g_assert_cmpuint (rap_session_count (fixture->session, RAP_KIND_CLAIM), >=, 12);
  g_assert_cmpuint (rap_session_undo (fixture->session, 9, NULL, NULL), ==, 1);
  undone = session_export (fixture->session, "json");
  g_assert_cmpstr (undone, ==, empty);
  g_assert_cmpstr (rap_session_get_title (fixture->session), ==, "Test");
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *first = session_export (fixture->session, "json");
  g_autofree char *again = export_of_import (fixture, "again.rapporteur", first);
  g_autofree char *claims = session_export (fixture->session, "claims-jsonl");
  g_autofree char *articles = session_export (fixture->session, "articles-jsonl");

  g_assert_cmpstr (again, ==, first);
  g_assert_cmpstr (claims, ==, "");
  g_assert_cmpstr (articles, ==, "");
}

/* Strings that are hard on a writer. */
static void
test_hard_text (Fixture       *fixture,
                gconstpointer  data)
{
  static const char hard[] = "He said: \"a\\b\"\t…\n\n\x01\x1f\x7f 👩‍👩‍👧 e\xcc\x81 \xe2\x80\xa8 سلام \xef\xbb\xbf \xf4\x8f\xbf\xbf </script>";
  g_autoptr (RapArticle) article = session_add_article (fixture->session, hard + 4, "2020-05-04~", hard);
  g_autoptr (RapClaim) claim = session_add_claim (fixture->session, article, "👩‍👩‍👧 e\xcc\x81", NULL);
  g_autofree char *first = session_export (fixture->session, "json");
  g_autofree char *again = export_of_import (fixture, "again.rapporteur", first);

  g_assert_cmpstr (again, ==, first);
}

/* Wrapped into a member of a document, a line that is no JSON makes the whole unreadable. */
static void
assert_is_json (const char *line)
{
  g_autofree char *document = g_strdup_printf ("{\"format\": \"rapporteur\", \"version\": 1, \"line\": %s}", line);
  g_autoptr (GBytes) bytes = g_bytes_new (document, strlen (document));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = rap_inspect_validate (bytes, &error);

  g_assert_no_error (error);
  g_assert_nonnull (problems);
  g_assert_cmpint (line[0], ==, '{');
}

static void
test_lines (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    const char *format;
    RapKind     kind;
  } rows[] = {
    { "claims-jsonl", RAP_KIND_CLAIM },
    { "articles-jsonl", RAP_KIND_ARTICLE },
  };

  load_sample (fixture->session);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *bytes = session_export (fixture->session, rows[i].format);
      g_auto (GStrv) lines = g_strsplit (bytes, "\n", -1);

      g_assert_cmpuint (g_strv_length (lines), ==, rap_session_count (fixture->session, rows[i].kind) + 1);
      g_assert_cmpstr (lines[g_strv_length (lines) - 1], ==, "");
      for (guint k = 0; lines[k + 1] != NULL; k++)
        assert_is_json (lines[k]);
    }
}

/* The line of a claim resolves what its ids stand for. */
static void
test_claim_line (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char * const expected[] = {
    "\"article_title\":\"Talks\"", "\"published\":\"2020-05\"", "\"exact\":\"Ann met Bob\"", "\"Ann\"", "\"Spring talks\"", NULL
  };
  RapSession *session = fixture->session;
  g_autoptr (RapArticle) article = session_add_article (session, "Talks", "2020-05", "Ann met Bob in spring.");
  g_autoptr (RapEntity) ann = session_add_entity (session, RAP_ENTITY_PERSON, "Ann");
  g_autoptr (RapMeeting) meeting = session_add_meeting (session, "Spring talks", "2020");
  g_autoptr (RapClaim) claim = session_add_claim (session, article, "Ann met Bob", id_of (ann));
  RapClaim *copy = RAP_CLAIM (rap_record_copy (RAP_RECORD (claim)));
  g_autoptr (RapClaim) linked = NULL;
  g_autofree char *line = NULL;

  copy->meetings = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_claim_meeting_free);
  g_ptr_array_add (copy->meetings, rap_claim_meeting_new (id_of (meeting), RAP_ASPECT_DATE, "2020-05"));
  linked = session_replace (session, claim, copy);
  line = session_export (session, "claims-jsonl");
  for (guint i = 0; expected[i] != NULL; i++)
    if (strstr (line, expected[i]) == NULL)
      g_error ("no %s in %s", expected[i], line);
}

static void
test_errors (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *format;
    const char *name;
    const char *expected;
  } rows[] = {
    { "docx", "out.json", "FORMAT" },
    { "json", "no-such-folder/out.json", "NOT_FOUND" },
    { "json", "folder", "IO" },
  };
  g_autofree char *folder = fixture_file (fixture, "folder");
  g_autofree char *kept = fixture_write (fixture, "out.json", "before", -1);
  g_autofree char *bytes = NULL;

  g_assert_cmpint (g_mkdir (folder, 0755), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = fixture_file (fixture, rows[i].name);
      g_autoptr (GError) error = NULL;

      g_assert_false (rap_session_export (fixture->session, rows[i].format, path, &error));
      g_assert_cmpstr (error_nick (error), ==, rows[i].expected);
    }
  g_assert_true (g_file_get_contents (kept, &bytes, NULL, NULL));
  g_assert_cmpstr (bytes, ==, "before");
}

static void
test_formats (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *formats = g_strjoinv (" ", (char **) rap_session_get_export_formats ());

  g_assert_cmpstr (formats, ==, "json claims-jsonl articles-jsonl codebook qdc");
}

typedef struct
{
  gboolean done;
  GError  *error;
} Job;

static void
exported_cb (GObject      *session,
             GAsyncResult *result,
             gpointer      user_data)
{
  Job *job = user_data;

  rap_session_export_finish (RAP_SESSION (session), result, &job->error);
  job->done = TRUE;
}

static void
export_async (Fixture    *fixture,
              const char *format,
              const char *path,
              Job        *job)
{
  *job = (Job) { FALSE, NULL };
  rap_session_export_async (fixture->session, format, path, NULL, exported_cb, job);
  while (!job->done)
    g_main_context_iteration (NULL, TRUE);
  while (G_OBJECT (fixture->session)->ref_count > 1)
    g_main_context_iteration (NULL, FALSE);
}

static void
test_async (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *path = fixture_file (fixture, "async.json");
  g_autofree char *expected = NULL;
  g_autofree char *bytes = NULL;
  Job job;

  load_sample (fixture->session);
  expected = session_export (fixture->session, "json");
  export_async (fixture, "json", path, &job);
  g_assert_no_error (job.error);
  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_cmpstr (bytes, ==, expected);

  export_async (fixture, "docx", path, &job);
  g_assert_cmpstr (error_nick (job.error), ==, "FORMAT");
  g_clear_error (&job.error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add_test ("/session/export/sample", test_sample);
  fixture_add_test ("/session/export/sample-group", test_sample_group);
  fixture_add_test ("/session/export/empty", test_empty);
  fixture_add_test ("/session/export/hard-text", test_hard_text);
  fixture_add_test ("/session/export/lines", test_lines);
  fixture_add_test ("/session/export/claim-line", test_claim_line);
  fixture_add_test ("/session/export/errors", test_errors);
  fixture_add_test ("/session/export/formats", test_formats);
  fixture_add_test ("/session/export/async", test_async);

  return g_test_run ();
}
