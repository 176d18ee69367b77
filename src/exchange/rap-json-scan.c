/* rap-json-scan.c
 *
 * A recursive descent over the grammar of RFC 8259 that keeps nothing but
 * where the parts are. The depth is bounded, and so is the stack.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-json-scan.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#include "rap-error.h"

/* So many names of one object are compared one by one; beyond that they are hashed. */
#define FEW_KEYS 24
/* No number that is meant as one is written with more characters. */
#define MAX_NUMBER 64

typedef struct
{
  const char *data;
  gsize       length;
} Slice;

typedef struct
{
  guint       n_few;
  Slice       few[FEW_KEYS];
  GHashTable *many;           /* of char *, or NULL */
} Keys;

/* Lives on the stack of rap_json_scan(). */
typedef struct
{
  const char  *start;
  const char  *at;
  const char  *end;
  const char  *counted;       /* up to where lines were counted */
  guint        line;          /* of counted */
  guint        depth;
  RapJsonScan *result;
  GError     **error;
} Scanner;

static gboolean scan_value (Scanner *self);

static guint
get_line (Scanner    *self,
          const char *at)
{
  for (; self->counted < at; self->counted++)
    self->line += *self->counted == '\n';
  return self->line;
}

static gboolean
fail (Scanner    *self,
      const char *at,
      const char *message)
{
  const char *begin = at;
  guint line = 1;

  for (const char *p = self->start; p < at; p++)
    line += *p == '\n';
  while (begin > self->start && begin[-1] != '\n')
    begin--;
  g_set_error (self->error, RAP_ERROR, RAP_ERROR_FORMAT, "line %u, column %ld: %s",
               line, g_utf8_strlen (begin, at - begin) + 1, message);
  return FALSE;
}

static void
skip_space (Scanner *self)
{
  while (self->at < self->end
         && (*self->at == ' ' || *self->at == '\t' || *self->at == '\r' || *self->at == '\n'))
    self->at++;
}

static gboolean
take (Scanner *self,
      char     character)
{
  if (self->at == self->end || *self->at != character)
    return FALSE;
  self->at++;
  return TRUE;
}

static gboolean
unexpected (Scanner    *self,
            const char *wanted)
{
  g_autofree char *message = NULL;

  if (self->at == self->end)
    message = g_strdup_printf ("the document ends where %s should be", wanted);
  else
    message = g_strdup_printf ("expected %s", wanted);
  return fail (self, self->at, message);
}

/* Four hexadecimal digits after "\u"; -1 when they are not. */
static int
read_hex (Scanner *self)
{
  int value = 0;

  if (self->end - self->at < 4)
    return -1;
  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (self->at[i]);

      if (digit < 0)
        return -1;
      value = value * 16 + digit;
    }
  self->at += 4;
  return value;
}

/* After "\u"; @start is the backslash. */
static gboolean
scan_unicode (Scanner    *self,
              const char *start,
              GString    *out)
{
  gunichar value, low;
  int first = read_hex (self);

  if (first < 0)
    return fail (self, start, "\\u needs four hexadecimal digits");
  if (first == 0)
    return fail (self, start, "a NUL character");
  value = first;
  if (value >= 0xDC00 && value <= 0xDFFF)
    return fail (self, start, "a lone surrogate");
  if (value >= 0xD800 && value <= 0xDBFF)
    {
      int second = take (self, '\\') && take (self, 'u') ? read_hex (self) : -1;

      if (second < 0xDC00 || second > 0xDFFF)
        return fail (self, start, "a lone surrogate");
      low = second;
      value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00);
    }
  if (out != NULL)
    g_string_append_unichar (out, value);
  return TRUE;
}

