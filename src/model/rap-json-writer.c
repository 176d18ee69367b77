/* rap-json-writer.c
 *
 * Bytes are appended to one buffer that is handed on at CHUNK bytes. Strings
 * are copied in runs between the characters that need an escape, which are
 * found by a table; other UTF-8 goes out as it is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-json-writer.h"

#include <math.h>
#include <string.h>

#define CHUNK     (64 * 1024)
#define MAX_DEPTH 32

/* Owned by one thread. */
struct _RapJsonWriter
{
  char        *data;
  gsize        length;
  gsize        capacity;
  gboolean     pretty;
  guint        depth;
  gboolean     filled[MAX_DEPTH + 1];  /* whether the container at that depth has a value */
  RapJsonSink  sink;
  gpointer     user_data;
  GError      *error;                  /* the sink's first; nothing is written after it */
};

/* Room for @more bytes and a NUL. */
static inline char *
reserve (RapJsonWriter *self,
         gsize          more)
{
  if (self->length + more + 1 > self->capacity)
    {
      self->capacity = MAX (self->capacity * 2, self->length + more + 1);
      self->data = g_realloc (self->data, self->capacity);
    }

  return self->data + self->length;
}

static inline void
append (RapJsonWriter *self,
        const char    *bytes,
        gsize          length)
{
  memcpy (reserve (self, length), bytes, length);
  self->length += length;
}

static inline void
append_char (RapJsonWriter *self,
             char           c)
{
  *reserve (self, 1) = c;
  self->length++;
}

static void
hand_on (RapJsonWriter *self)
{
  if (self->error == NULL)
    self->sink (self->data, self->length, self->user_data, &self->error);
  self->length = 0;
}

static void
indent (RapJsonWriter *self)
{
  gsize width = 1 + 2 * self->depth;
  char *p = reserve (self, width);

  p[0] = '\n';
  memset (p + 1, ' ', width - 1);
  self->length += width;
}

/* 0 = as it is, 'u' = \u00xx, else the letter after the backslash. */
static inline char
get_escape (guchar c)
{
  if (c >= 0x20)
    return c == '"' || c == '\\' ? (char) c : 0;

  switch (c)
    {
    case '\n': return 'n';
    case '\t': return 't';
    case '\r': return 'r';
    case '\b': return 'b';
    case '\f': return 'f';
    default:   return 'u';
    }
}

static void
append_escape (RapJsonWriter *self,
               guchar         c)
{
  static const char digits[] = "0123456789abcdef";
  char escape = get_escape (c);
  char bytes[6] = { '\\', escape, '0', '0', digits[c >> 4], digits[c & 15] };

  append (self, bytes, escape == 'u' ? 6 : 2);
}

static void
append_string (RapJsonWriter *self,
               const char    *value)
{
  const char *run = value;
  const char *p = value;

  append_char (self, '"');
  for (; *p != '\0'; p++)
    {
      if (G_LIKELY (get_escape (*p) == 0))
        continue;
      append (self, run, p - run);
      append_escape (self, *p);
      run = p + 1;
    }
  append (self, run, p - run);
  append_char (self, '"');
}

static void
append_uint (RapJsonWriter *self,
             guint64        value)
{
  char digits[20];
  gsize start = sizeof digits;

  do
    {
      digits[--start] = '0' + value % 10;
      value /= 10;
    }
  while (value > 0);

  append (self, digits + start, sizeof digits - start);
}

/* Comma, line and name: what stands before a value. */
static void
begin_value (RapJsonWriter *self,
             const char    *member)
{
  if (self->depth > 0)
    {
      if (self->filled[self->depth])
        append_char (self, ',');
      if (self->pretty)
        indent (self);
    }
  self->filled[self->depth] = TRUE;

  if (member == NULL)
    return;
  append_string (self, member);
  append_char (self, ':');
  if (self->pretty)
    append_char (self, ' ');
}

static void
end_value (RapJsonWriter *self)
{
  if (self->sink != NULL && self->length >= CHUNK)
    hand_on (self);
}

static void
begin_container (RapJsonWriter *self,
                 const char    *member,
                 char           bracket)
{
  g_return_if_fail (self->depth < MAX_DEPTH);

  begin_value (self, member);
  append_char (self, bracket);
  self->filled[++self->depth] = FALSE;
}

