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

/* A file of version 1 has in it what commit_sample() makes. */
static void
test_version_1 (Fixture       *self,
                gconstpointer  data)
{
  static const RapStoreFlags flags[] = { RAP_STORE_READ_ONLY, RAP_STORE_SNAPSHOT, RAP_STORE_WRITE };
  g_autofree char *path = fixture_get_path (self, "version-1");
  g_autofree char *sql = read_fixture ("version-1.sql");
  g_autofree char *expected = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *found = NULL;

  fixture_run_sql (path, sql);
  commit_sample (self->store);
  expected = dump (self->store);
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RapStore) store = rap_store_open (path, flags[i], &error);
      g_autofree char *content = NULL;
      g_autofree char *label = NULL;
      g_autoptr (GPtrArray) hits = NULL;

      g_assert_no_error (error);
      content = dump (store);
      g_assert_cmpstr (content, ==, expected);
      label = rap_store_peek_undo (store);
      g_assert_cmpstr (label, ==, "Sample");
      hits = rap_store_search (store, "border", 0, NULL);
      g_assert_cmpuint (hits->len, ==, 1);
      if (flags[i] == RAP_STORE_WRITE)
        rap_edits_free (rap_store_undo (store, &error));
      g_assert_no_error (error);
    }
  problems = rap_store_check (path, NULL);
  found = describe_problems (problems);
  g_assert_cmpstr (found, ==, "");
}

static const char good_step[] = "ALTER TABLE meeting ADD COLUMN mood TEXT; PRAGMA user_version = 2;";

static const struct
{
  const char *name;
  RapMigration step;
  const char *expected;
} steps[] = {
  { "syntax", { 2, "a slip", "ALTER TABLE meeting ADD COLUMN mood TEXT; ALTER NONSENSE;" }, "version 2 (a slip): " },
  { "no version", { 2, "forgets", "ALTER TABLE meeting ADD COLUMN mood TEXT;" }, "did not set it" },
  { "reference", { 2, "breaks", "DELETE FROM article_text; PRAGMA user_version = 2;" }, "refers to what is not there" },
  { "check", { 2, "breaks", "PRAGMA user_version = 2; INSERT INTO claim (id) VALUES ('x');" }, "version 2 (breaks): " },
};

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
      RapMigration table[] = { rap_migrations[0], steps[i].step };
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;
      gsize after_size;

      g_assert_false (rap_store_migrate (self->path, table, G_N_ELEMENTS (table), &error));
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
  RapMigration table[] = { rap_migrations[0], { 2, "moods", good_step } };
  g_autoptr (GError) error = NULL;
  g_autoptr (RapStore) store = NULL;

  commit_sample (self->store);
  fixture_close (self);
  rap_store_migrate (self->path, table, G_N_ELEMENTS (table), &error);
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
  fixture_add (test_version_1, "/store/migrate/version-1");
  fixture_add (test_failure, "/store/migrate/failure");
  fixture_add (test_success, "/store/migrate/success");
  return g_test_run ();
}
