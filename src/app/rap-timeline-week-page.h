/* rap-timeline-week-page.h
 *
 * One week of the calendar: seven columns, in each a list of what is known to
 * lie on the day. Left and Right walk the days, Up and Down what lies on them,
 * Enter opens it, D asks for its date. A RapTimelineView.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RAP_TYPE_TIMELINE_WEEK_PAGE (rap_timeline_week_page_get_type ())
G_DECLARE_FINAL_TYPE (RapTimelineWeekPage, rap_timeline_week_page, RAP, TIMELINE_WEEK_PAGE, GtkWidget)

G_END_DECLS