static gboolean
scan_escape (Scanner *self,
             GString *out)
{
  static const char escapes[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *start = self->at - 1;
  const char *found;

  if (self->at == self->end)
    return unexpected (self, "the rest of a string");
  if (take (self, 'u'))
    return scan_unicode (self, start, out);
  found = strchr (escapes, *self->at);
  if (found == NULL)
    return fail (self, start, "no such escape in a string");
  self->at++;
  if (out != NULL)
    g_string_append_c (out, meanings[found - escapes]);
  return TRUE;
}

/* A string with its quotes; @out (nullable) gets its value. */
static gboolean
scan_string (Scanner *self,
             GString *out)
{
  if (!take (self, '"'))
    return unexpected (self, "a string");
  while (self->at < self->end)
    {
      const char character = *self->at++;

      if (character == '"')
        return TRUE;
      if ((guchar) character < 0x20)
        return fail (self, self->at - 1, "a control character in a string");
      if (character == '\\' && !scan_escape (self, out))
        return FALSE;
      if (character != '\\' && out != NULL)
        g_string_append_c (out, character);
    }
  return unexpected (self, "the end of a string");
}

static gboolean
skip_digits (Scanner *self)
{
  const char *start = self->at;

  while (self->at < self->end && g_ascii_isdigit (*self->at))
    self->at++;
  return self->at > start;
}

static gboolean
is_in_range (const char *number,
             gboolean    whole)
{
  errno = 0;
  if (!whole)
    return isfinite (g_ascii_strtod (number, NULL));
  (void) g_ascii_strtoll (number, NULL, 10);
  return errno == 0;
}

static gboolean
scan_number (Scanner *self)
{
  const char *start = self->at;
  char number[MAX_NUMBER + 1] = "";
  gboolean whole = TRUE;

  take (self, '-');
  if (!take (self, '0') && !skip_digits (self))
    return unexpected (self, "a value");
  if (take (self, '.'))
    {
      whole = FALSE;
      if (!skip_digits (self))
        return unexpected (self, "a digit");
    }
  if (self->at < self->end && (*self->at == 'e' || *self->at == 'E'))
    {
      whole = FALSE;
      self->at++;
      if (!take (self, '+'))
        take (self, '-');
      if (!skip_digits (self))
        return unexpected (self, "a digit");
    }
  if (self->at - start > MAX_NUMBER)
    return fail (self, start, "a number out of range");
  memcpy (number, start, self->at - start);
  return is_in_range (number, whole) || fail (self, start, "a number out of range");
}

static gboolean
scan_word (Scanner *self)
{
  static const char * const words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if ((gsize) (self->end - self->at) >= length && memcmp (self->at, words[i], length) == 0)
        {
          self->at += length;
          return TRUE;
        }
    }
  return unexpected (self, "a value");
}

static gboolean
keys_add_hashed (Keys  *self,
                 Slice  key)
{
  if (self->many == NULL)
    {
      self->many = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = 0; i < self->n_few; i++)
        g_hash_table_add (self->many, g_strndup (self->few[i].data, self->few[i].length));
    }
  return g_hash_table_add (self->many, g_strndup (key.data, key.length));
}

/* FALSE when it is there already. */
static gboolean
keys_add (Keys  *self,
          Slice  key)
{
  if (self->n_few == FEW_KEYS)
    return keys_add_hashed (self, key);
  for (guint i = 0; i < self->n_few; i++)
    if (self->few[i].length == key.length && memcmp (self->few[i].data, key.data, key.length) == 0)
      return FALSE;
  self->few[self->n_few++] = key;
  return TRUE;
}

/* A member's name: the bytes of the document, or of the name chunk where escapes had to be resolved. */
static gboolean
scan_key (Scanner *self,
          Slice   *key)
{
  const char *start = self->at;
  g_autoptr (GString) value = NULL;

  if (!scan_string (self, NULL))
    return FALSE;
  *key = (Slice) { start + 1, self->at - start - 2 };
  if (memchr (key->data, '\\', key->length) == NULL)
    return TRUE;
  self->at = start;
  value = g_string_new (NULL);
  if (!scan_string (self, value))
    return FALSE;
  *key = (Slice) { g_string_chunk_insert_len (self->result->names, value->str, value->len), value->len };
  return TRUE;
}

/* Adds the part that begins here; its length is set when it is over. */
static guint
begin_part (Scanner    *self,
            const char *member,
            gboolean    element)
{
  RapJsonPart part = { member, self->at - self->start, 0, get_line (self, self->at), element };

  g_array_append_val (self->result->parts, part);
  return self->result->parts->len - 1;
}

static void
end_part (Scanner *self,
          guint    index)
{
  RapJsonPart *part = &g_array_index (self->result->parts, RapJsonPart, index);

  part->length = self->at - self->start - part->offset;
}

/* @member: of the outermost object, whose elements are parts; NULL further inside. */
static gboolean
scan_array (Scanner    *self,
            const char *member)
{
  self->at++;
  skip_space (self);
  if (take (self, ']'))
    return TRUE;
  do
    {
      guint index;

      skip_space (self);
      index = member != NULL ? begin_part (self, member, TRUE) : 0;
      if (!scan_value (self))
        return FALSE;
      if (member != NULL)
        end_part (self, index);
      skip_space (self);
    }
  while (take (self, ','));
  return take (self, ']') || unexpected (self, "a comma or “]”");
}

