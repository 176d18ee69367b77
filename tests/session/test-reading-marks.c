/* test-reading-marks.c
 *
 * Reading marks and detected values are told of, outlive the session, and leave
 * no trace in the exports, the history or "changed".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-reading-marks.h"

#include "session-fixture.h"

static void
count_cb (RapSession *session,
          gpointer    payload,
          guint      *n)
{
  (*n)++;
}

static void
mark (RapSession      *session,
      const char      *article,
      RapReadingState  state,
      guint            position)
{
  g_autoptr (GError) error = NULL;

  rap_session_set_reading (session, article, state, position, &error);
  g_assert_no_error (error);
}

static char *
describe (RapSession *session,
          const char *first,
          const char *second)
{
  g_autoptr (GHashTable) states = rap_session_load_reading_states (session);
  RapReadingMark marks[] = { rap_session_get_reading (session, first), rap_session_get_reading (session, second) };

  return g_strdup_printf ("%s %u, %s %u, %u not unread, the first %s",
                          rap_reading_state_get_nick (marks[0].state), marks[0].position,
                          rap_reading_state_get_nick (marks[1].state), marks[1].position, g_hash_table_size (states),
                          rap_reading_state_get_nick ((RapReadingState) GPOINTER_TO_INT (g_hash_table_lookup (states, first))));
}

static void
test_marks (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (RapArticle) first = session_add_article (fixture->session, "One", NULL, "Text of one");
  g_autoptr (RapArticle) second = session_add_article (fixture->session, "Two", NULL, "Text of two");
  g_autoptr (GPtrArray) detected = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_detected_free);
  g_autofree char *before = session_export (fixture->session, "json");
  g_autofree char *after = NULL;
  g_autofree char *found = NULL;
  g_autofree char *label = NULL;
  guint n_changed = 0, n_told = 0;
  g_autoptr (GError) error = NULL;

  g_signal_connect (fixture->session, "changed", G_CALLBACK (count_cb), &n_changed);
  g_signal_connect (fixture->session, "reading-changed", G_CALLBACK (count_cb), &n_told);
  mark (fixture->session, id_of (first), RAP_READING_READ, 0);
  mark (fixture->session, id_of (first), RAP_READING_READ, 0);
  mark (fixture->session, id_of (first), RAP_READING_DONE, 5);
  mark (fixture->session, id_of (second), RAP_READING_UNREAD, 3);
  g_ptr_array_add (detected, rap_detected_new (id_of (first), "title", "One", "og:title"));
  rap_session_set_detected (fixture->session, detected, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_changed, ==, 0);
  g_assert_cmpuint (n_told, ==, 3);
  after = session_export (fixture->session, "json");
  g_assert_cmpstr (after, ==, before);
  g_object_get (fixture->session, "undo-label", &label, NULL);
  g_assert_cmpstr (label, !=, NULL);

  fixture_reopen (fixture);
  found = describe (fixture->session, id_of (first), id_of (second));
  g_assert_cmpstr (found, ==, "done 5, unread 3, 1 not unread, the first done");
  g_clear_pointer (&detected, g_ptr_array_unref);
  detected = rap_session_get_detected (fixture->session, id_of (first));
  g_assert_cmpuint (detected->len, ==, 1);
  g_assert_cmpstr (((RapDetected *) detected->pdata[0])->found, ==, "og:title");
}

/* The one whose mark was set last, while it is there. */
static void
test_last_read (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (RapArticle) first = session_add_article (fixture->session, "One", NULL, "Text of one");
  g_autoptr (RapArticle) second = session_add_article (fixture->session, "Two", NULL, "Text of two");
  g_autoptr (RapEdits) edits = rap_edits_new ("Delete");
  g_autofree char *none = rap_session_get_last_read (fixture->session);
  g_autofree char *again = NULL;
  g_autofree char *left = NULL;
  guint n_told = 0;

  g_assert_null (none);
  mark (fixture->session, id_of (first), RAP_READING_UNREAD, 0);
  mark (fixture->session, id_of (second), RAP_READING_READ, 4);
  g_signal_connect (fixture->session, "reading-changed", G_CALLBACK (count_cb), &n_told);
  mark (fixture->session, id_of (first), RAP_READING_UNREAD, 0);
  g_assert_cmpuint (n_told, ==, 0);
  fixture_reopen (fixture);
  again = rap_session_get_last_read (fixture->session);
  g_assert_cmpstr (again, ==, id_of (first));

  rap_edits_delete (edits, RAP_RECORD (first));
  g_assert_true (rap_session_commit (fixture->session, edits, NULL));
  left = rap_session_get_last_read (fixture->session);
  g_assert_cmpstr (left, ==, id_of (second));
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (RapArticle) article = session_add_article (fixture->session, "One", NULL, "Text of one");
  g_autoptr (RapSession) session = NULL;
  g_autoptr (GError) error = NULL;

  fixture_close (fixture);
  session = rap_session_open (fixture->path, TRUE, &error);
  g_assert_no_error (error);
  g_assert_false (rap_session_set_reading (session, id_of (article), RAP_READING_READ, 1, &error));
  g_assert_error (error, RAP_ERROR, RAP_ERROR_READ_ONLY);
  g_assert_cmpint (rap_session_get_reading (session, id_of (article)).state, ==, RAP_READING_UNREAD);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/session/reading-marks/marks", test_marks);
  fixture_add_test ("/session/reading-marks/last-read", test_last_read);
  fixture_add_test ("/session/reading-marks/read-only", test_read_only);
  return g_test_run ();
}
