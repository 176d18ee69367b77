/* rap-time.c
 *
 * Points in time as RFC 3339 writes them, in microseconds since 1970 UTC. Done
 * by hand on the day core because every record that is written or read has
 * two of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-record.h"

#include <string.h>

#define SECOND G_GINT64_CONSTANT (1000000)
#define DAY    (86400 * SECOND)

static char *
put_digits (char *p,
            int   value,
            int   width)
{
  for (int i = width - 1; i >= 0; i--)
    {
      p[i] = '0' + value % 10;
      value /= 10;
    }

  return p + width;
}

/* Reads exactly @width digits. */
static gboolean
take_digits (const char **p,
             int          width,
             int         *value)
{
  *value = 0;
  for (int i = 0; i < width; i++)
    {
      if (!g_ascii_isdigit ((*p)[i]))
        return FALSE;
      *value = *value * 10 + ((*p)[i] - '0');
    }
  *p += width;

  return TRUE;
}

static gboolean
take_char (const char **p,
           char         wanted)
{
  if (**p != wanted)
    return FALSE;
  (*p)++;

  return TRUE;
}

static gboolean
take_date (const char **p,
           gint64      *day)
{
  int year, month, day_of_month;

  if (!take_digits (p, 4, &year) || !take_char (p, '-') ||
      !take_digits (p, 2, &month) || !take_char (p, '-') ||
      !take_digits (p, 2, &day_of_month) ||
      month < 1 || month > 12 ||
      day_of_month < 1 || day_of_month > rap_month_get_length (year, month))
    return FALSE;
  *day = rap_day_from_ymd (year, month, day_of_month);

  return TRUE;
}

/* The fraction of a second in microseconds; further digits are dropped. */
static gboolean
take_fraction (const char **p,
               gint64      *fraction)
{
  gint64 unit = SECOND / 10;

  *fraction = 0;
  if (**p != '.')
    return TRUE;
  (*p)++;
  if (!g_ascii_isdigit (**p))
    return FALSE;
  for (; g_ascii_isdigit (**p); (*p)++)
    {
      *fraction += (**p - '0') * unit;
      unit /= 10;
    }

  return TRUE;
}

static gboolean
take_clock (const char **p,
            gint64      *time)
{
  int hour, minute, second;
  gint64 fraction;

  if (!take_digits (p, 2, &hour) || !take_char (p, ':') ||
      !take_digits (p, 2, &minute) || !take_char (p, ':') ||
      !take_digits (p, 2, &second) || !take_fraction (p, &fraction) ||
      hour > 23 || minute > 59 || second > 59)
    return FALSE;
  *time = (hour * 3600 + minute * 60 + second) * SECOND + fraction;

  return TRUE;
}

static gboolean
take_offset (const char **p,
             gint64      *offset)
{
  int hour, minute;
  char sign = **p;

  *offset = 0;
  if (take_char (p, 'Z'))
    return TRUE;
  if (!take_char (p, '+') && !take_char (p, '-'))
    return FALSE;
  if (!take_digits (p, 2, &hour) || !take_char (p, ':') || !take_digits (p, 2, &minute) ||
      hour > 23 || minute > 59)
    return FALSE;
  *offset = (hour * 60 + minute) * 60 * SECOND * (sign == '-' ? -1 : 1);

  return TRUE;
}

char *
rap_time_format (gint64 time)
{
  gint64 day = time >= 0 ? time / DAY : -((DAY - 1 - time) / DAY);
  gint64 clock = time - day * DAY;
  int second = clock / SECOND;
  int fraction = clock % SECOND;
  int month, day_of_month;
  gint64 year;
  char buffer[40];
  char *p = buffer;

  rap_day_to_ymd (day, &year, &month, &day_of_month);
  p = put_digits (p, CLAMP (year, 0, 9999), 4);
  *p++ = '-';
  p = put_digits (p, month, 2);
  *p++ = '-';
  p = put_digits (p, day_of_month, 2);
  *p++ = 'T';
  p = put_digits (p, second / 3600, 2);
  *p++ = ':';
  p = put_digits (p, second / 60 % 60, 2);
  *p++ = ':';
  p = put_digits (p, second % 60, 2);
  if (fraction > 0)
    {
      *p++ = '.';
      p = put_digits (p, fraction, 6);
    }
  *p++ = 'Z';
  *p = '\0';

  return g_strdup (buffer);
}

gboolean
rap_time_parse (const char *text,
                gint64     *time)
{
  const char *p = text;
  gint64 day, clock, offset;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (time != NULL, FALSE);

  if (!take_date (&p, &day) || !take_char (&p, 'T') || !take_clock (&p, &clock) ||
      !take_offset (&p, &offset) || *p != '\0')
    return FALSE;
  *time = day * DAY + clock - offset;

  return TRUE;
}
