/* rap-timeline-view.h
 *
 * What the timeline dock asks of a view: the axis and the pages of the calendar
 * are widgets that implement it, and the dock goes through a table of them
 * (view_table in rap-timeline-dock.c: a row with name and type puts a view in).
 * Views keep their place in time, a day; events are indexes into the items.
 *
 * Signals of every view:
 *   "activated" (guint kind, const char *id): make it the selection.
 *   "open" (guint kind, const char *id): its passages are wanted.
 *   "moved" (): it shows another page, or its title or band became another.
 *   "brush" (gint64 first, gint64 last): this stretch was picked out, [first, last);
 *     first = last for none.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-timeline-data.h"

G_BEGIN_DECLS

#define RAP_TYPE_TIMELINE_VIEW (rap_timeline_view_get_type ())
G_DECLARE_INTERFACE (RapTimelineView, rap_timeline_view, RAP, TIMELINE_VIEW, GtkWidget)

/**
 * RapTimelineViewInterface:
 * @set_data: NULL for nothing to show; keep a reference. @fit: the items are of
 *   another project, show what is worth seeing; otherwise stay where it is
 * @set_selection: the event to mark, or G_MAXUINT. Brings it into view when @show
 * @set_brush: the stretch picked out, @first = @last for none
 * @step: turns pages (-1 back); only with @get_title
 * @show_day: brings the day into view and goes there, as for "today"
 * @get_day: the day at which another view should open
 * @get_title: what page is shown ("July 2017"), set between the page buttons;
 *   (transfer full). NULL: a view without pages, such as the axis
 * @get_band: events that lie somewhere in the page and on no day of it, shown as
 *   a band above; (transfer full) (element-type guint). May be NULL
 * @get_band_title: the words for the band; (transfer full). NULL with @get_band
 */
struct _RapTimelineViewInterface
{
  GTypeInterface parent_iface;

  void    (*set_data)       (RapTimelineView *self,
                             RapTimelineData *data,
                             gboolean         fit);
  void    (*set_selection)  (RapTimelineView *self,
                             guint            event,
                             gboolean         show);
  void    (*set_brush)      (RapTimelineView *self,
                             gint64           first,
                             gint64           last);
  void    (*step)           (RapTimelineView *self,
                             int              pages);
  void    (*show_day)       (RapTimelineView *self,
                             gint64           day);
  gint64  (*get_day)        (RapTimelineView *self);
  char   *(*get_title)      (RapTimelineView *self);
  GArray *(*get_band)       (RapTimelineView *self);
  char   *(*get_band_title) (RapTimelineView *self);
};

void     rap_timeline_view_set_data       (RapTimelineView *self,
                                           RapTimelineData *data,
                                           gboolean         fit);
void     rap_timeline_view_set_selection  (RapTimelineView *self,
                                           guint            event,
                                           gboolean         show);
void     rap_timeline_view_set_brush      (RapTimelineView *self,
                                           gint64           first,
                                           gint64           last);
void     rap_timeline_view_step           (RapTimelineView *self,
                                           int              pages);
void     rap_timeline_view_show_day       (RapTimelineView *self,
                                           gint64           day);
gint64   rap_timeline_view_get_day        (RapTimelineView *self);
/* NULL for a view without pages. (transfer full) */
char    *rap_timeline_view_get_title      (RapTimelineView *self);
/* NULL for a view without a band. (transfer full) (element-type guint) */
GArray  *rap_timeline_view_get_band       (RapTimelineView *self);
char    *rap_timeline_view_get_band_title (RapTimelineView *self);

/* For views: */
/* Tells assistive technology of the view only while it is on the screen, so that
 * what looks for something need not walk through those that nobody sees. */
void     rap_timeline_view_hide_unseen    (RapTimelineView *self);
/* For a page that draws itself: it takes the keyboard, has tooltips, and hears of presses,
 * @pressed_cb (self, n_press, x, y, gesture), and of the wheel, @scroll_cb (self, dx, dy). */
void     rap_timeline_view_set_up_page    (RapTimelineView *self,
                                           GCallback        pressed_cb,
                                           GCallback        scroll_cb);
/* Takes the keyboard out of the view as Tab does, where Tab would go through all rows of a
 * list first. FALSE when there is nothing to go to. */
gboolean rap_timeline_view_leave          (RapTimelineView *self,
                                           gboolean         forward);
/* Makes an event the selection, or asks with @open for its passages. Does nothing when it
 * is not, or no more, among @items, which may be NULL. */
void     rap_timeline_view_choose         (RapTimelineView  *self,
                                           RapTimelineItems *items,
                                           guint             event,
                                           gboolean          open);
/* The same for any record. */
void     rap_timeline_view_open           (RapTimelineView *self,
                                           RapKind          kind,
                                           const char      *id);
void     rap_timeline_view_moved          (RapTimelineView *self);
void     rap_timeline_view_brush          (RapTimelineView *self,
                                           gint64           first,
                                           gint64           last);

G_END_DECLS
