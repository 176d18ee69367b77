/* rap-timeline-month-page.c
 *
 * One month as a calendar page. The timeline layer says what lies where; this
 * listens to pointer and keys. Proxies, one a day, say to a screen reader what
 * lies there; the page itself says the day that the keyboard is on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-month-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "rap-timeline-dating.h"
#include "rap-timeline-sweep.h"
#include "rap-timeline-view.h"
#include "rap-timeline-words.h"
#include "rap-words.h"

static void rap_timeline_month_page_view_init (RapTimelineViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RapTimelineMonthPage, rap_timeline_month_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (RAP_TYPE_TIMELINE_VIEW, rap_timeline_month_page_view_init))

static void
rap_timeline_month_page_snapshot (GtkWidget   *widget,
                                  GtkSnapshot *snapshot)
{
  rap_month_draw (RAP_TIMELINE_MONTH_PAGE (widget), snapshot);
  GTK_WIDGET_CLASS (rap_timeline_month_page_parent_class)->snapshot (widget, snapshot);
}

static void
chosen_cb (RapTimelineMonthPage *self,
           guint                 event)
{
  rap_timeline_view_choose (RAP_TIMELINE_VIEW (self), self->items, event, FALSE);
}

/* "Thursday, 5 March 2024, 3 events; …", with the first titles. (transfer full) */
static char *
say_day (RapTimelineMonthPage *self,
         gint64                day)
{
  g_autofree char *words = rap_words_long_day (day);
  g_autoptr (GString) sentence = g_string_new (NULL);
  g_autoptr (GArray) events = rap_month_layout_get_day (self->layout, day);

  /* Translators: a day of the calendar and how many events lie on it */
  g_string_append_printf (sentence, ngettext ("%1$s, %2$u event", "%1$s, %2$u events", events->len), words, events->len);
  for (guint i = 0; i < MIN (events->len, 5); i++)
    {
      RapTimelineEvent event;

      rap_timeline_items_get_event (self->items, g_array_index (events, guint, i), &event);
      g_string_append_printf (sentence, "; %s", rap_timeline_words_title (&event));
    }
  return g_string_free (g_steal_pointer (&sentence), FALSE);
}

/* What a screen reader says of the day cursor, and finds in the cells. */
static void
describe_day (RapTimelineMonthPage *self)
{
  g_autofree char *sentence = NULL;

  rap_month_update_layout (self);
  if (self->layout == NULL)
    return;
  sentence = say_day (self, self->day);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}

static gboolean
has_events (RapTimelineMonthPage *self,
            gint64                day)
{
  g_autoptr (GArray) events = rap_month_layout_get_day (self->layout, day);

  return events->len > 0;
}

/* Days without events are left to the page itself. */
static void
describe_cells (RapTimelineMonthPage *self)
{
  rap_month_update_layout (self);
  for (guint i = 0; i < RAP_MONTH_DAYS; i++)
    {
      gint64 day = self->layout != NULL ? self->layout->start + i : 0;
      gboolean inside = self->layout != NULL && day >= self->layout->first && day < self->layout->last;
      gboolean full = inside && has_events (self, day);
      g_autofree char *sentence = full ? say_day (self, day) : NULL;

      gtk_widget_set_visible (GTK_WIDGET (self->cells[i]), full);
      if (full)
        rap_timeline_proxy_bind (self->cells[i], i, sentence, day == self->day);
    }
}

/* Of the scrolled window around it, when it has more than it shows; or NULL. */
static GtkAdjustment *
find_adjustment (RapTimelineMonthPage *self)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;

  if (scrolled == NULL)
    return NULL;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  return gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment) + 1.0 ? adjustment : NULL;
}

/* Brings the week of the day cursor into view. */
static void
show_cursor (RapTimelineMonthPage *self)
{
  GtkAdjustment *adjustment = find_adjustment (self);
  double top;

  rap_month_update_layout (self);
  if (adjustment == NULL || self->layout == NULL)
    return;
  top = rap_month_cell_y (self, (guint) (self->day - self->layout->start) / 7);
  gtk_adjustment_clamp_page (adjustment, top, top + rap_month_row_height (self));
}

