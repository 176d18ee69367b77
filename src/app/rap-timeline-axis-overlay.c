/* rap-timeline-axis-overlay.c
 *
 * What lies below and above the marks of the axis view and changes without
 * them: today and the brush; selection, focus, the pointer's mark, what is
 * picked out, what is being dragged and what is said of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-axis-private.h"

#include <math.h>

#include "rap-words.h"

#define TIP_PADDING 8.0
#define TIP_SPACE   16.0    /* pixels between the pointer and what is said */

/* Around a rectangle, with round ends. */
static void
draw_outline (GtkSnapshot           *snapshot,
              const graphene_rect_t *area,
              double                 line,
              const GdkRGBA         *color)
{
  rap_timeline_painter_outline (snapshot, area, MIN (area->size.height / 2.0, 10.0), line, color);
}

static void
draw_ring (RapTimelineAxisView *self,
           GtkSnapshot         *snapshot,
           guint                item,
           double               distance,
           double               line,
           const GdkRGBA       *color)
{
  gboolean in_header;
  const RapMark *mark = rap_timeline_axis_find_mark (self, item, &in_header);
  graphene_rect_t area;

  if (mark == NULL)
    return;
  rap_timeline_axis_get_area (self, mark, in_header, &area);
  graphene_rect_inset (&area, -distance, -distance);
  draw_outline (snapshot, &area, line, color);
}

/* Whether any that the mark stands for is picked out. */
static gboolean
is_chosen (RapTimelineAxisView *self,
           const RapMark       *mark)
{
  g_autoptr (GArray) events = NULL;

  if (rap_timeline_choice_contains (self->choice, self->columns.event[mark->item]))
    return TRUE;
  if (mark->count == 1)
    return FALSE;
  events = rap_timeline_axis_list_events (self, mark);
  for (guint i = 0; i < events->len; i++)
    if (rap_timeline_choice_contains (self->choice, g_array_index (events, guint, i)))
      return TRUE;
  return FALSE;
}

static void
draw_chosen (RapTimelineAxisView *self,
             GtkSnapshot         *snapshot,
             const RapMarks      *marks,
             gboolean             in_header)
{
  const RapTimelinePalette *palette = rap_timeline_painter_get_palette (self->painter);
  GdkRGBA fill = palette->selected;

  fill.alpha *= 0.22f;
  for (guint i = 0; i < marks->marks->len; i++)
    {
      const RapMark *mark = &g_array_index (marks->marks, RapMark, i);
      graphene_rect_t area;

      if (!is_chosen (self, mark))
        continue;
      rap_timeline_axis_get_area (self, mark, in_header, &area);
      graphene_rect_inset (&area, -3.0, -3.0);
      gtk_snapshot_append_color (snapshot, &fill, &area);
      rap_timeline_painter_rect (snapshot, &palette->selected, area.origin.x, area.origin.y + area.size.height - 2.0,
                                 area.size.width, 2.0);
    }
}

/* What is picked out is underlined and tinted, the one that is selected ringed. */
static void
draw_choice (RapTimelineAxisView *self,
             GtkSnapshot         *snapshot)
{
  if (self->choice == NULL || rap_timeline_choice_get_size (self->choice) == 0 || self->marks == NULL)
    return;
  draw_chosen (self, snapshot, self->marks, FALSE);
  draw_chosen (self, snapshot, self->articles, TRUE);
}

static void
draw_rings (RapTimelineAxisView *self,
            GtkSnapshot         *snapshot)
{
  const RapTimelinePalette *palette = rap_timeline_painter_get_palette (self->painter);
  GdkRGBA faint = palette->selected;
  GtkWidget *focused = gtk_widget_get_focus_child (GTK_WIDGET (self));

  faint.alpha *= 0.5;
  if (self->selected != RAP_LAYOUT_NO_ITEM)
    {
      RapTimelineEvent event;

      rap_timeline_items_get_event (self->items, self->selected, &event);
      for (guint i = 0; i < event.n_items; i++)
        draw_ring (self, snapshot, event.first_item + i, 3.0, 2.0, &palette->selected);
    }
  draw_choice (self, snapshot);
  if (self->hover != RAP_LAYOUT_NO_ITEM)
    draw_ring (self, snapshot, self->hover, 2.0, 1.0, &palette->dim);
  if (focused != NULL && RAP_IS_TIMELINE_PROXY (focused)
      && (gtk_widget_get_state_flags (focused) & GTK_STATE_FLAG_FOCUS_VISIBLE) != 0)
    draw_ring (self, snapshot, self->focus, 6.0, 2.0, &faint);
}

