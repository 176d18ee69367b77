/* rap-xml-repair.c
 *
 * The commonest faults of feeds, mended before the parser sees them, because
 * it stops at the first. Only of encodings that contain ASCII; text in CDATA
 * sections is left alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-xml-private.h"

#include <libxml/HTMLparser.h>
#include <string.h>

/* Longest name of an entity, with room. */
#define MAX_ENTITY 16

typedef struct
{
  GString    *out;
  const char *copied;    /* up to where the input is in @out */
} Repair;

static void
replace (Repair     *self,
         const char *from,
         const char *to,
         const char *with)
{
  g_string_append_len (self->out, self->copied, from - self->copied);
  g_string_append (self->out, with);
  self->copied = to;
}

/* Length of a character or entity reference that XML knows, with its semicolon; 0 for another. */
static gsize
measure_reference (const char *p,
                   const char *end)
{
  static const char * const known[] = { "&amp;", "&lt;", "&gt;", "&quot;", "&apos;" };
  const char *q = p + 2;

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if ((gsize) (end - p) >= strlen (known[i]) && strncmp (p, known[i], strlen (known[i])) == 0)
      return strlen (known[i]);
  if (end - p < 4 || p[1] != '#')
    return 0;
  if (*q == 'x')
    for (q++; q < end && g_ascii_isxdigit (*q); q++)
      ;
  else
    for (; q < end && g_ascii_isdigit (*q); q++)
      ;
  return q < end && *q == ';' && q[-1] != '#' && q[-1] != 'x' ? (gsize) (q - p) + 1 : 0;
}

/* @p is an ampersand. Behind what it begins. */
static const char *
mend_reference (Repair     *self,
                const char *p,
                const char *end)
{
  gsize length = measure_reference (p, end);
  char name[MAX_ENTITY + 1] = "";
  const htmlEntityDesc *entity;
  gsize n = 0;

  if (length > 0)
    return p + length;
  while (n < MAX_ENTITY && p + 1 + n < end && g_ascii_isalnum (p[1 + n]))
    {
      name[n] = p[1 + n];
      n++;
    }
  entity = n > 0 && p + 1 + n < end && p[1 + n] == ';' ? htmlEntityLookup ((const xmlChar *) name) : NULL;
  if (entity != NULL)
    {
      char number[16];

      g_snprintf (number, sizeof number, "&#%u;", entity->value);
      replace (self, p, p + n + 2, number);
      return p + n + 2;
    }
  replace (self, p, p + 1, "&amp;");
  return p + 1;
}

/* @p is "<": behind a CDATA section, or behind the bracket. Comments are dropped: the parser takes a time that grows
 * with the square of what is wrong in them. */
static const char *
pass_section (Repair     *self,
              const char *p,
              const char *end)
{
  gboolean cdata = end - p >= 9 && strncmp (p, "<![CDATA[", 9) == 0;
  gboolean comment = end - p >= 4 && strncmp (p, "<!--", 4) == 0;
  const char *close;

  if (!cdata && !comment)
    return p + 1;
  close = g_strstr_len (p, end - p, cdata ? "]]>" : "-->");
  close = close != NULL ? close + 3 : end;
  if (comment)
    replace (self, p, close, "");
  return close;
}

static gboolean
is_forbidden (char character)
{
  return (guchar) character < 0x20 && character != '\t' && character != '\n' && character != '\r';
}

/* References and comments, outside of CDATA sections; NULL: nothing is wrong. */
static GBytes *
mend_references (const char *data,
                 gsize       length)
{
  Repair repair = { g_string_new (NULL), data };
  const char *end = data + length;

  for (const char *p = data; p < end;)
    {
      if (*p == '<')
        p = pass_section (&repair, p, end);
      else if (*p == '&')
        p = mend_reference (&repair, p, end);
      else
        p++;
    }
  if (repair.copied == data)
    {
      g_string_free (repair.out, TRUE);
      return NULL;
    }
  g_string_append_len (repair.out, repair.copied, end - repair.copied);
  return g_string_free_to_bytes (repair.out);
}

/* No control characters, and UTF-8 where nothing else is declared. NULL: nothing is wrong. */
static char *
mend_characters (const char *data,
                 gsize       length)
{
  gboolean bad = FALSE;
  const char *declared = g_strstr_len (data, MIN (length, 200), "encoding=");
  gboolean utf8 = declared == NULL || g_ascii_strncasecmp (declared + 10, "utf-8", CLAMP (data + length - declared - 10, 0, 5)) == 0;
  char *mended;

  for (gsize i = 0; i < length && !bad; i++)
    bad = is_forbidden (data[i]);
  if (!bad && (!utf8 || g_utf8_validate_len (data, length, NULL)))
    return NULL;
  mended = g_malloc (length + 1);
  for (gsize i = 0; i < length; i++)
    mended[i] = is_forbidden (data[i]) ? ' ' : data[i];
  mended[length] = '\0';
  if (utf8 && !g_utf8_validate_len (mended, length, NULL))
    {
      char *valid = g_utf8_make_valid (mended, (gssize) length);

      g_free (mended);
      return valid;
    }
  return mended;
}

GBytes *
rap_xml_repair (const char *data,
                gsize       length)
{
  g_autofree char *mended = NULL;
  g_autoptr (GBytes) result = NULL;

  /* UTF-16 and UTF-32 have NUL bytes in their tags */
  if (length < 4 || data[0] == '\0' || data[1] == '\0' || memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0)
    return NULL;
  mended = mend_characters (data, length);
  if (mended == NULL)
    return mend_references (data, length);
  length = strlen (mended);
  result = mend_references (mended, length);
  return result != NULL ? g_steal_pointer (&result) : g_bytes_new_take (g_steal_pointer (&mended), length);
}
