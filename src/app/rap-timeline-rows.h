/* rap-timeline-rows.h
 *
 * Events as the rows of a list, however many: the model keeps numbers, and an
 * object exists only for a row that is on the screen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RAP_TYPE_TIMELINE_ROW (rap_timeline_row_get_type ())
G_DECLARE_FINAL_TYPE (RapTimelineRow, rap_timeline_row, RAP, TIMELINE_ROW, GObject)

#define RAP_TYPE_TIMELINE_ROWS (rap_timeline_rows_get_type ())
G_DECLARE_FINAL_TYPE (RapTimelineRows, rap_timeline_rows, RAP, TIMELINE_ROWS, GObject)

/* @events (transfer full) (element-type guint): for rap_timeline_items_get_event() */
RapTimelineRows *rap_timeline_rows_new       (GArray          *events);
/* Other events in the same list. Takes @events. */
void             rap_timeline_rows_set_events (RapTimelineRows *self,
                                              GArray          *events);
/* The same for who binds the rows on the screen anew by itself: only the difference
 * in length is told, so that no widget is made anew. Takes @events. */
void             rap_timeline_rows_refill    (RapTimelineRows *self,
                                              GArray          *events);
/* Of a row; G_MAXUINT past the end, or where that was put in for a heading. */
guint            rap_timeline_rows_get_event (RapTimelineRows *self,
                                              guint            position);
/* Its row, or GTK_INVALID_LIST_POSITION; that also for G_MAXUINT. */
guint            rap_timeline_rows_find      (RapTimelineRows *self,
                                              guint            event);
guint            rap_timeline_row_get_event  (RapTimelineRow  *self);

G_END_DECLS
