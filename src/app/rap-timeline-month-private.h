/* rap-timeline-month-private.h
 *
 * The month page's inside, shared by the files that make it: what it keeps, and
 * where things lie, in pixels of the widget.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-month-layout.h"
#include "rap-timeline-month-page.h"
#include "rap-timeline-painter.h"
#include "rap-timeline-popover.h"
#include "rap-timeline-proxy.h"

G_BEGIN_DECLS

struct _RapTimelineMonthPage
{
  GtkWidget           parent_instance;
  RapTimelineItems   *items;
  RapTimelineColumns  columns;
  RapTimelinePainter *painter;
  RapMonthLayout     *layout;      /* NULL when stale */
  RapTimelinePopover *popover;
  gint64              day;
  guint               selected;
  gint64              drop_day;    /* under what is being dragged, or RAP_DAY_MIN */
  gint64              brush_first;
  gint64              brush_last;  /* = @brush_first for none */
  int                 first_weekday;
  RapTimelineProxy   *cells[RAP_MONTH_DAYS];
};

/* Lays the page if that has not been done since the last change. */
void               rap_month_update_layout (RapTimelineMonthPage *self);
void               rap_month_invalidate    (RapTimelineMonthPage *self);
gboolean           rap_month_is_mirrored   (RapTimelineMonthPage *self);
double             rap_month_head_height   (RapTimelineMonthPage *self);
double             rap_month_row_height    (RapTimelineMonthPage *self);
double             rap_month_column_width  (RapTimelineMonthPage *self);
/* The cells shown are those of 4 … 6 weeks. */
guint              rap_month_count_weeks   (RapTimelineMonthPage *self);
double             rap_month_cell_x        (RapTimelineMonthPage *self,
                                            guint                 column);
double             rap_month_cell_y        (RapTimelineMonthPage *self,
                                            guint                 week);
/* What is at a point, or NULL. */
const RapMonthBar *rap_month_find_bar      (RapTimelineMonthPage *self,
                                            double                x,
                                            double                y);
/* The cell at a point, or -1. */
int                rap_month_find_cell     (RapTimelineMonthPage *self,
                                            double                x,
                                            double                y);
void               rap_month_draw          (RapTimelineMonthPage *self,
                                            GtkSnapshot          *snapshot);

G_END_DECLS
