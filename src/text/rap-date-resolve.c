/* rap-date-resolve.c
 *
 * Days, months and years of the Gregorian calendar named as such: which year is
 * meant when none is said, and whether a word such as "May" or a number such as
 * "2000" is a date at all.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "rap-date-private.h"

#define WEEKDAY_REACH 400  /* days within which a weekday decides on the year */
/* Days from the publication within which a day may be against the tense. */
#define NEAR_PAST     70
#define NEAR_FUTURE   92
#define PIVOT_AHEAD   20   /* years of two digits lie at most so far ahead of the publication */

static const RapDateToken *
get_captured (const RapDateMatch *match,
              RapDateClass        class)
{
  for (guint i = 0; i < match->n_captures; i++)
    if (match->captures[i].class == class)
      return &match->tokens[match->captures[i].token];
  return NULL;
}

/* "$2000", "2000.5", "2000%" */
static gboolean
is_spoilt (const RapDateMatch *match,
           RapDateClass        class)
{
  const RapDateToken *token = get_captured (match, class);

  return token != NULL && !token->plain;
}

static gint64
distance (gint64 a,
          gint64 b)
{
  return a > b ? a - b : b - a;
}

static gboolean
is_valid (gint64 year,
          int    month,
          int    day)
{
  return day >= 1 && day <= rap_month_get_length (year, month);
}

/* A day well before or after the publication must be on the side that the words
 * around it speak of, or in the past if they do not. */
static gboolean
is_on_right_side (gint64 day,
                  gint64 today,
                  int    tense)
{
  if (day <= today)
    return tense <= 0 || today - day <= NEAR_PAST;
  return tense > 0 || day - today <= NEAR_FUTURE;
}

/* Whether @candidate is a likelier day than @best: by weekday, by tense, by distance. */
static gboolean
is_better (gint64 candidate,
           gint64 best,
           gint64 today,
           int    weekday,
           int    tense)
{
  gboolean a = distance (candidate, today) < WEEKDAY_REACH && rap_day_get_weekday (candidate) == weekday;
  gboolean b = distance (best, today) < WEEKDAY_REACH && rap_day_get_weekday (best) == weekday;

  if (a != b)
    return a;
  a = is_on_right_side (candidate, today, tense);
  b = is_on_right_side (best, today, tense);
  if (a != b)
    return a;
  return distance (candidate, today) < distance (best, today);
}

/* The year in which "April 5" is. */
static gint64
choose_day (const RapDateMatch *match,
            int                 month,
            int                 day)
{
  int weekday = rap_date_match_value (match, RAP_DATE_WEEKDAY, 0);
  int tense = rap_date_tense (match, FALSE);
  gint64 today = match->now.last;
  gint64 best = G_MININT64;
  gint64 year;
  int unused;

  rap_day_to_ymd (today, &year, &unused, &unused);
  for (gint64 y = year - 4; y <= year + 4; y++)
    {
      gint64 candidate = rap_day_from_ymd (y, month, day);

      if (is_valid (y, month, day) && (best == G_MININT64 || is_better (candidate, best, today, weekday, tense)))
        best = candidate;
    }
  return best;
}

static RapDateAnswer
put_unknown_year (RapDateMatch *match,
                  GString      *edtf,
                  int           month,
                  int           day)
{
  gint64 ahead = rap_date_find_year_ahead (match);
  gint64 chosen;

  if (!is_valid (2000, month, day))
    return RAP_DATE_NO;
  if (ahead > 0 && is_valid (ahead, month, day))
    {
      rap_date_put_day (edtf, rap_day_from_ymd (ahead, month, day));
      return RAP_DATE_YES;
    }
  if (!match->now.known)
    return rap_date_miss (match);
  match->anchor = match->now.anchor;
  chosen = choose_day (match, month, day);
  if (chosen == G_MININT64)
    return RAP_DATE_NO;
  rap_date_put_day (edtf, chosen);
  return RAP_DATE_YES;
}

