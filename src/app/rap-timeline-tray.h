/* rap-timeline-tray.h
 *
 * A line of events that have no place of their own: those without a date under
 * the axis, those known only to the month above its page. Buttons with a hollow
 * circle; what does not fit opens as a list.
 *
 * Signals:
 *   "activated" (guint kind, const char *id), "open" (guint kind, const char *id).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-timeline-items.h"

G_BEGIN_DECLS

#define RAP_TYPE_TIMELINE_TRAY (rap_timeline_tray_get_type ())
G_DECLARE_FINAL_TYPE (RapTimelineTray, rap_timeline_tray, RAP, TIMELINE_TRAY, GtkWidget)

/* @events: (element-type guint), copied; the tray is hidden when there are none. */
void rap_timeline_tray_set_events   (RapTimelineTray  *self,
                                     const char       *title,
                                     RapTimelineItems *items,
                                     GArray           *events);
/* The event whose button has the keyboard; FALSE for none. */
gboolean rap_timeline_tray_get_focus (RapTimelineTray *self,
                                      guint           *event);
/* Gives its button the keyboard; FALSE when it has none. */
gboolean rap_timeline_tray_focus     (RapTimelineTray *self,
                                      guint            event);
/* The event to mark, or G_MAXUINT. */
void rap_timeline_tray_set_selected (RapTimelineTray  *self,
                                     guint             event);

G_END_DECLS
