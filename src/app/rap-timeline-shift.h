/* rap-timeline-shift.h
 *
 * Dates moved along by hand, by dragging or by keys, in steps of what is known
 * of them; why some are not, and what is said meanwhile. See rap-date-shift.h.
 *
 * Actions of the dock:
 *   "timeline.shift" (u kind, s id, x steps): moves a date by so many of its units.
 *   "timeline.shift-by" (x steps): that of what the keyboard is at, or selected.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-edtf.h"
#include "rap-timeline-links.h"

G_BEGIN_DECLS

/* Why the date of @event is not moved by hand, and how to change it; NULL when
 * it is. @links: NULL when nothing is known of claims. (transfer full) */
char *rap_timeline_shift_refuse   (RapTimelineLinks *links,
                                   guint             event,
                                   const RapEdtf    *date);
/* "9 November 2022, 2 days later" (transfer full) */
char *rap_timeline_shift_describe (const RapEdtf    *date,
                                   const RapEdtf    *moved,
                                   gint64            steps);
/* The actions and their keys, for the class of the dock. */
void  rap_timeline_shift_install  (GtkWidgetClass   *dock_class);

G_END_DECLS