RapDateAnswer
rap_date_resolve_day (RapDateMatch *match,
                      GString      *edtf)
{
  int month = rap_date_match_value (match, RAP_DATE_MONTH, 0);
  int day = rap_date_match_value (match, RAP_DATE_DAY, 0);
  int year = rap_date_match_value (match, RAP_DATE_YEAR, 0);

  if (is_spoilt (match, RAP_DATE_YEAR) || is_spoilt (match, RAP_DATE_DAY) ||
      (match->end == match->first + 2 && rap_date_match_near_is (match, 1, RAP_DATE_COUNTED)))
    return RAP_DATE_NO;
  if (year == RAP_DATE_NOTHING)
    return put_unknown_year (match, edtf, month, day);
  if (!is_valid (year, month, day))
    return RAP_DATE_NO;
  rap_date_put_day (edtf, rap_day_from_ymd (year, month, day));
  return RAP_DATE_YES;
}

static RapDateAnswer
put_range (GString *edtf,
           gint64   first,
           gint64   last)
{
  if (first >= last)
    return RAP_DATE_NO;
  rap_date_put_day (edtf, first);
  g_string_append_c (edtf, '/');
  rap_date_put_day (edtf, last);
  return RAP_DATE_YES;
}

/* "Nov. 13-15, 2020", "13 to 15 November" */
RapDateAnswer
rap_date_resolve_day_range (RapDateMatch *match,
                            GString      *edtf)
{
  int month = rap_date_match_value (match, RAP_DATE_MONTH, 0);
  int first = rap_date_match_value (match, RAP_DATE_DAY, 0);
  int last = rap_date_match_value (match, RAP_DATE_DAY, 1);
  gint64 year = rap_date_match_value (match, RAP_DATE_YEAR, 0);

  if (year == RAP_DATE_NOTHING)
    {
      gint64 day;
      int unused;

      if (first >= last || !is_valid (2000, month, last))
        return RAP_DATE_NO;
      if (!match->now.known)
        return rap_date_miss (match);
      match->anchor = match->now.anchor;
      day = choose_day (match, month, first);
      if (day == G_MININT64)
        return RAP_DATE_NO;
      rap_day_to_ymd (day, &year, &unused, &unused);
    }
  if (!is_valid (year, month, first) || !is_valid (year, month, last))
    return RAP_DATE_NO;
  return put_range (edtf, rap_day_from_ymd (year, month, first), rap_day_from_ymd (year, month, last));
}

RapDateAnswer
rap_date_resolve_iso (RapDateMatch *match,
                      GString      *edtf)
{
  int year = rap_date_match_value (match, RAP_DATE_YEAR, 0);
  int month = rap_date_match_value (match, RAP_DATE_TWO, 0);
  int day = rap_date_match_value (match, RAP_DATE_TWO, 1);

  if (month < 1 || month > 12)
    return RAP_DATE_NO;
  if (day != RAP_DATE_NOTHING)
    {
      if (!is_valid (year, month, day))
        return RAP_DATE_NO;
      rap_date_put_day (edtf, rap_day_from_ymd (year, month, day));
      return RAP_DATE_YES;
    }
  /* 2010-11 may be two years. */
  if (!match->lenient && month == (year + 1) % 100)
    return RAP_DATE_NO;
  rap_date_put_month (edtf, year, month);
  return RAP_DATE_YES;
}

static gint64
expand_year (const RapDateMatch *match,
             int                 two_digits)
{
  gint64 pivot = 2020;
  gint64 year;
  int unused;

  if (match->now.known)
    rap_day_to_ymd (match->now.last, &pivot, &unused, &unused);
  year = pivot / 100 * 100 + two_digits;
  return year > pivot + PIVOT_AHEAD ? year - 100 : year;
}

/* -1: the language names no region and leaves it open. */
static int
is_day_first (const RapDateMatch *match)
{
  const char *language = match->context != NULL && match->context->language != NULL ? match->context->language : "en";
  const char *region = language + strcspn (language, "-_");

  if (*region == '\0')
    return -1;
  return g_ascii_strcasecmp (region + 1, "US") != 0 && g_ascii_strcasecmp (region + 1, "PH") != 0;
}

/* The day of publication itself, written on the page, says what its numbers are: 0 month first, 1 day first, or -1. */
static int
choose_order (RapDateMatch *match,
              gint64        year,
              int           a,
              int           b)
{
  gint64 day_first = rap_day_from_ymd (year, b, a);
  gint64 month_first = rap_day_from_ymd (year, a, b);

  if (!match->now.known || match->now.first != match->now.last ||
      (match->now.last != day_first && match->now.last != month_first))
    return -1;
  match->anchor = match->now.anchor;
  return match->now.last == day_first;
}

