/* rap-highlight-lanes.h
 *
 * Which highlights are visible, and in which lane each is drawn, so that
 * annotations that overlap stay apart: no two in the same lane share a code
 * point. Lanes are given greedily by start, longer first (interval
 * partitioning), so a highlight keeps its lane when others are added behind
 * it. What cuts a window is found through an implicit tree of latest ends in
 * O(log n + k), whatever the length of the article.
 *
 * A plain value without GTK; build it anew when annotations change.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-range.h"

G_BEGIN_DECLS

/* More highlights than this over one code point share the last lane. */
#define RAP_HIGHLIGHT_MAX_LANES 64

/* How a highlight looks, and what its annotation is. */
typedef enum
{
  RAP_HIGHLIGHT_CLAIM,
  RAP_HIGHLIGHT_CUE,
  RAP_HIGHLIGHT_SOURCE,
  RAP_HIGHLIGHT_MEETING,
  RAP_HIGHLIGHT_MENTION,
  RAP_HIGHLIGHT_CODING,
  RAP_HIGHLIGHT_GAP,      /* what stands between two passages of one annotation */
} RapHighlightStyle;

/* Lanes are counted separately under the text, in the margin, and for gaps. */
typedef enum
{
  RAP_HIGHLIGHT_UNDER,
  RAP_HIGHLIGHT_MARGIN,
  RAP_HIGHLIGHT_BETWEEN,
} RapHighlightTrack;

#define RAP_HIGHLIGHT_N_TRACKS 3

/**
 * RapHighlight: one range of one annotation
 * @range: code points
 * @owner: the caller's number of the annotation
 * @style: a RapHighlightStyle
 * @lane: from 0, nearest to the text; set by rap_highlight_lanes_new()
 */
typedef struct
{
  RapRange range;
  guint    owner;
  guint    style;
  guint    lane;
} RapHighlight;

typedef struct _RapHighlightLanes RapHighlightLanes;

typedef void (*RapHighlightFunc) (const RapHighlight *highlight,
                                  gpointer            user_data);

static inline RapHighlightTrack
rap_highlight_get_track (const RapHighlight *self)
{
  if (self->style == RAP_HIGHLIGHT_GAP)
    return RAP_HIGHLIGHT_BETWEEN;
  return self->style == RAP_HIGHLIGHT_CODING ? RAP_HIGHLIGHT_MARGIN : RAP_HIGHLIGHT_UNDER;
}

/* Copies @items, in any order; empty ranges are left out. (transfer full) */
RapHighlightLanes  *rap_highlight_lanes_new     (const RapHighlight      *items,
                                                 guint                    n_items);
void                rap_highlight_lanes_free    (RapHighlightLanes       *self);
guint               rap_highlight_lanes_get_n   (const RapHighlightLanes *self);
/* By start, longer first. */
const RapHighlight *rap_highlight_lanes_get     (const RapHighlightLanes *self,
                                                 guint                    i);
/* What shares a code point with @window, by start, longer first. */
void                rap_highlight_lanes_foreach (const RapHighlightLanes *self,
                                                 RapRange                 window,
                                                 RapHighlightFunc         func,
                                                 gpointer                 user_data);
/* How many lanes @track needs within @window. */
guint               rap_highlight_lanes_count   (const RapHighlightLanes *self,
                                                 RapHighlightTrack        track,
                                                 RapRange                 window);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapHighlightLanes, rap_highlight_lanes_free)

G_END_DECLS
