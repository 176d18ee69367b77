/* rap-record-complete.c
 *
 * Anchors as documents give them (ranges, or a quote, or both) into anchors
 * that hold everything, proved against the article's text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-record-json.h"

#include <string.h>

#include "rap-anchor-private.h"
#include "rap-record-private.h"

/* FALSE and "claim 3f2a…: content: @what". */
static gboolean
refuse (const RapRecord *record,
        const RapField  *field,
        GError         **error,
        const char      *what)
{
  g_autofree char *name = rap_record_describe (record);

  g_set_error (error, RAP_ERROR, RAP_ERROR_INVALID, "%s: %s: %s", name, field->name, what);
  return FALSE;
}

static const char *
judge_ranges (const RapAnchor *given,
              const RapText   *text)
{
  if (!rap_ranges_are_orderly (given->ranges, given->n_ranges))
    return "the ranges are not ascending, disjoint and none empty";
  if (rap_anchor_get_hull (given).end > rap_text_get_length (text))
    return "the ranges end after the article's text";

  return NULL;
}

/* What was given of quote and context must be what the text says. */
static const char *
judge_quote (const RapAnchor *given,
             const RapAnchor *cut,
             const RapText   *text)
{
  if (*given->exact != '\0' && strcmp (given->exact, cut->exact) != 0)
    return "exact disagrees with the article's text at these ranges";
  if (!rap_anchor_has_context (given, rap_anchor_get_hull (cut), text))
    return "prefix or suffix disagree with the article's text around these ranges";

  return NULL;
}

static RapAnchor *
complete_by_ranges (const RapAnchor *given,
                    const RapText   *text,
                    const char     **fault)
{
  g_autoptr (RapAnchor) cut = NULL;

  *fault = judge_ranges (given, text);
  if (*fault != NULL)
    return NULL;

  cut = rap_anchor_cut (text, given->ranges, given->n_ranges);
  *fault = judge_quote (given, cut, text);
  return *fault == NULL ? g_steal_pointer (&cut) : NULL;
}

static RapAnchor *
complete_by_quote (const RapAnchor *given,
                   const RapText   *text,
                   const char     **fault)
{
  g_autoptr (RapAnchor) found = NULL;
  guint n_best;

  *fault = NULL;
  found = rap_anchor_locate (given, text, NULL, &n_best);
  if (found == NULL)
    *fault = "the quote is not in the article's text";
  else if (n_best > 1)
    *fault = "the quote is in the article's text more than once, and nothing tells the places apart";
  else
    *fault = judge_quote (given, found, text);

  return *fault == NULL ? g_steal_pointer (&found) : NULL;
}

static gboolean
complete_anchor (RapRecord       *record,
                 const RapField  *field,
                 const RapText   *text,
                 GError         **error)
{
  RapAnchor **member = &rap_record_member (record, field, RapAnchor *);
  RapAnchor *given = *member;
  g_autoptr (RapAnchor) full = NULL;
  const char *fault;

  if (given == NULL)
    return TRUE;

  full = given->n_ranges > 0 ? complete_by_ranges (given, text, &fault)
                             : complete_by_quote (given, text, &fault);
  if (full == NULL)
    return refuse (record, field, error, fault);

  rap_set_anchor (member, full);
  return TRUE;
}

gboolean
rap_record_complete (RapRecord      *self,
                     const RapText  *text,
                     GError        **error)
{
  const RapRecordClass *klass;

  g_return_val_if_fail (RAP_IS_RECORD (self), FALSE);
  g_return_val_if_fail (!self->sealed, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  klass = RAP_RECORD_GET_CLASS (self);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      if (klass->fields[i].type == RAP_FIELD_ANCHOR &&
          !complete_anchor (self, &klass->fields[i], text, error))
        return FALSE;
    }

  return TRUE;
}