/* It has no size before the first frame. */
static gboolean
show_cursor_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  if (gtk_widget_get_height (widget) == 0)
    return G_SOURCE_CONTINUE;
  show_cursor (RAP_TIMELINE_MONTH_PAGE (widget));
  return G_SOURCE_REMOVE;
}

static void
rap_timeline_month_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (rap_timeline_month_page_parent_class)->map (widget);
  gtk_widget_add_tick_callback (widget, show_cursor_cb, NULL, NULL);
}

static void
set_day (RapTimelineMonthPage *self,
         gint64                day)
{
  gboolean same_month;

  rap_month_update_layout (self);
  same_month = self->layout != NULL && day >= self->layout->first && day < self->layout->last;
  self->day = day;
  if (!same_month)
    rap_month_invalidate (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  describe_day (self);
  show_cursor (self);
  if (same_month)
    return;
  /* another month may have another number of weeks */
  gtk_widget_queue_resize (GTK_WIDGET (self));
  describe_cells (self);
  rap_timeline_view_moved (RAP_TIMELINE_VIEW (self));
}

static void
open_day (RapTimelineMonthPage *self,
          gint64                day)
{
  g_autoptr (GArray) events = NULL;
  guint cell;

  rap_month_update_layout (self);
  if (self->layout == NULL)
    return;
  events = rap_month_layout_get_day (self->layout, day);
  cell = (guint) (day - self->layout->start);
  if (events->len == 1)
    rap_timeline_view_choose (RAP_TIMELINE_VIEW (self), self->items, g_array_index (events, guint, 0), TRUE);
  else if (events->len > 1)
    rap_timeline_popover_show (self->popover, self->items, events,
                               &(GdkRectangle) { rap_month_cell_x (self, cell % 7), rap_month_cell_y (self, cell / 7),
                                                 rap_month_column_width (self), rap_month_row_height (self) });
}

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  RapTimelineMonthPage *self = RAP_TIMELINE_MONTH_PAGE (widget);
  int days, months;

  g_variant_get (args, "(ii)", &days, &months);
  if (rap_month_is_mirrored (self) && ABS (days) == 1)
    days = -days;
  set_day (self, months != 0 ? rap_month_add (self->day, months) : self->day + days);
  return TRUE;
}

/* To the first or last day of the week. */
static gboolean
end_cb (GtkWidget *widget,
        GVariant  *args,
        gpointer   user_data)
{
  RapTimelineMonthPage *self = RAP_TIMELINE_MONTH_PAGE (widget);
  int column = (rap_day_get_weekday (self->day) - self->first_weekday + 7) % 7;

  set_day (self, self->day + (g_variant_get_int32 (args) < 0 ? -column : 6 - column));
  return TRUE;
}

static gboolean
open_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  RapTimelineMonthPage *self = RAP_TIMELINE_MONTH_PAGE (widget);

  open_day (self, self->day);
  return TRUE;
}

