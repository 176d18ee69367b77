/* rap-edtf-scan.c
 *
 * The grammar of EDTF, levels 0, 1 and 2 (Library of Congress, 4 February
 * 2019): a scanner with one position that either reads a date whole or says what
 * is wrong and at which character. Long years, unspecified digits, times and
 * sets have files of their own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-edtf-scan-private.h"

#include <stdarg.h>
#include <string.h>

#include "rap-error.h"

gboolean
rap_edtf_scan_fail (RapEdtfScan *scan,
                    const char  *format,
                    ...)
{
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (scan->error, RAP_ERROR, RAP_ERROR_FORMAT, "“%s” is no date: %s (character %u)",
               scan->text, what, (guint) scan->at + 1);

  return FALSE;
}

char
rap_edtf_scan_peek (const RapEdtfScan *scan)
{
  return scan->at < scan->end ? scan->text[scan->at] : '\0';
}

gboolean
rap_edtf_scan_take (RapEdtfScan *scan,
                    char         wanted)
{
  if (rap_edtf_scan_peek (scan) != wanted)
    return FALSE;
  scan->at++;

  return TRUE;
}

guint
rap_edtf_scan_count (const RapEdtfScan *scan)
{
  guint count = 0;

  while (scan->at + count < scan->end &&
         (g_ascii_isdigit (scan->text[scan->at + count]) || scan->text[scan->at + count] == 'X'))
    count++;

  return count;
}

gint64
rap_edtf_scan_digits (RapEdtfScan *scan,
                      guint        width)
{
  gint64 value = 0;

  for (guint i = 0; i < width; i++)
    value = value * 10 + (scan->text[scan->at++] - '0');

  return value;
}

static gboolean
is_qualifier (char c)
{
  return c == '?' || c == '~' || c == '%';
}

gboolean
rap_edtf_scan_qualifier (RapEdtfScan *scan,
                         RapEdtfDate *date,
                         guint        parts)
{
  char c = rap_edtf_scan_peek (scan);

  if (!is_qualifier (c))
    return FALSE;
  if (c != '~')
    date->uncertain |= parts;
  if (c != '?')
    date->approximate |= parts;
  scan->at++;

  return TRUE;
}

gboolean
rap_edtf_scan_two (RapEdtfScan *scan,
                   const char  *what,
                   int          low,
                   int          high,
                   int         *value)
{
  if (!g_ascii_isdigit (rap_edtf_scan_peek (scan)) || scan->at + 1 >= scan->end ||
      !g_ascii_isdigit (scan->text[scan->at + 1]))
    return rap_edtf_scan_fail (scan, "the %s needs two digits", what);

  *value = rap_edtf_scan_digits (scan, 2);
  if (*value < low || *value > high)
    {
      scan->at -= 2;
      return rap_edtf_scan_fail (scan, "there is no %s %02d", what, *value);
    }

  return TRUE;
}

/* A date as written: parts of digits and X. */
typedef struct
{
  gboolean negative;
  char     year[5];
  char     month[3];   /* "" = none */
  char     day[3];
  gsize    start, month_at, day_at;
} Parts;

static gboolean
read_year (RapEdtfScan *scan,
           Parts       *parts)
{
  guint width;

  parts->negative = rap_edtf_scan_take (scan, '-');
  width = rap_edtf_scan_count (scan);
  if (width == 0)
    return rap_edtf_scan_fail (scan, "a year is expected here");
  if (width < 4)
    return rap_edtf_scan_fail (scan, "a year needs four digits");
  if (width > 4)
    return rap_edtf_scan_fail (scan, "a year of more than four digits needs a Y before it, and month and day need hyphens");
  memcpy (parts->year, scan->text + scan->at, 4);
  if (parts->negative && strcmp (parts->year, "0000") == 0)
    {
      scan->at = parts->start;
      return rap_edtf_scan_fail (scan, "the year 0000 has no sign");
    }
  scan->at += 4;

  return TRUE;
}

/* Two digits or X, with qualifiers on either side. */
static gboolean
read_pair (RapEdtfScan *scan,
           RapEdtfDate *date,
           const char  *what,
           guint        part,
           char        *pair,
           gsize       *at)
{
  rap_edtf_scan_qualifier (scan, date, part);
  *at = scan->at;
  if (rap_edtf_scan_count (scan) < 2)
    return rap_edtf_scan_fail (scan, "the %s needs two digits", what);
  memcpy (pair, scan->text + scan->at, 2);
  scan->at += 2;
  /* What is right of a part is about it and all left of it. */
  rap_edtf_scan_qualifier (scan, date, 2 * part - 1);

  return TRUE;
}

