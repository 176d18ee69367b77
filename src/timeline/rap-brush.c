/* rap-brush.c
 *
 * For each kind of event, the earliest days in order with an implicit tree of
 * the greatest latest days over blocks of them, and the latest days in order.
 * What begins before the end and does not end before the beginning is in the
 * stretch: two binary searches. How many of these are wholly inside follows
 * from the same two orders once those that reach over both ends are counted by
 * walking the tree.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "rap-brush.h"

#define BLOCK 16   /* events a leaf */

/**
 * Order: dated events of one kind
 * @events: index of the event, by position
 * @earliest: by position, ascending
 * @latest: by position
 * @sorted: the latest days, ascending
 * @greatest: the greatest of @latest below each node: a leaf a block from @n_leaves on, the root at 1
 */
typedef struct
{
  guint   n;
  guint   n_undated;
  guint   n_leaves;
  guint  *events;
  gint64 *earliest;
  gint64 *latest;
  gint64 *sorted;
  gint64 *greatest;
} Order;

static const RapKind kinds[] = { RAP_KIND_MEETING, RAP_KIND_ARTICLE };

#define N_ORDERS G_N_ELEMENTS (kinds)

struct _RapBrushIndex
{
  Order orders[N_ORDERS];
};

static int
compare_days (const void *a,
              const void *b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

static void
order_finish (Order *self)
{
  memcpy (self->sorted, self->latest, self->n * sizeof (gint64));
  qsort (self->sorted, self->n, sizeof (gint64), compare_days);

  self->n_leaves = 1;
  while (self->n_leaves * BLOCK < self->n)
    self->n_leaves *= 2;
  self->greatest = g_new (gint64, 2 * self->n_leaves);
  for (guint i = 0; i < 2 * self->n_leaves; i++)
    self->greatest[i] = G_MININT64;
  for (guint i = 0; i < self->n; i++)
    {
      gint64 *leaf = &self->greatest[self->n_leaves + i / BLOCK];

      *leaf = MAX (*leaf, self->latest[i]);
    }
  for (guint i = self->n_leaves; i-- > 1;)
    self->greatest[i] = MAX (self->greatest[2 * i], self->greatest[2 * i + 1]);
}

/* Whether the item is the first of an event of the kind. */
static gboolean
is_event (const RapTimelineColumns *columns,
          guint                     item,
          RapKind                   kind)
{
  return columns->kind[item] == kind && (item == 0 || columns->event[item] != columns->event[item - 1]);
}

static void
order_init (Order                    *self,
            const RapTimelineColumns *columns,
            RapKind                   kind)
{
  guint size = 0;

  for (guint i = 0; i < columns->n_items; i++)
    size += is_event (columns, i, kind);
  size = MAX (size, 1);
  *self = (Order) { .events = g_new (guint, size), .earliest = g_new (gint64, size),
                    .latest = g_new (gint64, size), .sorted = g_new (gint64, size) };
  for (guint i = 0; i < columns->n_items; i++)
    {
      if (!is_event (columns, i, kind))
        continue;
      if (columns->flags[i] & RAP_ITEM_UNDATED)
        {
          self->n_undated++;
          continue;
        }
      self->events[self->n] = columns->event[i];
      self->earliest[self->n] = columns->es[i];
      self->latest[self->n] = columns->le[i];
      self->n++;
    }
  order_finish (self);
}

static void
order_clear (Order *self)
{
  g_free (self->events);
  g_free (self->earliest);
  g_free (self->latest);
  g_free (self->sorted);
  g_free (self->greatest);
}

/* How many of the ascending @days are before @day. */
static guint
count_before (const gint64 *days,
              guint         n,
              gint64        day)
{
  guint begin = 0;

  while (begin < n)
    {
      guint middle = begin + (n - begin) / 2;

      if (days[middle] < day)
        begin = middle + 1;
      else
        n = middle;
    }
  return begin;
}

typedef struct
{
  const Order *order;
  guint        end;      /* positions before it only */
  gint64       after;    /* that end after this day only */
  gint64       first;
  gint64       last;
  RapBrushFunc func;     /* or NULL: only count */
  gpointer     user_data;
  guint        n;
} Walk;

static void
walk_block (Walk  *self,
            guint  begin)
{
  const Order *order = self->order;

  for (guint i = begin; i < MIN (begin + BLOCK, self->end); i++)
    {
      if (order->latest[i] <= self->after)
        continue;
      self->n++;
      if (self->func != NULL)
        self->func (order->events[i], rap_brush_ask (order->earliest[i], order->latest[i], self->first, self->last),
                    self->user_data);
    }
}

/* In the order of positions, below @node, whose @n_blocks begin at position @begin. */
static void
walk (Walk  *self,
      guint  node,
      guint  begin,
      guint  n_blocks)
{
  if (begin >= self->end || self->order->greatest[node] <= self->after)
    return;
  if (n_blocks == 1)
    {
      walk_block (self, begin);
      return;
    }
  walk (self, 2 * node, begin, n_blocks / 2);
  walk (self, 2 * node + 1, begin + n_blocks / 2 * BLOCK, n_blocks / 2);
}

RapBrushIndex *
rap_brush_index_new (RapTimelineItems *items)
{
  RapBrushIndex *self;
  RapTimelineColumns columns;

  g_return_val_if_fail (items != NULL, NULL);

  rap_timeline_items_get_columns (items, &columns);
  self = g_new (RapBrushIndex, 1);
  for (guint i = 0; i < N_ORDERS; i++)
    order_init (&self->orders[i], &columns, kinds[i]);
  return self;
}

void
rap_brush_index_free (RapBrushIndex *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < N_ORDERS; i++)
    order_clear (&self->orders[i]);
  g_free (self);
}

static void
add_counts (const Order    *order,
            gint64          first,
            gint64          last,
            RapBrushCounts *counts)
{
  guint n_in = count_before (order->earliest, order->n, last) - count_before (order->sorted, order->n, first + 1);
  guint n_begun_before = count_before (order->earliest, order->n, first);
  guint n_ended_inside = count_before (order->sorted, order->n, last + 1);
  Walk over = { .order = order, .end = n_begun_before, .after = last };
  guint n_certain;

  walk (&over, 1, 0, order->n_leaves);
  /* ended by the end, less those of them that began before the beginning */
  n_certain = n_ended_inside - (n_begun_before - over.n);
  counts->certain += n_certain;
  counts->possible += n_in - n_certain;
  counts->outside += order->n - n_in;
}

void
rap_brush_index_count (const RapBrushIndex *self,
                       RapKind              kind,
                       gint64               first,
                       gint64               last,
                       RapBrushCounts      *counts)
{
  g_return_if_fail (self != NULL && counts != NULL);

  *counts = (RapBrushCounts) { 0 };
  for (guint i = 0; i < N_ORDERS; i++)
    {
      if (kind != RAP_KIND_PROJECT && kind != kinds[i])
        continue;
      counts->undated += self->orders[i].n_undated;
      if (first < last)
        add_counts (&self->orders[i], first, last, counts);
      else
        counts->outside += self->orders[i].n;
    }
}

void
rap_brush_index_foreach (const RapBrushIndex *self,
                         gint64               first,
                         gint64               last,
                         RapBrushFunc         func,
                         gpointer             user_data)
{
  g_return_if_fail (self != NULL && func != NULL);

  for (guint i = 0; i < N_ORDERS && first < last; i++)
    {
      const Order *order = &self->orders[i];
      Walk found = { order, count_before (order->earliest, order->n, last), first, first, last, func, user_data, 0 };

      walk (&found, 1, 0, order->n_leaves);
    }
}
