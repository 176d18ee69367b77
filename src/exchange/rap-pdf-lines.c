/* rap-pdf-lines.c
 *
 * Poppler finds the lines of scripts written from left to right well. Of right
 * to left ones it often makes single letters, with spaces where there are none
 * and rows out of order; these are put together anew from where the letters
 * stand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-pdf-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* More letters are on no page. */
#define MAX_GLYPHS 200000
/* A gap of this share of the line's height is a space … */
#define SPACE_SHARE 0.14
/* … and one of this share is the white between columns. */
#define COLUMN_SHARE 1.5

/* A letter and where it stands. */
typedef struct
{
  gunichar character;
  double   x1, y1, x2, y2;
  double   centre;
} Glyph;

static void
clear_line (gpointer line)
{
  g_free (((RapPdfLine *) line)->text);
}

/* Marks of direction that Poppler puts in, one or two a word; no rectangle belongs to them. */
static gboolean
is_mark (gunichar character)
{
  return (character >= 0x202a && character <= 0x202e) || character == 0x200e || character == 0x200f;
}

static gboolean
is_rtl (gunichar character)
{
  return (character >= 0x590 && character <= 0x8ff && !(character >= 0x660 && character <= 0x669)
          && !(character >= 0x6f0 && character <= 0x6f9))
         || (character >= 0xfb1d && character <= 0xfdff) || (character >= 0xfe70 && character <= 0xfeff);
}

/* Letters and digits that are read from left to right, even in a line that is not. */
static gboolean
is_ltr (gunichar character)
{
  return !is_rtl (character) && g_unichar_isalnum (character);
}

/* Ligatures and the forms of Arabic letters as the letters that they stand for. */
static void
append_character (GString  *out,
                  gunichar  character)
{
  char text[8] = "";

  g_unichar_to_utf8 (character, text);
  if ((character >= 0xfb00 && character <= 0xfdff) || (character >= 0xfe70 && character < 0xfeff))
    {
      g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);

      g_string_append (out, plain != NULL ? plain : text);
    }
  else if (character >= 0x20 && character != 0x7f && character != 0xfffd && !(character >= 0xe000 && character <= 0xf8ff))
    {
      g_string_append (out, text);
    }
}

/* The glyph of one letter, from its rectangle. */
static Glyph
make_glyph (gunichar                character,
            const PopplerRectangle *rectangle)
{
  Glyph glyph = { character };

  if (!isfinite (rectangle->x1) || !isfinite (rectangle->x2) || !isfinite (rectangle->y1) || !isfinite (rectangle->y2))
    return glyph;
  glyph.x1 = MIN (rectangle->x1, rectangle->x2);
  glyph.x2 = MAX (rectangle->x1, rectangle->x2);
  glyph.y1 = MIN (rectangle->y1, rectangle->y2);
  glyph.y2 = MAX (rectangle->y1, rectangle->y2);
  glyph.centre = (glyph.y1 + glyph.y2) / 2;
  return glyph;
}

/* Poppler's text and rectangles, paired. */
static GArray *
read_area (PopplerPage      *page,
           PopplerRectangle *area)
{
  g_autofree char *text = poppler_page_get_selected_text (page, POPPLER_SELECTION_GLYPH, area);
  g_autofree PopplerRectangle *rectangles = NULL;
  GArray *glyphs = g_array_new (FALSE, FALSE, sizeof (Glyph));
  guint n = 0, i = 0;

  if (text == NULL || !poppler_page_get_text_layout_for_area (page, area, &rectangles, &n))
    return glyphs;
  for (const char *p = text; *p != '\0' && i < n && i < MAX_GLYPHS; p = g_utf8_next_char (p))
    if (!is_mark (g_utf8_get_char (p)))
      {
        Glyph glyph = make_glyph (g_utf8_get_char (p), &rectangles[i++]);

        g_array_append_val (glyphs, glyph);
      }
  return glyphs;
}

/* Poppler selects from a first block to a last one. From the wrong corner it misses what it takes to stand before or
 * behind them; the corner that gives more is the right one. */
static GArray *
read_glyphs (PopplerPage *page)
{
  PopplerRectangle area = { 0 };
  g_autoptr (GArray) from_left = NULL;
  g_autoptr (GArray) from_right = NULL;

  poppler_page_get_size (page, &area.x2, &area.y2);
  from_left = read_area (page, &area);
  area.x1 = area.x2;
  area.x2 = 0;
  from_right = read_area (page, &area);
  return from_right->len > from_left->len ? g_steal_pointer (&from_right) : g_steal_pointer (&from_left);
}

static void
start_line (RapPdfLine *line,
            GString    *text)
{
  *line = (RapPdfLine) { NULL, G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };
  g_string_truncate (text, 0);
}

static void
extend_line (RapPdfLine  *line,
             const Glyph *glyph)
{
  line->x1 = MIN (line->x1, glyph->x1);
  line->x2 = MAX (line->x2, glyph->x2);
  line->y1 = MIN (line->y1, glyph->y1);
  line->y2 = MAX (line->y2, glyph->y2);
}

/* @width: of the line so far. */
static void
end_word (RapPdfLine *line,
          GString    *text,
          double      width)
{
  if (line->first_word <= 0)
    line->first_word = width;
  g_string_append_c (text, ' ');
}

static void
finish_line (GArray     *lines,
             RapPdfLine *line,
             GString    *text,
             gboolean    rtl)
{
  g_strstrip (text->str);
  if (*text->str == '\0')
    return;
  line->text = g_strdup (text->str);
  line->size = line->y2 - line->y1;
  line->first_word = line->first_word > 0 ? line->first_word : line->x2 - line->x1;
  line->rtl = rtl;
  g_array_append_val (lines, *line);
}

