/* test-safe-file.c
 *
 * Old or new, never half; nothing left behind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-safe-file.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "rap-error.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("rapporteur-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "out.json", NULL);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* Names and contents of the folder: "out.json=new link=new". */
static char *
describe (Fixture *fixture)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_autofree char *content = NULL;

      g_file_get_contents (path, &content, NULL, NULL);
      g_ptr_array_add (entries, g_strdup_printf ("%s=%s", name, content));
    }
  g_ptr_array_sort (entries, compare);
  g_ptr_array_add (entries, NULL);
  return g_strjoinv (" ", (char **) entries->pdata);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
assert_folder (Fixture    *fixture,
               const char *expected)
{
  g_autofree char *result = describe (fixture);

  g_assert_cmpstr (result, ==, expected);
}

static gboolean
write_file (const char  *path,
            const char  *content,
            gboolean     commit,
            GError     **error)
{
  g_autoptr (RapSafeFile) file = rap_safe_file_open (path, error);

  if (file == NULL || !rap_safe_file_write (content, strlen (content), file, error))
    return FALSE;
  return !commit || rap_safe_file_commit (file, error);
}

static void
test_commit (Fixture       *fixture,
             gconstpointer  data)
{
  g_assert_true (write_file (fixture->path, "old", TRUE, NULL));
  assert_folder (fixture, "out.json=old");
  g_assert_true (write_file (fixture->path, "new", TRUE, NULL));
  assert_folder (fixture, "out.json=new");
}

static void
test_abandon (Fixture       *fixture,
              gconstpointer  data)
{
  g_assert_true (write_file (fixture->path, "never", FALSE, NULL));
  assert_folder (fixture, "");
  g_assert_true (write_file (fixture->path, "old", TRUE, NULL));
  g_assert_true (write_file (fixture->path, "new", FALSE, NULL));
  assert_folder (fixture, "out.json=old");
}

static void
test_mode (Fixture       *fixture,
           gconstpointer  data)
{
  struct stat info;

  g_assert_true (write_file (fixture->path, "old", TRUE, NULL));
  g_assert_cmpint (g_chmod (fixture->path, 0640), ==, 0);
  g_assert_true (write_file (fixture->path, "new", TRUE, NULL));
  g_assert_cmpint (stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0640);
}

/* The file that a link names is replaced, not the link. */
static void
test_link (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);

  g_assert_cmpint (symlink ("out.json", link), ==, 0);
  g_assert_true (write_file (link, "first", TRUE, NULL));
  assert_folder (fixture, "link=first out.json=first");
  g_assert_true (write_file (link, "second", TRUE, NULL));
  assert_folder (fixture, "link=second out.json=second");
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
}

static void
test_errors (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "none", "out.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *expected = g_strdup_printf ("%s: cannot be written: No such file or directory", missing);

  g_assert_false (write_file (missing, "x", TRUE, &error));
  g_assert_error (error, RAP_ERROR, RAP_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, expected);
  g_clear_error (&error);
  g_assert_false (write_file (fixture->folder, "x", TRUE, &error));
  g_assert_error (error, RAP_ERROR, RAP_ERROR_IO);
  g_clear_error (&error);
  g_assert_false (write_file ("/dev/full", "x", TRUE, &error));
  g_assert_error (error, RAP_ERROR, RAP_ERROR_IO);
  assert_folder (fixture, "");
}

/* A device is written to, not replaced. */
static void
test_device (Fixture       *fixture,
             gconstpointer  data)
{
  g_assert_true (write_file ("/dev/null", "x", TRUE, NULL));
  g_assert_false (g_file_test ("/dev/null", G_FILE_TEST_IS_REGULAR));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/exchange/safe-file/commit", Fixture, NULL, set_up, test_commit, tear_down);
  g_test_add ("/exchange/safe-file/abandon", Fixture, NULL, set_up, test_abandon, tear_down);
  g_test_add ("/exchange/safe-file/mode", Fixture, NULL, set_up, test_mode, tear_down);
  g_test_add ("/exchange/safe-file/link", Fixture, NULL, set_up, test_link, tear_down);
  g_test_add ("/exchange/safe-file/errors", Fixture, NULL, set_up, test_errors, tear_down);
  g_test_add ("/exchange/safe-file/device", Fixture, NULL, set_up, test_device, tear_down);
  return g_test_run ();
}
