/* rap-timeline-loading.h
 *
 * The timeline's input, read and worked out by a worker with a connection of
 * its own, while the window stays alive.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-session.h"
#include "rap-timeline-data.h"

G_BEGIN_DECLS

/* @lanes: participant, outlet, place or none. Unless the lanes are outlets, the
 * articles have a lane of their own. RAP_ERROR_INVALID for other lanes; after
 * @cancellable G_IO_ERROR_CANCELLED. */
void             rap_session_load_timeline_async  (RapSession          *self,
                                                   const char          *lanes,
                                                   GCancellable        *cancellable,
                                                   GAsyncReadyCallback  callback,
                                                   gpointer             user_data);
/* (transfer full) */
RapTimelineData *rap_session_load_timeline_finish (RapSession          *self,
                                                   GAsyncResult        *result,
                                                   GError             **error);
/* The same in the background for items that no session gave; @items are sorted
 * there if they are not yet, and must not be touched until then. */
void             rap_timeline_items_digest_async  (RapTimelineItems    *items,
                                                   GCancellable        *cancellable,
                                                   GAsyncReadyCallback  callback,
                                                   gpointer             user_data);
/* (transfer full) */
RapTimelineData *rap_timeline_items_digest_finish (GAsyncResult        *result,
                                                   GError             **error);

G_END_DECLS
