/* rap-zip-reader.c
 *
 * A ZIP archive, one part a file in it, by libarchive. Nothing is ever written
 * to disk, and names are only shown; even so a name that leads out of the
 * archive, a link and what is encrypted are left out with a sentence each. What
 * a file manager hides (names with a dot, __MACOSX) is not there for us either.
 *
 * Against archive bombs: a file may expand to 128 MB, the archive to 1 GB and
 * to 200 times its own size (64 MB are always granted), 100,000 files. What was
 * read before a limit is reached has been handed out; then the reading fails.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-part.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define MAX_ENTRIES     100000
#define MAX_ENTRY_BYTES ((gsize) 128 << 20)
#define MAX_BYTES       ((gsize) 1 << 30)
#define MAX_RATIO       200
#define GRANTED_BYTES   ((gsize) 64 << 20)

/* One archive being read. */
typedef struct
{
  struct archive *archive;
  RapPartFunc     func;
  gpointer        user_data;
  gsize           max_bytes;
  gsize           n_bytes;    /* expanded so far */
  guint           n_entries;
} Reading;

typedef struct archive Archive;

static void
free_archive (Archive *archive)
{
  archive_read_free (archive);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, free_archive)

static gboolean
sniff (const guint8 *data,
       gsize         length)
{
  return length >= 4 && (memcmp (data, "PK\3\4", 4) == 0 || memcmp (data, "PK\5\6", 4) == 0);
}

/* The entry's name as UTF-8, with slashes. (transfer full) */
static char *
dup_name (struct archive_entry *entry)
{
  const char *name = archive_entry_pathname_utf8 (entry);
  char *clean;

  if (name == NULL)
    name = archive_entry_pathname (entry);
  clean = g_utf8_make_valid (name != NULL ? name : "", -1);
  return g_strdelimit (clean, "\\", '/');
}

static gboolean
leads_out (const char *name)
{
  g_auto (GStrv) steps = NULL;

  if (*name == '/' || (g_ascii_isalpha (name[0]) && name[1] == ':'))
    return TRUE;
  steps = g_strsplit (name, "/", -1);
  return g_strv_contains ((const char * const *) steps, "..");
}

static gboolean
is_hidden (const char *name)
{
  g_auto (GStrv) steps = g_strsplit (name, "/", -1);

  for (guint i = 0; steps[i] != NULL; i++)
    if (steps[i][0] == '.' || g_str_equal (steps[i], "__MACOSX"))
      return TRUE;
  return FALSE;
}

/* Why an entry is not even looked at, or NULL. */
static GError *
refuse (struct archive_entry *entry,
        const char           *name)
{
  if (leads_out (name))
    return g_error_new_literal (RAP_ERROR, RAP_ERROR_FORMAT, "its name leads out of the archive, so it was left out");
  if (archive_entry_filetype (entry) == AE_IFLNK || archive_entry_hardlink (entry) != NULL)
    return g_error_new_literal (RAP_ERROR, RAP_ERROR_NOT_TEXT, "it is a link, not a file");
  if (archive_entry_is_encrypted (entry))
    return g_error_new_literal (RAP_ERROR, RAP_ERROR_NOT_TEXT,
                                "it is locked with a password; unpack the archive and import the files");
  return NULL;
}

static gboolean
is_bomb (Reading  *self,
         GError  **error)
{
  if (self->n_bytes <= self->max_bytes)
    return FALSE;
  g_set_error (error, RAP_ERROR, RAP_ERROR_NOT_TEXT,
               "the archive expands to more than %" G_GSIZE_FORMAT " MB; the rest of it was left out", self->max_bytes >> 20);
  return TRUE;
}

/* NULL without an error: the archive as a whole is too much. */
static GBytes *
read_entry (Reading  *self,
            GError  **error)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();
  guint8 buffer[64 * 1024];
  la_ssize_t n;

  while ((n = archive_read_data (self->archive, buffer, sizeof buffer)) > 0)
    {
      self->n_bytes += (gsize) n;
      if (all->len + (gsize) n > MAX_ENTRY_BYTES)
        {
          g_set_error_literal (error, RAP_ERROR, RAP_ERROR_NOT_TEXT, "it is larger than 128 MB: no article is");
          return NULL;
        }
      if (self->n_bytes > self->max_bytes)
        return NULL;
      g_byte_array_append (all, buffer, (guint) n);
    }
  if (n < 0)
    {
      const char *reason = archive_error_string (self->archive);

      g_set_error (error, RAP_ERROR, RAP_ERROR_FORMAT, "it is damaged: %s", reason != NULL ? reason : "it cannot be unpacked");
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

/* FALSE: stop. */
static gboolean
take_entry (Reading              *self,
            struct archive_entry *entry)
{
  g_auto (RapPart) part = { .kind = RAP_PART_FILE, .name = dup_name (entry) };

  if (archive_entry_filetype (entry) == AE_IFDIR || g_str_has_suffix (part.name, "/"))
    return TRUE;
  part.error = refuse (entry, part.name);
  if (part.error == NULL && is_hidden (part.name))
    return TRUE;
  if (part.error == NULL)
    part.bytes = read_entry (self, &part.error);
  if (part.bytes == NULL && part.error == NULL)
    return TRUE;
  part.position = (gsize) MAX (archive_read_header_position (self->archive), 0);
  return self->func (&part, self->user_data);
}

static gboolean
read_entries (Reading  *self,
              GError  **error)
{
  struct archive_entry *entry;
  int status;

  while ((status = archive_read_next_header (self->archive, &entry)) == ARCHIVE_OK || status == ARCHIVE_WARN)
    {
      if (++self->n_entries > MAX_ENTRIES)
        {
          g_set_error_literal (error, RAP_ERROR, RAP_ERROR_NOT_TEXT,
                               "the archive holds more than 100,000 files; the rest of it was left out");
          return FALSE;
        }
      if (!take_entry (self, entry))
        return TRUE;
      if (is_bomb (self, error))
        return FALSE;
    }
  if (status == ARCHIVE_EOF && self->n_entries > 0)
    return TRUE;
  if (status == ARCHIVE_EOF)
    g_set_error_literal (error, RAP_ERROR, RAP_ERROR_EMPTY, "the archive is empty");
  else
    g_set_error (error, RAP_ERROR, RAP_ERROR_FORMAT, "the archive is damaged: %s",
                 archive_error_string (self->archive) != NULL ? archive_error_string (self->archive) : "it cannot be read");
  return FALSE;
}

static gboolean
read_zip (GBytes       *bytes,
          RapPartFunc   func,
          gpointer      user_data,
          GError      **error)
{
  g_autoptr (Archive) archive = archive_read_new ();
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);
  Reading reading = { archive, func, user_data, MIN (MAX_BYTES, MAX (GRANTED_BYTES, length * MAX_RATIO)), 0, 0 };

  archive_read_support_format_zip_seekable (archive);
  archive_read_support_filter_none (archive);
  if (archive_read_open_memory (archive, data, length) != ARCHIVE_OK)
    {
      g_set_error (error, RAP_ERROR, RAP_ERROR_FORMAT, "the archive is damaged: %s", archive_error_string (archive));
      return FALSE;
    }
  return read_entries (&reading, error);
}

const RapPartReader rap_zip_reader = { "zip", sniff, read_zip };
