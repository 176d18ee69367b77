/* rap-decode.c
 *
 * Finds the character set of a file and turns it into clean UTF-8. The order
 * of evidence is: byte order mark, the shape of UTF-16/32, validity as UTF-8
 * (hardly ever an accident), the caller's hint, what an HTML or XML head
 * declares, and last ICU's letter statistics. Binary files are refused.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-decode.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include "rap-error.h"

#define DETECT_BYTES (256 * 1024)
#define HEAD_BYTES (64 * 1024)

typedef struct
{
  const guint8 *data;
  gsize size;
} Input;

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
has_magic (Input in)
{
  for (guint i = 0; i < G_N_ELEMENTS (magics); i++)
    if (in.size >= magics[i].n && memcmp (in.data, magics[i].bytes, magics[i].n) == 0)
      return TRUE;
  return FALSE;
}

/* More than one control character in fifty is not writing. */
static gboolean
is_full_of_controls (Input in)
{
  gsize n = 0;
  gsize size = MIN (in.size, DETECT_BYTES);

  for (gsize i = 0; i < size; i++)
    if (in.data[i] < 0x20 && !strchr ("\t\n\v\f\r\033", in.data[i]))
      n++;
  return n * 50 > size;
}

static const char *
charset_of_mark (Input  in,
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
unit_at (Input    in,
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
plausibility (Input    in,
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
charset_of_shape (Input in)
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
is_nearly_utf8 (Input in)
{
  gsize valid = 0, invalid = 0;
  const char *p = (const char *) in.data;
  const char *end = p + in.size;

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
declared_charset (Input in)
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
guess_charset (Input    in,
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
choose_charset (Input       in,
                const char *hint)
{
  g_autofree char *declared = declared_charset (in);
  gboolean escapes = memchr (in.data, '\033', in.size) != NULL;

  if (hint != NULL && *hint != '\0' && (escapes || !is_nearly_utf8 (in)))
    {
      g_autofree char *label = clean_label (hint, strlen (hint));

      if (is_known_charset (label))
        return g_steal_pointer (&label);
    }
  if (!escapes && is_nearly_utf8 (in))
    return g_strdup ("UTF-8");
  if (declared != NULL && !g_str_equal (declared, "utf-8") && is_known_charset (declared))
    return g_steal_pointer (&declared);
  return guess_charset (in, declared != NULL);
}

static char *
repair_utf8 (Input  in,
             guint *n_replaced)
{
  GString *out = g_string_sized_new (in.size + 1);
  const char *p = (const char *) in.data;
  const char *end = p + in.size;

  while (p < end)
    {
      const char *stop;

      g_utf8_validate_len (p, end - p, &stop);
      g_string_append_len (out, p, stop - p);
      p = stop;
      if (p == end)
        break;
      g_string_append (out, "\xef\xbf\xbd");
      (*n_replaced)++;
      for (p++; p < end && ((guint8) *p & 0xc0) == 0x80; p++)
        ;
    }
  return g_string_free (out, FALSE);
}

static guint
count_replacements (const char *text)
{
  guint n = 0;

  for (const char *p = strstr (text, "\xef\xbf\xbd"); p != NULL; p = strstr (p + 3, "\xef\xbf\xbd"))
    n++;
  return n;
}

static char *
convert (Input       in,
         const char *charset,
         guint      *n_replaced)
{
  UErrorCode status = U_ZERO_ERROR;
  UConverter *from = ucnv_open (charset, &status);
  UConverter *to = ucnv_open ("UTF-8", &status);
  GString *out = g_string_sized_new (in.size + in.size / 2 + 16);
  UChar pivot[4096], *pivot_from = pivot, *pivot_to = pivot;
  const char *source = (const char *) in.data;
  const char *source_end = source + in.size;
  gboolean first = TRUE;

  do
    {
      char buffer[16384], *target = buffer;

      status = U_ZERO_ERROR;
      ucnv_convertEx (to, from, &target, buffer + sizeof buffer, &source, source_end,
                      pivot, &pivot_from, &pivot_to, pivot + G_N_ELEMENTS (pivot), first, TRUE, &status);
      g_string_append_len (out, buffer, target - buffer);
      first = FALSE;
    }
  while (status == U_BUFFER_OVERFLOW_ERROR);
  ucnv_close (from);
  ucnv_close (to);
  if (strlen (out->str) != out->len)
    return (g_string_free (out, TRUE), NULL);
  *n_replaced = count_replacements (out->str);
  return g_string_free (out, FALSE);
}

/* In place: CR LF and CR become LF, NUL is not expected, a leading mark goes. */
static void
clean_line_ends (char *text)
{
  const char *from = g_str_has_prefix (text, "\xef\xbb\xbf") ? text + 3 : text;
  char *to = text;

  for (; *from != '\0'; from++)
    if (*from != '\r')
      *to++ = *from;
    else if (from[1] != '\n')
      *to++ = '\n';
  *to = '\0';
}

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (!g_unichar_isspace (c) && !g_unichar_iscntrl (c) && g_unichar_type (c) != G_UNICODE_FORMAT && c != 0xfffd)
        return FALSE;
    }
  return TRUE;
}

/* NULL with an error set when these bytes are not text. (transfer full) */
static char *
find_charset (Input       in,
              const char *hint,
              gsize      *n_mark,
              GError    **error)
{
  const char *charset = charset_of_mark (in, n_mark);

  if (charset != NULL)
    return g_strdup (charset);
  if (!has_magic (in) && memchr (in.data, '\0', in.size) != NULL)
    charset = charset_of_shape (in);
  else if (!has_magic (in) && !is_full_of_controls (in))
    return choose_charset (in, hint);
  if (charset == NULL)
    g_set_error_literal (error, RAP_ERROR, RAP_ERROR_NOT_TEXT, "the file is not text");
  return g_strdup (charset);
}

/* NULL when there is a NUL character in it. */
static char *
to_utf8 (Input       in,
         const char *charset,
         guint      *n_replaced)
{
  if (!g_str_equal (charset, "UTF-8"))
    return convert (in, charset, n_replaced);
  if (memchr (in.data, '\0', in.size) != NULL)
    return NULL;
  if (g_utf8_validate_len ((const char *) in.data, in.size, NULL))
    return g_strndup ((const char *) in.data, in.size);
  return repair_utf8 (in, n_replaced);
}

char *
rap_decode_counted (GBytes      *bytes,
                    const char  *hint_charset,
                    char       **charset_used,
                    guint       *n_replaced,
                    GError     **error)
{
  Input in;
  gsize n_mark = 0;
  guint replaced = 0;
  g_autofree char *charset = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  in.data = g_bytes_get_data (bytes, &in.size);
  if (in.size > 0)
    {
      charset = find_charset (in, hint_charset, &n_mark, error);
      if (charset == NULL)
        return NULL;
      in.data += n_mark;
      in.size -= n_mark;
      text = to_utf8 (in, charset, &replaced);
      if (text == NULL)
        {
          g_set_error_literal (error, RAP_ERROR, RAP_ERROR_NOT_TEXT, "the file is not text");
          return NULL;
        }
      clean_line_ends (text);
    }
  if (text == NULL || is_blank (text))
    {
      g_set_error_literal (error, RAP_ERROR, RAP_ERROR_EMPTY, "the file is empty");
      return NULL;
    }
  if (charset_used != NULL)
    *charset_used = g_steal_pointer (&charset);
  if (n_replaced != NULL)
    *n_replaced = replaced;
  return g_steal_pointer (&text);
}

char *
rap_decode (GBytes      *bytes,
            const char  *hint_charset,
            char       **charset_used,
            GError     **error)
{
  return rap_decode_counted (bytes, hint_charset, charset_used, NULL, error);
}

/* Counts openings of tags that web pages have and prose has not. */
static gboolean
looks_like_html (const char *head)
{
  static const char *const sure[] = { "<!doctype html", "<html", "<head>", "<body" };
  static const char *const tags[] = { "<p>", "<p ", "<div", "<a href", "<meta", "<title", "<br", "<span", "<h1", "<img", "</" };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (sure); i++)
    if (strstr (head, sure[i]) != NULL)
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    n += strstr (head, tags[i]) != NULL;
  return n >= 3 || (*head == '<' && n >= 2);
}

static gboolean
looks_like_json (const char *head)
{
  const char *next;

  if (*head != '{' && *head != '[')
    return FALSE;
  next = head + 1 + strspn (head + 1, " \t\n");
  return *next != '\0' && strchr (*head == '{' ? "\"}" : "{[\"]", *next) != NULL;
}

/* A cut through a character must not make the head look broken. */
static gsize
head_size (Input in)
{
  gsize size = MIN (in.size, HEAD_BYTES);

  if (size < in.size)
    while (size > HEAD_BYTES - 4 && (in.data[size] & 0xc0) == 0x80)
      size--;
  return in.size > HEAD_BYTES && memchr (in.data, '\0', size) != NULL ? HEAD_BYTES : size;
}

RapFileKind
rap_detect_kind (GBytes *bytes)
{
  Input in;
  g_autoptr (GBytes) head = NULL;
  g_autofree char *text = NULL;
  g_autofree char *lower = NULL;

  g_return_val_if_fail (bytes != NULL, RAP_FILE_UNKNOWN);

  in.data = g_bytes_get_data (bytes, &in.size);
  if (in.size == 0)
    return RAP_FILE_UNKNOWN;
  head = g_bytes_new_from_bytes (bytes, 0, head_size (in));
  text = rap_decode (head, NULL, NULL, NULL);
  if (text == NULL)
    return RAP_FILE_UNKNOWN;
  lower = g_ascii_strdown (text, -1);
  g_strchug (lower);
  if (looks_like_json (lower))
    return RAP_FILE_JSON;
  return looks_like_html (lower) ? RAP_FILE_HTML : RAP_FILE_TEXT;
}

const char *
rap_file_kind_get_nick (RapFileKind kind)
{
  static const char *const nicks[] = { "unknown", "text", "html", "json" };

  return nicks[kind];
}
