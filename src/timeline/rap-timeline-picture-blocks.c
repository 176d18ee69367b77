/* rap-timeline-picture-blocks.c
 *
 * Months and weeks as calendar pages, years as heat calendars, one below the
 * other; those in which there is nothing are passed over. A week is as high as
 * what lies in it, on pages of A4 at most a page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-error.h"
#include "rap-month-layout.h"
#include "rap-timeline-picture-private.h"
#include "rap-year-layout.h"

#define HEAD      26.0    /* the name of the month */
#define WEEKDAYS  18.0
#define DAY_HEAD  17.0    /* the number of the day */
#define SLOT      17.0
#define MIN_SLOTS 2
#define PAGE_CAPACITY 3   /* slots in a month on A4 */
#define WEEK_CAPACITY 28
#define GAP       24.0
#define CELL      (RAP_SHEET_INNER / 7.0)
#define YEAR_HEIGHT 560.0
#define MAX_BAND  120     /* things listed below a page */
#define MAX_UNITS 200000  /* looked at for something in them */

typedef struct
{
  RapSheet       *sheet;
  RapMonthLayout *layout;
  guint           slots[RAP_MONTH_WEEKS];
} Block;

/* A month's page may end with a week that is all of the next. */
static gboolean
is_week_shown (const Block *self,
               guint        week)
{
  return self->layout->start + week * 7 < self->layout->last && self->layout->start + week * 7 + 7 > self->layout->first;
}

static double
week_height (const Block *self,
             guint        week)
{
  if (!is_week_shown (self, week))
    return 0.0;
  return DAY_HEAD + self->slots[week] * SLOT + 3.0;
}

static double
band_lines (const Block *self)
{
  guint n = MIN (self->layout->band->len, MAX_BAND);

  return n > 0 ? 1.0 + (n + 1) / 2 + (self->layout->band->len > n ? 1.0 : 0.0) : 0.0;
}

static double
block_height (const Block *self)
{
  double height = HEAD + WEEKDAYS + band_lines (self) * RAP_SHEET_LINE + GAP;

  for (guint i = 0; i < self->layout->n_weeks; i++)
    height += week_height (self, i);
  return height;
}

static void
measure (Block *self)
{
  for (guint i = 0; i < self->layout->n_weeks; i++)
    self->slots[i] = MIN_SLOTS;
  for (guint i = 0; i < self->layout->bars->len; i++)
    {
      const RapMonthBar *bar = &g_array_index (self->layout->bars, RapMonthBar, i);

      self->slots[bar->week] = MAX (self->slots[bar->week], bar->slot + 1);
    }
}

static char *
day_words (RapSheet *sheet,
           gint64    day)
{
  g_autofree char *year_words = NULL;
  gint64 year;
  int month, day_of_month;

  rap_day_to_ymd (day, &year, &month, &day_of_month);
  year_words = rap_sheet_year (sheet, year);
  return g_strdup_printf ("%d %s %s", day_of_month, sheet->options->words->short_months[month - 1], year_words);
}

static char *
block_words (const Block *self)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  gint64 year;
  int month, day;

  if (self->layout->n_weeks == 1)
    {
      first = day_words (self->sheet, self->layout->first);
      last = day_words (self->sheet, self->layout->last - 1);
      return g_strdup_printf ("%s – %s", first, last);
    }
  rap_day_to_ymd (self->layout->first, &year, &month, &day);
  first = rap_sheet_year (self->sheet, year);
  return g_strdup_printf ("%s %s", self->sheet->options->words->months[month - 1], first);
}

static void
draw_head (const Block *self)
{
  RapSheet *sheet = self->sheet;
  g_autofree char *words = block_words (self);

  rap_sheet_text (sheet, RAP_INK_TEXT, 15.0, TRUE, RAP_SHEET_MARGIN, sheet->y + 16.0, 0.0, words);
  sheet->y += HEAD;
  for (guint i = 0; i < 7; i++)
    {
      int weekday = rap_day_get_weekday (self->layout->start + i);

      rap_sheet_text (sheet, RAP_INK_DIM, RAP_SHEET_SMALL, TRUE, RAP_SHEET_MARGIN + i * CELL + 4.0, sheet->y + 12.0, 0.0,
                      sheet->options->words->weekdays[weekday - 1]);
    }
  sheet->y += WEEKDAYS;
}

