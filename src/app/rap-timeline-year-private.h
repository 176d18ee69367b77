/* rap-timeline-year-private.h
 *
 * The year page's inside, shared by the files that make it: what it keeps, and
 * where things lie.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-timeline-data.h"
#include "rap-timeline-painter.h"
#include "rap-timeline-popover.h"
#include "rap-timeline-proxy.h"
#include "rap-timeline-year-page.h"
#include "rap-year-layout.h"

G_BEGIN_DECLS

struct _RapTimelineYearPage
{
  GtkWidget           parent_instance;
  RapTimelineData    *data;          /* or NULL */
  RapTimelinePainter *painter;
  RapTimelinePopover *popover;
  RapTimelineProxy   *months[12];
  RapYearLayout       layout;
  gint64              day;
  gint64              drop_day;      /* under what is being dragged, or RAP_DAY_MIN */
  double              unit;          /* of the steps, from the fullest day of the year */
  gint64              selected_first;
  gint64              selected_last; /* the days in which the selected event may lie; = @selected_first for none */
  gint64              brush_first;
  gint64              brush_last;    /* = @brush_first for none */
  int                 first_weekday;
};

double rap_year_count         (RapTimelineYearPage *self,
                               gint64               first,
                               gint64               last);
/* "3", "0.4", "12,561" (transfer full) */
char  *rap_year_format        (double               count);
/* The first day of a month, 1 … 12. */
gint64 rap_year_month         (RapTimelineYearPage *self,
                               int                  month);
double rap_year_legend_height (RapTimelineYearPage *self);
/* The left side, in the widget, of something of @width at @x of the layout. */
double rap_year_place         (RapTimelineYearPage *self,
                               double               x,
                               double               width);
void   rap_year_draw          (RapTimelineYearPage *self,
                               GtkSnapshot         *snapshot);

G_END_DECLS
