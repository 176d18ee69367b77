/* rap-import-wire.c
 *
 * A frame is a head of three numbers, its members one behind the other, and the
 * blob, all in the machine's own byte order: both ends are the same build. A
 * string is its length and its bytes with a NUL; all ones are no string. Whoever
 * takes a member checks that it is there, strings that they are text, ranges
 * that they are in the text: the worst that a process gone wrong can bring is
 * nonsense. (GVariant does the same, at several times the cost.)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-import-wire.h"

#include <errno.h>
#include <string.h>
#include <sys/uio.h>

#include "rap-session-private.h"

/* Above this a frame is none; the largest blob is a native document of 256 MB. */
#define MAX_DATA_BYTES (512u << 20)
#define MAX_BLOB_BYTES (512u << 20)

#define NO_STRING G_MAXUINT32

typedef struct
{
  guint32 kind;
  guint32 n_data;
  guint32 n_blob;
} Head;

/* Where the taking of members is. */
typedef struct
{
  const guint8 *at;
  const guint8 *end;
  gboolean      broken;
} Cursor;

static gboolean
write_all (int           fd,
           struct iovec *parts,
           int           n_parts)
{
  while (n_parts > 0)
    {
      ssize_t n = writev (fd, parts, n_parts);

      if (n < 0 && errno != EINTR)
        return FALSE;
      for (n = MAX (n, 0); n_parts > 0 && (gsize) n >= parts->iov_len; n_parts--)
        n -= (ssize_t) (parts++)->iov_len;
      if (n_parts > 0)
        {
          parts->iov_base = (char *) parts->iov_base + n;
          parts->iov_len -= (gsize) n;
        }
    }
  return TRUE;
}

static gboolean
write_frame (int               fd,
             RapWireKind       kind,
             const GByteArray *members,
             const void       *blob,
             gsize             n_blob)
{
  Head head = { kind, members != NULL ? members->len : 0, (guint32) n_blob };
  struct iovec parts[] = {
    { &head, sizeof head },
    { members != NULL ? members->data : NULL, head.n_data },
    { (void *) blob, n_blob },
  };

  return write_all (fd, parts, G_N_ELEMENTS (parts));
}

static void
put (GByteArray    *members,
     gconstpointer  data,
     gsize          length)
{
  g_byte_array_append (members, data, (guint) length);
}

static void
put_number (GByteArray *members,
            guint32     number)
{
  put (members, &number, sizeof number);
}

static void
put_string (GByteArray *members,
            const char *string)
{
  gsize length = string != NULL ? strlen (string) : 0;

  put_number (members, string != NULL ? (guint32) length : NO_STRING);
  if (string != NULL)
    put (members, string, length + 1);
}

/* Text from a stranger's file. */
static void
put_text (GByteArray *members,
          const char *text)
{
  g_autofree char *valid = text == NULL || g_utf8_validate (text, -1, NULL) ? NULL : g_utf8_make_valid (text, -1);

  put_string (members, valid != NULL ? valid : text);
}

static gconstpointer
take (Cursor *cursor,
      gsize   length)
{
  gconstpointer data = cursor->at;

  if (cursor->broken || length > (gsize) (cursor->end - cursor->at))
    {
      cursor->broken = TRUE;
      return NULL;
    }
  cursor->at += length;
  return data;
}

static guint32
take_number (Cursor *cursor)
{
  gconstpointer data = take (cursor, sizeof (guint32));
  guint32 number = 0;

  if (data != NULL)
    memcpy (&number, data, sizeof number);
  return number;
}

/* Of how many things, each of so many bytes at least, there follow. */
static guint32
take_count (Cursor *cursor,
            gsize   size)
{
  guint32 count = take_number (cursor);

  if (count > (gsize) (cursor->end - cursor->at) / size)
    cursor->broken = TRUE;
  return cursor->broken ? 0 : count;
}

