/* rap-charset.c
 *
 * Finds the character set of bytes. The order of evidence is: byte order mark,
 * the shape of UTF-16/32, validity as UTF-8 (hardly ever an accident), the
 * caller's hint, what an HTML or XML head declares, and last ICU's letter
 * statistics. Binary files have none.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-charset-private.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include "rap-utf8.h"

#define DETECT_BYTES (256 * 1024)

static const struct { const char *bytes; gsize n; } magics[] = {
  { "%PDF-", 5 }, { "PK\003\004", 4 }, { "\x89PNG", 4 }, { "GIF8", 4 }, { "\xff\xd8\xff", 3 },
  { "\x1f\x8b", 2 }, { "\xd0\xcf\x11\xe0", 4 }, { "\x7f" "ELF", 4 }, { "Rar!", 4 }, { "7z\xbc\xaf", 4 },
  { "SQLite format 3", 15 }, { "BZh9", 4 }, { "\xfd" "7zXZ", 5 }, { "wOFF", 4 }, { "{\\rtf", 5 },
};

/* Labels that browsers read as a superset, as the WHATWG Encoding Standard has them. */
static const struct { const char *label; const char *charset; } supersets[] = {
  { "iso-8859-1", "windows-1252" }, { "iso8859-1", "windows-1252" }, { "latin1", "windows-1252" },
  { "us-ascii", "windows-1252" }, { "ascii", "windows-1252" }, { "iso-8859-9", "windows-1254" },
  { "tis-620", "windows-874" }, { "gb2312", "GB18030" }, { "gbk", "GB18030" }, { "x-gbk", "GB18030" },
  { "ks_c_5601-1987", "windows-949" }, { "euc-kr", "windows-949" }, { "x-sjis", "Shift_JIS" },
  { "iso-8859-8-i", "iso-8859-8" }, { "utf8", "UTF-8" }, { "unicode", "UTF-8" }, { "utf-16", "UTF-8" },
};

static gboolean
has_magic (RapBytes in)
{
  for (guint i = 0; i < G_N_ELEMENTS (magics); i++)
    if (in.size >= magics[i].n && memcmp (in.data, magics[i].bytes, magics[i].n) == 0)
      return TRUE;
  return FALSE;
}

/* More than one control character in fifty is not writing. */
static gboolean
is_full_of_controls (RapBytes in)
{
  gsize n = 0;
  gsize size = MIN (in.size, DETECT_BYTES);

  for (gsize i = 0; i < size; i++)
    if (in.data[i] < 0x20 && in.data[i] != '\n' && !strchr ("\t\n\v\f\r\033", in.data[i]))
      n++;
  return n * 50 > size;
}

