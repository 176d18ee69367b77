/* rap-incoming.c
 *
 * The worker's half of an import: bytes from a file or a stream, decoded and
 * extracted. Touches no project and no shared state.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-importing-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "rap-codebook-qdc.h"
#include "rap-decode.h"

/* Above this a file is no article. */
#define MAX_BYTES (256 * 1024 * 1024)

static GBytes *
read_stream (int      fd,
             GError **error)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();
  guint8 buffer[64 * 1024];
  ssize_t n;

  while ((n = read (fd, buffer, sizeof buffer)) != 0)
    {
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          g_set_error (error, RAP_ERROR, RAP_ERROR_IO, "it cannot be read: %s", g_strerror (errno));
          return NULL;
        }
      g_byte_array_append (all, buffer, (guint) n);
      if (all->len > MAX_BYTES)
        {
          g_set_error (error, RAP_ERROR, RAP_ERROR_NOT_TEXT, "it is larger than 256 MB: no article is");
          return NULL;
        }
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

static GBytes *
read_path (const char  *path,
           GError     **error)
{
  struct stat status;
  GBytes *bytes;
  int fd;

  if (g_str_equal (path, "-"))
    return read_stream (STDIN_FILENO, error);

  fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  if (fd < 0)
    {
      g_set_error (error, RAP_ERROR, errno == ENOENT ? RAP_ERROR_NOT_FOUND : RAP_ERROR_IO,
                   "it cannot be opened: %s", g_strerror (errno));
      return NULL;
    }
  if (fstat (fd, &status) != 0 || !S_ISREG (status.st_mode))
    {
      close (fd);
      g_set_error (error, RAP_ERROR, RAP_ERROR_NOT_TEXT, "it is not a regular file");
      return NULL;
    }
  bytes = read_stream (fd, error);
  close (fd);
  return bytes;
}

static RapFileKind
parse_format (const char *format,
              GBytes     *bytes)
{
  static const RapFileKind kinds[] = { RAP_FILE_TEXT, RAP_FILE_HTML, RAP_FILE_JSON };

  for (guint i = 0; format != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (format, rap_file_kind_get_nick (kinds[i])))
      return kinds[i];
  return rap_detect_kind (bytes);
}

static void
extract (RapIncoming *self,
         GBytes      *bytes,
         RapFileKind  kind)
{
  g_autofree char *utf8 = rap_decode_counted (bytes, NULL, &self->charset, &self->n_replaced, &self->error);

  if (utf8 != NULL)
    self->page = kind == RAP_FILE_HTML ? rap_extract_html (utf8) : rap_extract_text (utf8);
}

static gboolean
is_codebook (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return rap_qdc_sniff (data, length);
}

static void
fill (RapIncoming *self,
      GBytes      *bytes,
      const char  *format)
{
  RapFileKind kind = parse_format (format, bytes);
  gboolean found = format == NULL || g_str_equal (format, "auto");

  if (g_strcmp0 (format, "qdc") == 0 || (found && is_codebook (bytes)))
    self->codebook = rap_decode_counted (bytes, NULL, &self->charset, &self->n_replaced, &self->error);
  else if (kind == RAP_FILE_JSON)
    self->native = g_bytes_ref (bytes);
  else
    extract (self, bytes, kind);
}

RapIncoming *
rap_incoming_new (GBytes     *bytes,
                  const char *name,
                  const char *format)
{
  RapIncoming *self = g_new0 (RapIncoming, 1);

  self->file = g_strdup (name);
  fill (self, bytes, format);
  return self;
}

RapIncoming *
rap_incoming_read (const char *path,
                   const char *format)
{
  RapIncoming *self = g_new0 (RapIncoming, 1);
  g_autoptr (GBytes) bytes = NULL;

  self->file = g_strdup (path);
  bytes = read_path (path, &self->error);
  if (bytes != NULL)
    fill (self, bytes, format);
  return self;
}

void
rap_incoming_free (RapIncoming *self)
{
  g_free (self->file);
  g_clear_pointer (&self->native, g_bytes_unref);
  g_free (self->codebook);
  g_clear_pointer (&self->page, rap_extract_free);
  g_free (self->charset);
  g_clear_error (&self->error);
  g_free (self);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static void
expand_into (GPtrArray  *files,
             const char *path,
             guint       depth)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (depth < 32 && !g_str_equal (path, "-") && g_file_test (path, G_FILE_TEST_IS_DIR)
      && (depth == 0 || !g_file_test (path, G_FILE_TEST_IS_SYMLINK)))
    dir = g_dir_open (path, 0, NULL);
  if (dir == NULL)
    {
      g_ptr_array_add (files, g_strdup (path));
      return;
    }

  while ((name = g_dir_read_name (dir)) != NULL)
    if (*name != '.')
      g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    expand_into (files, g_ptr_array_index (names, i), depth + 1);
}

GPtrArray *
rap_incoming_expand (const char *path)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);

  expand_into (files, path, 0);
  return files;
}