static void
pressed_cb (RapTimelineMonthPage *self,
            int                   n_press,
            double                x,
            double                y,
            GtkGestureClick      *gesture)
{
  const RapMonthBar *bar;
  int cell;

  rap_month_update_layout (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  bar = rap_month_find_bar (self, x, y);
  cell = rap_month_find_cell (self, x, y);
  if (cell < 0 || self->layout == NULL)
    return;
  /* a bar may be about to be dragged */
  if (bar == NULL || n_press >= 2)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (bar != NULL)
    rap_timeline_view_choose (RAP_TIMELINE_VIEW (self), self->items, bar->event, n_press >= 2);
  else if (self->layout->n_hidden[cell] > 0 || n_press >= 2)
    open_day (self, self->layout->start + cell);
  else
    set_day (self, self->layout->start + cell);
}

static gboolean
pick (GtkWidget        *widget,
      double            x,
      double            y,
      RapTimelineEvent *event,
      gint64           *day)
{
  RapTimelineMonthPage *self = RAP_TIMELINE_MONTH_PAGE (widget);
  const RapMonthBar *bar = rap_month_find_bar (self, x, y);
  int cell = rap_month_find_cell (self, x, y);

  if (bar == NULL || cell < 0)
    return FALSE;
  *day = self->layout->start + cell;
  rap_timeline_items_get_event (self->items, bar->event, event);
  return TRUE;
}

static gboolean
day_at (GtkWidget *widget,
        double     x,
        double     y,
        gint64    *day)
{
  RapTimelineMonthPage *self = RAP_TIMELINE_MONTH_PAGE (widget);
  int cell = rap_month_find_cell (self, x, y);

  rap_month_update_layout (self);
  if (cell < 0 || self->layout == NULL)
    return FALSE;
  *day = self->layout->start + cell;
  return TRUE;
}

static RapEdtf *
aim (GtkWidget *widget,
     gboolean   over,
     double     x,
     double     y)
{
  RapTimelineMonthPage *self = RAP_TIMELINE_MONTH_PAGE (widget);
  gboolean found = over && day_at (widget, x, y, &self->drop_day);

  gtk_widget_queue_draw (widget);
  if (found)
    return rap_edtf_new_day (self->drop_day);
  self->drop_day = RAP_DAY_MIN;
  return NULL;
}

/* Asks for the date of what is marked on the day, or else of the first there. */
static gboolean
date_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  RapTimelineMonthPage *self = RAP_TIMELINE_MONTH_PAGE (widget);
  g_autoptr (GArray) events = NULL;
  RapTimelineEvent event;
  guint index = 0;

  rap_month_update_layout (self);
  if (self->layout == NULL)
    return FALSE;
  events = rap_month_layout_get_day (self->layout, self->day);
  if (events->len == 0)
    return FALSE;
  for (guint i = 0; i < events->len; i++)
    if (g_array_index (events, guint, i) == self->selected)
      index = i;
  rap_timeline_items_get_event (self->items, g_array_index (events, guint, index), &event);
  rap_timeline_dating_ask (widget, &event);
  return TRUE;
}

static gboolean
scroll_cb (RapTimelineMonthPage *self,
           double                dx,
           double                dy)
{
  if (dx + dy == 0.0 || find_adjustment (self) != NULL)
    return FALSE;
  set_day (self, rap_month_add (self->day, dx + dy > 0.0 ? 1 : -1));
  return TRUE;
}

