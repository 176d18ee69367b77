/* rap-reading-hits.c
 *
 * The lines on show, and on each the hits that begin before it ends: found by
 * bisection, since there may be thousands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-reading-hits.h"

#include "rap-article-lines.h"

#define CORNER 3.0f

static void
draw_box (GtkSnapshot        *snapshot,
          const GdkRectangle *box,
          const RapArticleLine *line,
          const GdkRGBA      *accent,
          gboolean            is_current)
{
  graphene_rect_t area = GRAPHENE_RECT_INIT (box->x - 1, line->top, box->width + 2, line->height);
  float width = is_current ? 2 : 1;
  float widths[4] = { width, width, width, width };
  GdkRGBA tint = *accent;
  GdkRGBA edge = *accent;
  GskRoundedRect outline;

  tint.alpha *= is_current ? 0.42f : 0.18f;
  edge.alpha *= is_current ? 1 : 0.55f;
  gsk_rounded_rect_init_from_rect (&outline, &area, CORNER);
  gtk_snapshot_append_color (snapshot, &tint, &area);
  gtk_snapshot_append_border (snapshot, &outline, widths, (GdkRGBA[4]) { edge, edge, edge, edge });
}

/* The first hit that ends after @offset. */
static guint
find_first (const GArray *hits,
            guint         offset)
{
  guint low = 0, high = hits->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (hits, RapRange, middle).end > offset)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

void
rap_reading_hits_snapshot (GtkTextView   *view,
                           const RapText *text,
                           const GArray  *hits,
                           RapRange       current,
                           int            top,
                           int            bottom,
                           GtkSnapshot   *snapshot)
{
  g_autoptr (GArray) lines = NULL;
  g_autoptr (GArray) boxes = NULL;
  GdkRGBA accent;

  if (hits->len == 0 ||
      !gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (view)), "accent_color", &accent))
    return;
  lines = rap_article_lines_collect (view, text, top, bottom);
  boxes = g_array_new (FALSE, FALSE, sizeof (GdkRectangle));
  for (guint i = 0; i < lines->len; i++)
    {
      const RapArticleLine *line = &g_array_index (lines, RapArticleLine, i);

      for (guint k = find_first (hits, line->range.start);
           k < hits->len && g_array_index (hits, RapRange, k).start < line->range.end; k++)
        {
          RapRange hit = g_array_index (hits, RapRange, k);

          g_array_set_size (boxes, 0);
          rap_article_line_get_boxes (line, view, text, hit, boxes);
          for (guint b = 0; b < boxes->len; b++)
            draw_box (snapshot, &g_array_index (boxes, GdkRectangle, b), line, &accent, rap_range_equal (hit, current));
        }
    }
}
