/* test-store.c
 *
 * Opening and closing: every file that is not ours gets one sentence, there is
 * one writer, readers are welcome, and nothing is left behind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static void
write_file (const char *path,
            const char *bytes,
            gssize      size)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, bytes, size, &error);
  g_assert_no_error (error);
}

static char *
try_open (const char    *path,
          RapStoreFlags  flags)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RapStore) store = rap_store_open (path, flags, &error);

  g_assert_true ((store == NULL) == (error != NULL));
  return describe_error (error, path);
}

static void
assert_refused (const char *path,
                const char *expected)
{
  g_autofree char *writing = try_open (path, RAP_STORE_WRITE);
  g_autofree char *reading = try_open (path, RAP_STORE_READ_ONLY);

  g_assert_cmpstr (writing, ==, expected);
  g_assert_cmpstr (reading, ==, expected);
}

static void
test_refusals (Fixture       *self,
               gconstpointer  data)
{
  static const struct
  {
    const char *name;
    const char *sql;        /* run on a copy of a project, or on a new database */
    gboolean    is_project;
    const char *expected;
  } databases[] = {
    { "plain.db", "CREATE TABLE t (a)", FALSE,
      "FOREIGN: is not a Rapporteur project: it is a database of another program" },
    { "foreign.db", "PRAGMA application_id = 7", TRUE,
      "FOREIGN: is not a Rapporteur project: it is a database of another program" },
    { "newer.db", "PRAGMA user_version = 99", TRUE,
      "NEWER: was written by a newer Rapporteur (file version 99, this one knows 3)" },
    { "unversioned.db", "PRAGMA user_version = 0", TRUE,
      "DAMAGED: is damaged: it has no valid file version" },
    { "trigger.db", "CREATE TRIGGER evil AFTER INSERT ON claim BEGIN DELETE FROM article; END", TRUE,
      "DAMAGED: is not built like a Rapporteur project: its tables were changed by another program" },
    { "column.db", "ALTER TABLE claim ADD COLUMN extra TEXT", TRUE,
      "DAMAGED: is not built like a Rapporteur project: its tables were changed by another program" },
    { "dropped.db", "DROP TABLE relation", TRUE,
      "DAMAGED: is not built like a Rapporteur project: its tables were changed by another program" },
  };
  g_autofree char *text = fixture_get_path (self, "text.txt");
  g_autofree char *empty = fixture_get_path (self, "empty");
  g_autofree char *missing = fixture_get_path (self, "missing");
  g_autofree char *pipe_path = fixture_get_path (self, "pipe");
  g_autofree char *cut = fixture_get_path (self, "cut");
  g_autofree char *project = NULL;
  gsize size;

  fixture_close (self);
  g_file_get_contents (self->path, &project, &size, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (databases); i++)
    {
      g_autofree char *path = fixture_get_path (self, databases[i].name);

      if (databases[i].is_project)
        write_file (path, project, size);
      fixture_run_sql (path, databases[i].sql);
      assert_refused (path, databases[i].expected);
    }

  write_file (text, "Not a database, but longer than the header of one.", -1);
  write_file (empty, "", 0);
  write_file (cut, project, 50);
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  assert_refused (text, "FOREIGN: is not a Rapporteur project: it is another kind of file");
  assert_refused (empty, "FOREIGN: is not a Rapporteur project: the file is empty");
  assert_refused (cut, "DAMAGED: is damaged: the file ends too early");
  assert_refused (missing, "NOT_FOUND: cannot be opened: No such file or directory");
  assert_refused (pipe_path, "FOREIGN: is not a Rapporteur project: it is no ordinary file");
  assert_refused (self->folder, "FOREIGN: is not a Rapporteur project: it is a folder");
}

/* A file cut at any page, or in a page, is refused as damaged and not changed. */
static void
test_truncation (Fixture       *self,
                 gconstpointer  data)
{
  g_autofree char *cut = fixture_get_path (self, "cut.rapporteur");
  g_autofree char *project = NULL;
  gsize size;

  commit_sample (self->store);
  fixture_close (self);
  g_file_get_contents (self->path, &project, &size, NULL);
  g_assert_cmpuint (size, >, 20 * 4096);
  for (gsize length = 4096; length < size; length += 2048)
    {
      g_autofree char *result = NULL;
      g_autofree char *after = NULL;
      gsize after_size;

      write_file (cut, project, length);
      result = try_open (cut, RAP_STORE_WRITE);
      g_assert_true (g_str_has_prefix (result, "DAMAGED: "));
      g_file_get_contents (cut, &after, &after_size, NULL);
      g_assert_cmpmem (project, length, after, after_size);
    }
}

