/* test-store-reading.c
 *
 * Reading marks and detected values: kept beside the records, through deletion
 * and undo, and nothing of them in the records, the journal or the check.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "store-fixture.h"

#include "rap-store-reading.h"

static void
append_mark (const char           *article,
             const RapReadingMark *mark,
             gpointer              user_data)
{
  g_string_append_printf (user_data, "%.2s %s %u %" G_GINT64_FORMAT "; ", article,
                          rap_reading_state_get_nick (mark->state), mark->position, mark->updated);
}

static void
append_detected (GString    *text,
                 RapStore   *store,
                 const char *name)
{
  g_autofree char *id = make_id (name);
  g_autoptr (GPtrArray) detected = rap_store_get_detected (store, id, NULL);

  for (guint i = 0; i < detected->len; i++)
    {
      const RapDetected *one = detected->pdata[i];

      g_string_append_printf (text, "%.2s %s=%s (%s); ", one->article, one->member, one->value, one->found);
    }
}

static char *
describe (RapStore *store)
{
  GString *text = g_string_new (NULL);

  g_assert_true (rap_store_foreach_reading (store, append_mark, text, NULL));
  append_detected (text, store, "a1");
  append_detected (text, store, "a2");
  return g_string_free (text, FALSE);
}

static void
set_mark (RapStore        *store,
          const char      *name,
          RapReadingState  state,
          guint            position,
          gint64           updated)
{
  g_autofree char *id = make_id (name);
  RapReadingMark mark = { state, position, updated };
  g_autoptr (GError) error = NULL;

  rap_store_set_reading (store, id, &mark, &error);
  g_assert_no_error (error);
}

static void
add_detected (GPtrArray  *detected,
              const char *name,
              const char *member,
              const char *value,
              const char *found)
{
  g_autofree char *id = make_id (name);

  g_ptr_array_add (detected, rap_detected_new (id, member, value, found));
}

static void
write_all (RapStore *store)
{
  g_autoptr (GPtrArray) detected = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_detected_free);
  g_autoptr (GError) error = NULL;

  set_mark (store, "a1", RAP_READING_READ, 12, 5);
  set_mark (store, "a1", RAP_READING_DONE, 40, 6);
  set_mark (store, "a2", RAP_READING_UNREAD, 0, 7);
  add_detected (detected, "a1", "title", "Talks", "JSON-LD headline");
  add_detected (detected, "a1", "body", NULL, "line 3 to line 9");
  add_detected (detected, "a2", "published", "2022", "line 1");
  add_detected (detected, "a1", "title", "Talks in Baghdad", "og:title");
  rap_store_set_detected (store, detected, &error);
  g_assert_no_error (error);
}

static const char all[] =
  "a1 done 40 6; a2 unread 0 7; a1 body= (line 3 to line 9); a1 title=Talks in Baghdad (og:title); a2 published=2022 (line 1); ";

static void
test_beside (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *found = NULL;
  g_autofree char *label = NULL;
  g_autofree char *broken = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  commit_sample (self->store);
  before = dump (self->store);
  write_all (self->store);
  found = describe (self->store);
  g_assert_cmpstr (found, ==, all);
  after = dump (self->store);
  g_assert_cmpstr (after, ==, before);
  label = rap_store_peek_undo (self->store);
  g_assert_cmpstr (label, ==, "Sample");
  history = rap_store_history (self->store, 0, NULL);
  g_assert_cmpuint (history->len, ==, 1);
  fixture_close (self);
  problems = rap_store_check (self->path, NULL);
  broken = describe_problems (problems);
  g_assert_cmpstr (broken, ==, "");
}

/* Undoing everything and doing it again finds the marks where they were. */
static void
test_undo (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;

  commit_sample (self->store);
  write_all (self->store);
  rap_edits_free (rap_store_undo (self->store, &error));
  g_assert_no_error (error);
  rap_edits_free (rap_store_redo (self->store, &error));
  g_assert_no_error (error);
  fixture_close (self);
  fixture_open (self);
  found = describe (self->store);
  g_assert_cmpstr (found, ==, all);
}

static void
test_failures (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr (GPtrArray) detected = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_detected_free);
  RapReadingMark mark = { RAP_READING_READ, 3, 4 };
  g_autoptr (GError) error = NULL;
  g_autoptr (RapStore) reader = NULL;
  g_autofree char *found = NULL;
  gint64 begun;

  commit_sample (self->store);
  reader = rap_store_open (self->path, RAP_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_false (rap_store_set_reading (reader, "a1", &mark, &error));
  g_assert_error (error, RAP_ERROR, RAP_ERROR_READ_ONLY);
  g_clear_error (&error);
  add_detected (detected, "a1", "title", "x", "y");
  g_assert_false (rap_store_set_detected (reader, detected, &error));
  g_assert_error (error, RAP_ERROR, RAP_ERROR_READ_ONLY);
  g_clear_error (&error);

  g_assert_true (rap_store_begin_read (reader, &error));
  g_assert_cmpuint (rap_store_count (reader, RAP_KIND_ARTICLE), ==, 3);
  begun = g_get_monotonic_time ();
  g_assert_false (rap_store_set_reading (self->store, "a1", &mark, &error));
  g_assert_error (error, RAP_ERROR, RAP_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_cmpint (g_get_monotonic_time () - begun, <, G_USEC_PER_SEC / 2);
  rap_store_end_read (reader);
  g_assert_true (rap_store_set_reading (self->store, "a1", &mark, &error));
  found = describe (self->store);
  g_assert_cmpstr (found, ==, "a1 read 3 4; ");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_add (test_beside, "/store/reading/beside");
  fixture_add (test_undo, "/store/reading/undo");
  fixture_add (test_failures, "/store/reading/failures");
  return g_test_run ();
}
