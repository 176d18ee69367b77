/* rap-timeline-layout.h
 *
 * Where the items of a timeline lie: lanes from top to bottom, rows in each
 * lane, and for a window of time the marks to draw. Rows depend on the items
 * alone, so they stay the same at every zoom. Marks that would touch fold into
 * a run that says how many it stands for: the counts of all marks, with those
 * before and after the window, are always the number of dated items.
 *
 * Folding works on time per pixel rounded up to a power of two, so that a run
 * keeps its members while the window moves. Finding the marks of a window
 * takes O(marks · log items), but for rows in which everything overlaps.
 *
 * Lanes so full that marks would only be counts become strips, for as long as
 * the resolution is the same; see rap_timeline_layout_set_strips().
 *
 * Pixels are relative to the left end of the axis and to the top of the first
 * lane. Lanes of RAP_LANE_ARTICLES belong into the header: they have no height
 * and their marks are fetched apart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-axis.h"
#include "rap-density.h"
#include "rap-timeline-items.h"

G_BEGIN_DECLS

#define RAP_LAYOUT_MAX_MARKS  4000
#define RAP_LAYOUT_MAX_LABELS 300
#define RAP_LAYOUT_MAX_ROWS   6      /* in one lane; what is more shares rows */
#define RAP_LAYOUT_NO_ITEM    G_MAXUINT

/* A lane with more than RAP_STRIP_CROWD items in RAP_STRIP_STEP pixels, on the
 * average over its extent, is a strip, if it has RAP_STRIP_LEAST items or more:
 * a few on one day are marks, or a run of so many, however close they are. */
#define RAP_STRIP_STEP  3.0
#define RAP_STRIP_CROWD 1.0
#define RAP_STRIP_LEAST 24
#define RAP_STRIP_ROWS  1.5          /* its height in rows */

#define RAP_MARK_SIZE 12.0           /* pixels: the width of a mark of one moment */

typedef enum
{
  RAP_MARK_POINT,      /* an exact day, shorter than RAP_MARK_SIZE: solid */
  RAP_MARK_HOLLOW,     /* doubt too short to show as a line: hollow */
  RAP_MARK_SPAN,       /* core solid, doubt a thin line, as the fields say */
  RAP_MARK_TRIANGLE,   /* an article */
  RAP_MARK_RUN,        /* several items */
  RAP_MARK_STRIP,      /* a cell of a strip: the items that begin in it */
} RapMarkForm;

typedef enum
{
  RAP_MARK_END_NONE,      /* the core itself ends here */
  RAP_MARK_END_CAP,       /* not beyond this day */
  RAP_MARK_END_OPEN,      /* goes on: fades */
  RAP_MARK_END_UNKNOWN,   /* unknown: "?" */
} RapMarkEnd;

/**
 * RapMark: one thing to draw
 * @item: the first item it stands for
 * @count: how many it stands for
 * @flags: RapItemFlags of the item; 0 for a run
 * @x0: left end
 * @x1: right end
 * @core0: left end of what is certain; equal to @core1 when nothing is
 * @core1: right end of it
 * @y: its middle
 * @label_x: left end of the label
 * @label_width: room for the label, 0 = none
 * @label_inside: the label lies upon the mark, which fills the window
 */
typedef struct
{
  RapMarkForm  form;
  RapMarkEnd   start;
  RapMarkEnd   stop;
  guint        lane;
  guint        row;
  guint        item;
  guint        count;
  guint        position;      /* private: of the first item in its lane's row order */
  guint        flags;
  double       x0, x1;
  double       core0, core1;
  double       y;
  double       label_x;
  double       label_width;
  gboolean     label_inside;
} RapMark;

/**
 * RapMarks: what a window shows
 * @marks: (element-type RapMark): by lane, row and time
 * @n_before: dated items of the lanes asked for that end before the window
 * @n_after: and those that begin after it
 */
typedef struct
{
  GArray *marks;
  guint64 n_before;
  guint64 n_after;
} RapMarks;

