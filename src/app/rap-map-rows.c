/* rap-map-rows.c
 *
 * Lines with the height above each, searched by halves; and the painting of
 * ticks into rows, lightest first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-map-rows.h"

/**
 * MapLine: one line of the text (a paragraph)
 * @start: its first code point
 * @above: height of all lines before it, in display lines
 */
typedef struct
{
  guint  start;
  double above;
} MapLine;

/**
 * RapMapScale:
 * @lines: (element-type MapLine): ascending; the last one is the end of the text
 */
struct _RapMapScale
{
  GArray *lines;
};

static gboolean
is_in_body (const RapArticle *article,
            guint             start,
            guint             end,
            guint            *next)
{
  const GArray *body = article->body;

  if (body == NULL || body->len == 0)
    return TRUE;
  while (*next < body->len && g_array_index (body, RapRange, *next).end <= start)
    (*next)++;
  return *next < body->len && g_array_index (body, RapRange, *next).start < end;
}

static void
add_line (RapMapScale *self,
          guint        start,
          double       above)
{
  MapLine line = { start, above };

  g_array_append_val (self->lines, line);
}

RapMapScale *
rap_map_scale_new (const RapArticle *article)
{
  RapMapScale *self = g_new0 (RapMapScale, 1);
  const char *p = rap_text_get_utf8 (article->text);
  guint n = rap_text_get_length (article->text);
  guint start = 0;
  guint next = 0;
  double above = 0;

  self->lines = g_array_new (FALSE, FALSE, sizeof (MapLine));
  for (guint i = 0; i <= n; i++)
    {
      if (i == n || *p == '\n')
        {
          add_line (self, start, above);
          if (is_in_body (article, start, MAX (i, start + 1), &next))
            above += MAX (1.0, (double) (i - start) / RAP_MAP_LINE);
          start = i + 1;
        }
      p = g_utf8_next_char (p);
    }
  add_line (self, start, above);
  return self;
}

void
rap_map_scale_free (RapMapScale *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->lines);
  g_free (self);
}

static const MapLine *
get_line (const RapMapScale *self,
          guint              i)
{
  return &g_array_index (self->lines, MapLine, i);
}

/* The last line with @start at or before @offset, or with @above at or below
 * @height; never the end of the text. */
static guint
find_line (const RapMapScale *self,
           guint              offset,
           double             height)
{
  guint low = 0;
  guint high = self->lines->len - 1;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;
      const MapLine *line = get_line (self, middle);

      if (line->start <= offset && line->above <= height)
        low = middle;
      else
        high = middle;
    }
  return low;
}

static double
get_height (const RapMapScale *self)
{
  return MAX (get_line (self, self->lines->len - 1)->above, 1.0);
}

double
rap_map_scale_to_share (const RapMapScale *self,
                        guint              offset)
{
  guint i = find_line (self, offset, G_MAXDOUBLE);
  const MapLine *line = get_line (self, i);
  const MapLine *next = get_line (self, i + 1);
  double part = (double) (offset - line->start) / MAX (1, next->start - line->start);

  return (line->above + MIN (part, 1.0) * (next->above - line->above)) / get_height (self);
}

guint
rap_map_scale_to_offset (const RapMapScale *self,
                         double             share)
{
  double height = CLAMP (share, 0.0, 1.0) * get_height (self);
  guint i = find_line (self, G_MAXUINT, height);
  const MapLine *line = get_line (self, i);
  const MapLine *next = get_line (self, i + 1);
  double part = next->above > line->above ? (height - line->above) / (next->above - line->above) : 0;

  return line->start + (guint) (MIN (part, 1.0) * (next->start - 1 - line->start));
}

static void
fill_tick (guint32          *cells,
           guint             n_rows,
           guint             n_columns,
           guint             min_rows,
           const RapMapTick *tick)
{
  guint first = MIN ((guint) (CLAMP (tick->top, 0.0, 1.0) * n_rows), n_rows - 1);
  guint last = MIN ((guint) (CLAMP (tick->bottom, 0.0, 1.0) * n_rows), n_rows);

  last = MAX (last, first + min_rows);
  if (last > n_rows)
    {
      last = n_rows;
      first = MIN (first, n_rows - MIN (min_rows, n_rows));
    }
  for (guint row = first; row < last; row++)
    cells[row * n_columns + tick->column] = tick->colour;
}

void
rap_map_rows_fill (guint32          *cells,
                   guint             n_rows,
                   guint             n_columns,
                   guint             min_rows,
                   const RapMapTick *ticks,
                   guint             n_ticks)
{
  for (guint i = 0; i < n_rows * n_columns; i++)
    cells[i] = 0;
  if (n_rows == 0)
    return;
  for (guint weight = 0; weight <= RAP_MAP_MAX_WEIGHT; weight++)
    for (guint i = 0; i < n_ticks; i++)
      if (ticks[i].weight == weight && ticks[i].column < n_columns)
        fill_tick (cells, n_rows, n_columns, min_rows, &ticks[i]);
}
