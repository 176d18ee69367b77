/* rap-mime.c
 *
 * The head is looked at by hand, because a text that begins with "Date: …" is
 * not a letter, and GMime would make one of anything.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-mime-private.h"

#include <string.h>

/* Groups in a field of addresses; GMime reads each within the one before it, on the stack. */
#define MAX_GROUPS 500
/* Longer fields, of which GMime makes many copies, are none. */
#define MAX_FIELD (4 * 1024 * 1024)
/* A head is not longer. */
#define MAX_HEAD (64 * 1024)

/* A field of the head: its name and its value with the lines that continue it. */
typedef struct
{
  const char *name;
  gsize       name_length;
  const char *value;
  gsize       value_length;
} Field;

static const struct
{
  const char *name;
  RapMimeFields field;
} known_fields[] = {
  { "From", RAP_MIME_FROM },
  { "Date", RAP_MIME_DATE },
  { "Subject", RAP_MIME_SUBJECT },
  { "MIME-Version", RAP_MIME_VERSION },
  { "Message-ID", RAP_MIME_TRANSPORT },
  { "Received", RAP_MIME_TRANSPORT },
  { "Return-Path", RAP_MIME_TRANSPORT },
  { "Delivered-To", RAP_MIME_TRANSPORT },
  { "DKIM-Signature", RAP_MIME_TRANSPORT },
  { "List-Id", RAP_MIME_TRANSPORT },
  { "To", RAP_MIME_TO },
  { "Snapshot-Content-Location", RAP_MIME_SNAPSHOT },
};

void
rap_mime_init (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      g_mime_init ();
      g_once_init_leave (&done, 1);
    }
}

static gsize
line_length (const char *p,
             const char *end)
{
  const char *newline = memchr (p, '\n', end - p);

  return newline != NULL ? (gsize) (newline - p) + 1 : (gsize) (end - p);
}

/* The field at *@p, which moves behind it; FALSE when there is none. */
static gboolean
take_field (const char **p,
            const char  *end,
            Field       *field)
{
  const char *start = *p;
  const char *colon = start;

  while (colon < end && (g_ascii_isalnum (*colon) || *colon == '-' || *colon == '_'))
    colon++;
  if (colon == start || colon == end || *colon != ':' || colon - start > 76)
    return FALSE;
  *p += line_length (start, end);
  while (*p < end && (**p == ' ' || **p == '\t'))
    *p += line_length (*p, end);
  *field = (Field) { start, colon - start, colon + 1, *p - colon - 1 };
  return TRUE;
}

static gboolean
holds (const Field *field,
       const char  *lower)
{
  g_autofree char *value = g_ascii_strdown (field->value, MIN (field->value_length, 2048));

  return strstr (value, lower) != NULL;
}

static RapMimeFields
judge_field (const Field *field)
{
  RapMimeFields found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (known_fields); i++)
    if (strlen (known_fields[i].name) == field->name_length
        && g_ascii_strncasecmp (known_fields[i].name, field->name, field->name_length) == 0)
      found |= known_fields[i].field;
  if (found == RAP_MIME_FROM && holds (field, "saved by "))
    found |= RAP_MIME_SNAPSHOT;
  if (found == RAP_MIME_FROM && holds (field, "@"))
    found |= RAP_MIME_ADDRESS;
  if (field->name_length == strlen ("Content-Type")
      && g_ascii_strncasecmp (field->name, "Content-Type", field->name_length) == 0)
    found |= holds (field, "multipart/related") ? RAP_MIME_RELATED : holds (field, "text/html") ? RAP_MIME_HTML : 0;
  return found;
}

RapMimeFields
rap_mime_sniff (const guint8 *data,
                gsize         length)
{
  const char *p = (const char *) data;
  const char *end = length > 0 ? p + MIN (length, MAX_HEAD) : p;
  RapMimeFields found = 0;
  Field field;

  if (length > 3 && memcmp (p, "\xef\xbb\xbf", 3) == 0)
    p += 3;
  while (p < end && (*p == '\n' || *p == '\r'))
    p++;
  if (end - p > 5 && memcmp (p, "From ", 5) == 0)
    {
      found |= RAP_MIME_MAILBOX;
      p += line_length (p, end);
    }
  while (p < end && *p != '\n' && *p != '\r')
    {
      if (!take_field (&p, end, &field))
        return 0;
      found |= judge_field (&field);
    }
  return found;
}

