/* rap-timeline-data.h
 *
 * Everything that is worked out once from sorted items, so that no frame has to:
 * rows, expected numbers, what a brush takes in. Made on any thread, read by the
 * views; a new load makes a new one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-brush.h"
#include "rap-density.h"
#include "rap-timeline-items.h"
#include "rap-timeline-layout.h"

G_BEGIN_DECLS

typedef struct _RapTimelineData RapTimelineData;

/* @items sorted; a reference is kept. (transfer full) */
RapTimelineData     *rap_timeline_data_new         (RapTimelineItems *items);
RapTimelineData     *rap_timeline_data_ref         (RapTimelineData  *self);
void                 rap_timeline_data_unref       (RapTimelineData  *self);
/* Borrowed. */
RapTimelineItems    *rap_timeline_data_get_items   (RapTimelineData  *self);
const RapDensity    *rap_timeline_data_get_density (RapTimelineData  *self);
const RapBrushIndex *rap_timeline_data_get_brush   (RapTimelineData  *self);
/* For one axis at a time: it sets the height of the rows. */
RapTimelineLayout   *rap_timeline_data_get_layout  (RapTimelineData  *self);
/* Events without a date. (transfer full) (element-type guint) */
GArray              *rap_timeline_data_list_undated (RapTimelineData *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapTimelineData, rap_timeline_data_unref)

G_END_DECLS