typedef struct _RapTimelineLayout RapTimelineLayout;

/* @row_height, @lane_padding (above and below the rows): pixels. Keeps @items. */
RapTimelineLayout *rap_timeline_layout_new          (RapTimelineItems  *items,
                                                     double             row_height,
                                                     double             lane_padding);
void               rap_timeline_layout_free         (RapTimelineLayout *self);
/* Other heights for the same rows. */
void               rap_timeline_layout_set_heights  (RapTimelineLayout *self,
                                                     double             row_height,
                                                     double             lane_padding);
/* Makes strips of the lanes that are too crowded for marks at the scale of
 * @axis, and lanes with rows of the others. TRUE when heights changed. */
gboolean           rap_timeline_layout_set_strips   (RapTimelineLayout *self,
                                                     const RapDensity  *density,
                                                     const RapAxis     *axis);
gboolean           rap_timeline_layout_is_strip     (RapTimelineLayout *self,
                                                     guint              lane);
/* Of all lanes together. */
double             rap_timeline_layout_get_height   (RapTimelineLayout *self);
/* Top and height of a lane, and its rows. */
void               rap_timeline_layout_get_lane     (RapTimelineLayout *self,
                                                     guint              lane,
                                                     double            *y,
                                                     double            *height,
                                                     guint             *n_rows);
/* The lane at a pixel, or RAP_LAYOUT_NO_ITEM. */
guint              rap_timeline_layout_get_lane_at  (RapTimelineLayout *self,
                                                     double             y);
/* The row of an item in its lane; RAP_LAYOUT_NO_ITEM when undated. */
guint              rap_timeline_layout_get_row      (RapTimelineLayout *self,
                                                     guint              item);
/* The stretch of days over which an item is drawn; an open end is given some
 * length in which to fade. FALSE when undated. */
gboolean           rap_timeline_layout_get_span     (RapTimelineLayout *self,
                                                     guint              item,
                                                     gint64            *from,
                                                     gint64            *to);
/* First and last day of all spans; FALSE when nothing is dated. */
gboolean           rap_timeline_layout_get_extent   (RapTimelineLayout *self,
                                                     gint64            *from,
                                                     gint64            *to);
/* The marks in the window of @axis of the lanes between @y0 and @y1. (transfer full) */
RapMarks          *rap_timeline_layout_get_marks    (RapTimelineLayout *self,
                                                     const RapAxis     *axis,
                                                     double             y0,
                                                     double             y1);
/* The marks of the articles lane, at y = 0 and without labels. (transfer full) */
RapMarks          *rap_timeline_layout_get_articles (RapTimelineLayout *self,
                                                     const RapAxis     *axis);
/* The items a mark stands for, in time order. (transfer full) (element-type guint) */
GArray            *rap_timeline_layout_get_members  (RapTimelineLayout *self,
                                                     const RapMark     *mark);
/* Whether the mark stands for the item. */
gboolean           rap_timeline_layout_has_member   (RapTimelineLayout *self,
                                                     const RapMark     *mark,
                                                     guint              item);
/* The item @steps further in its lane in the order of time, at most the last. */
guint              rap_timeline_layout_step         (RapTimelineLayout *self,
                                                     guint              item,
                                                     int                steps);
/* The item nearest in time in the next lane up (-1) or down (+1) that has any;
 * the item itself when there is none. */
guint              rap_timeline_layout_step_lane    (RapTimelineLayout *self,
                                                     guint              item,
                                                     int                direction);
/* The item that begins nearest to a day in a lane. */
guint              rap_timeline_layout_get_nearest  (RapTimelineLayout *self,
                                                     guint              lane,
                                                     gint64             day);

void               rap_marks_free                   (RapMarks          *self);
/* The mark at a point, @slack pixels around it counting as hit; NULL for none. */
const RapMark     *rap_marks_get_at                 (const RapMarks    *self,
                                                     double             x,
                                                     double             y,
                                                     double             slack);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapTimelineLayout, rap_timeline_layout_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapMarks, rap_marks_free)

G_END_DECLS
