/* rap-timeline-strips.c
 *
 * Lanes in which marks would lie wall to wall: they become strips of a fixed
 * height, whose picture is the expected numbers of rap-density.h. Their marks
 * are cells of a fixed length of time that count the items beginning in them.
 * Whether a lane is a strip follows from its numbers and the resolution, never
 * from the window, so panning changes nothing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-layout-private.h"

#include <math.h>

#define CELL 96.0   /* pixels at the rounded resolution: a cell is half that or more */

static gint64
order_day (const RapTimelineLayout *self,
           guint                    place)
{
  return rap_layout_get_from (self, self->order[place]);
}

/* The first place in [begin, end) of the lane's order that is not before @day. */
static guint
order_lower_bound (const RapTimelineLayout *self,
                   guint                    begin,
                   guint                    end,
                   gint64                   day)
{
  while (begin < end)
    {
      guint middle = begin + (end - begin) / 2;

      if (order_day (self, middle) < day)
        begin = middle + 1;
      else
        end = middle;
    }
  return begin;
}

guint
rap_layout_find_in_order (const RapTimelineLayout *self,
                          guint                    item)
{
  const RapLayoutLane *lane = &self->lanes[self->columns.lane[item]];
  gint64 day = rap_layout_get_from (self, item);
  guint begin = lane->first;
  guint end = lane->first + lane->n;

  while (begin < end)
    {
      guint middle = begin + (end - begin) / 2;
      gint64 other = order_day (self, middle);

      if (other < day || (other == day && self->order[middle] < item))
        begin = middle + 1;
      else
        end = middle;
    }
  return begin;
}

static double
resolution_of (const RapAxis *axis)
{
  return exp2 (ceil (log2 (axis->scale)));
}

static gboolean
is_crowded (const RapDensity *density,
            guint             lane,
            double            resolution)
{
  gint64 first, last;

  if (rap_density_get_total (density, lane) < RAP_STRIP_LEAST || !rap_density_get_extent (density, lane, &first, &last))
    return FALSE;
  return rap_density_get_total (density, lane) * resolution * RAP_STRIP_STEP
         > RAP_STRIP_CROWD * (double) MAX (last - first, 1);
}

gboolean
rap_timeline_layout_set_strips (RapTimelineLayout *self,
                                const RapDensity  *density,
                                const RapAxis     *axis)
{
  gboolean changed = FALSE;

  g_return_val_if_fail (self != NULL && density != NULL && axis->scale > 0.0, FALSE);

  for (guint i = 0; i < self->n_lanes; i++)
    {
      RapLayoutLane *lane = &self->lanes[i];
      gboolean strip = lane->kind != RAP_LANE_ARTICLES && is_crowded (density, i, resolution_of (axis));

      changed = changed || strip != lane->strip;
      lane->strip = strip;
    }
  if (changed)
    rap_timeline_layout_set_heights (self, self->row_height, self->padding);
  return changed;
}

gboolean
rap_timeline_layout_is_strip (RapTimelineLayout *self,
                              guint              lane)
{
  g_return_val_if_fail (self != NULL && lane < self->n_lanes, FALSE);

  return self->lanes[lane].strip;
}

static void
emit_cell (const RapTimelineLayout *self,
           const RapAxis           *axis,
           guint                    lane,
           gint64                   day,
           gint64                   length,
           guint                    begin,
           guint                    end,
           RapMarks                *out)
{
  const RapLayoutLane *place = &self->lanes[lane];
  RapMark mark = {
    .form = RAP_MARK_STRIP, .lane = lane, .position = begin, .item = self->order[begin], .count = end - begin,
    .x0 = rap_axis_get_x (axis, day), .x1 = rap_axis_get_x (axis, day + length),
    .y = place->y + place->height / 2.0,
  };

  g_array_append_val (out->marks, mark);
}

void
rap_layout_cut_strip (const RapTimelineLayout *self,
                      const RapAxis           *axis,
                      guint                    lane,
                      RapMarks                *out)
{
  const RapLayoutLane *place = &self->lanes[lane];
  guint end = place->first + place->n;
  gint64 length = MAX ((gint64) ceil (CELL * resolution_of (axis)), 1);
  gint64 first = rap_axis_get_day (axis, 0.0);
  gint64 last = rap_axis_get_day (axis, axis->width) + 1;
  guint at;

  first -= ((first % length) + length) % length;
  at = order_lower_bound (self, place->first, end, first);
  out->n_before += at - place->first;
  for (gint64 day = first; day < last && at < end; day += length)
    {
      guint next = order_lower_bound (self, at, end, day + length);

      if (next > at)
        emit_cell (self, axis, lane, day, length, at, next, out);
      at = next;
    }
  out->n_after += end - at;
}
