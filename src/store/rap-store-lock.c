/* rap-store-lock.c
 *
 * Two writers never exist. The writer holds an open-file-description lock on a
 * byte of the project file far beyond those SQLite locks; it goes with the
 * process, so it is never stale, and it is on the file, so links and other
 * names of it lead to the same lock.
 *
 * Closing any descriptor of a file drops all POSIX locks this process has on
 * it, SQLite's among them. So the descriptors opened here are kept until no
 * store of this process has the file open, and the table of open files below,
 * shared by all threads, knows when that is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define LOCK_BYTE (G_GINT64_CONSTANT (1) << 40)

/* One file that stores of this process have open. */
typedef struct
{
  dev_t   device;
  ino_t   inode;
  guint   n_users;
  int     writer;      /* descriptor that holds the lock, or -1 */
  GArray *descriptors; /* int: all that were opened, the last one good for reading */
} OpenFile;

struct _RapStoreLock
{
  OpenFile *file;
  gboolean  is_writer;
};

static GMutex mutex;
static GPtrArray *open_files;   /* OpenFile; NULL while there is none */

static OpenFile *
find_open_file (const struct stat *info)
{
  for (guint i = 0; open_files != NULL && i < open_files->len; i++)
    {
      OpenFile *file = g_ptr_array_index (open_files, i);

      if (file->device == info->st_dev && file->inode == info->st_ino)
        return file;
    }
  return NULL;
}

static OpenFile *
add_open_file (const struct stat *info)
{
  OpenFile *file = g_new0 (OpenFile, 1);

  file->device = info->st_dev;
  file->inode = info->st_ino;
  file->writer = -1;
  file->descriptors = g_array_new (FALSE, FALSE, sizeof (int));
  if (open_files == NULL)
    open_files = g_ptr_array_new ();
  g_ptr_array_add (open_files, file);
  return file;
}

static void
forget_if_unused (OpenFile *file)
{
  if (file->n_users > 0)
    return;
  for (guint i = 0; i < file->descriptors->len; i++)
    close (g_array_index (file->descriptors, int, i));
  g_array_unref (file->descriptors);
  g_ptr_array_remove_fast (open_files, file);
  if (open_files->len == 0)
    g_clear_pointer (&open_files, g_ptr_array_unref);
  g_free (file);
}

static gboolean
set_lock (int   descriptor,
          short type)
{
  struct flock lock = { .l_type = type, .l_whence = SEEK_SET, .l_start = LOCK_BYTE, .l_len = 1 };

  return fcntl (descriptor, F_OFD_SETLK, &lock) == 0;
}

static gboolean
set_system_error (const char  *path,
                  int          cause,
                  GError     **error)
{
  RapError code = cause == ENOENT || cause == ENOTDIR ? RAP_ERROR_NOT_FOUND
                : cause == EACCES || cause == EPERM || cause == EROFS ? RAP_ERROR_READ_ONLY
                : RAP_ERROR_IO;

  g_set_error (error, RAP_ERROR, code, "%s: cannot be opened: %s", path, g_strerror (cause));
  return FALSE;
}

static gboolean
set_locked (const char  *path,
            GError     **error)
{
  g_set_error (error, RAP_ERROR, RAP_ERROR_LOCKED,
               "%s: is already open for editing in another window or program", path);
  return FALSE;
}

/* What is no regular file is refused before it is opened: opening a pipe waits. */
static gboolean
inspect (const char   *path,
         struct stat  *info,
         GError      **error)
{
  const char *what = NULL;

  if (stat (path, info) != 0)
    return set_system_error (path, errno, error);
  if (S_ISDIR (info->st_mode))
    what = "it is a folder";
  else if (!S_ISREG (info->st_mode))
    what = "it is no ordinary file";
  else if (info->st_size == 0)
    what = "the file is empty";
  if (what != NULL)
    g_set_error (error, RAP_ERROR, RAP_ERROR_FOREIGN, "%s: is not a Rapporteur project: %s", path, what);
  return what == NULL;
}

static gboolean
take_file (OpenFile    *file,
           const char  *path,
           gboolean     for_writing,
           GError     **error)
{
  int descriptor;

  if (for_writing && file->writer >= 0)
    return set_locked (path, error);
  if (!for_writing && file->descriptors->len > 0)
    return TRUE;

  descriptor = open (path, (for_writing ? O_RDWR : O_RDONLY) | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (descriptor < 0)
    return set_system_error (path, errno, error);
  g_array_append_val (file->descriptors, descriptor);
  if (!for_writing)
    return TRUE;
  if (set_lock (descriptor, F_WRLCK))
    file->writer = descriptor;
  else if (errno == EAGAIN || errno == EACCES)
    return set_locked (path, error);
  else
    return set_system_error (path, errno, error);
  return TRUE;
}

RapStoreLock *
rap_store_lock_acquire (const char  *path,
                        gboolean     for_writing,
                        GError     **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  RapStoreLock *self = NULL;
  struct stat info;
  OpenFile *file;

  if (!inspect (path, &info, error))
    return NULL;
  file = find_open_file (&info);
  if (file == NULL)
    file = add_open_file (&info);
  if (take_file (file, path, for_writing, error))
    {
      self = g_new0 (RapStoreLock, 1);
      self->file = file;
      self->is_writer = for_writing;
      file->n_users++;
    }
  forget_if_unused (file);
  return self;
}

void
rap_store_lock_release (RapStoreLock *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  self->file->n_users--;
  if (self->is_writer)
    {
      set_lock (self->file->writer, F_UNLCK);
      self->file->writer = -1;
    }
  forget_if_unused (self->file);
  g_free (self);
}

gboolean
rap_store_lock_is_written (RapStoreLock *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  GArray *descriptors = self->file->descriptors;
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = LOCK_BYTE, .l_len = 1 };

  return self->file->writer >= 0
      || (fcntl (g_array_index (descriptors, int, descriptors->len - 1), F_OFD_GETLK, &lock) == 0
          && lock.l_type != F_UNLCK);
}

gssize
rap_store_lock_read (RapStoreLock *self,
                     gpointer      buffer,
                     gsize         size)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  GArray *descriptors = self->file->descriptors;

  return pread (g_array_index (descriptors, int, descriptors->len - 1), buffer, size, 0);
}

void
rap_store_lock_settle (RapStoreLock *self)
{
  int descriptor;

  g_mutex_lock (&mutex);
  descriptor = g_array_index (self->file->descriptors, int, self->file->descriptors->len - 1);
  g_mutex_unlock (&mutex);
  fdatasync (descriptor);
}
