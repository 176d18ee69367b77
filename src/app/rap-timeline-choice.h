/* rap-timeline-choice.h
 *
 * The events of the timeline that are picked out together, beside the one that
 * is selected: by Ctrl and a click, by a rectangle, or all of them. Kept by the
 * dock, shared with its views.
 *
 * Signal:
 *   "changed" (): others are picked out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-timeline-items.h"

G_BEGIN_DECLS

#define RAP_TYPE_TIMELINE_CHOICE (rap_timeline_choice_get_type ())
G_DECLARE_FINAL_TYPE (RapTimelineChoice, rap_timeline_choice, RAP, TIMELINE_CHOICE, GObject)

RapTimelineChoice *rap_timeline_choice_new        (void);
/* Whatever was picked out stays so if it is among @items too; NULL for none. */
void               rap_timeline_choice_set_items  (RapTimelineChoice *self,
                                                   RapTimelineItems  *items);
guint              rap_timeline_choice_get_size   (RapTimelineChoice *self);
gboolean           rap_timeline_choice_contains   (RapTimelineChoice *self,
                                                   guint              event);
/* In the order of time, undated last. (transfer full) (element-type guint) */
GArray            *rap_timeline_choice_list       (RapTimelineChoice *self);
/* @events (element-type guint): instead of those before, or with @add as well. */
void               rap_timeline_choice_set        (RapTimelineChoice *self,
                                                   const GArray      *events,
                                                   gboolean           add);
/* All of @events in, or, when they are in, out. */
void               rap_timeline_choice_toggle     (RapTimelineChoice *self,
                                                   const GArray      *events);
void               rap_timeline_choice_set_all    (RapTimelineChoice *self);
/* FALSE when nothing was picked out. */
gboolean           rap_timeline_choice_clear      (RapTimelineChoice *self);
/* The first day and the day after the last that their given ends name; FALSE
 * when none is dated. */
gboolean           rap_timeline_choice_get_extent (RapTimelineChoice *self,
                                                   gint64            *first,
                                                   gint64            *last);

G_END_DECLS