/* 11/13/2020, 13.11.2020 */
RapDateAnswer
rap_date_resolve_numeric (RapDateMatch *match,
                          GString      *edtf)
{
  int a = rap_date_match_value (match, RAP_DATE_TWO, 0);
  int b = rap_date_match_value (match, RAP_DATE_TWO, 1);
  int short_year = rap_date_match_value (match, RAP_DATE_TWO, 2);
  gint64 year = short_year != RAP_DATE_NOTHING ? expand_year (match, short_year)
                                               : rap_date_match_value (match, RAP_DATE_YEAR, 0);
  gboolean dotted = match->tokens[match->first + 1].mark == '.';
  gboolean day_first = b <= 12 && a >= 1 && is_valid (year, MAX (b, 1), a);
  gboolean month_first = !dotted && a <= 12 && b >= 1 && is_valid (year, MAX (a, 1), b);
  int region = a == b || dotted ? 1 : is_day_first (match);

  if (a < 1 || b < 1 || (!day_first && !month_first) ||
      rap_date_match_near_is_mark (match, 1, '/') || rap_date_match_near_is_mark (match, -1, '/'))
    return RAP_DATE_NO;
  if (day_first && month_first && region < 0)
    region = choose_order (match, year, a, b);
  if (day_first && month_first && region < 0)
    return RAP_DATE_UNKNOWN;
  if (day_first && month_first)
    month_first = region == 0;
  rap_date_put_day (edtf, month_first ? rap_day_from_ymd (year, a, b) : rap_day_from_ymd (year, b, a));
  return RAP_DATE_YES;
}

static gboolean
is_name_beside (const RapDateToken *token)
{
  return token != NULL && token->is_word && token->capital && !token->first &&
         !(token->classes & (RAP_DATE_LEAD | RAP_DATE_MONTH | RAP_DATE_WEEKDAY | RAP_DATE_JOINT | RAP_DATE_PART));
}

/* A month that stands alone: "Theresa May", "in May", "March on". */
static gboolean
is_bare_month (const RapDateMatch *match)
{
  const RapDateToken *token = get_captured (match, RAP_DATE_MONTH);
  const RapDateToken *next = rap_date_match_near (match, 1);

  if (!match->lenient && rap_date_match_near_is (match, 1, RAP_DATE_UNIT) && !next->capital)   /* "that January day" */
    return FALSE;
  if (match->lenient || rap_date_match_near_is (match, -1, RAP_DATE_LEAD))
    return next == NULL || match->lenient || !(token->classes & RAP_DATE_FUTURE) || !is_name_beside (next);
  if (rap_date_match_near_is (match, -1, RAP_DATE_NAMED) || (rap_date_match_near_is (match, 1, RAP_DATE_TITLE) && next->capital))
    return FALSE;
  if (!(token->classes & RAP_DATE_DOUBTFUL))
    return TRUE;
  if (token->first || (token->classes & RAP_DATE_FUTURE))
    return FALSE;
  return !is_name_beside (next) && !is_name_beside (rap_date_match_near (match, -1));
}

RapDateAnswer
rap_date_put_month_part (RapDateMatch *match,
                         GString      *edtf,
                         gint64        year,
                         int           month)
{
  static const int starts[] = { 1, 11, 21 };
  int part = rap_date_match_value (match, RAP_DATE_PART, 0);
  gint64 first = rap_day_from_ymd (year, month, 1);

  if (part == RAP_DATE_NOTHING)
    part = rap_date_match_value (match, RAP_DATE_EDGE, 0);
  if (part == RAP_DATE_NOTHING)
    rap_date_put_month (edtf, year, month);
  else
    rap_date_put_days (edtf, first + starts[part] - 1,
                       part < 2 ? first + starts[part] + 8 : first + rap_month_get_length (year, month) - 1, "~");
  return RAP_DATE_YES;
}

/* The year of a month that stands without one. */
static gint64
choose_year (const RapDateMatch *match,
             int                 month)
{
  gint64 year;
  int now_month, day;

  rap_day_to_ymd (match->now.last, &year, &now_month, &day);
  if (rap_date_tense (match, FALSE) > 0)
    return month < now_month ? year + 1 : year;
  return month > now_month ? year - 1 : year;
}

