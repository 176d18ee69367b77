/* rap-brush.c
 *
 * For each kind of event, its items in the order of the earliest days, which
 * they have in their columns, with an implicit tree of the greatest latest days
 * over blocks of them, and how many have ended by each day on which any ends.
 * What begins before the end and does not end before the beginning is in the
 * stretch: two binary searches. How many of these are wholly inside follows
 * from the same two orders once those that reach over both ends are counted by
 * walking the tree.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-brush.h"

#include "rap-timeline-sort.h"

#define BLOCK 16   /* events a leaf */

/* @n: how many end on @day or before */
typedef struct
{
  gint64 day;
  guint  n;
} Ended;

/**
 * Order: dated events of one kind; 5 bytes each, and 16 a day on which any ends
 * @items: first item of the event, by position
 * @ended: by day, ascending
 * @greatest: the greatest latest day below each node: a leaf a block from @n_leaves on, the root at 1
 */
typedef struct
{
  const RapTimelineColumns *columns;
  guint    n;
  guint    n_undated;
  guint    n_leaves;
  guint    n_ended;
  guint32 *items;
  Ended   *ended;
  gint64  *greatest;
} Order;

static const RapKind kinds[] = { RAP_KIND_MEETING, RAP_KIND_ARTICLE };

#define N_ORDERS G_N_ELEMENTS (kinds)

struct _RapBrushIndex
{
  RapTimelineItems   *items;
  RapTimelineColumns  columns;
  Order               orders[N_ORDERS];
};

static gint64
get_earliest (const Order *self,
              guint        position)
{
  return self->columns->es[self->items[position]];
}

static gint64
get_latest (const Order *self,
            guint        position)
{
  return self->columns->le[self->items[position]];
}

static void
grow_tree (Order *self)
{
  self->n_leaves = 1;
  while (self->n_leaves * BLOCK < self->n)
    self->n_leaves *= 2;
  self->greatest = g_new (gint64, 2 * self->n_leaves);
  for (guint i = 0; i < 2 * self->n_leaves; i++)
    self->greatest[i] = G_MININT64;
  for (guint i = 0; i < self->n; i++)
    {
      gint64 *leaf = &self->greatest[self->n_leaves + i / BLOCK];

      *leaf = MAX (*leaf, get_latest (self, i));
    }
  for (guint i = self->n_leaves; i-- > 1;)
    self->greatest[i] = MAX (self->greatest[2 * i], self->greatest[2 * i + 1]);
}

/* The latest days in order, as numbers from the first on. (transfer full) */
static guint64 *
sort_latest (const Order *self,
             gint64      *first)
{
  guint64 *keys = rap_bulk_new (guint64, self->n);
  g_autofree guint32 *order = g_new0 (guint32, MAX (self->n, 1));
  guint64 greatest = 0;

  *first = G_MAXINT64;
  for (guint i = 0; i < self->n; i++)
    *first = MIN (*first, get_latest (self, i));
  for (guint i = 0; i < self->n; i++)
    {
      keys[i] = (guint64) (get_latest (self, i) - *first);
      greatest = MAX (greatest, keys[i]);
    }
  rap_sort_by_key (keys, order, self->n, greatest);
  return keys;
}

static void
count_ended (Order *self)
{
  gint64 first;
  g_autofree guint64 *days = sort_latest (self, &first);
  guint n = 0;

  for (guint i = 0; i < self->n; i++)
    n += i == 0 || days[i] != days[i - 1];
  self->ended = g_new (Ended, MAX (n, 1));
  for (guint i = 0; i < self->n; i++)
    {
      if (i == 0 || days[i] != days[i - 1])
        self->ended[self->n_ended++].day = first + (gint64) days[i];
      self->ended[self->n_ended - 1].n = i + 1;
    }
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
  *self = (Order) { .columns = columns };
  for (guint i = 0; i < columns->n_items; i++)
    if (is_event (columns, i, kind))
      {
        self->n_undated += (columns->flags[i] & RAP_ITEM_UNDATED) != 0;
        self->n += (columns->flags[i] & RAP_ITEM_UNDATED) == 0;
      }
  self->items = rap_bulk_new (guint32, self->n);
  self->n = 0;
  for (guint i = 0; i < columns->n_items; i++)
    if (is_event (columns, i, kind) && (columns->flags[i] & RAP_ITEM_UNDATED) == 0)
      self->items[self->n++] = i;
  grow_tree (self);
  count_ended (self);
}

static void
order_clear (Order *self)
{
  g_free (self->items);
  g_free (self->ended);
  g_free (self->greatest);
}

/* How many begin before @day. */
static guint
count_begun (const Order *self,
             gint64       day)
{
  guint begin = 0;
  guint end = self->n;

  while (begin < end)
    {
      guint middle = begin + (end - begin) / 2;

      if (get_earliest (self, middle) < day)
        begin = middle + 1;
      else
        end = middle;
    }
  return begin;
}

/* How many have ended by @day. */
static guint
get_ended (const Order *self,
           gint64       day)
{
  guint begin = 0;
  guint end = self->n_ended;

  while (begin < end)
    {
      guint middle = begin + (end - begin) / 2;

      if (self->ended[middle].day <= day)
        begin = middle + 1;
      else
        end = middle;
    }
  return begin > 0 ? self->ended[begin - 1].n : 0;
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
      if (get_latest (order, i) <= self->after)
        continue;
      self->n++;
      if (self->func != NULL)
        self->func (order->columns->event[order->items[i]],
                    rap_brush_ask (get_earliest (order, i), get_latest (order, i), self->first, self->last),
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

  g_return_val_if_fail (items != NULL, NULL);

  self = g_new (RapBrushIndex, 1);
  self->items = rap_timeline_items_ref (items);
  rap_timeline_items_get_columns (items, &self->columns);
  for (guint i = 0; i < N_ORDERS; i++)
    order_init (&self->orders[i], &self->columns, kinds[i]);
  return self;
}

void
rap_brush_index_free (RapBrushIndex *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < N_ORDERS; i++)
    order_clear (&self->orders[i]);
  rap_timeline_items_unref (self->items);
  g_free (self);
}

static void
add_counts (const Order    *order,
            gint64          first,
            gint64          last,
            RapBrushCounts *counts)
{
  guint n_in = count_begun (order, last) - get_ended (order, first);
  guint n_begun_before = count_begun (order, first);
  guint n_ended_inside = get_ended (order, last);
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
      Walk found = { order, count_begun (order, last), first, first, last, func, user_data, 0 };

      walk (&found, 1, 0, order->n_leaves);
    }
}
