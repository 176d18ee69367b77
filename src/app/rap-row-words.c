/* rap-row-words.c
 *
 * Dates and tags as rows have room for them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-row-words.h"

#include <glib/gi18n.h>

#include "rap-words.h"

/* "8 Nov 2022", "Jul 2017" or "2015", as precise as is known. (transfer full) */
static char *
make_short_date (gint64       day,
                 RapPrecision precision)
{
  gint64 year;
  int month, day_of_month;
  g_autofree char *month_name = NULL;
  g_autofree char *year_name = NULL;

  rap_day_to_ymd (day, &year, &month, &day_of_month);
  month_name = rap_words_month_short (month);
  year_name = rap_words_year (year);
  if (precision == RAP_PRECISION_DAY || precision == RAP_PRECISION_SECOND)
    /* Translators: day, short month, year in a list */
    return g_strdup_printf (_("%d %s %s"), day_of_month, month_name, year_name);
  if (precision == RAP_PRECISION_MONTH)
    /* Translators: short month, year in a list */
    return g_strdup_printf (_("%s %s"), month_name, year_name);
  return g_steal_pointer (&year_name);
}

/* Dates that are not short in a list are said in full. */
char *
rap_row_words_date (const char *edtf)
{
  g_autoptr (RapEdtf) date = NULL;
  g_autofree char *plain = NULL;

  if (edtf == NULL || edtf[0] == '\0')
    return g_strdup ("");
  date = rap_edtf_parse (edtf, NULL);
  if (date == NULL)
    return g_strdup (edtf);
  if (date->interval || date->set != RAP_EDTF_NO_SET || date->precision > RAP_PRECISION_YEAR
      || date->precision == RAP_PRECISION_SEASON
      || date->precision == RAP_PRECISION_NONE)
    return rap_words_edtf (date);
  plain = make_short_date (date->es, date->precision);
  return g_strconcat (date->approximate ? "~" : "", plain, date->uncertain ? "?" : "", NULL);
}

char *
rap_row_words_commitment (const char *tag)
{
  static const struct { const char *tag, *words; } table[] = {
    { "CT+", N_("certain") }, { "CT-", N_("certainly not") }, { "CTu", N_("certain, open which way") },
    { "PR+", N_("probable") }, { "PR-", N_("probably not") }, { "PRu", N_("probable, open which way") },
    { "PS+", N_("possible") }, { "PS-", N_("possibly not") }, { "PSu", N_("possible, open which way") },
    { "U+", N_("uncommitted") }, { "U-", N_("uncommitted, denied") }, { "Uu", N_("uncommitted") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      if (g_strcmp0 (table[i].tag, tag) == 0)
        return g_strdup (_(table[i].words));
    }
  return g_strdup (tag != NULL ? tag : "");
}
