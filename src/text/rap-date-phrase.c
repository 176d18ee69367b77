/* rap-date-phrase.c
 *
 * Finding dates in running text and reading single phrases. A text is read once
 * from left to right; each date that is found may be what a later one hangs on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-date-phrase.h"

#include <string.h>

#include "rap-date-private.h"
#include "rap-error.h"

#define DATELINE_END 400   /* code points in which the date at the head of a text is looked for */

static const RapDateContext no_context;

static void
set_days (RapDateDays   *days,
          const RapEdtf *edtf,
          RapDateAnchor  anchor)
{
  if (edtf == NULL || edtf->start_end != RAP_END_GIVEN || edtf->stop_end != RAP_END_GIVEN)
    return;
  days->known = TRUE;
  days->first = edtf->es;
  days->last = edtf->le - 1;
  days->precision = edtf->precision;
  days->anchor = anchor;
}

static void
init_match (RapDateMatch         *match,
            const RapDateGrammar *grammar,
            const RapDateContext *context,
            GArray               *tokens,
            gboolean              lenient)
{
  memset (match, 0, sizeof *match);
  match->tokens = (const RapDateToken *) (const void *) tokens->data;
  match->n_tokens = tokens->len;
  match->grammar = grammar;
  match->context = context;
  match->lenient = lenient;
  set_days (&match->now, context->published, RAP_DATE_ANCHOR_PUBLICATION);
  set_days (&match->previous, context->previous, RAP_DATE_ANCHOR_PREVIOUS);
}

/* FALSE when the answer is none after all. */
static gboolean
make_hit (const RapDateMatch *match,
          RapDateAnswer       answer,
          const char         *edtf,
          RapDateHit         *hit)
{
  hit->range.start = match->tokens[match->first].start;
  hit->range.end = match->tokens[match->end - 1].end;
  hit->rule = match->rule->name;
  hit->anchor = match->anchor;
  hit->edtf = answer == RAP_DATE_YES ? rap_edtf_parse (edtf, NULL) : NULL;
  return answer == RAP_DATE_UNKNOWN || hit->edtf != NULL;
}

/* A whole day at the head of a text is its day, if nothing else is known. */
static void
take_dateline (RapDateMatch     *match,
               const RapDateHit *hit)
{
  if (!match->now.known && hit->anchor == RAP_DATE_ANCHOR_NONE && hit->range.end <= DATELINE_END &&
      hit->edtf->precision == RAP_PRECISION_DAY && rap_edtf_is_exact_day (hit->edtf))
    set_days (&match->now, hit->edtf, RAP_DATE_ANCHOR_DATELINE);
}

GArray *
rap_date_find (const char           *utf8,
               gsize                 n_bytes,
               const RapDateContext *context)
{
  const RapDateContext *known = context != NULL ? context : &no_context;
  const RapDateGrammar *grammar = rap_date_grammar_get (known->language);
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (RapDateHit));
  g_autoptr (GString) edtf = g_string_new (NULL);
  g_autoptr (GArray) tokens = NULL;
  RapDateMatch match;

  g_array_set_clear_func (hits, (GDestroyNotify) rap_date_hit_clear);
  if (grammar == NULL)
    return hits;
  tokens = rap_date_tokens_read (grammar, utf8, n_bytes, FALSE);
  init_match (&match, grammar, known, tokens, FALSE);
  for (guint at = 0; at < tokens->len;)
    {
      RapDateHit hit;
      RapDateAnswer answer;

      match.first = at++;
      match.anchor = RAP_DATE_ANCHOR_NONE;
      answer = rap_date_grammar_match (grammar, &match, FALSE, edtf);
      if (answer == RAP_DATE_NO || !make_hit (&match, answer, edtf->str, &hit))
        continue;
      at = match.end;
      if (hit.edtf != NULL)
        {
          take_dateline (&match, &hit);
          set_days (&match.previous, hit.edtf, RAP_DATE_ANCHOR_PREVIOUS);
        }
      g_array_append_val (hits, hit);
    }
  return hits;
}

void
rap_date_hit_clear (RapDateHit *self)
{
  g_clear_pointer (&self->edtf, rap_edtf_unref);
}

const char *
rap_date_anchor_get_nick (RapDateAnchor anchor)
{
  static const char *const nicks[] = { "none", "publication", "dateline", "event", "previous" };

  g_return_val_if_fail ((guint) anchor < G_N_ELEMENTS (nicks), NULL);
  return nicks[anchor];
}

static gboolean
fail (const char     *phrase,
      const char     *why,
      GError        **error)
{
  g_set_error (error, RAP_ERROR, RAP_ERROR_FORMAT, "“%s” is no date: %s", phrase, why);
  return FALSE;
}

static const char *
get_missing (RapDateAnchor anchor)
{
  switch (anchor)
    {
    case RAP_DATE_ANCHOR_NONE:
      return "it can be day and month or month and day";
    case RAP_DATE_ANCHOR_EVENT:
      return "it hangs on an event whose date is not known";
    case RAP_DATE_ANCHOR_PREVIOUS:
      return "it hangs on the date named before it, which is not known";
    default:
      return "it hangs on the day of publication, which is not known as exactly";
    }
}

gboolean
rap_date_phrase_read (const char           *phrase,
                      const RapDateContext *context,
                      int                   leaning,
                      RapDateHit           *hit,
                      GError              **error)
{
  const RapDateContext *known = context != NULL ? context : &no_context;
  const RapDateGrammar *grammar = rap_date_grammar_get (known->language);
  g_autoptr (GString) edtf = g_string_new (NULL);
  g_autoptr (GArray) tokens = NULL;
  RapDateMatch match;
  RapDateAnswer answer = RAP_DATE_NO;

  memset (hit, 0, sizeof *hit);
  if (grammar == NULL)
    return fail (phrase, "there are no rules for its language", error);
  tokens = rap_date_tokens_read (grammar, phrase, strlen (phrase), TRUE);
  init_match (&match, grammar, known, tokens, TRUE);
  match.leaning = leaning;
  if (tokens->len > 0)
    answer = rap_date_grammar_match (grammar, &match, TRUE, edtf);
  if (answer == RAP_DATE_YES && make_hit (&match, answer, edtf->str, hit))
    return TRUE;
  if (answer == RAP_DATE_UNKNOWN)
    return fail (phrase, get_missing (match.anchor), error);
  return fail (phrase, "no rule for dates in words fits it", error);
}

gboolean
rap_date_parse_phrase (const char           *phrase,
                       const RapDateContext *context,
                       RapDateHit           *hit,
                       GError              **error)
{
  const RapDateContext *known = context != NULL ? context : &no_context;
  const RapDateGrammar *grammar = rap_date_grammar_get (known->language);
  g_autoptr (GError) reason = NULL;
  g_autoptr (GError) span_reason = NULL;

  if (rap_date_phrase_read (phrase, known, 0, hit, &reason))
    return TRUE;
  if (grammar != NULL && rap_date_span_read (grammar, phrase, known, hit, &span_reason))
    {
      hit->range.start = 0;
      hit->range.end = g_utf8_strlen (phrase, -1);
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer ((span_reason != NULL ? &span_reason : &reason)));
  return FALSE;
}
