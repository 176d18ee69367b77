/* rap-highlight-lanes.c
 *
 * Highlights sorted by start, with a lane each, and over them a complete
 * binary tree that holds the latest end below each node: a window is answered
 * by going down only where something can still reach into it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-highlight-lanes.h"

/**
 * RapHighlightLanes:
 * @items: (array length=n_items): owned, by start, then longer first, then owner
 * @n_leaves: a power of two, at least @n_items
 * @latest: (array length=2*n_leaves): latest[1] is the root, leaf i is at
 *   n_leaves + i; 0 where there is no item
 */
struct _RapHighlightLanes
{
  RapHighlight *items;
  guint         n_items;
  guint         n_leaves;
  guint        *latest;
};

static int
compare_highlights (gconstpointer a,
                    gconstpointer b)
{
  const RapHighlight *first = a;
  const RapHighlight *second = b;

  if (first->range.start != second->range.start)
    return first->range.start < second->range.start ? -1 : 1;
  if (first->range.end != second->range.end)
    return first->range.end > second->range.end ? -1 : 1;
  if (first->owner != second->owner)
    return first->owner < second->owner ? -1 : 1;
  return (int) first->style - (int) second->style;
}

static guint
take_lane (guint    *ends,
           RapRange  range)
{
  guint lane = 0;

  while (lane + 1 < RAP_HIGHLIGHT_MAX_LANES && ends[lane] > range.start)
    lane++;
  ends[lane] = MAX (ends[lane], range.end);
  return lane;
}

static void
assign_lanes (RapHighlightLanes *self)
{
  guint ends[RAP_HIGHLIGHT_N_TRACKS][RAP_HIGHLIGHT_MAX_LANES] = { 0 };

  for (guint i = 0; i < self->n_items; i++)
    self->items[i].lane = take_lane (ends[rap_highlight_get_track (&self->items[i])],
                                     self->items[i].range);
}

static void
build_tree (RapHighlightLanes *self)
{
  self->n_leaves = 1;
  while (self->n_leaves < self->n_items)
    self->n_leaves *= 2;
  self->latest = g_new0 (guint, 2 * (gsize) self->n_leaves);

  for (guint i = 0; i < self->n_items; i++)
    self->latest[self->n_leaves + i] = self->items[i].range.end;
  for (guint node = self->n_leaves - 1; node >= 1; node--)
    self->latest[node] = MAX (self->latest[2 * node], self->latest[2 * node + 1]);
}

/* The first item that starts at or after @offset. */
static guint
find_start (const RapHighlightLanes *self,
            guint                    offset)
{
  guint low = 0;
  guint high = self->n_items;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->items[middle].range.start < offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

typedef struct
{
  const RapHighlightLanes *lanes;
  RapRange                 window;
  guint                    n_candidates;
  RapHighlightFunc         func;
  gpointer                 user_data;
} Walk;

/* @node covers the items [first, first + width). */
static void
walk_node (const Walk *walk,
           guint       node,
           guint       first,
           guint       width)
{
  if (first >= walk->n_candidates || walk->lanes->latest[node] <= walk->window.start)
    return;
  if (width == 1)
    {
      walk->func (&walk->lanes->items[first], walk->user_data);
      return;
    }
  walk_node (walk, 2 * node, first, width / 2);
  walk_node (walk, 2 * node + 1, first + width / 2, width / 2);
}

RapHighlightLanes *
rap_highlight_lanes_new (const RapHighlight *items,
                         guint               n_items)
{
  RapHighlightLanes *self = g_new0 (RapHighlightLanes, 1);

  self->items = g_new (RapHighlight, MAX (n_items, 1));
  for (guint i = 0; i < n_items; i++)
    if (!rap_range_is_empty (items[i].range))
      self->items[self->n_items++] = items[i];

  qsort (self->items, self->n_items, sizeof (RapHighlight), compare_highlights);
  assign_lanes (self);
  build_tree (self);
  return self;
}

void
rap_highlight_lanes_free (RapHighlightLanes *self)
{
  if (self == NULL)
    return;
  g_free (self->items);
  g_free (self->latest);
  g_free (self);
}

guint
rap_highlight_lanes_get_n (const RapHighlightLanes *self)
{
  return self->n_items;
}

const RapHighlight *
rap_highlight_lanes_get (const RapHighlightLanes *self,
                         guint                    i)
{
  g_return_val_if_fail (i < self->n_items, NULL);

  return &self->items[i];
}

void
rap_highlight_lanes_foreach (const RapHighlightLanes *self,
                             RapRange                 window,
                             RapHighlightFunc         func,
                             gpointer                 user_data)
{
  Walk walk = { self, window, find_start (self, window.end), func, user_data };

  if (!rap_range_is_empty (window))
    walk_node (&walk, 1, 0, self->n_leaves);
}

typedef struct
{
  RapHighlightTrack track;
  guint             n_lanes;
} LaneCount;

static void
count_lane (const RapHighlight *highlight,
            gpointer            user_data)
{
  LaneCount *count = user_data;

  if (rap_highlight_get_track (highlight) == count->track)
    count->n_lanes = MAX (count->n_lanes, highlight->lane + 1);
}

guint
rap_highlight_lanes_count (const RapHighlightLanes *self,
                           RapHighlightTrack        track,
                           RapRange                 window)
{
  LaneCount count = { track, 0 };

  rap_highlight_lanes_foreach (self, window, count_lane, &count);
  return count.n_lanes;
}
