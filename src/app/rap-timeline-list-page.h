/* rap-timeline-list-page.h
 *
 * Everything as the rows of a table, in order of time, what has no date last:
 * the same as the other views show, for whoever cannot or does not want to see
 * them. The slash key goes to the filter, Enter opens, D asks for the date. A RapTimelineView.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RAP_TYPE_TIMELINE_LIST_PAGE (rap_timeline_list_page_get_type ())
G_DECLARE_FINAL_TYPE (RapTimelineListPage, rap_timeline_list_page, RAP, TIMELINE_LIST_PAGE, GtkWidget)

G_END_DECLS
