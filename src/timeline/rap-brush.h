/* rap-brush.h
 *
 * A stretch of time picked out of the timeline, and what lies in it: certainly,
 * when all days in which a thing may lie are within; possibly, when some are.
 * What has no date is in no stretch.
 *
 * The index answers how many there are without looking at all of them:
 * O(log n + k), k the things that reach over the whole stretch. Read from any
 * thread; days as in rap-edtf.h, half-open.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-timeline-items.h"

G_BEGIN_DECLS

typedef enum
{
  RAP_BRUSH_OUTSIDE,
  RAP_BRUSH_POSSIBLE,
  RAP_BRUSH_CERTAIN,
} RapBrushAnswer;

/**
 * RapBrushCounts: events
 * @possible: possibly, but not certainly
 * @outside: not, dated ones
 */
typedef struct
{
  guint certain;
  guint possible;
  guint outside;
  guint undated;
} RapBrushCounts;

typedef struct _RapBrushIndex RapBrushIndex;

/* Whether something that lies in [earliest, latest) is in [first, last). An open
 * or unknown end is RAP_DAY_MIN or RAP_DAY_MAX. */
static inline RapBrushAnswer
rap_brush_ask (gint64 earliest,
               gint64 latest,
               gint64 first,
               gint64 last)
{
  if (earliest >= last || latest <= first)
    return RAP_BRUSH_OUTSIDE;
  return earliest >= first && latest <= last ? RAP_BRUSH_CERTAIN : RAP_BRUSH_POSSIBLE;
}

/* @items sorted; a reference is kept. (transfer full) */
RapBrushIndex *rap_brush_index_new      (RapTimelineItems    *items);
void           rap_brush_index_free     (RapBrushIndex       *self);
/* @kind RAP_KIND_PROJECT: of both kinds; otherwise meetings or articles only. */
void           rap_brush_index_count    (const RapBrushIndex *self,
                                         RapKind              kind,
                                         gint64               first,
                                         gint64               last,
                                         RapBrushCounts      *counts);

typedef void (*RapBrushFunc) (guint          event,
                              RapBrushAnswer answer,
                              gpointer       user_data);
/* Calls @func for each event that is certainly or possibly in [first, last):
 * meetings, then articles, each in the order of the items. O(log n + found). */
void           rap_brush_index_foreach  (const RapBrushIndex *self,
                                         gint64               first,
                                         gint64               last,
                                         RapBrushFunc         func,
                                         gpointer             user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapBrushIndex, rap_brush_index_free)

G_END_DECLS
