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
 * RapFedEvent: an event as it was added; as large as a line of the processor's
 * cache, as they are read from all over the memory when they are put in order
 * @text: offset of its id and title in the text, each zero-terminated
 * @hash: of kind and id
 * @lane: the first of its lanes
 * @more: where the others begin among those fed
 * @n_more: how many others
 */
typedef struct
{
  gint64  es, ls, ee, le;
  gsize   text;
  guint32 weight;
  guint32 hash;
  guint32 lane;
  guint32 more;
  guint32 n_more;
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
 * @fed, @fed_lanes: NULL once sorted
 * @room: how many events there is memory for
 * @texts: by event: offset of its strings in @text
 * @hashes: by event, until it is indexed
 * @slots: event + 1 by hash, 0 for empty; NULL: not indexed
 *
 * @columns: all columns, one after the other; they have no room to spare
 */
struct _RapTimelineItems
{
  gatomicrefcount  ref_count;
  gboolean         sorted;
  RapFedEvent     *fed;            /* @n_events of them */
  guint            room;
  GArray          *fed_lanes;      /* guint32, index of a lane: those after the first of an event */
  GString         *feed;           /* the text while it grows */
  GString         *dates;          /* each once, zero-terminated */
  GHashTable      *date_index;     /* owned date → offset in @dates; NULL once sorted */
  GArray          *lanes;          /* RapItemsLane */
  GHashTable      *lane_index;     /* owned name → index + 1, named lanes only */
  int              articles_lane;  /* index, -1 = none yet */
  int              none_lane;

  char            *text;
  gsize           *texts;
  guint            n_events;
  guint            n_dated;        /* events; the others come after them */
  guint            n_items;
  gpointer         columns;
  gint64          *es, *ls, *ee, *le;
  guint32         *lane, *event, *weight;
  guint16         *flags;
  guint8          *kind, *precision;
  gint64           first_day;      /* of the extent, or above @last_day */
  gint64           last_day;
  gint64           latest;         /* RAP_DAY_MIN: none */
  guint32         *hashes;
  guint32         *slots;
  guint            n_slots;
};

/* Spread over all 32 bits. */
static inline guint32
rap_timeline_items_hash (RapKind     kind,
                         const char *id)
{
  return (g_str_hash (id) + kind) * 2654435769u;
}

/* From what was fed to columns. */
void rap_timeline_items_make_columns (RapTimelineItems *self);

G_END_DECLS
