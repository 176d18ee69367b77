/* rap-date-resolve-relative.c
 *
 * What hangs on the day of publication or on another date: weekdays, "last
 * month", "two weeks ago", "a year earlier".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-date-private.h"

static gint64
get_monday (gint64 day)
{
  return day - (rap_day_get_weekday (day) - 1);
}

static gboolean
is_part_of_name (const RapDateMatch *match,
                 RapDateClass        class)
{
  const RapDateToken *next = rap_date_match_near (match, 1);
  const RapDateToken *token = &match->tokens[match->captures[match->n_captures - 1].token];

  for (guint i = 0; i < match->n_captures; i++)
    if (match->captures[i].class == class)
      token = &match->tokens[match->captures[i].token];
  if (match->lenient)
    return FALSE;
  return (token->classes & RAP_DATE_DOUBTFUL) || rap_date_match_near_is (match, -1, RAP_DATE_NAMED) ||
         (next != NULL && next->capital && (next->classes & RAP_DATE_TITLE));
}

/* The latest one not after @today, or the next one; @turn of "last" and "next" excludes today. */
static gint64
find_weekday (gint64 today,
              int    weekday,
              int    direction,
              gboolean exclude)
{
  int now = rap_day_get_weekday (today);
  int distance = direction < 0 ? (now - weekday + 7) % 7 : (weekday - now + 7) % 7;

  if (distance == 0 && exclude)
    distance = 7;
  return direction < 0 ? today - distance : today + distance;
}

RapDateAnswer
rap_date_resolve_weekday (RapDateMatch *match,
                          GString      *edtf)
{
  int weekday = rap_date_match_value (match, RAP_DATE_WEEKDAY, 0);
  int tense;
  gint64 today;

  if (is_part_of_name (match, RAP_DATE_WEEKDAY))
    return RAP_DATE_NO;
  if (!rap_date_get_today (match, &today))
    return RAP_DATE_UNKNOWN;
  tense = rap_date_tense (match, TRUE);
  rap_date_put_day (edtf, find_weekday (today, weekday, tense > 0 ? 1 : -1, FALSE));
  return RAP_DATE_YES;
}

/* "yesterday", and with an argument "the day before yesterday" */
RapDateAnswer
rap_date_resolve_today (RapDateMatch *match,
                        GString      *edtf)
{
  gint64 today;

  if (!match->lenient && match->tokens[match->first].capital && is_part_of_name (match, RAP_DATE_TODAY))
    return RAP_DATE_NO;
  if (!rap_date_get_today (match, &today))
    return RAP_DATE_UNKNOWN;
  rap_date_put_day (edtf, today + rap_date_match_value (match, RAP_DATE_TODAY, 0) + match->rule->argument);
  return RAP_DATE_YES;
}

/* The unit @n units from that of @day, as first and last day. */
static void
get_unit (gint64       day,
          RapDateUnit  unit,
          gint64       n,
          gint64      *first,
          gint64      *last)
{
  gint64 year;
  int month;

  switch (unit)
    {
    case RAP_DATE_UNIT_DAY:
      *first = *last = day + n;
      return;
    case RAP_DATE_UNIT_WEEK:
    case RAP_DATE_UNIT_FORTNIGHT:
      *first = get_monday (day) + n * (unit == RAP_DATE_UNIT_WEEK ? 7 : 14);
      *last = *first + 6;
      return;
    case RAP_DATE_UNIT_WEEKEND:
      *first = get_monday (day) + 5 + n * 7;
      *last = *first + 1;
      return;
    case RAP_DATE_UNIT_QUARTER:
      rap_date_add_months (day, 3 * n, &year, &month);
      month = (month - 1) / 3 * 3 + 1;
      *first = rap_day_from_ymd (year, month, 1);
      *last = rap_day_from_ymd (year, month + 2, rap_month_get_length (year, month + 2));
      return;
    case RAP_DATE_UNIT_MONTH:
      rap_date_add_months (day, n, &year, &month);
      *first = rap_day_from_ymd (year, month, 1);
      *last = *first + rap_month_get_length (year, month) - 1;
      return;
    default:
      rap_date_add_months (day, n * 12 * (unit == RAP_DATE_UNIT_YEAR ? 1 : unit == RAP_DATE_UNIT_DECADE ? 10 : 100),
                           &year, &month);
      *first = rap_day_from_ymd (year, 1, 1);
      *last = rap_day_from_ymd (year, 12, 31);
    }
}