static gboolean
has_unspecified (const char *digits)
{
  return strchr (digits, 'X') != NULL;
}

static int
get_season_start (int code)
{
  static const int starts[] = {
    3, 6, 9, 12,  3, 6, 9, 12,  9, 12, 3, 6,  1, 4, 7, 10,  1, 5, 9,  1, 7
  };

  return starts[code - 21];
}

static RapPrecision
get_season_precision (int code)
{
  if (code <= 32)
    return RAP_PRECISION_SEASON;
  if (code <= 36)
    return RAP_PRECISION_QUARTER;
  return code <= 39 ? RAP_PRECISION_THIRD : RAP_PRECISION_HALF;
}

/* Seasons 21–32, quarters 33–36, thirds 37–39, halves 40 and 41 of a year. */
static gboolean
set_season (RapEdtfScan *scan,
            RapEdtfDate *date,
            const Parts *parts,
            int          code)
{
  gint64 year = g_ascii_strtoll (parts->year, NULL, 10) * (parts->negative ? -1 : 1);
  int start = get_season_start (code);
  int last = start + (code <= 36 ? 3 : code <= 39 ? 4 : 6) - 1;

  if (has_unspecified (parts->year))
    {
      scan->at = parts->month_at;
      return rap_edtf_scan_fail (scan, "a season needs a known year");
    }
  if (*parts->day != '\0')
    {
      scan->at = parts->day_at - 1;
      return rap_edtf_scan_fail (scan, "a season has no day");
    }

  /* The season at the turn of the year runs into the next. */
  date->first = rap_day_from_ymd (year, start, 1);
  if (last > 12)
    {
      year++;
      last -= 12;
    }
  date->last = rap_day_from_ymd (year, last, rap_month_get_length (year, last));
  date->precision = get_season_precision (code);
  date->season = code;

  return TRUE;
}

static gboolean
check_month (RapEdtfScan *scan,
             const Parts *parts,
             int         *season)
{
  int month = g_ascii_strtoll (parts->month, NULL, 10);

  *season = 0;
  if (has_unspecified (parts->month))
    {
      /* 0X, 1X, XX, X0 … X9 */
      if (parts->month[0] == 'X' || parts->month[0] <= '1')
        return TRUE;
    }
  else if (month >= 1 && month <= 12)
    return TRUE;
  else if (month >= 21 && month <= 41)
    {
      *season = month;
      return TRUE;
    }
  scan->at = parts->month_at;
  return rap_edtf_scan_fail (scan, "there is no month %s", parts->month);
}

static gboolean
set_days (RapEdtfScan *scan,
          RapEdtfDate *date,
          const Parts *parts)
{
  gboolean known = !has_unspecified (parts->day) && !has_unspecified (parts->month);
  int day = g_ascii_strtoll (parts->day, NULL, 10);

  if (rap_edtf_scan_mask (date, parts->year, parts->negative,
                          *parts->month != '\0' ? parts->month : NULL, *parts->day != '\0' ? parts->day : NULL))
    return TRUE;
  if (*parts->day == '\0')
    return rap_edtf_scan_fail (scan, "there is no such month");
  scan->at = parts->day_at;
  if (!known || has_unspecified (parts->year) || day < 1 || day > 31)
    return rap_edtf_scan_fail (scan, "there is no day %s", parts->day);
  return rap_edtf_scan_fail (scan, "the month has only %d days",
                             rap_month_get_length (g_ascii_strtoll (parts->year, NULL, 10),
                                                   g_ascii_strtoll (parts->month, NULL, 10)));
}

/* "-07", "-07-05" after the year */
static gboolean
read_month_and_day (RapEdtfScan *scan,
                    RapEdtfDate *date,
                    Parts       *parts)
{
  if (!rap_edtf_scan_take (scan, '-'))
    return TRUE;
  if (!read_pair (scan, date, "month", RAP_EDTF_MONTH, parts->month, &parts->month_at))
    return FALSE;
  if (!rap_edtf_scan_take (scan, '-'))
    return TRUE;
  return read_pair (scan, date, "day", RAP_EDTF_DAY, parts->day, &parts->day_at);
}

static gboolean
read_time (RapEdtfScan *scan,
           RapEdtfDate *date,
           const Parts *parts)
{
  if (*parts->day == '\0')
    return *parts->month == '\0' ? TRUE : rap_edtf_scan_fail (scan, "a time needs a whole date before it");
  if (date->uncertain != 0 || date->approximate != 0 || date->precision != RAP_PRECISION_DAY || date->first != date->last)
    return TRUE;
  scan->at++;

  return rap_edtf_scan_time (scan, date);
}

