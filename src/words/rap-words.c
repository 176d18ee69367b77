/* rap-words.c
 *
 * Dates in words. Names of months and weekdays come from the locale, the way
 * they are put together from the translation.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-words.h"

#include <glib/gi18n.h>
#include <langinfo.h>

/* A day of 2001, which began on a Monday, in a format of g_date_time_format(). */
static char *
format_day_of_2001 (int         month,
                    int         day,
                    const char *format)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2001, month, day, 12, 0, 0);

  return g_date_time_format (time, format);
}

char *
rap_words_month_name (int month)
{
  return format_day_of_2001 (month, 1, "%OB");
}

char *
rap_words_month_short (int month)
{
  return format_day_of_2001 (month, 1, "%Ob");
}

static char *
words_weekday (int weekday)
{
  return format_day_of_2001 (1, weekday, "%A");
}

char *
rap_words_weekday_short (int weekday)
{
  return format_day_of_2001 (1, weekday, "%a");
}

/* glibc says on which weekday of a reference week the week begins. */
int
rap_words_get_first_weekday (void)
{
  guint origin = GPOINTER_TO_UINT (nl_langinfo (_NL_TIME_WEEK_1STDAY));
  int first = *nl_langinfo (_NL_TIME_FIRST_WEEKDAY);
  int monday_based = origin == 19971201 ? first : first - 1;

  return (monday_based + 6) % 7 + 1;
}

gint64
rap_words_get_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return rap_day_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now),
                           g_date_time_get_day_of_month (now));
}

char *
rap_words_year (gint64 year)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, year < 1 ? 1 - year : year);

  if (year >= 1)
    return g_steal_pointer (&number);
  /* Translators: a year before the common era, "44 BCE" */
  return g_strdup_printf (_("%s BCE"), number);
}

char *
rap_words_month (gint64 day)
{
  g_autofree char *name = NULL;
  g_autofree char *year_words = NULL;
  gint64 year;
  int month, day_of_month;

  rap_day_to_ymd (day, &year, &month, &day_of_month);
  name = rap_words_month_name (month);
  year_words = rap_words_year (year);
  /* Translators: month and year, "November 2020" */
  return g_strdup_printf (C_("date", "%1$s %2$s"), name, year_words);
}

char *
rap_words_day (gint64 day)
{
  g_autofree char *name = NULL;
  g_autofree char *year_words = NULL;
  gint64 year;
  int month, day_of_month;

  rap_day_to_ymd (day, &year, &month, &day_of_month);
  name = format_day_of_2001 (month, 1, "%B");
  year_words = rap_words_year (year);
  /* Translators: day of the month, month and year, "15 November 2020" */
  return g_strdup_printf (C_("date", "%1$d %2$s %3$s"), day_of_month, name, year_words);
}

char *
rap_words_long_day (gint64 day)
{
  g_autofree char *weekday = words_weekday (rap_day_get_weekday (day));
  g_autofree char *words = rap_words_day (day);

  /* Translators: weekday and date, "Sunday, 15 November 2020" */
  return g_strdup_printf (C_("date", "%1$s, %2$s"), weekday, words);
}

/* Whether [first, last) is whole years, and how many. */
static gint64
count_years (gint64  first,
             gint64  last,
             gint64 *year)
{
  gint64 end_year;
  int month, day, end_month, end_day;

  rap_day_to_ymd (first, year, &month, &day);
  rap_day_to_ymd (last, &end_year, &end_month, &end_day);
  return month == 1 && day == 1 && end_month == 1 && end_day == 1 ? end_year - *year : 0;
}

static gboolean
is_month (gint64 first,
          gint64 last)
{
  gint64 year;
  int month, day;

  rap_day_to_ymd (first, &year, &month, &day);
  return day == 1 && last - first == rap_month_get_length (year, month);
}

