/* rap-cli-date-words.c
 *
 * A date with doubt as a sentence: "some day in July 2017, uncertain". The
 * sentences are those of the window, so that one translation serves both.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-cli-private.h"

static char *
words_year (gint64 year)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, year < 1 ? 1 - year : year);

  if (year >= 1)
    return g_steal_pointer (&number);
  /* Translators: a year before the common era, "44 BCE" */
  return g_strdup_printf (_("%s BCE"), number);
}

/* In the locale; @format of g_date_time_format(). */
static char *
words_month_name (int         month,
                  const char *format)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2001, month, 1, 12, 0, 0);

  return g_date_time_format (time, format);
}

static char *
words_day (gint64 day)
{
  g_autofree char *name = NULL;
  g_autofree char *year_words = NULL;
  gint64 year;
  int month, day_of_month;

  rap_day_to_ymd (day, &year, &month, &day_of_month);
  name = words_month_name (month, "%B");
  year_words = words_year (year);
  /* Translators: day of the month, month and year, "15 November 2020" */
  return g_strdup_printf (C_("date", "%1$d %2$s %3$s"), day_of_month, name, year_words);
}

static char *
words_years (gint64 year,
             gint64 n)
{
  g_autofree char *first = words_year (year);
  g_autofree char *last = NULL;

  if (n == 1)
    return g_steal_pointer (&first);
  /* Translators: a decade, "the 1990s" */
  if (n == 10 && year > 0 && year % 10 == 0)
    return g_strdup_printf (_("the %ss"), first);
  last = words_year (year + n - 1);
  /* Translators: several years, "the years 1900 to 1999" */
  return g_strdup_printf (_("the years %1$s to %2$s"), first, last);
}

/* A day, a month, or whole years; NULL when [first, end) is none of them. */
static char *
words_unit (gint64 first,
            gint64 end)
{
  g_autofree char *name = NULL;
  g_autofree char *year_words = NULL;
  gint64 year, end_year;
  int month, day, end_month, end_day;

  if (end - first == 1)
    return words_day (first);
  rap_day_to_ymd (first, &year, &month, &day);
  rap_day_to_ymd (end, &end_year, &end_month, &end_day);
  if (day != 1 || end_day != 1)
    return NULL;
  if (month == 1 && end_month == 1)
    return words_years (year, end_year - year);
  if (end - first != rap_month_get_length (year, month))
    return NULL;
  name = words_month_name (month, "%OB");
  year_words = words_year (year);
  /* Translators: month and year, "November 2020" */
  return g_strdup_printf (C_("date", "%1$s %2$s"), name, year_words);
}

static char *
words_end (gint64 first,
           gint64 end)
{
  char *unit = words_unit (first, end);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (unit != NULL)
    return unit;
  from = words_day (first);
  to = words_day (end - 1);
  /* Translators: one end of an interval, itself not known exactly */
  return g_strdup_printf (_("a day between %1$s and %2$s"), from, to);
}

static char *
words_moment (const RapEdtf *date)
{
  g_autofree char *unit = words_unit (date->es, date->le);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (unit != NULL && date->le - date->es == 1)
    return g_steal_pointer (&unit);
  if (unit != NULL && date->le - date->es <= 31)
    /* Translators: "some day in July 2017" */
    return g_strdup_printf (_("some day in %s"), unit);
  if (unit != NULL)
    /* Translators: "in 2015", "in the 1990s" */
    return g_strdup_printf (C_("year", "in %s"), unit);
  from = words_day (date->es);
  to = words_day (date->le - 1);
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
  g_autofree char *from = member->first > RAP_DAY_MIN ? words_end (member->first, member->first_end) : NULL;
  g_autofree char *to = member->end < RAP_DAY_MAX ? words_end (member->last, member->end) : NULL;

  if (!member->range)
    return g_steal_pointer (&from);
  if (from == NULL)
    /* Translators: a day or a month, in a list of several: "15 November 2020 or before" */
    return g_strdup_printf (_("%s or before"), to);
  if (to == NULL)
    return g_strdup_printf (_("%s or after"), from);
  /* Translators: from a day or a month to another, in a list of several: "May 2020 to July 2020" */
  return g_strdup_printf (C_("date in a list", "%1$s to %2$s"), from, to);
}

static char *
words_set (const RapEdtf *date)
{
  g_autoptr (GString) members = g_string_new (NULL);

  for (guint i = 0; i < date->n_members; i++)
    {
      g_autofree char *member = words_member (&date->members[i]);

      /* Translators: between the dates of a list */
      g_string_append_printf (members, "%s%s", i > 0 ? C_("date in a list", ", ") : "", member);
    }
  if (date->set == RAP_EDTF_ALL_OF)
    /* Translators: on each of several dates, "all of these: 2015, May 2017" */
    return g_strdup_printf (_("all of these: %s"), members->str);
  if (date->n_members == 1)
    return g_strdup (members->str);
  /* Translators: on one of several dates, "one of these: 2015, May 2017" */
  return g_strdup_printf (_("one of these: %s"), members->str);
}

static char *
words_date (const RapEdtf *date)
{
  gboolean open = date->start_end != RAP_END_GIVEN || date->stop_end != RAP_END_GIVEN;

  if (date->set == RAP_EDTF_ALL_OF || date->n_members > 1 || (date->set == RAP_EDTF_ONE_OF && open))
    return words_set (date);
  return date->interval ? words_interval (date) : words_moment (date);
}

char *
rap_cli_date_words (const RapEdtf *date)
{
  g_autofree char *words = words_date (date);

  if (date->uncertain && date->approximate)
    return g_strdup_printf (_("%s, uncertain and approximately"), words);
  if (date->uncertain)
    return g_strdup_printf (_("%s, uncertain"), words);
  if (date->approximate)
    return g_strdup_printf (_("%s, approximately"), words);
  return g_steal_pointer (&words);
}