/* The unit of which @first and @last are, in EDTF. */
static void
put_unit (GString     *edtf,
          RapDateUnit  unit,
          gint64       first,
          gint64       last,
          gboolean     vague)
{
  const char *qualifier = vague ? "~" : "";
  gint64 year;
  int month, day;

  rap_day_to_ymd (first, &year, &month, &day);
  switch (unit)
    {
    case RAP_DATE_UNIT_DAY:
      rap_date_put_day (edtf, first);
      break;
    case RAP_DATE_UNIT_MONTH:
      rap_date_put_month (edtf, year, month);
      break;
    case RAP_DATE_UNIT_QUARTER:
      rap_date_put_year (edtf, year);
      g_string_append_printf (edtf, "-%d", 33 + (month - 1) / 3);
      break;
    case RAP_DATE_UNIT_YEAR:
      rap_date_put_year (edtf, year);
      break;
    case RAP_DATE_UNIT_DECADE:
      g_string_append_printf (edtf, "%03dX", (int) (year / 10));
      break;
    case RAP_DATE_UNIT_CENTURY:
      g_string_append_printf (edtf, "%02dXX", (int) (year / 100));
      break;
    default:
      rap_date_put_days (edtf, first, last, qualifier);
      return;
    }
  g_string_append (edtf, qualifier);
}

/* How exactly the anchor must be known to count in @unit. */
static gboolean
is_known_enough (const RapDateDays *anchor,
                 RapDateUnit        unit)
{
  gint64 first, last;

  if (!anchor->known)
    return FALSE;
  get_unit (anchor->first, unit, 0, &first, &last);
  return anchor->last <= last || (unit == RAP_DATE_UNIT_WEEKEND && anchor->first == anchor->last);
}

static RapDateAnswer
put_turned_month (RapDateMatch *match,
                  GString      *edtf,
                  int           turn)
{
  int month = rap_date_match_value (match, RAP_DATE_MONTH, 0);
  gint64 year;
  int now, day;

  rap_day_to_ymd (match->now.last, &year, &now, &day);
  if (turn < 0)
    year -= month >= now;
  else if (turn > 0)
    year += month <= now;
  return rap_date_put_month_part (match, edtf, year, month);
}

/* The season last begun before, or to come after, that of the day; winter belongs to the year it begins in. */
static RapDateAnswer
put_turned_season (RapDateMatch *match,
                   GString      *edtf,
                   int           turn)
{
  int season = rap_date_match_value (match, RAP_DATE_SEASON, 0) - 21;
  gint64 year;
  int month, now;

  /* Seasons counted from March. */
  rap_date_add_months (match->now.last, -2, &year, &month);
  now = (month - 1) / 3;
  if (turn < 0)
    year -= season >= now;
  else if (turn > 0)
    year += season <= now;
  rap_date_put_year (edtf, year);
  g_string_append_printf (edtf, "-%d", 21 + season);
  return RAP_DATE_YES;
}

static RapDateAnswer
put_turned_weekday (RapDateMatch *match,
                    GString      *edtf,
                    int           turn)
{
  int weekday = rap_date_match_value (match, RAP_DATE_WEEKDAY, 0);
  gint64 today;

  if (!rap_date_get_today (match, &today))
    return RAP_DATE_UNKNOWN;
  if (turn == 0)
    rap_date_put_day (edtf, get_monday (today) + weekday - 1);
  else
    rap_date_put_day (edtf, find_weekday (today, weekday, turn, TRUE));
  return RAP_DATE_YES;
}

