/* rap-timeline-year-draw.c
 *
 * How the heat calendar looks: days, headings, legend and outlines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-year-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "rap-month-layout.h"
#include "rap-timeline-words.h"
#include "rap-words.h"

#define LEGEND_GAP   14.0    /* between its entries */
#define WIDE_CELL    17.0    /* seven of this side have room for a month's whole name */
#define BRUSH_END    2.0     /* thickness of the line at its ends */
#define NUMBER_CELL  22.0    /* a cell of this side has room for the day's number */

static double
line_height (RapTimelineYearPage *self)
{
  return rap_timeline_painter_line_height (self->painter);
}

/* A square for a step: the fuller, the larger and the stronger. */
static void
draw_step (RapTimelineYearPage *self,
           GtkSnapshot         *snapshot,
           double               x,
           double               y,
           double               cell,
           guint                step)
{
  const RapTimelinePalette *palette = rap_timeline_painter_get_palette (self->painter);
  double room = cell - 2.0;
  double side = round (room * (0.5 + 0.5 * step / (RAP_HEAT_STEPS - 1.0)));
  double inset = floor ((room - side) / 2.0);
  GdkRGBA color = palette->meeting;

  rap_timeline_painter_rect (snapshot, &palette->stripe, x + 1.0, y + 1.0, room, room);
  if (step == 0)
    return;
  color.alpha *= 0.4 + 0.6 * (step - 1.0) / (RAP_HEAT_STEPS - 2.0);
  rap_timeline_painter_rect (snapshot, &color, x + 1.0 + inset, y + 1.0 + inset, side, side);
}

static void
outline_day (RapTimelineYearPage *self,
             GtkSnapshot         *snapshot,
             gint64               day,
             double               line,
             const GdkRGBA       *color)
{
  double cell = self->layout.cell;
  double x, y;

  if (day < self->layout.first || day >= self->layout.last)
    return;
  rap_year_layout_get_day (&self->layout, day, &x, &y);
  rap_timeline_painter_outline (snapshot, &GRAPHENE_RECT_INIT (rap_year_place (self, x, cell), y, cell, cell), 2.0, line,
                                color);
}

static void
draw_days (RapTimelineYearPage *self,
           GtkSnapshot         *snapshot)
{
  double cell = self->layout.cell;

  for (gint64 day = self->layout.first; day < self->layout.last; day++)
    {
      guint step = rap_heat_step (rap_year_count (self, day, day + 1), self->unit);
      double x, y;

      rap_year_layout_get_day (&self->layout, day, &x, &y);
      draw_step (self, snapshot, rap_year_place (self, x, cell), y, cell, step);
    }
}

static void
draw_number (RapTimelineYearPage *self,
             GtkSnapshot         *snapshot,
             gint64               day)
{
  const RapTimelinePalette *palette = rap_timeline_painter_get_palette (self->painter);
  guint step = rap_heat_step (rap_year_count (self, day, day + 1), self->unit);
  double cell = self->layout.cell;
  g_autofree char *text = NULL;
  double x, y, width;
  gint64 year;
  int month, day_of_month;

  rap_day_to_ymd (day, &year, &month, &day_of_month);
  text = rap_timeline_words_number (day_of_month);
  width = rap_timeline_painter_text (self->painter, NULL, text, NULL, 0.0, 0.0, 0.0);
  rap_year_layout_get_day (&self->layout, day, &x, &y);
  x = rap_year_place (self, x, cell) + (cell - width) / 2.0;
  rap_timeline_painter_text (self->painter, snapshot, text,
                             step >= 4 ? &palette->background : step > 0 ? &palette->text : &palette->dim, x,
                             y + cell / 2.0, 0.0);
}

static void
draw_head (RapTimelineYearPage *self,
           GtkSnapshot         *snapshot,
           int                  month)
{
  const RapTimelinePalette *palette = rap_timeline_painter_get_palette (self->painter);
  gint64 start = rap_year_month (self, month);
  double count = rap_year_count (self, start, rap_month_add (start, 1));
  g_autofree char *name = self->layout.strip || self->layout.cell < WIDE_CELL ? rap_words_month_short (month) : rap_words_month_name (month);
  g_autofree char *number = rap_year_format (count);
  /* Translators: over a month of the year page: its name and the expected number of events, "March · 12.4" */
  g_autofree char *text = count > 0.0 ? g_strdup_printf (C_("year page", "%1$s · %2$s"), name, number) : g_strdup (name);
  double x, y, room, width;

  rap_year_layout_get_head (&self->layout, month, &x, &y, &room);
  width = rap_timeline_painter_text (self->painter, NULL, text, NULL, 0.0, 0.0, 0.0);
  if (width > room - 2.0)   /* the tooltip says it too */
    {
      g_free (text);
      text = g_strdup (name);
      width = MIN (rap_timeline_painter_text (self->painter, NULL, text, NULL, 0.0, 0.0, 0.0), room - 2.0);
    }
  rap_timeline_painter_text (self->painter, snapshot, text, &palette->text, rap_year_place (self, x + 1.0, width),
                             y + self->layout.head / 2.0, room - 2.0);
}