static const char *
charset_of_mark (RapBytes  in,
                 gsize *length)
{
  static const struct { const char *mark; gsize n; const char *charset; } marks[] = {
    { "\xef\xbb\xbf", 3, "UTF-8" }, { "\xff\xfe\0\0", 4, "UTF-32LE" }, { "\0\0\xfe\xff", 4, "UTF-32BE" },
    { "\xff\xfe", 2, "UTF-16LE" }, { "\xfe\xff", 2, "UTF-16BE" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (in.size >= marks[i].n && memcmp (in.data, marks[i].mark, marks[i].n) == 0)
      {
        *length = marks[i].n;
        return marks[i].charset;
      }
  *length = 0;
  return NULL;
}

static gunichar
unit_at (RapBytes    in,
         gsize    i,
         guint    width,
         gboolean big)
{
  gunichar c = 0;

  for (guint k = 0; k < width; k++)
    c |= (gunichar) in.data[i + k] << (8 * (big ? width - 1 - k : k));
  return c;
}

/* The number of spaces, line ends and ASCII letters, or -1 when the units cannot be writing. */
static int
plausibility (RapBytes    in,
              guint    width,
              gboolean big)
{
  int good = 0;
  gsize size = MIN (in.size, DETECT_BYTES) / width * width;

  if (in.size % width != 0)
    return -1;
  for (gsize i = 0; i < size; i += width)
    {
      gunichar c = unit_at (in, i, width, big);
      gboolean surrogate = width == 2 && c >= 0xd800 && c < 0xe000;

      if (c > 0x10ffff || (c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f'))
        return -1;
      if (!surrogate && !u_isdefined ((UChar32) c))
        return -1;
      good += c < 0x80;
    }
  /* a stray NUL in a text of bytes makes no UTF-16 of it */
  return (gsize) good * 10 * width >= size ? good : -1;
}

static const char *
charset_of_shape (RapBytes in)
{
  static const struct { const char *charset; guint width; gboolean big; } shapes[] = {
    { "UTF-32LE", 4, FALSE }, { "UTF-32BE", 4, TRUE }, { "UTF-16LE", 2, FALSE }, { "UTF-16BE", 2, TRUE },
  };
  const char *best = NULL;
  int best_good = 0;

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      int good = plausibility (in, shapes[i].width, shapes[i].big);

      if (good > best_good)
        {
          best = shapes[i].charset;
          best_good = good;
        }
      if (best != NULL && i == 1)
        break;
    }
  return best;
}

/* Mostly well-formed multi-byte sequences: UTF-8 with a few broken places. */
static gboolean
is_nearly_utf8 (RapBytes in)
{
  gsize valid = 0, invalid = 0;
  const char *p = (const char *) in.data;
  const char *end = p + in.size;

  if (rap_utf8_is_valid (p, in.size))
    return TRUE;
  while (p < end)
    {
      const char *stop;

      g_utf8_validate_len (p, end - p, &stop);
      for (; p < stop; p++)
        valid += ((guint8) *p & 0xc0) == 0xc0;
      if (p < end)
        {
          invalid++;
          p++;
        }
    }
  return valid >= 5 * invalid;
}

static char *
clean_label (const char *label,
             gsize       n)
{
  g_autofree char *text = g_ascii_strdown (label, n);

  for (guint i = 0; i < G_N_ELEMENTS (supersets); i++)
    if (g_str_equal (text, supersets[i].label))
      return g_strdup (supersets[i].charset);
  return g_steal_pointer (&text);
}

static gboolean
is_known_charset (const char *charset)
{
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open (charset, &status);

  ucnv_close (converter);
  return U_SUCCESS (status);
}

/* <meta charset="…">, <meta … content="…; charset=…"> or <?xml … encoding="…"?> in the first 4 KiB. */
static char *
declared_charset (RapBytes in)
{
  static const char *const keys[] = { "charset=", "encoding=" };
  g_autofree char *head = g_ascii_strdown ((const char *) in.data, MIN (in.size, 4096));

  if (strstr (head, "<meta") == NULL && !g_str_has_prefix (head, "<?xml"))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const char *p = strstr (head, keys[i]);
      gsize n;

      if (p == NULL)
        continue;
      p += strlen (keys[i]);
      p += strspn (p, " \"'");
      n = strspn (p, "abcdefghijklmnopqrstuvwxyz0123456789-_:.");
      if (n > 0 && n < 40)
        return clean_label (p, n);
    }
  return NULL;
}

static char *
guess_charset (RapBytes    in,
               gboolean is_html)
{
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open (&status);
  char *charset = NULL;

  ucsdet_enableInputFilter (detector, is_html);
  ucsdet_setText (detector, (const char *) in.data, (int32_t) MIN (in.size, DETECT_BYTES), &status);
  if (U_SUCCESS (status))
    {
      const UCharsetMatch *match = ucsdet_detect (detector, &status);
      const char *name = match ? ucsdet_getName (match, &status) : NULL;

      if (U_SUCCESS (status) && name != NULL && !g_str_has_prefix (name, "UTF-"))
        charset = clean_label (name, strlen (name));
    }
  ucsdet_close (detector);
  return charset ? charset : g_strdup ("windows-1252");
}

static char *
choose_charset (RapBytes       in,
                const char *hint)
{
  g_autofree char *declared = NULL;
  gboolean escapes = memchr (in.data, '\033', in.size) != NULL;

  if (!escapes && is_nearly_utf8 (in))
    return g_strdup ("UTF-8");
  if (hint != NULL && *hint != '\0')
    {
      g_autofree char *label = clean_label (hint, strlen (hint));

      if (is_known_charset (label))
        return g_steal_pointer (&label);
    }
  declared = declared_charset (in);
  if (declared != NULL && !g_str_equal (declared, "utf-8") && is_known_charset (declared))
    return g_steal_pointer (&declared);
  return guess_charset (in, declared != NULL);
}

char *
rap_charset_find (RapBytes    in,
                  const char *hint,
                  gsize      *n_mark)
{
  const char *charset = charset_of_mark (in, n_mark);

  if (charset != NULL)
    return g_strdup (charset);
  if (has_magic (in))
    return NULL;
  if (memchr (in.data, '\0', in.size) != NULL)
    return g_strdup (charset_of_shape (in));
  return is_full_of_controls (in) ? NULL : choose_charset (in, hint);
}
