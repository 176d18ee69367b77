/* rap-date-resolve-days.c
 *
 * Single days that are named by more than a date: feasts with a fixed day, "the
 * 5th of last month", "the following Friday". Feasts that move with the moon or
 * a council have no rule here: their day is not guessed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-date-private.h"

#define NEAR_FUTURE 45   /* days: a feast so close is the coming one, unless the past is spoken of */

/* The one nearest to the publication that the words around it allow. */
static gint64
choose_year (const RapDateMatch *match,
             int                 month,
             int                 day)
{
  int tense = rap_date_tense (match, FALSE);
  gint64 today = match->now.last;
  gint64 year, candidate;
  int unused;

  rap_day_to_ymd (today, &year, &unused, &unused);
  candidate = rap_day_from_ymd (year, month, day);
  if (candidate < today && tense > 0)
    return year + 1;
  if (candidate > today && (tense < 0 || candidate - today > NEAR_FUTURE) && tense <= 0)
    return year - 1;
  return year;
}

/* The argument is the day as month · 100 + day. */
RapDateAnswer
rap_date_resolve_feast (RapDateMatch *match,
                        GString      *edtf)
{
  int month = match->rule->argument / 100;
  int day = match->rule->argument % 100;
  gint64 year = rap_date_match_value (match, RAP_DATE_YEAR, 0);

  if (!match->lenient && !match->tokens[match->first].capital)
    return RAP_DATE_NO;
  if (year == RAP_DATE_NOTHING)
    {
      if (!match->now.known)
        return rap_date_miss (match);
      match->anchor = match->now.anchor;
      year = choose_year (match, month, day);
    }
  rap_date_put_day (edtf, rap_day_from_ymd (year, month, day));
  return RAP_DATE_YES;
}

/* "the 5th of last month" */
RapDateAnswer
rap_date_resolve_turn_day (RapDateMatch *match,
                           GString      *edtf)
{
  int day = rap_date_match_value (match, RAP_DATE_DAY, 0);
  gint64 year;
  int month;

  if (!match->now.known)
    return rap_date_miss (match);
  match->anchor = match->now.anchor;
  rap_date_add_months (match->now.last, rap_date_match_value (match, RAP_DATE_TURN, 0), &year, &month);
  if (day > rap_month_get_length (year, month))
    return RAP_DATE_NO;
  rap_date_put_day (edtf, rap_day_from_ymd (year, month, day));
  return RAP_DATE_YES;
}

/* "the following Friday" (argument 1), "the previous Monday" (-1): from the date named before. */
RapDateAnswer
rap_date_resolve_previous_weekday (RapDateMatch *match,
                                   GString      *edtf)
{
  int weekday = rap_date_match_value (match, RAP_DATE_WEEKDAY, 0);
  gint64 day = match->previous.first;
  int distance;

  match->anchor = RAP_DATE_ANCHOR_PREVIOUS;
  if (!match->previous.known || match->previous.first != match->previous.last)
    return RAP_DATE_UNKNOWN;
  distance = match->rule->argument > 0 ? (weekday - rap_day_get_weekday (day) + 7) % 7
                                       : (rap_day_get_weekday (day) - weekday + 7) % 7;
  rap_date_put_day (edtf, day + match->rule->argument * (distance == 0 ? 7 : distance));
  return RAP_DATE_YES;
}
