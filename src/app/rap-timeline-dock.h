/* rap-timeline-dock.h
 *
 * The dock below the article: meetings and articles in time, along an axis, as
 * pages of the calendar or as a list; an overview with the brush; and a tray for
 * those without a date. Follows the session by itself, in the background.
 *
 * Signals:
 *   "activated" (guint kind, const char *id): a meeting or article was chosen
 *     here; make it the selection.
 *   "open" (guint kind, const char *id): its passages are wanted.
 *   "loaded" (): the picture was renewed.
 * Properties: view (one of the views' names), lanes ("participant", "outlet",
 *   "place", "none"), calendar (see rap-calendar.h), all kept in the settings;
 *   brush-filter ("possible", "certain", "off").
 * Actions: timeline.zoom-in, timeline.zoom-out, timeline.fit,
 *   timeline.fit-selection, timeline.today, timeline.go-to,
 *   timeline.previous-page, timeline.next-page, timeline.view, timeline.lanes,
 *   timeline.calendar, timeline.brush-filter, timeline.brush-clear,
 *   timeline.brush-first, timeline.brush-last, timeline.brush-selection,
 *   timeline.select-all, timeline.select-none, timeline.list-selection,
 *   timeline.export; those on dates: rap-timeline-dating.h, rap-timeline-shift.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rap-session.h"
#include "rap-timeline-brush.h"

G_BEGIN_DECLS

#define RAP_TYPE_TIMELINE_DOCK (rap_timeline_dock_get_type ())
G_DECLARE_FINAL_TYPE (RapTimelineDock, rap_timeline_dock, RAP, TIMELINE_DOCK, AdwBin)

RapTimelineDock *rap_timeline_dock_new           (void);
/* NULL for none. */
void             rap_timeline_dock_set_session   (RapTimelineDock  *self,
                                                  RapSession       *session);
/* Borrowed, or NULL. */
RapSession      *rap_timeline_dock_get_session   (RapTimelineDock  *self);
/* Marks the record in all views and brings it into view, if it is a meeting or
 * article; otherwise nothing is marked. */
void             rap_timeline_dock_set_selection (RapTimelineDock  *self,
                                                  RapKind           kind,
                                                  const char       *id);
/* The stretch of time picked out here, for the lists that it filters. */
RapTimelineBrush *rap_timeline_dock_get_brush    (RapTimelineDock  *self);
/* Shows soon, when it has been worked out, what no session gave; @items NULL for
 * nothing. */
void             rap_timeline_dock_set_items     (RapTimelineDock  *self,
                                                  RapTimelineItems *items);

G_END_DECLS
