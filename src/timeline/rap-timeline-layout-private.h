/* rap-timeline-layout-private.h
 *
 * What the files of the timeline layout share: the items in row order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-timeline-days.h"
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
 * RapTimelineLayout: dated items by lane, row and beginning. A position is a
 * place in that order; 16 bytes each as long as the days fit into 32 bits
 * @fade: days over which an open end is drawn
 * @from: by position: first day drawn
 * @reach: by position: the greatest day after the last drawn of its row so far
 * @item: by position: index into the items' columns
 * @order: the items by lane and (from, item), whatever their rows
 * @first_day, @last_day: of all that is drawn
 */
struct _RapTimelineLayout
{
  RapTimelineItems   *items;
  RapTimelineColumns  columns;
  guint               n;
  gint64              fade;
  RapDays             from;
  RapDays             reach;
  guint32            *item;
  guint32            *order;
  gint64              first_day;
  gint64              last_day;
  RapLayoutLane      *lanes;
  guint               n_lanes;
  GArray             *rows;         /* RapLayoutRow */
  double              row_height;
  double              padding;
  double              height;
};

/* First and day after the last drawn of a dated item. */
void  rap_layout_get_span      (const RapTimelineLayout *self,
                                guint                    item,
                                gint64                  *from,
                                gint64                  *to);
gint64 rap_layout_get_from     (const RapTimelineLayout *self,
                                guint                    item);
/* The position of a dated item, and its row in its lane. */
guint rap_layout_find_position (const RapTimelineLayout *self,
                                guint                    item,
                                guint                   *row);
/* The place of a dated item in the order. */
guint rap_layout_find_in_order (const RapTimelineLayout *self,
                                guint                    item);
/* The cells of a strip that the window shows. */
void  rap_layout_cut_strip     (const RapTimelineLayout *self,
                                const RapAxis           *axis,
                                guint                    lane,
                                RapMarks                *out);
/* Lanes, order and rows of all items. */
void  rap_layout_place_items   (RapTimelineLayout       *self);

G_END_DECLS
