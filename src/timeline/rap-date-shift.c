/* rap-date-shift.c
 *
 * What is known to the day is the business of rap-date-move.h. Everything else
 * is a number in the text, counted in its unit and written anew.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-date-shift.h"

#include "rap-date-move.h"

#define MAX_YEAR 9999

/**
 * Form: a way to write a date that can be moved
 * @pattern: three groups: the number, the part of a year in it, and what stays
 * @unit: what the last number counts
 * @years: how many years the first number counts
 * @parts: how many parts a year has
 * @first: the number of the first part
 */
typedef struct
{
  const char   *pattern;
  RapPrecision  unit;
  int           years;
  int           parts;
  int           first;
} Form;

static const Form forms[] = {
  { "^(-?[0-9]{4})-(0[1-9]|1[0-2])((?:-XX)?[?~%]?)$", RAP_PRECISION_MONTH, 1, 12, 1 },
  { "^(-?[0-9]{4})-(2[1-4])([?~%]?)$", RAP_PRECISION_SEASON, 1, 4, 21 },
  { "^(-?[0-9]{4})()((?:-XX){0,2}[?~%]?)$", RAP_PRECISION_YEAR, 1, 1, 0 },
  { "^([0-9]{3})()(X[?~%]?)$", RAP_PRECISION_DECADE, 10, 1, 0 },
  { "^([0-9]{2})()(XX[?~%]?)$", RAP_PRECISION_CENTURY, 100, 1, 0 },
};

static gint64
floor_div (gint64 a,
           gint64 b)
{
  return a / b - (a % b < 0);
}

/* The form in which a date is written, with what its groups hold; NULL for none. */
static const Form *
find_form (const RapEdtf  *date,
           GMatchInfo    **match)
{
  *match = NULL;
  if (date == NULL || date->interval || date->set != RAP_EDTF_NO_SET)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (GRegex) pattern = g_regex_new (forms[i].pattern, 0, 0, NULL);
      gboolean found = g_regex_match (pattern, date->text, 0, match);

      if (found)
        return &forms[i];
      g_clear_pointer (match, g_match_info_unref);
    }
  return NULL;
}

RapPrecision
rap_date_get_unit (const RapEdtf *date)
{
  g_autoptr (GMatchInfo) match = NULL;
  const Form *form;

  if (rap_date_is_exact (date))
    return RAP_PRECISION_DAY;
  form = find_form (date, &match);
  return form != NULL ? form->unit : RAP_PRECISION_NONE;
}

RapShiftObstacle
rap_date_get_obstacle (const RapEdtf *date)
{
  if (date == NULL)
    return RAP_SHIFT_NO_DATE;
  if (rap_date_get_unit (date) != RAP_PRECISION_NONE)
    return RAP_SHIFT_FREE;
  if (date->set != RAP_EDTF_NO_SET)
    return RAP_SHIFT_SET;
  return date->interval ? RAP_SHIFT_SPAN : RAP_SHIFT_PARTS;
}

static gboolean
is_writable (gint64 day)
{
  gint64 year;
  int month, day_of_month;

  rap_day_to_ymd (day, &year, &month, &day_of_month);
  return year >= -MAX_YEAR && year <= MAX_YEAR;
}

static RapEdtf *
shift_days (const RapEdtf *date,
            gint64         days)
{
  if (ABS (days) > (gint64) MAX_YEAR * 1000 || !is_writable (date->es + days) || !is_writable (date->le - 1 + days))
    return NULL;
  return rap_date_move (date, date->es + days);
}

static RapEdtf *
shift_number (const Form *form,
              GMatchInfo *match,
              gint64      steps)
{
  g_autofree char *number = g_match_info_fetch (match, 1);
  g_autofree char *part = g_match_info_fetch (match, 2);
  g_autofree char *rest = g_match_info_fetch (match, 3);
  gint64 count = g_ascii_strtoll (number, NULL, 10) * form->parts
                 + (*part != '\0' ? g_ascii_strtoll (part, NULL, 10) - form->first : 0);
  g_autoptr (GString) text = NULL;
  gint64 value;

  if (ABS (steps) > (gint64) MAX_YEAR * 100)
    return NULL;
  count += steps;
  value = floor_div (count, form->parts);
  if (ABS (value) * form->years > MAX_YEAR || (form->years > 1 && value < 0))
    return NULL;
  text = g_string_new (value < 0 ? "-" : NULL);
  g_string_append_printf (text, "%0*d", form->years == 1 ? 4 : form->years == 10 ? 3 : 2, (int) ABS (value));
  if (*part != '\0')
    g_string_append_printf (text, "-%02d", form->first + (int) (count - value * form->parts));
  g_string_append (text, rest);
  return rap_edtf_parse (text->str, NULL);
}

RapEdtf *
rap_date_shift (const RapEdtf *date,
                gint64         steps)
{
  g_autoptr (GMatchInfo) match = NULL;
  const Form *form;

  if (rap_date_is_exact (date))
    return shift_days (date, steps);
  form = find_form (date, &match);
  return form != NULL ? shift_number (form, match, steps) : NULL;
}

/* Which of the units, counted from anywhere, a day lies in. */
static gint64
count_units (RapPrecision unit,
             gint64       day)
{
  gint64 year;
  int month, day_of_month;

  rap_day_to_ymd (day, &year, &month, &day_of_month);
  switch (unit)
    {
    case RAP_PRECISION_MONTH:
      return year * 12 + month;
    case RAP_PRECISION_SEASON:
      /* spring begins in March */
      return floor_div (year * 12 + month - 3, 3);
    case RAP_PRECISION_YEAR:
      return year;
    case RAP_PRECISION_DECADE:
      return floor_div (year, 10);
    case RAP_PRECISION_CENTURY:
      return floor_div (year, 100);
    default:
      return day;
    }
}

gint64
rap_date_count_steps (const RapEdtf *date,
                      gint64         days)
{
  RapPrecision unit = rap_date_get_unit (date);
  gint64 middle;

  if (unit == RAP_PRECISION_NONE)
    return 0;
  middle = date->es + (date->le - date->es) / 2;
  return count_units (unit, middle + days) - count_units (unit, middle);
}
