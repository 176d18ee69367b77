/* rap-timeline-layout.c
 *
 * Lanes and rows, and walking from item to item. Each lane hands its items, in
 * the order of their beginnings, to the first row that is free by then. A row
 * counts as taken a little longer than the item lasts: long enough for a label
 * when the lane is sparse, not at all when it is crowded. How long follows from
 * the whole extent, never from the window, which keeps rows stable.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-layout-private.h"

#include <string.h>

/* Shares of the whole extent: an open end, what counts as long in a crowded
 * lane, and the ways to space rows out. */
#define FADE_SHARE 12
#define LONG_SHARE 48

static const struct { int share; guint max_rows; } spacings[] = {
  { 8, 3 },       /* an eighth: a mark and its label */
  { 64, 4 },      /* a mark */
  { 0, RAP_LAYOUT_MAX_ROWS },
};

typedef struct
{
  gint64  from;
  gint64  to;
  guint32 item;
  guint32 row;
} Entry;

guint
rap_layout_lower_bound (const gint64 *days,
                        guint         begin,
                        guint         end,
                        gint64        day)
{
  while (begin < end)
    {
      guint middle = begin + (end - begin) / 2;

      if (days[middle] < day)
        begin = middle + 1;
      else
        end = middle;
    }
  return begin;
}

static gboolean
is_number (gint64 day)
{
  return day > RAP_DAY_MIN && day < RAP_DAY_MAX;
}

/* An end without a number is drawn from the nearest number there is, @fade long. */
static void
span_of (const RapTimelineColumns *columns,
         guint                     item,
         gint64                    fade,
         Entry                    *entry)
{
  gint64 es = columns->es[item];
  gint64 le = columns->le[item];

  entry->from = is_number (es) ? es : (is_number (columns->ee[item]) ? columns->ee[item] : le) - fade;
  entry->to = is_number (le) ? le : (is_number (columns->ls[item]) ? columns->ls[item] : es) + fade;
  entry->to = MAX (entry->to, entry->from + 1);
  entry->item = item;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *left = a;
  const Entry *right = b;

  if (left->from != right->from)
    return left->from < right->from ? -1 : 1;
  return left->item < right->item ? -1 : left->item > right->item;
}

typedef struct
{
  gint64 spacing;
  gint64 ends[RAP_LAYOUT_MAX_ROWS];
  guint  n_rows;
} RowPlan;

/* The first row of [begin, end) that is free by the entry's beginning, or else
 * the one that is free soonest. */
static guint
find_row (const RowPlan *plan,
          const Entry   *entry,
          guint          begin,
          guint          end,
          gboolean      *is_free)
{
  guint soonest = begin;

  for (guint row = begin; row < end; row++)
    {
      *is_free = row >= plan->n_rows || plan->ends[row] <= entry->from;
      if (*is_free)
        return row;
      if (plan->ends[row] < plan->ends[soonest])
        soonest = row;
    }
  return soonest;
}

static void
take_row (RowPlan *plan,
          Entry   *entry,
          guint    row)
{
  for (; plan->n_rows <= row; plan->n_rows++)
    plan->ends[plan->n_rows] = G_MININT64;
  plan->ends[row] = MAX (plan->ends[row], entry->to + plan->spacing);
  entry->row = row;
}

/* FALSE when the entries overlap in more than @max_rows. */
static gboolean
assign_rows (GArray *entries,
             gint64  spacing,
             guint   max_rows,
             guint  *n_rows)
{
  RowPlan plan = { .spacing = spacing };

  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = &g_array_index (entries, Entry, i);
      gboolean is_free;
      guint row = find_row (&plan, entry, 0, max_rows, &is_free);

      if (!is_free)
        return FALSE;
      take_row (&plan, entry, row);
    }
  *n_rows = plan.n_rows;
  return TRUE;
}

static gboolean
is_longer (const GArray *entries,
           guint         index,
           gint64        length)
{
  const Entry *entry = &g_array_index (entries, Entry, index);

  return entry->to - entry->from > length;
}

