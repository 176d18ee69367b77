/* rap-timeline-picture-axis.c
 *
 * The axis: ticks, the articles under them, and lanes from top to bottom, on as
 * many pages as they need.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-picture-private.h"

#define ROW        20.0
#define PADDING    6.0
#define ARTICLES   28.0   /* height of their lane */
#define STEP       2.0    /* width of the columns of a strip */
#define TICK_ROOM  56.0   /* between the labels of a second calendar */
#define MARGIN     12.0   /* beside the first and the last thing */
#define LABEL_ROOM 170.0  /* beside the last, for its label */
#define CROWD      400    /* things in a lane, from which on there are no labels */
#define MIN_STRIP  40     /* things in a lane, before it may be drawn as a strip */
#define LEFT       (RAP_SHEET_MARGIN + RAP_SHEET_LANES)

typedef struct
{
  RapSheet          *sheet;
  RapTimelineLayout *layout;
  const RapDensity  *density;
  RapAxis            axis;
  RapTicks          *ticks;
} Plot;

static char *
major_words (Plot          *self,
             const RapTick *tick)
{
  g_autofree char *year = rap_sheet_year (self->sheet, tick->bce ? 1 - tick->year : tick->year);

  if (self->ticks->major_unit != RAP_TICK_MONTH)
    return g_steal_pointer (&year);
  return g_strdup_printf ("%s %s", self->sheet->options->words->months[tick->month - 1], year);
}

static char *
minor_words (Plot          *self,
             const RapTick *tick)
{
  if (self->ticks->minor_unit == RAP_TICK_DAY || self->ticks->minor_unit == RAP_TICK_WEEK)
    return g_strdup_printf ("%d", tick->day_of_month);
  if (self->ticks->minor_unit == RAP_TICK_MONTH || self->ticks->minor_unit == RAP_TICK_QUARTER)
    return g_strdup (self->sheet->options->words->short_months[tick->month - 1]);
  return rap_sheet_year (self->sheet, tick->bce ? 1 - tick->year : tick->year);
}

/* The label of a tick, not into that of the next. */
static void
draw_tick_label (Plot       *self,
                 GArray     *ticks,
                 guint       index,
                 double      y,
                 RapInk      ink,
                 gboolean    bold,
                 const char *words)
{
  double x = MAX (g_array_index (ticks, RapTick, index).x, 0.0);
  double end = index + 1 < ticks->len ? g_array_index (ticks, RapTick, index + 1).x : self->axis.width;

  if (end - x > rap_picture_text_width (words, RAP_SHEET_SMALL, bold) + 6.0)
    rap_sheet_text (self->sheet, ink, RAP_SHEET_SMALL, bold, LEFT + x + 3.0, y, 0.0, words);
}

static void
draw_majors (Plot *self)
{
  for (guint i = 0; i < self->ticks->major->len; i++)
    {
      g_autofree char *words = major_words (self, &g_array_index (self->ticks->major, RapTick, i));

      draw_tick_label (self, self->ticks->major, i, self->sheet->y + 11.0, RAP_INK_TEXT, TRUE, words);
    }
  self->sheet->y += RAP_SHEET_LINE;
}

static void
draw_minors (Plot *self)
{
  if (!self->ticks->minor_labels)
    return;
  for (guint i = 0; i < self->ticks->minor->len; i++)
    {
      g_autofree char *words = minor_words (self, &g_array_index (self->ticks->minor, RapTick, i));

      draw_tick_label (self, self->ticks->minor, i, self->sheet->y + 11.0, RAP_INK_DIM, FALSE, words);
    }
  self->sheet->y += RAP_SHEET_LINE;
}

static void
draw_calendar (Plot *self)
{
  RapCalendar calendar = self->sheet->options->calendar;
  g_autoptr (GArray) ticks = NULL;

  if (calendar == RAP_CALENDAR_NONE)
    return;
  ticks = rap_calendar_get_ticks (calendar, &self->axis, self->ticks, TICK_ROOM);
  for (guint i = 0; i < ticks->len; i++)
    {
      const RapTick *tick = &g_array_index (ticks, RapTick, i);
      RapCalendarDate date = { (int) tick->year, tick->month, 1 };
      gboolean years = self->ticks->major_unit == RAP_TICK_YEAR && self->ticks->minor_unit != RAP_TICK_MONTH;
      g_autofree char *month = years ? NULL : rap_calendar_get_month (calendar, &date, NULL);
      g_autofree char *words = years ? g_strdup_printf ("%d", date.year)
                                     : g_strdup_printf ("%s %d", month, date.year);

      if (tick->x >= 0.0)
        rap_sheet_shape (self->sheet, RAP_PICTURE_LINE, RAP_INK_GRID, LEFT + tick->x, self->sheet->y + 1.0, 0.0, 12.0);
      draw_tick_label (self, ticks, i, self->sheet->y + 11.0, RAP_INK_DIM, FALSE, words);
    }
  self->sheet->y += RAP_SHEET_LINE;
}

