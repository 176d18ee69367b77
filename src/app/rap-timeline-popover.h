/* rap-timeline-popover.h
 *
 * The list behind a mark or a number that stands for several events: one
 * sentence a row, all of them.
 *
 * Signals:
 *   "chosen" (guint event): a row was activated; the popover closes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-timeline-items.h"

G_BEGIN_DECLS

#define RAP_TYPE_TIMELINE_POPOVER (rap_timeline_popover_get_type ())
G_DECLARE_FINAL_TYPE (RapTimelinePopover, rap_timeline_popover, RAP, TIMELINE_POPOVER, GtkPopover)

/* A child of @parent, which hears what was chosen: @chosen_cb (parent, event). Borrowed. */
RapTimelinePopover *rap_timeline_popover_add  (GtkWidget          *parent,
                                               GCallback           chosen_cb);
/* @events: (element-type guint), copied. Opens below @area of the parent. */
void                rap_timeline_popover_show (RapTimelinePopover *self,
                                               RapTimelineItems   *items,
                                               GArray             *events,
                                               const GdkRectangle *area);

G_END_DECLS
