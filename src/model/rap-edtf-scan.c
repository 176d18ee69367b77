/* rap-edtf-scan.c
 *
 * The grammar of EDTF, levels 0 and 1 (Library of Congress, 4 February 2019):
 * a scanner with one position that either reads a date whole or says what is
 * wrong and at which character. Forms of level 2 are refused by that name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-edtf-private.h"

#include <stdarg.h>
#include <string.h>

#include "rap-error.h"

#define MAX_YEAR_DIGITS 15   /* keeps every day number far inside RAP_DAY_MIN … RAP_DAY_MAX */

/* Reads text[at..end). */
typedef struct
{
  const char  *text;
  gsize        at;
  gsize        end;
  GError     **error;
} Scan;

static gboolean
fail (Scan       *scan,
      const char *format,
      ...) G_GNUC_PRINTF (2, 3);

static gboolean
fail (Scan       *scan,
      const char *format,
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

static gboolean
fail_level_2 (Scan       *scan,
              const char *what)
{
  return fail (scan, "%s is EDTF level 2, which is not supported yet", what);
}

static char
peek (const Scan *scan)
{
  return scan->at < scan->end ? scan->text[scan->at] : '\0';
}

static gboolean
take (Scan *scan,
      char  wanted)
{
  if (peek (scan) != wanted)
    return FALSE;
  scan->at++;

  return TRUE;
}

/* How many characters from here are digits or X. */
static guint
count_digits (const Scan *scan)
{
  guint count = 0;

  while (scan->at + count < scan->end &&
         (g_ascii_isdigit (scan->text[scan->at + count]) || scan->text[scan->at + count] == 'X'))
    count++;

  return count;
}

static gint64
read_digits (Scan  *scan,
             guint  width)
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

/* Two digits between @low and @high. */
static gboolean
read_two (Scan       *scan,
          const char *what,
          int         low,
          int         high,
          int        *value)
{
  if (is_qualifier (peek (scan)))
    return fail_level_2 (scan, "a qualifier before a part of a date");
  if (!g_ascii_isdigit (peek (scan)) || scan->at + 1 >= scan->end ||
      !g_ascii_isdigit (scan->text[scan->at + 1]))
    return fail (scan, "the %s needs two digits", what);

  *value = read_digits (scan, 2);
  if (*value < low || *value > high)
    {
      scan->at -= 2;
      return fail (scan, "there is no %s %02d", what, *value);
    }

  return TRUE;
}

static void
set_days (RapEdtfDate *date,
          gint64       first_year,
          int          first_month,
          gint64       last_year,
          int          last_month)
{
  date->first = rap_day_from_ymd (first_year, first_month, 1);
  date->last = rap_day_from_ymd (last_year, last_month,
                                 rap_month_get_length (last_year, last_month));
}

/* "E" or "S" after @width digits. */
static gboolean
refuse_long_year_suffix (Scan  *scan,
                         guint  width)
{
  scan->at += width;
  return fail_level_2 (scan, peek (scan) == 'E' ? "an exponential year"
                                                : "a number of significant digits");
}

/* "Y" and a year of more than four digits. */
static gboolean
read_long_year (Scan        *scan,
                RapEdtfDate *date)
{
  gboolean negative = take (scan, '-');
  guint width = count_digits (scan);
  char next = scan->at + width < scan->end ? scan->text[scan->at + width] : '\0';
  gint64 year;

  if (width > 0 && (next == 'E' || next == 'S'))
    return refuse_long_year_suffix (scan, width);
  if (memchr (scan->text + scan->at, 'X', width) != NULL)
    return fail (scan, "a year after Y has no unspecified digits");
  if (width < 5 || peek (scan) == '0')
    return fail (scan, "Y is for years of more than four digits");
  if (width > MAX_YEAR_DIGITS)
    return fail (scan, "a year has at most %d digits", MAX_YEAR_DIGITS);

  year = read_digits (scan, width);
  if (negative)
    year = -year;
  set_days (date, year, 1, year, 12);
  date->precision = RAP_PRECISION_YEAR;

  return TRUE;
}

/* 201X or 20XX; the digits before the X are read already. */
static gboolean
read_unspecified_year (Scan        *scan,
                       RapEdtfDate *date,
                       gboolean     negative)
{
  guint n_unspecified = 0;
  gint64 known, width, first, last;

  while (n_unspecified < 4 && scan->text[scan->at + 3 - n_unspecified] == 'X')
    n_unspecified++;
  if (n_unspecified > 2 || memchr (scan->text + scan->at, 'X', 4 - n_unspecified) != NULL)
    return fail_level_2 (scan, "a year of which not only the last one or two digits are unspecified");

  known = read_digits (scan, 4 - n_unspecified);
  scan->at += n_unspecified;
  if (peek (scan) == '-')
    return fail_level_2 (scan, "a month in a year with unspecified digits");

  width = n_unspecified == 1 ? 10 : 100;
  first = known * width;
  last = first + width - 1;
  if (negative)
    set_days (date, -last, 1, -first, 12);
  else
    set_days (date, first, 1, last, 12);
  date->precision = n_unspecified == 1 ? RAP_PRECISION_DECADE : RAP_PRECISION_CENTURY;

  return TRUE;
}

static gboolean
read_season (Scan        *scan,
             RapEdtfDate *date,
             gint64       year,
             int          season)
{
  int first = 3 * (season - 21) + 3;

  if (season > 24)
    {
      scan->at -= 2;
      return fail_level_2 (scan, "a season, quarter, third or half of the numbers 25 to 41");
    }
  if (peek (scan) == '-')
    return fail (scan, "a season has no day");

  /* Winter runs into the next year. */
  set_days (date, year, first, season == 24 ? year + 1 : year, season == 24 ? 2 : first + 2);
  date->precision = RAP_PRECISION_SEASON;

  return TRUE;
}

/* "XX" after year and month. */
static gboolean
read_unspecified_day (Scan        *scan,
                      RapEdtfDate *date,
                      gint64       year,
                      int          month)
{
  scan->at += 2;
  set_days (date, year, month, year, month);
  date->precision = RAP_PRECISION_MONTH;

  return TRUE;
}

static gboolean
has_unspecified (const Scan *scan)
{
  return memchr (scan->text + scan->at, 'X', count_digits (scan)) != NULL;
}

static gboolean
is_unspecified_pair (const Scan *scan)
{
  return count_digits (scan) == 2 && strncmp (scan->text + scan->at, "XX", 2) == 0;
}

static gboolean
read_offset (Scan        *scan,
             RapEdtfDate *date)
{
  int hours, minutes = 0;
  gboolean west;

  date->has_offset = TRUE;
  date->offset = 0;
  if (take (scan, 'Z'))
    return TRUE;

  west = take (scan, '-');
  if (!west)
    take (scan, '+');
  if (!read_two (scan, "hour", 0, 23, &hours))
    return FALSE;
  if (take (scan, ':') && !read_two (scan, "minute", 0, 59, &minutes))
    return FALSE;
  date->offset = (hours * 60 + minutes) * 60 * (west ? -1 : 1);

  return TRUE;
}

static gboolean
read_time (Scan        *scan,
           RapEdtfDate *date)
{
  gsize start = scan->at;
  int hour = 0, minute = 0, second = 0;

  if (!read_two (scan, "hour", 0, 24, &hour))
    return FALSE;
  if (!take (scan, ':'))
    return fail (scan, "a time is written hh:mm:ss");
  if (!read_two (scan, "minute", 0, 59, &minute))
    return FALSE;
  if (!take (scan, ':'))
    return fail (scan, "a time is written hh:mm:ss");
  if (!read_two (scan, "second", 0, 59, &second))
    return FALSE;
  if (peek (scan) == '.' || peek (scan) == ',')
    return fail (scan, "a time has no fractions of a second");
  if (hour == 24 && (minute > 0 || second > 0))
    {
      scan->at = start;
      return fail (scan, "only midnight may be written with hour 24");
    }

  date->precision = RAP_PRECISION_SECOND;
  date->seconds = (hour % 24 * 60 + minute) * 60 + second;
  if (hour == 24)
    date->first = ++date->last;

  if (peek (scan) == 'Z' || peek (scan) == '+' || peek (scan) == '-')
    return read_offset (scan, date);

  return TRUE;
}

static gboolean
read_day (Scan        *scan,
          RapEdtfDate *date,
          gint64       year,
          int          month)
{
  int length = rap_month_get_length (year, month);
  int day;

  if (is_unspecified_pair (scan))
    return read_unspecified_day (scan, date, year, month);
  if (has_unspecified (scan))
    return fail_level_2 (scan, "a day with one unspecified digit");
  if (!read_two (scan, "day", 1, 31, &day))
    return FALSE;
  if (day > length)
    {
      scan->at -= 2;
      return fail (scan, "the month has only %d days", length);
    }

  date->first = date->last = rap_day_from_ymd (year, month, day);
  date->precision = RAP_PRECISION_DAY;

  return take (scan, 'T') ? read_time (scan, date) : TRUE;
}

/* "XX" after the year, and perhaps another for the day. */
static gboolean
read_unspecified_month (Scan        *scan,
                        RapEdtfDate *date,
                        gint64       year)
{
  scan->at += 2;
  if (take (scan, '-'))
    {
      if (!is_unspecified_pair (scan))
        return fail_level_2 (scan, "a day of an unspecified month");
      scan->at += 2;
    }
  set_days (date, year, 1, year, 12);
  date->precision = RAP_PRECISION_YEAR;

  return TRUE;
}

static gboolean
read_month (Scan        *scan,
            RapEdtfDate *date,
            gint64       year)
{
  int month;

  if (is_unspecified_pair (scan))
    return read_unspecified_month (scan, date, year);
  if (has_unspecified (scan))
    return fail_level_2 (scan, "a month with one unspecified digit");
  if (!read_two (scan, "month", 1, 41, &month))
    return FALSE;
  if (month >= 21)
    return read_season (scan, date, year, month);
  if (month > 12)
    {
      scan->at -= 2;
      return fail (scan, "there is no month %02d", month);
    }

  if (take (scan, '-'))
    return read_day (scan, date, year, month);
  if (peek (scan) == 'T')
    return fail (scan, "a time needs a whole date before it");
  set_days (date, year, month, year, month);
  date->precision = RAP_PRECISION_MONTH;

  return TRUE;
}

static gboolean
read_year (Scan        *scan,
           RapEdtfDate *date)
{
  gsize start = scan->at;
  gboolean negative = take (scan, '-');
  guint width = count_digits (scan);
  gint64 year;

  if (width == 0)
    return fail (scan, "a year is expected here");
  if (width < 4)
    return fail (scan, "a year needs four digits");
  if (width > 4)
    return fail (scan, "a year of more than four digits needs a Y before it, and month and day need hyphens");
  if (has_unspecified (scan))
    return read_unspecified_year (scan, date, negative);

  year = read_digits (scan, 4);
  if (negative && year == 0)
    {
      scan->at = start;
      return fail (scan, "the year 0000 has no sign");
    }
  if (negative)
    year = -year;
  if (peek (scan) == 'S')
    return fail_level_2 (scan, "a number of significant digits");
  if (take (scan, '-'))
    return read_month (scan, date, year);

  set_days (date, year, 1, year, 12);
  date->precision = RAP_PRECISION_YEAR;

  return TRUE;
}

/* What may follow a date: a qualifier, then nothing. */
static gboolean
read_rest (Scan        *scan,
           RapEdtfDate *date)
{
  char c = peek (scan);

  if (is_qualifier (c))
    {
      if (date->seconds >= 0)
        return fail (scan, "a date with a time takes no “%c”", c);
      date->uncertain = c != '~';
      date->approximate = c != '?';
      scan->at++;
      if (scan->at < scan->end && !is_qualifier (peek (scan)))
        {
          scan->at--;
          return fail_level_2 (scan, "a qualifier inside a date");
        }
    }

  if (scan->at < scan->end)
    return fail (scan, "nothing may follow here");

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
  Scan scan = { text, start, end, error };
  gboolean success;

  clear_date (date);
  if (is_qualifier (peek (&scan)))
    return fail_level_2 (&scan, "a qualifier before a part of a date");

  success = take (&scan, 'Y') ? read_long_year (&scan, date) : read_year (&scan, date);
  return success && read_rest (&scan, date);
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

/* Why @c is in no date of levels 0 and 1, or NULL. */
static const char *
judge_character (char c)
{
  if (g_ascii_isspace (c))
    return "there may be no white space";
  if (c == 't' || c == 'z')
    return "T and Z are upper-case letters";
  if (c == 'u' || c == 'x')
    return "an unspecified digit is written X";
  if (strchr ("0123456789-:.,/?~%TZYXSE+", c) == NULL)
    return "a character that no date contains";

  return NULL;
}

gboolean
rap_edtf_scan_characters (const char  *text,
                          GError     **error)
{
  Scan scan = { text, 0, strlen (text), error };
  const char *slash;

  if (*text == '\0')
    return fail (&scan, "it is empty");
  if (strcmp (text, "open") == 0 || strcmp (text, "unknown") == 0 ||
      g_str_has_suffix (text, "/open") || g_str_has_suffix (text, "/unknown") ||
      g_str_has_prefix (text, "unknown/"))
    return fail (&scan, "an open end is written “..”, an unknown one is left empty");
  if (*text == '[' || *text == '{')
    return fail_level_2 (&scan, "a set of dates");

  for (; scan.at < scan.end; scan.at++)
    {
      const char *fault = judge_character (text[scan.at]);

      if (fault != NULL)
        return fail (&scan, "%s", fault);
    }

  slash = strchr (text, '/');
  slash = slash != NULL ? strchr (slash + 1, '/') : NULL;
  scan.at = slash != NULL ? (gsize) (slash - text) : scan.end;
  return slash == NULL || fail (&scan, "an interval has one slash");
}
