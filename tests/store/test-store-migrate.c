/* test-store-migrate.c
 *
 * Every past file version opens (a dump of each is kept in fixtures), and a
 * migration that fails leaves the file as it was.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "store-fixture.h"

#include <glib/gstdio.h>

#include "rap-store-migration-private.h"
#include "rap-store-reading.h"

static char *
read_fixture (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("RAP_SOURCE_ROOT"), "tests", "store", "fixtures", name, NULL);
  g_autoptr (GError) error = NULL;
  char *contents;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  return contents;
}

static char *
describe_reading (RapStore *store)
{
  g_autofree char *id = make_id ("a1");
  g_autoptr (GPtrArray) detected = rap_store_get_detected (store, id, NULL);
  RapReadingMark mark;
  GString *text = g_string_new (NULL);

  g_assert_true (rap_store_get_reading (store, id, &mark, NULL));
  g_string_append_printf (text, "%s %u", rap_reading_state_get_nick (mark.state), mark.position);
  for (guint i = 0; i < detected->len; i++)
    {
      const RapDetected *one = detected->pdata[i];

      g_string_append_printf (text, "; %s %s: %s", one->member, one->value, one->found);
    }
  return g_string_free (text, FALSE);
}

/* A file of every version has in it what commit_sample() makes, and what came with that version. */
static const struct
{
  const char *file;
  const char *reading;
} versions[] = {
  { "version-1.sql", "unread 0" },
  { "version-2.sql", "done 52; outlet Tasnim: meta og:site_name; published 2020-11-16: JSON-LD datePublished" },
};

static void
check_version (const char *path,
               const char *expected,
               const char *expected_reading)
{
  static const RapStoreFlags flags[] = { RAP_STORE_READ_ONLY, RAP_STORE_SNAPSHOT, RAP_STORE_WRITE };

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RapStore) store = rap_store_open (path, flags[i], &error);
      g_autofree char *content = NULL;
      g_autofree char *reading = NULL;
      g_autofree char *label = NULL;
      g_autoptr (GPtrArray) hits = NULL;

      g_assert_no_error (error);
      content = dump (store);
      g_assert_cmpstr (content, ==, expected);
      reading = describe_reading (store);
      g_assert_cmpstr (reading, ==, expected_reading);
      label = rap_store_peek_undo (store);
      g_assert_cmpstr (label, ==, "Sample");
      hits = rap_store_search (store, "border", 0, NULL);
      g_assert_cmpuint (hits->len, ==, 1);
      if (flags[i] == RAP_STORE_WRITE)
        rap_edits_free (rap_store_undo (store, &error));
      g_assert_no_error (error);
    }
}

static void
test_versions (Fixture       *self,
               gconstpointer  data)
{
  g_autofree char *expected = NULL;

  commit_sample (self->store);
  expected = dump (self->store);
  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_autofree char *path = fixture_get_path (self, versions[i].file);
      g_autofree char *sql = read_fixture (versions[i].file);
      g_autoptr (GPtrArray) problems = NULL;
      g_autofree char *found = NULL;

      fixture_run_sql (path, sql);
      check_version (path, expected, versions[i].reading);
      problems = rap_store_check (path, NULL);
      found = describe_problems (problems);
      g_assert_cmpstr (found, ==, "");
    }
}

/* Steps after the last of ours; %d stands for their version. */
static const struct
{
  const char *name;
  const char *sql;
  const char *expected;
} steps[] = {
  { "syntax", "ALTER TABLE meeting ADD COLUMN mood TEXT; ALTER NONSENSE;", "(syntax): " },
  { "no version", "ALTER TABLE meeting ADD COLUMN mood TEXT;", "did not set it" },
  { "reference", "DELETE FROM article_text; PRAGMA user_version = %d;", "refers to what is not there" },
  { "check", "PRAGMA user_version = %d; INSERT INTO claim (id) VALUES ('x');", "(check): " },
};

static gboolean
run_step (Fixture     *self,
          const char  *name,
          const char  *sql,
          GError     **error)
{
  g_autofree RapMigration *table = g_new0 (RapMigration, rap_n_migrations + 1);
  int version = rap_migrations[rap_n_migrations - 1].version + 1;
  g_autofree char *number = g_strdup_printf ("%d", version);
  g_auto (GStrv) parts = g_strsplit (sql, "%d", -1);
  g_autofree char *step = g_strjoinv (number, parts);

  for (guint i = 0; i < rap_n_migrations; i++)
    table[i] = rap_migrations[i];
  table[rap_n_migrations] = (RapMigration) { version, name, step };
  return rap_store_migrate (self->path, table, rap_n_migrations + 1, error);
}

static void
test_failure (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *before = NULL;
  gsize before_size;

  commit_sample (self->store);
  fixture_close (self);
  g_file_get_contents (self->path, &before, &before_size, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;
      gsize after_size;

      g_assert_false (run_step (self, steps[i].name, steps[i].sql, &error));
      g_assert_nonnull (g_strstr_len (error->message, -1, steps[i].expected));
      g_file_get_contents (self->path, &after, &after_size, NULL);
      g_assert_cmpmem (after, after_size, before, before_size);
      fixture_open (self);
      fixture_close (self);
    }
}

static void
test_success (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RapStore) store = NULL;

  commit_sample (self->store);
  fixture_close (self);
  run_step (self, "moods", "ALTER TABLE meeting ADD COLUMN mood TEXT; PRAGMA user_version = %d;", &error);
  g_assert_no_error (error);
  fixture_run_sql (self->path, "UPDATE meeting SET mood = 'calm'");
  store = rap_store_open (self->path, RAP_STORE_WRITE, &error);
  g_assert_error (error, RAP_ERROR, RAP_ERROR_NEWER);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_add (test_versions, "/store/migrate/versions");
  fixture_add (test_failure, "/store/migrate/failure");
  fixture_add (test_success, "/store/migrate/success");
  return g_test_run ();
}