static void
end_container (RapJsonWriter *self,
               char           bracket)
{
  gboolean filled;

  g_return_if_fail (self->depth > 0);

  filled = self->filled[self->depth--];
  if (filled && self->pretty)
    indent (self);
  append_char (self, bracket);
  end_value (self);
}

RapJsonWriter *
rap_json_writer_new (gboolean    pretty,
                     RapJsonSink sink,
                     gpointer    user_data)
{
  RapJsonWriter *self = g_new0 (RapJsonWriter, 1);

  self->pretty = pretty;
  self->sink = sink;
  self->user_data = user_data;
  self->capacity = sink != NULL ? CHUNK + CHUNK / 4 : 512;
  self->data = g_malloc (self->capacity);

  return self;
}

void
rap_json_writer_free (RapJsonWriter *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->data);
  g_clear_error (&self->error);
  g_free (self);
}

void
rap_json_writer_begin_object (RapJsonWriter *self,
                              const char    *member)
{
  begin_container (self, member, '{');
}

void
rap_json_writer_end_object (RapJsonWriter *self)
{
  end_container (self, '}');
}

void
rap_json_writer_begin_array (RapJsonWriter *self,
                             const char    *member)
{
  begin_container (self, member, '[');
}

void
rap_json_writer_end_array (RapJsonWriter *self)
{
  end_container (self, ']');
}

void
rap_json_writer_string (RapJsonWriter *self,
                        const char    *member,
                        const char    *value)
{
  begin_value (self, member);
  if (value != NULL)
    append_string (self, value);
  else
    append (self, "null", 4);
  end_value (self);
}

void
rap_json_writer_int (RapJsonWriter *self,
                     const char    *member,
                     gint64         value)
{
  begin_value (self, member);
  if (value < 0)
    append_char (self, '-');
  append_uint (self, value < 0 ? -(guint64) value : (guint64) value);
  end_value (self);
}

void
rap_json_writer_double (RapJsonWriter *self,
                        const char    *member,
                        double         value)
{
  static const char *formats[] = { "%.15g", "%.16g", "%.17g" };
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  /* JSON has neither infinities nor NaN. */
  if (!isfinite (value))
    {
      rap_json_writer_null (self, member);
      return;
    }

  /* The shortest that reads back as the same number. */
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (buffer, sizeof buffer, formats[i], value);
      if (g_ascii_strtod (buffer, NULL) == value)
        break;
    }

  begin_value (self, member);
  append (self, buffer, strlen (buffer));
  end_value (self);
}

void
rap_json_writer_bool (RapJsonWriter *self,
                      const char    *member,
                      gboolean       value)
{
  begin_value (self, member);
  if (value)
    append (self, "true", 4);
  else
    append (self, "false", 5);
  end_value (self);
}

void
rap_json_writer_null (RapJsonWriter *self,
                      const char    *member)
{
  rap_json_writer_string (self, member, NULL);
}

void
rap_json_writer_pairs (RapJsonWriter *self,
                       const char    *member,
                       const guint   *pairs,
                       guint          n_pairs)
{
  const char *comma = self->pretty ? ", " : ",";
  gsize width = strlen (comma);

  begin_value (self, member);
  append_char (self, '[');
  for (guint i = 0; i < n_pairs; i++)
    {
      if (i > 0)
        append (self, comma, width);
      append_char (self, '[');
      append_uint (self, pairs[2 * i]);
      append (self, comma, width);
      append_uint (self, pairs[2 * i + 1]);
      append_char (self, ']');
    }
  append_char (self, ']');
  end_value (self);
}

void
rap_json_writer_end_line (RapJsonWriter *self)
{
  g_return_if_fail (self->depth == 0);

  append_char (self, '\n');
  end_value (self);
}

gboolean
rap_json_writer_flush (RapJsonWriter  *self,
                       GError        **error)
{
  if (self->sink != NULL && self->length > 0)
    hand_on (self);

  if (self->error == NULL)
    return TRUE;

  if (error != NULL)
    *error = g_error_copy (self->error);
  return FALSE;
}

char *
rap_json_writer_steal (RapJsonWriter *self)
{
  char *result;

  g_return_val_if_fail (self->sink == NULL, NULL);

  *reserve (self, 0) = '\0';
  result = g_steal_pointer (&self->data);
  self->length = 0;
  self->capacity = 0;
  return result;
}