/* "the last week of", "his next year" */
static gboolean
is_no_turn (const RapDateMatch *match,
            int                 turn)
{
  return !match->lenient && ((turn != 0 && rap_date_match_near_is (match, -1, RAP_DATE_OWNER)) ||
                             rap_date_match_near_is (match, 1, RAP_DATE_OF));
}

/* A name such as "This Week": the last word of the match with a capital letter. */
static gboolean
is_title (const RapDateMatch *match)
{
  const RapDateToken *last = &match->tokens[match->end - 1];

  return !match->lenient && last->capital && (last->classes & RAP_DATE_UNIT);
}

/* "the weekend": the one before the publication, or the next. */
RapDateAnswer
rap_date_resolve_weekend (RapDateMatch *match,
                          GString      *edtf)
{
  gint64 today, first, last;

  if (is_title (match) || rap_date_match_near_is (match, 1, RAP_DATE_OF))
    return RAP_DATE_NO;
  if (!rap_date_get_today (match, &today))
    return RAP_DATE_UNKNOWN;
  get_unit (today, RAP_DATE_UNIT_WEEKEND, rap_date_tense (match, TRUE) > 0 || rap_day_get_weekday (today) >= 6 ? 0 : -1,
            &first, &last);
  put_unit (edtf, RAP_DATE_UNIT_WEEKEND, first, last, FALSE);
  return RAP_DATE_YES;
}

/* "last month", "this Monday", "next April", "last summer", "last night" */
RapDateAnswer
rap_date_resolve_turn (RapDateMatch *match,
                       GString      *edtf)
{
  int turn = rap_date_match_value (match, RAP_DATE_TURN, 0);
  int unit = rap_date_match_value (match, RAP_DATE_UNIT, 0);
  gint64 first, last;

  if (turn == RAP_DATE_NOTHING || match->rule->argument != 0)
    turn = match->rule->argument;
  if (is_no_turn (match, turn) || is_title (match))
    return RAP_DATE_NO;
  if (rap_date_match_value (match, RAP_DATE_WEEKDAY, 0) != RAP_DATE_NOTHING)
    return put_turned_weekday (match, edtf, turn);
  if (unit == RAP_DATE_NOTHING)
    unit = rap_date_match_value (match, RAP_DATE_DAYTIME, 0) != RAP_DATE_NOTHING ? RAP_DATE_UNIT_DAY : RAP_DATE_UNIT_MONTH;
  if (!is_known_enough (&match->now, unit))
    return rap_date_miss (match);
  match->anchor = match->now.anchor;
  if (rap_date_match_value (match, RAP_DATE_MONTH, 0) != RAP_DATE_NOTHING)
    return put_turned_month (match, edtf, turn);
  if (rap_date_match_value (match, RAP_DATE_SEASON, 0) != RAP_DATE_NOTHING)
    return put_turned_season (match, edtf, turn);
  get_unit (match->now.last, unit, turn, &first, &last);
  put_unit (edtf, unit, first, last, FALSE);
  return RAP_DATE_YES;
}

static void
put_third (GString     *edtf,
           RapDateUnit  unit,
           int          part,
           gint64       first,
           gint64       last)
{
  gint64 n = last - first + 1;
  gint64 start = first + n * part / 3, stop = first + n * (part + 1) / 3 - 1;
  gint64 year;
  int month, day;

  if (unit == RAP_DATE_UNIT_YEAR)
    {
      rap_day_to_ymd (first, &year, &month, &day);
      rap_date_put_year (edtf, year);
      g_string_append_printf (edtf, "-%d~", 37 + part);
      return;
    }
  if (unit == RAP_DATE_UNIT_MONTH)
    {
      start = first + 10 * part;
      stop = part < 2 ? start + 9 : last;
    }
  rap_date_put_days (edtf, start, stop, "~");
}

