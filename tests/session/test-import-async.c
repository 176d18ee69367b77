/* test-import-async.c
 *
 * Import with a worker and a main loop: the same result as without, progress on
 * the main thread, and a cancelled import that leaves nothing and says so.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-header-list.h"
#include "rap-transfer.h"

#include "session-fixture.h"

#define N_FILES 40
#define N_MANY  2000

/* One import under way. */
typedef struct
{
  GPtrArray    *results;
  GError       *error;
  GString      *progress;      /* "0 1 … 39 (40) ": files done, in brackets while saving */
  GCancellable *cancellable;
  guint         cancel_at;     /* progress call at which to cancel */
  GThread      *thread;        /* of the caller */
  gboolean      saving;        /* the last that was heard */
  double        saved;
  gboolean      done;
} Job;

static char *
write_folder (Fixture    *fixture,
              const char *folder)
{
  for (guint i = 0; i < N_FILES; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/%02u.txt", folder, i);
      g_autofree char *text = g_strdup_printf ("Report %u\n\nOn day %u the ministers met, and %u of them spoke.\n", i, i * 7, i + 2);

      g_free (fixture_write (fixture, name, i % 10 == 9 ? "" : text, -1));
    }
  return fixture_file (fixture, folder);
}

/* Saving is told again in every turn of the loop, however many it takes. */
static void
append_progress (GString *string,
                 guint    done,
                 gboolean saving)
{
  g_autofree char *step = g_strdup_printf (saving ? "(%u) " : "%u ", done);

  if (!g_str_has_suffix (string->str, step))
    g_string_append (string, step);
}

static void
progress_cb (const RapImportProgress *progress,
             gpointer                 user_data)
{
  Job *job = user_data;

  g_assert_true (g_thread_self () == job->thread);
  append_progress (job->progress, progress->done, progress->saving);
  job->saving = progress->saving;
  job->saved = progress->saved;
  if (progress->done == job->cancel_at)
    g_cancellable_cancel (job->cancellable);
}

static void
imported_cb (GObject      *session,
             GAsyncResult *result,
             gpointer      user_data)
{
  Job *job = user_data;

  job->results = rap_session_import_finish (RAP_SESSION (session), result, &job->error);
  job->done = TRUE;
}

static void
job_init (Job   *job,
          guint  cancel_at)
{
  *job = (Job) { .progress = g_string_new (NULL), .cancellable = g_cancellable_new (),
                 .cancel_at = cancel_at, .thread = g_thread_self () };
}

static void
job_clear (Job *job)
{
  g_clear_pointer (&job->results, g_ptr_array_unref);
  g_clear_error (&job->error);
  g_string_free (job->progress, TRUE);
  g_object_unref (job->cancellable);
}