RapDateAnswer
rap_date_resolve_month (RapDateMatch *match,
                        GString      *edtf)
{
  int month = rap_date_match_value (match, RAP_DATE_MONTH, 0);
  gint64 year = rap_date_match_value (match, RAP_DATE_YEAR, 0);

  if (is_spoilt (match, RAP_DATE_YEAR))
    return RAP_DATE_NO;
  if (year != RAP_DATE_NOTHING)
    return rap_date_put_month_part (match, edtf, year, month);
  if (match->n_captures == 1 && !is_bare_month (match))
    return RAP_DATE_NO;
  year = rap_date_find_year_ahead (match);
  if (year > 0)
    return rap_date_put_month_part (match, edtf, year, month);
  if (!match->now.known)
    return rap_date_miss (match);
  match->anchor = match->now.anchor;
  return rap_date_put_month_part (match, edtf, choose_year (match, month), month);
}

static gboolean
is_dash (gunichar mark)
{
  return mark == '-' || mark == 0x2013;
}

/* "(2015", "1990-2015", but not "A2015" or "post-2015" */
static gboolean
is_joined_before (const RapDateMatch *match)
{
  static const gunichar opening[] = { '(', '[', '\'', '"', 0x2014, 0x2018, 0x201c };
  const RapDateToken *before = rap_date_match_near (match, -1);

  if (before == NULL || match->tokens[match->first].spaced)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (opening); i++)
    if (before->mark == opening[i])
      return FALSE;
  return !is_dash (before->mark) || (!before->spaced && !rap_date_match_near_is (match, -2, RAP_DATE_YEAR));
}

/* "2015km", "2015:10" */
static gboolean
is_joined_after (const RapDateMatch *match)
{
  const RapDateToken *next = rap_date_match_near (match, 1);

  return next != NULL && !next->spaced && (next->is_word || next->mark == ':' || next->mark == '/');
}

/* "2000 troops", "about 2000", "Flight 1990", "Orion 1980" */
static gboolean
is_bare_year (const RapDateMatch *match)
{
  const RapDateToken *token = get_captured (match, RAP_DATE_YEAR);
  const RapDateToken *before = rap_date_match_near (match, -1);

  if (match->lenient)
    return TRUE;
  if (token->value < 1800 || token->value > 2099 || rap_date_match_near_is (match, 1, RAP_DATE_COUNTED) ||
      rap_date_match_near_is (match, -1, RAP_DATE_VAGUE | RAP_DATE_NAMED) ||
      is_joined_before (match) || is_joined_after (match))
    return FALSE;
  return before == NULL || !before->is_word || !before->capital || before->first ||
         (before->classes & (RAP_DATE_LEAD | RAP_DATE_OWNER | RAP_DATE_JOINT)) != 0;
}

/* Argument -1: before the common era; 1: approximately. */
RapDateAnswer
rap_date_resolve_year (RapDateMatch *match,
                       GString      *edtf)
{
  gint64 year = rap_date_match_value (match, RAP_DATE_YEAR, 0);
  int part = rap_date_match_value (match, RAP_DATE_PART, 0);

  if (is_spoilt (match, RAP_DATE_YEAR) || (match->end == match->first + 1 && !is_bare_year (match)))
    return RAP_DATE_NO;
  if (match->rule->argument < 0)
    year = 1 - (year != RAP_DATE_NOTHING ? year : rap_date_match_value (match, RAP_DATE_NUMBER, 0));
  rap_date_put_year (edtf, year);
  if (part == RAP_DATE_NOTHING)
    part = rap_date_match_value (match, RAP_DATE_EDGE, 0);
  if (part != RAP_DATE_NOTHING)
    g_string_append_printf (edtf, "-%d~", 37 + part);
  else if (match->rule->argument > 0)
    g_string_append_c (edtf, '~');
  return RAP_DATE_YES;
}

/* "2015-17", "2015–2017" */
RapDateAnswer
rap_date_resolve_year_range (RapDateMatch *match,
                             GString      *edtf)
{
  int first = rap_date_match_value (match, RAP_DATE_YEAR, 0);
  int last = rap_date_match_value (match, RAP_DATE_YEAR, 1);

  if (is_spoilt (match, RAP_DATE_YEAR))
    return RAP_DATE_NO;
  if (last == RAP_DATE_NOTHING)
    last = first / 100 * 100 + rap_date_match_value (match, RAP_DATE_TWO, 0);
  if (first < 1500 || first > 2099 || last <= first || last > 2199)
    return RAP_DATE_NO;
  rap_date_put_year (edtf, first);
  g_string_append_c (edtf, '/');
  rap_date_put_year (edtf, last);
  return RAP_DATE_YES;
}
