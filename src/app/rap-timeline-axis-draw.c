/* rap-timeline-axis-draw.c
 *
 * What the axis view puts on the screen. Everything that only changes with the
 * window of time is kept as one render node; the line of today is
 * drawn below it, the selection, the focus and what is dragged above it, both by
 * rap-timeline-axis-overlay.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-axis-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "rap-ticks.h"
#include "rap-timeline-words.h"
#include "rap-words.h"

#define ROW_SPACE      8.0     /* pixels: a row is a line of text and this */
#define LANE_PADDING   4.0
#define STRIP_HEIGHT   18.0    /* of the articles in the header */
#define GUTTER_MIN     84.0
#define GUTTER_MAX     220.0
#define GUTTER_SHARE   0.24
#define GUTTER_PADDING 12.0
#define SECOND_ROOM    64.0    /* between ticks of the second calendar */
#define TICK_GAP       5.0

static gboolean
has_articles (RapTimelineAxisView *self)
{
  RapTimelineLane lane;

  if (self->items == NULL || rap_timeline_items_get_n_lanes (self->items) == 0)
    return FALSE;
  rap_timeline_items_get_lane (self->items, 0, &lane);
  return lane.kind == RAP_LANE_ARTICLES;
}

static double
measure_gutter (RapTimelineAxisView *self,
                int                  width)
{
  guint n = self->items != NULL ? rap_timeline_items_get_n_lanes (self->items) : 0;
  double widest = 0.0;

  for (guint i = 0; i < MIN (n, 100); i++)
    {
      g_autofree char *name = rap_timeline_words_lane (self->items, i);

      widest = MAX (widest, rap_timeline_painter_text (self->painter, NULL, name, NULL, 0.0, 0.0, 0.0));
    }
  if (n == 0)
    return 0.0;
  return ceil (CLAMP (widest + 2 * GUTTER_PADDING, GUTTER_MIN, MAX (MIN (GUTTER_MAX, GUTTER_SHARE * width), GUTTER_MIN)));
}

static void
measure_rows (RapTimelineAxisView *self)
{
  if (self->layout != NULL && !self->measured)
    rap_timeline_layout_set_heights (self->layout, rap_timeline_painter_line_height (self->painter) + ROW_SPACE,
                                     LANE_PADDING);
  self->measured = TRUE;
}

static void
measure_adjustment (RapTimelineAxisView *self,
                    double               room)
{
  double content = self->layout != NULL ? rap_timeline_layout_get_height (self->layout) : 0.0;

  gtk_adjustment_configure (self->adjustment,
                            CLAMP (gtk_adjustment_get_value (self->adjustment), 0.0, MAX (content - room, 0.0)),
                            0.0, MAX (content, room), 24.0, room, room);
  gtk_widget_set_child_visible (self->scrollbar, content > room);
}

void
rap_timeline_axis_measure (RapTimelineAxisView *self,
                           int                  width,
                           int                  height)
{
  RapAxisGeometry *geometry = &self->geometry;
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int bar = 0;

  measure_rows (self);
  geometry->second = 2.0 * rap_timeline_painter_line_height (self->painter) + 6.0;
  geometry->tick_height = geometry->second
                          + (self->calendar != RAP_CALENDAR_NONE ? rap_timeline_painter_line_height (self->painter) : 0.0);
  geometry->header = geometry->tick_height + (has_articles (self) ? STRIP_HEIGHT : 4.0);
  geometry->height = height;
  measure_adjustment (self, MAX (height - geometry->header, 1.0));
  if (gtk_widget_get_child_visible (self->scrollbar))
    gtk_widget_measure (self->scrollbar, GTK_ORIENTATION_HORIZONTAL, -1, &bar, NULL, NULL, NULL);
  geometry->gutter = measure_gutter (self, width);
  geometry->left = rtl ? bar : geometry->gutter;
  geometry->width = MAX (width - geometry->gutter - bar, 1.0);
  if (self->axis.width != geometry->width)
    g_clear_pointer (&self->content, gsk_render_node_unref);
  self->axis.width = geometry->width;
}

