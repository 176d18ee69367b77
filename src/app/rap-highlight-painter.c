/* rap-highlight-painter.c
 *
 * For the visible lines: the tints of what lies on them, from the outside in,
 * then the lines below the text in their lanes, and the bars in the margin;
 * last what is only proposed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <adwaita.h>

#include "rap-highlight-painter.h"

#include "rap-article-lines.h"
#include "rap-kind-colours.h"

#define LANE_PITCH    4.0f   /* from one lane to the next below the text */
#define LANE_ROOM     12     /* what the lanes may take before they are squeezed, of which */
#define LANE_HANG     7      /* so much may hang into the line below */
#define BAR_WIDTH     3.0f   /* of a coding in the margin */
#define BAR_PITCH     5.0f
#define BAR_DISTANCE  14.0f  /* from the text */
#define CORNER        3.0f

/**
 * RapHighlightPainter:
 * @view: not owned
 * @colours: of the kinds
 * @grey: of what has no colour where colours do not stand for kinds
 * @own: colour of a mark (interned) to GdkRGBA
 * @boxes: (element-type GdkRectangle): scratch
 */
struct _RapHighlightPainter
{
  GtkTextView *view;
  GdkRGBA      colours[RAP_HIGHLIGHT_CODING + 1];
  GdkRGBA      grey;
  GdkRGBA      doubt;
  GHashTable  *own;
  gboolean     contrast;
  GArray      *boxes;
};

/* What is being drawn: one line of the text. @pitch: from lane to lane. */
typedef struct
{
  RapHighlightPainter   *painter;
  const RapArticleMarks *marks;
  const RapText         *text;
  const RapArticleLine  *line;
  GtkSnapshot           *snapshot;
  float                  pitch;
} Drawing;

/* How strongly the ground behind the text is tinted. */
static float
get_tint (RapHighlightStyle style,
          RapEmphasis       emphasis)
{
  static const float claims[] = { 0.25f, 0.34f, 0.44f, 0.56f };
  static const float meetings[] = { 0.17f, 0.28f, 0.36f, 0.48f };
  static const float others[] = { 0.0f, 0.13f, 0.22f, 0.32f };

  if (style == RAP_HIGHLIGHT_CLAIM)
    return claims[emphasis];
  return style == RAP_HIGHLIGHT_MEETING ? meetings[emphasis] : others[emphasis];
}

static const GdkRGBA *
get_own_colour (RapHighlightPainter *self,
                const char          *name)
{
  GdkRGBA *colour = g_hash_table_lookup (self->own, name);

  if (colour != NULL)
    return colour;
  colour = g_new0 (GdkRGBA, 1);
  if (!gdk_rgba_parse (colour, name))
    rap_kind_colours_lookup (GTK_WIDGET (self->view), name, colour);
  g_hash_table_insert (self->own, (gpointer) name, colour);
  return colour;
}

static GdkRGBA
get_colour (const Drawing        *drawing,
            const RapHighlight   *highlight,
            const RapArticleMark *mark)
{
  if (mark->colour != NULL)
    return *get_own_colour (drawing->painter, mark->colour);
  if (rap_article_marks_get_colour_by (drawing->marks) != RAP_COLOUR_BY_KIND)
    return drawing->painter->grey;
  return drawing->painter->colours[highlight->style == RAP_HIGHLIGHT_GAP ? RAP_HIGHLIGHT_CLAIM : highlight->style];
}

static void
find_boxes (const Drawing      *drawing,
            const RapHighlight *highlight)
{
  g_array_set_size (drawing->painter->boxes, 0);
  rap_article_line_get_boxes (drawing->line, drawing->painter->view, drawing->text,
                              highlight->range, drawing->painter->boxes);
}

