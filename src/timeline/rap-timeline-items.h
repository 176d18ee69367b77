/* rap-timeline-items.h
 *
 * What the timeline draws, in bulk. Meetings and articles are fed in as plain
 * values and kept as columns, so that a million of them never become a million
 * objects. A thing that lies in several lanes (a meeting of two participants)
 * is one event with several items, one a lane.
 *
 * Days are those of rap-edtf.h: int64, half-open, day 0 = 1970-01-01. Feed on
 * one thread, call rap_timeline_items_sort(), and read from any; before that
 * nothing can be read, after it nothing be added.
 *
 * Sorted, an item takes 48 bytes and an event 12, its id and its title; dates
 * written alike are kept once, all different ones together 4 GiB at most.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-record.h"

G_BEGIN_DECLS

typedef struct _RapTimelineItems RapTimelineItems;

typedef enum
{
  RAP_ITEM_UNCERTAIN     = 1 << 0,   /* "?" */
  RAP_ITEM_APPROXIMATE   = 1 << 1,   /* "~" */
  RAP_ITEM_INTERVAL      = 1 << 2,   /* written A/B: it lasted, it is not a moment with doubt */
  RAP_ITEM_START_OPEN    = 1 << 3,
  RAP_ITEM_START_UNKNOWN = 1 << 4,
  RAP_ITEM_STOP_OPEN     = 1 << 5,
  RAP_ITEM_STOP_UNKNOWN  = 1 << 6,
  RAP_ITEM_UNDATED       = 1 << 7,   /* no date at all, or neither start nor end */
  RAP_ITEM_CONTESTED     = 1 << 8,   /* competing claimed values */
  RAP_ITEM_PLANNED       = 1 << 9,
  RAP_ITEM_CANCELLED     = 1 << 10,
  RAP_ITEM_REPORTED_ONLY = 1 << 11,
} RapItemFlags;

typedef enum
{
  RAP_LANE_ARTICLES,   /* articles that belong to no named lane; always the first lane */
  RAP_LANE_NAMED,
  RAP_LANE_NONE,       /* meetings that belong to no named lane; always the last lane */
} RapLaneKind;

/**
 * RapTimelineColumns: the items as parallel arrays of @n_items elements
 * @es: earliest day; RAP_DAY_MAX when undated, RAP_DAY_MIN when the start is open or unknown
 * @ls: latest start, exclusive
 * @ee: earliest end: the end is not before this day
 * @le: latest end, exclusive; RAP_DAY_MAX when the end is open or unknown
 * @lane: index for rap_timeline_items_get_lane()
 * @event: index for rap_timeline_items_get_event()
 * @weight: number of articles that report it
 * @flags: RapItemFlags
 * @kind: RapKind
 * @precision: RapPrecision
 */
typedef struct
{
  guint          n_items;
  const gint64  *es;
  const gint64  *ls;
  const gint64  *ee;
  const gint64  *le;
  const guint32 *lane;
  const guint32 *event;
  const guint32 *weight;
  const guint16 *flags;
  const guint8  *kind;
  const guint8  *precision;
} RapTimelineColumns;

/**
 * RapTimelineEvent: one meeting or article; strings borrowed from the items
 * @when: EDTF as written, or NULL
 * @first_item: its items are @first_item … @first_item + @n_items - 1
 */
typedef struct
{
  RapKind      kind;
  const char  *id;
  const char  *title;
  const char  *when;
  guint        first_item;
  guint        n_items;
} RapTimelineEvent;

/**
 * RapTimelineLane: @name is "" for the kinds without one
 */
typedef struct
{
  RapLaneKind  kind;
  const char  *name;
  guint        n_items;
} RapTimelineLane;

RapTimelineItems *rap_timeline_items_new         (void);
RapTimelineItems *rap_timeline_items_ref         (RapTimelineItems   *self);
void              rap_timeline_items_unref       (RapTimelineItems   *self);
/* @kind: RAP_KIND_MEETING or RAP_KIND_ARTICLE. @when may be NULL. @status is
 * that of a meeting and ignored for articles. @lanes (array zero-terminated=1):
 * names, each once; an empty list puts it into the lane of its kind without a
 * name. Everything is copied. */
void              rap_timeline_items_add         (RapTimelineItems   *self,
                                                  RapKind             kind,
                                                  const char         *id,
                                                  const char         *title,
                                                  const RapEdtf      *when,
                                                  RapStatus           status,
                                                  guint               n_articles,
                                                  gboolean            contested,
                                                  const char * const *lanes);
/* @key stands for the lane when things are added, @name is what it is called:
 * two lanes may have the same name. Without this a lane is called by its key. */
void              rap_timeline_items_name_lane   (RapTimelineItems   *self,
                                                  const char         *key,
                                                  const char         *name);
/* Events by (earliest, latest, id), undated last; items in the order of their
 * events; lanes by number of items, the larger first, then by first item. */
void              rap_timeline_items_sort        (RapTimelineItems   *self);
/* Makes rap_timeline_items_find() quick: 6 bytes an event. To be called before
 * the items are read from a second thread; otherwise the first search does it. */
void              rap_timeline_items_index       (RapTimelineItems   *self);
/* Takes the articles of sorted items out of their named lanes into the lane of
 * articles, and lanes that are then empty away. */
void              rap_timeline_items_gather_articles (RapTimelineItems *self);
guint             rap_timeline_items_get_n_events (RapTimelineItems  *self);
/* Those with a date are the first. */
guint             rap_timeline_items_get_n_dated (RapTimelineItems   *self);
guint             rap_timeline_items_get_n_lanes (RapTimelineItems   *self);
void              rap_timeline_items_get_event   (RapTimelineItems   *self,
                                                  guint               index,
                                                  RapTimelineEvent   *event);
void              rap_timeline_items_get_lane    (RapTimelineItems   *self,
                                                  guint               index,
                                                  RapTimelineLane    *lane);
/* Valid until the items change. */
void              rap_timeline_items_get_columns (RapTimelineItems   *self,
                                                  RapTimelineColumns *columns);
/* The event of a record; FALSE when there is none. */
gboolean          rap_timeline_items_find        (RapTimelineItems   *self,
                                                  RapKind             kind,
                                                  const char         *id,
                                                  guint              *event);
/* First day and the day after the last that a given end names, over all dated
 * items; open ends do not count. FALSE when nothing is dated. */
gboolean          rap_timeline_items_get_extent  (RapTimelineItems   *self,
                                                  gint64             *first,
                                                  gint64             *last);
/* The same of one event: where one end is open, only the other end. FALSE when it is undated. */
gboolean          rap_timeline_items_get_days    (RapTimelineItems   *self,
                                                  guint               event,
                                                  gint64             *first,
                                                  gint64             *last);
/* The day on which the last of the meetings begins; FALSE when none is dated. */
gboolean          rap_timeline_items_get_latest  (RapTimelineItems   *self,
                                                  gint64             *day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapTimelineItems, rap_timeline_items_unref)

G_END_DECLS
