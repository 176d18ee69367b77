/* rap-timeline-layout-private.h
 *
 * What the files of the timeline layout share: the items in row order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-timeline-layout.h"

G_BEGIN_DECLS

/* A row: the positions @first … @first + @n - 1, ascending in @from. */
typedef struct
{
  guint first;
  guint n;
} RapLayoutRow;

typedef struct
{
  RapLaneKind kind;
  double      y;
  double      height;
  guint       first_row;
  guint       n_rows;
  guint       first;        /* of its items in the order */
  guint       n;
  gboolean    strip;
} RapLayoutLane;

/**
 * RapTimelineLayout: dated items by lane, row and beginning
 * @from: by position: first day drawn
 * @to: by position: day after the last drawn
 * @reach: by position: the greatest @to of its row so far
 * @item: by position: index into the items' columns
 * @order: the items by lane and (from, item), whatever their rows
 * @position: by item; RAP_LAYOUT_NO_ITEM when undated
 */
struct _RapTimelineLayout
{
  RapTimelineItems   *items;
  RapTimelineColumns  columns;
  guint               n;
  gint64             *from;
  gint64             *to;
  gint64             *reach;
  guint32            *item;
  guint32            *position;
  guint32            *order;
  RapLayoutLane      *lanes;
  guint               n_lanes;
  GArray             *rows;         /* RapLayoutRow */
  double              row_height;
  double              padding;
  double              height;
};

/* The first position in [begin, end) whose day in @days is not before @day. */
guint rap_layout_lower_bound (const gint64 *days,
                              guint         begin,
                              guint         end,
                              gint64        day);
/* The place of a dated item in the order. */
guint rap_layout_find_in_order (const RapTimelineLayout *self,
                                guint                    item);
/* The cells of a strip that the window shows. */
void  rap_layout_cut_strip     (const RapTimelineLayout *self,
                                const RapAxis           *axis,
                                guint                    lane,
                                RapMarks                *out);

G_END_DECLS
