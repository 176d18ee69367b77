/* rap-edtf-scan-year.c
 *
 * The grammar of EDTF: years of more than four digits (level 1), with an
 * exponent, and with a number of significant digits (level 2).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-edtf-scan-private.h"

#include <string.h>

#define MAX_YEAR_DIGITS 15   /* keeps every day number far inside RAP_DAY_MIN … RAP_DAY_MAX */

static void
set_years (RapEdtfDate  *date,
           gint64        first,
           gint64        last,
           RapPrecision  precision)
{
  date->first = rap_day_from_ymd (first, 1, 1);
  date->last = rap_day_from_ymd (last, 12, 31);
  date->precision = precision;
}

static gint64
get_power (guint exponent)
{
  gint64 power = 1;

  while (exponent-- > 0)
    power *= 10;
  return power;
}

static guint
count_decimal (gint64 value)
{
  guint n = 1;

  for (; value >= 10; value /= 10)
    n++;
  return n;
}

static RapPrecision
get_years_precision (guint unknown_digits)
{
  static const RapPrecision precisions[] = { RAP_PRECISION_YEAR, RAP_PRECISION_DECADE, RAP_PRECISION_CENTURY };

  return unknown_digits < G_N_ELEMENTS (precisions) ? precisions[unknown_digits] : RAP_PRECISION_MILLENNIUM;
}

/* At "S": how many of the @width digits of the year are meant; the years that share them. */
gboolean
rap_edtf_scan_significant (RapEdtfScan *scan,
                           RapEdtfDate *date,
                           gint64       year,
                           guint        width,
                           gboolean     negative)
{
  guint digits, n;
  gint64 range, first;

  scan->at++;
  digits = rap_edtf_scan_count (scan);
  if (digits == 0 || digits > 2 || memchr (scan->text + scan->at, 'X', digits) != NULL)
    return rap_edtf_scan_fail (scan, "S needs the number of significant digits");
  n = (guint) rap_edtf_scan_digits (scan, digits);
  if (n == 0 || n > width)
    {
      scan->at -= digits;
      return rap_edtf_scan_fail (scan, "the year has %u digits", width);
    }
  range = get_power (width - n);
  first = year / range * range;
  if (negative)
    set_years (date, -(first + range - 1), -first, get_years_precision (width - n));
  else
    set_years (date, first, first + range - 1, get_years_precision (width - n));
  rap_edtf_scan_qualifier (scan, date, RAP_EDTF_YEAR);

  return TRUE;
}

/* At "E": the exponent of ten. */
static gboolean
read_exponent (RapEdtfScan *scan,
               gint64      *year,
               guint       *width)
{
  guint digits;
  guint exponent;

  scan->at++;
  digits = rap_edtf_scan_count (scan);
  if (digits == 0 || digits > 3 || memchr (scan->text + scan->at, 'X', digits) != NULL)
    return rap_edtf_scan_fail (scan, "E needs an exponent");
  exponent = (guint) rap_edtf_scan_digits (scan, digits);
  if (count_decimal (*year) + exponent > MAX_YEAR_DIGITS)
    {
      scan->at -= digits;
      return rap_edtf_scan_fail (scan, "a year has at most %d digits", MAX_YEAR_DIGITS);
    }
  *year *= get_power (exponent);
  *width = count_decimal (*year);

  return TRUE;
}

gboolean
rap_edtf_scan_long_year (RapEdtfScan *scan,
                         RapEdtfDate *date)
{
  gboolean negative = rap_edtf_scan_take (scan, '-');
  guint width = rap_edtf_scan_count (scan);
  char next = scan->at + width < scan->end ? scan->text[scan->at + width] : '\0';
  gint64 year;

  if (memchr (scan->text + scan->at, 'X', width) != NULL)
    return rap_edtf_scan_fail (scan, "a year after Y has no unspecified digits");
  if (width == 0 || rap_edtf_scan_peek (scan) == '0' || (width < 5 && next != 'E'))
    return rap_edtf_scan_fail (scan, "Y is for years of more than four digits");
  if (width > MAX_YEAR_DIGITS)
    return rap_edtf_scan_fail (scan, "a year has at most %d digits", MAX_YEAR_DIGITS);

  year = rap_edtf_scan_digits (scan, width);
  if (next == 'E' && !read_exponent (scan, &year, &width))
    return FALSE;
  if (rap_edtf_scan_peek (scan) == 'S')
    return rap_edtf_scan_significant (scan, date, year, width, negative);
  if (negative)
    year = -year;
  set_years (date, year, year, RAP_PRECISION_YEAR);
  rap_edtf_scan_qualifier (scan, date, RAP_EDTF_YEAR);

  return TRUE;
}
