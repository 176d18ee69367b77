/* rap-timeline-sweep.h
 *
 * Shift and a drag across the days of a page of the calendar picks out a
 * stretch of time, as the overview's brush does: Shift and a click one day.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-timeline-view.h"

G_BEGIN_DECLS

/* The day under a point of @page; FALSE where there is none. */
typedef gboolean (*RapTimelineDayAt) (GtkWidget *page,
                                      double     x,
                                      double     y,
                                      gint64    *day);

/* @page emits "brush" while the pointer moves. */
void rap_timeline_sweep_add (RapTimelineView  *page,
                             RapTimelineDayAt  day_at);

G_END_DECLS
