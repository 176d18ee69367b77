/* rap-timeline-axis-private.h
 *
 * What the files of the axis view share: its state, drawing, pointer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-axis.h"
#include "rap-calendar.h"
#include "rap-density-painter.h"
#include "rap-timeline-axis-view.h"
#include "rap-timeline-layout.h"
#include "rap-timeline-painter.h"
#include "rap-timeline-popover.h"
#include "rap-timeline-proxy.h"

G_BEGIN_DECLS

#define RAP_AXIS_MAX_PROXIES 128

/**
 * RapAxisGeometry: whole pixels
 * @gutter: width of the lane names
 * @left: where the axis begins
 * @width: of the axis
 * @tick_height: all lines of ticks
 * @second: where the line of the second calendar begins
 * @header: ticks and the articles' strip: where the lanes begin
 */
typedef struct
{
  double gutter;
  double left;
  double width;
  double tick_height;
  double second;
  double header;
  double height;
} RapAxisGeometry;

/**
 * RapTimelineAxisView:
 * @content: everything but selection, focus, hover and today; NULL when stale
 * @marks: of @content, in the lanes
 * @articles: of @content, in the header
 * @focus: the item the keyboard is at, or RAP_LAYOUT_NO_ITEM
 * @hover: the item under the pointer, or RAP_LAYOUT_NO_ITEM
 * @selected: the event chosen, or RAP_LAYOUT_NO_ITEM
 * @measured: the rows of the layout have the height of this widget's font
 * @fitted: the window of time has been set once
 * @velocity: pixels per second of a pan that goes on by itself
 * @walkers: two proxies that take turns in holding the keyboard focus, so that
 *   each step of it is told to a screen reader
 */
struct _RapTimelineAxisView
{
  GtkWidget            parent_instance;
  RapTimelineData     *data;
  RapTimelineItems    *items;         /* of data, or NULL */
  RapTimelineLayout   *layout;        /* of data, or NULL */
  RapTimelinePainter  *painter;
  RapDensityPainter   *strips;
  RapTimelineColumns   columns;
  RapAxis              axis;
  RapAxisGeometry      geometry;
  GskRenderNode       *content;
  RapMarks            *marks;
  RapMarks            *articles;
  GtkAdjustment       *adjustment;
  GtkWidget           *scrollbar;
  RapTimelinePopover  *popover;
  RapTimelineProxy    *walkers[2];
  GPtrArray           *proxies;       /* RapTimelineProxy, children */
  guint                proxies_source;
  guint                focus;
  guint                hover;
  guint                selected;
  gint64               brush[2];      /* equal: none */
  RapCalendar          calendar;      /* the second one */
  gboolean             measured;
  gboolean             fitted;
  gboolean             fit_pending;
  /* pointer */
  double               pointer_x;
  double               pointer_y;
  double               drag_x;
  double               drag_y;
  gint64               drag_time;
  double               velocity;
  double               pinch_scale;
  guint                tick_id;
  gint64               tick_time;
};

/* The state. */
void           rap_timeline_axis_invalidate  (RapTimelineAxisView *self);
void           rap_timeline_axis_pan         (RapTimelineAxisView *self,
                                              double               pixels);
/* @x in the widget */
void           rap_timeline_axis_zoom_at     (RapTimelineAxisView *self,
                                              double               x,
                                              double               factor);
void           rap_timeline_axis_choose      (RapTimelineAxisView *self,
                                              const RapMark       *mark,
                                              gboolean             open);
void           rap_timeline_axis_set_focus   (RapTimelineAxisView *self,
                                              guint                item,
                                              gboolean             grab);

/* Drawing. */
void           rap_timeline_axis_measure     (RapTimelineAxisView *self,
                                              int                  width,
                                              int                  height);
void           rap_timeline_axis_snapshot    (RapTimelineAxisView *self,
                                              GtkSnapshot         *snapshot);
/* Marks up to date with the axis. */
void           rap_timeline_axis_update      (RapTimelineAxisView *self);
/* The mark of an item and whether it lies in the header; NULL when out of view. */
const RapMark *rap_timeline_axis_find_mark   (RapTimelineAxisView *self,
                                              guint                item,
                                              gboolean            *in_header);
/* The mark at a point of the widget; NULL for none. */
const RapMark *rap_timeline_axis_get_mark_at (RapTimelineAxisView *self,
                                              double               x,
                                              double               y);
/* Where a mark is drawn, in the widget. */
void           rap_timeline_axis_get_area    (RapTimelineAxisView *self,
                                              const RapMark       *mark,
                                              gboolean             in_header,
                                              graphene_rect_t     *area);

/* Pointer. */
void           rap_timeline_axis_add_pointer (RapTimelineAxisView *self);
void           rap_timeline_axis_stop        (RapTimelineAxisView *self);
gboolean       rap_timeline_axis_query_tooltip (GtkWidget         *widget,
                                              int                  x,
                                              int                  y,
                                              gboolean             keyboard,
                                              GtkTooltip          *tooltip);

/* Proxies: the keyboard's place and what a screen reader sees. */
/* Soon, when the window of time has come to rest. */
void           rap_timeline_axis_queue_proxies (RapTimelineAxisView *self);
void           rap_timeline_axis_allocate_proxies (RapTimelineAxisView *self);
void           rap_timeline_axis_free_proxies (RapTimelineAxisView *self);
/* Moves the keyboard to the focus item. */
void           rap_timeline_axis_grab_proxy  (RapTimelineAxisView *self);
/* All there is to say of a mark. (transfer full) */
char          *rap_timeline_axis_describe    (RapTimelineAxisView *self,
                                              const RapMark       *mark);

G_END_DECLS