/* Bytes, as they are in names of files. (transfer full) (nullable) */
static char *
take_bytes (Cursor *cursor)
{
  guint32 length = take_number (cursor);
  const char *data = cursor->broken || length == NO_STRING ? NULL : take (cursor, (gsize) length + 1);

  if (data != NULL && data[length] != '\0')
    cursor->broken = TRUE;
  return data != NULL && !cursor->broken ? g_strndup (data, length) : NULL;
}

/* Text. (transfer full) (nullable) */
static char *
take_string (Cursor *cursor)
{
  char *string = take_bytes (cursor);

  if (string != NULL && !g_utf8_validate (string, -1, NULL))
    {
      cursor->broken = TRUE;
      g_clear_pointer (&string, g_free);
    }
  return string;
}

static Cursor
start_taking (const RapWireFrame *frame)
{
  return (Cursor) { frame->data, frame->data + frame->n_data, FALSE };
}

gboolean
rap_wire_write_hello (int fd)
{
  g_autoptr (GByteArray) members = g_byte_array_new ();

  put_string (members, RAP_VERSION);
  return write_frame (fd, RAP_WIRE_HELLO, members, NULL, 0);
}

gboolean
rap_wire_is_hello (const RapWireFrame *frame)
{
  Cursor cursor = start_taking (frame);
  g_autofree char *version = take_string (&cursor);

  return frame->kind == RAP_WIRE_HELLO && g_strcmp0 (version, RAP_VERSION) == 0;
}

gboolean
rap_wire_write_request (int                 fd,
                        const RapUnpacking *how,
                        const char * const *files,
                        guint               n_files,
                        GBytes             *bytes)
{
  g_autoptr (GByteArray) members = g_byte_array_new ();
  gsize length = 0;
  const void *data = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  put_string (members, how->format);
  put_number (members, how->keep_boilerplate);
  put_number (members, how->skip);
  put_number (members, bytes != NULL);
  put_number (members, n_files);
  for (guint i = 0; i < n_files; i++)
    put_string (members, files[i]);
  return write_frame (fd, RAP_WIRE_REQUEST, members, data, length);
}

gboolean
rap_wire_take_request (RapWireFrame  *frame,
                       RapUnpacking  *how,
                       char         **format,
                       GStrv         *files,
                       GBytes       **bytes)
{
  Cursor cursor = start_taking (frame);
  gboolean is_given;
  guint n_files;

  how->format = *format = take_string (&cursor);
  how->keep_boilerplate = take_number (&cursor) != 0;
  how->skip = take_number (&cursor);
  is_given = take_number (&cursor) != 0;
  n_files = take_count (&cursor, sizeof (guint32));
  *files = g_new0 (char *, n_files + 1);
  for (guint i = 0; i < n_files && !cursor.broken; i++)
    (*files)[i] = take_bytes (&cursor);
  *bytes = is_given ? g_bytes_new_take (g_steal_pointer (&frame->blob), frame->n_blob) : NULL;
  return frame->kind == RAP_WIRE_REQUEST && !cursor.broken;
}

gboolean
rap_wire_write_entry (int         fd,
                      gboolean    begins,
                      const char *name)
{
  g_autoptr (GByteArray) members = g_byte_array_new ();

  put_number (members, begins);
  put_text (members, name);
  return write_frame (fd, RAP_WIRE_ENTRY, members, NULL, 0);
}

gboolean
rap_wire_take_entry (const RapWireFrame  *frame,
                     gboolean            *begins,
                     char               **name)
{
  Cursor cursor = start_taking (frame);

  *begins = take_number (&cursor) != 0;
  *name = take_string (&cursor);
  return !cursor.broken;
}

gboolean
rap_wire_write_end (int fd)
{
  return write_frame (fd, RAP_WIRE_END, NULL, NULL, 0);
}

/* The members of a page that are strings, in the order of the frame. */
static const gsize page_strings[] = {
  G_STRUCT_OFFSET (RapExtract, title), G_STRUCT_OFFSET (RapExtract, outlet), G_STRUCT_OFFSET (RapExtract, published),
  G_STRUCT_OFFSET (RapExtract, byline), G_STRUCT_OFFSET (RapExtract, url), G_STRUCT_OFFSET (RapExtract, language),
};

