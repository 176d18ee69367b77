/* rap-date-move.c
 *
 * The days in the text are written anew; the rest of it stays as it was.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-date-move.h"

/* Year, month and day and what follows them: qualifiers or the time of day. */
#define ONE_DAY "-?[0-9]{4}-[0-9]{2}-[0-9]{2}"

gboolean
rap_date_is_exact (const RapEdtf *date)
{
  return date != NULL && date->set == RAP_EDTF_NO_SET && date->start_end == RAP_END_GIVEN
         && date->stop_end == RAP_END_GIVEN
         && (date->interval ? date->ls - date->es == 1 && date->le - date->ee == 1 : date->le - date->es == 1)
         && g_regex_match_simple ("^" ONE_DAY "[^/]*(/" ONE_DAY "[^/]*)?$", date->text, 0, 0);
}

static gboolean
move_day (const GMatchInfo *match,
          GString          *text,
          gpointer          user_data)
{
  const gint64 *by = user_data;
  g_autofree char *written = g_match_info_fetch (match, 0);
  g_autoptr (RapEdtf) day = rap_edtf_parse (written, NULL);
  g_autoptr (RapEdtf) moved = day != NULL ? rap_edtf_new_day (day->es + *by) : NULL;

  g_string_append (text, moved != NULL ? moved->text : written);
  return FALSE;
}

RapEdtf *
rap_date_move (const RapEdtf *date,
               gint64         day)
{
  g_autoptr (GRegex) days = NULL;
  g_autofree char *text = NULL;
  gint64 by;

  if (!rap_date_is_exact (date))
    return rap_edtf_new_day (day);
  by = day - date->es;
  days = g_regex_new (ONE_DAY, 0, 0, NULL);
  text = g_regex_replace_eval (days, date->text, -1, 0, 0, move_day, &by, NULL);
  return rap_edtf_parse (text, NULL);
}
