/* rap-density.c
 *
 * The broken lines. An item over n days adds 1/n to the slope on its first day
 * and takes it away on the day after its last; a running sum of the slopes over
 * the days in order gives the corners. The days are put in order by counting
 * where they lie close together, by sorting where they are far apart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-density.h"

/* A change of slope, in items a day. */
typedef struct
{
  gint64 day;
  double change;
} Edge;

/* Where the line bends: @sum up to the beginning of @day. */
typedef struct
{
  gint64 day;
  double sum;
} Corner;

typedef struct
{
  GArray *corners;   /* (element-type Corner): ascending; empty or at least two */
  guint   total;
} Line;

/**
 * RapDensity:
 * @lines: one a lane, and the last for all
 */
struct _RapDensity
{
  Line  *lines;
  guint  n_lines;
};

/* The days in which an item may lie. */
static void
get_spread (const RapTimelineColumns *columns,
            guint                     item,
            gint64                   *from,
            gint64                   *to)
{
  guint flags = columns->flags[item];

  *from = flags & (RAP_ITEM_START_OPEN | RAP_ITEM_START_UNKNOWN) ? columns->ee[item] : columns->es[item];
  *to = flags & (RAP_ITEM_STOP_OPEN | RAP_ITEM_STOP_UNKNOWN) ? columns->ls[item] : columns->le[item];
}

static int
compare_edges (gconstpointer a,
               gconstpointer b)
{
  const Edge *left = a;
  const Edge *right = b;

  return left->day < right->day ? -1 : left->day > right->day;
}

/* Leaves one edge a day, in order, when the days are few: @span from the first to the last. */
static void
order_by_counting (GArray *edges,
                   gint64  first,
                   gint64  span)
{
  g_autofree double *changes = g_new0 (double, span + 1);
  g_autofree guint8 *used = g_new0 (guint8, span + 1);

  for (guint i = 0; i < edges->len; i++)
    {
      const Edge *edge = &g_array_index (edges, Edge, i);

      changes[edge->day - first] += edge->change;
      used[edge->day - first] = TRUE;
    }
  g_array_set_size (edges, 0);
  for (gint64 i = 0; i <= span; i++)
    if (used[i])
      {
        Edge edge = { first + i, changes[i] };

        g_array_append_val (edges, edge);
      }
}

static void
order_by_sorting (GArray *edges)
{
  guint n = 0;

  g_array_sort (edges, compare_edges);
  for (guint i = 0; i < edges->len; i++)
    {
      Edge edge = g_array_index (edges, Edge, i);

      if (n > 0 && g_array_index (edges, Edge, n - 1).day == edge.day)
        g_array_index (edges, Edge, n - 1).change += edge.change;
      else
        g_array_index (edges, Edge, n++) = edge;
    }
  g_array_set_size (edges, n);
}

static void
order (GArray *edges)
{
  gint64 first = G_MAXINT64;
  gint64 last = G_MININT64;

  for (guint i = 0; i < edges->len; i++)
    {
      first = MIN (first, g_array_index (edges, Edge, i).day);
      last = MAX (last, g_array_index (edges, Edge, i).day);
    }
  if (last - first <= 16 * (gint64) edges->len)
    order_by_counting (edges, first, last - first);
  else
    order_by_sorting (edges);
}

/* @edges becomes ordered; the line ends at @line->total, whatever was lost in adding up. */
static void
draw_line (Line   *line,
           GArray *edges)
{
  double slope = 0.0;
  double sum = 0.0;

  line->corners = g_array_new (FALSE, FALSE, sizeof (Corner));
  if (edges->len == 0)
    return;
  order (edges);
  for (guint i = 0; i < edges->len; i++)
    {
      const Edge *edge = &g_array_index (edges, Edge, i);
      Corner corner;

      if (i > 0)
        sum += slope * (double) (edge->day - edge[-1].day);
      slope += edge->change;
      corner = (Corner) { edge->day, i + 1 == edges->len ? line->total : sum };
      g_array_append_val (line->corners, corner);
    }
}

static void
add_edges (GArray                   *edges,
           const RapTimelineColumns *columns,
           guint                     item)
{
  gint64 from, to;
  Edge rise, fall;

  get_spread (columns, item, &from, &to);
  rise = (Edge) { from, 1.0 / (double) (to - from) };
  fall = (Edge) { to, -rise.change };
  g_array_append_val (edges, rise);
  g_array_append_val (edges, fall);
}

/* The items of each lane behind one another: lane i has @order[@starts[i]] … @order[@starts[i + 1] - 1]. */
static guint32 *
group_by_lane (const RapTimelineColumns *columns,
               guint                     n_lanes,
               guint                    *starts)
{
  guint32 *by_lane = g_new (guint32, MAX (columns->n_items, 1));
  g_autofree guint *next = g_new0 (guint, n_lanes + 1);

  for (guint i = 0; i < columns->n_items; i++)
    next[columns->lane[i] + 1]++;
  for (guint i = 0; i < n_lanes; i++)
    next[i + 1] += next[i];
  for (guint i = 0; i <= n_lanes; i++)
    starts[i] = next[i];
  for (guint i = 0; i < columns->n_items; i++)
    by_lane[next[columns->lane[i]]++] = i;
  return by_lane;
}

