/* rap-safe-file.c
 *
 * Plain system calls, because every one of them that fails has to be told
 * from the others.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-safe-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "rap-error.h"

/**
 * RapSafeFile:
 * @target: what it is going to be; NULL when written to directly
 * @temporary: its name until then; NULL once renamed
 * @name: for messages
 * @fd: -1 when closed
 */
struct _RapSafeFile
{
  char *target;
  char *temporary;
  char *name;
  int   fd;
};

/* Always FALSE, for the caller to return. */
static gboolean
fail (RapSafeFile *self,
      const char  *what,
      int          code,
      GError     **error)
{
  RapError kind = RAP_ERROR_IO;

  if (code == ENOENT || code == ENOTDIR)
    kind = RAP_ERROR_NOT_FOUND;
  else if (code == EACCES || code == EROFS || code == EPERM)
    kind = RAP_ERROR_READ_ONLY;
  g_set_error (error, RAP_ERROR, kind, "%s: %s: %s", self->name, what, g_strerror (code));
  return FALSE;
}

/* The file that @path names, through symbolic links, even when it is not there yet. */
static char *
resolve (const char *path)
{
  g_autofree char *link = g_file_read_link (path, NULL);
  char *real = realpath (path, NULL);
  char *resolved;

  if (real != NULL)
    {
      resolved = g_strdup (real);
      free (real);
      return resolved;
    }
  if (link == NULL)
    return g_strdup (path);
  if (g_path_is_absolute (link))
    return g_steal_pointer (&link);
  else
    {
      g_autofree char *folder = g_path_get_dirname (path);

      return g_build_filename (folder, link, NULL);
    }
}

static gboolean
open_direct (RapSafeFile  *self,
             const char   *path,
             GError      **error)
{
  self->fd = open (path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
  return self->fd >= 0 || fail (self, "cannot be opened", errno, error);
}

/* The permissions of what is replaced, or what a new file would get. */
static mode_t
choose_mode (const struct stat *old)
{
  mode_t mask;

  if (old != NULL)
    return old->st_mode & 0777;
  mask = umask (0);
  umask (mask);
  return 0666 & ~mask;
}

static gboolean
open_temporary (RapSafeFile       *self,
                const struct stat *old,
                GError           **error)
{
  g_autofree char *folder = g_path_get_dirname (self->target);
  int code;

  self->temporary = g_build_filename (folder, ".rapporteur-XXXXXX", NULL);
  self->fd = g_mkstemp_full (self->temporary, O_RDWR | O_CLOEXEC, 0600);
  if (self->fd >= 0 && fchmod (self->fd, choose_mode (old)) == 0)
    return TRUE;
  code = errno;
  if (self->fd < 0)
    g_clear_pointer (&self->temporary, g_free);
  return fail (self, "cannot be written", code, error);
}

static gboolean
open_path (RapSafeFile  *self,
           const char   *path,
           GError      **error)
{
  struct stat old;
  gboolean exists;

  if (strcmp (path, "-") == 0)
    {
      self->fd = fcntl (STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
      return self->fd >= 0 || fail (self, "cannot be written", errno, error);
    }
  self->target = resolve (path);
  exists = stat (self->target, &old) == 0;
  if (exists && S_ISDIR (old.st_mode))
    return fail (self, "cannot be written", EISDIR, error);
  if (exists && access (self->target, W_OK) != 0)
    return fail (self, "cannot be written", errno, error);
  if (!exists || S_ISREG (old.st_mode))
    return open_temporary (self, exists ? &old : NULL, error);
  g_clear_pointer (&self->target, g_free);
  return open_direct (self, path, error);
}

RapSafeFile *
rap_safe_file_open (const char  *path,
                    GError     **error)
{
  g_autoptr (RapSafeFile) self = g_new0 (RapSafeFile, 1);

  self->fd = -1;
  self->name = strcmp (path, "-") == 0 ? g_strdup ("standard output") : g_filename_display_name (path);
  return open_path (self, path, error) ? g_steal_pointer (&self) : NULL;
}

gboolean
rap_safe_file_write (const char  *data,
                     gsize        length,
                     gpointer     file,
                     GError     **error)
{
  RapSafeFile *self = file;

  while (length > 0)
    {
      ssize_t written = write (self->fd, data, length);

      if (written < 0 && errno != EINTR)
        return fail (self, "cannot be written", errno, error);
      data += MAX (written, 0);
      length -= MAX (written, 0);
    }
  return TRUE;
}

static gboolean
sync_folder (RapSafeFile  *self,
             GError      **error)
{
  g_autofree char *folder = g_path_get_dirname (self->target);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  int code = 0;

  /* some file systems cannot sync a folder; the rename has been done */
  if (fd < 0)
    return TRUE;
  if (fsync (fd) != 0 && errno != EINVAL)
    code = errno;
  close (fd);
  return code == 0 || fail (self, "the folder cannot be synced", code, error);
}

static gboolean
close_file (RapSafeFile  *self,
            GError      **error)
{
  int fd = self->fd;

  self->fd = -1;
  return close (fd) == 0 || fail (self, "cannot be written", errno, error);
}

gboolean
rap_safe_file_commit (RapSafeFile  *self,
                      GError      **error)
{
  if (self->temporary == NULL)
    return close_file (self, error);
  if (fsync (self->fd) != 0)
    return fail (self, "cannot be synced", errno, error);
  if (!close_file (self, error))
    return FALSE;
  if (rename (self->temporary, self->target) != 0)
    return fail (self, "cannot be put in its place", errno, error);
  g_clear_pointer (&self->temporary, g_free);
  return sync_folder (self, error);
}

void
rap_safe_file_free (RapSafeFile *self)
{
  if (self->fd >= 0)
    close (self->fd);
  if (self->temporary != NULL)
    unlink (self->temporary);
  g_free (self->temporary);
  g_free (self->target);
  g_free (self->name);
  g_free (self);
}
