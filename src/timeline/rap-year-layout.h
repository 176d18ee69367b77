/* rap-year-layout.h
 *
 * A year as a heat calendar: twelve small months, or one strip of weeks where
 * there is little height, whichever gives a day more room. A month is seven
 * columns of weekdays and six rows; the strip has a column a week. And the
 * steps in which the expected number of a day is shown.
 *
 * Lengths are pixels. Days as in rap-edtf.h, years astronomical (0 = 1 BCE).
 * Laid from left to right; the caller mirrors it for right-to-left interfaces.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RapYearLayout:
 * @first: 1 January
 * @last: the day after 31 December
 * @first_weekday: ISO, Monday 1 … Sunday 7
 * @strip: one strip of weeks; otherwise twelve months
 * @cell: side of a day
 * @head: height of a heading
 * @columns: months side by side
 * @left, @top: of the first month or of the strip, its heading included
 * @step_x, @step_y: from a month to the one beside or below
 */
typedef struct
{
  gint64   first;
  gint64   last;
  int      first_weekday;
  gboolean strip;
  double   cell;
  double   head;
  guint    columns;
  double   left;
  double   top;
  double   step_x;
  double   step_y;
} RapYearLayout;

/* @day: any of the year. */
void     rap_year_layout_init      (RapYearLayout       *self,
                                    gint64               day,
                                    int                  first_weekday,
                                    double               width,
                                    double               height,
                                    double               head);
/* Where a day of the year begins. */
void     rap_year_layout_get_day   (const RapYearLayout *self,
                                    gint64               day,
                                    double              *x,
                                    double              *y);
/* FALSE between the days. */
gboolean rap_year_layout_day_at    (const RapYearLayout *self,
                                    double               x,
                                    double               y,
                                    gint64              *day);
/* The heading of a month, 1 … 12; @head is its height. */
void     rap_year_layout_get_head  (const RapYearLayout *self,
                                    int                  month,
                                    double              *x,
                                    double              *y,
                                    double              *width);
/* The month whose heading it is, or 0. */
int      rap_year_layout_head_at   (const RapYearLayout *self,
                                    double               x,
                                    double               y);

/* Steps: 0 for nothing, then up to 1, 2, 4, 8 units, and more. */
#define RAP_HEAT_STEPS 6

/* The unit (1, 2, 5, 10, 20 …) in which @most, the number of the fullest day, is
 * no more than 16. */
double   rap_heat_unit             (double               most);
guint    rap_heat_step             (double               count,
                                    double               unit);
/* What a step goes up to; 0 for the first, G_MAXDOUBLE for the last. */
double   rap_heat_limit            (guint                step,
                                    double               unit);

G_END_DECLS
