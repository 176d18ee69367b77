/* rap-article-furniture.c
 *
 * Finds the blocks of lines that are not the report.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-article-furniture.h"

/* The line under the hand while walking down the text. */
typedef struct
{
  RapRange range;   /* with its line end */
  gboolean blank;
} Line;

static Line
read_line (const char *utf8,
           guint       start)
{
  Line line = { { start, start }, TRUE };

  for (const char *p = utf8; *p != '\0'; p = g_utf8_next_char (p))
    {
      line.range.end++;
      if (*p == '\n')
        break;
      if (!g_unichar_isspace (g_utf8_get_char (p)))
        line.blank = FALSE;
    }
  return line;
}

/* @next: the first body range that may still matter; moves on with the lines. */
static gboolean
touches_body (const GArray *body,
              guint        *next,
              RapRange      line)
{
  while (*next < body->len && g_array_index (body, RapRange, *next).end <= line.start)
    (*next)++;
  return *next < body->len && rap_range_overlaps (g_array_index (body, RapRange, *next), line);
}

static void
close_block (GArray       *blocks,
             RapFurniture *block,
             guint         end)
{
  if (block->n_lines > 0)
    {
      block->range.end = end;
      g_array_append_val (blocks, *block);
    }
  block->n_lines = 0;
}

GArray *
rap_article_furniture_find (const RapArticle *article)
{
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (RapFurniture));
  RapFurniture block = { { 0, 0 }, 0 };
  const char *utf8;
  guint next = 0;
  Line line = { { 0, 0 }, TRUE };

  if (article->body == NULL || article->body->len == 0)
    return blocks;

  for (utf8 = rap_text_get_utf8 (article->text);
       *utf8 != '\0';
       utf8 = g_utf8_offset_to_pointer (utf8, rap_range_length (line.range)))
    {
      line = read_line (utf8, line.range.end);
      if (!line.blank && touches_body (article->body, &next, line.range))
        {
          close_block (blocks, &block, line.range.start);
          continue;
        }
      if (line.blank)
        continue;
      if (block.n_lines++ == 0)
        block.range.start = line.range.start;
    }
  close_block (blocks, &block, line.range.end);
  return blocks;
}

guint
rap_article_get_body_start (const RapArticle *article)
{
  return article->body != NULL && article->body->len > 0 ? g_array_index (article->body, RapRange, 0).start : 0;
}

gboolean
rap_article_has_same_body (const RapArticle *a,
                           const RapArticle *b)
{
  guint n = a->body != NULL ? a->body->len : 0;

  if (n != (b->body != NULL ? b->body->len : 0))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!rap_range_equal (g_array_index (a->body, RapRange, i), g_array_index (b->body, RapRange, i)))
      return FALSE;
  return TRUE;
}

gboolean
rap_article_crosses_furniture (const RapArticle *article,
                               RapRange          range)
{
  const char *utf8 = rap_text_get_utf8 (article->text);
  gsize byte = rap_text_to_byte (article->text, range.start);
  gboolean in_body = FALSE, outside = FALSE;
  Line line;
  guint next = 0;

  if (article->body == NULL || article->body->len == 0)
    return FALSE;
  while (byte > 0 && utf8[byte - 1] != '\n')
    byte--;
  line.range.end = rap_text_from_byte (article->text, byte);
  for (utf8 += byte; *utf8 != '\0' && line.range.end < range.end;
       utf8 = g_utf8_offset_to_pointer (utf8, rap_range_length (line.range)))
    {
      line = read_line (utf8, line.range.end);
      if (line.blank)
        continue;
      if (touches_body (article->body, &next, line.range))
        in_body = TRUE;
      else
        outside = TRUE;
    }
  return in_body && outside;
}