static void
run_async (Fixture            *fixture,
           const char * const *paths,
           Job                *job)
{
  rap_session_import_async (fixture->session, paths, NULL, progress_cb, job, job->cancellable, imported_cb, job);
  while (!job->done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (job->error);
  /* the worker's hold on the session ends soon after, not at once */
  while (G_OBJECT (fixture->session)->ref_count > 1)
    g_main_context_iteration (NULL, FALSE);
}

static char *
count_results (GPtrArray *results)
{
  guint n_in = 0, n_cancelled = 0;

  for (guint i = 0; i < results->len; i++)
    {
      const RapImportResult *result = g_ptr_array_index (results, i);

      n_in += result->article != NULL;
      n_cancelled += g_error_matches (result->error, RAP_ERROR, RAP_ERROR_CANCELLED);
    }
  return g_strdup_printf ("%u results, %u in, %s", results->len, n_in, n_cancelled > 0 ? "some cancelled" : "none cancelled");
}

static void
test_all (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *folder = write_folder (fixture, "in");
  g_autofree char *single = fixture_write (fixture, "single.txt", "Single\n\nOne more report stands by itself here.\n", -1);
  const char *paths[] = { folder, single, NULL };
  g_autofree char *expected = NULL;
  g_autofree char *result = NULL;
  g_autoptr (GString) order = g_string_new (NULL);
  Job job;

  job_init (&job, G_MAXUINT);
  run_async (fixture, paths, &job);
  result = count_results (job.results);
  g_assert_cmpstr (result, ==, "41 results, 37 in, none cancelled");
  for (guint i = 0; i < N_FILES; i++)
    g_string_append_printf (order, "%u ", i);
  g_string_append_printf (order, "(%u) %u (%u) ", N_FILES, N_FILES, N_FILES + 1);
  g_assert_cmpstr (job.progress->str, ==, order->str);
  g_assert_cmpuint (rap_session_count (fixture->session, RAP_KIND_ARTICLE), ==, 37);
  g_assert_cmpuint (rap_session_undo (fixture->session, 9, NULL, NULL), ==, 2);
  job_clear (&job);
}

/* The folder was not committed when it was cancelled; the file before it was. */
static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *folder = write_folder (fixture, "in");
  g_autofree char *single = fixture_write (fixture, "single.txt", "Single\n\nOne more report stands by itself here.\n", -1);
  const char *paths[] = { single, folder, single, NULL };
  g_autofree char *counts = NULL;
  g_autofree char *result = NULL;
  Job job;

  job_init (&job, 5);
  run_async (fixture, paths, &job);
  result = count_results (job.results);
  g_assert_nonnull (g_strstr_len (result, -1, " results, 1 in, some cancelled"));
  counts = session_counts (fixture->session);
  g_assert_cmpstr (counts, ==, "1 articles");
  job_clear (&job);
}

static void
test_cancelled_before (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *folder = write_folder (fixture, "in");
  const char *paths[] = { folder, NULL };
  g_autofree char *result = NULL;
  Job job;

  job_init (&job, G_MAXUINT);
  g_cancellable_cancel (job.cancellable);
  run_async (fixture, paths, &job);
  result = count_results (job.results);
  g_assert_cmpstr (result, ==, "0 results, 0 in, none cancelled");
  g_assert_cmpuint (rap_session_count (fixture->session, RAP_KIND_ARTICLE), ==, 0);
  job_clear (&job);
}

static void
test_cancel_without_loop (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autofree char *folder = write_folder (fixture, "in");
  g_autofree char *single = fixture_write (fixture, "single.txt", "Single\n\nOne more report stands by itself here.\n", -1);
  const char *paths[] = { single, folder, NULL };
  g_autofree char *counts = NULL;
  g_autofree char *result = NULL;
  Job job;

  job_init (&job, 5);
  job.results = rap_session_import (fixture->session, paths, NULL, progress_cb, &job, job.cancellable);
  result = count_results (job.results);
  g_assert_cmpstr (result, ==, "6 results, 1 in, some cancelled");
  counts = session_counts (fixture->session);
  g_assert_cmpstr (counts, ==, "1 articles");
  g_assert_false (g_main_context_pending (NULL));
  job_clear (&job);
}

/* The analyst goes on working while it reads. */
static void
test_beside_edits (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *folder = write_folder (fixture, "in");
  const char *paths[] = { folder, NULL };
  g_autofree char *counts = NULL;
  g_autofree char *expected = NULL;
  guint n_edits = 0;
  Job job;

  job_init (&job, G_MAXUINT);
  rap_session_import_async (fixture->session, paths, NULL, progress_cb, &job, job.cancellable, imported_cb, &job);
  while (!job.done)
    {
      if (!job.saving)
        {
          g_object_unref (session_add_entity (fixture->session, RAP_ENTITY_PERSON, "Ann"));
          n_edits++;
        }
      g_main_context_iteration (NULL, TRUE);
    }
  while (G_OBJECT (fixture->session)->ref_count > 1)
    g_main_context_iteration (NULL, FALSE);
  counts = session_counts (fixture->session);
  expected = g_strdup_printf ("%u entities, 36 articles", n_edits);
  g_assert_cmpstr (counts, ==, expected);
  job_clear (&job);
}