static void
draw_cell (const Block *self,
           guint        cell,
           double       height)
{
  RapSheet *sheet = self->sheet;
  gint64 date = self->layout->start + cell;
  gboolean inside = date >= self->layout->first && date < self->layout->last;
  double x = RAP_SHEET_MARGIN + cell % 7 * CELL;
  g_autofree char *number = NULL;
  gint64 year;
  int month, day;

  rap_day_to_ymd (date, &year, &month, &day);
  number = g_strdup_printf ("%d", day);
  if (!inside)
    rap_sheet_shape (sheet, RAP_PICTURE_RECT, RAP_INK_STRIPE, x, sheet->y, CELL, height);
  rap_sheet_shape (sheet, RAP_PICTURE_FRAME, RAP_INK_GRID, x, sheet->y, CELL, height);
  rap_sheet_text (sheet, inside ? RAP_INK_TEXT : RAP_INK_DIM, RAP_SHEET_SMALL, inside, x + 4.0, sheet->y + 12.0, 0.0, number);
  if (self->layout->n_hidden[cell] > 0)
    {
      g_autofree char *more = g_strdup_printf ("+%u", self->layout->n_hidden[cell]);

      rap_sheet_text (sheet, RAP_INK_TEXT, RAP_SHEET_SMALL, TRUE, x + CELL - 30.0, sheet->y + 12.0, 0.0, more);
      sheet->n_hidden += self->layout->n_hidden[cell];
    }
}

/* A solid edge where it begins and ends; hollow when it is not certain to have happened. */
static void
draw_bar (const Block       *self,
          const RapMonthBar *bar)
{
  RapSheet *sheet = self->sheet;
  guint flags = sheet->columns.flags[bar->item];
  RapInk ink = sheet->columns.kind[bar->item] == RAP_KIND_ARTICLE ? RAP_INK_ARTICLE : RAP_INK_MEETING;
  double x = RAP_SHEET_MARGIN + bar->first * CELL + 3.0;
  double width = (bar->last - bar->first + 1) * CELL - 6.0;
  double y = sheet->y + DAY_HEAD + bar->slot * SLOT;
  gboolean hollow = (flags & (RAP_ITEM_PLANNED | RAP_ITEM_CANCELLED | RAP_ITEM_REPORTED_ONLY)) != 0;

  rap_sheet_begin_event (sheet, bar->event);
  rap_sheet_shape (sheet, RAP_PICTURE_FRAME, RAP_INK_GRID, x, y, width, SLOT - 3.0);
  if (!bar->from_before)
    rap_sheet_shape (sheet, hollow ? RAP_PICTURE_FRAME : RAP_PICTURE_RECT, ink, x + 1.0, y + 1.0, 5.0, SLOT - 5.0);
  if (flags & RAP_ITEM_APPROXIMATE)
    rap_sheet_shape (sheet, RAP_PICTURE_DASHES, ink, x, y + SLOT - 3.0, width, 0.0);
  else if (bar->last > bar->first || bar->from_before || bar->goes_on)
    rap_sheet_shape (sheet, RAP_PICTURE_LINE, ink, x, y + SLOT - 3.0, width, 0.0);
  if (bar->open || bar->goes_on)
    rap_sheet_shape (sheet, RAP_PICTURE_ARROW, ink, x + width, y + SLOT / 2.0 - 1.5, 7.0, 4.0);
  rap_sheet_text (sheet, RAP_INK_TEXT, RAP_SHEET_SMALL, FALSE, x + 9.0, y + 10.5, width - 18.0,
                  rap_sheet_title_of (sheet, bar->event));
  rap_sheet_end (sheet);
}