static char *
words_years (gint64 year,
             gint64 n)
{
  g_autofree char *first = rap_words_year (year);
  g_autofree char *last = NULL;

  if (n == 1)
    return g_steal_pointer (&first);
  /* Translators: a decade, "the 1990s" */
  if (n == 10 && year > 0 && year % 10 == 0)
    return g_strdup_printf (_("the %ss"), first);
  last = rap_words_year (year + n - 1);
  /* Translators: several years, "the years 1900 to 1999" */
  return g_strdup_printf (_("the years %1$s to %2$s"), first, last);
}

/* A stretch of days that is one day, month, year, decade or some years; NULL
 * when it is none of them. */
static char *
words_unit (gint64 first,
            gint64 last)
{
  gint64 year;
  gint64 n;

  if (last - first == 1)
    return rap_words_day (first);
  if (is_month (first, last))
    return rap_words_month (first);
  n = count_years (first, last, &year);
  return n > 0 ? words_years (year, n) : NULL;
}

static char *
words_end (gint64 first,
           gint64 last)
{
  g_autofree char *unit = words_unit (first, last);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (unit != NULL)
    return g_steal_pointer (&unit);
  from = rap_words_day (first);
  to = rap_words_day (last - 1);
  /* Translators: one end of an interval, itself not known exactly */
  return g_strdup_printf (_("a day between %1$s and %2$s"), from, to);
}

static char *
words_season (const RapEdtf *date)
{
  g_autofree char *year_words = NULL;
  gint64 year;
  int month, day;

  rap_day_to_ymd (date->es, &year, &month, &day);
  year_words = rap_words_year (year);
  switch (month)
    {
    case 3:
      return g_strdup_printf (_("some day in spring %s"), year_words);
    case 6:
      return g_strdup_printf (_("some day in summer %s"), year_words);
    case 9:
      return g_strdup_printf (_("some day in autumn %s"), year_words);
    default:
      return g_strdup_printf (_("some day in winter %s"), year_words);
    }
}

/* Quarters, thirds and halves of a year; NULL for others. */
static const char *
get_division_format (int season)
{
  switch (season)
    {
    case 33:
      return _("some day in the first quarter of %s");
    case 34:
      return _("some day in the second quarter of %s");
    case 35:
      return _("some day in the third quarter of %s");
    case 36:
      return _("some day in the fourth quarter of %s");
    case 37:
      return _("some day in the first third of %s");
    case 38:
      return _("some day in the middle third of %s");
    case 39:
      return _("some day in the last third of %s");
    case 40:
      return _("some day in the first half of %s");
    case 41:
      return _("some day in the second half of %s");
    default:
      return NULL;
    }
}

