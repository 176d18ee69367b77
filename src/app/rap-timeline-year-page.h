/* rap-timeline-year-page.h
 *
 * One year as a heat calendar: every day shows the expected number of what lies
 * on it, exactly, although most dates are in doubt. The arrow keys walk the
 * days, Enter lists what may lie on the day, Shift+Enter on its month. A RapTimelineView.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RAP_TYPE_TIMELINE_YEAR_PAGE (rap_timeline_year_page_get_type ())
G_DECLARE_FINAL_TYPE (RapTimelineYearPage, rap_timeline_year_page, RAP, TIMELINE_YEAR_PAGE, GtkWidget)

G_END_DECLS