/* "the end of the year", but not "the end of last year" */
static gboolean
is_edge_alone (const RapDateMatch *match)
{
  return rap_date_match_value (match, RAP_DATE_TURN, 0) == RAP_DATE_NOTHING
         && rap_date_match_value (match, RAP_DATE_EDGE, 0) != RAP_DATE_NOTHING;
}

/* "earlier this month" (argument -1), "later this year" (1), "late last year" */
RapDateAnswer
rap_date_resolve_turn_part (RapDateMatch *match,
                            GString      *edtf)
{
  int turn = rap_date_match_value (match, RAP_DATE_TURN, 0);
  int unit = rap_date_match_value (match, RAP_DATE_UNIT, 0);
  int part = rap_date_match_value (match, RAP_DATE_PART, 0);
  gint64 first, last, today;

  if (part == RAP_DATE_NOTHING)
    part = rap_date_match_value (match, RAP_DATE_EDGE, 0);
  if (turn == RAP_DATE_NOTHING)
    turn = 0;
  if (unit == RAP_DATE_NOTHING)   /* "the end of year" */
    unit = RAP_DATE_UNIT_YEAR;
  if (!is_known_enough (&match->now, unit))
    return rap_date_miss (match);
  get_unit (match->now.last, unit, turn, &first, &last);
  /* "sales peaked by the end of the year", read in March */
  if (part == 2 && is_edge_alone (match) && rap_date_tense (match, FALSE) < 0 && match->now.last < first + (last - first) / 2)
    get_unit (match->now.last, unit, -1, &first, &last);
  if (part == RAP_DATE_NOTHING && unit != RAP_DATE_UNIT_DAY)
    {
      if (!rap_date_get_today (match, &today))
        return RAP_DATE_UNKNOWN;
      rap_date_put_days (edtf, match->rule->argument < 0 ? first : today, match->rule->argument < 0 ? today : last, "");
      return RAP_DATE_YES;
    }
  match->anchor = match->now.anchor;
  if (unit == RAP_DATE_UNIT_DAY || unit > RAP_DATE_UNIT_YEAR)
    put_unit (edtf, unit, first, last, TRUE);
  else
    put_third (edtf, unit, part, first, last);
  return RAP_DATE_YES;
}

/* What @anchor moved by @n @unit is: a month or quarter moved by years stays one. */
static void
put_shifted (GString           *edtf,
             const RapDateDays *anchor,
             RapDateUnit        unit,
             gint64             n,
             gboolean           vague)
{
  gint64 first, last;
  gint64 length = anchor->last - anchor->first + 1;

  if (unit == RAP_DATE_UNIT_YEAR && length >= 28 && length <= 31)
    {
      unit = RAP_DATE_UNIT_MONTH;
      n *= 12;
    }
  else if (unit == RAP_DATE_UNIT_YEAR && length >= 90 && length <= 92)
    {
      unit = RAP_DATE_UNIT_QUARTER;
      n *= 4;
    }
  get_unit (anchor->first, unit, n, &first, &last);
  if (unit >= RAP_DATE_UNIT_DECADE)
    put_unit (edtf, RAP_DATE_UNIT_YEAR, first, last, TRUE);
  else
    put_unit (edtf, unit, first, last, vague);
}

/* "a month earlier than usual" */
static gboolean
is_compared (const RapDateMatch *match)
{
  const RapDateToken *next = rap_date_match_near (match, 1);

  return next != NULL && next->word > 0 && next->word == rap_date_grammar_find_word (match->grammar, "than");
}

static RapDateAnswer
shift (RapDateMatch      *match,
       GString           *edtf,
       const RapDateDays *anchor,
       RapDateAnchor      wanted,
       int                direction)
{
  int unit = rap_date_match_value (match, RAP_DATE_UNIT, 0);
  int n = rap_date_match_value (match, RAP_DATE_NUMBER, 0);
  gboolean vague = rap_date_match_value (match, RAP_DATE_VAGUE, 0) != RAP_DATE_NOTHING || g_str_has_suffix (match->rule->name, "-about");

  if (n == RAP_DATE_NOTHING)
    n = 1;
  if (n > 9999 || unit == RAP_DATE_UNIT_WEEKEND || is_compared (match))
    return RAP_DATE_NO;
  match->anchor = anchor->known ? anchor->anchor : wanted;
  if (!is_known_enough (anchor, unit))
    return RAP_DATE_UNKNOWN;
  put_shifted (edtf, anchor, unit, (gint64) n * direction, vague);
  return RAP_DATE_YES;
}