static void
test_create (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (RapRecord) project = make_record (RAP_KIND_PROJECT, "92", 5);
  g_autofree char *nowhere = g_build_filename (self->folder, "no", "such.rapporteur", NULL);
  g_autofree char *link_path = fixture_get_path (self, "dangling");
  const struct
  {
    const char *path;
    const char *expected;
  } cases[] = {
    { self->path, "EXISTS: is there already; nothing was overwritten" },
    { self->folder, "EXISTS: is there already; nothing was overwritten" },
    { link_path, "EXISTS: is there already; nothing was overwritten" },
  };
  g_autoptr (RapRecord) loaded = rap_store_load (self->store, RAP_KIND_PROJECT, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink ("nothing", link_path), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) failure = NULL;
      g_autoptr (RapStore) store = rap_store_create (cases[i].path, RAP_PROJECT (project), &failure);
      g_autofree char *result = describe_error (failure, cases[i].path);

      g_assert_null (store);
      g_assert_cmpstr (result, ==, cases[i].expected);
    }
  g_assert_null (rap_store_create (nowhere, RAP_PROJECT (project), &error));
  g_assert_error (error, RAP_ERROR, RAP_ERROR_NOT_FOUND);
  g_assert_cmpstr (RAP_PROJECT (loaded)->title, ==, "Test");
  g_assert_cmpstr (rap_store_get_path (self->store), ==, self->path);
  g_assert_false (rap_store_get_read_only (self->store));
}

/* The same in another process, which has a table of open files of its own. */
static void
assert_locked_elsewhere (const char *path)
{
  pid_t child = fork ();
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      execl ("/proc/self/exe", "test-store", "--try-open", path, NULL);
      _exit (99);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (WEXITSTATUS (status), ==, RAP_ERROR_LOCKED);
}

static void
test_one_writer (Fixture       *self,
                 gconstpointer  data)
{
  static const char expected[] = "LOCKED: is already open for editing in another window or program";
  g_autofree char *link_path = fixture_get_path (self, "link");
  g_autofree char *moved = fixture_get_path (self, "moved");
  g_autofree char *direct = try_open (self->path, RAP_STORE_WRITE);
  g_autofree char *by_link = NULL;
  g_autofree char *reading = NULL;
  g_autofree char *by_name = NULL;
  g_autofree char *later = NULL;

  g_assert_cmpint (symlink (self->path, link_path), ==, 0);
  by_link = try_open (link_path, RAP_STORE_WRITE);
  reading = try_open (link_path, RAP_STORE_READ_ONLY);
  g_assert_cmpstr (direct, ==, expected);
  g_assert_cmpstr (by_link, ==, expected);
  g_assert_cmpstr (reading, ==, "none");
  assert_locked_elsewhere (self->path);

  g_assert_cmpint (rename (self->path, moved), ==, 0);
  by_name = try_open (moved, RAP_STORE_WRITE);
  g_assert_cmpstr (by_name, ==, expected);
  g_assert_cmpint (rename (moved, self->path), ==, 0);

  fixture_close (self);
  later = try_open (link_path, RAP_STORE_WRITE);
  g_assert_cmpstr (later, ==, "none");
}

/* Readers do not check again what the writer has checked and keeps locked; damage shows when nobody writes. */
static void
test_checked_once (Fixture       *self,
                   gconstpointer  data)
{
  g_autofree char *quoted = g_shell_quote (self->path);
  g_autofree char *command = NULL;
  g_autofree char *beside_writer = NULL;
  g_autofree char *alone = NULL;
  int status;

  commit_sample (self->store);
  command = g_strdup_printf ("sh -c 'printf \\377 | dd of=\"$0\" bs=4096 seek=\"$(($(stat -c %%s \"$0\") / 4096 - 1))\" "
                             "conv=notrunc status=none' %s", quoted);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
  beside_writer = try_open (self->path, RAP_STORE_READ_ONLY);
  fixture_close (self);
  alone = try_open (self->path, RAP_STORE_READ_ONLY);
  g_assert_cmpstr (beside_writer, ==, "none");
  g_assert_true (g_str_has_prefix (alone, "DAMAGED: "));
}

/* A file that was moved away under the writer takes no more commits. */
static void
test_moved (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *moved = fixture_get_path (self, "moved");
  g_autoptr (RapEdits) edits = rap_edits_new ("Add");
  g_autoptr (GError) error = NULL;
  g_autofree char *result = NULL;

  add (edits, make_meeting ("b1", "Call", NULL));
  g_assert_cmpint (rename (self->path, moved), ==, 0);
  g_assert_false (rap_store_commit (self->store, edits, "ada", "test", 1, &error));
  result = describe_error (error, self->path);
  g_assert_true (g_str_has_prefix (result, "IO: the file was moved or deleted while it was open"));
  g_assert_cmpint (rename (moved, self->path), ==, 0);
  commit_edits (self->store, edits);
}