/* More than there are rows for: long ones share the last rows, so that they do
 * not fold the short ones into themselves at every zoom. */
static guint
share_rows (GArray *entries,
            guint   max_rows,
            gint64  length)
{
  RowPlan plan = { 0 };
  guint n_short = max_rows;
  gboolean is_free;

  for (guint i = 0; i < entries->len && n_short == max_rows; i++)
    if (is_longer (entries, i, length))
      n_short = max_rows - max_rows / 3;
  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = &g_array_index (entries, Entry, i);
      gboolean apart = n_short < max_rows && is_longer (entries, i, length);

      take_row (&plan, entry, find_row (&plan, entry, apart ? n_short : 0, apart ? max_rows : n_short, &is_free));
    }
  return plan.n_rows;
}

static guint
choose_rows (GArray      *entries,
             RapLaneKind  kind,
             gint64       extent)
{
  guint n_rows;

  if (kind == RAP_LANE_ARTICLES)
    return share_rows (entries, 1, 0);
  for (guint i = 0; i < G_N_ELEMENTS (spacings); i++)
    if (assign_rows (entries, spacings[i].share > 0 ? extent / spacings[i].share : 0, spacings[i].max_rows, &n_rows))
      return n_rows;
  return share_rows (entries, RAP_LAYOUT_MAX_ROWS, extent / LONG_SHARE);
}

static void
append_row (RapTimelineLayout *self,
            const GArray      *entries,
            guint              row)
{
  RapLayoutRow added = { .first = self->n };

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);
      guint position = self->n;

      if (entry->row != row)
        continue;
      self->from[position] = entry->from;
      self->to[position] = entry->to;
      self->reach[position] = position > added.first ? MAX (self->reach[position - 1], entry->to) : entry->to;
      self->item[position] = entry->item;
      self->position[entry->item] = position;
      self->n++;
    }
  added.n = self->n - added.first;
  g_array_append_val (self->rows, added);
}

static void
place_lane (RapTimelineLayout *self,
            guint              index,
            GArray            *entries,
            gint64             extent)
{
  RapLayoutLane *lane = &self->lanes[index];
  RapTimelineLane source;

  rap_timeline_items_get_lane (self->items, index, &source);
  g_array_sort (entries, compare_entries);
  lane->kind = source.kind;
  lane->first_row = self->rows->len;
  lane->first = self->n;
  lane->n = entries->len;
  for (guint i = 0; i < entries->len; i++)
    self->order[lane->first + i] = g_array_index (entries, Entry, i).item;
  lane->n_rows = choose_rows (entries, lane->kind, extent);
  for (guint row = 0; row < lane->n_rows; row++)
    append_row (self, entries, row);
}

static void
place_items (RapTimelineLayout *self)
{
  g_autoptr (GPtrArray) lanes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  gint64 first = 0;
  gint64 last = 0;
  gint64 extent, fade;

  rap_timeline_items_get_extent (self->items, &first, &last);
  extent = MAX (last - first, 1);
  fade = MAX (extent / FADE_SHARE, 30);
  for (guint i = 0; i < self->n_lanes; i++)
    g_ptr_array_add (lanes, g_array_new (FALSE, TRUE, sizeof (Entry)));
  for (guint i = 0; i < self->columns.n_items; i++)
    if ((self->columns.flags[i] & RAP_ITEM_UNDATED) == 0)
      {
        Entry entry = { 0 };

        span_of (&self->columns, i, fade, &entry);
        g_array_append_val (g_ptr_array_index (lanes, self->columns.lane[i]), entry);
      }
  for (guint i = 0; i < self->n_lanes; i++)
    place_lane (self, i, g_ptr_array_index (lanes, i), extent);
}