static RapDateDays
get_event (const RapDateMatch *match)
{
  const RapEdtf *event = match->context != NULL ? match->context->event : NULL;
  RapDateDays days = { .anchor = RAP_DATE_ANCHOR_EVENT };

  if (event == NULL || event->start_end != RAP_END_GIVEN || event->stop_end != RAP_END_GIVEN)
    return days;
  days.known = TRUE;
  days.first = event->es;
  days.last = event->le - 1;
  days.precision = event->precision;
  return days;
}

/* From the publication (argument -1, 1), the date before (-2, 2), or the event named (-3, 3). */
RapDateAnswer
rap_date_resolve_shift (RapDateMatch *match,
                        GString      *edtf)
{
  int direction = match->rule->argument < 0 ? -1 : 1;
  RapDateDays event;

  switch (ABS (match->rule->argument))
    {
    case 1:
      return shift (match, edtf, &match->now, RAP_DATE_ANCHOR_PUBLICATION, direction);
    case 2:
      return shift (match, edtf, &match->previous, RAP_DATE_ANCHOR_PREVIOUS, direction);
    default:
      event = get_event (match);
      return shift (match, edtf, &event, RAP_DATE_ANCHOR_EVENT, direction);
    }
}

/* "that day", "the following month": argument -1, 0, 1 */
RapDateAnswer
rap_date_resolve_previous (RapDateMatch *match,
                           GString      *edtf)
{
  int unit = rap_date_match_value (match, RAP_DATE_UNIT, 0);
  gint64 first, last;

  if (unit == RAP_DATE_NOTHING)
    unit = RAP_DATE_UNIT_DAY;
  match->anchor = RAP_DATE_ANCHOR_PREVIOUS;
  if (!is_known_enough (&match->previous, unit))
    return match->lenient ? RAP_DATE_UNKNOWN : RAP_DATE_NO;
  get_unit (match->previous.first, unit, match->rule->argument, &first, &last);
  put_unit (edtf, unit, first, last, FALSE);
  return RAP_DATE_YES;
}

/* "the past three years": from so long ago until the publication. */
RapDateAnswer
rap_date_resolve_stretch (RapDateMatch *match,
                          GString      *edtf)
{
  int unit = rap_date_match_value (match, RAP_DATE_UNIT, 0);
  int n = rap_date_match_value (match, RAP_DATE_NUMBER, 0);
  int direction = match->rule->argument;
  g_autoptr (GString) far = g_string_new (NULL);
  g_autoptr (GString) near = g_string_new (NULL);
  gint64 today;

  if (is_no_turn (match, 0) || is_title (match))
    return RAP_DATE_NO;
  if (!rap_date_get_today (match, &today))
    return RAP_DATE_UNKNOWN;
  put_shifted (far, &match->now, unit, (gint64) (n == RAP_DATE_NOTHING ? 1 : n) * direction, FALSE);
  if (*far->str == '[')
    {
      gint64 first, last;

      get_unit (today, RAP_DATE_UNIT_DAY, (gint64) (n == RAP_DATE_NOTHING ? 1 : n) * direction * (unit == RAP_DATE_UNIT_WEEK ? 7 : 14), &first, &last);
      g_string_truncate (far, 0);
      rap_date_put_day (far, first);
    }
  rap_date_put_day (near, today);
  g_string_append_printf (edtf, "%s/%s", direction < 0 ? far->str : near->str, direction < 0 ? near->str : far->str);
  return RAP_DATE_YES;
}
