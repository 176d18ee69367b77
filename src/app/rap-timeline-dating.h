/* rap-timeline-dating.h
 *
 * Dates given by hand in the timeline: an event dragged from a tray onto a day,
 * a meeting dragged from one day to another, a date typed. Each is one step that
 * can be undone. What the date says beyond the day stays: rap-date-move.h.
 *
 * The dock commits, through its actions; views start them:
 *   "timeline.move" (u kind, s id, x day, x grabbed): it happened on @day; of what
 *     took several days @grabbed is the one to be there, RAP_DAY_MIN for the first.
 *   "timeline.date" (u kind, s id): asks for the date.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-timeline-items.h"

G_BEGIN_DECLS

/* What is under a point of @widget, and on which day; FALSE when there is
 * nothing to drag. @day is RAP_DAY_MIN when it lies on none. */
typedef gboolean (*RapTimelinePick)  (GtkWidget        *widget,
                                      double            x,
                                      double            y,
                                      RapTimelineEvent *event,
                                      gint64           *day);
/* The day under a point of @widget. Called while something is dragged over it,
 * with @over FALSE when that is over. */
typedef gboolean (*RapTimelineAim)   (GtkWidget        *widget,
                                      gboolean          over,
                                      double            x,
                                      double            y,
                                      gint64           *day);

/* Lets meetings, and what has no date, be dragged from @widget. */
GtkGesture *rap_timeline_dating_add_source (GtkWidget              *widget,
                                            RapTimelinePick         pick);
/* Lets them be dropped on the days of @widget. */
void        rap_timeline_dating_add_target (GtkWidget              *widget,
                                            RapTimelineAim          aim);
/* Asks for the date of @event. */
void        rap_timeline_dating_ask        (GtkWidget              *widget,
                                            const RapTimelineEvent *event);
/* The actions, for the class of the dock. */
void        rap_timeline_dating_install    (GtkWidgetClass         *dock_class);

G_END_DECLS
