/* rap-timeline-month-page.h
 *
 * One month as a calendar page: what is known to the day lies on its days.
 * The arrow keys move a day cursor, Enter opens what is on the day.
 *
 * Signals:
 *   "activated" (guint kind, const char *id), "open" (guint kind, const char *id):
 *     as for the axis view.
 *   "month-changed" (): another month is shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-timeline-items.h"

G_BEGIN_DECLS

#define RAP_TYPE_TIMELINE_MONTH_PAGE (rap_timeline_month_page_get_type ())
G_DECLARE_FINAL_TYPE (RapTimelineMonthPage, rap_timeline_month_page, RAP, TIMELINE_MONTH_PAGE, GtkWidget)

/* NULL for nothing to show. */
void    rap_timeline_month_page_set_items     (RapTimelineMonthPage *self,
                                               RapTimelineItems     *items);
/* The event to mark, or G_MAXUINT. */
void    rap_timeline_month_page_set_selected  (RapTimelineMonthPage *self,
                                               guint                 event);
/* Moves the day cursor and shows its month. */
void    rap_timeline_month_page_set_day       (RapTimelineMonthPage *self,
                                               gint64                day);
gint64  rap_timeline_month_page_get_day       (RapTimelineMonthPage *self);
/* Events that lie somewhere in the month shown. (transfer full) (element-type guint) */
GArray *rap_timeline_month_page_get_band      (RapTimelineMonthPage *self);

G_END_DECLS
