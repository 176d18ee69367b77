/* rap-timeline-month-page.h
 *
 * One month as a calendar page: what is known to the day lies on its days.
 * The arrow keys move a day cursor, Enter opens what is on the day.
 *
 * A RapTimelineView.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-timeline-view.h"

G_BEGIN_DECLS

#define RAP_TYPE_TIMELINE_MONTH_PAGE (rap_timeline_month_page_get_type ())
G_DECLARE_FINAL_TYPE (RapTimelineMonthPage, rap_timeline_month_page, RAP, TIMELINE_MONTH_PAGE, GtkWidget)

G_END_DECLS
