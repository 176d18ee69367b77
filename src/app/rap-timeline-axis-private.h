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
#include "rap-timeline-card.h"
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

/* What a drag of the pointer does. */
typedef enum
{
  RAP_AXIS_DRAG_NONE,       /* not yet far enough to say */
  RAP_AXIS_DRAG_PAN,
  RAP_AXIS_DRAG_DATE,       /* the date of a mark */
  RAP_AXIS_DRAG_REFUSED,    /* a mark whose date cannot be dragged */
  RAP_AXIS_DRAG_RECTANGLE,
} RapAxisDrag;

/**
 * RapTimelineAxisView:
 * @content: everything but selection, focus, hover and today; NULL when stale
 * @marks: of @content, in the lanes
 * @articles: of @content, in the header
 * @focus: the item the keyboard is at, or RAP_LAYOUT_NO_ITEM
 * @led: it was brought there after the last choice
 * @hover: the item under the pointer, or RAP_LAYOUT_NO_ITEM
 * @selected: the event chosen, or RAP_LAYOUT_NO_ITEM
 * @measured: the rows of the layout have the height of this widget's font
 * @fitted: the window of time has been set once
 * @choice: what is picked out together
 * @links: what hangs together with the meetings, or NULL
 * @velocity: pixels per second of a pan that goes on by itself
 * @way_from, @way_to: when @under_way, from where to where
 * @drag_item: the item whose date is dragged
 * @drag_date: its date, and @drag_moved what it would be by now
 * @drag_words: what is said of the drag beside it, or NULL
 * @drop_words: the same of what is dragged from a tray, or NULL
 * @drop_area: the days it would fall on
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
  gboolean             led;
  guint                hover;
  guint                selected;
  gint64               brush[2];      /* equal: none */
  RapTimelineChoice   *choice;
  RapTimelineLinks    *links;
  gboolean             editable;
  RapTimelineCard     *card;
  RapCalendar          calendar;      /* the second one */
  gboolean             measured;
  gboolean             fitted;
  gboolean             fit_pending;
  /* pointer */
  double               pointer_x;
  double               pointer_y;
  double               drag_from_x;
  double               drag_from_y;
  double               drag_x;        /* from there */
  double               drag_y;
  gint64               drag_time;
  GdkModifierType      drag_state;
  RapAxisDrag          drag;
  gboolean             drag_over;     /* given up before the button was let go */
  guint                drag_item;
  RapEdtf             *drag_date;
  RapEdtf             *drag_moved;
  gint64               drag_steps;
  char                *drag_words;
  char                *drop_words;
  gint64               drop_area[2];
  double               velocity;
  double               pinch_scale;
  gboolean             under_way;
  RapAxis              way_from;
  RapAxis              way_to;
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
/* Where the keyboard begins: at the focus, the selection, or the first mark in
 * view; RAP_LAYOUT_NO_ITEM without any, or without data. */
guint          rap_timeline_axis_find_start  (RapTimelineAxisView *self);
/* Opens what there is to know of a mark, or the list of those it stands for. */
void           rap_timeline_axis_show_card   (RapTimelineAxisView *self,
                                              const RapMark       *mark);

/* Drawing. */
void           rap_timeline_axis_measure     (RapTimelineAxisView *self,
                                              int                  width,
                                              int                  height);
void           rap_timeline_axis_snapshot    (RapTimelineAxisView *self,
                                              GtkSnapshot         *snapshot);
/* Marks up to date with the axis. */
void           rap_timeline_axis_update      (RapTimelineAxisView *self);
/* The mark of an item and, unless @in_header is NULL, whether it lies in the header; NULL
 * when out of view. */
const RapMark *rap_timeline_axis_find_mark   (RapTimelineAxisView *self,
                                              guint                item,
                                              gboolean            *in_header);
/* The mark at a point of the widget; NULL for none. */
const RapMark *rap_timeline_axis_get_mark_at (RapTimelineAxisView *self,
                                              double               x,
                                              double               y);
/* Above the lanes: add to the y of a mark. */
double         rap_timeline_axis_get_lanes_offset (RapTimelineAxisView *self);
/* The middle of the strip of articles. */
double         rap_timeline_axis_get_strip_y (RapTimelineAxisView *self);
/* Clips to the axis, between two heights. */
void           rap_timeline_axis_clip        (RapTimelineAxisView *self,
                                              GtkSnapshot         *snapshot,
                                              double               top,
                                              double               bottom);
/* Selection, focus, pointer, what is dragged: above everything. */
void           rap_timeline_axis_draw_overlay (RapTimelineAxisView *self,
                                              GtkSnapshot         *snapshot);
/* Today and the brush: below everything. */
void           rap_timeline_axis_draw_underlay (RapTimelineAxisView *self,
                                              GtkSnapshot         *snapshot);
/* Claimed dates beside adopted ones, and the way from a meeting to its reports. */
void           rap_timeline_axis_draw_links  (RapTimelineAxisView *self,
                                              GtkSnapshot         *snapshot);
/* Words in a frame of their own, near a point, wholly in view. */
void           rap_timeline_axis_draw_tip    (RapTimelineAxisView *self,
                                              GtkSnapshot         *snapshot,
                                              const char          *words,
                                              double               x,
                                              double               y);
/* Where a mark is drawn, in the widget. */
void           rap_timeline_axis_get_area    (RapTimelineAxisView *self,
                                              const RapMark       *mark,
                                              gboolean             in_header,
                                              graphene_rect_t     *area);

/* Motion. */
void           rap_timeline_axis_stop        (RapTimelineAxisView *self);
/* @velocity: pixels per second */
void           rap_timeline_axis_glide       (RapTimelineAxisView *self,
                                              double               velocity);
/* To another window of time, at once or on a way that can be followed. */
void           rap_timeline_axis_go          (RapTimelineAxisView *self,
                                              const RapAxis       *to);
/* Where it will come to rest. */
const RapAxis *rap_timeline_axis_get_aim     (RapTimelineAxisView *self);
/* As rap_timeline_axis_zoom_at(), on a way that can be followed. */
void           rap_timeline_axis_zoom_smoothly (RapTimelineAxisView *self,
                                              double               x,
                                              double               factor);

/* Dragging. */
void           rap_timeline_axis_add_drag    (RapTimelineAxisView *self);
/* What a rectangle has been drawn around, in the widget. */
void           rap_timeline_axis_get_rectangle (RapTimelineAxisView *self,
                                              graphene_rect_t     *area);
/* FALSE when nothing was being dragged. */
gboolean       rap_timeline_axis_cancel_drag (RapTimelineAxisView *self);
/* The events of the marks that @area touches, or with NULL of all in the window
 * of time. (transfer full) (element-type guint) */
GArray        *rap_timeline_axis_collect     (RapTimelineAxisView *self,
                                              const graphene_rect_t *area);
/* Those of one mark. (transfer full) (element-type guint) */
GArray        *rap_timeline_axis_list_events (RapTimelineAxisView *self,
                                              const RapMark       *mark);

/* Keys. */
void           rap_timeline_axis_add_keys    (GtkWidgetClass      *widget_class);

/* Pointer. */
void           rap_timeline_axis_add_pointer (RapTimelineAxisView *self);
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
