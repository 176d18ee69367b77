/* rap-decode.c
 *
 * Turns the bytes of a file into clean UTF-8 (rap-charset.c says from what) and
 * tells text, web pages and JSON apart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-decode.h"

#include <string.h>
#include <unicode/ucnv.h>

#include "rap-charset-private.h"
#include "rap-error.h"
#include "rap-utf8.h"

#define HEAD_BYTES (64 * 1024)

static char *
repair_utf8 (RapBytes  in,
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
convert (RapBytes       in,
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

  if (from == text && strchr (text, '\r') == NULL)
    return;
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

/* NULL when there is a NUL character in it. */
static char *
to_utf8 (RapBytes       in,
         const char *charset,
         guint      *n_replaced)
{
  if (!g_str_equal (charset, "UTF-8"))
    return convert (in, charset, n_replaced);
  if (memchr (in.data, '\0', in.size) != NULL)
    return NULL;
  if (rap_utf8_is_valid ((const char *) in.data, in.size))
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
  RapBytes in;
  gsize n_mark = 0;
  guint replaced = 0;
  g_autofree char *charset = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  in.data = g_bytes_get_data (bytes, &in.size);
  if (in.size > 0)
    {
      charset = rap_charset_find (in, hint_charset, &n_mark);
      in.data += n_mark;
      in.size -= n_mark;
      text = charset ? to_utf8 (in, charset, &replaced) : NULL;
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
head_size (RapBytes in)
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
  RapBytes in;
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
  g_strchug (text);
  if (looks_like_json (text))
    return RAP_FILE_JSON;
  if (strchr (text, '<') == NULL)
    return RAP_FILE_TEXT;
  lower = g_ascii_strdown (text, -1);
  return looks_like_html (lower) ? RAP_FILE_HTML : RAP_FILE_TEXT;
}