static gboolean
enter (Scanner *self)
{
  if (++self->depth > RAP_JSON_MAX_DEPTH)
    return fail (self, self->at, "nested too deeply");
  return TRUE;
}

/* The value of a member of the outermost object. */
static gboolean
scan_part (Scanner *self,
           Slice    key)
{
  const char *member = g_string_chunk_insert_len (self->result->names, key.data, key.length);
  guint index = begin_part (self, member, FALSE);
  gboolean done;

  if (self->at < self->end && *self->at == '[')
    {
      done = enter (self) && scan_array (self, member);
      self->depth--;
    }
  else
    {
      done = scan_value (self);
    }
  end_part (self, index);
  return done;
}

static gboolean
scan_member (Scanner *self,
             Keys    *keys)
{
  const char *start;
  Slice key;

  skip_space (self);
  start = self->at;
  if (!scan_key (self, &key))
    return FALSE;
  if (!keys_add (keys, key))
    {
      g_autofree char *name = g_strndup (key.data, MIN (key.length, 80));
      g_autofree char *whole = g_utf8_make_valid (name, -1);
      g_autofree char *message = g_strdup_printf ("the member “%s” is given twice", whole);

      return fail (self, start, message);
    }
  skip_space (self);
  if (!take (self, ':'))
    return unexpected (self, "a colon");
  skip_space (self);
  return self->depth == 1 ? scan_part (self, key) : scan_value (self);
}

static gboolean
scan_members (Scanner *self,
              Keys    *keys)
{
  self->at++;
  skip_space (self);
  if (take (self, '}'))
    return TRUE;
  do
    {
      if (!scan_member (self, keys))
        return FALSE;
      skip_space (self);
    }
  while (take (self, ','));
  return take (self, '}') || unexpected (self, "a comma or “}”");
}

static gboolean
scan_object (Scanner *self)
{
  Keys keys;
  gboolean done;

  keys.n_few = 0;
  keys.many = NULL;
  done = scan_members (self, &keys);
  g_clear_pointer (&keys.many, g_hash_table_unref);
  return done;
}

static gboolean
scan_value (Scanner *self)
{
  gboolean done;

  if (self->at == self->end)
    return unexpected (self, "a value");
  switch (*self->at)
    {
    case '{':
    case '[':
      if (!enter (self))
        return FALSE;
      done = *self->at == '{' ? scan_object (self) : scan_array (self, NULL);
      self->depth--;
      return done;
    case '"':
      return scan_string (self, NULL);
    case 't':
    case 'f':
    case 'n':
      return scan_word (self);
    default:
      return scan_number (self);
    }
}

static gboolean
check_encoding (Scanner *self)
{
  const char *bad;

  if (g_utf8_validate_len (self->start, self->end - self->start, &bad))
    return TRUE;
  if (*bad == '\0')
    return fail (self, bad, "a NUL byte");
  return fail (self, bad, "not UTF-8");
}

static gboolean
scan_document (Scanner *self)
{
  if (!check_encoding (self))
    return FALSE;
  if (self->end - self->start >= 3 && memcmp (self->start, "\357\273\277", 3) == 0)
    self->at += 3;
  skip_space (self);
  if (self->at == self->end)
    {
      g_set_error (self->error, RAP_ERROR, RAP_ERROR_EMPTY, "the document is empty");
      return FALSE;
    }
  if (*self->at != '{')
    return fail (self, self->at, "a native document is one JSON object, beginning with “{”");
  if (!scan_value (self))
    return FALSE;
  skip_space (self);
  return self->at == self->end || fail (self, self->at, "something follows after the end of the document");
}

RapJsonScan *
rap_json_scan (const char  *data,
               gsize        length,
               GError     **error)
{
  g_autoptr (RapJsonScan) result = g_new0 (RapJsonScan, 1);
  Scanner scanner = { data, data, length > 0 ? data + length : data, data, 1, 0, result, error };

  result->parts = g_array_new (FALSE, FALSE, sizeof (RapJsonPart));
  result->names = g_string_chunk_new (1024);
  return scan_document (&scanner) ? g_steal_pointer (&result) : NULL;
}

void
rap_json_scan_free (RapJsonScan *self)
{
  g_array_unref (self->parts);
  g_string_chunk_free (self->names);
  g_free (self);
}
