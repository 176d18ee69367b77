/* rap-unpack.c
 *
 * Files taken apart: bytes are read, identified by what they are (never by
 * their name), and archives, feeds, mailboxes and lists of articles handed on
 * part by part, so that none is in memory as a whole.
 *
 * What bounds the work: a file of 256 MB, archives two deep, and what each
 * reader says of itself (rap-part.h).
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
#include "rap-native-reader.h"

/* Above this a file is no article. */
#define MAX_BYTES    (256 * 1024 * 1024)
/* How deep archives may lie in each other, and any other file in them. */
#define MAX_ARCHIVES 2
#define MAX_DEPTH    4
#define CHUNK        (64 * 1024)

/* One file on its way through the containers in it. */
typedef struct
{
  const char         *file;
  const RapUnpacking *how;
  gsize               length;     /* of the file as its reader sees it */
  gsize               n_bytes;    /* handed out so far, where readers do not tell their position */
  double              share;      /* of the file done so far */
  guint               n_entries;  /* of the outermost container so far */
  guint               n_pieces;   /* handed out or passed over so far */
  gboolean            stopped;
} Opening;

/* A container in it. */
typedef struct
{
  Opening    *opening;
  const char *within;
  guint       depth;
} Level;

/* @expected: bytes, as far as is known. */
static GBytes *
read_stream (int      fd,
             gsize    expected,
             GError **error)
{
  gsize capacity = MIN (expected, MAX_BYTES) + CHUNK, length = 0;
  g_autofree char *data = g_malloc (capacity);
  ssize_t n = 1;

  while ((n > 0 || (n < 0 && errno == EINTR)) && length <= MAX_BYTES)
    {
      if (length == capacity)
        data = g_realloc (data, capacity *= 2);
      n = read (fd, data + length, capacity - length);
      length += (gsize) MAX (n, 0);
    }
  if (n < 0)
    {
      g_set_error (error, RAP_ERROR, RAP_ERROR_IO, "it cannot be read: %s", g_strerror (errno));
      return NULL;
    }
  if (length > MAX_BYTES)
    {
      g_set_error (error, RAP_ERROR, RAP_ERROR_NOT_TEXT, "it is larger than 256 MB: no article is");
      return NULL;
    }
  return g_bytes_new_take (g_steal_pointer (&data), length);
}

static GBytes *
read_path (const char  *path,
           GError     **error)
{
  struct stat status;
  GBytes *bytes;
  int fd;

  if (g_str_equal (path, "-"))
    return read_stream (STDIN_FILENO, 0, error);

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
  bytes = read_stream (fd, (gsize) MAX (status.st_size, 0), error);
  close (fd);
  return bytes;
}

static char *
join_names (const char *within,
            const char *name)
{
  if (within == NULL)
    return g_strdup (name);
  return name != NULL ? g_strdup_printf ("%s, %s", within, name) : g_strdup (within);
}

/* TRUE: @part is known by what the user says or by its first bytes. */
static gboolean
identify_own (RapPart    *part,
              const char *format)
{
  static const struct
  {
    const char *nick;
    RapPartKind kind;
  } kinds[] = {
    { "text", RAP_PART_TEXT }, { "html", RAP_PART_HTML }, { "json", RAP_PART_NATIVE }, { "qdc", RAP_PART_CODEBOOK },
  };
  gsize length;
  const char *data = g_bytes_get_data (part->bytes, &length);

  for (guint i = 0; format != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (format, kinds[i].nick))
      {
        part->kind = kinds[i].kind;
        return TRUE;
      }
  if (format != NULL && !g_str_equal (format, "auto"))
    return FALSE;
  if (length > 0 && rap_qdc_sniff (data, length))
    part->kind = RAP_PART_CODEBOOK;
  else if (length > 0 && rap_native_sniff (data, length))
    part->kind = RAP_PART_NATIVE;
  return part->kind != RAP_PART_FILE;
}

/* What the bytes of @part are, where it does not say so itself: sets its kind;
 * returns who takes it apart, or NULL. */
static const RapPartReader *
identify (RapPart    *part,
          const char *format)
{
  const RapPartReader *reader;

  if (part->kind != RAP_PART_FILE || part->bytes == NULL || identify_own (part, format))
    return NULL;
  reader = rap_part_reader_find (part->bytes, format);
  if (reader != NULL)
    return reader;
  switch (rap_detect_kind (part->bytes))
    {
    case RAP_FILE_JSON:
      part->kind = RAP_PART_NATIVE;
      break;
    case RAP_FILE_HTML:
      part->kind = RAP_PART_HTML;
      break;
    case RAP_FILE_TEXT:
    case RAP_FILE_UNKNOWN:
    default:
      part->kind = RAP_PART_TEXT;
      break;
    }
  return NULL;
}

/* Only the outermost container knows where in the file it is. */
static void
note_share (Opening       *opening,
            const RapPart *part,
            guint          depth)
{
  gsize at = part->position;

  if (depth > 1 || opening->length == 0)
    return;
  if (part->bytes != NULL)
    opening->n_bytes += g_bytes_get_size (part->bytes);
  if (at == 0)
    at = opening->n_bytes;
  opening->share = CLAMP ((double) at / (double) opening->length, opening->share, 1.0);
}

static void
hand_out (Opening     *opening,
          RapIncoming *incoming)
{
  incoming->done = opening->share;
  opening->n_pieces++;
  if (!opening->how->func (incoming, opening->how->user_data))
    opening->stopped = TRUE;
}

