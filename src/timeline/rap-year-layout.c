/* rap-year-layout.c
 *
 * Every arrangement of the months is tried; there are seven.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-year-layout.h"

#include <math.h>

#include "rap-edtf.h"

#define GAP       12.0   /* between months, pixels */
#define WEEKS     54     /* that a year can touch */
#define ROWS       6     /* of weeks in a month */
#define MIN_CELL   4.0
#define MAX_CELL  44.0

static double
cell_of_months (guint  columns,
                double width,
                double height,
                double head)
{
  guint rows = 12 / columns;

  return floor (MIN ((width / columns - GAP) / 7.0, (height / rows - head - GAP / 2.0) / ROWS));
}

static void
choose (RapYearLayout *self,
        double         width,
        double         height)
{
  static const guint tries[] = { 12, 6, 4, 3, 2, 1 };
  double strip = floor (MIN (width / WEEKS, (height - self->head) / 7.0));

  for (guint i = 0; i < G_N_ELEMENTS (tries); i++)
    {
      double cell = cell_of_months (tries[i], width, height, self->head);

      if (i > 0 && cell <= self->cell)
        continue;
      self->cell = cell;
      self->columns = tries[i];
    }
  self->strip = strip > self->cell;
  if (self->strip)
    self->cell = strip;
  self->cell = CLAMP (self->cell, MIN_CELL, MAX_CELL);
}

void
rap_year_layout_init (RapYearLayout *self,
                      gint64         day,
                      int            first_weekday,
                      double         width,
                      double         height,
                      double         head)
{
  gint64 year;
  int month, day_of_month;
  guint rows;

  g_return_if_fail (first_weekday >= 1 && first_weekday <= 7);

  *self = (RapYearLayout) { .first_weekday = first_weekday, .head = head };
  rap_day_to_ymd (day, &year, &month, &day_of_month);
  self->first = rap_day_from_ymd (year, 1, 1);
  self->last = rap_day_from_ymd (year + 1, 1, 1);
  choose (self, width, height);
  if (self->strip)
    {
      self->columns = 12;
      self->left = MAX (floor ((width - WEEKS * self->cell) / 2.0), 0.0);
      self->top = MAX (floor ((height - head - 7.0 * self->cell) / 2.0), 0.0);
      return;
    }
  rows = 12 / self->columns;
  self->step_x = MAX (floor (width / self->columns), 7.0 * self->cell);
  self->step_y = MAX (floor (height / rows), head + ROWS * self->cell);
  self->left = floor ((self->step_x - 7.0 * self->cell) / 2.0);
  self->top = MAX (floor ((self->step_y - head - ROWS * self->cell) / 2.0), 0.0);
}

static int
column_of (const RapYearLayout *self,
           gint64               day)
{
  return (rap_day_get_weekday (day) - self->first_weekday + 7) % 7;
}

static gint64
month_start (const RapYearLayout *self,
             int                  month)
{
  gint64 year;
  int first_month, day_of_month;

  rap_day_to_ymd (self->first, &year, &first_month, &day_of_month);
  return rap_day_from_ymd (year, month, 1);
}

static int
week_of_year (const RapYearLayout *self,
              gint64               day)
{
  return (int) (day - self->first + column_of (self, self->first)) / 7;
}

void
rap_year_layout_get_day (const RapYearLayout *self,
                         gint64               day,
                         double              *x,
                         double              *y)
{
  gint64 year, start;
  int month, day_of_month;

  g_return_if_fail (day >= self->first && day < self->last);

  if (self->strip)
    {
      *x = self->left + week_of_year (self, day) * self->cell;
      *y = self->top + self->head + column_of (self, day) * self->cell;
      return;
    }
  rap_day_to_ymd (day, &year, &month, &day_of_month);
  start = day - day_of_month + 1;
  *x = self->left + (month - 1) % self->columns * self->step_x + column_of (self, day) * self->cell;
  *y = self->top + (month - 1) / self->columns * self->step_y + self->head
       + (day_of_month - 1 + column_of (self, start)) / 7 * self->cell;
}

static gboolean
strip_day_at (const RapYearLayout *self,
              double               x,
              double               y,
              gint64              *day)
{
  double week = floor ((x - self->left) / self->cell);
  double row = floor ((y - self->top - self->head) / self->cell);

  if (week < 0.0 || week >= WEEKS || row < 0.0 || row > 6.0)
    return FALSE;
  *day = self->first - column_of (self, self->first) + (gint64) week * 7 + (gint64) row;
  return *day >= self->first && *day < self->last;
}

gboolean
rap_year_layout_day_at (const RapYearLayout *self,
                        double               x,
                        double               y,
                        gint64              *day)
{
  double across, down, column, row;
  gint64 start, year;
  int month, day_of_month;

  if (self->strip)
    return strip_day_at (self, x, y, day);
  across = floor (x / self->step_x);
  down = floor (y / self->step_y);
  if (across < 0.0 || across >= self->columns || down < 0.0 || down >= 12 / self->columns)
    return FALSE;
  column = floor ((x - across * self->step_x - self->left) / self->cell);
  row = floor ((y - down * self->step_y - self->top - self->head) / self->cell);
  if (column < 0.0 || column > 6.0 || row < 0.0 || row >= ROWS)
    return FALSE;
  month = (int) (down * self->columns + across) + 1;
  start = month_start (self, month);
  *day = start - column_of (self, start) + (gint64) row * 7 + (gint64) column;
  rap_day_to_ymd (start, &year, &month, &day_of_month);
  return *day >= start && *day < start + rap_month_get_length (year, month);
}

void
rap_year_layout_get_head (const RapYearLayout *self,
                          int                  month,
                          double              *x,
                          double              *y,
                          double              *width)
{
  g_return_if_fail (month >= 1 && month <= 12);

  if (self->strip)
    {
      double end = month < 12 ? week_of_year (self, month_start (self, month + 1)) : WEEKS;

      /* above the week in which it begins */
      *x = self->left + week_of_year (self, month_start (self, month)) * self->cell;
      *y = self->top;
      *width = self->left + end * self->cell - *x;
      return;
    }
  *x = self->left + (month - 1) % self->columns * self->step_x;
  *y = self->top + (month - 1) / self->columns * self->step_y;
  *width = 7.0 * self->cell;
}

int
rap_year_layout_head_at (const RapYearLayout *self,
                         double               x,
                         double               y)
{
  for (int month = 1; month <= 12; month++)
    {
      double left, top, width;

      rap_year_layout_get_head (self, month, &left, &top, &width);
      if (x >= left && x < left + width && y >= top && y < top + self->head)
        return month;
    }
  return 0;
}

double
rap_heat_unit (double most)
{
  static const double factors[] = { 1.0, 2.0, 5.0 };
  double unit = 1.0;

  for (guint i = 1; most > 16.0 * unit; i++)
    unit = factors[i % 3] * pow (10.0, i / 3);
  return unit;
}

guint
rap_heat_step (double count,
               double unit)
{
  /* sums of parts: what is a millionth more than nothing is nothing */
  for (guint step = 0; step < RAP_HEAT_STEPS - 1; step++)
    if (count <= rap_heat_limit (step, unit) + 1e-6)
      return step;
  return RAP_HEAT_STEPS - 1;
}

double
rap_heat_limit (guint  step,
                double unit)
{
  if (step == 0)
    return 0.0;
  return step >= RAP_HEAT_STEPS - 1 ? G_MAXDOUBLE : unit * (1 << (step - 1));
}