RapTimelineLayout *
rap_timeline_layout_new (RapTimelineItems *items,
                         double            row_height,
                         double            lane_padding)
{
  RapTimelineLayout *self;

  g_return_val_if_fail (items != NULL, NULL);

  self = g_new0 (RapTimelineLayout, 1);
  self->items = rap_timeline_items_ref (items);
  rap_timeline_items_get_columns (items, &self->columns);
  self->from = g_new (gint64, self->columns.n_items);
  self->to = g_new (gint64, self->columns.n_items);
  self->reach = g_new (gint64, self->columns.n_items);
  self->item = g_new (guint32, self->columns.n_items);
  self->position = g_new (guint32, self->columns.n_items);
  self->order = g_new (guint32, self->columns.n_items);
  for (guint i = 0; i < self->columns.n_items; i++)
    self->position[i] = RAP_LAYOUT_NO_ITEM;
  self->n_lanes = rap_timeline_items_get_n_lanes (items);
  self->lanes = g_new0 (RapLayoutLane, self->n_lanes);
  self->rows = g_array_new (FALSE, FALSE, sizeof (RapLayoutRow));
  place_items (self);
  rap_timeline_layout_set_heights (self, row_height, lane_padding);
  return self;
}

void
rap_timeline_layout_set_heights (RapTimelineLayout *self,
                                 double             row_height,
                                 double             lane_padding)
{
  g_return_if_fail (self != NULL);

  self->row_height = row_height;
  self->padding = lane_padding;
  self->height = 0.0;
  for (guint i = 0; i < self->n_lanes; i++)
    {
      RapLayoutLane *lane = &self->lanes[i];

      lane->y = self->height;
      lane->height = (lane->strip ? RAP_STRIP_ROWS : MAX (lane->n_rows, 1)) * row_height + 2 * lane_padding;
      if (lane->kind == RAP_LANE_ARTICLES)
        lane->height = 0.0;
      self->height += lane->height;
    }
}

void
rap_timeline_layout_free (RapTimelineLayout *self)
{
  g_return_if_fail (self != NULL);

  rap_timeline_items_unref (self->items);
  g_free (self->from);
  g_free (self->to);
  g_free (self->reach);
  g_free (self->item);
  g_free (self->position);
  g_free (self->order);
  g_free (self->lanes);
  g_array_unref (self->rows);
  g_free (self);
}

double
rap_timeline_layout_get_height (RapTimelineLayout *self)
{
  g_return_val_if_fail (self != NULL, 0.0);

  return self->height;
}

void
rap_timeline_layout_get_lane (RapTimelineLayout *self,
                              guint              lane,
                              double            *y,
                              double            *height,
                              guint             *n_rows)
{
  g_return_if_fail (self != NULL && lane < self->n_lanes);

  *y = self->lanes[lane].y;
  *height = self->lanes[lane].height;
  *n_rows = self->lanes[lane].n_rows;
}

guint
rap_timeline_layout_get_lane_at (RapTimelineLayout *self,
                                 double             y)
{
  guint begin = 0;
  guint end;

  g_return_val_if_fail (self != NULL, RAP_LAYOUT_NO_ITEM);

  end = self->n_lanes;
  while (begin < end)
    {
      guint middle = begin + (end - begin) / 2;

      if (self->lanes[middle].y + self->lanes[middle].height <= y)
        begin = middle + 1;
      else
        end = middle;
    }
  return begin < self->n_lanes && y >= self->lanes[begin].y ? begin : RAP_LAYOUT_NO_ITEM;
}

static gboolean
is_dated (RapTimelineLayout *self,
          guint              item)
{
  return item < self->columns.n_items && self->position[item] != RAP_LAYOUT_NO_ITEM;
}

guint
rap_timeline_layout_get_row (RapTimelineLayout *self,
                             guint              item)
{
  const RapLayoutLane *lane;

  g_return_val_if_fail (self != NULL, RAP_LAYOUT_NO_ITEM);

  if (!is_dated (self, item))
    return RAP_LAYOUT_NO_ITEM;
  lane = &self->lanes[self->columns.lane[item]];
  for (guint row = lane->n_rows; row-- > 0;)
    if (g_array_index (self->rows, RapLayoutRow, lane->first_row + row).first <= self->position[item])
      return row;
  g_assert_not_reached ();
}