double
rap_timeline_axis_get_lanes_offset (RapTimelineAxisView *self)
{
  return self->geometry.header - round (gtk_adjustment_get_value (self->adjustment));
}

double
rap_timeline_axis_get_strip_y (RapTimelineAxisView *self)
{
  return self->geometry.tick_height + STRIP_HEIGHT / 2.0;
}

void
rap_timeline_axis_clip (RapTimelineAxisView *self,
                        GtkSnapshot         *snapshot,
                        double               top,
                        double               bottom)
{
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (self->geometry.left, top, self->geometry.width, MAX (bottom - top, 0.0)));
}

static void
clip_lanes (RapTimelineAxisView *self,
            GtkSnapshot         *snapshot)
{
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0.0, self->geometry.header, gtk_widget_get_width (GTK_WIDGET (self)),
                                                         MAX (self->geometry.height - self->geometry.header, 0.0)));
}

static void
draw_lanes (RapTimelineAxisView *self,
            GtkSnapshot         *snapshot)
{
  const RapTimelinePalette *palette = rap_timeline_painter_get_palette (self->painter);
  guint n = rap_timeline_items_get_n_lanes (self->items);
  double width = gtk_widget_get_width (GTK_WIDGET (self));

  for (guint i = 0; i < n; i++)
    {
      double y, height;
      guint n_rows;

      rap_timeline_layout_get_lane (self->layout, i, &y, &height, &n_rows);
      y += rap_timeline_axis_get_lanes_offset (self);
      if (y > self->geometry.height || y + height < self->geometry.header)
        continue;
      if ((i + has_articles (self)) % 2 == 0)
        rap_timeline_painter_rect (snapshot, &palette->stripe, 0.0, y, width, height);
    }
}

static void
draw_lane_name (RapTimelineAxisView *self,
                GtkSnapshot         *snapshot,
                guint                lane,
                double               y)
{
  const RapTimelinePalette *palette = rap_timeline_painter_get_palette (self->painter);
  g_autofree char *name = rap_timeline_words_lane (self->items, lane);
  double room = self->geometry.gutter - 2 * GUTTER_PADDING;
  double x = GUTTER_PADDING;
  RapTimelineLane info;

  rap_timeline_items_get_lane (self->items, lane, &info);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = self->geometry.left + self->geometry.width + self->geometry.gutter - GUTTER_PADDING
        - rap_timeline_painter_text (self->painter, NULL, name, NULL, 0.0, 0.0, room + 8.0);
  rap_timeline_painter_text (self->painter, snapshot, name, info.kind == RAP_LANE_NAMED ? &palette->text : &palette->dim,
                             x, y, room + 8.0);
}

/* A name stays in view as long as any of its lane does. */
static void
draw_lane_names (RapTimelineAxisView *self,
                 GtkSnapshot         *snapshot)
{
  double line = rap_timeline_painter_line_height (self->painter) + ROW_SPACE;
  guint n = rap_timeline_items_get_n_lanes (self->items);

  for (guint i = has_articles (self); i < n; i++)
    {
      double y, height;
      guint n_rows;

      rap_timeline_layout_get_lane (self->layout, i, &y, &height, &n_rows);
      y += rap_timeline_axis_get_lanes_offset (self);
      if (y > self->geometry.height || y + height < self->geometry.header)
        continue;
      height -= MAX (self->geometry.header - y, 0.0);
      y = MAX (y, self->geometry.header);
      draw_lane_name (self, snapshot, i, y + MIN (LANE_PADDING + line / 2.0, height - line / 2.0));
    }
}