static gboolean
is_dated (const RapTimelineColumns *columns,
          guint                     item)
{
  return (columns->flags[item] & RAP_ITEM_UNDATED) == 0;
}

RapDensity *
rap_density_new (RapTimelineItems *items)
{
  RapDensity *self;
  RapTimelineColumns columns;
  guint n_lanes;
  g_autofree guint *starts = NULL;
  g_autofree guint32 *by_lane = NULL;
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (Edge));
  Line *all;

  g_return_val_if_fail (items != NULL, NULL);

  n_lanes = rap_timeline_items_get_n_lanes (items);
  rap_timeline_items_get_columns (items, &columns);
  starts = g_new (guint, n_lanes + 1);
  by_lane = group_by_lane (&columns, n_lanes, starts);
  self = g_new (RapDensity, 1);
  self->n_lines = n_lanes + 1;
  self->lines = g_new0 (Line, self->n_lines);

  for (guint lane = 0; lane < n_lanes; lane++)
    {
      g_array_set_size (edges, 0);
      for (guint i = starts[lane]; i < starts[lane + 1]; i++)
        if (is_dated (&columns, by_lane[i]))
          add_edges (edges, &columns, by_lane[i]);
      self->lines[lane].total = edges->len / 2;
      draw_line (&self->lines[lane], edges);
    }

  g_array_set_size (edges, 0);
  for (guint i = 0; i < columns.n_items; i++)
    if (is_dated (&columns, i) && (i == 0 || columns.event[i] != columns.event[i - 1]))
      add_edges (edges, &columns, i);
  all = &self->lines[n_lanes];
  all->total = edges->len / 2;
  draw_line (all, edges);
  return self;
}

void
rap_density_free (RapDensity *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->n_lines; i++)
    g_array_unref (self->lines[i].corners);
  g_free (self->lines);
  g_free (self);
}

static const Line *
get_line (const RapDensity *self,
          guint             lane)
{
  return &self->lines[lane == RAP_DENSITY_ALL ? self->n_lines - 1 : lane];
}

guint
rap_density_get_total (const RapDensity *self,
                       guint             lane)
{
  g_return_val_if_fail (self != NULL && (lane == RAP_DENSITY_ALL || lane < self->n_lines - 1), 0);

  return get_line (self, lane)->total;
}

/* The first corner after @day, from @begin on. */
static guint
find_corner (const GArray *corners,
             guint         begin,
             gint64        day)
{
  guint end = corners->len;

  while (begin < end)
    {
      guint middle = begin + (end - begin) / 2;

      if (g_array_index (corners, Corner, middle).day <= day)
        begin = middle + 1;
      else
        end = middle;
    }
  return begin;
}

/* The sum up to @fraction of @day; @hint: where to begin looking, and where it was found. */
static double
get_sum (const Line *line,
         gint64      day,
         double      fraction,
         guint      *hint)
{
  const Corner *after;

  *hint = find_corner (line->corners, *hint, day);
  if (*hint == 0)
    return 0.0;
  if (*hint == line->corners->len)
    return line->total;
  after = &g_array_index (line->corners, Corner, *hint);
  return after[-1].sum + (after->sum - after[-1].sum) * ((double) (day - after[-1].day) + fraction)
                         / (double) (after->day - after[-1].day);
}

double
rap_density_get_count (const RapDensity *self,
                       guint             lane,
                       gint64            first,
                       gint64            last)
{
  const Line *line;
  guint hint = 0;
  double before;

  g_return_val_if_fail (self != NULL && (lane == RAP_DENSITY_ALL || lane < self->n_lines - 1), 0.0);

  line = get_line (self, lane);
  if (first >= last || line->total == 0)
    return 0.0;
  before = get_sum (line, first, 0.0, &hint);
  return get_sum (line, last, 0.0, &hint) - before;
}

void
rap_density_get_columns (const RapDensity *self,
                         guint             lane,
                         const RapAxis    *axis,
                         double            step,
                         double           *counts,
                         guint             n)
{
  const Line *line;
  guint hint = 0;
  double before = 0.0;

  g_return_if_fail (self != NULL && (lane == RAP_DENSITY_ALL || lane < self->n_lines - 1));
  g_return_if_fail (axis != NULL && step > 0.0);

  line = get_line (self, lane);
  for (guint i = 0; i <= n; i++)
    {
      double days = axis->fraction + i * step * axis->scale;
      gint64 whole = (gint64) days;
      double sum = line->total == 0 ? 0.0 : get_sum (line, axis->start + whole, days - (double) whole, &hint);

      if (i > 0)
        counts[i - 1] = MAX (sum - before, 0.0);
      before = sum;
    }
}

gboolean
rap_density_get_extent (const RapDensity *self,
                        guint             lane,
                        gint64           *first,
                        gint64           *last)
{
  const Line *line;

  g_return_val_if_fail (self != NULL && (lane == RAP_DENSITY_ALL || lane < self->n_lines - 1), FALSE);

  line = get_line (self, lane);
  if (line->total == 0)
    return FALSE;
  *first = g_array_index (line->corners, Corner, 0).day;
  *last = g_array_index (line->corners, Corner, line->corners->len - 1).day;
  return TRUE;
}
