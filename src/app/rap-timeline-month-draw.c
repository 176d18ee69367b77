/* rap-timeline-month-draw.c
 *
 * Where things lie on the month page, and how it looks. Rows too low for three
 * bars below the number of the day put the bars beside it and close together.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-month-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "rap-timeline-words.h"
#include "rap-words.h"

#define BAR_GAP       2.0     /* pixels */
#define BAR_SPACE     4.0     /* of a bar over its line of text */
#define NUMBER_WIDTH  26.0    /* of the day's number in a low row */
#define BRUSH_END     3.0     /* thickness of the line at its ends */

static double
line_height (RapTimelineMonthPage *self)
{
  return rap_timeline_painter_line_height (self->painter);
}

double
rap_month_head_height (RapTimelineMonthPage *self)
{
  return line_height (self) + 6.0;
}

/* The weeks that the month touches, 4 … 6: no room is lost to others. */
guint
rap_month_count_weeks (RapTimelineMonthPage *self)
{
  gint64 year;
  int month, day_of_month, column;

  rap_day_to_ymd (self->day, &year, &month, &day_of_month);
  column = (rap_day_get_weekday (self->day - day_of_month + 1) - self->first_weekday + 7) % 7;
  return (guint) (column + rap_month_get_length (year, month) + 6) / 7;
}

double
rap_month_row_height (RapTimelineMonthPage *self)
{
  return (gtk_widget_get_height (GTK_WIDGET (self)) - rap_month_head_height (self)) / rap_month_count_weeks (self);
}

double
rap_month_column_width (RapTimelineMonthPage *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self)) / 7.0;
}

