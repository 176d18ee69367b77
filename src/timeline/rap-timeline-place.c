/* rap-timeline-place.c
 *
 * Which row of its lane an item lies in. Each lane hands its items, in the order
 * of their beginnings, to the first row that is free by then. A row counts as
 * taken a little longer than the item lasts: long enough for a label when the
 * lane is sparse, not at all when it is crowded. How long follows from the whole
 * extent, never from the window, which keeps rows stable.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-layout-private.h"

#include "rap-timeline-sort.h"

/* Shares of the whole extent: an open end, what counts as long in a crowded
 * lane, and the ways to space rows out. */
#define FADE_SHARE 12
#define LONG_SHARE 48

static const struct { int share; guint max_rows; } spacings[] = {
  { 8, 3 },       /* an eighth: a mark and its label */
  { 64, 4 },      /* a mark */
  { 0, RAP_LAYOUT_MAX_ROWS },
};

/**
 * Lane: the items of one lane in the order (from, item), while they are placed
 * @from: by place: first day drawn
 * @to: by place: day after the last drawn
 * @row: by place
 * @keys: to sort with
 */
typedef struct
{
  guint    n;
  gint64  *from;
  gint64  *to;
  guint8  *row;
  guint64 *keys;
} Lane;

typedef struct
{
  gint64 spacing;
  gint64 ends[RAP_LAYOUT_MAX_ROWS];
  guint  n_rows;
} RowPlan;

/* The first row of [begin, end) that is free by @from, or else the one that is
 * free soonest. */
static guint
find_row (const RowPlan *plan,
          gint64         from,
          guint          begin,
          guint          end,
          gboolean      *is_free)
{
  guint soonest = begin;

  for (guint row = begin; row < end; row++)
    {
      *is_free = row >= plan->n_rows || plan->ends[row] <= from;
      if (*is_free)
        return row;
      if (plan->ends[row] < plan->ends[soonest])
        soonest = row;
    }
  return soonest;
}

static void
take_row (RowPlan *plan,
          Lane    *lane,
          guint    place,
          guint    row)
{
  for (; plan->n_rows <= row; plan->n_rows++)
    plan->ends[plan->n_rows] = G_MININT64;
  plan->ends[row] = MAX (plan->ends[row], lane->to[place] + plan->spacing);
  lane->row[place] = row;
}

/* FALSE when the items overlap in more than @max_rows. */
static gboolean
assign_rows (Lane   *lane,
             gint64  spacing,
             guint   max_rows,
             guint  *n_rows)
{
  RowPlan plan = { .spacing = spacing };

  for (guint i = 0; i < lane->n; i++)
    {
      gboolean is_free;
      guint row = find_row (&plan, lane->from[i], 0, max_rows, &is_free);

      if (!is_free)
        return FALSE;
      take_row (&plan, lane, i, row);
    }
  *n_rows = plan.n_rows;
  return TRUE;
}

static gboolean
is_longer (const Lane *lane,
           guint       place,
           gint64      length)
{
  return lane->to[place] - lane->from[place] > length;
}

/* More than there are rows for: long ones share the last rows, so that they do
 * not fold the short ones into themselves at every zoom. */
static guint
share_rows (Lane   *lane,
            guint   max_rows,
            gint64  length)
{
  RowPlan plan = { 0 };
  guint n_short = max_rows;
  gboolean is_free;

  for (guint i = 0; i < lane->n && n_short == max_rows; i++)
    if (is_longer (lane, i, length))
      n_short = max_rows - max_rows / 3;
  for (guint i = 0; i < lane->n; i++)
    {
      gboolean apart = n_short < max_rows && is_longer (lane, i, length);

      take_row (&plan, lane, i,
                find_row (&plan, lane->from[i], apart ? n_short : 0, apart ? max_rows : n_short, &is_free));
    }
  return plan.n_rows;
}

static guint
choose_rows (Lane        *lane,
             RapLaneKind  kind,
             gint64       extent)
{
  guint n_rows;

  if (kind == RAP_LANE_ARTICLES)
    return share_rows (lane, 1, 0);
  for (guint i = 0; i < G_N_ELEMENTS (spacings); i++)
    if (assign_rows (lane, spacings[i].share > 0 ? extent / spacings[i].share : 0, spacings[i].max_rows, &n_rows))
      return n_rows;
  return share_rows (lane, RAP_LAYOUT_MAX_ROWS, extent / LONG_SHARE);
}