static void
put_page (GByteArray        *members,
          const RapIncoming *self)
{
  const RapExtract *page = self->page;
  RapShingleSignature signature = rap_article_signature (self->article);

  for (guint i = 0; i < G_N_ELEMENTS (page_strings); i++)
    put_text (members, G_STRUCT_MEMBER (char *, page, page_strings[i]));
  put_number (members, g_str_equal (page->direction, "rtl"));
  put_number (members, page->ranges->len);
  put (members, page->ranges->data, page->ranges->len * sizeof (RapRange));
  put_number (members, page->found->len);
  for (guint i = 0; i < page->found->len; i++)
    {
      const RapExtractSource *source = g_ptr_array_index (page->found, i);

      put_string (members, source->member);
      put_text (members, source->where);
    }
  put (members, &signature, sizeof signature);
}

static GArray *
take_ranges (Cursor *cursor,
             guint   length)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (RapRange));
  guint last = 0;

  for (guint n = take_count (cursor, sizeof (RapRange)); n > 0; n--)
    {
      RapRange range = { take_number (cursor), take_number (cursor) };

      cursor->broken = cursor->broken || range.start < last || range.end <= range.start || range.end > length;
      g_array_append_val (ranges, range);
      last = range.end;
    }
  return ranges;
}

static void
source_free (RapExtractSource *source)
{
  g_free (source->member);
  g_free (source->where);
  g_free (source);
}

static GPtrArray *
take_sources (Cursor *cursor)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) source_free);

  for (guint n = take_count (cursor, 2 * sizeof (guint32)); n > 0 && !cursor->broken; n--)
    {
      RapExtractSource *source = g_new (RapExtractSource, 1);

      source->member = take_string (cursor);
      source->where = take_string (cursor);
      cursor->broken = cursor->broken || source->member == NULL || source->where == NULL;
      g_ptr_array_add (found, source);
    }
  return found;
}

static void
take_page (RapIncoming  *self,
           Cursor       *cursor,
           RapWireFrame *frame,
           gboolean      keep_boilerplate)
{
  RapText *text = rap_text_new (frame->blob);
  gconstpointer signature;

  if (text == NULL)
    {
      cursor->broken = TRUE;
      return;
    }
  self->page = g_new0 (RapExtract, 1);
  for (guint i = 0; i < G_N_ELEMENTS (page_strings); i++)
    G_STRUCT_MEMBER (char *, self->page, page_strings[i]) = take_string (cursor);
  self->page->direction = take_number (cursor) != 0 ? "rtl" : "ltr";
  self->page->text = g_steal_pointer (&frame->blob);
  self->page->ranges = take_ranges (cursor, rap_text_get_length (text));
  self->page->found = take_sources (cursor);
  rap_incoming_make_article (self, text, keep_boilerplate);
  signature = take (cursor, sizeof (RapShingleSignature));
  if (signature != NULL)
    rap_article_set_signature (self->article, signature);
}

/* What a frame brings; the blob is the text, the document or the codebook. */
typedef enum
{
  BRINGS_ERROR,
  BRINGS_PAGE,
  BRINGS_NATIVE,
  BRINGS_CODEBOOK,
} Brings;

static Brings
get_brings (const RapIncoming *self)
{
  if (self->error != NULL)
    return BRINGS_ERROR;
  if (self->page != NULL)
    return BRINGS_PAGE;
  return self->native != NULL ? BRINGS_NATIVE : BRINGS_CODEBOOK;
}

static void
put_error (GByteArray   *members,
           const GError *error)
{
  put_number (members, error->domain == RAP_ERROR ? (guint32) error->code : (guint32) RAP_ERROR_FORMAT);
  put_text (members, error->message);
}

static void
take_error (RapIncoming *self,
            Cursor      *cursor)
{
  int code = (int) take_number (cursor);
  g_autofree char *message = take_string (cursor);

  if (message != NULL)
    self->error = g_error_new_literal (RAP_ERROR, code, message);
  cursor->broken = cursor->broken || message == NULL;
}