gboolean
rap_month_is_mirrored (RapTimelineMonthPage *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* Bars below the number, or beside it where more of them fit so. */
static gboolean
is_low (RapTimelineMonthPage *self)
{
  double below = rap_month_row_height (self) - line_height (self) - 4.0;

  return below < 3.0 * (line_height (self) + BAR_SPACE + BAR_GAP);
}

/* In a low row every pixel counts. */
static double
bar_height (RapTimelineMonthPage *self)
{
  return line_height (self) + (is_low (self) ? 0.0 : BAR_SPACE);
}

static double
bar_gap (RapTimelineMonthPage *self)
{
  return is_low (self) ? 1.0 : BAR_GAP;
}

static guint
capacity (RapTimelineMonthPage *self)
{
  double room = rap_month_row_height (self) - (is_low (self) ? 1.0 : line_height (self) + 4.0);

  return CLAMP ((int) floor (room / (bar_height (self) + bar_gap (self))), 1, RAP_MONTH_MAX_CAPACITY);
}

/* Bars beside the number are stacked from the top; a single one is in the middle. */
static double
bars_top (RapTimelineMonthPage *self)
{
  if (!is_low (self))
    return line_height (self) + 4.0;
  return capacity (self) > 1 ? 2.0 : MAX (floor ((rap_month_row_height (self) - bar_height (self)) / 2.0), 0.0);
}

void
rap_month_update_layout (RapTimelineMonthPage *self)
{
  if (self->layout == NULL && self->items != NULL)
    self->layout = rap_month_layout_new (self->items, self->day, self->first_weekday, capacity (self));
}

void
rap_month_invalidate (RapTimelineMonthPage *self)
{
  g_clear_pointer (&self->layout, rap_month_layout_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

double
rap_month_cell_x (RapTimelineMonthPage *self,
                  guint                 column)
{
  return floor ((rap_month_is_mirrored (self) ? 6 - column : column) * rap_month_column_width (self));
}

double
rap_month_cell_y (RapTimelineMonthPage *self,
                  guint                 week)
{
  return floor (rap_month_head_height (self) + week * rap_month_row_height (self));
}

static void
get_bar_area (RapTimelineMonthPage *self,
              const RapMonthBar    *bar,
              graphene_rect_t      *area)
{
  double indent = is_low (self) ? NUMBER_WIDTH : 3.0;
  double left = rap_month_cell_x (self, rap_month_is_mirrored (self) ? bar->last : bar->first);
  double right = rap_month_cell_x (self, rap_month_is_mirrored (self) ? bar->first : bar->last) + rap_month_column_width (self);
  double before = bar->from_before && !is_low (self) ? 0.0 : indent;
  double after = is_low (self) && self->layout->n_hidden[bar->week * 7 + bar->last] > 0 ? NUMBER_WIDTH
                 : bar->goes_on ? 0.0 : 3.0;
  double y = rap_month_cell_y (self, bar->week) + bars_top (self) + bar->slot * (bar_height (self) + bar_gap (self));

  left += rap_month_is_mirrored (self) ? after : before;
  right -= rap_month_is_mirrored (self) ? before : after;
  *area = GRAPHENE_RECT_INIT (left, y, right - left, bar_height (self));
}

const RapMonthBar *
rap_month_find_bar (RapTimelineMonthPage *self,
                    double                x,
                    double                y)
{
  for (guint i = 0; self->layout != NULL && i < self->layout->bars->len; i++)
    {
      const RapMonthBar *bar = &g_array_index (self->layout->bars, RapMonthBar, i);
      graphene_rect_t area;

      get_bar_area (self, bar, &area);
      if (graphene_rect_contains_point (&area, &GRAPHENE_POINT_INIT (x, y)))
        return bar;
    }
  return NULL;
}

int
rap_month_find_cell (RapTimelineMonthPage *self,
                     double                x,
                     double                y)
{
  int column = (int) floor (x / rap_month_column_width (self));
  int week = (int) floor ((y - rap_month_head_height (self)) / rap_month_row_height (self));

  if (column < 0 || column > 6 || week < 0 || week >= (int) rap_month_count_weeks (self))
    return -1;
  return week * 7 + (rap_month_is_mirrored (self) ? 6 - column : column);
}

static void
draw_weekdays (RapTimelineMonthPage     *self,
               GtkSnapshot              *snapshot,
               const RapTimelinePalette *palette)
{
  for (guint column = 0; column < 7; column++)
    {
      g_autofree char *name = rap_words_weekday_short ((self->first_weekday + column - 1) % 7 + 1);
      double width = rap_timeline_painter_text (self->painter, NULL, name, NULL, 0.0, 0.0, 0.0);
      double x = rap_month_cell_x (self, column) + (rap_month_is_mirrored (self) ? rap_month_column_width (self) - width - 6.0 : 6.0);

      rap_timeline_painter_text (self->painter, snapshot, name, &palette->dim, x, rap_month_head_height (self) / 2.0, 0.0);
    }
}

static void
draw_cells (RapTimelineMonthPage     *self,
            GtkSnapshot              *snapshot,
            const RapTimelinePalette *palette)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));

  for (guint cell = 0; cell < rap_month_count_weeks (self) * 7; cell++)
    {
      gint64 day = self->layout->start + cell;

      if (day < self->layout->first || day >= self->layout->last)
        rap_timeline_painter_rect (snapshot, &palette->stripe, rap_month_cell_x (self, cell % 7), rap_month_cell_y (self, cell / 7),
                                   rap_month_column_width (self) + 1.0, rap_month_row_height (self) + 1.0);
    }
  for (guint column = 1; column < 7; column++)
    rap_timeline_painter_rect (snapshot, &palette->grid, floor (column * rap_month_column_width (self)), rap_month_head_height (self), 1.0,
                               height - rap_month_head_height (self));
  for (guint week = 0; week < rap_month_count_weeks (self); week++)
    rap_timeline_painter_rect (snapshot, &palette->grid, 0.0, rap_month_cell_y (self, week), width, 1.0);
}

/* Of a day's number, from the top of its cell. */
static double
number_middle (RapTimelineMonthPage *self)
{
  return is_low (self) && capacity (self) == 1 ? rap_month_row_height (self) / 2.0 : 2.0 + line_height (self) / 2.0;
}