static void
draw_grid (RapTimelineAxisView *self,
           GtkSnapshot         *snapshot,
           const RapTicks      *ticks)
{
  const RapTimelinePalette *palette = rap_timeline_painter_get_palette (self->painter);
  const RapAxisGeometry *geometry = &self->geometry;
  double line = rap_timeline_painter_line_height (self->painter);

  for (guint i = 0; i < ticks->minor->len; i++)
    {
      double x = geometry->left + round (g_array_index (ticks->minor, RapTick, i).x);
      double top = ticks->minor_labels ? line + 4.0 : geometry->second - 5.0;

      rap_timeline_painter_rect (snapshot, &palette->grid, x, top, 1.0, geometry->second - top);
    }
  for (guint i = 0; i < ticks->major->len; i++)
    rap_timeline_painter_rect (snapshot, &palette->grid, geometry->left + round (g_array_index (ticks->major, RapTick, i).x),
                               4.0, 1.0, geometry->height - 4.0);
}

static void
draw_major_labels (RapTimelineAxisView *self,
                   GtkSnapshot         *snapshot,
                   const RapTicks      *ticks)
{
  const RapTimelinePalette *palette = rap_timeline_painter_get_palette (self->painter);
  double line = rap_timeline_painter_line_height (self->painter);

  for (guint i = 0; i < ticks->major->len; i++)
    {
      const RapTick *tick = &g_array_index (ticks->major, RapTick, i);
      g_autofree char *text = rap_timeline_words_major (ticks, tick);
      double x = MAX (tick->x, 0.0) + TICK_GAP;
      double next = i + 1 < ticks->major->len ? (tick + 1)->x : G_MAXDOUBLE;
      double width = rap_timeline_painter_text (self->painter, NULL, text, NULL, 0.0, 0.0, 0.0);

      x = MIN (x, next - width - TICK_GAP);
      if (x < 0.0)
        continue;
      rap_timeline_painter_text (self->painter, snapshot, text, &palette->text, self->geometry.left + x, 3.0 + line / 2.0, 0.0);
    }
}

static void
draw_minor_labels (RapTimelineAxisView *self,
                   GtkSnapshot         *snapshot,
                   const RapTicks      *ticks)
{
  const RapTimelinePalette *palette = rap_timeline_painter_get_palette (self->painter);
  double line = rap_timeline_painter_line_height (self->painter);

  for (guint i = 0; ticks->minor_labels && i < ticks->minor->len; i++)
    {
      const RapTick *tick = &g_array_index (ticks->minor, RapTick, i);
      g_autofree char *text = rap_timeline_words_minor (ticks, tick);

      if (tick->x + TICK_GAP < 0.0)
        continue;
      rap_timeline_painter_text (self->painter, snapshot, text, &palette->dim, self->geometry.left + tick->x + TICK_GAP,
                                 3.0 + line * 1.5, 0.0);
    }
}

static gboolean
is_year_tick (const GArray *ticks)
{
  return ticks->len < 2 || g_array_index (ticks, RapTick, 0).year != g_array_index (ticks, RapTick, 1).year
         || g_array_index (ticks, RapTick, 0).month == g_array_index (ticks, RapTick, 1).month;
}

/* "1401", or with months "Aban", the first of a year and of the window with its year. */
static char *
second_label (RapTimelineAxisView *self,
              const GArray        *ticks,
              guint                index)
{
  const RapTick *tick = &g_array_index (ticks, RapTick, index);
  RapCalendarDate date = { (int) tick->year, tick->month, 1 };
  g_autofree char *month = NULL;

  if (is_year_tick (ticks))
    return g_strdup_printf ("%d", date.year);
  month = rap_calendar_get_month (self->calendar, &date, NULL);
  if (index > 0 && (tick - 1)->year == tick->year)
    return g_steal_pointer (&month);
  /* Translators: month and year of a second calendar, "Aban 1401" */
  return g_strdup_printf (C_("short date", "%1$s %2$d"), month, date.year);
}

