/* rap-mail-text.c
 *
 * A newsletter's footer that a list server put below it, or the answer above
 * a forwarded page, is part of what was read, so nothing is left out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-mail-text-private.h"

#include <gmime/gmime.h>
#include <string.h>

#include "rap-mime-private.h"
#include "rap-part-page-private.h"

static gboolean
is_html (GMimeObject *object)
{
  return g_mime_content_type_is_type (g_mime_object_get_content_type (object), "text", "html");
}

static gboolean
has_parameter (GMimeObject *object,
               const char  *name,
               const char  *value)
{
  const char *given = g_mime_content_type_get_parameter (g_mime_object_get_content_type (object), name);

  return given != NULL && g_ascii_strcasecmp (given, value) == 0;
}

/* Length of the line at @p without its end; *@next is the line after it. */
static gsize
measure_line (const char  *p,
              const char  *end,
              const char **next)
{
  const char *newline = memchr (p, '\n', end - p);
  gsize length = newline != NULL ? (gsize) (newline - p) : (gsize) (end - p);

  *next = newline != NULL ? newline + 1 : end;
  return length > 0 && p[length - 1] == '\r' ? length - 1 : length;
}

/* A line that ends in a space goes on in the next; "-- " is a signature's. Quoted lines stay as they are. */
static GBytes *
unfold_flowed (GBytes   *bytes,
               gboolean  delete_space)
{
  gsize size;
  const char *p = g_bytes_get_data (bytes, &size);
  const char *end = p + size;
  GString *out = g_string_sized_new (size);

  while (p < end)
    {
      const char *next;
      gsize length = measure_line (p, end, &next);
      gboolean signature = length == 3 && memcmp (p, "-- ", 3) == 0;
      gsize stuffed = length > 0 && *p == ' ';
      gboolean flows = length > stuffed && p[length - 1] == ' ' && !signature && *p != '>' && next < end;

      g_string_append_len (out, p + stuffed, length - stuffed - (flows && delete_space));
      if (!flows)
        g_string_append_c (out, '\n');
      p = next;
    }
  return g_string_free_to_bytes (out);
}

static GBytes *
dup_text (GMimePart *part)
{
  GMimeObject *object = GMIME_OBJECT (part);
  g_autoptr (GBytes) bytes = rap_mime_dup_content (part);

  if (is_html (object) || g_bytes_get_size (bytes) == 0 || !has_parameter (object, "format", "flowed"))
    return g_steal_pointer (&bytes);
  return unfold_flowed (bytes, has_parameter (object, "delsp", "yes"));
}

/* By the charset that is claimed, or else UTF-8; bytes that mean nothing become U+FFFD. */
static char *
dup_utf8 (GMimePart *part)
{
  const char *charset = rap_mime_get_charset (GMIME_OBJECT (part));
  g_autoptr (GBytes) bytes = dup_text (part);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  char *text = NULL;

  if (size == 0)
    return g_strdup ("");
  if (charset != NULL && !g_utf8_validate_len (data, size, NULL))
    text = g_convert (data, size, "UTF-8", charset, NULL, NULL, NULL);
  return text != NULL ? text : g_utf8_make_valid (data, size);
}

static GBytes *
join_many (GPtrArray *texts,
           gboolean   html)
{
  GString *page = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    {
      g_autofree char *text = dup_utf8 (texts->pdata[i]);

      if (html && !is_html (texts->pdata[i]))
        {
          g_autofree char *paragraphs = rap_part_page_escape (text);

          g_string_append (page, paragraphs);
          continue;
        }
      if (page->len > 0)
        g_string_append (page, "\n\n");
      g_string_append (page, text);
    }
  return g_string_free_to_bytes (page);
}

GBytes *
rap_mail_text_join (GPtrArray  *texts,
                    gboolean    html,
                    char      **charset)
{
  if (texts->len == 0)
    return g_bytes_new (NULL, 0);
  if (texts->len == 1)
    {
      *charset = g_strdup (rap_mime_get_charset (texts->pdata[0]));
      return dup_text (texts->pdata[0]);
    }
  *charset = g_strdup ("UTF-8");
  return join_many (texts, html);
}