static void
draw_number (RapTimelineMonthPage     *self,
             GtkSnapshot              *snapshot,
             const RapTimelinePalette *palette,
             guint                     cell)
{
  gint64 day = self->layout->start + cell;
  gboolean inside = day >= self->layout->first && day < self->layout->last;
  gboolean today = day == rap_words_get_today ();
  double line = rap_timeline_painter_line_height (self->painter);
  double y = rap_month_cell_y (self, cell / 7) + number_middle (self);
  g_autofree char *text = NULL;
  gint64 year;
  int month, day_of_month;
  double x, width;

  rap_day_to_ymd (day, &year, &month, &day_of_month);
  text = rap_timeline_words_number (day_of_month);
  width = rap_timeline_painter_text (self->painter, NULL, text, NULL, 0.0, 0.0, 0.0);
  x = rap_month_cell_x (self, cell % 7) + (rap_month_is_mirrored (self) ? rap_month_column_width (self) - width - 6.0 : 6.0);
  rap_timeline_painter_text (self->painter, snapshot, text, today ? &palette->today : inside ? &palette->text : &palette->dim,
                             x, y, 0.0);
  if (today)
    rap_timeline_painter_rect (snapshot, &palette->today, x - 1.0, y + line / 2.0 - 1.0, width + 2.0, 2.0);
}

static char *
hidden_text (RapTimelineMonthPage *self,
             guint                 cell)
{
  /* Translators: so many more events on a day than there is room for */
  return g_strdup_printf (_("+%u"), self->layout->n_hidden[cell]);
}

static void
draw_hidden (RapTimelineMonthPage     *self,
             GtkSnapshot              *snapshot,
             const RapTimelinePalette *palette,
             guint                     cell)
{
  g_autofree char *text = NULL;
  double width, x, y;

  if (self->layout->n_hidden[cell] == 0)
    return;
  text = hidden_text (self, cell);
  width = rap_timeline_painter_text (self->painter, NULL, text, NULL, 0.0, 0.0, 0.0);
  x = rap_month_cell_x (self, cell % 7) + (rap_month_is_mirrored (self) ? 6.0 : rap_month_column_width (self) - width - 6.0);
  y = rap_month_cell_y (self, cell / 7) + number_middle (self);
  rap_timeline_painter_text (self->painter, snapshot, text, &palette->dim, x, y, 0.0);
}

static void
draw_bar (RapTimelineMonthPage     *self,
          GtkSnapshot              *snapshot,
          const RapTimelinePalette *palette,
          const RapMonthBar        *bar)
{
  gboolean article = self->columns.kind[bar->item] == RAP_KIND_ARTICLE;
  const GdkRGBA *color = article ? &palette->article : &palette->meeting;
  GdkRGBA tint = *color;
  graphene_rect_t area;
  double edge;

  get_bar_area (self, bar, &area);
  edge = rap_month_is_mirrored (self) ? area.origin.x + area.size.width - 3.0 : area.origin.x;
  tint.alpha *= article ? 0.14 : 0.22;
  rap_timeline_painter_rect (snapshot, &tint, area.origin.x, area.origin.y, area.size.width, area.size.height);
  if (!bar->from_before)
    rap_timeline_painter_rect (snapshot, color, edge, area.origin.y, 3.0, area.size.height);
  if (bar->open)
    for (double x = area.origin.x; x < area.origin.x + area.size.width - 2.0; x += 6.0)
      rap_timeline_painter_rect (snapshot, color, x, area.origin.y + area.size.height - 1.0, 3.0, 1.0);
}

static void
draw_bar_text (RapTimelineMonthPage *self,
               GtkSnapshot          *snapshot,
               const RapMonthBar    *bar)
{
  gboolean article = self->columns.kind[bar->item] == RAP_KIND_ARTICLE;
  const RapTimelinePalette *palette = rap_timeline_painter_get_palette (self->painter);
  double indent = article ? 19.0 : 8.0;
  graphene_rect_t area;
  double width, room, x, y;

  get_bar_area (self, bar, &area);
  y = area.origin.y + area.size.height / 2.0;
  room = area.size.width - indent - 4.0;
  if (is_low (self))   /* the next day's number lies upon the bar */
    room = MIN (room, rap_month_column_width (self) - indent - 4.0
                      - NUMBER_WIDTH * (1 + (self->layout->n_hidden[bar->week * 7 + bar->first] > 0)));
  if (room < 12.0)
    return;
  x = area.origin.x + indent;
  if (rap_month_is_mirrored (self))
    {
      width = rap_timeline_painter_label (self->painter, NULL, bar->event, FALSE, 0.0, 0.0, room);
      x = area.origin.x + area.size.width - indent - width;
    }
  if (article)
    rap_timeline_painter_shape (self->painter, snapshot, RAP_SHAPE_TRIANGLE, &palette->article,
                                rap_month_is_mirrored (self) ? area.origin.x + area.size.width - 11.0 : area.origin.x + 11.0, y);
  rap_timeline_painter_label (self->painter, snapshot, bar->event, FALSE, x, y, room);
}