static void
draw_grid (Plot   *self,
           GArray *ticks,
           double  top,
           double  bottom)
{
  for (guint i = 0; i < ticks->len; i++)
    {
      double x = g_array_index (ticks, RapTick, i).x;

      if (x >= 0.0)
        rap_sheet_shape (self->sheet, RAP_PICTURE_LINE, RAP_INK_GRID, LEFT + x, top, 0.0, bottom - top);
    }
}

/* Its name and how many dated things there are in it; the name cut to @room, 0 = not. */
static char *
lane_words (Plot   *self,
            guint   index,
            double  room)
{
  g_autofree char *count = g_strdup_printf ("%u", rap_density_get_total (self->density, index));
  g_autofree char *cut = NULL;
  RapTimelineLane lane;
  const char *name;

  rap_timeline_items_get_lane (self->sheet->items, index, &lane);
  name = lane.kind == RAP_LANE_NAMED ? lane.name
    : rap_sheet_words (self->sheet, lane.kind == RAP_LANE_ARTICLES ? "Articles"
                       : rap_timeline_items_get_n_lanes (self->sheet->items) > 1 ? "Others" : "Meetings");
  if (room > 0.0)
    cut = rap_picture_cut_text (name, RAP_SHEET_LABEL, FALSE, room);
  return rap_sheet_fill (self->sheet, "%1 (%2)", cut != NULL ? cut : name, count);
}

/* The expected numbers, as high as their share of the fullest column. */
static void
draw_strip (Plot   *self,
            guint   lane,
            double  y,
            double  height)
{
  guint n = (guint) (self->axis.width / STEP);
  g_autofree double *counts = g_new0 (double, n);

  rap_density_get_columns (self->density, lane, &self->axis, STEP, counts, n);
  for (guint i = 0; i < n; i++)
    if (counts[i] > 0.0)
      {
        double bar = MAX (counts[i] / self->sheet->peak * (height - 4.0), 0.5);

        rap_sheet_shape (self->sheet, RAP_PICTURE_RECT, RAP_INK_MEETING, LEFT + i * STEP, y + height - bar, STEP, bar);
      }
}

static void
find_peak (Plot *self)
{
  guint n = (guint) (self->axis.width / STEP);
  g_autofree double *counts = g_new0 (double, n);

  for (guint lane = 0; lane < rap_timeline_items_get_n_lanes (self->sheet->items); lane++)
    {
      if (!rap_timeline_layout_is_strip (self->layout, lane))
        continue;
      rap_density_get_columns (self->density, lane, &self->axis, STEP, counts, n);
      for (guint i = 0; i < n; i++)
        self->sheet->peak = MAX (self->sheet->peak, counts[i]);
    }
}

static void
begin_lane (Plot   *self,
            guint   lane,
            double  height)
{
  g_autofree char *words = lane_words (self, lane, 0.0);
  g_autofree char *shown = lane_words (self, lane, RAP_SHEET_LANES - 48.0);
  g_autofree char *number = g_strdup_printf ("%u", lane);

  rap_sheet_begin (self->sheet, "lane", number, words);
  rap_sheet_text (self->sheet, RAP_INK_TEXT, RAP_SHEET_LABEL, FALSE, RAP_SHEET_MARGIN,
                  self->sheet->y + MIN (height / 2.0, ROW) + 4.0, RAP_SHEET_LANES - 4.0, shown);
}

static void
draw_marks (Plot           *self,
            const RapMarks *marks,
            double          top)
{
  for (guint i = 0; i < marks->marks->len; i++)
    {
      const RapMark *mark = &g_array_index (marks->marks, RapMark, i);

      rap_sheet_draw_mark (self->sheet, mark, LEFT, top + mark->y);
    }
}

static void
draw_lane (Plot   *self,
           guint   lane,
           double  y,
           double  height)
{
  begin_lane (self, lane, height);
  rap_sheet_shape (self->sheet, RAP_PICTURE_LINE, RAP_INK_GRID, RAP_SHEET_MARGIN, self->sheet->y + height, RAP_SHEET_INNER, 0.0);
  if (rap_timeline_layout_is_strip (self->layout, lane))
    draw_strip (self, lane, self->sheet->y, height);
  else
    {
      g_autoptr (RapMarks) marks = rap_timeline_layout_get_marks (self->layout, &self->axis, y + 0.5, y + height - 0.5);

      draw_marks (self, marks, self->sheet->y - y);
    }
  rap_sheet_end (self->sheet);
  self->sheet->y += height;
}

static gboolean
has_articles (Plot *self)
{
  RapTimelineLane lane;

  rap_timeline_items_get_lane (self->sheet->items, 0, &lane);
  return lane.kind == RAP_LANE_ARTICLES && lane.n_items > 0;
}

