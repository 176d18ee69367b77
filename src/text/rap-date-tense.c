/* rap-date-tense.c
 *
 * Whether the words around a date speak of the past or of the future: the
 * nearest sign before it in its sentence, else the nearest after it. There is
 * no grammar in it, only lists of the language and the ending of the past tense.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-date-private.h"

#define BEFORE 14   /* tokens looked at */
#define AFTER  10

/* "to be published": what stands before it says when. */
static gboolean
is_passive (const RapDateMatch *match,
            guint               at)
{
  const RapDateToken *before = at > 0 ? &match->tokens[at - 1] : NULL;

  return before != NULL && before->word > 0 && before->word == rap_date_grammar_find_word (match->grammar, "be");
}

static int
judge (const RapDateMatch *match,
       guint               at,
       gboolean            with_report)
{
  const RapDateToken *token = &match->tokens[at];

  if (!token->is_word)
    return 0;
  if (token->classes & RAP_DATE_FUTURE)
    return 1;
  if ((token->classes & RAP_DATE_INTENT) && at > 0 && (match->tokens[at - 1].classes & RAP_DATE_TO))
    return 1;
  if (token->classes & RAP_DATE_REPORT)
    return with_report ? -1 : 0;
  if (is_passive (match, at))
    return 0;
  if (token->classes & RAP_DATE_PAST)
    return -1;
  return token->past_form ? -1 : 0;
}

/* "Wednesday's ruling": what was said before it is about something else. */
static gboolean
is_possessive (const RapDateMatch *match)
{
  const RapDateToken *mark = rap_date_match_near (match, 1);

  return mark != NULL && !mark->spaced && (mark->mark == '\'' || mark->mark == 0x2019);
}

int
rap_date_tense (const RapDateMatch *match,
                gboolean            with_report)
{
  for (guint i = 1; i <= BEFORE && i <= match->first && !is_possessive (match); i++)
    {
      guint at = match->first - i;
      int tense = judge (match, at, with_report);

      if (tense != 0)
        return tense;
      if (match->tokens[at].first)
        break;
    }
  for (guint at = match->end; at < match->n_tokens && at < match->end + AFTER; at++)
    {
      int tense = match->tokens[at].first ? 0 : judge (match, at, with_report);

      if (tense != 0)
        return tense;
      if (match->tokens[at].first)
        break;
    }
  return match->leaning;
}
