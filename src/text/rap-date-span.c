/* rap-date-span.c
 *
 * Phrases around phrases: "on Monday", "since 2015", "between March and May
 * 2019", "before the 1990s". Only for a whole phrase; in running text the dates
 * in them are found one by one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "rap-date-private.h"

/* Where a date begins and ends in EDTF: the sides of an interval, or itself twice. */
static char *
get_side (const RapEdtf *edtf,
          gboolean       start)
{
  const char *slash = strchr (edtf->text, '/');

  if (slash != NULL)
    return start ? g_strndup (edtf->text, slash - edtf->text) : g_strdup (slash + 1);
  if (edtf->set == RAP_EDTF_NO_SET)
    return g_strdup (edtf->text);
  return start ? rap_edtf_get_earliest (edtf) : rap_edtf_get_latest (edtf);
}

static RapEdtf *
make_span (RapDateSpan    kind,
           const RapEdtf *edtf)
{
  g_autofree char *start = get_side (edtf, TRUE);
  g_autofree char *stop = get_side (edtf, FALSE);
  g_autoptr (GString) text = g_string_new (NULL);

  if (start == NULL || stop == NULL)
    return NULL;
  switch (kind)
    {
    case RAP_DATE_SPAN_AT:
      return rap_edtf_ref (edtf);
    case RAP_DATE_SPAN_SINCE:
      g_string_printf (text, "%s/..", start);
      break;
    case RAP_DATE_SPAN_UNTIL:
      g_string_printf (text, "../%s", stop);
      break;
    case RAP_DATE_SPAN_BY:
      g_string_printf (text, "[..%s]", stop);
      break;
    case RAP_DATE_SPAN_BEFORE:
      g_string_append (text, "[..");
      rap_date_put_day (text, edtf->es - 1);
      g_string_append_c (text, ']');
      break;
    case RAP_DATE_SPAN_AFTER:
      g_string_append_c (text, '[');
      rap_date_put_day (text, edtf->le);
      g_string_append (text, "..]");
      break;
    default:
      return NULL;
    }
  return rap_edtf_parse (text->str, NULL);
}

static const char *
skip_space (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;
  return text;
}

/* What follows @word at the beginning of @text, or NULL. */
static const char *
skip_word (const char *text,
           const char *word)
{
  gsize length = strlen (word);

  if (g_ascii_strncasecmp (text, word, length) != 0 || !g_ascii_isspace (text[length]))
    return NULL;
  return skip_space (text + length);
}

/* The row whose word @text begins with; *@rest is what follows. */
static const RapDateLeading *
find_leading (const RapDateGrammar *grammar,
              const char           *text,
              const char          **rest)
{
  for (const RapDateLeading *row = rap_date_grammar_get_leading (grammar); row->word != NULL; row++)
    if ((*rest = skip_word (text, row->word)) != NULL)
      return row;
  return NULL;
}

/* "from A to B": the text is cut at a joint where both sides are dates. The year
 * of B is also that of A when A has none. */
static gboolean
read_range (const char           *text,
            const RapDateLeading *row,
            const RapDateContext *context,
            RapDateHit           *hit)
{
  g_autofree char *joint = g_strdup_printf (" %s ", row->joint);
  const char *at = strstr (text, joint);
  g_autofree char *left = at != NULL ? g_strndup (text, at - text) : NULL;
  g_autofree char *start = NULL;
  g_autofree char *stop = NULL;
  g_autofree char *both = NULL;
  g_autofree char *dated = NULL;
  RapDateHit a = { 0 }, b = { 0 };
  gint64 year;
  int month, day;

  if (at == NULL || !rap_date_phrase_read (at + strlen (joint), context, 0, &b, NULL))
    return FALSE;
  rap_day_to_ymd (b.edtf->le - 1, &year, &month, &day);
  dated = g_strdup_printf ("%s %04d", left, (int) CLAMP (year, 0, 9999));
  if (rap_date_phrase_read (b.anchor == RAP_DATE_ANCHOR_NONE ? dated : left, context, 0, &a, NULL) ||
      rap_date_phrase_read (left, context, 0, &a, NULL))
    {
      start = get_side (a.edtf, TRUE);
      stop = get_side (b.edtf, FALSE);
      both = start != NULL && stop != NULL ? g_strdup_printf ("%s/%s", start, stop) : NULL;
      hit->edtf = both != NULL ? rap_edtf_parse (both, NULL) : NULL;
      hit->rule = row->rule;
      hit->anchor = a.anchor != RAP_DATE_ANCHOR_NONE ? a.anchor : b.anchor;
    }
  rap_date_hit_clear (&a);
  rap_date_hit_clear (&b);
  return hit->edtf != NULL;
}

static gboolean
read_leading (const char           *text,
              const RapDateLeading *row,
              const RapDateContext *context,
              RapDateHit           *hit,
              GError              **error)
{
  RapDateHit inner = { 0 };
  int leaning = row->span == RAP_DATE_SPAN_BY || row->span == RAP_DATE_SPAN_UNTIL ? 1 : 0;

  if (!rap_date_phrase_read (text, context, leaning, &inner, error))
    return FALSE;
  hit->edtf = make_span (row->span, inner.edtf);
  hit->rule = row->span == RAP_DATE_SPAN_AT ? inner.rule : row->rule;
  hit->anchor = inner.anchor;
  rap_date_hit_clear (&inner);
  return hit->edtf != NULL;
}

gboolean
rap_date_span_read (const RapDateGrammar *grammar,
                    const char           *phrase,
                    const RapDateContext *context,
                    RapDateHit           *hit,
                    GError              **error)
{
  const char *rest;
  const RapDateLeading *row = find_leading (grammar, skip_space (phrase), &rest);

  for (; row != NULL && row->joint != NULL; row++)
    {
      const char *after = row->word != NULL ? skip_word (skip_space (phrase), row->word) : NULL;

      if (after == NULL)
        break;
      if (read_range (after, row, context, hit))
        return TRUE;
    }
  if (row == NULL || row->word == NULL || row->joint != NULL || (rest = skip_word (skip_space (phrase), row->word)) == NULL)
    return FALSE;
  return read_leading (rest, row, context, hit, error);
}