static gboolean
rap_timeline_month_page_query_tooltip (GtkWidget  *widget,
                                       int         x,
                                       int         y,
                                       gboolean    keyboard,
                                       GtkTooltip *tooltip)
{
  RapTimelineMonthPage *self = RAP_TIMELINE_MONTH_PAGE (widget);
  const RapMonthBar *bar = keyboard ? NULL : rap_month_find_bar (self, x, y);
  g_autofree char *text = NULL;

  if (bar == NULL)
    return FALSE;
  text = rap_timeline_words_event (self->items, bar->event);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
rap_timeline_month_page_css_changed (GtkWidget         *widget,
                                     GtkCssStyleChange *change)
{
  RapTimelineMonthPage *self = RAP_TIMELINE_MONTH_PAGE (widget);

  GTK_WIDGET_CLASS (rap_timeline_month_page_parent_class)->css_changed (widget, change);
  rap_timeline_painter_restyle (self->painter);
  gtk_widget_queue_resize (widget);
  rap_month_invalidate (self);
}

static void
rap_timeline_month_page_measure (GtkWidget      *widget,
                                 GtkOrientation  orientation,
                                 int             for_size,
                                 int            *minimum,
                                 int            *natural,
                                 int            *minimum_baseline,
                                 int            *natural_baseline)
{
  RapTimelineMonthPage *self = RAP_TIMELINE_MONTH_PAGE (widget);

  *minimum = 280;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = (int) ceil (rap_month_head_height (self)
                           + rap_month_count_weeks (self)
                             * (2.0 * rap_timeline_painter_line_height (self->painter) + 5.0));
  *natural = *minimum * (orientation == GTK_ORIENTATION_VERTICAL ? 1 : 2);
}

static void
rap_timeline_month_page_size_allocate (GtkWidget *widget,
                                       int        width,
                                       int        height,
                                       int        baseline)
{
  RapTimelineMonthPage *self = RAP_TIMELINE_MONTH_PAGE (widget);

  rap_month_invalidate (self);
  for (guint i = 0; i < RAP_MONTH_DAYS; i++)
    gtk_widget_size_allocate (GTK_WIDGET (self->cells[i]),
                              &(GtkAllocation) { rap_month_cell_x (self, i % 7),
                                                 rap_month_cell_y (self, i / 7),
                                                 MAX (rap_month_column_width (self), 1.0),
                                                 MAX (rap_month_row_height (self), 1.0) }, -1);
  gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
rap_timeline_month_page_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (rap_timeline_month_page_parent_class)->dispose (object);
}

static void
rap_timeline_month_page_finalize (GObject *object)
{
  RapTimelineMonthPage *self = RAP_TIMELINE_MONTH_PAGE (object);

  g_clear_pointer (&self->layout, rap_month_layout_free);
  g_clear_pointer (&self->painter, rap_timeline_painter_free);
  g_clear_pointer (&self->items, rap_timeline_items_unref);
  G_OBJECT_CLASS (rap_timeline_month_page_parent_class)->finalize (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct { guint key; int days, months; } moves[] = {
    { GDK_KEY_Left, -1, 0 }, { GDK_KEY_Right, 1, 0 }, { GDK_KEY_Up, -7, 0 }, { GDK_KEY_Down, 7, 0 },
    { GDK_KEY_KP_Left, -1, 0 }, { GDK_KEY_KP_Right, 1, 0 }, { GDK_KEY_KP_Up, -7, 0 }, { GDK_KEY_KP_Down, 7, 0 },
    { GDK_KEY_Page_Up, 0, -1 }, { GDK_KEY_Page_Down, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    gtk_widget_class_add_binding (widget_class, moves[i].key, 0, move_cb, "(ii)", moves[i].days, moves[i].months);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK, move_cb, "(ii)", 0, -12);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, move_cb, "(ii)", 0, 12);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, end_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, end_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, open_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, open_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, open_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_d, 0, date_cb, NULL);
}

static void
rap_timeline_month_page_class_init (RapTimelineMonthPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rap_timeline_month_page_dispose;
  object_class->finalize = rap_timeline_month_page_finalize;
  widget_class->map = rap_timeline_month_page_map;
  widget_class->measure = rap_timeline_month_page_measure;
  widget_class->size_allocate = rap_timeline_month_page_size_allocate;
  widget_class->snapshot = rap_timeline_month_page_snapshot;
  widget_class->css_changed = rap_timeline_month_page_css_changed;
  widget_class->query_tooltip = rap_timeline_month_page_query_tooltip;

  gtk_widget_class_set_css_name (widget_class, "timelinemonth");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  add_keys (widget_class);
}

static void
rap_timeline_month_page_init (RapTimelineMonthPage *self)
{
  self->selected = G_MAXUINT;
  self->drop_day = RAP_DAY_MIN;
  self->day = rap_words_get_today ();
  self->first_weekday = rap_words_get_first_weekday ();
  self->painter = rap_timeline_painter_new (GTK_WIDGET (self));
  for (guint i = 0; i < RAP_MONTH_DAYS; i++)
    self->cells[i] = rap_timeline_proxy_add (GTK_WIDGET (self), GTK_ACCESSIBLE_ROLE_GRID_CELL);
  self->popover = rap_timeline_popover_add (GTK_WIDGET (self), G_CALLBACK (chosen_cb));
  rap_timeline_view_set_up_page (RAP_TIMELINE_VIEW (self), G_CALLBACK (pressed_cb), G_CALLBACK (scroll_cb));
  rap_timeline_dating_add_source (GTK_WIDGET (self), pick);
  rap_timeline_dating_add_target (GTK_WIDGET (self), aim);
  rap_timeline_sweep_add (RAP_TIMELINE_VIEW (self), day_at);
}

static void
rap_timeline_month_page_set_data (RapTimelineView *view,
                                  RapTimelineData *data,
                                  gboolean         fit)
{
  RapTimelineMonthPage *self = RAP_TIMELINE_MONTH_PAGE (view);
  gint64 latest;

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_clear_pointer (&self->items, rap_timeline_items_unref);
  memset (&self->columns, 0, sizeof self->columns);
  self->selected = G_MAXUINT;
  if (data != NULL)
    {
      self->items = rap_timeline_items_ref (rap_timeline_data_get_items (data));
      rap_timeline_items_get_columns (self->items, &self->columns);
    }
  rap_timeline_painter_set_items (self->painter, self->items);
  rap_month_invalidate (self);
  /* a fresh calendar opens where the last thing happened */
  if (fit && data != NULL && rap_timeline_items_get_latest (rap_timeline_data_get_items (data), &latest))
    set_day (self, latest);
  describe_day (self);
  describe_cells (self);
  rap_timeline_view_moved (view);
}

/* The page follows to the day or month of what was selected. */
static void
rap_timeline_month_page_set_selection (RapTimelineView *view,
                                       guint            index,
                                       gboolean         show)
{
  RapTimelineMonthPage *self = RAP_TIMELINE_MONTH_PAGE (view);
  gint64 first, last;

  self->selected = index;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (show && index != G_MAXUINT && self->items != NULL
      && rap_timeline_items_get_days (self->items, index, &first, &last))
    set_day (self, first);
}

static void
rap_timeline_month_page_set_brush (RapTimelineView *view,
                                   gint64           first,
                                   gint64           last)
{
  RapTimelineMonthPage *self = RAP_TIMELINE_MONTH_PAGE (view);

  self->brush_first = first;
  self->brush_last = last;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
rap_timeline_month_page_step (RapTimelineView *view,
                              int              pages)
{
  RapTimelineMonthPage *self = RAP_TIMELINE_MONTH_PAGE (view);

  set_day (self, rap_month_add (self->day, pages));
}

static void
rap_timeline_month_page_show_day (RapTimelineView *view,
                                  gint64           day)
{
  set_day (RAP_TIMELINE_MONTH_PAGE (view), day);
}

static gint64
rap_timeline_month_page_get_day (RapTimelineView *view)
{
  return RAP_TIMELINE_MONTH_PAGE (view)->day;
}

static char *
rap_timeline_month_page_get_title (RapTimelineView *view)
{
  return rap_words_month (RAP_TIMELINE_MONTH_PAGE (view)->day);
}

static GArray *
rap_timeline_month_page_get_band (RapTimelineView *view)
{
  RapTimelineMonthPage *self = RAP_TIMELINE_MONTH_PAGE (view);
  GArray *band = g_array_new (FALSE, FALSE, sizeof (guint));

  rap_month_update_layout (self);
  if (self->layout != NULL)
    g_array_append_vals (band, self->layout->band->data, self->layout->band->len);
  return band;
}

static char *
rap_timeline_month_page_get_band_title (RapTimelineView *view)
{
  g_autofree char *name = rap_words_month (RAP_TIMELINE_MONTH_PAGE (view)->day);

  /* Translators: what is only known to have happened in this month, "Some time in July 2017" */
  return g_strdup_printf (_("Some time in %s"), name);
}

static void
rap_timeline_month_page_view_init (RapTimelineViewInterface *iface)
{
  iface->set_data = rap_timeline_month_page_set_data;
  iface->set_selection = rap_timeline_month_page_set_selection;
  iface->set_brush = rap_timeline_month_page_set_brush;
  iface->step = rap_timeline_month_page_step;
  iface->show_day = rap_timeline_month_page_show_day;
  iface->get_day = rap_timeline_month_page_get_day;
  iface->get_title = rap_timeline_month_page_get_title;
  iface->get_band = rap_timeline_month_page_get_band;
  iface->get_band_title = rap_timeline_month_page_get_band_title;
}