static void
outline_cell (RapTimelineMonthPage *self,
              GtkSnapshot          *snapshot,
              guint                 cell,
              double                line,
              const GdkRGBA        *color)
{
  rap_timeline_painter_outline (snapshot,
                                &GRAPHENE_RECT_INIT (rap_month_cell_x (self, cell % 7) + 1.0,
                                                     rap_month_cell_y (self, cell / 7) + 1.0,
                                                     rap_month_column_width (self) - 1.0, rap_month_row_height (self) - 1.0),
                                3.0, line, color);
}

static void
draw_cursor (RapTimelineMonthPage     *self,
             GtkSnapshot              *snapshot,
             const RapTimelinePalette *palette)
{
  gboolean focused = gtk_widget_has_visible_focus (GTK_WIDGET (self));
  GdkRGBA color = palette->selected;

  if (!focused)
    color.alpha *= 0.35;
  outline_cell (self, snapshot, (guint) (self->day - self->layout->start), focused ? 2.0 : 1.0, &color);
}

/* The stretch of time that is picked out: a tint, and a line at either end. */
static void
draw_brush (RapTimelineMonthPage     *self,
            GtkSnapshot              *snapshot,
            const RapTimelinePalette *palette)
{
  GdkRGBA tint = palette->selected;
  double width = rap_month_column_width (self);
  double height = rap_month_row_height (self);

  tint.alpha *= 0.14;
  for (guint cell = 0; cell < rap_month_count_weeks (self) * 7; cell++)
    {
      gint64 day = self->layout->start + cell;
      double x = rap_month_cell_x (self, cell % 7);
      double y = rap_month_cell_y (self, cell / 7);
      double ends[2] = { x, x + width - BRUSH_END };

      if (day < self->brush_first || day >= self->brush_last)
        continue;
      rap_timeline_painter_rect (snapshot, &tint, x, y, width, height);
      if (day == self->brush_first)
        rap_timeline_painter_rect (snapshot, &palette->selected, ends[rap_month_is_mirrored (self)], y, BRUSH_END, height);
      if (day == self->brush_last - 1)
        rap_timeline_painter_rect (snapshot, &palette->selected, ends[!rap_month_is_mirrored (self)], y, BRUSH_END, height);
    }
}

/* The day under what is being dragged. */
static void
draw_drop (RapTimelineMonthPage     *self,
           GtkSnapshot              *snapshot,
           const RapTimelinePalette *palette)
{
  gint64 cell = self->drop_day - self->layout->start;

  if (cell >= 0 && cell < RAP_MONTH_DAYS)
    outline_cell (self, snapshot, (guint) cell, 3.0, &palette->selected);
}

void
rap_month_draw (RapTimelineMonthPage *self,
                GtkSnapshot          *snapshot)
{
  const RapTimelinePalette *palette = rap_timeline_painter_get_palette (self->painter);

  rap_month_update_layout (self);
  if (self->layout == NULL)
    return;

  draw_cells (self, snapshot, palette);
  draw_brush (self, snapshot, palette);
  for (guint i = 0; i < self->layout->bars->len; i++)
    draw_bar (self, snapshot, palette, &g_array_index (self->layout->bars, RapMonthBar, i));
  draw_weekdays (self, snapshot, palette);
  for (guint cell = 0; cell < rap_month_count_weeks (self) * 7; cell++)
    {
      draw_number (self, snapshot, palette, cell);
      draw_hidden (self, snapshot, palette, cell);
    }
  for (guint i = 0; i < self->layout->bars->len; i++)
    {
      const RapMonthBar *bar = &g_array_index (self->layout->bars, RapMonthBar, i);
      graphene_rect_t area;

      draw_bar_text (self, snapshot, bar);
      get_bar_area (self, bar, &area);
      if (bar->event == self->selected)
        rap_timeline_painter_outline (snapshot, &area, 3.0, 2.0, &palette->selected);
    }
  draw_cursor (self, snapshot, palette);
  draw_drop (self, snapshot, palette);
}
