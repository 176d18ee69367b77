/* rap-timeline-overview.h
 *
 * A strip of the whole extent of time under the timeline: expected numbers, what
 * the axis shows of it, and the brush, a stretch that can be drawn, moved, made
 * longer and shorter at its ends, and taken to the whole by a double click. The
 * ends are two sliders for the keyboard and for those who do not see them.
 *
 * Signals:
 *   "brush" (gint64 first, gint64 last): [first, last) is picked out; equal = none.
 *   "day" (gint64 day): a click: show it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-timeline-data.h"

G_BEGIN_DECLS

#define RAP_TYPE_TIMELINE_OVERVIEW (rap_timeline_overview_get_type ())
G_DECLARE_FINAL_TYPE (RapTimelineOverview, rap_timeline_overview, RAP, TIMELINE_OVERVIEW, GtkWidget)

/* NULL for nothing to show. */
void rap_timeline_overview_set_data   (RapTimelineOverview *self,
                                       RapTimelineData     *data);
/* Emits nothing. */
void rap_timeline_overview_set_brush  (RapTimelineOverview *self,
                                       gint64               first,
                                       gint64               last);
/* What the axis shows; equal = nothing. */
void rap_timeline_overview_set_window (RapTimelineOverview *self,
                                       gint64               first,
                                       gint64               last);

G_END_DECLS
