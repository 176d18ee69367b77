/* rap-timeline-items-private.h
 *
 * What the files of the timeline's items share: how they are kept while they
 * are fed, and as columns once they are sorted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-timeline-items.h"

G_BEGIN_DECLS

/**
 * RapFedEvent: an event as it was added
 * @text: offset of id, title and when in the text, each zero-terminated; when
 *   is empty for none
 * @first_lane: its lanes are those from here on up to the next event's
 */
typedef struct
{
  gint64  es, ls, ee, le;
  gsize   text;
  guint32 first_lane;
  guint32 weight;
  guint16 flags;
  guint8  kind;
  guint8  precision;
} RapFedEvent;

typedef struct
{
  char        *name;
  RapLaneKind  kind;
  guint        n_items;
  guint        first_item;
  guint        index;
} RapItemsLane;

/**
 * RapTimelineItems:
 * @fed, @fed_lanes: empty once sorted
 * @texts: by event: offset of its strings in @text
 * @slots: event + 1 by hash of kind and id, 0 for empty; NULL: not indexed
 *
 * The columns have no room to spare: @n_items elements each.
 */
struct _RapTimelineItems
{
  gatomicrefcount  ref_count;
  gboolean         sorted;
  GArray          *fed;            /* RapFedEvent */
  GArray          *fed_lanes;      /* guint32, index of a lane */
  GString         *feed;           /* the text while it grows */
  GArray          *lanes;          /* RapItemsLane */
  GHashTable      *lane_index;     /* owned name → index + 1, named lanes only */
  int              articles_lane;  /* index, -1 = none yet */
  int              none_lane;

  char            *text;
  gsize           *texts;
  guint            n_events;
  guint            n_dated;        /* events; the others come after them */
  guint            n_items;
  gint64          *es, *ls, *ee, *le;
  guint32         *lane, *event, *weight;
  guint16         *flags;
  guint8          *kind, *precision;
  gint64           first_day;      /* of the extent, or above @last_day */
  gint64           last_day;
  gint64           latest;         /* RAP_DAY_MIN: none */
  guint32         *slots;
  guint            n_slots;
};

/* From what was fed to columns. */
void rap_timeline_items_make_columns (RapTimelineItems *self);

G_END_DECLS
