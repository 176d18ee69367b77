/* rap-timeline-brush.h
 *
 * The stretch of time that is picked out, shared by the timeline's views and by
 * the lists that it filters.
 *
 * Signals:
 *   "changed" (): another stretch or another filter.
 *   "settled" (): the same, once it has been at rest for a moment: for what is
 *     slower than a frame.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-timeline-data.h"

G_BEGIN_DECLS

typedef enum
{
  RAP_BRUSH_FILTER_POSSIBLE,    /* what may lie in it */
  RAP_BRUSH_FILTER_CERTAIN,     /* what certainly does */
  RAP_BRUSH_FILTER_OFF,
} RapBrushFilter;

#define RAP_TYPE_TIMELINE_BRUSH (rap_timeline_brush_get_type ())
G_DECLARE_FINAL_TYPE (RapTimelineBrush, rap_timeline_brush, RAP, TIMELINE_BRUSH, GObject)

RapTimelineBrush *rap_timeline_brush_new        (void);
/* Equal days: none. */
void              rap_timeline_brush_set_days   (RapTimelineBrush *self,
                                                 gint64            first,
                                                 gint64            last);
/* FALSE, and equal days, when there is none. */
gboolean          rap_timeline_brush_get_days   (RapTimelineBrush *self,
                                                 gint64           *first,
                                                 gint64           *last);
void              rap_timeline_brush_set_filter (RapTimelineBrush *self,
                                                 RapBrushFilter    filter);
RapBrushFilter    rap_timeline_brush_get_filter (RapTimelineBrush *self);
/* The same as "possible", "certain", "off"; others do nothing. */
void              rap_timeline_brush_set_filter_nick (RapTimelineBrush *self,
                                                      const char       *nick);
const char       *rap_timeline_brush_get_filter_nick (RapTimelineBrush *self);
/* Whether lists show less because of it. */
gboolean          rap_timeline_brush_is_filter  (RapTimelineBrush *self);
/* "brush: Oct 2022 – Apr 2024 · 3 certainly, 1 possibly". (transfer full) */
char             *rap_timeline_brush_count      (RapTimelineBrush *self,
                                                 RapTimelineData  *data);
/* What a list then shows: "Possibly in Oct 2022 – Apr 2024". (transfer full) */
char             *rap_timeline_brush_describe   (RapTimelineBrush *self);

G_END_DECLS