gboolean
rap_wire_write_incoming (int                fd,
                         const RapIncoming *incoming)
{
  g_autoptr (GByteArray) members = g_byte_array_sized_new (1024);
  Brings brings = get_brings (incoming);
  const char *blob = NULL;
  gsize n_blob = 0;

  put_number (members, brings);
  put_text (members, incoming->part);
  put (members, &incoming->done, sizeof incoming->done);
  put_text (members, incoming->charset);
  put_number (members, incoming->n_replaced);
  if (brings == BRINGS_ERROR)
    put_error (members, incoming->error);
  else if (brings == BRINGS_PAGE)
    put_page (members, incoming);
  if (brings == BRINGS_NATIVE)
    blob = g_bytes_get_data (incoming->native, &n_blob);
  else if (brings != BRINGS_ERROR)
    n_blob = strlen (blob = brings == BRINGS_PAGE ? incoming->page->text : incoming->codebook);
  return write_frame (fd, RAP_WIRE_INCOMING, members, blob, n_blob);
}

static void
take_content (RapIncoming  *self,
              Brings        brings,
              Cursor       *cursor,
              RapWireFrame *frame,
              gboolean      keep_boilerplate)
{
  switch (brings)
    {
    case BRINGS_ERROR:
      take_error (self, cursor);
      break;
    case BRINGS_PAGE:
      take_page (self, cursor, frame, keep_boilerplate);
      break;
    case BRINGS_NATIVE:
      self->native = g_bytes_new_take (g_steal_pointer (&frame->blob), frame->n_blob);
      break;
    case BRINGS_CODEBOOK:
      cursor->broken = cursor->broken || !g_utf8_validate (frame->blob, (gssize) frame->n_blob, NULL);
      self->codebook = g_steal_pointer (&frame->blob);
      break;
    default:
      cursor->broken = TRUE;
      break;
    }
}

RapIncoming *
rap_wire_take_incoming (RapWireFrame *frame,
                        const char   *file,
                        gboolean      keep_boilerplate)
{
  g_autoptr (RapIncoming) self = g_new0 (RapIncoming, 1);
  Cursor cursor = start_taking (frame);
  Brings brings = take_number (&cursor);
  gconstpointer done;

  self->file = g_strdup (file);
  self->part = take_string (&cursor);
  done = take (&cursor, sizeof self->done);
  if (done != NULL)
    memcpy (&self->done, done, sizeof self->done);
  self->charset = take_string (&cursor);
  self->n_replaced = take_number (&cursor);
  take_content (self, brings, &cursor, frame, keep_boilerplate);
  return cursor.broken ? NULL : g_steal_pointer (&self);
}

static gboolean
is_sane (const Head *head)
{
  return head->kind < RAP_WIRE_N_KINDS && head->n_data <= MAX_DATA_BYTES && head->n_blob <= MAX_BLOB_BYTES;
}

gboolean
rap_wire_read (FILE         *from,
               RapWireFrame *frame)
{
  g_autofree guint8 *data = NULL;
  g_autofree char *blob = NULL;
  Head head;

  *frame = (RapWireFrame) { 0 };
  if (fread (&head, sizeof head, 1, from) != 1 || !is_sane (&head))
    return FALSE;
  data = g_try_malloc ((gsize) head.n_data + 1);
  blob = g_try_malloc ((gsize) head.n_blob + 1);
  if (data == NULL || blob == NULL || fread (data, 1, head.n_data, from) != head.n_data
      || fread (blob, 1, head.n_blob, from) != head.n_blob)
    return FALSE;
  blob[head.n_blob] = '\0';
  *frame = (RapWireFrame) { head.kind, g_steal_pointer (&data), head.n_data, g_steal_pointer (&blob), head.n_blob };
  return TRUE;
}

void
rap_wire_frame_clear (RapWireFrame *frame)
{
  g_clear_pointer (&frame->data, g_free);
  g_clear_pointer (&frame->blob, g_free);
}