static void
draw_weeks (const Block *self)
{
  guint k = 0;

  for (guint week = 0; week < self->layout->n_weeks; week++)
    {
      double height = week_height (self, week);

      for (guint i = 0; i < 7 && height > 0.0; i++)
        draw_cell (self, week * 7 + i, height);
      for (; k < self->layout->bars->len; k++)
        {
          const RapMonthBar *bar = &g_array_index (self->layout->bars, RapMonthBar, k);

          if (bar->week != week)
            break;
          if (height > 0.0)
            draw_bar (self, bar);
        }
      self->sheet->y += height;
    }
}

static void
draw_band_event (RapSheet *sheet,
                 guint     index,
                 double    x,
                 double    y)
{
  g_autoptr (RapEdtf) when = NULL;
  g_autofree char *date = NULL;
  g_autofree char *line = NULL;
  RapTimelineEvent event;

  rap_timeline_items_get_event (sheet->items, index, &event);
  when = rap_edtf_parse (event.when, NULL);
  date = when != NULL ? sheet->options->words->date (when) : g_strdup ("");
  line = g_strdup_printf ("%s · %s", rap_sheet_title_of (sheet, index), date);
  rap_sheet_begin_event (sheet, index);
  rap_sheet_shape (sheet, RAP_PICTURE_RING, event.kind == RAP_KIND_ARTICLE ? RAP_INK_ARTICLE : RAP_INK_MEETING,
                   x + 4.0, y + 7.0, 3.5, 0.0);
  rap_sheet_text (sheet, RAP_INK_TEXT, RAP_SHEET_SMALL, FALSE, x + 14.0, y + 11.0, RAP_SHEET_INNER / 2.0 - 24.0, line);
  rap_sheet_end (sheet);
}

/* What lies somewhere in the month is not on its days; in two columns. */
static void
draw_band (const Block *self)
{
  RapSheet *sheet = self->sheet;
  GArray *band = self->layout->band;
  guint n = MIN (band->len, MAX_BAND);

  if (n == 0)
    return;
  rap_sheet_text (sheet, RAP_INK_DIM, RAP_SHEET_SMALL, TRUE, RAP_SHEET_MARGIN, sheet->y + 11.0, 0.0,
                  rap_sheet_words (sheet, "In this time, the day is not known"));
  sheet->y += RAP_SHEET_LINE;
  for (guint i = 0; i < n; i++)
    {
      if (i % 2 == 0 && !rap_sheet_has_room (sheet, RAP_SHEET_LINE))
        rap_sheet_turn (sheet);
      draw_band_event (sheet, g_array_index (band, guint, i),
                       RAP_SHEET_MARGIN + i % 2 * RAP_SHEET_INNER / 2.0, sheet->y);
      if (i % 2 == 1 || i + 1 == n)
        sheet->y += RAP_SHEET_LINE;
    }
  if (band->len > n)
    {
      g_autofree char *more = g_strdup_printf ("+%u", band->len - n);

      rap_sheet_text (sheet, RAP_INK_TEXT, RAP_SHEET_SMALL, TRUE, RAP_SHEET_MARGIN, sheet->y + 11.0, 0.0, more);
      sheet->y += RAP_SHEET_LINE;
      sheet->n_hidden += band->len - n;
    }
}

/* What may be at any time of a year is no reason for each of its months: it shows
 * on the first page that it reaches. */
static gboolean
has_something (const Block *self,
               gboolean     first)
{
  const RapTimelineColumns *columns = &self->sheet->columns;

  for (guint i = 0; i < self->layout->bars->len; i++)
    if (is_week_shown (self, g_array_index (self->layout->bars, RapMonthBar, i).week))
      return TRUE;
  for (guint i = 0; i < self->layout->band->len; i++)
    {
      RapTimelineEvent event;
      gint64 day;

      rap_timeline_items_get_event (self->sheet->items, g_array_index (self->layout->band, guint, i), &event);
      day = columns->es[event.first_item];
      if (first || (day >= self->layout->first && day < self->layout->last))
        return TRUE;
    }
  return FALSE;
}