static void
draw_articles (Plot *self)
{
  g_autoptr (RapMarks) marks = rap_timeline_layout_get_articles (self->layout, &self->axis);

  begin_lane (self, 0, ARTICLES);
  rap_sheet_shape (self->sheet, RAP_PICTURE_LINE, RAP_INK_GRID, RAP_SHEET_MARGIN, self->sheet->y + ARTICLES, RAP_SHEET_INNER, 0.0);
  draw_marks (self, marks, self->sheet->y + ARTICLES / 2.0);
  rap_sheet_end (self->sheet);
  self->sheet->y += ARTICLES;
}

/* None for a lane without dates. */
static double
lane_height (Plot   *self,
             guint   lane,
             double *y)
{
  double height;
  guint n_rows;

  rap_timeline_layout_get_lane (self->layout, lane, y, &height, &n_rows);
  return rap_density_get_total (self->density, lane) > 0 ? height : 0.0;
}

/* The lane after the last that fits on the page that begins with @lane. */
static guint
find_page_end (Plot   *self,
               guint   lane,
               double *height)
{
  guint n = rap_timeline_items_get_n_lanes (self->sheet->items);
  guint end = lane;

  *height = 0.0;
  while (end < n)
    {
      double y;
      double more = lane_height (self, end, &y);

      if (end > lane && !rap_sheet_has_room (self->sheet, *height + more))
        break;
      *height += more;
      end++;
    }
  return end;
}

/* Ticks and as many lanes as there is room for; the lane to go on with. */
static guint
draw_page (Plot  *self,
           guint  lane)
{
  gboolean articles = lane == 0 && has_articles (self);
  double height, top;
  double ticks_top = self->sheet->y;
  guint end;

  draw_majors (self);
  draw_minors (self);
  draw_calendar (self);
  self->sheet->y += 4.0;
  top = self->sheet->y;
  rap_sheet_shape (self->sheet, RAP_PICTURE_LINE, RAP_INK_DIM, RAP_SHEET_MARGIN, top, RAP_SHEET_INNER, 0.0);
  if (articles)
    self->sheet->y += ARTICLES;
  end = find_page_end (self, lane, &height);
  if (self->ticks->minor_labels)
    draw_grid (self, self->ticks->minor, top, self->sheet->y + height);
  draw_grid (self, self->ticks->major, ticks_top, self->sheet->y + height);
  self->sheet->y = top;
  if (articles)
    draw_articles (self);
  for (; lane < end; lane++)
    {
      double y;
      double more = lane_height (self, lane, &y);

      if (more > 0.0)
        draw_lane (self, lane, y, more);
    }
  return end;
}

static guint
count_fullest (Plot *self)
{
  guint most = 0;

  for (guint lane = 0; lane < rap_timeline_items_get_n_lanes (self->sheet->items); lane++)
    most = MAX (most, rap_density_get_total (self->density, lane));
  return most;
}

/* The labels of the last things get some room, but no time that was not asked
 * for; a few things on one day are no crowd. */
static void
fit_axis (Plot   *self,
          gint64  first,
          gint64  last)
{
  guint most = count_fullest (self);
  double room = self->sheet->options->last < RAP_DAY_MAX || most >= CROWD ? 0.0 : LABEL_ROOM;

  self->axis.width = RAP_SHEET_AXIS - room;
  rap_axis_fit (&self->axis, first, last, MARGIN);
  self->axis.width = RAP_SHEET_AXIS;
  self->sheet->peak_days = STEP * self->axis.scale;
  rap_timeline_layout_set_heights (self->layout, ROW, PADDING);
  if (most >= MIN_STRIP)
    rap_timeline_layout_set_strips (self->layout, self->density, &self->axis);
}

static gboolean
find_extent (Plot   *self,
             gint64 *first,
             gint64 *last)
{
  const RapPictureOptions *options = self->sheet->options;

  if (!rap_timeline_layout_get_extent (self->layout, first, last))
    return FALSE;
  if (options->first > RAP_DAY_MIN)
    *first = options->first;
  if (options->last < RAP_DAY_MAX)
    *last = options->last;
  *last = MAX (*last, *first + 1);
  return TRUE;
}

void
rap_sheet_draw_axis (RapSheet *sheet)
{
  Plot self = { .sheet = sheet, .layout = rap_timeline_data_get_layout (sheet->data),
                .density = rap_timeline_data_get_density (sheet->data) };
  guint n = rap_timeline_items_get_n_lanes (sheet->items);
  gint64 first, last;

  if (!find_extent (&self, &first, &last))
    {
      rap_sheet_text (sheet, RAP_INK_DIM, RAP_SHEET_LABEL, FALSE, RAP_SHEET_MARGIN, sheet->y + 30.0, 0.0,
                      rap_sheet_words (sheet, "Nothing here has a date"));
      sheet->y += 50.0;
      return;
    }
  fit_axis (&self, first, last);
  self.ticks = rap_ticks_new (&self.axis, sheet->options->first_weekday);
  find_peak (&self);
  for (guint lane = 0; lane < n;)
    {
      if (lane > 0)
        rap_sheet_turn (sheet);
      lane = draw_page (&self, lane);
    }
  rap_ticks_free (self.ticks);
}
