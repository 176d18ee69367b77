/* rap-article-ranges.c
 *
 * Adding sorts and joins; taking out cuts each passage in what is left at
 * either side.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-article-ranges.h"

#include "rap-session.h"

static int
compare_ranges (gconstpointer a,
                gconstpointer b)
{
  return rap_range_compare (*(const RapRange *) a, *(const RapRange *) b);
}

static gboolean
is_joined (const RapArticle *article,
           RapRange          first,
           RapRange          second)
{
  RapRange gap = { first.end, second.start };

  return rap_range_is_empty (gap) || rap_range_is_empty (rap_session_trim_passage (article, gap));
}

GArray *
rap_article_ranges_add (const RapArticle *article,
                        const RapAnchor  *anchor,
                        RapRange          passage)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (RapRange));
  GArray *ranges;

  for (guint i = 0; i < anchor->n_ranges; i++)
    if (rap_range_contains (anchor->ranges[i], passage))
      return NULL;
  g_array_append_vals (all, anchor->ranges, anchor->n_ranges);
  g_array_append_val (all, passage);
  g_array_sort (all, compare_ranges);

  ranges = g_array_new (FALSE, FALSE, sizeof (RapRange));
  for (guint i = 0; i < all->len; i++)
    {
      RapRange range = g_array_index (all, RapRange, i);
      RapRange *last = ranges->len > 0 ? &g_array_index (ranges, RapRange, ranges->len - 1) : NULL;

      if (last != NULL && is_joined (article, *last, range))
        last->end = MAX (last->end, range.end);
      else
        g_array_append_val (ranges, range);
    }
  return ranges;
}

static void
append_trimmed (GArray           *ranges,
                const RapArticle *article,
                RapRange          range)
{
  range = rap_range_is_empty (range) ? range : rap_session_trim_passage (article, range);
  if (!rap_range_is_empty (range))
    g_array_append_val (ranges, range);
}

GArray *
rap_article_ranges_remove (const RapArticle *article,
                           const RapAnchor  *anchor,
                           RapRange          passage)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (RapRange));
  gboolean any = FALSE;

  for (guint i = 0; i < anchor->n_ranges; i++)
    {
      RapRange range = anchor->ranges[i];

      if (!rap_range_overlaps (range, passage))
        {
          g_array_append_val (ranges, range);
          continue;
        }
      any = TRUE;
      append_trimmed (ranges, article, (RapRange) { range.start, MAX (range.start, passage.start) });
      append_trimmed (ranges, article, (RapRange) { MIN (range.end, passage.end), range.end });
    }
  if (!any)
    g_clear_pointer (&ranges, g_array_unref);
  return ranges;
}
