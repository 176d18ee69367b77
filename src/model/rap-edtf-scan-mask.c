/* rap-edtf-scan-mask.c
 *
 * The grammar of EDTF: unspecified digits anywhere in a date (level 2). The
 * bounds are the first and the last day that fit all digits known.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-edtf-scan-private.h"

#include <string.h>

/* Whether the @width last digits of @value fit the mask. */
static gboolean
fits (const char *mask,
      int         value)
{
  for (gsize i = strlen (mask); i > 0; i--, value /= 10)
    if (mask[i - 1] != 'X' && mask[i - 1] - '0' != value % 10)
      return FALSE;
  return TRUE;
}

/* The least and the greatest number that fit. */
static int
fill (const char *mask,
      int         digit)
{
  int value = 0;

  for (const char *p = mask; *p != '\0'; p++)
    value = value * 10 + (*p == 'X' ? digit : *p - '0');
  return value;
}

static gboolean
find_in_month (gint64      year,
               int         month,
               const char *day,
               int         step,
               gint64     *found)
{
  int length = rap_month_get_length (year, month);

  for (int d = step > 0 ? 1 : length; d >= 1 && d <= length; d += step)
    if (day == NULL || fits (day, d))
      {
        *found = rap_day_from_ymd (year, month, d);
        return TRUE;
      }
  return FALSE;
}

static gboolean
find_in_year (gint64      year,
              const char *month,
              const char *day,
              int         step,
              gint64     *found)
{
  for (int m = step > 0 ? 1 : 12; m >= 1 && m <= 12; m += step)
    if ((month == NULL || fits (month, m)) && find_in_month (year, m, day, step, found))
      return TRUE;
  return FALSE;
}

/* The first (@step 1) or last (-1) day. */
static gboolean
find_day (const char *year,
          gboolean    negative,
          const char *month,
          const char *day,
          int         step,
          gint64     *found)
{
  int low = fill (year, 0), high = fill (year, 9);
  int y_step = negative ? -step : step;

  for (int y = y_step > 0 ? low : high; y >= low && y <= high; y += y_step)
    if (fits (year, y) && !(negative && y == 0) && find_in_year (negative ? -y : y, month, day, step, found))
      return TRUE;
  return FALSE;
}

static RapPrecision
get_precision (const char *year,
               const char *month,
               const char *day)
{
  static const RapPrecision years[] = { RAP_PRECISION_MILLENNIUM, RAP_PRECISION_MILLENNIUM, RAP_PRECISION_CENTURY, RAP_PRECISION_DECADE };
  const char *unknown = strchr (year, 'X');

  if (unknown != NULL)
    return years[unknown - year];
  if (month == NULL || strchr (month, 'X') != NULL)
    return RAP_PRECISION_YEAR;
  return day == NULL || strchr (day, 'X') != NULL ? RAP_PRECISION_MONTH : RAP_PRECISION_DAY;
}

gboolean
rap_edtf_scan_mask (RapEdtfDate *date,
                    const char  *year,
                    gboolean     negative,
                    const char  *month,
                    const char  *day)
{
  date->precision = get_precision (year, month, day);
  return find_day (year, negative, month, day, 1, &date->first) &&
         find_day (year, negative, month, day, -1, &date->last);
}
