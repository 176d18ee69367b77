/* test-store-check.c
 *
 * The check finds what was damaged on purpose, and the repair mends what it
 * promised to, after a backup.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "store-fixture.h"

#include <glib/gstdio.h>

#define ID(name) name "000000-0000-4000-8000-000000000000"

static char *
check (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = rap_store_check (path, &error);

  g_assert_no_error (error);
  return describe_problems (problems);
}

static const struct
{
  const char *name;
  const char *sql;
  const char *found;
  const char *left;      /* after the repair */
} cases[] = {
  { "nothing", "SELECT 1", "", "" },
  { "sha256", "UPDATE article_text SET text = 'Troops crossed the river at noon.' WHERE text LIKE 'Troops%'",
    "search-index|article_fts|repairable\nsha256|article " ID ("a2") "|lost\n",
    "sha256|article " ID ("a2") "|lost\n" },
  { "anchor", "UPDATE claim SET content_exact = 'the border is unsafe', folded = ' the border is safe the border is unsafe'"
    " WHERE id LIKE 'd1%'",
    "anchor|claim " ID ("d1") "|lost\n", "anchor|claim " ID ("d1") "|lost\n" },
  { "folded", "UPDATE meeting SET folded = ' wrong'",
    "derived|meeting " ID ("b1") "|repairable\nderived|meeting " ID ("b2") "|repairable\n", "" },
  { "hull", "UPDATE mention SET hull_start = hull_start + 1",
    "derived|mention " ID ("f1") "|repairable\n", "" },
  { "day", "UPDATE article SET day_to = 5 WHERE id LIKE 'a1%'",
    "derived|article " ID ("a1") "|repairable\n", "" },
  { "date", "UPDATE meeting SET date = 'soon' WHERE id LIKE 'b2%'",
    "vocabulary|meeting row 2|lost\n", "vocabulary|meeting row 2|lost\n" },
  { "ranges", "UPDATE coding SET anchor_ranges = '[[5,4'",
    "vocabulary|coding row 1|lost\n", "vocabulary|coding row 1|lost\n" },
  { "body", "UPDATE article SET body = '[[0,99999]]' WHERE id LIKE 'a2%'",
    "text|article " ID ("a2") "|lost\n", "text|article " ID ("a2") "|lost\n" },
  { "speaker", "UPDATE claim SET speaker = 'nobody' WHERE id LIKE 'd1%'",
    "foreign-key|claim " ID ("d1") "|repairable\n", "" },
  { "child", "INSERT INTO claim_via (owner, n, entity) VALUES (99, 0, 'e1000000-0000-4000-8000-000000000000')",
    "foreign-key|claim_via|repairable\n", "" },
  { "entity", "DELETE FROM entity WHERE id LIKE 'e4%'",
    "foreign-key|article " ID ("a2") "|repairable\nforeign-key|claim_via|repairable\n", "" },
  { "mention", "UPDATE mention SET entity = 'nobody'",
    "foreign-key|mention " ID ("f1") "|lost\n", "foreign-key|mention " ID ("f1") "|lost\n" },
  { "index", "INSERT INTO article_fts (article_fts) VALUES ('delete-all')",
    "search-index|article_fts|repairable\n", "" },
  { "journal", "UPDATE journal_edit SET after = '{' WHERE n = 3; DELETE FROM journal_edit WHERE n = 5",
    "journal|journal_edit|lost\njournal|journal_group|lost\n", "journal|journal_edit|lost\njournal|journal_group|lost\n" },
  { "project", "DELETE FROM project",
    "integrity|project|lost\n", "integrity|project|lost\n" },
  { "title", "UPDATE code SET name = '', folded = '' WHERE id LIKE 'c1%'",
    "model|code " ID ("c1") "|lost\n", "model|code " ID ("c1") "|lost\n" },
};

static void
test_damage (gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture fixture;
      g_autofree char *found = NULL;
      g_autofree char *left = NULL;
      g_autofree char *backup = NULL;
      g_autofree char *in_backup = NULL;
      g_autoptr (GPtrArray) problems = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].name);
      fixture_set_up (&fixture, NULL);
      backup = fixture_get_path (&fixture, "backup");
      commit_sample (fixture.store);
      fixture_close (&fixture);
      fixture_run_sql (fixture.path, cases[i].sql);
      found = check (fixture.path);
      g_assert_cmpstr (found, ==, cases[i].found);

      problems = rap_store_repair (fixture.path, backup, &error);
      g_assert_no_error (error);
      left = describe_problems (problems);
      g_assert_cmpstr (left, ==, cases[i].left);
      in_backup = check (backup);
      g_assert_cmpstr (in_backup, ==, cases[i].found);
      fixture_tear_down (&fixture, NULL);
    }
}

