/* rap-timeline-feed-private.h
 *
 * Events of the store as the timeline takes them. Lanes go by what they stand
 * for, not by its name, so that two people of one name have a lane each.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-store.h"
#include "rap-timeline-items.h"

G_BEGIN_DECLS

/* @when: the date of @event, parsed, or NULL. */
void rap_timeline_feed_event (RapTimelineItems   *items,
                              const RapStoreEvent *event,
                              const RapEdtf      *when);

G_END_DECLS
