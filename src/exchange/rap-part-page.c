/* rap-part-page.c
 *
 * The frame says what the container said: this is the report, and that is its
 * headline, so that nothing has to be guessed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-part-page-private.h"

#include <string.h>

static gboolean
is_page (const char *fragment)
{
  while (g_ascii_isspace (*fragment))
    fragment++;
  return g_ascii_strncasecmp (fragment, "<html", 5) == 0 || g_ascii_strncasecmp (fragment, "<!doctype", 9) == 0;
}

GBytes *
rap_part_page_new (const char *title,
                   const char *language,
                   const char *fragment)
{
  GString *page = g_string_new (NULL);
  g_autofree char *headline = NULL;

  if (is_page (fragment))
    {
      g_string_append (page, fragment);
      return g_string_free_to_bytes (page);
    }
  g_string_append_printf (page, "<!DOCTYPE html>\n<html%s%s%s>", language != NULL ? " lang=\"" : "",
                          language != NULL ? language : "", language != NULL ? "\"" : "");
  g_string_append (page, "<head><meta charset=\"utf-8\"></head>\n<body><article>\n");
  if (title != NULL)
    {
      headline = g_markup_escape_text (title, -1);
      g_string_append_printf (page, "<h1>%s</h1>\n", headline);
    }
  g_string_append (page, fragment);
  g_string_append (page, "\n</article></body></html>\n");
  return g_string_free_to_bytes (page);
}

char *
rap_part_page_escape (const char *text)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, strstr (text, "\n\n") != NULL ? "\n\n" : "\n", -1);
  GString *html = g_string_new (NULL);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      g_autofree char *escaped = g_markup_escape_text (g_strstrip (paragraphs[i]), -1);

      if (*escaped != '\0')
        g_string_append_printf (html, "<p>%s</p>\n", escaped);
    }
  return g_string_free (html, FALSE);
}