/* An index that has lost touch with its table: taken out of the schema, put back later. */
static void
test_index (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *backup = fixture_get_path (self, "backup");
  g_autofree char *found = NULL;
  g_autofree char *left = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  commit_sample (self->store);
  fixture_close (self);
  fixture_run_sql (self->path,
                   "CREATE TABLE aside AS SELECT * FROM sqlite_schema WHERE name = 'claim_by_speaker';"
                   "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name = 'claim_by_speaker'");
  fixture_run_sql (self->path, "UPDATE claim SET speaker = NULL");
  fixture_run_sql (self->path,
                   "PRAGMA writable_schema = ON; INSERT INTO sqlite_schema SELECT * FROM aside;"
                   "PRAGMA writable_schema = OFF; DROP TABLE aside");
  found = check (self->path);
  g_assert_cmpstr (found, ==, "integrity||repairable\n");
  problems = rap_store_repair (self->path, backup, &error);
  g_assert_no_error (error);
  left = describe_problems (problems);
  g_assert_cmpstr (left, ==, "");
}

/* An existing backup is not overwritten, and then nothing is repaired. */
static void
test_backup_exists (Fixture       *self,
                    gconstpointer  data)
{
  g_autofree char *backup = fixture_get_path (self, "backup");
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;

  commit_sample (self->store);
  fixture_close (self);
  fixture_run_sql (self->path, "UPDATE mention SET hull_start = 0");
  g_file_set_contents (backup, "mine", 4, NULL);
  g_assert_null (rap_store_repair (self->path, backup, &error));
  g_assert_error (error, RAP_ERROR, RAP_ERROR_EXISTS);
  found = check (self->path);
  g_assert_cmpstr (found, ==, "derived|mention " ID ("f1") "|repairable\n");
}

static void
test_no_project (Fixture       *self,
                 gconstpointer  data)
{
  g_autofree char *missing = fixture_get_path (self, "missing");
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) folder_error = NULL;

  g_assert_null (rap_store_check (missing, &error));
  g_assert_error (error, RAP_ERROR, RAP_ERROR_NOT_FOUND);
  g_assert_null (rap_store_check (self->folder, &folder_error));
  g_assert_error (folder_error, RAP_ERROR, RAP_ERROR_FOREIGN);
}

static gboolean
pass (RapRecord  *record,
      gpointer    user_data,
      GError    **error)
{
  return TRUE;
}

/* Seeded damage of single bytes: the check answers, opening answers, nothing
 * crashes, and what opens can be read or says what is wrong. */
static void
test_flips (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *flipped = fixture_get_path (self, "flipped");
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autofree char *bytes = NULL;
  gsize size;
  guint n_refused = 0;

  commit_sample (self->store);
  fixture_close (self);
  g_file_get_contents (self->path, &bytes, &size, NULL);
  for (guint i = 0; i < 300; i++)
    {
      guint at = g_rand_int_range (rand, 0, size);
      char old = bytes[at];
      g_autoptr (GError) error = NULL;
      g_autoptr (RapStore) store = NULL;
      g_autoptr (GPtrArray) problems = NULL;

      bytes[at] ^= 1 << g_rand_int_range (rand, 0, 8);
      g_file_set_contents (flipped, bytes, size, NULL);
      bytes[at] = old;
      problems = rap_store_check (flipped, &error);
      g_assert_true ((problems == NULL) == (error != NULL));
      g_clear_error (&error);
      store = rap_store_open (flipped, RAP_STORE_WRITE, &error);
      g_assert_true ((store == NULL) == (error != NULL));
      if (store == NULL)
        n_refused++;
      for (RapKind kind = 0; store != NULL && kind < RAP_N_KINDS; kind++)
        {
          g_autoptr (GError) failure = NULL;
          gboolean done = rap_store_foreach (store, kind, pass, NULL, &failure);

          g_assert_true (done == (failure == NULL));
        }
    }
  g_assert_cmpuint (n_refused, >, 10);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/store/check/damage", NULL, test_damage);
  fixture_add (test_index, "/store/check/index");
  fixture_add (test_backup_exists, "/store/check/backup-exists");
  fixture_add (test_no_project, "/store/check/no-project");
  fixture_add (test_flips, "/store/check/flips");
  return g_test_run ();
}
