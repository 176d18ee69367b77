/* rap-timeline-layout.c
 *
 * Where lanes and items lie, and walking from item to item. An item's place is
 * not kept but found again by its beginning: in a row the items ascend in
 * (from, item).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-layout-private.h"

static gboolean
is_number (gint64 day)
{
  return day > RAP_DAY_MIN && day < RAP_DAY_MAX;
}

/* An end without a number is drawn from the nearest number there is. */
gint64
rap_layout_get_from (const RapTimelineLayout *self,
                     guint                    item)
{
  gint64 es = self->columns.es[item];

  if (is_number (es))
    return es;
  return (is_number (self->columns.ee[item]) ? self->columns.ee[item] : self->columns.le[item]) - self->fade;
}

void
rap_layout_get_span (const RapTimelineLayout *self,
                     guint                    item,
                     gint64                  *from,
                     gint64                  *to)
{
  gint64 le = self->columns.le[item];

  *from = rap_layout_get_from (self, item);
  if (!is_number (le))
    le = (is_number (self->columns.ls[item]) ? self->columns.ls[item] : self->columns.es[item]) + self->fade;
  *to = MAX (le, *from + 1);
}

/* The first position of [begin, end), a part of a row, that is not before (@day, @item). */
static guint
find_in_row (const RapTimelineLayout *self,
             guint                    begin,
             guint                    end,
             gint64                   day,
             guint                    item)
{
  while (begin < end)
    {
      guint middle = begin + (end - begin) / 2;
      gint64 other = rap_days_get (&self->from, middle);

      if (other < day || (other == day && self->item[middle] < item))
        begin = middle + 1;
      else
        end = middle;
    }
  return begin;
}

guint
rap_layout_find_position (const RapTimelineLayout *self,
                          guint                    item,
                          guint                   *row)
{
  const RapLayoutLane *lane = &self->lanes[self->columns.lane[item]];
  gint64 day = rap_layout_get_from (self, item);

  for (*row = 0; *row < lane->n_rows; (*row)++)
    {
      RapLayoutRow place = g_array_index (self->rows, RapLayoutRow, lane->first_row + *row);
      guint at = find_in_row (self, place.first, place.first + place.n, day, item);

      if (at < place.first + place.n && self->item[at] == item)
        return at;
    }
  g_assert_not_reached ();
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
  self->n_lanes = rap_timeline_items_get_n_lanes (items);
  self->lanes = g_new0 (RapLayoutLane, self->n_lanes);
  self->rows = g_array_new (FALSE, FALSE, sizeof (RapLayoutRow));
  rap_layout_place_items (self);
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
  rap_days_clear (&self->from);
  rap_days_clear (&self->reach);
  g_free (self->item);
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
  return item < self->columns.n_items && (self->columns.flags[item] & RAP_ITEM_UNDATED) == 0;
}

guint
rap_timeline_layout_get_row (RapTimelineLayout *self,
                             guint              item)
{
  guint row;

  g_return_val_if_fail (self != NULL, RAP_LAYOUT_NO_ITEM);

  if (!is_dated (self, item))
    return RAP_LAYOUT_NO_ITEM;
  rap_layout_find_position (self, item, &row);
  return row;
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
  rap_layout_get_span (self, item, from, to);
  return TRUE;
}

gboolean
rap_timeline_layout_get_extent (RapTimelineLayout *self,
                                gint64            *from,
                                gint64            *to)
{
  g_return_val_if_fail (self != NULL, FALSE);

  *from = self->first_day;
  *to = self->last_day;
  return self->n > 0;
}

/* Of the rows of a lane, the item next before or after @item in the order
 * (from, item). */
static guint
neighbour (RapTimelineLayout *self,
           guint              item,
           int                direction)
{
  const RapLayoutLane *lane = &self->lanes[self->columns.lane[item]];
  gint64 day = rap_layout_get_from (self, item);
  guint best = item;
  gint64 best_day = 0;

  for (guint i = 0; i < lane->n_rows; i++)
    {
      RapLayoutRow row = g_array_index (self->rows, RapLayoutRow, lane->first_row + i);
      guint end = row.first + row.n;
      guint at = find_in_row (self, row.first, end, day, direction > 0 ? item + 1 : item);
      gint64 other;

      if (direction < 0 ? at == row.first : at == end)
        continue;
      at -= direction < 0;
      other = rap_days_get (&self->from, at);
      if (best == item || (direction > 0 ? other < best_day || (other == best_day && self->item[at] < best)
                                         : other > best_day || (other == best_day && self->item[at] > best)))
        {
          best = self->item[at];
          best_day = other;
        }
    }
  return best;
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
      guint at = rap_days_lower_bound (&self->from, row.first, row.first + row.n, day);

      for (guint candidate = at > row.first ? at - 1 : at;
           candidate <= at && candidate < row.first + row.n; candidate++)
        if (ABS (rap_days_get (&self->from, candidate) - day) < distance)
          {
            distance = ABS (rap_days_get (&self->from, candidate) - day);
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
  day = rap_layout_get_from (self, item);
  for (gint64 lane = (gint64) self->columns.lane[item] + direction;
       lane >= 0 && lane < self->n_lanes; lane += direction)
    {
      guint nearest = rap_timeline_layout_get_nearest (self, lane, day);

      if (nearest != RAP_LAYOUT_NO_ITEM)
        return nearest;
    }
  return item;
}