/* What the steps mean. */
static void
draw_legend (RapTimelineYearPage *self,
             GtkSnapshot         *snapshot)
{
  const RapTimelinePalette *palette = rap_timeline_painter_get_palette (self->painter);
  double side = line_height (self);
  double top = gtk_widget_get_height (GTK_WIDGET (self)) - rap_year_legend_height (self) + 4.0;
  double x = 0.0;

  for (guint step = 0; step < RAP_HEAT_STEPS; step++)
    {
      double limit = rap_heat_limit (step, self->unit);
      g_autofree char *text = NULL;
      double width;

      if (step == 0)
        text = g_strdup (_("none expected"));
      else if (step < RAP_HEAT_STEPS - 1)
        /* Translators: in a legend: the expected number of events on a day, "up to 4" */
        text = g_strdup_printf (_("up to %.0f"), limit);
      else
        text = g_strdup (C_("legend", "more"));
      width = rap_timeline_painter_text (self->painter, NULL, text, NULL, 0.0, 0.0, 0.0);
      draw_step (self, snapshot, rap_year_place (self, x, side), top, side, step);
      rap_timeline_painter_text (self->painter, snapshot, text, &palette->dim, rap_year_place (self, x + side + 4.0, width),
                                 top + side / 2.0, 0.0);
      x += side + 4.0 + width + LEGEND_GAP;
    }
}

/* The stretch of time that is picked out: lines along the days, and at either end. */
static void
draw_brush (RapTimelineYearPage *self,
            GtkSnapshot         *snapshot)
{
  const GdkRGBA *color = &rap_timeline_painter_get_palette (self->painter)->selected;
  double cell = self->layout.cell;
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GdkRGBA tint = *color;

  tint.alpha *= 0.22;
  for (gint64 day = MAX (self->brush_first, self->layout.first); day < MIN (self->brush_last, self->layout.last); day++)
    {
      gboolean ends[2] = { day == self->brush_first, day == self->brush_last - 1 };
      double x, y;

      rap_year_layout_get_day (&self->layout, day, &x, &y);
      x = rap_year_place (self, x, cell);
      rap_timeline_painter_rect (snapshot, &tint, x, y, cell, cell);
      for (guint i = 0; i < 2; i++)
        if (ends[i] && self->layout.strip)   /* days run downwards */
          rap_timeline_painter_rect (snapshot, color, x, i == 0 ? y : y + cell - BRUSH_END, cell, BRUSH_END);
        else if (ends[i])
          rap_timeline_painter_rect (snapshot, color, (i == 1) != mirrored ? x + cell - BRUSH_END : x, y, BRUSH_END, cell);
    }
}

/* The days in which what is selected may lie. */
static void
draw_selected (RapTimelineYearPage *self,
               GtkSnapshot         *snapshot)
{
  const RapTimelinePalette *palette = rap_timeline_painter_get_palette (self->painter);

  for (gint64 day = MAX (self->selected_first, self->layout.first); day < MIN (self->selected_last, self->layout.last); day++)
    outline_day (self, snapshot, day, self->selected_last - self->selected_first == 1 ? 2.0 : 1.0, &palette->selected);
}

void
rap_year_draw (RapTimelineYearPage *self,
               GtkSnapshot         *snapshot)
{
  const RapTimelinePalette *palette = rap_timeline_painter_get_palette (self->painter);
  gboolean focus = gtk_widget_has_visible_focus (GTK_WIDGET (self));

  draw_days (self, snapshot);
  draw_brush (self, snapshot);
  draw_legend (self, snapshot);
  for (int month = 1; month <= 12; month++)
    draw_head (self, snapshot, month);
  if (self->layout.cell >= NUMBER_CELL)
    for (gint64 day = self->layout.first; day < self->layout.last; day++)
      draw_number (self, snapshot, day);
  draw_selected (self, snapshot);
  outline_day (self, snapshot, rap_words_get_today (), 2.0, &palette->today);
  outline_day (self, snapshot, self->day, focus ? 2.0 : 1.0, &palette->text);
  outline_day (self, snapshot, self->drop_day, 2.0, &palette->selected);
}
