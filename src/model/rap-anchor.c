/* rap-anchor.c
 *
 * Cutting quote and context from a text, proving an anchor against it, and
 * finding a quote again. Places are judged by how much of the stored context
 * surrounds them; the old position only decides between equals.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-anchor.h"
#include "rap-anchor-private.h"

#include <string.h>

/* RapAnchor first, so that the public view is the same pointer. */
typedef struct
{
  RapAnchor       public;
  gatomicrefcount ref_count;
} Anchor;

/* Takes the strings. */
static RapAnchor *
take (const RapRange *ranges,
      guint           n_ranges,
      char           *exact,
      char           *prefix,
      char           *suffix)
{
  Anchor *self = g_new0 (Anchor, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->public.n_ranges = n_ranges;
  self->public.ranges = g_memdup2 (ranges, n_ranges * sizeof (RapRange));
  self->public.exact = exact;
  self->public.prefix = prefix;
  self->public.suffix = suffix;

  return &self->public;
}

static int
compare_ranges (gconstpointer a,
                gconstpointer b)
{
  return rap_range_compare (*(const RapRange *) a, *(const RapRange *) b);
}

/* Those parts of @ranges that are inside @text: sorted, overlapping and touching ones merged. */
static GArray *
tidy_ranges (const RapText  *text,
             const RapRange *ranges,
             guint           n_ranges)
{
  RapRange whole = { 0, rap_text_get_length (text) };
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (RapRange));
  GArray *tidy = g_array_new (FALSE, FALSE, sizeof (RapRange));

  for (guint i = 0; i < n_ranges; i++)
    {
      RapRange range = rap_range_intersect (ranges[i], whole);

      if (!rap_range_is_empty (range))
        g_array_append_val (sorted, range);
    }
  g_array_sort (sorted, compare_ranges);

  for (guint i = 0; i < sorted->len; i++)
    {
      RapRange range = g_array_index (sorted, RapRange, i);
      RapRange *last = tidy->len > 0 ? &g_array_index (tidy, RapRange, tidy->len - 1) : NULL;

      if (last != NULL && range.start <= last->end)
        last->end = MAX (last->end, range.end);
      else
        g_array_append_val (tidy, range);
    }

  return tidy;
}

static char *
cut_exact (const RapText  *text,
           const RapRange *ranges,
           guint           n_ranges)
{
  GString *exact = g_string_new (NULL);

  for (guint i = 0; i < n_ranges; i++)
    {
      g_autofree char *passage = rap_text_slice (text, ranges[i]);

      if (i > 0)
        g_string_append (exact, RAP_ANCHOR_JOIN);
      g_string_append (exact, passage);
    }

  return g_string_free (exact, FALSE);
}

gboolean
rap_ranges_are_orderly (const RapRange *ranges,
                        guint           n_ranges)
{
  for (guint i = 0; i < n_ranges; i++)
    {
      if (rap_range_is_empty (ranges[i]) || (i > 0 && ranges[i].start < ranges[i - 1].end))
        return FALSE;
    }

  return n_ranges > 0;
}

RapAnchor *
rap_anchor_cut (const RapText  *text,
                const RapRange *ranges,
                guint           n_ranges)
{
  guint start = ranges[0].start;
  guint end = ranges[n_ranges - 1].end;
  RapRange before = { start > RAP_ANCHOR_CONTEXT ? start - RAP_ANCHOR_CONTEXT : 0, start };
  RapRange after = { end, end + RAP_ANCHOR_CONTEXT };

  return take (ranges, n_ranges,
               cut_exact (text, ranges, n_ranges),
               rap_text_slice (text, before),
               rap_text_slice (text, after));
}

RapAnchor *
rap_anchor_new (const RapText  *text,
                const RapRange *ranges,
                guint           n_ranges)
{
  g_autoptr (GArray) tidy = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (ranges != NULL || n_ranges == 0, NULL);

  tidy = tidy_ranges (text, ranges, n_ranges);
  if (tidy->len == 0)
    return NULL;

  return rap_anchor_cut (text, (const RapRange *) (gpointer) tidy->data, tidy->len);
}

RapAnchor *
rap_anchor_new_raw (const RapRange *ranges,
                    guint           n_ranges,
                    const char     *exact,
                    const char     *prefix,
                    const char     *suffix)
{
  g_return_val_if_fail (ranges != NULL || n_ranges == 0, NULL);

  return take (ranges, n_ranges,
               g_strdup (exact != NULL ? exact : ""),
               g_strdup (prefix != NULL ? prefix : ""),
               g_strdup (suffix != NULL ? suffix : ""));
}

RapAnchor *
rap_anchor_ref (const RapAnchor *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&((Anchor *) self)->ref_count);
  return (RapAnchor *) self;
}

void
rap_anchor_unref (RapAnchor *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&((Anchor *) self)->ref_count))
    return;

  g_free (self->ranges);
  g_free (self->exact);
  g_free (self->prefix);
  g_free (self->suffix);
  g_free (self);
}

gboolean
rap_anchor_equal (const RapAnchor *a,
                  const RapAnchor *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL || a->n_ranges != b->n_ranges)
    return FALSE;

  for (guint i = 0; i < a->n_ranges; i++)
    {
      if (!rap_range_equal (a->ranges[i], b->ranges[i]))
        return FALSE;
    }

  return strcmp (a->exact, b->exact) == 0 &&
         strcmp (a->prefix, b->prefix) == 0 &&
         strcmp (a->suffix, b->suffix) == 0;
}

RapRange
rap_anchor_get_hull (const RapAnchor *self)
{
  RapRange hull = { 0, 0 };

  g_return_val_if_fail (self != NULL, hull);

  if (self->n_ranges > 0)
    {
      hull.start = self->ranges[0].start;
      hull.end = self->ranges[self->n_ranges - 1].end;
    }

  return hull;
}

RapAnchorState
rap_anchor_verify (const RapAnchor *self,
                   const RapText   *text)
{
  g_autofree char *exact = NULL;

  g_return_val_if_fail (self != NULL, RAP_ANCHOR_DOUBTFUL);
  g_return_val_if_fail (text != NULL, RAP_ANCHOR_DOUBTFUL);

  if (!rap_ranges_are_orderly (self->ranges, self->n_ranges) ||
      rap_anchor_get_hull (self).end > rap_text_get_length (text))
    return RAP_ANCHOR_DOUBTFUL;

  exact = cut_exact (text, self->ranges, self->n_ranges);
  return strcmp (exact, self->exact) == 0 ? RAP_ANCHOR_VERIFIED : RAP_ANCHOR_DOUBTFUL;
}

RapAnchor *
rap_anchor_find (const RapAnchor *self,
                 const RapText   *text,
                 double          *score)
{
  guint n_best;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  return rap_anchor_locate (self, text, score, &n_best);
}