/* The second calendar has years and months of its own, which begin at ticks of their own. */
static void
draw_second (RapTimelineAxisView *self,
             GtkSnapshot         *snapshot,
             const RapTicks      *ticks)
{
  const RapTimelinePalette *palette = rap_timeline_painter_get_palette (self->painter);
  const RapAxisGeometry *geometry = &self->geometry;
  g_autoptr (GArray) second = NULL;

  if (self->calendar == RAP_CALENDAR_NONE)
    return;
  second = rap_calendar_get_ticks (self->calendar, &self->axis, ticks, SECOND_ROOM);
  for (guint i = 0; i < second->len; i++)
    {
      const RapTick *tick = &g_array_index (second, RapTick, i);
      double end = i + 1 < second->len ? (tick + 1)->x : geometry->width;
      double x = MAX (tick->x, 0.0) + TICK_GAP;
      g_autofree char *text = second_label (self, second, i);

      rap_timeline_painter_rect (snapshot, &palette->dim, geometry->left + round (tick->x), geometry->second, 1.0,
                                 geometry->tick_height - geometry->second);
      if (end - x > 12.0)
        rap_timeline_painter_text (self->painter, snapshot, text, &palette->dim, geometry->left + x,
                                   (geometry->second + geometry->tick_height) / 2.0, end - x);
    }
}

static void
draw_header (RapTimelineAxisView *self,
             GtkSnapshot         *snapshot,
             const RapTicks      *ticks)
{
  const RapTimelinePalette *palette = rap_timeline_painter_get_palette (self->painter);
  double strip = rap_timeline_axis_get_strip_y (self);

  rap_timeline_axis_clip (self, snapshot, 0.0, self->geometry.header);
  if (self->articles->marks->len > 0)
    rap_timeline_painter_marks (self->painter, snapshot, self->articles, self->geometry.left, strip);
  draw_major_labels (self, snapshot, ticks);
  draw_minor_labels (self, snapshot, ticks);
  draw_second (self, snapshot, ticks);
  if (self->articles->marks->len > 0)
    rap_timeline_painter_mark_texts (self->painter, snapshot, self->articles, self->geometry.left, strip);
  gtk_snapshot_pop (snapshot);
  rap_timeline_painter_rect (snapshot, &palette->grid, 0.0, self->geometry.header - 1.0,
                             gtk_widget_get_width (GTK_WIDGET (self)), 1.0);
  if (has_articles (self))
    draw_lane_name (self, snapshot, 0, strip);
}

/* Four times the fullest lane's average fills a strip; the same for all lanes,
 * so that they compare, and wherever the window stands. */
static double
find_peak (RapTimelineAxisView *self)
{
  const RapDensity *density = rap_timeline_data_get_density (self->data);
  double days = RAP_STRIP_STEP * exp2 (ceil (log2 (self->axis.scale)));
  double peak = 1.0;

  for (guint i = has_articles (self); i < rap_timeline_items_get_n_lanes (self->items); i++)
    {
      gint64 first, last;

      if (rap_density_get_extent (density, i, &first, &last))
        peak = MAX (peak, 4.0 * rap_density_get_total (density, i) * days / MAX (last - first, 1));
    }
  return peak;
}

static void
draw_strips (RapTimelineAxisView *self,
             GtkSnapshot         *snapshot)
{
  const RapTimelinePalette *palette = rap_timeline_painter_get_palette (self->painter);
  double peak = find_peak (self);

  for (guint i = 0; i < rap_timeline_items_get_n_lanes (self->items); i++)
    {
      double y, height;
      guint n_rows;

      if (!rap_timeline_layout_is_strip (self->layout, i))
        continue;
      rap_timeline_layout_get_lane (self->layout, i, &y, &height, &n_rows);
      y += rap_timeline_axis_get_lanes_offset (self);
      if (y <= self->geometry.height && y + height >= self->geometry.header)
        rap_density_painter_draw (self->strips, snapshot, rap_timeline_data_get_density (self->data), i, &self->axis,
                                  self->geometry.left, y + 2.0, height - 4.0, peak, &palette->meeting);
    }
}

