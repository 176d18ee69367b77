/* rap-timeline-loader.h
 *
 * Keeps the timeline's data up to date with a session, in the background. What
 * was loaded stays until what is new is there; changes that come meanwhile make
 * it load once more; other lanes or another session end what is under way.
 *
 * Signal: "loaded" (RapTimelineData *data, const char *error): @data NULL for
 *   nothing to show, because of @error or, with NULL, of no session.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-timeline-loading.h"

G_BEGIN_DECLS

#define RAP_TYPE_TIMELINE_LOADER (rap_timeline_loader_get_type ())
G_DECLARE_FINAL_TYPE (RapTimelineLoader, rap_timeline_loader, RAP, TIMELINE_LOADER, GObject)

RapTimelineLoader *rap_timeline_loader_new         (void);
/* NULL for none; loads with @lanes. */
void               rap_timeline_loader_set_session (RapTimelineLoader *self,
                                                    RapSession        *session);
/* (transfer none) (nullable) */
RapSession        *rap_timeline_loader_get_session (RapTimelineLoader *self);
/* See rap_session_load_timeline_async(). */
void               rap_timeline_loader_set_lanes   (RapTimelineLoader *self,
                                                    const char        *lanes);
/* What no session gave; NULL for nothing. */
void               rap_timeline_loader_set_items   (RapTimelineLoader *self,
                                                    RapTimelineItems  *items);

G_END_DECLS