/* A date of parts of four, two and two digits. */
static gboolean
read_date (RapEdtfScan *scan,
           RapEdtfDate *date)
{
  Parts parts = { .start = scan->at };
  int season = 0;

  rap_edtf_scan_qualifier (scan, date, RAP_EDTF_YEAR);
  if (!read_year (scan, &parts))
    return FALSE;
  if (rap_edtf_scan_peek (scan) == 'S' && !has_unspecified (parts.year))
    return rap_edtf_scan_significant (scan, date, g_ascii_strtoll (parts.year, NULL, 10), 4, parts.negative);
  rap_edtf_scan_qualifier (scan, date, RAP_EDTF_YEAR);
  if (!read_month_and_day (scan, date, &parts) ||
      (*parts.month != '\0' && !check_month (scan, &parts, &season)))
    return FALSE;
  if (season != 0)
    return set_season (scan, date, &parts, season);
  if (!set_days (scan, date, &parts))
    return FALSE;
  return rap_edtf_scan_peek (scan) == 'T' ? read_time (scan, date, &parts) : TRUE;
}

/* What may follow a date: nothing. */
static gboolean
read_end (RapEdtfScan *scan,
          RapEdtfDate *date)
{
  char c = rap_edtf_scan_peek (scan);

  if (is_qualifier (c) && date->seconds >= 0)
    return rap_edtf_scan_fail (scan, "a date with a time takes no “%c”", c);
  if (scan->at < scan->end)
    return rap_edtf_scan_fail (scan, "nothing may follow here");

  return TRUE;
}

static void
clear_date (RapEdtfDate *date)
{
  memset (date, 0, sizeof *date);
  date->end = RAP_END_GIVEN;
  date->seconds = -1;
}

gboolean
rap_edtf_scan_date (const char   *text,
                    gsize         start,
                    gsize         end,
                    RapEdtfDate  *date,
                    GError      **error)
{
  RapEdtfScan scan = { text, start, end, error };
  gboolean success;

  clear_date (date);
  success = rap_edtf_scan_take (&scan, 'Y') ? rap_edtf_scan_long_year (&scan, date) : read_date (&scan, date);
  return success && read_end (&scan, date);
}

gboolean
rap_edtf_scan_end (const char   *text,
                   gsize         start,
                   gsize         end,
                   RapEdtfDate  *date,
                   GError      **error)
{
  clear_date (date);
  if (start == end)
    {
      date->end = RAP_END_UNKNOWN;
      return TRUE;
    }
  if (end - start == 2 && strncmp (text + start, "..", 2) == 0)
    {
      date->end = RAP_END_OPEN;
      return TRUE;
    }

  return rap_edtf_scan_date (text, start, end, date, error);
}

/* Why @c is in no date, or NULL. */
static const char *
judge_character (char c)
{
  if (g_ascii_isspace (c))
    return "there may be no white space";
  if (c == 't' || c == 'z')
    return "T and Z are upper-case letters";
  if (c == 'u' || c == 'x')
    return "an unspecified digit is written X";
  if (strchr ("0123456789-:.,/?~%TZYXSE+[]{}", c) == NULL)
    return "a character that no date contains";

  return NULL;
}

gboolean
rap_edtf_scan_characters (const char  *text,
                          GError     **error)
{
  RapEdtfScan scan = { text, 0, strlen (text), error };
  const char *slash;

  if (*text == '\0')
    return rap_edtf_scan_fail (&scan, "it is empty");
  if (strcmp (text, "open") == 0 || strcmp (text, "unknown") == 0 ||
      g_str_has_suffix (text, "/open") || g_str_has_suffix (text, "/unknown") ||
      g_str_has_prefix (text, "unknown/"))
    return rap_edtf_scan_fail (&scan, "an open end is written “..”, an unknown one is left empty");

  for (; scan.at < scan.end; scan.at++)
    {
      const char *fault = judge_character (text[scan.at]);

      if (fault != NULL)
        return rap_edtf_scan_fail (&scan, "%s", fault);
    }

  slash = strchr (text, '/');
  slash = slash != NULL ? strchr (slash + 1, '/') : NULL;
  scan.at = slash != NULL ? (gsize) (slash - text) : scan.end;
  return slash == NULL || rap_edtf_scan_fail (&scan, "an interval has one slash");
}