static void
test_readers (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RapStore) reader = rap_store_open (self->path, RAP_STORE_READ_ONLY, &error);
  g_autoptr (RapStore) snapshot = rap_store_open (self->path, RAP_STORE_SNAPSHOT, &error);
  g_autoptr (RapEdits) edits = rap_edits_new ("Add");

  g_assert_no_error (error);
  commit_new (self->store, make_meeting ("b1", "Call", NULL));
  g_assert_cmpuint (rap_store_count (reader, RAP_KIND_MEETING), ==, 1);
  g_assert_cmpuint (rap_store_count (snapshot, RAP_KIND_MEETING), ==, 0);

  add (edits, make_meeting ("b2", "Call", NULL));
  g_assert_false (rap_store_commit (reader, edits, "ada", "test", 1, &error));
  g_assert_error (error, RAP_ERROR, RAP_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (rap_store_commit (snapshot, edits, "ada", "test", 1, &error));
  g_assert_error (error, RAP_ERROR, RAP_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_null (rap_store_undo (reader, &error));
  g_assert_error (error, RAP_ERROR, RAP_ERROR_READ_ONLY);
  g_clear_error (&error);

  /* A reader in the middle of something holds the writer up, who says so and can try again. */
  rap_store_begin_read (reader, &error);
  g_assert_no_error (error);
  g_assert_false (rap_store_commit (self->store, edits, "ada", "test", 1, &error));
  g_assert_error (error, RAP_ERROR, RAP_ERROR_LOCKED);
  g_assert_cmpuint (rap_store_count (self->store, RAP_KIND_MEETING), ==, 1);
  rap_store_end_read (reader);
  commit_edits (self->store, edits);
  g_assert_cmpuint (rap_store_count (reader, RAP_KIND_MEETING), ==, 2);
}

/* What a killed writer left is taken back by whoever opens next, reader or writer. */
static void
test_cut_off (Fixture       *self,
              gconstpointer  data)
{
  static const RapStoreFlags flags[] = { RAP_STORE_READ_ONLY, RAP_STORE_SNAPSHOT, RAP_STORE_WRITE };
  g_autofree char *before = NULL;
  g_autofree char *journal = g_strconcat (self->path, "-journal", NULL);

  commit_sample (self->store);
  before = dump (self->store);
  fixture_close (self);
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RapStore) store = NULL;
      g_autofree char *after = NULL;

      fixture_cut_off (self->path);
      g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
      store = rap_store_open (self->path, flags[i], &error);
      g_assert_no_error (error);
      after = dump (store);
      g_assert_cmpstr (after, ==, before);
      g_assert_cmpint (rap_store_get_read_only (store), ==, flags[i] != RAP_STORE_WRITE);
    }
}

static void
test_backup (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *path = fixture_get_path (self, "backup");
  g_autoptr (GError) error = NULL;
  g_autoptr (RapStore) backup = NULL;
  g_autofree char *original = NULL;
  g_autofree char *copy = NULL;

  commit_sample (self->store);
  g_assert_true (rap_store_backup (self->store, path, &error));
  g_assert_no_error (error);
  backup = rap_store_open (path, RAP_STORE_WRITE, &error);
  g_assert_no_error (error);
  original = dump (self->store);
  copy = dump (backup);
  g_assert_cmpstr (copy, ==, original);

  g_assert_false (rap_store_backup (self->store, path, &error));
  g_assert_error (error, RAP_ERROR, RAP_ERROR_EXISTS);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--try-open"))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RapStore) store = rap_store_open (argv[2], RAP_STORE_WRITE, &error);

      return error != NULL ? error->code : 98;
    }

  g_test_init (&argc, &argv, NULL);
  fixture_add (test_refusals, "/store/open/refusals");
  fixture_add (test_truncation, "/store/open/truncation");
  fixture_add (test_create, "/store/create");
  fixture_add (test_one_writer, "/store/lock/one-writer");
  fixture_add (test_checked_once, "/store/lock/checked-once");
  fixture_add (test_moved, "/store/lock/moved");
  fixture_add (test_readers, "/store/readers");
  fixture_add (test_cut_off, "/store/cut-off");
  fixture_add (test_backup, "/store/backup");
  return g_test_run ();
}
