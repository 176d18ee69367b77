/* rap-timeline-dating.h
 *
 * Dates given by hand in the timeline: an event dragged from a tray onto a day,
 * a meeting dragged from one day to another, a date typed. Each is one step that
 * can be undone. What the date says beyond the day stays: rap-date-move.h.
 *
 * The dock commits, through its actions; views start them:
 *   "timeline.move" (u kind, s id, s date, x grabbed): it happened on this date, as
 *     EDTF; of what took several days @grabbed is the one to be on that day,
 *     RAP_DAY_MIN for the first.
 *   "timeline.date" (u kind, s id): asks for the date.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-timeline-dock.h"
#include "rap-timeline-items.h"

G_BEGIN_DECLS

/* What is under a point of @widget, and on which day; FALSE when there is
 * nothing to drag. @day is RAP_DAY_MIN when it lies on none. */
typedef gboolean (*RapTimelinePick)  (GtkWidget        *widget,
                                      double            x,
                                      double            y,
                                      RapTimelineEvent *event,
                                      gint64           *day);
/* The day, or what a point is wide enough for, under a point of @widget; NULL for none.
 * Called while something is dragged over it, with @over FALSE, for NULL, when that is
 * over. (transfer full) */
typedef RapEdtf *(*RapTimelineAim)   (GtkWidget        *widget,
                                      gboolean          over,
                                      double            x,
                                      double            y);

/* Lets meetings, and what has no date, be dragged from @widget. */
GtkGesture *rap_timeline_dating_add_source (GtkWidget              *widget,
                                            RapTimelinePick         pick);
/* Lets them be dropped on the days of @widget. */
void        rap_timeline_dating_add_target (GtkWidget              *widget,
                                            RapTimelineAim          aim);
/* Asks for the date of @event. */
void        rap_timeline_dating_ask        (GtkWidget              *widget,
                                            const RapTimelineEvent *event);
/* For changes of dates: the record, or NULL after it was said why. (transfer full) */
RapRecord  *rap_timeline_dating_load       (RapTimelineDock        *dock,
                                            RapKind                 kind,
                                            const char             *id);
/* Of a meeting or article; or NULL. Borrowed. */
const RapEdtf *rap_timeline_dating_get_date (RapRecord             *record);
/* Gives it another date, named in the history as a move. */
void        rap_timeline_dating_commit_move (RapTimelineDock       *dock,
                                            RapRecord              *record,
                                            const RapEdtf          *date);
/* The actions, for the class of the dock. */
void        rap_timeline_dating_install    (GtkWidgetClass         *dock_class);

G_END_DECLS
