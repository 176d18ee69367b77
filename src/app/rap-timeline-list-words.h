/* rap-timeline-list-words.h
 *
 * What the cells of the timeline's table say of an event, and its row as a
 * sentence. All results (transfer full).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-timeline-items.h"

G_BEGIN_DECLS

char *rap_timeline_list_say_date    (RapTimelineItems *items,
                                     guint             index);
/* The date as it was written, in EDTF. */
char *rap_timeline_list_say_written (RapTimelineItems *items,
                                     guint             index);
char *rap_timeline_list_say_kind    (RapTimelineItems *items,
                                     guint             index);
char *rap_timeline_list_say_title   (RapTimelineItems *items,
                                     guint             index);
/* How many articles report a meeting. */
char *rap_timeline_list_say_reports (RapTimelineItems *items,
                                     guint             index);
/* Event with its date, who takes part, how many report it. */
char *rap_timeline_list_say_event   (RapTimelineItems *items,
                                     guint             index);

G_END_DECLS
