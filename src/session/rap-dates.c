/* rap-dates.c
 *
 * The door from the window and the command line to the dates in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-dates.h"

#include <string.h>

#include "rap-date-phrase.h"

static RapDateContext
make_context (const RapDatesContext *context)
{
  RapDateContext made = { NULL, NULL, NULL, NULL, 0 };

  if (context == NULL)
    return made;
  made.published = context->published;
  made.event = context->event;
  made.language = context->language;
  made.fiscal_year_start = context->fiscal_year_start;
  return made;
}

static RapDatesHit
take_hit (RapDateHit *hit)
{
  return (RapDatesHit) { hit->range, g_steal_pointer (&hit->edtf), hit->rule, rap_date_anchor_get_nick (hit->anchor) };
}

GArray *
rap_dates_find (const char            *text,
                gsize                  n_bytes,
                const RapDatesContext *context)
{
  RapDateContext known = make_context (context);
  g_autoptr (GArray) found = rap_date_find (text, n_bytes, &known);
  GArray *hits = g_array_sized_new (FALSE, FALSE, sizeof (RapDatesHit), found->len);

  g_array_set_clear_func (hits, (GDestroyNotify) rap_dates_hit_clear);
  for (guint i = 0; i < found->len; i++)
    {
      RapDatesHit hit = take_hit (&g_array_index (found, RapDateHit, i));

      g_array_append_val (hits, hit);
    }
  return hits;
}

gboolean
rap_dates_read (const char             *phrase,
                const RapDatesContext  *context,
                RapDatesHit            *hit,
                GError                **error)
{
  RapDateContext known = make_context (context);
  RapEdtf *edtf = rap_edtf_parse (phrase, NULL);
  RapDateHit found;

  memset (hit, 0, sizeof *hit);
  if (edtf != NULL)
    {
      *hit = (RapDatesHit) { { 0, (guint) g_utf8_strlen (phrase, -1) }, edtf, "edtf", "none" };
      return TRUE;
    }
  if (!rap_date_parse_phrase (phrase, &known, &found, error))
    return FALSE;
  *hit = take_hit (&found);
  return TRUE;
}

void
rap_dates_hit_clear (RapDatesHit *self)
{
  g_clear_pointer (&self->when, rap_edtf_unref);
}
