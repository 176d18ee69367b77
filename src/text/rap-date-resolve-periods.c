/* rap-date-resolve-periods.c
 *
 * Quarters, halves, seasons, fiscal years, decades and centuries.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-date-private.h"

/* The parts of a decade: years 0–3, 4–6, 7–9; of a century: thirds. */
static void
put_years_part (GString *edtf,
                gint64   first,
                gint64   width,
                int      part)
{
  gint64 start = part == 0 ? 0 : width == 10 ? 1 + 3 * part : (width * part + 1) / 3 + 1;
  gint64 stop = part == 2 ? width : width == 10 ? 4 + 3 * part : (width * (part + 1) + 1) / 3 + 1;

  g_string_append_c (edtf, '[');
  rap_date_put_year (edtf, first + start);
  g_string_append (edtf, "~..");
  rap_date_put_year (edtf, first + stop - 1);
  g_string_append (edtf, "~]");
}

static int
get_part (const RapDateMatch *match)
{
  int part = rap_date_match_value (match, RAP_DATE_PART, 0);

  return part != RAP_DATE_NOTHING ? part : rap_date_match_value (match, RAP_DATE_EDGE, 0);
}

RapDateAnswer
rap_date_resolve_decade (RapDateMatch *match,
                         GString      *edtf)
{
  int value = rap_date_match_value (match, RAP_DATE_DECADE, 0);
  int part = get_part (match);
  gint64 now = 2020;
  int unused;

  if (match->now.known)
    rap_day_to_ymd (match->now.last, &now, &unused, &unused);
  if (value < 100)
    value += now / 100 * 100 - (now % 100 < value ? 100 : 0);
  if (value < 1000 || value > now + 100)
    return RAP_DATE_NO;
  if (part != RAP_DATE_NOTHING)
    put_years_part (edtf, value, 10, part);
  else
    g_string_append_printf (edtf, "%03dX", value / 10);
  return RAP_DATE_YES;
}

RapDateAnswer
rap_date_resolve_century (RapDateMatch *match,
                          GString      *edtf)
{
  int century = rap_date_match_value (match, RAP_DATE_ORDINAL, 0);
  int part = get_part (match);

  if (century < 1 || century > 30)
    return RAP_DATE_NO;
  if (part != RAP_DATE_NOTHING)
    put_years_part (edtf, (century - 1) * 100, 100, part);
  else
    g_string_append_printf (edtf, "%02dXX", century - 1);
  return RAP_DATE_YES;
}

/* The year in which the @nth of @n parts of a year is: named, turned to, or by tense. */
static RapDateAnswer
find_year (RapDateMatch *match,
           int           nth,
           int           n,
           gint64       *year)
{
  int named = rap_date_match_value (match, RAP_DATE_YEAR, 0);
  int turn = rap_date_match_value (match, RAP_DATE_TURN, 0);
  int month, unused, now;

  *year = named;
  if (named != RAP_DATE_NOTHING)
    return RAP_DATE_YES;
  if (!match->now.known)
    return rap_date_miss (match);
  match->anchor = match->now.anchor;
  rap_day_to_ymd (match->now.last, year, &month, &unused);
  now = (month - 1) / (12 / n) + 1;
  if (turn != RAP_DATE_NOTHING)
    *year += turn;
  else if (rap_date_tense (match, FALSE) > 0)
    *year += nth < now;
  else
    *year -= nth > now;
  return RAP_DATE_YES;
}

static int
get_count (const RapDateMatch *match)
{
  int value = rap_date_match_value (match, RAP_DATE_ORDINAL, 0);

  return value != RAP_DATE_NOTHING ? value : rap_date_match_value (match, RAP_DATE_NUMBER, 0);
}

static RapDateAnswer
put_division (RapDateMatch *match,
              GString      *edtf,
              int           n,
              int           first_code)
{
  int nth = get_count (match);
  RapDateAnswer answer;
  gint64 year;

  if (nth < 1 || nth > n)
    return RAP_DATE_NO;
  answer = find_year (match, nth, n, &year);
  if (answer != RAP_DATE_YES)
    return answer;
  rap_date_put_year (edtf, year);
  g_string_append_printf (edtf, "-%d%s", first_code + nth - 1, match->rule->argument ? "~" : "");
  return RAP_DATE_YES;
}

RapDateAnswer
rap_date_resolve_quarter (RapDateMatch *match,
                          GString      *edtf)
{
  return put_division (match, edtf, 4, 33);
}

RapDateAnswer
rap_date_resolve_half (RapDateMatch *match,
                       GString      *edtf)
{
  return put_division (match, edtf, 2, 40);
}

/* "summer 2015"; "the winter of 2015" begins in December 2015, as in EDTF. */
RapDateAnswer
rap_date_resolve_season (RapDateMatch *match,
                         GString      *edtf)
{
  rap_date_put_year (edtf, rap_date_match_value (match, RAP_DATE_YEAR, 0));
  g_string_append_printf (edtf, "-%d%s", rap_date_match_value (match, RAP_DATE_SEASON, 0),
                          get_part (match) != RAP_DATE_NOTHING ? "~" : "");
  return RAP_DATE_YES;
}

static void
put_fiscal (const RapDateMatch *match,
            GString            *edtf,
            gint64              year)
{
  int start = match->context != NULL ? match->context->fiscal_year_start : 0;

  if (start < 2 || start > 12)
    {
      rap_date_put_year (edtf, year);
      if (start != 1)
        g_string_append_c (edtf, '~');
      return;
    }
  g_string_append_c (edtf, '[');
  rap_date_put_month (edtf, year - 1, start);
  g_string_append (edtf, "..");
  rap_date_put_month (edtf, year, start - 1);
  g_string_append_c (edtf, ']');
}

RapDateAnswer
rap_date_resolve_fiscal (RapDateMatch *match,
                         GString      *edtf)
{
  int turn = rap_date_match_value (match, RAP_DATE_TURN, 0);
  gint64 year = rap_date_match_value (match, RAP_DATE_YEAR, 0);
  int start = match->context != NULL ? match->context->fiscal_year_start : 0;
  int month, unused;

  if (turn != RAP_DATE_NOTHING)
    {
      if (!match->now.known)
        return rap_date_miss (match);
      match->anchor = match->now.anchor;
      rap_day_to_ymd (match->now.last, &year, &month, &unused);
      year += turn + (start > 1 && month >= start);
    }
  put_fiscal (match, edtf, year);
  return RAP_DATE_YES;
}
