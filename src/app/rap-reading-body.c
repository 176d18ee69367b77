/* rap-reading-body.c
 *
 * Adding keeps the ranges in order and apart; taking out cuts each in what is
 * left at either side.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-reading-body.h"

#include <glib/gi18n.h>

static gboolean
is_blank (const RapArticle *article,
          RapRange          range)
{
  return range.start >= range.end || rap_range_is_empty (rap_session_trim_passage (article, range));
}

/* Whether @a and @b are one when they are both body. */
static gboolean
is_joined (const RapArticle *article,
           RapRange          a,
           RapRange          b)
{
  RapRange first = rap_range_compare (a, b) <= 0 ? a : b;
  RapRange second = rap_range_compare (a, b) <= 0 ? b : a;

  return is_blank (article, (RapRange) { first.end, second.start });
}

GArray *
rap_reading_body_add (const RapArticle *article,
                      RapRange          passage)
{
  GArray *body = g_array_new (FALSE, FALSE, sizeof (RapRange));
  guint n = article->body != NULL ? article->body->len : 0;
  gboolean held = FALSE;
  guint at = 0;

  for (guint i = 0; i < n; i++)
    {
      RapRange range = g_array_index (article->body, RapRange, i);

      held = held || rap_range_contains (range, passage);
      if (is_joined (article, range, passage))
        passage = (RapRange) { MIN (range.start, passage.start), MAX (range.end, passage.end) };
      else
        {
          g_array_append_val (body, range);
          if (range.end <= passage.start)
            at = body->len;
        }
    }
  g_array_insert_val (body, at, passage);
  if (held)
    g_clear_pointer (&body, g_array_unref);
  return body;
}

static void
append_trimmed (GArray           *body,
                const RapArticle *article,
                guint             start,
                guint             end)
{
  RapRange range = { start, MAX (start, end) };

  if (is_blank (article, range))
    return;
  range = rap_session_trim_passage (article, range);
  g_array_append_val (body, range);
}

GArray *
rap_reading_body_remove (const RapArticle *article,
                         RapRange          passage)
{
  GArray *body = g_array_new (FALSE, FALSE, sizeof (RapRange));
  RapRange whole = { 0, rap_text_get_length (article->text) };
  guint n = article->body != NULL ? article->body->len : 0;
  gboolean any = FALSE;

  for (guint i = 0; i < MAX (n, 1); i++)
    {
      RapRange range = n > 0 ? g_array_index (article->body, RapRange, i) : whole;

      if (!rap_range_overlaps (range, passage))
        {
          g_array_append_val (body, range);
          continue;
        }
      any = TRUE;
      append_trimmed (body, article, range.start, MIN (range.end, passage.start));
      append_trimmed (body, article, MAX (range.start, passage.end), range.end);
    }
  if (!any)
    g_clear_pointer (&body, g_array_unref);
  return body;
}

gboolean
rap_reading_body_mark (RapSession  *session,
                       RapArticle  *article,
                       RapRange     passage,
                       gboolean     as_body,
                       GError     **error)
{
  g_autoptr (GArray) body = as_body ? rap_reading_body_add (article, passage)
                                    : rap_reading_body_remove (article, passage);
  g_autoptr (RapEdits) edits = rap_edits_new (as_body ? N_("Mark as body") : N_("Mark as page furniture"));
  g_autoptr (RapRecord) after = NULL;

  if (body == NULL)
    return TRUE;
  if (body->len == 0)
    {
      g_set_error (error, RAP_ERROR, RAP_ERROR_INVALID, "article %s: no body would be left", RAP_RECORD (article)->id);
      return FALSE;
    }
  after = rap_record_copy (RAP_RECORD (article));
  g_clear_pointer (&RAP_ARTICLE (after)->body, g_array_unref);
  RAP_ARTICLE (after)->body = g_steal_pointer (&body);
  rap_edits_replace (edits, RAP_RECORD (article), after);
  return rap_session_commit (session, edits, error);
}