static GskRenderNode *
draw_content (RapTimelineAxisView *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (RapTicks) ticks = rap_ticks_new (&self->axis, rap_words_get_first_weekday ());
  double offset = rap_timeline_axis_get_lanes_offset (self);

  rap_timeline_axis_clip (self, snapshot, 0.0, self->geometry.height);
  draw_grid (self, snapshot, ticks);
  gtk_snapshot_pop (snapshot);
  clip_lanes (self, snapshot);
  draw_lanes (self, snapshot);
  rap_timeline_axis_clip (self, snapshot, self->geometry.header, self->geometry.height);
  draw_strips (self, snapshot);
  rap_timeline_painter_marks (self->painter, snapshot, self->marks, self->geometry.left, offset);
  rap_timeline_painter_mark_texts (self->painter, snapshot, self->marks, self->geometry.left, offset);
  gtk_snapshot_pop (snapshot);
  draw_lane_names (self, snapshot);
  gtk_snapshot_pop (snapshot);
  draw_header (self, snapshot, ticks);
  return gtk_snapshot_free_to_node (snapshot);
}

void
rap_timeline_axis_update (RapTimelineAxisView *self)
{
  double value;

  if (self->content != NULL || self->layout == NULL || self->axis.scale <= 0.0)
    return;

  g_clear_pointer (&self->marks, rap_marks_free);
  g_clear_pointer (&self->articles, rap_marks_free);
  if (rap_timeline_layout_set_strips (self->layout, rap_timeline_data_get_density (self->data), &self->axis))
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  value = round (gtk_adjustment_get_value (self->adjustment));
  self->marks = rap_timeline_layout_get_marks (self->layout, &self->axis, value,
                                               value + self->geometry.height - self->geometry.header);
  self->articles = rap_timeline_layout_get_articles (self->layout, &self->axis);
  self->content = draw_content (self);
}

static const RapMark *
find_among (RapTimelineAxisView *self,
            const RapMarks      *marks,
            guint                item)
{
  for (guint i = 0; i < marks->marks->len; i++)
    if (rap_timeline_layout_has_member (self->layout, &g_array_index (marks->marks, RapMark, i), item))
      return &g_array_index (marks->marks, RapMark, i);
  return NULL;
}

const RapMark *
rap_timeline_axis_find_mark (RapTimelineAxisView *self,
                             guint                item,
                             gboolean            *in_header)
{
  gboolean found = self->marks != NULL && item != RAP_LAYOUT_NO_ITEM;
  const RapMark *mark = found ? find_among (self, self->marks, item) : NULL;

  if (in_header != NULL)
    *in_header = mark == NULL;
  return mark != NULL || !found ? mark : find_among (self, self->articles, item);
}

const RapMark *
rap_timeline_axis_get_mark_at (RapTimelineAxisView *self,
                               double               x,
                               double               y)
{
  const RapAxisGeometry *geometry = &self->geometry;

  if (self->marks == NULL || x < geometry->left || x >= geometry->left + geometry->width)
    return NULL;
  if (y >= geometry->header)
    return rap_marks_get_at (self->marks, x - geometry->left, y - rap_timeline_axis_get_lanes_offset (self), 4.0);
  return rap_marks_get_at (self->articles, x - geometry->left, y - geometry->tick_height - STRIP_HEIGHT / 2.0, 3.0);
}

void
rap_timeline_axis_get_area (RapTimelineAxisView *self,
                            const RapMark       *mark,
                            gboolean             in_header,
                            graphene_rect_t     *area)
{
  double y = in_header ? rap_timeline_axis_get_strip_y (self) : rap_timeline_axis_get_lanes_offset (self) + mark->y;
  double x0 = MAX (mark->x0, -20.0);
  double x1 = MIN (mark->x1, self->geometry.width + 20.0);

  *area = GRAPHENE_RECT_INIT (self->geometry.left + x0, y - RAP_MARK_SIZE / 2.0, x1 - x0, RAP_MARK_SIZE);
}

void
rap_timeline_axis_snapshot (RapTimelineAxisView *self,
                            GtkSnapshot         *snapshot)
{
  rap_timeline_axis_update (self);
  if (self->content == NULL)
    return;

  rap_timeline_axis_draw_underlay (self, snapshot);
  gtk_snapshot_append_node (snapshot, self->content);
  rap_timeline_axis_draw_overlay (self, snapshot);
}