static void
draw_outline (const Drawing         *drawing,
              const graphene_rect_t *area,
              const GdkRGBA         *colour)
{
  GskRoundedRect outline;
  float widths[4] = { 1, 1, 1, 1 };
  GdkRGBA colours[4] = { *colour, *colour, *colour, *colour };

  gsk_rounded_rect_init_from_rect (&outline, area, CORNER);
  gtk_snapshot_append_border (drawing->snapshot, &outline, widths, colours);
}

/* Repeats @dash every @period pixels along a line. */
static void
draw_dashes (const Drawing *drawing,
             float          x,
             float          y,
             float          width,
             float          height,
             float          dash,
             float          period,
             const GdkRGBA *colour)
{
  for (float done = 0; done < width; done += period)
    gtk_snapshot_append_color (drawing->snapshot, colour,
                               &GRAPHENE_RECT_INIT (x + done, y, MIN (dash, width - done), height));
}

static void
draw_doubt (const Drawing         *drawing,
            const graphene_rect_t *area)
{
  const GdkRGBA *colour = &drawing->painter->doubt;
  float x = area->origin.x;
  float y = area->origin.y;

  draw_dashes (drawing, x, y, area->size.width, 1, 4, 7, colour);
  draw_dashes (drawing, x, y + area->size.height - 1, area->size.width, 1, 4, 7, colour);
  gtk_snapshot_append_color (drawing->snapshot, colour, &GRAPHENE_RECT_INIT (x, y, 1, area->size.height));
  gtk_snapshot_append_color (drawing->snapshot, colour,
                             &GRAPHENE_RECT_INIT (x + area->size.width - 1, y, 1, area->size.height));
}

static void
draw_tint (const RapHighlight *highlight,
           gpointer            user_data)
{
  const Drawing *drawing = user_data;
  const RapArticleMark *mark = rap_article_marks_get (drawing->marks, highlight->owner);
  GdkRGBA colour = get_colour (drawing, highlight, mark);
  GdkRGBA tint = colour;

  tint.alpha = get_tint (highlight->style, mark->emphasis);
  if ((tint.alpha <= 0 && !mark->doubtful) || highlight->style == RAP_HIGHLIGHT_GAP)
    return;
  find_boxes (drawing, highlight);
  for (guint i = 0; i < drawing->painter->boxes->len; i++)
    {
      GdkRectangle *box = &g_array_index (drawing->painter->boxes, GdkRectangle, i);
      float pad = drawing->painter->boxes->len == 1 ? 1 : 0;
      graphene_rect_t area = GRAPHENE_RECT_INIT (box->x - pad, drawing->line->top,
                                                 box->width + 2 * pad, drawing->line->height);

      if (tint.alpha > 0)
        gtk_snapshot_append_color (drawing->snapshot, &tint, &area);
      if (mark->doubtful)
        draw_doubt (drawing, &area);
      else if (mark->emphasis == RAP_EMPHASIS_FOCUS || (drawing->painter->contrast && mark->emphasis > 0))
        draw_outline (drawing, &area, &colour);
    }
}

static void
draw_rule (const Drawing     *drawing,
           RapHighlightStyle  style,
           float              x,
           float              y,
           float              width,
           const GdkRGBA     *colour)
{
  GtkSnapshot *snapshot = drawing->snapshot;

  switch (style)
    {
    case RAP_HIGHLIGHT_CUE:
      draw_dashes (drawing, x, y, width, 2, 2, 4, colour);
      break;
    case RAP_HIGHLIGHT_MENTION:
      draw_dashes (drawing, x, y, width, 2, 7, 10, colour);
      break;
    case RAP_HIGHLIGHT_SOURCE:
      gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (x, y, width, 1));
      break;
    case RAP_HIGHLIGHT_MEETING:
      gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (x, y, width, 1));
      gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (x, y + 2, width, 1));
      break;
    case RAP_HIGHLIGHT_CLAIM:
    case RAP_HIGHLIGHT_CODING:
    default:
      gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (x, y, width, 2));
    }
}

