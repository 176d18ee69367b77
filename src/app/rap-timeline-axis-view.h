/* rap-timeline-axis-view.h
 *
 * The timeline along an axis: lanes, rows, marks that show their doubt, ticks
 * above. Pans by dragging, scrolling and Ctrl+arrows, zooms at the pointer by
 * Ctrl+scroll and pinching, and is walked mark by mark with the arrow keys. A
 * mark is dragged to another date, Shift or Ctrl with dragging picks out.
 *
 * A RapTimelineView without pages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-calendar.h"
#include "rap-timeline-choice.h"
#include "rap-timeline-links.h"
#include "rap-timeline-view.h"

G_BEGIN_DECLS

#define RAP_TYPE_TIMELINE_AXIS_VIEW (rap_timeline_axis_view_get_type ())
G_DECLARE_FINAL_TYPE (RapTimelineAxisView, rap_timeline_axis_view, RAP, TIMELINE_AXIS_VIEW, GtkWidget)

/* @factor > 1 comes closer, around the middle or the focused mark. */
void rap_timeline_axis_view_zoom          (RapTimelineAxisView *self,
                                           double               factor);
/* Shows what lies @pixels further right. */
void rap_timeline_axis_view_pan           (RapTimelineAxisView *self,
                                           double               pixels);
void rap_timeline_axis_view_fit           (RapTimelineAxisView *self);
/* The same, and zooming, on a way that the eye can follow, where the user has
 * animations. */
void rap_timeline_axis_view_zoom_smoothly (RapTimelineAxisView *self,
                                           double               factor);
/* [@first, @last) in the middle; equal days: all there is. */
void rap_timeline_axis_view_fit_smoothly  (RapTimelineAxisView *self,
                                           gint64               first,
                                           gint64               last);
/* What is picked out together; shared. */
void rap_timeline_axis_view_set_choice    (RapTimelineAxisView *self,
                                           RapTimelineChoice   *choice);
/* What hangs together with the meetings; shared. */
void rap_timeline_axis_view_set_links     (RapTimelineAxisView *self,
                                           RapTimelineLinks    *links);
/* Whether dates can be changed. */
void rap_timeline_axis_view_set_editable  (RapTimelineAxisView *self,
                                           gboolean             editable);
/* Picks out all in the window of time. */
void rap_timeline_axis_view_choose_all    (RapTimelineAxisView *self);
/* The event that keys act on: where the keyboard was led after the last choice, or what is chosen;
 * FALSE for none. */
gboolean rap_timeline_axis_view_get_focus (RapTimelineAxisView *self,
                                           guint               *event);
/* Leads the keyboard there; FALSE where that has no place on the axis. */
gboolean rap_timeline_axis_view_focus_event (RapTimelineAxisView *self,
                                           guint                event);
/* A second line of ticks; RAP_CALENDAR_NONE for none. */
void rap_timeline_axis_view_set_calendar  (RapTimelineAxisView *self,
                                           RapCalendar          calendar);
/* The first day in the window and the one after the last. */
void rap_timeline_axis_view_get_window    (RapTimelineAxisView *self,
                                           gint64              *first,
                                           gint64              *last);

G_END_DECLS