static char *
words_division (const RapEdtf *date)
{
  const char *format = get_division_format (date->season);
  g_autofree char *year_words = NULL;
  g_autoptr (GString) words = NULL;
  gint64 year;
  int month, day;

  if (format == NULL)
    return NULL;
  rap_day_to_ymd (date->es, &year, &month, &day);
  year_words = rap_words_year (year);
  words = g_string_new (format);
  g_string_replace (words, "%s", year_words, 1);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static char *
words_second (const RapEdtf *date)
{
  g_autofree char *day = rap_words_day (date->es);

  /* Translators: date and time of day, "15 November 2020, 10:30" */
  return g_strdup_printf (C_("date", "%1$s, %2$02d:%3$02d"), day, date->seconds / 3600,
                          date->seconds / 60 % 60);
}

static char *
words_moment (const RapEdtf *date)
{
  g_autofree char *unit = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  /* Those of the southern hemisphere are told by their days. */
  if (date->precision == RAP_PRECISION_SEASON && date->season < 29)
    return words_season (date);
  if (date->precision == RAP_PRECISION_SECOND && date->seconds >= 0)
    return words_second (date);
  unit = words_division (date);
  if (unit != NULL)
    return g_steal_pointer (&unit);
  unit = words_unit (date->es, date->le);
  if (unit != NULL && date->le - date->es == 1)
    return g_steal_pointer (&unit);
  if (unit != NULL && date->le - date->es <= 31)
    /* Translators: "some day in July 2017" */
    return g_strdup_printf (_("some day in %s"), unit);
  if (unit != NULL)
    /* Translators: "in 2015", "in the 1990s" */
    return g_strdup_printf (C_("year", "in %s"), unit);
  from = rap_words_day (date->es);
  to = rap_words_day (date->le - 1);
  return g_strdup_printf (_("some day between %1$s and %2$s"), from, to);
}

static char *
words_until (const RapEdtf *date)
{
  g_autofree char *to = NULL;

  if (date->stop_end != RAP_END_GIVEN)
    return g_strdup (_("at an unknown time"));
  to = words_end (date->ee, date->le);
  return g_strdup_printf (date->start_end == RAP_END_OPEN ? _("until %s, open start") : _("until %s, start unknown"), to);
}

static char *
words_interval (const RapEdtf *date)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (date->start_end != RAP_END_GIVEN)
    return words_until (date);
  from = words_end (date->es, date->ls);
  if (date->stop_end == RAP_END_OPEN)
    return g_strdup_printf (_("from %s, open end"), from);
  if (date->stop_end == RAP_END_UNKNOWN)
    return g_strdup_printf (_("from %s, end unknown"), from);
  to = words_end (date->ee, date->le);
  return g_strdup_printf (_("from %1$s to %2$s"), from, to);
}

static char *
words_member (const RapEdtfMember *member)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (!member->range)
    return words_end (member->first, member->end);
  if (member->first > RAP_DAY_MIN)
    from = words_end (member->first, member->first_end);
  if (member->end < RAP_DAY_MAX)
    to = words_end (member->last, member->end);
  if (from == NULL)
    /* Translators: a day or a month, in a list of several: "15 November 2020 or before" */
    return g_strdup_printf (_("%s or before"), to);
  if (to == NULL)
    return g_strdup_printf (_("%s or after"), from);
  /* Translators: from a day or a month to another, in a list of several: "May 2020 to July 2020" */
  return g_strdup_printf (C_("date in a list", "%1$s to %2$s"), from, to);
}

/* The members of a set, in the order in which they are written. */
static char *
words_members (const RapEdtf *date)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < date->n_members; i++)
    {
      g_autofree char *member = words_member (&date->members[i]);

      /* Translators: between the dates of a list */
      g_string_append_printf (words, "%s%s", i > 0 ? C_("date in a list", ", ") : "", member);
    }
  return g_string_free (words, FALSE);
}

static char *
words_set (const RapEdtf *date)
{
  g_autofree char *members = NULL;

  if (date->set == RAP_EDTF_ONE_OF && date->n_members == 1 && date->start_end == RAP_END_GIVEN &&
      date->stop_end == RAP_END_GIVEN)
    return words_moment (date);
  members = words_members (date);
  if (date->set == RAP_EDTF_ALL_OF)
    /* Translators: on each of several dates, "all of these: 2015, May 2017" */
    return g_strdup_printf (_("all of these: %s"), members);
  if (date->n_members == 1)
    return g_steal_pointer (&members);
  /* Translators: on one of several dates, "one of these: 2015, May 2017" */
  return g_strdup_printf (_("one of these: %s"), members);
}

char *
rap_words_edtf (const RapEdtf *date)
{
  g_autofree char *words = NULL;

  g_return_val_if_fail (date != NULL, NULL);

  if (date->set != RAP_EDTF_NO_SET)
    words = words_set (date);
  else
    words = date->interval ? words_interval (date) : words_moment (date);
  if (date->uncertain && date->approximate)
    return g_strdup_printf (_("%s, uncertain and approximately"), words);
  if (date->uncertain)
    return g_strdup_printf (_("%s, uncertain"), words);
  if (date->approximate)
    return g_strdup_printf (_("%s, approximately"), words);
  return g_steal_pointer (&words);
}