static void
draw_today (RapTimelineAxisView *self,
            GtkSnapshot         *snapshot)
{
  const RapTimelinePalette *palette = rap_timeline_painter_get_palette (self->painter);
  double x = rap_axis_get_x (&self->axis, rap_words_get_today ());
  double x1 = rap_axis_get_x (&self->axis, rap_words_get_today () + 1);

  if (x1 < 0.0 || x > self->geometry.width)
    return;
  x = self->geometry.left + round ((x + x1) / 2.0);
  rap_timeline_painter_rect (snapshot, &palette->today, x - 1.0, self->geometry.tick_height - 3.0, 2.0,
                             self->geometry.height - self->geometry.tick_height + 3.0);
  rap_timeline_painter_rect (snapshot, &palette->today, x - 3.0, self->geometry.tick_height - 5.0, 6.0, 3.0);
}

/* The brush is tinted, its ends are lines. */
static void
draw_brush (RapTimelineAxisView *self,
            GtkSnapshot         *snapshot)
{
  const RapTimelinePalette *palette = rap_timeline_painter_get_palette (self->painter);
  const RapAxisGeometry *geometry = &self->geometry;
  GdkRGBA fill = palette->selected;
  double first = CLAMP (rap_axis_get_x (&self->axis, self->brush[0]), -2.0, geometry->width + 2.0);
  double last = CLAMP (rap_axis_get_x (&self->axis, self->brush[1]), -2.0, geometry->width + 2.0);

  if (self->brush[0] >= self->brush[1])
    return;
  fill.alpha *= 0.10f;
  rap_timeline_painter_rect (snapshot, &fill, geometry->left + round (first), geometry->tick_height,
                             round (last) - round (first), geometry->height - geometry->tick_height);
  rap_timeline_painter_rect (snapshot, &palette->selected, geometry->left + round (first) - 1.0, geometry->tick_height,
                             1.0, geometry->height - geometry->tick_height);
  rap_timeline_painter_rect (snapshot, &palette->selected, geometry->left + round (last), geometry->tick_height,
                             1.0, geometry->height - geometry->tick_height);
}

void
rap_timeline_axis_draw_underlay (RapTimelineAxisView *self,
                                 GtkSnapshot         *snapshot)
{
  rap_timeline_axis_clip (self, snapshot, 0.0, self->geometry.height);
  draw_brush (self, snapshot);
  draw_today (self, snapshot);
  gtk_snapshot_pop (snapshot);
}

void
rap_timeline_axis_draw_tip (RapTimelineAxisView *self,
                            GtkSnapshot         *snapshot,
                            const char          *words,
                            double               x,
                            double               y)
{
  const RapTimelinePalette *palette = rap_timeline_painter_get_palette (self->painter);
  const RapAxisGeometry *geometry = &self->geometry;
  double line = rap_timeline_painter_line_height (self->painter);
  double room = geometry->width - 4.0 * TIP_PADDING;
  double width = MIN (rap_timeline_painter_text (self->painter, NULL, words, NULL, 0.0, 0.0, 0.0), room);
  GdkRGBA ground = palette->background;
  graphene_rect_t area;

  width += 2.0 * TIP_PADDING;
  x = CLAMP (x, geometry->left + 2.0, MAX (geometry->left + geometry->width - width - 2.0, geometry->left + 2.0));
  y = CLAMP (y, 2.0, MAX (geometry->height - line - TIP_PADDING - 2.0, 2.0));
  area = GRAPHENE_RECT_INIT (round (x), round (y), ceil (width), ceil (line + TIP_PADDING));
  ground.alpha = 1.0f;
  gtk_snapshot_append_color (snapshot, &ground, &area);
  draw_outline (snapshot, &area, 1.0, &palette->dim);
  rap_timeline_painter_text (self->painter, snapshot, words, &palette->text, area.origin.x + TIP_PADDING,
                             area.origin.y + area.size.height / 2.0, room);
}

