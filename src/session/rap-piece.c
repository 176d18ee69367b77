/* rap-piece.c
 *
 * Files taken apart: bytes are read, identified by what they are (never by
 * their name), and archives, feeds and lists of articles handed on piece by
 * piece, so that none is in memory as a whole. Any thread.
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
#include <sys/stat.h>
#include <unistd.h>

#include "rap-codebook-qdc.h"
#include "rap-decode.h"
#include "rap-native-reader.h"

/* Above this a file is no article. */
#define MAX_BYTES (256 * 1024 * 1024)
#define MAX_DEPTH 2
#define CHUNK     (64 * 1024)

/* One file on its way through the containers in it. */
typedef struct
{
  const char   *file;
  RapPieceFunc  func;
  gpointer      user_data;
  gsize         length;     /* of the file */
  gsize         n_bytes;    /* handed out so far, where readers do not tell their position */
  double        share;      /* of the file done so far */
  guint         n_pieces;
  gboolean      stopped;
} Opening;

/* A container in it. */
typedef struct
{
  Opening    *opening;
  const char *within;
  guint       depth;
} Level;

static GBytes *
read_stream (int      fd,
             gsize    expected,
             GError **error)
{
  g_autoptr (GByteArray) all = g_byte_array_sized_new ((guint) MIN (expected, MAX_BYTES) + CHUNK);
  ssize_t n;

  do
    {
      guint length = all->len;

      g_byte_array_set_size (all, length + CHUNK);
      n = read (fd, all->data + length, CHUNK);
      g_byte_array_set_size (all, length + (guint) MAX (n, 0));
      if (all->len > MAX_BYTES)
        {
          g_set_error (error, RAP_ERROR, RAP_ERROR_NOT_TEXT, "it is larger than 256 MB: no article is");
          return NULL;
        }
    }
  while (n > 0 || (n < 0 && errno == EINTR));
  if (n < 0)
    {
      g_set_error (error, RAP_ERROR, RAP_ERROR_IO, "it cannot be read: %s", g_strerror (errno));
      return NULL;
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

RapPiece *
rap_piece_new (const char    *file,
               const char    *within,
               const RapPart *part)
{
  RapPiece *self = g_new0 (RapPiece, 1);

  self->file = g_strdup (file);
  self->part = (RapPart) {
    .kind = part->kind,
    .name = join_names (within, part->name),
    .bytes = part->bytes != NULL ? g_bytes_ref (part->bytes) : NULL,
    .charset = g_strdup (part->charset),
    .title = g_strdup (part->title),
    .published = g_strdup (part->published),
    .outlet = g_strdup (part->outlet),
    .byline = g_strdup (part->byline),
    .url = g_strdup (part->url),
    .language = g_strdup (part->language),
    .where = part->where,
    .position = part->position,
    .error = part->error != NULL ? g_error_copy (part->error) : NULL,
  };
  return self;
}

void
rap_piece_free (RapPiece *self)
{
  g_free (self->file);
  rap_part_clear (&self->part);
  g_free (self);
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

const RapPartReader *
rap_piece_identify (RapPart    *part,
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
static double
get_share (Opening       *opening,
           const RapPart *part,
           guint          depth)
{
  gsize at = part->position;

  if (depth > 1 || opening->length == 0)
    return opening->share;
  if (part->bytes != NULL)
    opening->n_bytes += g_bytes_get_size (part->bytes);
  if (at == 0)
    at = opening->n_bytes;
  opening->share = CLAMP ((double) at / (double) opening->length, opening->share, 1.0);
  return opening->share;
}

static void
hand_out (Opening             *opening,
          const Level         *level,
          const RapPart       *part,
          const RapPartReader *reader)
{
  RapPiece *piece = rap_piece_new (opening->file, level->within, part);

  piece->reader = reader;
  piece->depth = level->depth;
  piece->done = get_share (opening, part, level->depth);
  opening->n_pieces++;
  if (!opening->func (piece, opening->user_data))
    opening->stopped = TRUE;
}

static void
hand_out_error (Opening     *opening,
                const Level *level,
                GError      *error)
{
  g_auto (RapPart) part = { .kind = RAP_PART_FILE, .error = error };

  hand_out (opening, level, &part, NULL);
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

/* A container of many: its parts go out one by one. */
static void
open_container (Opening             *opening,
                const Level         *level,
                const RapPart       *part,
                const RapPartReader *reader)
{
  g_autofree char *within = join_names (level->within, part->name);
  Level below = { opening, within, level->depth + 1 };
  guint n_before = opening->n_pieces;
  g_autoptr (GError) error = NULL;

  if (level->depth >= MAX_DEPTH)
    g_set_error_literal (&error, RAP_ERROR, RAP_ERROR_FORMAT,
                         "it is an archive within two others; unpack it and import the files");
  else if (reader->read (part->bytes, take_part_cb, &below, &error) && opening->n_pieces == n_before)
    g_set_error_literal (&error, RAP_ERROR, RAP_ERROR_EMPTY, "there is nothing in it that could be imported");
  if (error != NULL && !opening->stopped)
    hand_out_error (opening, &below, g_steal_pointer (&error));
}

static void
take_apart (Opening       *opening,
            const Level   *level,
            const RapPart *part,
            const char    *format)
{
  RapPart known = *part;
  const RapPartReader *reader = rap_piece_identify (&known, format);

  if (reader != NULL && rap_part_reader_is_many (reader))
    open_container (opening, level, &known, reader);
  else
    hand_out (opening, level, &known, reader);
}

void
rap_piece_foreach_in_bytes (GBytes       *bytes,
                            const char   *name,
                            const char   *format,
                            RapPieceFunc  func,
                            gpointer      user_data)
{
  Opening opening = { name, func, user_data, g_bytes_get_size (bytes) };
  Level level = { &opening, NULL, 0 };
  RapPart part = { .kind = RAP_PART_FILE, .bytes = bytes };

  take_apart (&opening, &level, &part, format);
}

void
rap_piece_foreach_in_file (const char   *path,
                           const char   *format,
                           RapPieceFunc  func,
                           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = read_path (path, &error);

  if (bytes != NULL)
    {
      rap_piece_foreach_in_bytes (bytes, path, format, func, user_data);
    }
  else
    {
      Opening opening = { path, func, user_data };
      Level level = { &opening, NULL, 0 };

      hand_out_error (&opening, &level, g_steal_pointer (&error));
    }
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
