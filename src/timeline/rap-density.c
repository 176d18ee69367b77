/* rap-density.c
 *
 * The broken lines. An item over n days adds 1/n to the slope on its first day
 * and takes it away on the day after its last; a running sum of the slopes over
 * the days in order gives the corners. Where the days lie close together, the
 * slopes are added up in a table of days; where they are far apart, the edges
 * are sorted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-density.h"

#include <stdlib.h>
#include <string.h>

#include "rap-timeline-sort.h"

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

/* @corners: ascending; none or at least two */
typedef struct
{
  Corner *corners;
  guint   n_corners;
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

/**
 * Tally: the items of one line
 * @items: those of a line, dated
 * @changes, @used: by day from @first on
 */
typedef struct
{
  const RapTimelineColumns *columns;
  const guint32            *items;
  guint                     n;
  gint64                    first;
  gint64                    span;
  double                   *changes;
  guint8                   *used;
  gsize                     room;
} Tally;

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

/* The next corner of a line that is being drawn, @slope and @sum so far. */
static void
add_corner (Line   *line,
            gint64  day,
            double  change,
            double *slope,
            double *sum)
{
  if (line->n_corners > 0)
    *sum += *slope * (double) (day - line->corners[line->n_corners - 1].day);
  *slope += change;
  line->corners[line->n_corners++] = (Corner) { day, *sum };
}

static void
make_room (Tally *tally)
{
  gsize room = (gsize) tally->span + 1;

  if (room > tally->room)
    {
      g_free (tally->changes);
      g_free (tally->used);
      tally->changes = g_new (double, room);
      tally->used = g_new (guint8, room);
      tally->room = room;
    }
  memset (tally->changes, 0, room * sizeof (double));
  memset (tally->used, 0, room);
}

static void
draw_by_days (Tally *tally,
              Line  *line)
{
  guint n = 0;
  double slope = 0.0;
  double sum = 0.0;

  make_room (tally);
  for (guint i = 0; i < tally->n; i++)
    {
      gint64 from, to;
      double change;

      get_spread (tally->columns, tally->items[i], &from, &to);
      change = 1.0 / (double) (to - from);
      tally->changes[from - tally->first] += change;
      tally->changes[to - tally->first] -= change;
      tally->used[from - tally->first] = 1;
      tally->used[to - tally->first] = 1;
    }
  for (gint64 day = 0; day <= tally->span; day++)
    n += tally->used[day];
  line->corners = g_new (Corner, n);
  for (gint64 day = 0; day <= tally->span; day++)
    if (tally->used[day])
      add_corner (line, tally->first + day, tally->changes[day], &slope, &sum);
}

static void
draw_by_edges (Tally *tally,
               Line  *line)
{
  g_autofree Edge *edges = g_new (Edge, 2 * (gsize) tally->n);
  gsize n = 2 * (gsize) tally->n;
  double slope = 0.0;
  double sum = 0.0;
  gsize n_days = 1;

  for (guint i = 0; i < tally->n; i++)
    {
      gint64 from, to;

      get_spread (tally->columns, tally->items[i], &from, &to);
      edges[2 * (gsize) i] = (Edge) { from, 1.0 / (double) (to - from) };
      edges[2 * (gsize) i + 1] = (Edge) { to, -edges[2 * (gsize) i].change };
    }
  qsort (edges, n, sizeof *edges, compare_edges);
  for (gsize i = 1; i < n; i++)
    n_days += edges[i].day != edges[i - 1].day;
  line->corners = g_new (Corner, n_days);
  for (gsize i = 0, end; i < n; i = end)
    {
      double change = 0.0;

      for (end = i; end < n && edges[end].day == edges[i].day; end++)
        change += edges[end].change;
      add_corner (line, edges[i].day, change, &slope, &sum);
    }
}

/* The line ends at its total, whatever was lost in adding up. */
static void
draw_line (Tally *tally,
           Line  *line)
{
  gint64 last = G_MININT64;

  line->total = tally->n;
  if (tally->n == 0)
    return;
  tally->first = G_MAXINT64;
  for (guint i = 0; i < tally->n; i++)
    {
      gint64 from, to;

      get_spread (tally->columns, tally->items[i], &from, &to);
      tally->first = MIN (tally->first, from);
      last = MAX (last, to);
    }
  tally->span = last - tally->first;
  if (tally->span / 32 <= (gint64) tally->n)
    draw_by_days (tally, line);
  else
    draw_by_edges (tally, line);
  line->corners[line->n_corners - 1].sum = line->total;
}

static gboolean
is_dated (const RapTimelineColumns *columns,
          guint                     item)
{
  return (columns->flags[item] & RAP_ITEM_UNDATED) == 0;
}

/* The dated items of each lane behind one another: lane i has
 * @items[@starts[i]] … @items[@starts[i + 1] - 1]. */
static void
group_by_lane (const RapTimelineColumns *columns,
               guint                     n_lanes,
               guint32                  *items,
               guint                    *starts)
{
  g_autofree guint *next = g_new0 (guint, n_lanes + 1);

  for (guint i = 0; i < columns->n_items; i++)
    next[columns->lane[i] + 1] += is_dated (columns, i);
  for (guint i = 0; i < n_lanes; i++)
    next[i + 1] += next[i];
  for (guint i = 0; i <= n_lanes; i++)
    starts[i] = next[i];
  for (guint i = 0; i < columns->n_items; i++)
    if (is_dated (columns, i))
      items[next[columns->lane[i]]++] = i;
}

/* The first item of each dated event. */
static guint
list_events (const RapTimelineColumns *columns,
             guint32                  *items)
{
  guint n = 0;

  for (guint i = 0; i < columns->n_items; i++)
    if (is_dated (columns, i) && (i == 0 || columns->event[i] != columns->event[i - 1]))
      items[n++] = i;
  return n;
}

RapDensity *
rap_density_new (RapTimelineItems *items)
{
  RapDensity *self;
  RapTimelineColumns columns;
  guint n_lanes;
  g_autofree guint *starts = NULL;
  g_autofree guint32 *listed = NULL;
  Tally tally = { .columns = &columns };

  g_return_val_if_fail (items != NULL, NULL);

  n_lanes = rap_timeline_items_get_n_lanes (items);
  rap_timeline_items_get_columns (items, &columns);
  starts = g_new (guint, n_lanes + 1);
  tally.items = listed = rap_bulk_new (guint32, columns.n_items);
  self = g_new (RapDensity, 1);
  self->n_lines = n_lanes + 1;
  self->lines = g_new0 (Line, self->n_lines);

  group_by_lane (&columns, n_lanes, listed, starts);
  for (guint lane = 0; lane < n_lanes; lane++)
    {
      tally.items = listed + starts[lane];
      tally.n = starts[lane + 1] - starts[lane];
      draw_line (&tally, &self->lines[lane]);
    }
  tally.items = listed;
  tally.n = list_events (&columns, listed);
  draw_line (&tally, &self->lines[n_lanes]);
  g_free (tally.changes);
  g_free (tally.used);
  return self;
}

void
rap_density_free (RapDensity *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->n_lines; i++)
    g_free (self->lines[i].corners);
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
find_corner (const Line *line,
             guint       begin,
             gint64      day)
{
  guint end = line->n_corners;

  while (begin < end)
    {
      guint middle = begin + (end - begin) / 2;

      if (line->corners[middle].day <= day)
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

  *hint = find_corner (line, *hint, day);
  if (*hint == 0)
    return 0.0;
  if (*hint == line->n_corners)
    return line->total;
  after = &line->corners[*hint];
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
  *first = line->corners[0].day;
  *last = line->corners[line->n_corners - 1].day;
  return TRUE;
}
