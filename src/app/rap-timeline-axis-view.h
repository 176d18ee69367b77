/* rap-timeline-axis-view.h
 *
 * The timeline along an axis: lanes, rows, marks that show their doubt, ticks
 * above. Pans by dragging, scrolling and Ctrl+arrows, zooms at the pointer by
 * Ctrl+scroll and pinching, and is walked mark by mark with the arrow keys.
 *
 * Signals:
 *   "activated" (guint kind, const char *id): a mark was clicked or walked to
 *     and chosen with Space.
 *   "open" (guint kind, const char *id): double click or Enter.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-timeline-items.h"

G_BEGIN_DECLS

#define RAP_TYPE_TIMELINE_AXIS_VIEW (rap_timeline_axis_view_get_type ())
G_DECLARE_FINAL_TYPE (RapTimelineAxisView, rap_timeline_axis_view, RAP, TIMELINE_AXIS_VIEW, GtkWidget)

/* The window of time stays where it is, unless @fit or there was none. NULL for
 * nothing to show. */
void rap_timeline_axis_view_set_items     (RapTimelineAxisView *self,
                                           RapTimelineItems    *items,
                                           gboolean             fit);
/* Marks the event and brings it into view; @id NULL for none. */
void rap_timeline_axis_view_set_selection (RapTimelineAxisView *self,
                                           RapKind              kind,
                                           const char          *id);
/* @factor > 1 comes closer, around the middle or the focused mark. */
void rap_timeline_axis_view_zoom          (RapTimelineAxisView *self,
                                           double               factor);
void rap_timeline_axis_view_fit           (RapTimelineAxisView *self);
void rap_timeline_axis_view_show_today    (RapTimelineAxisView *self);

G_END_DECLS