/* FALSE when there was nothing to draw. @first: nothing was drawn before. */
static gboolean
draw_calendar_block (RapSheet *sheet,
                     gint64    day,
                     gboolean  first)
{
  gboolean month = sheet->options->view == RAP_PICTURE_MONTH;
  guint capacity = !sheet->options->paged ? RAP_MONTH_MAX_CAPACITY : month ? PAGE_CAPACITY : WEEK_CAPACITY;
  g_autoptr (RapMonthLayout) layout = month
    ? rap_month_layout_new (sheet->items, day, sheet->options->first_weekday, capacity)
    : rap_week_layout_new (sheet->items, day, sheet->options->first_weekday, capacity);
  Block block = { .sheet = sheet, .layout = layout };

  if (!has_something (&block, first))
    return FALSE;
  measure (&block);
  if (!first && !rap_sheet_has_room (sheet, block_height (&block)))
    rap_sheet_turn (sheet);
  draw_head (&block);
  draw_weeks (&block);
  draw_band (&block);
  sheet->y += GAP;
  return TRUE;
}

static double
find_most (RapSheet            *sheet,
           const RapYearLayout *year)
{
  const RapDensity *density = rap_timeline_data_get_density (sheet->data);
  double most = 0.0;

  for (gint64 day = year->first; day < year->last; day++)
    most = MAX (most, rap_density_get_count (density, RAP_DENSITY_ALL, day, day + 1));
  return most;
}

static void
draw_year_day (RapSheet            *sheet,
               const RapYearLayout *year,
               gint64               day,
               double               unit)
{
  double count = rap_density_get_count (rap_timeline_data_get_density (sheet->data), RAP_DENSITY_ALL, day, day + 1);
  guint step = rap_heat_step (count, unit);
  double x, y;

  rap_year_layout_get_day (year, day, &x, &y);
  x += RAP_SHEET_MARGIN;
  y += sheet->y;
  rap_sheet_shape (sheet, RAP_PICTURE_RECT, RAP_INK_HEAT + step, x + 0.5, y + 0.5, year->cell - 1.0, year->cell - 1.0);
  if (step > 0)
    {
      g_autofree char *number = rap_sheet_number (count);
      g_autofree char *date = day_words (sheet, day);
      g_autofree char *id = rap_day_format (day);
      g_autofree char *title = rap_sheet_fill (sheet, "%1: %2 expected", date, number);

      rap_sheet_begin (sheet, "day", id, title);
      if (count >= 0.05)
        rap_sheet_text (sheet, step < 4 ? RAP_INK_TEXT : RAP_INK_PAPER, 8.0, FALSE,
                        x + (year->cell - rap_picture_text_width (number, 8.0, FALSE)) / 2.0, y + year->cell / 2.0 + 3.0,
                        0.0, number);
      rap_sheet_end (sheet);
    }
}

static void
draw_heat_legend (RapSheet *sheet,
                  double    unit)
{
  double x = RAP_SHEET_MARGIN;

  rap_sheet_text (sheet, RAP_INK_DIM, RAP_SHEET_SMALL, FALSE, x, sheet->y + 11.0, 0.0,
                  rap_sheet_words (sheet, "Expected number on a day, up to:"));
  x += rap_picture_text_width (rap_sheet_words (sheet, "Expected number on a day, up to:"), RAP_SHEET_SMALL, FALSE) + 10.0;
  for (guint step = 0; step < RAP_HEAT_STEPS; step++)
    {
      g_autofree char *limit = step + 1 < RAP_HEAT_STEPS ? rap_sheet_number (rap_heat_limit (step, unit))
                                                         : g_strdup (rap_sheet_words (sheet, "more"));

      rap_sheet_shape (sheet, RAP_PICTURE_RECT, RAP_INK_HEAT + step, x, sheet->y + 1.0, 13.0, 13.0);
      rap_sheet_text (sheet, RAP_INK_TEXT, RAP_SHEET_SMALL, FALSE, x + 18.0, sheet->y + 11.0, 0.0, limit);
      x += 18.0 + rap_picture_text_width (limit, RAP_SHEET_SMALL, FALSE) + 14.0;
    }
  sheet->y += RAP_SHEET_LINE + GAP;
}

