/* rap-timeline-date-popover.h
 *
 * A line to type the date of an event into, EDTF or a phrase, which says while
 * one types what it means. It goes away by itself when it is closed.
 *
 * Signals:
 *   "dated" (RapEdtf *date): Enter was pressed on what is a date; borrowed, NULL
 *     for none.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-edtf.h"

G_BEGIN_DECLS

#define RAP_TYPE_TIMELINE_DATE_POPOVER (rap_timeline_date_popover_get_type ())
G_DECLARE_FINAL_TYPE (RapTimelineDatePopover, rap_timeline_date_popover, RAP, TIMELINE_DATE_POPOVER, GtkPopover)

/* Opens it on @parent, which lays out its children by a layout manager.
 * @title: of the event. @date: its date, or NULL. @published: what phrases such
 * as "on Monday" are counted from, or NULL. Borrowed. */
RapTimelineDatePopover *rap_timeline_date_popover_open (GtkWidget          *parent,
                                                        const GdkRectangle *area,
                                                        const char         *title,
                                                        const RapEdtf      *date,
                                                        const RapEdtf      *published);

G_END_DECLS