/* The lines as Poppler has them. */
static void
take_lines (GArray *glyphs,
            GArray *lines)
{
  g_autoptr (GString) text = g_string_new (NULL);
  RapPdfLine line;
  gboolean spaced = FALSE;

  start_line (&line, text);
  for (guint i = 0; i <= glyphs->len; i++)
    {
      const Glyph *glyph = i < glyphs->len ? &g_array_index (glyphs, Glyph, i) : NULL;

      if (glyph == NULL || glyph->character == '\n' || glyph->character == '\f')
        {
          finish_line (lines, &line, text, FALSE);
          start_line (&line, text);
          spaced = FALSE;
        }
      else if (g_unichar_isspace (glyph->character))
        {
          spaced = text->len > 0;
        }
      else
        {
          if (spaced)
            end_word (&line, text, line.x2 - line.x1);
          spaced = FALSE;
          append_character (text, glyph->character);
          extend_line (&line, glyph);
        }
    }
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const Glyph *first = a, *second = b;

  return (first->centre > second->centre) - (first->centre < second->centre);
}

static int
compare_from_right (gconstpointer a,
                    gconstpointer b)
{
  const Glyph *first = a, *second = b;

  return (first->x2 < second->x2) - (first->x2 > second->x2);
}

/* Turns the runs from left to right, which were collected from the right, back. */
static void
turn_runs (Glyph *glyphs,
           guint  n)
{
  for (guint i = 0; i < n;)
    {
      guint end = i;

      if (!is_ltr (glyphs[i].character))
        {
          i++;
          continue;
        }
      /* what stands between two of them, but for a letter of the other direction, is part of the run */
      for (guint j = i; j < n && !is_rtl (glyphs[j].character); j++)
        if (is_ltr (glyphs[j].character))
          end = j;
      for (guint a = i, b = end; a < b; a++, b--)
        {
          Glyph other = glyphs[a];

          glyphs[a] = glyphs[b];
          glyphs[b] = other;
        }
      i = end + 1;
    }
}

/* A segment of a row: its letters from the right, without spaces. */
static void
take_segment (Glyph  *glyphs,
              guint   n,
              GArray *lines)
{
  g_autoptr (GString) text = g_string_new (NULL);
  RapPdfLine line;

  start_line (&line, text);
  for (guint i = 0; i < n; i++)
    extend_line (&line, &glyphs[i]);
  turn_runs (glyphs, n);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        {
          double gap = MAX (glyphs[i].x1, glyphs[i - 1].x1) - MIN (glyphs[i].x2, glyphs[i - 1].x2);
          gboolean run = glyphs[i].x1 > glyphs[i - 1].x1;
          gboolean jump = run && !(is_ltr (glyphs[i].character) || is_ltr (glyphs[i - 1].character));

          if (gap > SPACE_SHARE * (line.y2 - line.y1) && !jump)
            end_word (&line, text, line.x2 - glyphs[i - 1].x1);
        }
      append_character (text, glyphs[i].character);
    }
  finish_line (lines, &line, text, TRUE);
}

static void
take_row (Glyph  *glyphs,
          guint   n,
          GArray *lines)
{
  guint start = 0;

  qsort (glyphs, n, sizeof *glyphs, compare_from_right);
  for (guint i = 1; i <= n; i++)
    if (i == n || glyphs[i - 1].x1 - glyphs[i].x2 > COLUMN_SHARE * (glyphs[i].y2 - glyphs[i].y1))
      {
        take_segment (glyphs + start, i - start, lines);
        start = i;
      }
}

/* Rows by where the letters stand. */
static void
take_rows (GArray *glyphs,
           GArray *lines)
{
  Glyph *all;
  guint n = 0, start = 0;

  for (guint i = 0; i < glyphs->len; i++)
    {
      const Glyph *glyph = &g_array_index (glyphs, Glyph, i);

      if (!g_unichar_isspace (glyph->character))
        g_array_index (glyphs, Glyph, n++) = *glyph;
    }
  g_array_set_size (glyphs, n);
  if (n == 0)
    return;
  g_array_sort (glyphs, compare_rows);
  all = &g_array_index (glyphs, Glyph, 0);
  for (guint i = 1; i <= n; i++)
    if (i == n || all[i].centre - all[i - 1].centre > 0.3 * MAX (1, all[i - 1].y2 - all[i - 1].y1))
      {
        take_row (all + start, i - start, lines);
        start = i;
      }
}

static gboolean
is_rtl_page (GArray *glyphs)
{
  guint n_rtl = 0, n_ltr = 0;

  for (guint i = 0; i < glyphs->len; i++)
    {
      gunichar character = g_array_index (glyphs, Glyph, i).character;

      n_rtl += is_rtl (character);
      n_ltr += is_ltr (character);
    }
  return n_rtl > n_ltr;
}

GArray *
rap_pdf_lines_new (PopplerPage *page,
                   guint        number)
{
  g_autoptr (GArray) glyphs = read_glyphs (page);
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (RapPdfLine));
  double width = 0, height = 0;

  g_array_set_clear_func (lines, clear_line);
  poppler_page_get_size (page, &width, &height);
  if (is_rtl_page (glyphs))
    take_rows (glyphs, lines);
  else
    take_lines (glyphs, lines);
  for (guint i = 0; i < lines->len; i++)
    {
      g_array_index (lines, RapPdfLine, i).page = number;
      g_array_index (lines, RapPdfLine, i).page_height = height;
    }
  return lines;
}