static void
draw_bar (const Drawing      *drawing,
          const RapHighlight *highlight,
          const GdkRGBA      *colour,
          RapEmphasis         emphasis)
{
  float left = gtk_text_view_get_left_margin (drawing->painter->view) - BAR_DISTANCE;
  float width = emphasis >= RAP_EMPHASIS_HOVER ? BAR_WIDTH + 2 : BAR_WIDTH;
  int height = drawing->line->height;

  if (highlight->range.end > drawing->line->range.end + 1)
    height += gtk_text_view_get_pixels_inside_wrap (drawing->painter->view);
  gtk_snapshot_append_color (drawing->snapshot, colour,
                             &GRAPHENE_RECT_INIT (left - highlight->lane * BAR_PITCH, drawing->line->top,
                                                  width, height));
}

/* Shows that passages apart are one, while their annotation is looked at. */
static void
draw_gap (const Drawing      *drawing,
          const RapHighlight *highlight,
          const GdkRGBA      *colour)
{
  float y = drawing->line->top + drawing->line->height;

  find_boxes (drawing, highlight);
  for (guint i = 0; i < drawing->painter->boxes->len; i++)
    {
      GdkRectangle *box = &g_array_index (drawing->painter->boxes, GdkRectangle, i);

      draw_dashes (drawing, box->x, y, box->width, 1, 1, 4, colour);
    }
}

static void
draw_line (const RapHighlight *highlight,
           gpointer            user_data)
{
  const Drawing *drawing = user_data;
  const RapArticleMark *mark = rap_article_marks_get (drawing->marks, highlight->owner);
  GdkRGBA colour = get_colour (drawing, highlight, mark);
  float y = drawing->line->top + drawing->line->height - 1 + highlight->lane * drawing->pitch;

  if (highlight->style == RAP_HIGHLIGHT_CODING)
    {
      draw_bar (drawing, highlight, &colour, mark->emphasis);
      return;
    }
  if (highlight->style == RAP_HIGHLIGHT_GAP)
    {
      if (mark->emphasis >= RAP_EMPHASIS_HOVER)
        draw_gap (drawing, highlight, &colour);
      return;
    }
  find_boxes (drawing, highlight);
  for (guint i = 0; i < drawing->painter->boxes->len; i++)
    {
      GdkRectangle *box = &g_array_index (drawing->painter->boxes, GdkRectangle, i);

      draw_rule (drawing, highlight->style, box->x, y, box->width, &colour);
    }
}

/* Calls @func for what lies on each line. All tints come before all lines: a
 * line of text lets its lanes hang into the next. */
static void
draw_each (Drawing          *drawing,
           GArray           *lines,
           RapHighlightFunc  func)
{
  const RapHighlightLanes *lanes = rap_article_marks_get_lanes (drawing->marks);
  int room = MIN (LANE_ROOM, gtk_text_view_get_pixels_inside_wrap (drawing->painter->view) + LANE_HANG);

  for (guint i = 0; i < lines->len; i++)
    {
      guint n_lanes;

      drawing->line = &g_array_index (lines, RapArticleLine, i);
      n_lanes = rap_highlight_lanes_count (lanes, RAP_HIGHLIGHT_UNDER, drawing->line->range);
      drawing->pitch = n_lanes > 0 ? MIN (LANE_PITCH, (float) room / n_lanes) : LANE_PITCH;
      rap_highlight_lanes_foreach (lanes, drawing->line->range, func, drawing);
    }
}