/* Where the dragged mark would come to lie. */
static void
draw_moved (RapTimelineAxisView *self,
            GtkSnapshot         *snapshot)
{
  const RapTimelinePalette *palette = rap_timeline_painter_get_palette (self->painter);
  const RapMark *mark = rap_timeline_axis_find_mark (self, self->drag_item, NULL);
  double x0, x1, y;

  if (mark == NULL || self->drag_moved == NULL)
    return;
  x0 = rap_axis_get_x (&self->axis, self->drag_moved->es);
  x1 = rap_axis_get_x (&self->axis, self->drag_moved->le);
  if (x1 - x0 < RAP_MARK_SIZE)
    {
      x0 = (x0 + x1 - RAP_MARK_SIZE) / 2.0;
      x1 = x0 + RAP_MARK_SIZE;
    }
  y = mark->y + rap_timeline_axis_get_lanes_offset (self) - RAP_MARK_SIZE / 2.0;
  rap_timeline_axis_clip (self, snapshot, self->geometry.header, self->geometry.height);
  gtk_snapshot_push_opacity (snapshot, 0.35);
  gtk_snapshot_append_color (snapshot, &palette->selected,
                             &GRAPHENE_RECT_INIT (self->geometry.left + x0, y, x1 - x0, RAP_MARK_SIZE));
  gtk_snapshot_pop (snapshot);
  draw_outline (snapshot, &GRAPHENE_RECT_INIT (self->geometry.left + x0 - 2.0, y - 2.0, x1 - x0 + 4.0, RAP_MARK_SIZE + 4.0),
                2.0, &palette->selected);
  gtk_snapshot_pop (snapshot);
}

static void
draw_rectangle (RapTimelineAxisView *self,
                GtkSnapshot         *snapshot)
{
  const RapTimelinePalette *palette = rap_timeline_painter_get_palette (self->painter);
  GdkRGBA fill = palette->selected;
  graphene_rect_t area;

  rap_timeline_axis_get_rectangle (self, &area);
  fill.alpha *= 0.15f;
  gtk_snapshot_append_color (snapshot, &fill, &area);
  rap_timeline_painter_outline (snapshot, &area, 0.0, 1.0, &palette->selected);
}

static void
draw_drag (RapTimelineAxisView *self,
           GtkSnapshot         *snapshot)
{
  if (self->drag == RAP_AXIS_DRAG_RECTANGLE)
    draw_rectangle (self, snapshot);
  if (self->drag == RAP_AXIS_DRAG_DATE)
    draw_moved (self, snapshot);
  if (self->drag_words != NULL)
    rap_timeline_axis_draw_tip (self, snapshot, self->drag_words, self->pointer_x + TIP_SPACE, self->pointer_y + TIP_SPACE);
}

/* The days on which something from a tray would be put. */
static void
draw_drop (RapTimelineAxisView *self,
           GtkSnapshot         *snapshot)
{
  const RapTimelinePalette *palette = rap_timeline_painter_get_palette (self->painter);
  double x0 = rap_axis_get_x (&self->axis, self->drop_area[0]);
  double x1 = rap_axis_get_x (&self->axis, self->drop_area[1]);
  GdkRGBA fill = palette->selected;

  if (self->drop_words == NULL)
    return;
  fill.alpha *= 0.25f;
  rap_timeline_axis_clip (self, snapshot, self->geometry.tick_height, self->geometry.height);
  gtk_snapshot_append_color (snapshot, &fill, &GRAPHENE_RECT_INIT (self->geometry.left + x0, self->geometry.tick_height,
                                                                   MAX (x1 - x0, 2.0), self->geometry.height));
  gtk_snapshot_pop (snapshot);
  rap_timeline_axis_draw_tip (self, snapshot, self->drop_words, self->geometry.left + x1 + 4.0, self->geometry.header + 6.0);
}

void
rap_timeline_axis_draw_overlay (RapTimelineAxisView *self,
                                GtkSnapshot         *snapshot)
{
  rap_timeline_axis_clip (self, snapshot, 0.0, self->geometry.height);
  rap_timeline_axis_draw_links (self, snapshot);
  draw_rings (self, snapshot);
  draw_drop (self, snapshot);
  draw_drag (self, snapshot);
  gtk_snapshot_pop (snapshot);
}