static gboolean
draw_year_block (RapSheet *sheet,
                 gint64    day,
                 gboolean  first)
{
  g_autofree char *words = NULL;
  RapYearLayout year;
  double most, unit;
  gint64 number;
  int month, day_of_month;

  rap_year_layout_init (&year, day, sheet->options->first_weekday, RAP_SHEET_INNER, YEAR_HEIGHT, 18.0);
  most = find_most (sheet, &year);
  if (most <= 0.0)
    return FALSE;
  if (!first && !rap_sheet_has_room (sheet, HEAD + YEAR_HEIGHT + GAP))
    rap_sheet_turn (sheet);
  unit = rap_heat_unit (most);
  rap_day_to_ymd (year.first, &number, &month, &day_of_month);
  words = rap_sheet_year (sheet, number);
  rap_sheet_text (sheet, RAP_INK_TEXT, 15.0, TRUE, RAP_SHEET_MARGIN, sheet->y + 16.0, 0.0, words);
  sheet->y += HEAD;
  for (month = 1; month <= 12; month++)
    {
      double x, y, width;

      rap_year_layout_get_head (&year, month, &x, &y, &width);
      rap_sheet_text (sheet, RAP_INK_DIM, RAP_SHEET_SMALL, TRUE, RAP_SHEET_MARGIN + x, sheet->y + y + 12.0, width,
                      sheet->options->words->short_months[month - 1]);
    }
  for (gint64 i = year.first; i < year.last; i++)
    draw_year_day (sheet, &year, i, unit);
  sheet->y += YEAR_HEIGHT + 8.0;
  draw_heat_legend (sheet, unit);
  return TRUE;
}

/* The first day of the unit after that of @day. */
static gint64
next_unit (RapSheet *sheet,
           gint64    day)
{
  gint64 year;
  int month, day_of_month;

  if (sheet->options->view == RAP_PICTURE_WEEK)
    return day - (rap_day_get_weekday (day) - sheet->options->first_weekday + 7) % 7 + 7;
  rap_day_to_ymd (day, &year, &month, &day_of_month);
  if (sheet->options->view == RAP_PICTURE_YEAR)
    return rap_day_from_ymd (year + 1, 1, 1);
  return rap_month_add (day - (day_of_month - 1), 1);
}

static gboolean
draw_unit (RapSheet *sheet,
           gint64    day,
           gboolean  first)
{
  return sheet->options->view == RAP_PICTURE_YEAR ? draw_year_block (sheet, day, first)
                                                  : draw_calendar_block (sheet, day, first);
}

gboolean
rap_sheet_draw_blocks (RapSheet  *sheet,
                       GError   **error)
{
  const RapPictureOptions *options = sheet->options;
  guint n_drawn = 0;
  guint n_seen = 0;
  gint64 first = 0, last = 0;

  if (rap_timeline_items_get_extent (sheet->items, &first, &last))
    {
      first = options->first > RAP_DAY_MIN ? options->first : first;
      last = options->last < RAP_DAY_MAX ? options->last : last;
    }
  for (gint64 day = first; day < last && n_drawn <= RAP_PICTURE_MAX_BLOCKS && n_seen <= MAX_UNITS; n_seen++)
    {
      n_drawn += draw_unit (sheet, day, n_drawn == 0) ? 1 : 0;
      day = next_unit (sheet, day);
    }
  if (n_drawn > RAP_PICTURE_MAX_BLOCKS || n_seen > MAX_UNITS)
    {
      g_set_error (error, RAP_ERROR, RAP_ERROR_INVALID, "more pages than %d; ask for less time, with a first and a last day",
                   RAP_PICTURE_MAX_BLOCKS);
      return FALSE;
    }
  if (n_drawn > 0)
    return TRUE;
  rap_sheet_text (sheet, RAP_INK_DIM, RAP_SHEET_LABEL, FALSE, RAP_SHEET_MARGIN, sheet->y + 30.0, 0.0,
                  rap_sheet_words (sheet, "Nothing here has a date"));
  sheet->y += 50.0;
  return TRUE;
}
