/* rap-date-match.c
 *
 * What resolvers need: the parts of a match, the tokens around it, and the
 * writing of EDTF.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-date-private.h"

int
rap_date_match_value (const RapDateMatch *match,
                      RapDateClass        class,
                      guint               nth)
{
  for (guint i = 0; i < match->n_captures; i++)
    if (match->captures[i].class == class && nth-- == 0)
      return match->tokens[match->captures[i].token].value;
  return RAP_DATE_NOTHING;
}

const RapDateToken *
rap_date_match_near (const RapDateMatch *match,
                     int                 distance)
{
  gint64 at = distance < 0 ? (gint64) match->first + distance : (gint64) match->end + distance - 1;

  return at >= 0 && at < match->n_tokens ? &match->tokens[at] : NULL;
}

gboolean
rap_date_match_near_is (const RapDateMatch *match,
                        int                 distance,
                        guint               classes)
{
  const RapDateToken *token = rap_date_match_near (match, distance);

  return token != NULL && (token->classes & classes) != 0;
}

gboolean
rap_date_match_near_is_mark (const RapDateMatch *match,
                             int                 distance,
                             gunichar            mark)
{
  const RapDateToken *token = rap_date_match_near (match, distance);

  return token != NULL && token->mark == mark;
}

void
rap_date_put_year (GString *edtf,
                   gint64   year)
{
  if (year > 9999 || year < -9999)
    g_string_append_printf (edtf, "Y%" G_GINT64_FORMAT, year);
  else
    g_string_append_printf (edtf, "%s%04d", year < 0 ? "-" : "", (int) ABS (year));
}

void
rap_date_put_month (GString *edtf,
                    gint64   year,
                    int      month)
{
  rap_date_put_year (edtf, year);
  g_string_append_printf (edtf, "-%02d", month);
}

void
rap_date_put_day (GString *edtf,
                  gint64   day)
{
  g_autofree char *text = rap_day_format (day);

  g_string_append (edtf, text);
}

void
rap_date_put_days (GString    *edtf,
                   gint64      first,
                   gint64      last,
                   const char *qualifier)
{
  g_string_append_c (edtf, '[');
  rap_date_put_day (edtf, first);
  g_string_append (edtf, qualifier);
  g_string_append (edtf, "..");
  rap_date_put_day (edtf, last);
  g_string_append (edtf, qualifier);
  g_string_append_c (edtf, ']');
}

void
rap_date_add_months (gint64  day,
                     gint64  n,
                     gint64 *year,
                     int    *month)
{
  gint64 months;
  int day_of_month;

  rap_day_to_ymd (day, year, month, &day_of_month);
  months = *year * 12 + *month - 1 + n;
  *year = months >= 0 ? months / 12 : -((11 - months) / 12);
  *month = (int) (months - *year * 12) + 1;
}

RapDateAnswer
rap_date_miss (RapDateMatch *match)
{
  match->anchor = RAP_DATE_ANCHOR_PUBLICATION;
  return RAP_DATE_UNKNOWN;
}

gboolean
rap_date_get_today (RapDateMatch *match,
                    gint64       *day)
{
  match->anchor = match->now.known ? match->now.anchor : RAP_DATE_ANCHOR_PUBLICATION;
  *day = match->now.last;
  return match->now.known && match->now.first == match->now.last;
}

int
rap_date_find_year_ahead (const RapDateMatch *match)
{
  const RapDateToken *token = rap_date_match_near (match, 1);
  int distance = 2;

  if (token == NULL || !((token->classes & RAP_DATE_JOINT) || token->mark == '-' || token->mark == 0x2013))
    return 0;
  for (; distance <= 6; distance++)
    {
      token = rap_date_match_near (match, distance);
      if (token == NULL || !((token->classes & (RAP_DATE_MONTH | RAP_DATE_DAY | RAP_DATE_YEAR)) ||
                             token->mark == '.' || token->mark == ','))
        return 0;
      if ((token->classes & RAP_DATE_YEAR) && token->plain)
        return token->value;
    }
  return 0;
}
