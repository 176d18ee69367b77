/* rap-timeline-words.h
 *
 * What the timeline says: labels of ticks, labels of marks, and the whole
 * sentence that a tooltip shows and a screen reader speaks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-ticks.h"
#include "rap-timeline-items.h"

G_BEGIN_DECLS

/* "2020", "March 2024", "15"; the major tick's says all, the minor one's only
 * what the major leaves open. (transfer full) */
char *rap_timeline_words_major    (const RapTicks   *ticks,
                                   const RapTick    *tick);
char *rap_timeline_words_minor    (const RapTicks   *ticks,
                                   const RapTick    *tick);
/* "Bagheri visits Baghdad, some day in March 2024, approximately" (transfer full) */
char *rap_timeline_words_event    (RapTimelineItems *items,
                                   guint             event);
/* The date of an event short enough for a label, "~Mar 2024"; NULL when undated. (transfer full) */
char *rap_timeline_words_date     (RapTimelineItems *items,
                                   guint             event);
/* The name of a lane, or what the lanes without a name hold. (transfer full) */
char *rap_timeline_words_lane     (RapTimelineItems *items,
                                   guint             lane);
/* "planned, contested", or "". (transfer full) */
char *rap_timeline_words_status   (RapTimelineItems *items,
                                   guint             event);
/* The named lanes an event lies in, "Iraq, Iran", or "". (transfer full) */
char *rap_timeline_words_lanes    (RapTimelineItems *items,
                                   guint             event);
/* "2 of 7, Bagheri visits Baghdad, …, lane Iraq" (transfer full) */
char *rap_timeline_words_proxy    (RapTimelineItems *items,
                                   guint             item,
                                   guint             count,
                                   guint             number,
                                   guint             n_marks);
/* A stretch of days, the last of them included: "Oct 2022 – Apr 2024" when it is
 * of whole months, else "5 Oct 2022 – 3 Apr 2024". (transfer full) */
char *rap_timeline_words_stretch  (gint64            first,
                                   gint64            last);
/* "12 March 2019: 2 things certain, 1 possible", "12 March 2019: nothing". @when: a
 * day, month or year in words. (transfer full) */
char *rap_timeline_words_counts   (const char       *when,
                                   guint             certain,
                                   guint             possible);
/* A number in the digits of the user's language. (transfer full) */
char *rap_timeline_words_number   (int               number);
/* The title of a record, or what stands for a missing one. */
const char *rap_timeline_words_title (const RapTimelineEvent *event);

G_END_DECLS
