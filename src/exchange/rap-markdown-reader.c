/* rap-markdown-reader.c
 *
 * Markdown (CommonMark, by cmark). A file is taken for Markdown only when it
 * has front matter or several marks that nobody writes in plain text: headings
 * with "#", links in brackets, bold with asterisks. One of which much is links
 * or HTML is a clipped page and handed on as one; any other is the report itself.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-part.h"

#include <cmark.h>
#include <stdlib.h>
#include <string.h>

#include "rap-front-matter-private.h"
#include "rap-markdown-text-private.h"
#include "rap-part-page-private.h"
#include "rap-part-values-private.h"

#define SNIFF_BYTES (64 * 1024)
/* Marks of lists and quotations at the beginning of one line: they take cmark a time that grows with their square. */
#define MAX_NESTING 100

typedef struct
{
  guint headings;
  guint links;
  guint bold;
  guint fences;
} Marks;

static const char *
skip_mark (const char *p,
           const char *end)
{
  return end - p >= 3 && memcmp (p, "\xef\xbb\xbf", 3) == 0 ? p + 3 : p;
}

static void
count_line (Marks      *marks,
            const char *line,
            gsize       length)
{
  gsize n = 0;

  while (n < length && line[n] == '#')
    n++;
  if (n >= 1 && n <= 6 && n + 1 < length && line[n] == ' ')
    marks->headings++;
  if (length >= 3 && memcmp (line, "```", 3) == 0)
    marks->fences++;
  for (gsize i = 0; i + 6 < length; i++)
    {
      if (line[i] == ']' && line[i + 1] == '(' && (memcmp (line + i + 2, "http", 4) == 0 || line[i + 2] == '/'))
        marks->links++;
      if (line[i] == '*' && line[i + 1] == '*' && !g_ascii_isspace (line[i + 2]) && line[i + 2] != '*'
          && g_strstr_len (line + i + 2, length - i - 2, "**") != NULL)
        marks->bold++;
    }
}

static gboolean
sniff (const guint8 *data,
       gsize         length)
{
  const char *end = length > 0 ? (const char *) data + MIN (length, SNIFF_BYTES) : (const char *) data;
  const char *p = skip_mark ((const char *) data, end);
  Marks marks = { 0 };

  if (rap_front_matter_measure (p, end - p) > 0)
    return TRUE;
  while (p < end && g_ascii_isspace (*p))
    p++;
  if (p == end || *p == '<' || *p == '{' || memchr (p, '\0', end - p) != NULL)
    return FALSE;
  while (p < end)
    {
      const char *newline = memchr (p, '\n', end - p);
      const char *stop = newline != NULL ? newline : end;

      /* no line of prose is that long, and none of marks either */
      count_line (&marks, p, MIN (stop - p, 8192));
      p = newline != NULL ? newline + 1 : end;
    }
  if (marks.headings > 0)
    return marks.headings > 1 || marks.links > 0 || marks.bold > 0 || marks.fences > 1;
  return marks.links > 1;
}

/* The heading that the document begins with. */
static char *
find_title (cmark_node *document)
{
  cmark_node *first = cmark_node_first_child (document);
  g_autofree char *text = NULL;

  if (first == NULL || cmark_node_get_type (first) != CMARK_NODE_HEADING || cmark_node_get_heading_level (first) > 2)
    return NULL;
  text = rap_markdown_text_render (first);
  return rap_part_value_line (text);
}

/* The headline is not part of the report below it. */
static void
take_title (RapPart    *part,
            cmark_node *document)
{
  g_autofree char *title = find_title (document);
  cmark_node *first = cmark_node_first_child (document);

  if (title == NULL)
    return;
  if (part->title == NULL)
    {
      part->title = g_strdup (title);
      part->where = "Markdown heading";
    }
  if (g_str_equal (part->title, title))
    cmark_node_free (first);
}

static void
fill_bytes (RapPart    *part,
            cmark_node *document)
{
  part->charset = g_strdup ("UTF-8");
  if (rap_markdown_text_is_page (document))
    {
      char *text = cmark_render_html (document, CMARK_OPT_UNSAFE);
      part->kind = RAP_PART_HTML;
      part->bytes = rap_part_page_new (part->title, part->language, text);
      free (text);
    }
  else
    {
      char *text = rap_markdown_text_render (document);

      part->kind = RAP_PART_BODY;
      part->bytes = g_bytes_new_take (text, strlen (text));
    }
}

/* Whether a line begins with marks for more levels than anybody writes; a row of one mark is a rule. */
static gboolean
nests_too_deeply (const char *text)
{
  for (const char *line = text; line != NULL; line = strchr (line, '\n'))
    {
      guint n = 0;

      line += *line == '\n';
      for (const char *p = line; strchr (">-*+ \t0123456789.)", *p) != NULL && *p != '\0'; p++)
        n += *p == '>' || *p == '-' || *p == '*' || *p == '+' || *p == '.' || *p == ')';
      if (n > MAX_NESTING && strspn (line, "-*+ \t\r") < strcspn (line, "\n"))
        return TRUE;
    }
  return FALSE;
}

static char *
dup_text (GBytes  *bytes,
          GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  const char *text = length > 0 ? skip_mark (data, data + length) : "";
  g_autofree char *valid = NULL;

  valid = g_utf8_make_valid (text, length > 0 ? data + length - text : 0);
  if (rap_part_value_is_blank (valid, strlen (valid)))
    {
      g_set_error_literal (error, RAP_ERROR, RAP_ERROR_EMPTY, "the Markdown file has no text");
      return NULL;
    }
  if (nests_too_deeply (valid))
    {
      g_set_error_literal (error, RAP_ERROR, RAP_ERROR_FORMAT, "lists or quotations of the Markdown file are nested too deeply");
      return NULL;
    }
  return g_steal_pointer (&valid);
}

static gboolean
read_markdown (GBytes       *bytes,
               RapPartFunc   func,
               gpointer      user_data,
               GError      **error)
{
  g_auto (RapPart) part = { .where = "front matter" };
  g_autofree char *text = dup_text (bytes, error);
  cmark_node *document;
  gsize head;

  if (text == NULL)
    return FALSE;
  head = rap_front_matter_measure (text, strlen (text));
  if (head > 0)
    rap_front_matter_read (text, head, &part);
  document = cmark_parse_document (text + head, strlen (text + head), CMARK_OPT_DEFAULT);
  take_title (&part, document);
  fill_bytes (&part, document);
  cmark_node_free (document);
  if (rap_part_value_is_blank (g_bytes_get_data (part.bytes, NULL), g_bytes_get_size (part.bytes)))
    {
      g_set_error_literal (error, RAP_ERROR, RAP_ERROR_EMPTY, "the Markdown file has no text");
      return FALSE;
    }
  func (&part, user_data);
  return TRUE;
}

const RapPartReader rap_markdown_reader = { "markdown", sniff, read_markdown };
