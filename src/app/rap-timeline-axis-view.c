/* rap-timeline-axis-view.c
 *
 * The axis view: its state, its keys and its public face. Where things lie is
 * decided by the timeline layer; drawing, pointer and proxies have files of
 * their own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-axis-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "rap-ticks.h"
#include "rap-timeline-words.h"
#include "rap-words.h"

#define FIT_MARGIN   28.0     /* pixels */
#define LABEL_ROOM   170.0    /* pixels that fitting leaves for the last labels */
#define LEAST_DAYS   45       /* fitting shows no less */
#define VIEW_MARGIN  48.0     /* pixels around a mark that is brought into view */

static void rap_timeline_axis_view_view_init (RapTimelineViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RapTimelineAxisView, rap_timeline_axis_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (RAP_TYPE_TIMELINE_VIEW, rap_timeline_axis_view_view_init))

void
rap_timeline_axis_invalidate (RapTimelineAxisView *self)
{
  g_clear_pointer (&self->content, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  rap_timeline_axis_queue_proxies (self);
  rap_timeline_view_moved (RAP_TIMELINE_VIEW (self));
}

void
rap_timeline_axis_pan (RapTimelineAxisView *self,
                       double               pixels)
{
  if (pixels == 0.0 || self->items == NULL)
    return;
  rap_axis_pan (&self->axis, pixels);
  rap_timeline_axis_invalidate (self);
}

void
rap_timeline_axis_zoom_at (RapTimelineAxisView *self,
                           double               x,
                           double               factor)
{
  double at = CLAMP (x - self->geometry.left, 0.0, self->geometry.width);

  if (self->items != NULL && rap_axis_zoom (&self->axis, at, factor))
    rap_timeline_axis_invalidate (self);
}

static void
chosen_cb (RapTimelineAxisView *self,
           guint                event)
{
  rap_timeline_view_choose (RAP_TIMELINE_VIEW (self), self->items, event, FALSE);
}

static void
card_open_cb (RapTimelineAxisView *self,
              guint                kind,
              const char          *id)
{
  rap_timeline_view_open (RAP_TIMELINE_VIEW (self), kind, id);
}

/* Where a mark is, for a popover; FALSE when it is out of view. */
static gboolean
get_rectangle (RapTimelineAxisView *self,
               const RapMark       *mark,
               GdkRectangle        *rectangle)
{
  gboolean in_header;
  graphene_rect_t area;

  if (rap_timeline_axis_find_mark (self, mark->item, &in_header) == NULL)
    return FALSE;
  rap_timeline_axis_get_area (self, mark, in_header, &area);
  *rectangle = (GdkRectangle) { area.origin.x, area.origin.y, area.size.width, area.size.height };
  return TRUE;
}

static void
list_members (RapTimelineAxisView *self,
              const RapMark       *mark)
{
  g_autoptr (GArray) events = rap_timeline_axis_list_events (self, mark);
  GdkRectangle rectangle;

  if (get_rectangle (self, mark, &rectangle))
    rap_timeline_popover_show (self->popover, self->items, events, &rectangle);
}

void
rap_timeline_axis_show_card (RapTimelineAxisView *self,
                             const RapMark       *mark)
{
  GdkRectangle rectangle;

  if (mark->count > 1)
    list_members (self, mark);
  else if (get_rectangle (self, mark, &rectangle))
    rap_timeline_card_show (self->card, self->items, self->links, self->columns.event[mark->item], self->editable,
                            &rectangle);
}

void
rap_timeline_axis_choose (RapTimelineAxisView *self,
                          const RapMark       *mark,
                          gboolean             open)
{
  if (mark->count > 1)
    list_members (self, mark);
  else
    rap_timeline_view_choose (RAP_TIMELINE_VIEW (self), self->items, self->columns.event[mark->item], open);
}

/* Pans and scrolls no further than needed. */
static void
bring_into_view (RapTimelineAxisView *self,
                 guint                item)
{
  double value = gtk_adjustment_get_value (self->adjustment);
  double page = gtk_adjustment_get_page_size (self->adjustment);
  gint64 from, to;
  double x0, x1, y, height;
  guint n_rows;

  if (!rap_timeline_layout_get_span (self->layout, item, &from, &to))
    return;
  x0 = rap_axis_get_x (&self->axis, from);
  x1 = rap_axis_get_x (&self->axis, to);
  if (x1 < VIEW_MARGIN)
    rap_axis_pan (&self->axis, round (MAX (x0, x1 - self->axis.width / 2.0) - VIEW_MARGIN));
  else if (x0 > self->axis.width - VIEW_MARGIN)
    rap_axis_pan (&self->axis, round (x0 - self->axis.width + 3 * VIEW_MARGIN));
  rap_timeline_layout_get_lane (self->layout, self->columns.lane[item], &y, &height, &n_rows);
  y += (height / MAX (n_rows, 1)) * rap_timeline_layout_get_row (self->layout, item);
  height /= MAX (n_rows, 1);
  if (y < value)
    gtk_adjustment_set_value (self->adjustment, y);
  else if (y + height > value + page)
    gtk_adjustment_set_value (self->adjustment, y + height - page);
  rap_timeline_axis_invalidate (self);
}

void
rap_timeline_axis_set_focus (RapTimelineAxisView *self,
                             guint                item,
                             gboolean             grab)
{
  self->focus = item;
  self->led = self->led || grab;
  if (item == RAP_LAYOUT_NO_ITEM || self->layout == NULL)
    return;
  bring_into_view (self, item);
  if (grab)
    rap_timeline_axis_grab_proxy (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
value_changed_cb (RapTimelineAxisView *self)
{
  rap_timeline_axis_invalidate (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
restyle (RapTimelineAxisView *self)
{
  rap_timeline_painter_restyle (self->painter);
  self->measured = FALSE;
  g_clear_pointer (&self->marks, rap_marks_free);
  g_clear_pointer (&self->articles, rap_marks_free);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  rap_timeline_axis_invalidate (self);
}

static void
rap_timeline_axis_view_css_changed (GtkWidget         *widget,
                                    GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (rap_timeline_axis_view_parent_class)->css_changed (widget, change);
  restyle (RAP_TIMELINE_AXIS_VIEW (widget));
}

static void
rap_timeline_axis_view_direction_changed (GtkWidget        *widget,
                                          GtkTextDirection  previous)
{
  GTK_WIDGET_CLASS (rap_timeline_axis_view_parent_class)->direction_changed (widget, previous);
  restyle (RAP_TIMELINE_AXIS_VIEW (widget));
}

static void
rap_timeline_axis_view_measure (GtkWidget      *widget,
                                GtkOrientation  orientation,
                                int             for_size,
                                int            *minimum,
                                int            *natural,
                                int            *minimum_baseline,
                                int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 160 : 72;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 480 : 200;
}

static void
allocate_scrollbar (RapTimelineAxisView *self,
                    int                  width,
                    int                  height)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int bar;

  gtk_widget_measure (self->scrollbar, GTK_ORIENTATION_HORIZONTAL, -1, &bar, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->scrollbar, &(GtkAllocation) { rtl ? 0 : width - bar, self->geometry.header, bar,
                                                                MAX (height - self->geometry.header, 32) }, -1);
}

static void
rap_timeline_axis_view_size_allocate (GtkWidget *widget,
                                      int        width,
                                      int        height,
                                      int        baseline)
{
  RapTimelineAxisView *self = RAP_TIMELINE_AXIS_VIEW (widget);
  double old_height = self->geometry.height;

  rap_timeline_axis_measure (self, width, height);
  if (old_height != self->geometry.height)
    rap_timeline_axis_invalidate (self);
  if (self->fit_pending)
    rap_timeline_axis_view_fit (self);
  allocate_scrollbar (self, width, height);
  rap_timeline_axis_allocate_proxies (self);
  gtk_popover_present (GTK_POPOVER (self->popover));
  gtk_popover_present (GTK_POPOVER (self->card));
}

static void
rap_timeline_axis_view_snapshot (GtkWidget   *widget,
                                 GtkSnapshot *snapshot)
{
  RapTimelineAxisView *self = RAP_TIMELINE_AXIS_VIEW (widget);

  rap_timeline_axis_snapshot (self, snapshot);
  gtk_widget_snapshot_child (widget, self->scrollbar, snapshot);
}

/* The marks are one stop for Tab; the arrow keys walk among them. */
static gboolean
rap_timeline_axis_view_focus (GtkWidget        *widget,
                              GtkDirectionType  direction)
{
  RapTimelineAxisView *self = RAP_TIMELINE_AXIS_VIEW (widget);
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  /* in a popover the keyboard stays there */
  if (child != NULL && GTK_IS_POPOVER (child))
    return gtk_widget_child_focus (child, direction);
  if (child != NULL || self->layout == NULL)
    return FALSE;
  return gtk_widget_grab_focus (widget);
}

static gboolean
rap_timeline_axis_view_grab_focus (GtkWidget *widget)
{
  RapTimelineAxisView *self = RAP_TIMELINE_AXIS_VIEW (widget);
  guint item = rap_timeline_axis_find_start (self);

  if (item == RAP_LAYOUT_NO_ITEM)
    return FALSE;
  rap_timeline_axis_set_focus (self, item, FALSE);
  rap_timeline_axis_grab_proxy (self);
  return gtk_widget_get_focus_child (widget) != NULL;
}

static void
rap_timeline_axis_view_dispose (GObject *object)
{
  RapTimelineAxisView *self = RAP_TIMELINE_AXIS_VIEW (object);

  rap_timeline_axis_stop (self);
  rap_timeline_axis_free_proxies (self);
  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  self->popover = NULL;
  if (self->card != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->card));
  self->card = NULL;
  if (self->choice != NULL)
    g_signal_handlers_disconnect_by_data (self->choice, self);
  g_clear_object (&self->choice);
  g_clear_object (&self->links);
  g_clear_pointer (&self->scrollbar, gtk_widget_unparent);
  g_clear_object (&self->adjustment);
  G_OBJECT_CLASS (rap_timeline_axis_view_parent_class)->dispose (object);
}

static void
rap_timeline_axis_view_finalize (GObject *object)
{
  RapTimelineAxisView *self = RAP_TIMELINE_AXIS_VIEW (object);

  rap_timeline_axis_cancel_drag (self);
  g_free (self->drop_words);
  g_clear_pointer (&self->content, gsk_render_node_unref);
  g_clear_pointer (&self->marks, rap_marks_free);
  g_clear_pointer (&self->articles, rap_marks_free);
  g_clear_pointer (&self->painter, rap_timeline_painter_free);
  g_clear_pointer (&self->strips, rap_density_painter_free);
  g_clear_pointer (&self->data, rap_timeline_data_unref);
  G_OBJECT_CLASS (rap_timeline_axis_view_parent_class)->finalize (object);
}

static void
rap_timeline_axis_view_class_init (RapTimelineAxisViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rap_timeline_axis_view_dispose;
  object_class->finalize = rap_timeline_axis_view_finalize;
  widget_class->measure = rap_timeline_axis_view_measure;
  widget_class->size_allocate = rap_timeline_axis_view_size_allocate;
  widget_class->snapshot = rap_timeline_axis_view_snapshot;
  widget_class->focus = rap_timeline_axis_view_focus;
  widget_class->grab_focus = rap_timeline_axis_view_grab_focus;
  widget_class->css_changed = rap_timeline_axis_view_css_changed;
  widget_class->direction_changed = rap_timeline_axis_view_direction_changed;
  widget_class->query_tooltip = rap_timeline_axis_query_tooltip;

  gtk_widget_class_set_css_name (widget_class, "timelineaxis");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  rap_timeline_axis_add_keys (widget_class);
}

static void
rap_timeline_axis_view_init (RapTimelineAxisView *self)
{
  self->focus = RAP_LAYOUT_NO_ITEM;
  self->hover = RAP_LAYOUT_NO_ITEM;
  self->selected = RAP_LAYOUT_NO_ITEM;
  self->axis.width = 1.0;
  self->axis.scale = 1.0;
  self->painter = rap_timeline_painter_new (GTK_WIDGET (self));
  self->strips = rap_density_painter_new ();
  self->proxies = g_ptr_array_new ();
  self->adjustment = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_object (self->adjustment, "value-changed", G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);
  self->scrollbar = gtk_scrollbar_new (GTK_ORIENTATION_VERTICAL, self->adjustment);
  gtk_widget_set_parent (self->scrollbar, GTK_WIDGET (self));
  self->popover = rap_timeline_popover_add (GTK_WIDGET (self), G_CALLBACK (chosen_cb));
  self->card = rap_timeline_card_new ();
  gtk_widget_set_parent (GTK_WIDGET (self->card), GTK_WIDGET (self));
  g_signal_connect_swapped (self->card, "open", G_CALLBACK (card_open_cb), self);
  g_signal_connect_swapped (self, "notify::scale-factor", G_CALLBACK (restyle), self);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Timeline"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _("Arrow keys walk from mark to mark and from lane to lane, Enter opens the passages. "
                                    "Alt with Left or Right moves the date, I tells all about it."),
                                  GTK_ACCESSIBLE_PROPERTY_MULTI_SELECTABLE, TRUE, -1);
  rap_timeline_axis_add_pointer (self);
  rap_timeline_axis_add_drag (self);
}

static void
take_data (RapTimelineAxisView *self,
           RapTimelineData     *data)
{
  RapTimelineData *old = self->data;

  rap_timeline_axis_cancel_drag (self);
  g_clear_pointer (&self->content, gsk_render_node_unref);
  g_clear_pointer (&self->marks, rap_marks_free);
  g_clear_pointer (&self->articles, rap_marks_free);
  self->focus = RAP_LAYOUT_NO_ITEM;
  self->hover = RAP_LAYOUT_NO_ITEM;
  self->selected = RAP_LAYOUT_NO_ITEM;
  self->measured = FALSE;
  memset (&self->columns, 0, sizeof self->columns);
  self->data = data != NULL ? rap_timeline_data_ref (data) : NULL;
  self->items = data != NULL ? rap_timeline_data_get_items (data) : NULL;
  self->layout = data != NULL ? rap_timeline_data_get_layout (data) : NULL;
  rap_timeline_painter_set_items (self->painter, self->items);
  rap_density_painter_clear (self->strips);
  if (self->items != NULL)
    rap_timeline_items_get_columns (self->items, &self->columns);
  g_clear_pointer (&old, rap_timeline_data_unref);
}

/* After a reload the keyboard is where it was, if that is still there. */
static void
restore_focus (RapTimelineAxisView *self,
               RapKind              kind,
               const char          *id)
{
  RapTimelineEvent event;
  guint index;

  if (id == NULL || self->items == NULL || !rap_timeline_items_find (self->items, kind, id, &index))
    return;
  rap_timeline_items_get_event (self->items, index, &event);
  if ((self->columns.flags[event.first_item] & RAP_ITEM_UNDATED) == 0)
    self->focus = event.first_item;
}

static void
rap_timeline_axis_view_set_data (RapTimelineView *view,
                                 RapTimelineData *data,
                                 gboolean         fit)
{
  RapTimelineAxisView *self = RAP_TIMELINE_AXIS_VIEW (view);
  g_autofree char *id = NULL;
  RapKind kind = RAP_KIND_PROJECT;

  if (self->focus != RAP_LAYOUT_NO_ITEM)
    {
      RapTimelineEvent event;

      rap_timeline_items_get_event (self->items, self->columns.event[self->focus], &event);
      kind = event.kind;
      id = g_strdup (event.id);
    }
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_popover_popdown (GTK_POPOVER (self->card));
  take_data (self, data);
  restore_focus (self, kind, id);
  if (fit || !self->fitted)
    rap_timeline_axis_view_fit (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  rap_timeline_axis_invalidate (self);
}

static void
rap_timeline_axis_view_set_selection (RapTimelineView *view,
                                      guint            index,
                                      gboolean         show)
{
  RapTimelineAxisView *self = RAP_TIMELINE_AXIS_VIEW (view);
  RapTimelineEvent event;

  if (self->selected == index && !show)
    return;
  self->selected = index;
  rap_timeline_axis_queue_proxies (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (!show || index == RAP_LAYOUT_NO_ITEM || self->items == NULL)
    return;
  self->led = FALSE;
  rap_timeline_items_get_event (self->items, index, &event);
  if (self->focus != RAP_LAYOUT_NO_ITEM && self->columns.event[self->focus] == index)
    return;
  self->focus = RAP_LAYOUT_NO_ITEM;
  if (self->layout != NULL && !self->fit_pending && (self->columns.flags[event.first_item] & RAP_ITEM_UNDATED) == 0)
    rap_timeline_axis_set_focus (self, event.first_item, FALSE);
}

static void
rap_timeline_axis_view_show_day (RapTimelineView *view,
                                 gint64           day)
{
  RapTimelineAxisView *self = RAP_TIMELINE_AXIS_VIEW (view);
  RapAxis to = self->axis;

  rap_axis_centre (&to, day);
  rap_timeline_axis_go (self, &to);
}

static gint64
rap_timeline_axis_view_get_day (RapTimelineView *view)
{
  RapTimelineAxisView *self = RAP_TIMELINE_AXIS_VIEW (view);

  if (self->focus != RAP_LAYOUT_NO_ITEM && self->columns.es[self->focus] > RAP_DAY_MIN)
    return self->columns.es[self->focus];
  return rap_axis_get_day (&self->axis, self->axis.width / 2.0);
}

static void
rap_timeline_axis_view_set_brush (RapTimelineView *view,
                                  gint64           first,
                                  gint64           last)
{
  RapTimelineAxisView *self = RAP_TIMELINE_AXIS_VIEW (view);

  self->brush[0] = first;
  self->brush[1] = last;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
rap_timeline_axis_view_view_init (RapTimelineViewInterface *iface)
{
  iface->set_data = rap_timeline_axis_view_set_data;
  iface->set_selection = rap_timeline_axis_view_set_selection;
  iface->set_brush = rap_timeline_axis_view_set_brush;
  iface->show_day = rap_timeline_axis_view_show_day;
  iface->get_day = rap_timeline_axis_view_get_day;
}

/* The middle, or the mark that the keyboard is at. */
static double
find_zoom_centre (RapTimelineAxisView *self)
{
  const RapMark *mark = rap_timeline_axis_find_mark (self, self->focus, NULL);
  double middle = self->geometry.width / 2.0;

  if (mark != NULL && mark->x1 > 0.0 && mark->x0 < self->geometry.width)
    middle = CLAMP ((mark->x0 + mark->x1) / 2.0, 0.0, self->geometry.width);
  return self->geometry.left + middle;
}

void
rap_timeline_axis_view_zoom (RapTimelineAxisView *self,
                             double               factor)
{
  g_return_if_fail (RAP_IS_TIMELINE_AXIS_VIEW (self));

  rap_timeline_axis_stop (self);
  rap_timeline_axis_zoom_at (self, find_zoom_centre (self), factor);
}

void
rap_timeline_axis_view_zoom_smoothly (RapTimelineAxisView *self,
                                      double               factor)
{
  g_return_if_fail (RAP_IS_TIMELINE_AXIS_VIEW (self));

  rap_timeline_axis_zoom_smoothly (self, find_zoom_centre (self), factor);
}

void
rap_timeline_axis_view_pan (RapTimelineAxisView *self,
                            double               pixels)
{
  g_return_if_fail (RAP_IS_TIMELINE_AXIS_VIEW (self));

  rap_timeline_axis_stop (self);
  rap_timeline_axis_pan (self, pixels);
}

/* With room for the labels of the last, and never so close that a day fills it. */
static void
fit_days (RapTimelineAxisView *self,
          gint64               from,
          gint64               to,
          RapAxis             *axis)
{
  double room = MAX (self->geometry.width - 2 * FIT_MARGIN, 2 * LABEL_ROOM);

  to += (gint64) ((to - from) * LABEL_ROOM / (room - LABEL_ROOM));
  if (to - from < LEAST_DAYS)
    {
      from -= (LEAST_DAYS - (to - from)) / 2;
      to = from + LEAST_DAYS;
    }
  *axis = self->axis;
  rap_axis_fit (axis, from, to, FIT_MARGIN);
}

/* All there is, or the months around today. */
static void
get_all_days (RapTimelineAxisView *self,
              gint64              *from,
              gint64              *to)
{
  self->fitted = self->items != NULL && rap_timeline_layout_get_extent (self->layout, from, to);
  if (self->fitted)
    return;
  *from = rap_words_get_today () - 180;
  *to = *from + 365;
}

void
rap_timeline_axis_view_fit (RapTimelineAxisView *self)
{
  gint64 from, to;

  g_return_if_fail (RAP_IS_TIMELINE_AXIS_VIEW (self));

  rap_timeline_axis_stop (self);
  self->fit_pending = self->geometry.width <= 1.0;
  if (self->fit_pending)
    {
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      return;
    }
  get_all_days (self, &from, &to);
  fit_days (self, from, to, &self->axis);
  rap_timeline_axis_invalidate (self);
}

void
rap_timeline_axis_view_fit_smoothly (RapTimelineAxisView *self,
                                     gint64               first,
                                     gint64               last)
{
  RapAxis to;

  g_return_if_fail (RAP_IS_TIMELINE_AXIS_VIEW (self));

  if (first >= last)
    get_all_days (self, &first, &last);
  fit_days (self, first, last, &to);
  rap_timeline_axis_go (self, &to);
}

void
rap_timeline_axis_view_get_window (RapTimelineAxisView *self,
                                   gint64              *first,
                                   gint64              *last)
{
  g_return_if_fail (RAP_IS_TIMELINE_AXIS_VIEW (self));

  *first = rap_axis_get_day (&self->axis, 0.0);
  *last = rap_axis_get_day (&self->axis, self->axis.width) + 1;
}

void
rap_timeline_axis_view_set_calendar (RapTimelineAxisView *self,
                                     RapCalendar          calendar)
{
  g_return_if_fail (RAP_IS_TIMELINE_AXIS_VIEW (self));

  if (self->calendar == calendar)
    return;
  self->calendar = calendar;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  rap_timeline_axis_invalidate (self);
}

static void
choice_changed_cb (RapTimelineAxisView *self)
{
  rap_timeline_axis_queue_proxies (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
rap_timeline_axis_view_set_choice (RapTimelineAxisView *self,
                                   RapTimelineChoice   *choice)
{
  g_return_if_fail (RAP_IS_TIMELINE_AXIS_VIEW (self) && self->choice == NULL);

  self->choice = g_object_ref (choice);
  g_signal_connect_swapped (choice, "changed", G_CALLBACK (choice_changed_cb), self);
}

void
rap_timeline_axis_view_set_links (RapTimelineAxisView *self,
                                  RapTimelineLinks    *links)
{
  g_return_if_fail (RAP_IS_TIMELINE_AXIS_VIEW (self));

  g_set_object (&self->links, links);
}

void
rap_timeline_axis_view_set_editable (RapTimelineAxisView *self,
                                     gboolean             editable)
{
  g_return_if_fail (RAP_IS_TIMELINE_AXIS_VIEW (self));

  self->editable = editable;
}

void
rap_timeline_axis_view_choose_all (RapTimelineAxisView *self)
{
  g_autoptr (GArray) events = NULL;

  g_return_if_fail (RAP_IS_TIMELINE_AXIS_VIEW (self));

  if (self->layout == NULL || self->choice == NULL)
    return;
  events = rap_timeline_axis_collect (self, NULL);
  rap_timeline_choice_set (self->choice, events, FALSE);
}

gboolean
rap_timeline_axis_view_get_focus (RapTimelineAxisView *self,
                                  guint               *event)
{
  g_return_val_if_fail (RAP_IS_TIMELINE_AXIS_VIEW (self), FALSE);

  if (self->items == NULL)
    return FALSE;
  if (self->selected != RAP_LAYOUT_NO_ITEM && (!self->led || self->focus == RAP_LAYOUT_NO_ITEM))
    *event = self->selected;
  else if (self->focus != RAP_LAYOUT_NO_ITEM)
    *event = self->columns.event[self->focus];
  else
    return FALSE;
  return TRUE;
}

gboolean
rap_timeline_axis_view_focus_event (RapTimelineAxisView *self,
                                    guint                event)
{
  RapTimelineEvent info;

  g_return_val_if_fail (RAP_IS_TIMELINE_AXIS_VIEW (self), FALSE);

  if (self->items == NULL || event >= rap_timeline_items_get_n_events (self->items))
    return FALSE;
  rap_timeline_items_get_event (self->items, event, &info);
  if ((self->columns.flags[info.first_item] & RAP_ITEM_UNDATED) != 0)
    return FALSE;
  rap_timeline_axis_set_focus (self, info.first_item, TRUE);
  return TRUE;
}