static void take_apart (Opening *opening, const Level *level, const RapPart *part, const char *format);

static gboolean
take_part_cb (const RapPart *part,
              gpointer       user_data)
{
  const Level *level = user_data;

  take_apart (level->opening, level, part, NULL);
  return !level->opening->stopped;
}

/* A part of the file itself. */
static gboolean
take_entry_cb (const RapPart *part,
               gpointer       user_data)
{
  const Level *level = user_data;
  Opening *opening = level->opening;
  const RapUnpacking *how = opening->how;

  if (++opening->n_entries <= how->skip)
    {
      opening->n_pieces++;
      return TRUE;
    }
  if (how->entry != NULL)
    how->entry (TRUE, part->name, how->user_data);
  take_apart (opening, level, part, NULL);
  if (how->entry != NULL)
    how->entry (FALSE, NULL, how->user_data);
  return !opening->stopped;
}

static void
open_container (Opening             *opening,
                const Level         *level,
                const RapPart       *part,
                const RapPartReader *reader)
{
  g_autofree char *within = join_names (level->within, part->name);
  Level below = { opening, within, level->depth + 1 };
  gboolean is_many = rap_part_reader_is_many (reader);
  guint n_before = opening->n_pieces;
  g_autoptr (GError) error = NULL;

  if (is_many && level->depth >= MAX_ARCHIVES)
    g_set_error_literal (&error, RAP_ERROR, RAP_ERROR_FORMAT,
                         "it is an archive within two others; unpack it and import the files");
  else if (level->depth >= MAX_DEPTH)
    g_set_error_literal (&error, RAP_ERROR, RAP_ERROR_FORMAT, "it lies too deep in other files");
  else if (reader->read (part->bytes, level->depth == 0 ? take_entry_cb : take_part_cb, &below, &error)
           && opening->n_pieces == n_before)
    g_set_error_literal (&error, RAP_ERROR, RAP_ERROR_EMPTY, "there is nothing in it that could be imported");
  if (error != NULL && !opening->stopped)
    hand_out (opening, rap_incoming_new_error (opening->file, within, g_steal_pointer (&error)));
}

/* Readers know eight-bit bytes alone: UTF-16 and UTF-32 as UTF-8, without the XML
 * declaration that says otherwise. NULL: it is neither. */
static GBytes *
narrow (GBytes *bytes)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = NULL;
  const char *start, *end;

  if (length < 4 || (memchr (data, '\0', 4) == NULL && memcmp (data, "\xff\xfe", 2) != 0 && memcmp (data, "\xfe\xff", 2) != 0))
    return NULL;
  text = rap_decode (bytes, NULL, NULL, NULL);
  if (text == NULL)
    return NULL;
  end = g_str_has_prefix (text, "<?xml") ? strstr (text, "?>") : NULL;
  start = end != NULL ? end + 2 : text;
  return g_bytes_new (start, strlen (start));
}

/* As identify(); a page in wide characters is left to be decoded as it is. */
static const RapPartReader *
identify_wide (RapPart    *part,
               const char *format)
{
  GBytes *bytes = part->kind == RAP_PART_FILE && part->bytes != NULL ? narrow (part->bytes) : NULL;
  RapPart narrowed = { .kind = RAP_PART_FILE, .bytes = bytes };
  const RapPartReader *reader = bytes != NULL ? identify (&narrowed, format) : NULL;

  if (reader == NULL && narrowed.kind != RAP_PART_NATIVE && narrowed.kind != RAP_PART_CODEBOOK)
    {
      g_clear_pointer (&bytes, g_bytes_unref);
      part->bytes = part->bytes != NULL ? g_bytes_ref (part->bytes) : NULL;
      return identify (part, format);
    }
  part->kind = narrowed.kind;
  part->bytes = bytes;
  return reader;
}

static void
take_apart (Opening       *opening,
            const Level   *level,
            const RapPart *part,
            const char    *format)
{
  RapPart known = *part;
  const RapPartReader *reader = identify_wide (&known, format);
  g_autoptr (GBytes) bytes = known.bytes;
  g_autofree char *where = NULL;

  if (level->depth == 0 && bytes != NULL)
    opening->length = g_bytes_get_size (bytes);
  if (reader == NULL || level->depth > 0)
    note_share (opening, part, level->depth);
  if (reader != NULL)
    {
      open_container (opening, level, &known, reader);
      return;
    }
  where = join_names (level->within, part->name);
  hand_out (opening, rap_incoming_new (opening->file, where, &known, opening->how->keep_boilerplate));
}

void
rap_unpack_bytes (GBytes             *bytes,
                  const char         *name,
                  const RapUnpacking *how)
{
  Opening opening = { name, how };
  Level level = { &opening, NULL, 0 };
  RapPart part = { .kind = RAP_PART_FILE, .bytes = bytes };

  take_apart (&opening, &level, &part, how->format);
}

void
rap_unpack_file (const char         *path,
                 const RapUnpacking *how)
{
  GError *error = NULL;
  g_autoptr (GBytes) bytes = read_path (path, &error);

  if (bytes != NULL)
    rap_unpack_bytes (bytes, path, how);
  else
    how->func (rap_incoming_new_error (path, NULL, error), how->user_data);
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
rap_unpack_expand (const char *path)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);

  expand_into (files, path, 0);
  return files;
}