/* A field of addresses; GMime reads these at once. */
static gboolean
holds_addresses (const Field *field)
{
  static const char * const names[] = { "From", "To", "Cc", "Bcc", "Sender", "Reply-To" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (field->name_length == strlen (names[i]) && g_ascii_strncasecmp (field->name, names[i], field->name_length) == 0)
      return TRUE;
  return FALSE;
}

gboolean
rap_mime_is_sane (GBytes *bytes)
{
  gsize length;
  const char *p = g_bytes_get_data (bytes, &length);
  const char *end = length > 0 ? p + length : p;

  while (p < end)
    {
      Field field;
      guint n = 0;

      if (!take_field (&p, end, &field))
        {
          p += line_length (p, end);
          continue;
        }
      if (field.value_length > MAX_FIELD)
        return FALSE;
      for (gsize i = 0; holds_addresses (&field) && i < field.value_length; i++)
        n += field.value[i] == ':';
      if (n > MAX_GROUPS)
        return FALSE;
    }
  return TRUE;
}

GMimeParser *
rap_mime_parser_new (GBytes      *bytes,
                     GMimeFormat  format)
{
  g_autoptr (GMimeStream) stream = NULL;
  const char *data;
  gsize length;
  GMimeParser *parser;

  rap_mime_init ();
  data = g_bytes_get_data (bytes, &length);
  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      length -= 3;
    }
  while (length > 0 && (*data == '\n' || *data == '\r'))
    {
      data++;
      length--;
    }
  stream = g_mime_stream_mem_new_with_buffer (length > 0 ? data : "", length);
  parser = g_mime_parser_new_with_stream (stream);
  g_mime_parser_set_format (parser, format);
  return parser;
}

GMimeMessage *
rap_mime_parse_message (GMimeParser *parser)
{
  static const char *charsets[] = { "utf-8", "windows-1252", NULL };
  GMimeParserOptions *options;
  GMimeMessage *message;

  if (g_mime_parser_eos (parser))
    return NULL;
  options = g_mime_parser_options_new ();
  g_mime_parser_options_set_fallback_charsets (options, charsets);
  message = g_mime_parser_construct_message (parser, options);
  g_mime_parser_options_free (options);
  return message;
}

GBytes *
rap_mime_dup_content (GMimePart *part)
{
  GMimeDataWrapper *wrapper = g_mime_part_get_content (part);
  g_autoptr (GByteArray) array = g_byte_array_new ();
  g_autoptr (GMimeStream) stream = NULL;

  if (wrapper == NULL)
    return g_bytes_new (NULL, 0);
  stream = g_mime_stream_mem_new_with_byte_array (array);
  g_mime_stream_mem_set_owner (GMIME_STREAM_MEM (stream), FALSE);
  g_mime_data_wrapper_write_to_stream (wrapper, stream);
  return g_byte_array_free_to_bytes (g_steal_pointer (&array));
}

/* "cid" without its angle brackets equals the part's. */
static gboolean
has_id (GMimeObject *object,
        const char  *start)
{
  const char *id = g_mime_object_get_content_id (object);
  gsize length = strlen (start);

  if (id == NULL)
    return FALSE;
  if (*start == '<' && length > 2)
    return strlen (id) == length - 2 && strncmp (id, start + 1, length - 2) == 0;
  return g_str_equal (id, start);
}

static gboolean
can_be_root (GMimeObject *object)
{
  GMimeContentType *type = g_mime_object_get_content_type (object);

  return GMIME_IS_MULTIPART (object)
         || g_mime_content_type_is_type (type, "text", "html")
         || g_mime_content_type_is_type (type, "application", "xhtml+xml");
}

GMimeObject *
rap_mime_get_root (GMimeMultipart *related)
{
  const char *start = g_mime_content_type_get_parameter (g_mime_object_get_content_type (GMIME_OBJECT (related)), "start");
  int n = g_mime_multipart_get_count (related);

  for (int i = 0; start != NULL && i < n; i++)
    if (has_id (g_mime_multipart_get_part (related, i), start))
      return g_mime_multipart_get_part (related, i);
  for (int i = 0; i < n; i++)
    if (can_be_root (g_mime_multipart_get_part (related, i)))
      return g_mime_multipart_get_part (related, i);
  return n > 0 ? g_mime_multipart_get_part (related, 0) : NULL;
}

const char *
rap_mime_get_charset (GMimeObject *object)
{
  return g_mime_content_type_get_parameter (g_mime_object_get_content_type (object), "charset");
}
