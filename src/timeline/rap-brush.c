/* rap-brush.c
 *
 * For each kind of event, the earliest days in order with an implicit tree of
 * the greatest latest days over them, and the latest days in order. Counting:
 * what begins before the end and does not end before the beginning is in it,
 * by two binary searches; of these, what begins inside, less what reaches out
 * at the end, and so on, follows from the same two orders once those that reach
 * over both ends are counted by walking the tree.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "rap-brush.h"

/**
 * Order: dated events of one kind, or of both
 * @events: index of the event, by position
 * @earliest: by position, ascending
 * @latest: by position
 * @sorted: the latest days, ascending
 * @greatest: the greatest of @latest below each node: leaves from @n_leaves on, the root at 1
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

enum { BOTH, MEETINGS, ARTICLES, N_ORDERS };

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
  while (self->n_leaves < self->n)
    self->n_leaves *= 2;
  self->greatest = g_new (gint64, 2 * self->n_leaves);
  for (guint i = 0; i < self->n_leaves; i++)
    self->greatest[self->n_leaves + i] = i < self->n ? self->latest[i] : G_MININT64;
  for (guint i = self->n_leaves; i-- > 1;)
    self->greatest[i] = MAX (self->greatest[2 * i], self->greatest[2 * i + 1]);
}

static void
order_init (Order                    *self,
            const RapTimelineColumns *columns,
            int                       kind)
{
  guint size = MAX (columns->n_items, 1);

  *self = (Order) { .events = g_new (guint, size), .earliest = g_new (gint64, size),
                    .latest = g_new (gint64, size), .sorted = g_new (gint64, size) };
  for (guint i = 0; i < columns->n_items; i++)
    {
      if ((i > 0 && columns->event[i] == columns->event[i - 1]) || (kind != 0 && columns->kind[i] != kind))
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

/* In the order of positions, below @node, whose leaves begin at @begin and are @width. */
static void
walk (Walk  *self,
      guint  node,
      guint  begin,
      guint  width)
{
  if (begin >= self->end || self->order->greatest[node] <= self->after)
    return;
  if (width == 1)
    {
      self->n++;
      if (self->func != NULL)
        self->func (self->order->events[begin],
                    rap_brush_ask (self->order->earliest[begin], self->order->latest[begin], self->first, self->last),
                    self->user_data);
      return;
    }
  walk (self, 2 * node, begin, width / 2);
  walk (self, 2 * node + 1, begin + width / 2, width / 2);
}

RapBrushIndex *
rap_brush_index_new (RapTimelineItems *items)
{
  static const int kinds[N_ORDERS] = { 0, RAP_KIND_MEETING, RAP_KIND_ARTICLE };
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

void
rap_brush_index_count (const RapBrushIndex *self,
                       RapKind              kind,
                       gint64               first,
                       gint64               last,
                       RapBrushCounts      *counts)
{
  const Order *order;
  guint n_in, n_begun_before, n_ended_inside;
  Walk over;

  g_return_if_fail (self != NULL && counts != NULL);

  order = &self->orders[kind == RAP_KIND_MEETING ? MEETINGS : kind == RAP_KIND_ARTICLE ? ARTICLES : BOTH];
  *counts = (RapBrushCounts) { .outside = order->n, .undated = order->n_undated };
  if (first >= last)
    return;

  n_in = count_before (order->earliest, order->n, last) - count_before (order->sorted, order->n, first + 1);
  n_begun_before = count_before (order->earliest, order->n, first);
  n_ended_inside = count_before (order->sorted, order->n, last + 1);
  over = (Walk) { .order = order, .end = n_begun_before, .after = last };
  walk (&over, 1, 0, order->n_leaves);

  /* ended by the end, less those of them that began before the beginning */
  counts->certain = n_ended_inside - (n_begun_before - over.n);
  counts->possible = n_in - counts->certain;
  counts->outside = order->n - n_in;
}

void
rap_brush_index_foreach (const RapBrushIndex *self,
                         gint64               first,
                         gint64               last,
                         RapBrushFunc         func,
                         gpointer             user_data)
{
  const Order *order;
  Walk found;

  g_return_if_fail (self != NULL && func != NULL);

  if (first >= last)
    return;
  order = &self->orders[BOTH];
  found = (Walk) { order, count_before (order->earliest, order->n, last), first, first, last, func, user_data, 0 };
  walk (&found, 1, 0, order->n_leaves);
}