gboolean
rap_timeline_layout_get_span (RapTimelineLayout *self,
                              guint              item,
                              gint64            *from,
                              gint64            *to)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!is_dated (self, item))
    return FALSE;
  *from = self->from[self->position[item]];
  *to = self->to[self->position[item]];
  return TRUE;
}

gboolean
rap_timeline_layout_get_extent (RapTimelineLayout *self,
                                gint64            *from,
                                gint64            *to)
{
  g_return_val_if_fail (self != NULL, FALSE);

  *from = G_MAXINT64;
  *to = G_MININT64;
  for (guint i = 0; i < self->n; i++)
    {
      *from = MIN (*from, self->from[i]);
      *to = MAX (*to, self->to[i]);
    }
  return self->n > 0;
}

/* Of the rows of a lane, the item next before or after (@day, @item) in the
 * order (from, item). */
static guint
neighbour (RapTimelineLayout *self,
           guint              item,
           int                direction)
{
  const RapLayoutLane *lane = &self->lanes[self->columns.lane[item]];
  gint64 day = self->from[self->position[item]];
  Entry best = { 0 };
  gboolean found = FALSE;

  for (guint i = 0; i < lane->n_rows; i++)
    {
      RapLayoutRow row = g_array_index (self->rows, RapLayoutRow, lane->first_row + i);
      guint end = row.first + row.n;
      guint at = rap_layout_lower_bound (self->from, row.first, end, day);
      Entry entry;

      while (at < end && self->from[at] == day
             && (direction > 0 ? self->item[at] <= item : self->item[at] < item))
        at++;
      if (direction < 0 ? at == row.first : at == end)
        continue;
      at -= direction < 0;
      entry = (Entry) { .from = self->from[at], .item = self->item[at] };
      if (!found || compare_entries (&entry, &best) * direction < 0)
        best = entry;
      found = TRUE;
    }
  return found ? best.item : item;
}

guint
rap_timeline_layout_step (RapTimelineLayout *self,
                          guint              item,
                          int                steps)
{
  g_return_val_if_fail (self != NULL, RAP_LAYOUT_NO_ITEM);

  if (!is_dated (self, item))
    return RAP_LAYOUT_NO_ITEM;
  for (; steps != 0; steps += steps > 0 ? -1 : 1)
    item = neighbour (self, item, steps > 0 ? 1 : -1);
  return item;
}

guint
rap_timeline_layout_get_nearest (RapTimelineLayout *self,
                                 guint              lane,
                                 gint64             day)
{
  guint best = RAP_LAYOUT_NO_ITEM;
  gint64 distance = G_MAXINT64;

  g_return_val_if_fail (self != NULL && lane < self->n_lanes, RAP_LAYOUT_NO_ITEM);

  for (guint i = 0; i < self->lanes[lane].n_rows; i++)
    {
      RapLayoutRow row = g_array_index (self->rows, RapLayoutRow, self->lanes[lane].first_row + i);
      guint at = rap_layout_lower_bound (self->from, row.first, row.first + row.n, day);

      for (guint candidate = at > row.first ? at - 1 : at;
           candidate <= at && candidate < row.first + row.n; candidate++)
        if (ABS (self->from[candidate] - day) < distance)
          {
            distance = ABS (self->from[candidate] - day);
            best = self->item[candidate];
          }
    }
  return best;
}

guint
rap_timeline_layout_step_lane (RapTimelineLayout *self,
                               guint              item,
                               int                direction)
{
  gint64 day;

  g_return_val_if_fail (self != NULL, RAP_LAYOUT_NO_ITEM);

  if (!is_dated (self, item))
    return RAP_LAYOUT_NO_ITEM;
  day = self->from[self->position[item]];
  for (gint64 lane = (gint64) self->columns.lane[item] + direction;
       lane >= 0 && lane < self->n_lanes; lane += direction)
    {
      guint nearest = rap_timeline_layout_get_nearest (self, lane, day);

      if (nearest != RAP_LAYOUT_NO_ITEM)
        return nearest;
    }
  return item;
}
