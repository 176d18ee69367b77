/* rap-day.c
 *
 * The day core: day numbers of the proleptic Gregorian calendar in 64 bits.
 * The conversion counts in years that begin on 1 March and in eras of 400
 * years (146,097 days): Howard Hinnant, "chrono-Compatible Low-Level Date
 * Algorithms" (2013), public domain.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-edtf.h"

#define ERA_DAYS  146097
#define EPOCH_DAY 719468   /* from 0000-03-01 to 1970-01-01 */

static gint64
divide_down (gint64 value,
             gint64 by)
{
  return (value >= 0 ? value : value - (by - 1)) / by;
}

gint64
rap_day_from_ymd (gint64 year,
                  int    month,
                  int    day)
{
  gint64 y = month <= 2 ? year - 1 : year;
  gint64 era = divide_down (y, 400);
  gint64 year_of_era = y - era * 400;
  gint64 day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  gint64 day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * ERA_DAYS + day_of_era - EPOCH_DAY;
}

void
rap_day_to_ymd (gint64  day,
                gint64 *year,
                int    *month,
                int    *day_of_month)
{
  gint64 z = day + EPOCH_DAY;
  gint64 era = divide_down (z, ERA_DAYS);
  gint64 doe = z - era * ERA_DAYS;
  gint64 yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  gint64 doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  gint64 mp = (5 * doy + 2) / 153;

  *day_of_month = doy - (153 * mp + 2) / 5 + 1;
  *month = mp < 10 ? mp + 3 : mp - 9;
  *year = yoe + era * 400 + (*month <= 2 ? 1 : 0);
}

int
rap_day_get_weekday (gint64 day)
{
  /* 1970-01-01 was a Thursday. */
  return (int) (day + 3 - divide_down (day + 3, 7) * 7) + 1;
}

int
rap_month_get_length (gint64 year,
                      int    month)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gboolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

  g_return_val_if_fail (month >= 1 && month <= 12, 0);

  return month == 2 && leap ? 29 : lengths[month - 1];
}

char *
rap_day_format (gint64 day)
{
  gint64 year;
  int month, day_of_month;

  rap_day_to_ymd (day, &year, &month, &day_of_month);
  return g_strdup_printf ("%s%04" G_GINT64_FORMAT "-%02d-%02d",
                          year < 0 ? "-" : "", ABS (year), month, day_of_month);
}
