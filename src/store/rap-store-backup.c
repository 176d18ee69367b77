/* rap-store-backup.c
 *
 * Copies of a project. A live file is never read past SQLite: pages are copied
 * by its backup interface, in steps, so that a writer waits a moment at most
 * (the copy begins again when the file changes in between). A copy becomes a
 * file only when it is complete, checked and flushed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#define PAGES_PER_STEP 4096
#define MAX_WAITS      100
#define WAIT_MS        10

gboolean
rap_store_copy_pages (RapStore  *source,
                      sqlite3   *target,
                      GError   **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (target, "main", source->db, "main");
  guint n_waits = 0;
  int result = SQLITE_OK;

  if (backup == NULL)
    {
      rap_store_set_error_for (target, source->path, sqlite3_errcode (target), error);
      return FALSE;
    }
  while (result == SQLITE_OK)
    {
      result = sqlite3_backup_step (backup, PAGES_PER_STEP);
      if ((result == SQLITE_BUSY || result == SQLITE_LOCKED) && n_waits++ < MAX_WAITS)
        {
          sqlite3_sleep (WAIT_MS);
          result = SQLITE_OK;
        }
    }
  sqlite3_backup_finish (backup);
  if (result != SQLITE_DONE)
    rap_store_set_error_for (target, source->path, result, error);
  return result == SQLITE_DONE;
}

char *
rap_store_temporary_name (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *name = g_strdup_printf (".rapporteur-%.8s.tmp", id);

  return g_build_filename (folder, name, NULL);
}

void
rap_store_discard_file (const char *file)
{
  g_autofree char *journal = g_strconcat (file, "-journal", NULL);

  unlink (file);
  unlink (journal);
}

static gboolean
sync_path (const char  *name,
           int          flags,
           const char  *path,
           GError     **error)
{
  int descriptor = open (name, flags | O_CLOEXEC);
  gboolean done = descriptor >= 0 && fsync (descriptor) == 0;

  if (!done)
    g_set_error (error, RAP_ERROR, RAP_ERROR_IO, "%s: cannot be flushed to the disk: %s", path, g_strerror (errno));
  if (descriptor >= 0)
    close (descriptor);
  return done;
}

gboolean
rap_store_sync_file (const char  *file,
                     const char  *path,
                     GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (file);

  return sync_path (file, O_RDONLY, path, error)
      && sync_path (folder, O_RDONLY | O_DIRECTORY, path, error);
}

gboolean
rap_store_publish (const char  *temporary,
                   const char  *path,
                   GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  gboolean done = renameat2 (AT_FDCWD, temporary, AT_FDCWD, path, RENAME_NOREPLACE) == 0;

  /* Some file systems have no such rename; there a link does the same. */
  if (!done && (errno == EINVAL || errno == ENOSYS))
    done = link (temporary, path) == 0 && unlink (temporary) == 0;
  if (!done)
    {
      g_set_error (error, RAP_ERROR, errno == EEXIST ? RAP_ERROR_EXISTS : RAP_ERROR_IO,
                   "%s: cannot be created: %s; nothing was overwritten", path, g_strerror (errno));
      return FALSE;
    }
  return sync_path (folder, O_RDONLY | O_DIRECTORY, path, error);
}

static gboolean
write_copy (RapStore    *self,
            const char  *file,
            const char  *path,
            GError     **error)
{
  sqlite3 *db = rap_store_connect (file, path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
  g_autoptr (RapStore) copy = NULL;

  if (db == NULL)
    return FALSE;
  copy = rap_store_new_around (db, path, RAP_STORE_WRITE);
  return rap_store_copy_pages (self, db, error);
}

/* Opens the copy as anybody would. */
static gboolean
verify_copy (const char  *file,
             const char  *pragma,
             GError     **error)
{
  g_autoptr (RapStore) copy = rap_store_open (file, RAP_STORE_READ_ONLY, error);

  return copy != NULL && rap_store_verify (copy, pragma, error);
}

gboolean
rap_store_copy_to (RapStore    *self,
                   const char  *path,
                   const char  *pragma,
                   GError     **error)
{
  g_autofree char *temporary = rap_store_temporary_name (path);

  if (write_copy (self, temporary, path, error)
      && verify_copy (temporary, pragma, error)
      && rap_store_sync_file (temporary, path, error)
      && rap_store_publish (temporary, path, error))
    return TRUE;
  rap_store_discard_file (temporary);
  return FALSE;
}

gboolean
rap_store_backup (RapStore    *self,
                  const char  *path,
                  GError     **error)
{
  g_return_val_if_fail (RAP_IS_STORE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  return rap_store_copy_to (self, path, "PRAGMA integrity_check", error);
}