/* An outline of dots around the passage, and no tint. */
static void
draw_ghost (const Drawing      *drawing,
            const RapHighlight *ghost)
{
  GdkRGBA colour = drawing->painter->colours[MIN (ghost->style, RAP_HIGHLIGHT_CODING)];

  find_boxes (drawing, ghost);
  for (guint i = 0; i < drawing->painter->boxes->len; i++)
    {
      GdkRectangle *box = &g_array_index (drawing->painter->boxes, GdkRectangle, i);
      float left = box->x - 2;
      float width = box->width + 4;
      float top = drawing->line->top;
      float height = drawing->line->height + 1;

      draw_dashes (drawing, left, top, width, 2, 2, 5, &colour);
      draw_dashes (drawing, left, top + height, width, 2, 2, 5, &colour);
      for (float y = top + 5; y < top + height; y += 5)
        {
          gtk_snapshot_append_color (drawing->snapshot, &colour, &GRAPHENE_RECT_INIT (left, y, 2, 2));
          gtk_snapshot_append_color (drawing->snapshot, &colour, &GRAPHENE_RECT_INIT (left + width - 2, y, 2, 2));
        }
    }
}

static void
draw_ghosts (Drawing *drawing,
             GArray  *lines)
{
  guint n;
  const RapHighlight *ghosts = rap_article_marks_get_ghosts (drawing->marks, &n);

  for (guint i = 0; i < lines->len && n > 0; i++)
    {
      drawing->line = &g_array_index (lines, RapArticleLine, i);
      for (guint k = 0; k < n; k++)
        if (rap_range_overlaps (ghosts[k].range, drawing->line->range))
          draw_ghost (drawing, &ghosts[k]);
    }
}

static void
draw_date (const Drawing *drawing,
           RapRange       range)
{
  GArray *boxes = drawing->painter->boxes;

  g_array_set_size (boxes, 0);
  rap_article_line_get_boxes (drawing->line, drawing->painter->view, drawing->text, range, boxes);
  for (guint i = 0; i < boxes->len; i++)
    {
      GdkRectangle *box = &g_array_index (boxes, GdkRectangle, i);

      draw_dashes (drawing, box->x, drawing->line->top + drawing->line->height - 3, box->width, 1, 1, 3,
                   &drawing->painter->grey);
    }
}

/* Small grey dots below date expressions, close to the letters: nobody made them. */
static void
draw_dates (Drawing *drawing,
            GArray  *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const RapRange *dates;
      guint n;

      drawing->line = &g_array_index (lines, RapArticleLine, i);
      dates = rap_article_marks_get_dates (drawing->marks, drawing->line->range, &n);
      for (guint k = 0; k < n; k++)
        draw_date (drawing, dates[k]);
    }
}

RapHighlightPainter *
rap_highlight_painter_new (GtkTextView *view)
{
  RapHighlightPainter *self = g_new0 (RapHighlightPainter, 1);

  self->view = view;
  self->own = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->boxes = g_array_new (FALSE, FALSE, sizeof (GdkRectangle));
  return self;
}

void
rap_highlight_painter_free (RapHighlightPainter *self)
{
  g_hash_table_unref (self->own);
  g_array_unref (self->boxes);
  g_free (self);
}

void
rap_highlight_painter_update (RapHighlightPainter *self)
{
  static const char *names[] = { "claim", "cue", "source", "meeting", "mention", "coding" };
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self->view)));

  self->contrast = adw_style_manager_get_high_contrast (style);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    rap_kind_colours_lookup (GTK_WIDGET (self->view), names[i], &self->colours[i]);
  rap_kind_colours_lookup (GTK_WIDGET (self->view), "doubt", &self->doubt);
  rap_kind_colours_lookup (GTK_WIDGET (self->view), "quiet", &self->grey);
  g_hash_table_remove_all (self->own);
}

void
rap_highlight_painter_snapshot (RapHighlightPainter   *self,
                                const RapArticleMarks *marks,
                                const RapText         *text,
                                int                    top,
                                int                    bottom,
                                GtkSnapshot           *snapshot)
{
  g_autoptr (GArray) lines = rap_article_lines_collect (self->view, text, top, bottom);
  Drawing drawing = { self, marks, text, NULL, snapshot, LANE_PITCH };

  draw_each (&drawing, lines, draw_tint);
  draw_dates (&drawing, lines);
  draw_each (&drawing, lines, draw_line);
  draw_ghosts (&drawing, lines);
}