/* Enough for several turns of saving. */
static char *
write_many (Fixture *fixture)
{
  GString *lines = g_string_new (NULL);
  char *path;

  for (guint i = 0; i < N_MANY; i++)
    g_string_append_printf (lines, "{\"title\": \"Report %u\", \"text\": \"On day %u the ministers met, and %u of them spoke.\"}\n",
                            i, i * 7, i + 2);
  path = fixture_write (fixture, "many.jsonl", lines->str, -1);
  g_string_free (lines, TRUE);
  return path;
}

/* Runs until part of the group is written and part of it is not. */
static void
run_into_saving (Fixture *fixture,
                 Job     *job)
{
  g_autofree char *many = write_many (fixture);
  const char *paths[] = { many, NULL };

  rap_session_import_async (fixture->session, paths, NULL, progress_cb, job, job->cancellable, imported_cb, job);
  while (!job->done && job->saved == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (job->done);
}

static void
run_to_end (Fixture *fixture,
            Job     *job)
{
  while (!job->done)
    g_main_context_iteration (NULL, TRUE);
  while (G_OBJECT (fixture->session)->ref_count > 1)
    g_main_context_iteration (NULL, FALSE);
}

/* Stopped in the middle of the saving, nothing of it is there. */
static void
test_cancel_saving (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *result = NULL;
  Job job;

  job_init (&job, G_MAXUINT);
  run_into_saving (fixture, &job);
  g_cancellable_cancel (job.cancellable);
  run_to_end (fixture, &job);
  result = count_results (job.results);
  g_assert_cmpstr (result, ==, "2000 results, 0 in, some cancelled");
  g_assert_cmpuint (rap_session_count (fixture->session, RAP_KIND_ARTICLE), ==, 0);
  g_assert_false (rap_session_get_can_undo (fixture->session));
  job_clear (&job);
}

/* What is done in the middle of the saving comes before it, and each is undone by itself. */
/* A list that is looked at meanwhile has all rows in the end, and those that were taken out again are gone. */
static void
test_list_while_saving (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GListModel) list = rap_session_list (fixture->session, RAP_KIND_ARTICLE);
  Job job;

  job_init (&job, G_MAXUINT);
  run_into_saving (fixture, &job);
  rap_header_list_set_filter (RAP_HEADER_LIST (list), "after:1900");
  rap_header_list_set_filter (RAP_HEADER_LIST (list), NULL);
  g_assert_cmpuint (g_list_model_get_n_items (list), <, 2000);
  run_to_end (fixture, &job);
  rap_header_list_set_filter (RAP_HEADER_LIST (list), "after:1900");
  rap_header_list_set_filter (RAP_HEADER_LIST (list), NULL);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 2000);
  job_clear (&job);
}

static void
test_edit_while_saving (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *counts = NULL;
  g_autofree char *undone = NULL;
  Job job;

  job_init (&job, G_MAXUINT);
  run_into_saving (fixture, &job);
  g_object_unref (session_add_entity (fixture->session, RAP_ENTITY_PERSON, "Ann"));
  g_assert_cmpuint (rap_session_count (fixture->session, RAP_KIND_ARTICLE), ==, 0);
  run_to_end (fixture, &job);
  counts = session_counts (fixture->session);
  g_assert_cmpstr (counts, ==, "1 entities, 2000 articles");
  g_assert_cmpuint (rap_session_undo (fixture->session, 1, NULL, NULL), ==, 1);
  undone = session_counts (fixture->session);
  g_assert_cmpstr (undone, ==, "1 entities");
  job_clear (&job);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add_test ("/session/import-async/all", test_all);
  fixture_add_test ("/session/import-async/cancel", test_cancel);
  fixture_add_test ("/session/import-async/cancelled-before", test_cancelled_before);
  fixture_add_test ("/session/import-async/cancel-without-loop", test_cancel_without_loop);
  fixture_add_test ("/session/import-async/beside-edits", test_beside_edits);
  fixture_add_test ("/session/import-async/cancel-saving", test_cancel_saving);
  fixture_add_test ("/session/import-async/list-while-saving", test_list_while_saving);
  fixture_add_test ("/session/import-async/edit-while-saving", test_edit_while_saving);

  return g_test_run ();
}
