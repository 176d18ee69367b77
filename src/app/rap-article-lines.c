/* rap-article-lines.c
 *
 * Geometry of passages: display lines by walking down from the first visible
 * one; boxes by the positions of the first and last character where a line has
 * one direction, character by character where directions mix.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-article-lines.h"
#include "rap-article-point.h"

/* First code point of the scripts that run from right to left. */
#define FIRST_RTL 0x0590

static gboolean
is_plain (const RapText *text,
          RapRange       range)
{
  const char *utf8 = rap_text_get_utf8 (text);
  const char *end = utf8 + rap_text_to_byte (text, range.end);

  for (const char *p = utf8 + rap_text_to_byte (text, range.start); p < end; p = g_utf8_next_char (p))
    if ((guchar) *p >= 0x80)
      {
        gunichar c = g_utf8_get_char (p);

        if ((c >= FIRST_RTL && c < 0x0900) || (c >= 0x200e && c <= 0x202e) ||
            (c >= 0xfb1d && c < 0xff00) || (c >= 0x10800 && c < 0x11000) || c >= 0x1e800)
          return FALSE;
      }
  return TRUE;
}

/* Where the character at @offset stands; its width is never negative. */
static GdkRectangle
locate (GtkTextView *view,
        guint        offset)
{
  GdkRectangle box;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, (int) offset);
  gtk_text_view_get_iter_location (view, &iter, &box);
  if (box.width < 0)
    {
      box.x += box.width;
      box.width = -box.width;
    }
  return box;
}

static RapArticleLine
measure_line (GtkTextView       *view,
              const RapText     *text,
              const GtkTextIter *start,
              const GtkTextIter *end)
{
  RapArticleLine line;
  GdkRectangle box;

  line.range.start = (guint) gtk_text_iter_get_offset (start);
  line.range.end = (guint) gtk_text_iter_get_offset (end);
  line.plain = is_plain (text, line.range);
  gtk_text_view_get_iter_location (view, start, &box);
  line.top = box.y;
  line.height = box.height;
  return line;
}

/* From the start of a display line, sets @end to where it ends and moves
 * @start to the next one that is visible; FALSE when there is none. GTK's end
 * of a wrapped line is before its last character, hence the step. */
static gboolean
next_line (GtkTextView *view,
           GtkTextIter *start,
           GtkTextIter *end)
{
  *end = *start;
  if (!gtk_text_iter_ends_line (end))
    gtk_text_view_forward_display_line_end (view, end);
  if (gtk_text_iter_ends_line (end) || gtk_text_iter_compare (end, start) <= 0)
    return gtk_text_iter_forward_visible_line (start);

  if (!gtk_text_view_starts_display_line (view, end))
    gtk_text_iter_forward_char (end);
  *start = *end;
  return TRUE;
}

GArray *
rap_article_lines_collect (GtkTextView   *view,
                           const RapText *text,
                           int            top,
                           int            bottom)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (RapArticleLine));
  GtkTextIter start, next, end;
  gboolean more = TRUE;

  rap_article_point_find (view, 0, top, &start);
  gtk_text_view_backward_display_line_start (view, &start);
  while (more)
    {
      RapArticleLine line;

      next = start;
      more = next_line (view, &next, &end);
      line = measure_line (view, text, &start, &end);
      if (line.top >= bottom)
        break;
      if (!rap_range_is_empty (line.range) && line.height > 0)
        g_array_append_val (lines, line);
      start = next;
    }
  return lines;
}

/* White space at either end of a line shows nothing. */
static RapRange
strip (const RapText *text,
       RapRange       range)
{
  const char *utf8 = rap_text_get_utf8 (text);
  const char *start = utf8 + rap_text_to_byte (text, range.start);
  const char *end = utf8 + rap_text_to_byte (text, range.end);

  while (start < end && g_unichar_isspace (g_utf8_get_char (start)))
    {
      start = g_utf8_next_char (start);
      range.start++;
    }
  while (end > start && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    {
      end = g_utf8_prev_char (end);
      range.end--;
    }
  return range;
}

/* Extends the last box when @box touches it, else begins another. */
static void
add_box (GArray             *boxes,
         guint               first,
         const GdkRectangle *box)
{
  if (box->width == 0)
    return;
  if (boxes->len > first)
    {
      GdkRectangle *last = &g_array_index (boxes, GdkRectangle, boxes->len - 1);

      if (box->x <= last->x + last->width + 1 && box->x + box->width >= last->x - 1)
        {
          gdk_rectangle_union (last, box, last);
          return;
        }
    }
  g_array_append_val (boxes, *box);
}

void
rap_article_line_get_boxes (const RapArticleLine *line,
                            GtkTextView          *view,
                            const RapText        *text,
                            RapRange              range,
                            GArray               *boxes)
{
  RapRange part = strip (text, rap_range_intersect (range, line->range));
  guint first = boxes->len;

  if (rap_range_is_empty (part))
    return;
  if (line->plain)
    {
      GdkRectangle box = locate (view, part.start);
      GdkRectangle last = locate (view, part.end - 1);

      box.width = last.x + last.width - box.x;
      add_box (boxes, first, &box);
      return;
    }
  for (guint offset = part.start; offset < part.end; offset++)
    {
      GdkRectangle box = locate (view, offset);

      add_box (boxes, first, &box);
    }
}