/* The items of each lane behind one another, each lane's in ascending order. */
static void
group_by_lane (RapTimelineLayout *self)
{
  g_autofree guint *next = g_new0 (guint, self->n_lanes + 1);

  for (guint i = 0; i < self->columns.n_items; i++)
    if ((self->columns.flags[i] & RAP_ITEM_UNDATED) == 0)
      next[self->columns.lane[i] + 1]++;
  for (guint i = 0; i < self->n_lanes; i++)
    {
      self->lanes[i].n = next[i + 1];
      next[i + 1] += next[i];
      self->lanes[i].first = next[i];
    }
  self->n = next[self->n_lanes];
  self->order = rap_bulk_new (guint32, self->n);
  for (guint i = 0; i < self->columns.n_items; i++)
    if ((self->columns.flags[i] & RAP_ITEM_UNDATED) == 0)
      self->order[next[self->columns.lane[i]]++] = i;
}

/* The first and the last day drawn, so that all days fit into their columns. */
static void
measure_days (RapTimelineLayout *self)
{
  self->first_day = G_MAXINT64;
  self->last_day = G_MININT64;
  for (guint i = 0; i < self->n; i++)
    {
      gint64 from, to;

      rap_layout_get_span (self, self->order[i], &from, &to);
      self->first_day = MIN (self->first_day, from);
      self->last_day = MAX (self->last_day, to);
    }
  if (self->n == 0)
    self->first_day = self->last_day = 0;
}

/* Items come by (earliest, latest, id): only open beginnings are out of order. */
static void
order_lane (RapTimelineLayout *self,
            RapLayoutLane     *lane,
            Lane              *work)
{
  guint32 *order = self->order + lane->first;

  work->n = lane->n;
  for (guint i = 0; i < lane->n; i++)
    work->keys[i] = (guint64) (rap_layout_get_from (self, order[i]) - self->first_day);
  rap_sort_by_key (work->keys, order, lane->n, (guint64) (self->last_day - self->first_day));
  for (guint i = 0; i < lane->n; i++)
    rap_layout_get_span (self, order[i], &work->from[i], &work->to[i]);
}

/* The lane's items to their rows, which begin at @at. */
static void
fill_rows (RapTimelineLayout   *self,
           const RapLayoutLane *lane,
           const Lane          *work)
{
  RapLayoutRow rows[RAP_LAYOUT_MAX_ROWS] = { 0 };
  gint64 reach[RAP_LAYOUT_MAX_ROWS];
  guint at = lane->first;

  for (guint i = 0; i < work->n; i++)
    rows[work->row[i]].n++;
  for (guint row = 0; row < lane->n_rows; row++)
    {
      rows[row].first = at;
      at += rows[row].n;
      reach[row] = G_MININT64;
      g_array_append_val (self->rows, rows[row]);
    }
  for (guint i = 0; i < work->n; i++)
    {
      guint row = work->row[i];
      guint position = rows[row].first++;

      reach[row] = MAX (reach[row], work->to[i]);
      rap_days_set (&self->from, position, work->from[i]);
      rap_days_set (&self->reach, position, reach[row]);
      self->item[position] = self->order[lane->first + i];
    }
}

static void
place_lanes (RapTimelineLayout *self,
             Lane              *work,
             gint64             extent)
{
  for (guint i = 0; i < self->n_lanes; i++)
    {
      RapLayoutLane *lane = &self->lanes[i];
      RapTimelineLane source;

      rap_timeline_items_get_lane (self->items, i, &source);
      lane->kind = source.kind;
      lane->first_row = self->rows->len;
      order_lane (self, lane, work);
      lane->n_rows = choose_rows (work, lane->kind, extent);
      fill_rows (self, lane, work);
    }
}

void
rap_layout_place_items (RapTimelineLayout *self)
{
  gint64 first = 0;
  gint64 last = 0;
  gint64 extent;
  guint longest = 1;
  Lane work;

  rap_timeline_items_get_extent (self->items, &first, &last);
  extent = MAX (last - first, 1);
  self->fade = MAX (extent / FADE_SHARE, 30);
  group_by_lane (self);
  measure_days (self);
  rap_days_init (&self->from, self->n, self->first_day, self->last_day);
  rap_days_init (&self->reach, self->n, self->first_day, self->last_day);
  self->item = rap_bulk_new (guint32, self->n);
  for (guint i = 0; i < self->n_lanes; i++)
    longest = MAX (longest, self->lanes[i].n);
  work = (Lane) { 0, rap_bulk_new (gint64, longest), rap_bulk_new (gint64, longest), rap_bulk_new (guint8, longest),
                  rap_bulk_new (guint64, longest) };
  place_lanes (self, &work, extent);
  g_free (work.from);
  g_free (work.to);
  g_free (work.row);
  g_free (work.keys);
}
