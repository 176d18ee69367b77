/* rap-shared-change.c
 *
 * What was changed between two runs of words: what they begin and end with in
 * common is left aside, the rest is compared by the longest common subsequence
 * (Wagner and Fischer, 1974). A single word that happens to stand in both
 * between two longer changes is taken for a coincidence, so that a rewritten
 * passage shows as one change.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-shared-private.h"

#define MOST_CELLS 1000000 /* longer runs count as rewritten */
#define LONG_CHANGE 5      /* words of both texts together */

typedef struct
{
  const RapShingleWord *a, *b; /* the words that are compared */
  guint n_a, n_b;
} Runs;

static inline gboolean
same (const Runs *self,
      guint       i,
      guint       k)
{
  return self->a[i].hash == self->b[k].hash;
}

/* lengths[i][k]: of the longest common subsequence of what follows word i and word k. */
static guint16 *
measure (const Runs *self)
{
  gsize width = self->n_b + 1;
  guint16 *lengths = g_new0 (guint16, (self->n_a + 1) * width);

  for (guint i = self->n_a; i-- > 0;)
    for (guint k = self->n_b; k-- > 0;)
      {
        guint16 *cell = &lengths[i * width + k];

        *cell = same (self, i, k) ? cell[width + 1] + 1 : MAX (cell[width], cell[1]);
      }
  return lengths;
}

static void
add_change (GArray *changes,
            guint   from_a,
            guint   to_a,
            guint   from_b,
            guint   to_b)
{
  RapSharedChange change = { { from_a, to_a }, { from_b, to_b } };

  if (to_a > from_a || to_b > from_b)
    g_array_append_val (changes, change);
}

static void
compare_runs (const Runs *self,
              GArray     *changes)
{
  gsize width = self->n_b + 1;
  g_autofree guint16 *lengths = NULL;
  guint i = 0, k = 0;

  if (self->n_a > G_MAXUINT16 || (guint64) self->n_a * self->n_b > MOST_CELLS)
    {
      add_change (changes, 0, self->n_a, 0, self->n_b);
      return;
    }
  lengths = measure (self);
  while (i < self->n_a || k < self->n_b)
    {
      guint from_a = i, from_b = k;

      while (i < self->n_a && k < self->n_b && !same (self, i, k))
        {
          gboolean skip_a = lengths[(i + 1) * width + k] >= lengths[i * width + k + 1];

          i += skip_a;
          k += !skip_a;
        }
      if (i == self->n_a || k == self->n_b)
        {
          i = self->n_a;
          k = self->n_b;
        }
      add_change (changes, from_a, i, from_b, k);
      while (i < self->n_a && k < self->n_b && same (self, i, k))
        {
          i++;
          k++;
        }
    }
}

static guint
count_words (RapSharedChange change)
{
  return rap_range_length (change.a) + rap_range_length (change.b);
}

/* Joins changes, from @first on, that one word alone keeps apart. */
static void
join_changes (GArray *changes,
              guint   first)
{
  guint n = first;

  for (guint i = first; i < changes->len; i++)
    {
      RapSharedChange change = g_array_index (changes, RapSharedChange, i);
      RapSharedChange *last = n > first ? &g_array_index (changes, RapSharedChange, n - 1) : NULL;

      if (last != NULL && change.a.start == last->a.end + 1 && change.b.start == last->b.end + 1 &&
          count_words (change) + count_words (*last) >= LONG_CHANGE)
        {
          last->a.end = change.a.end;
          last->b.end = change.b.end;
        }
      else
        g_array_index (changes, RapSharedChange, n++) = change;
    }
  g_array_set_size (changes, n);
}

guint
rap_shared_find_changes (const RapSharedSide *a,
                         RapRange             in_a,
                         const RapSharedSide *b,
                         RapRange             in_b,
                         GArray              *changes)
{
  guint kept = rap_range_length (in_a);
  guint first = changes->len;
  Runs runs = { (const RapShingleWord *) a->words->data + in_a.start, (const RapShingleWord *) b->words->data + in_b.start,
                rap_range_length (in_a), rap_range_length (in_b) };

  while (runs.n_a > 0 && runs.n_b > 0 && same (&runs, 0, 0))
    {
      runs.a++;
      runs.b++;
      runs.n_a--;
      runs.n_b--;
    }
  while (runs.n_a > 0 && runs.n_b > 0 && same (&runs, runs.n_a - 1, runs.n_b - 1))
    {
      runs.n_a--;
      runs.n_b--;
    }
  compare_runs (&runs, changes);
  join_changes (changes, first);
  for (guint i = first; i < changes->len; i++)
    {
      RapSharedChange *change = &g_array_index (changes, RapSharedChange, i);
      guint before_a = (guint) (runs.a - (const RapShingleWord *) a->words->data);
      guint before_b = (guint) (runs.b - (const RapShingleWord *) b->words->data);

      kept -= rap_range_length (change->a);
      change->a = (RapRange) { change->a.start + before_a, change->a.end + before_a };
      change->b = (RapRange) { change->b.start + before_b, change->b.end + before_b };
    }
  return kept;
}
