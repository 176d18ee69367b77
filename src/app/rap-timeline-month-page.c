/* rap-timeline-month-page.c
 *
 * One month as a calendar page. The timeline layer says what lies where; this
 * draws it, mirrored in right-to-left interfaces, and listens to pointer and
 * keys. Rows too low for a number and a bar below it put the bar beside it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-month-page.h"

#include <glib/gi18n.h>
#include <math.h>

#include "rap-month-layout.h"
#include "rap-timeline-painter.h"
#include "rap-timeline-popover.h"
#include "rap-timeline-words.h"
#include "rap-words.h"

#define BAR_GAP       2.0     /* pixels */
#define BAR_SPACE     4.0     /* of a bar over its line of text */
#define NUMBER_WIDTH  26.0    /* of the day's number in a low row */
#define MAX_CAPACITY  8

struct _RapTimelineMonthPage
{
  GtkWidget           parent_instance;
  RapTimelineItems   *items;
  RapTimelineColumns  columns;
  RapTimelinePainter *painter;
  RapMonthLayout     *layout;      /* NULL when stale */
  RapTimelinePopover *popover;
  gint64              day;
  guint               selected;
  int                 first_weekday;
};

static void rap_timeline_month_page_view_init (RapTimelineViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RapTimelineMonthPage, rap_timeline_month_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (RAP_TYPE_TIMELINE_VIEW, rap_timeline_month_page_view_init))

static double
head_height (RapTimelineMonthPage *self)
{
  return rap_timeline_painter_line_height (self->painter) + 6.0;
}

static double
bar_height (RapTimelineMonthPage *self)
{
  return rap_timeline_painter_line_height (self->painter) + BAR_SPACE;
}

static double
row_height (RapTimelineMonthPage *self)
{
  return (gtk_widget_get_height (GTK_WIDGET (self)) - head_height (self)) / RAP_MONTH_WEEKS;
}

static double
column_width (RapTimelineMonthPage *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self)) / 7.0;
}

static gboolean
is_mirrored (RapTimelineMonthPage *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* In a low row the number and one bar share the line. */
static gboolean
is_low (RapTimelineMonthPage *self)
{
  return row_height (self) < rap_timeline_painter_line_height (self->painter) + 4.0 + bar_height (self) + BAR_GAP;
}

static double
bars_top (RapTimelineMonthPage *self)
{
  return is_low (self) ? MAX (floor ((row_height (self) - bar_height (self)) / 2.0), 0.0)
                       : rap_timeline_painter_line_height (self->painter) + 4.0;
}

static guint
capacity (RapTimelineMonthPage *self)
{
  double room = row_height (self) - bars_top (self);

  if (is_low (self))
    return 1;
  return CLAMP ((int) floor (room / (bar_height (self) + BAR_GAP)), 1, MAX_CAPACITY);
}

static void
update_layout (RapTimelineMonthPage *self)
{
  if (self->layout == NULL && self->items != NULL)
    self->layout = rap_month_layout_new (self->items, self->day, self->first_weekday, capacity (self));
}

static void
invalidate (RapTimelineMonthPage *self)
{
  g_clear_pointer (&self->layout, rap_month_layout_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static double
cell_x (RapTimelineMonthPage *self,
        guint                 column)
{
  return floor ((is_mirrored (self) ? 6 - column : column) * column_width (self));
}

static double
cell_y (RapTimelineMonthPage *self,
        guint                 week)
{
  return floor (head_height (self) + week * row_height (self));
}

static void
get_bar_area (RapTimelineMonthPage *self,
              const RapMonthBar    *bar,
              graphene_rect_t      *area)
{
  double indent = is_low (self) ? NUMBER_WIDTH : 3.0;
  double left = cell_x (self, is_mirrored (self) ? bar->last : bar->first);
  double right = cell_x (self, is_mirrored (self) ? bar->first : bar->last) + column_width (self);
  double before = bar->from_before && !is_low (self) ? 0.0 : indent;
  double after = is_low (self) && self->layout->n_hidden[bar->week * 7 + bar->last] > 0 ? NUMBER_WIDTH
                 : bar->goes_on ? 0.0 : 3.0;
  double y = cell_y (self, bar->week) + bars_top (self) + bar->slot * (bar_height (self) + BAR_GAP);

  left += is_mirrored (self) ? after : before;
  right -= is_mirrored (self) ? before : after;
  *area = GRAPHENE_RECT_INIT (left, y, right - left, bar_height (self));
}

static const RapMonthBar *
bar_at (RapTimelineMonthPage *self,
        double                x,
        double                y)
{
  for (guint i = 0; self->layout != NULL && i < self->layout->bars->len; i++)
    {
      const RapMonthBar *bar = &g_array_index (self->layout->bars, RapMonthBar, i);
      graphene_rect_t area;

      get_bar_area (self, bar, &area);
      if (graphene_rect_contains_point (&area, &GRAPHENE_POINT_INIT (x, y)))
        return bar;
    }
  return NULL;
}

/* The cell at a point, or -1. */
static int
cell_at (RapTimelineMonthPage *self,
         double                x,
         double                y)
{
  int column = (int) floor (x / column_width (self));
  int week = (int) floor ((y - head_height (self)) / row_height (self));

  if (column < 0 || column > 6 || week < 0 || week >= RAP_MONTH_WEEKS)
    return -1;
  return week * 7 + (is_mirrored (self) ? 6 - column : column);
}

static void
draw_weekdays (RapTimelineMonthPage     *self,
               GtkSnapshot              *snapshot,
               const RapTimelinePalette *palette)
{
  for (guint column = 0; column < 7; column++)
    {
      g_autofree char *name = rap_words_weekday_short ((self->first_weekday + column - 1) % 7 + 1);
      double width = rap_timeline_painter_text (self->painter, NULL, name, NULL, 0.0, 0.0, 0.0);
      double x = cell_x (self, column) + (is_mirrored (self) ? column_width (self) - width - 6.0 : 6.0);

      rap_timeline_painter_text (self->painter, snapshot, name, &palette->dim, x, head_height (self) / 2.0, 0.0);
    }
}

static void
draw_cells (RapTimelineMonthPage     *self,
            GtkSnapshot              *snapshot,
            const RapTimelinePalette *palette)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));

  for (guint cell = 0; cell < RAP_MONTH_DAYS; cell++)
    {
      gint64 day = self->layout->start + cell;

      if (day < self->layout->first || day >= self->layout->last)
        rap_timeline_painter_rect (snapshot, &palette->stripe, cell_x (self, cell % 7), cell_y (self, cell / 7),
                                   column_width (self) + 1.0, row_height (self) + 1.0);
    }
  for (guint column = 1; column < 7; column++)
    rap_timeline_painter_rect (snapshot, &palette->grid, floor (column * column_width (self)), head_height (self), 1.0,
                               height - head_height (self));
  for (guint week = 0; week < RAP_MONTH_WEEKS; week++)
    rap_timeline_painter_rect (snapshot, &palette->grid, 0.0, cell_y (self, week), width, 1.0);
}

static void
draw_number (RapTimelineMonthPage     *self,
             GtkSnapshot              *snapshot,
             const RapTimelinePalette *palette,
             guint                     cell)
{
  gint64 day = self->layout->start + cell;
  gboolean inside = day >= self->layout->first && day < self->layout->last;
  gboolean today = day == rap_words_get_today ();
  double line = rap_timeline_painter_line_height (self->painter);
  double y = cell_y (self, cell / 7) + (is_low (self) ? row_height (self) / 2.0 : 2.0 + line / 2.0);
  g_autofree char *text = NULL;
  gint64 year;
  int month, day_of_month;
  double x, width;

  rap_day_to_ymd (day, &year, &month, &day_of_month);
  text = g_strdup_printf ("%d", day_of_month);
  width = rap_timeline_painter_text (self->painter, NULL, text, NULL, 0.0, 0.0, 0.0);
  x = cell_x (self, cell % 7) + (is_mirrored (self) ? column_width (self) - width - 6.0 : 6.0);
  rap_timeline_painter_text (self->painter, snapshot, text, today ? &palette->today : inside ? &palette->text : &palette->dim,
                             x, y, 0.0);
  if (today)
    rap_timeline_painter_rect (snapshot, &palette->today, x - 1.0, y + line / 2.0 - 1.0, width + 2.0, 2.0);
}

static char *
hidden_text (RapTimelineMonthPage *self,
             guint                 cell)
{
  /* Translators: so many more events on a day than there is room for */
  return g_strdup_printf (_("+%u"), self->layout->n_hidden[cell]);
}

static void
draw_hidden (RapTimelineMonthPage     *self,
             GtkSnapshot              *snapshot,
             const RapTimelinePalette *palette,
             guint                     cell)
{
  g_autofree char *text = NULL;
  double width, x, y;

  if (self->layout->n_hidden[cell] == 0)
    return;
  text = hidden_text (self, cell);
  width = rap_timeline_painter_text (self->painter, NULL, text, NULL, 0.0, 0.0, 0.0);
  x = cell_x (self, cell % 7) + (is_mirrored (self) ? 6.0 : column_width (self) - width - 6.0);
  y = cell_y (self, cell / 7) + (is_low (self) ? row_height (self) / 2.0
                                               : 2.0 + rap_timeline_painter_line_height (self->painter) / 2.0);
  rap_timeline_painter_text (self->painter, snapshot, text, &palette->dim, x, y, 0.0);
}

static void
draw_bar (RapTimelineMonthPage     *self,
          GtkSnapshot              *snapshot,
          const RapTimelinePalette *palette,
          const RapMonthBar        *bar)
{
  gboolean article = self->columns.kind[bar->item] == RAP_KIND_ARTICLE;
  const GdkRGBA *color = article ? &palette->article : &palette->meeting;
  GdkRGBA tint = *color;
  graphene_rect_t area;
  double edge;

  get_bar_area (self, bar, &area);
  edge = is_mirrored (self) ? area.origin.x + area.size.width - 3.0 : area.origin.x;
  tint.alpha *= article ? 0.14 : 0.22;
  rap_timeline_painter_rect (snapshot, &tint, area.origin.x, area.origin.y, area.size.width, area.size.height);
  if (!bar->from_before)
    rap_timeline_painter_rect (snapshot, color, edge, area.origin.y, 3.0, area.size.height);
  if (bar->open)
    for (double x = area.origin.x; x < area.origin.x + area.size.width - 2.0; x += 6.0)
      rap_timeline_painter_rect (snapshot, color, x, area.origin.y + area.size.height - 1.0, 3.0, 1.0);
}

static void
draw_bar_text (RapTimelineMonthPage *self,
               GtkSnapshot          *snapshot,
               const RapMonthBar    *bar)
{
  gboolean article = self->columns.kind[bar->item] == RAP_KIND_ARTICLE;
  const RapTimelinePalette *palette = rap_timeline_painter_get_palette (self->painter);
  double indent = article ? 19.0 : 8.0;
  graphene_rect_t area;
  double width, room, x, y;

  get_bar_area (self, bar, &area);
  y = area.origin.y + area.size.height / 2.0;
  room = area.size.width - indent - 4.0;
  if (is_low (self))   /* the next day's number lies upon the bar */
    room = MIN (room, column_width (self) - indent - 4.0
                      - NUMBER_WIDTH * (1 + (self->layout->n_hidden[bar->week * 7 + bar->first] > 0)));
  if (room < 12.0)
    return;
  x = area.origin.x + indent;
  if (is_mirrored (self))
    {
      width = rap_timeline_painter_label (self->painter, NULL, bar->event, FALSE, 0.0, 0.0, room);
      x = area.origin.x + area.size.width - indent - width;
    }
  if (article)
    rap_timeline_painter_shape (self->painter, snapshot, RAP_SHAPE_TRIANGLE, &palette->article,
                                is_mirrored (self) ? area.origin.x + area.size.width - 11.0 : area.origin.x + 11.0, y);
  rap_timeline_painter_label (self->painter, snapshot, bar->event, FALSE, x, y, room);
}

static void
draw_outline (GtkSnapshot     *snapshot,
              graphene_rect_t  area,
              double           radius,
              double           line,
              const GdkRGBA   *color)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &area, radius);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { line, line, line, line },
                              (GdkRGBA[4]) { *color, *color, *color, *color });
}

static void
draw_cursor (RapTimelineMonthPage     *self,
             GtkSnapshot              *snapshot,
             const RapTimelinePalette *palette)
{
  guint cell = (guint) (self->day - self->layout->start);
  GdkRGBA color = palette->selected;
  graphene_rect_t area = GRAPHENE_RECT_INIT (cell_x (self, cell % 7) + 1.0, cell_y (self, cell / 7) + 1.0,
                                             column_width (self) - 1.0, row_height (self) - 1.0);

  if (!gtk_widget_has_visible_focus (GTK_WIDGET (self)))
    color.alpha *= 0.35;
  draw_outline (snapshot, area, 3.0, gtk_widget_has_visible_focus (GTK_WIDGET (self)) ? 2.0 : 1.0, &color);
}

static void
rap_timeline_month_page_snapshot (GtkWidget   *widget,
                                  GtkSnapshot *snapshot)
{
  RapTimelineMonthPage *self = RAP_TIMELINE_MONTH_PAGE (widget);
  const RapTimelinePalette *palette = rap_timeline_painter_get_palette (self->painter);

  update_layout (self);
  if (self->layout == NULL)
    return;

  draw_cells (self, snapshot, palette);
  for (guint i = 0; i < self->layout->bars->len; i++)
    draw_bar (self, snapshot, palette, &g_array_index (self->layout->bars, RapMonthBar, i));
  draw_weekdays (self, snapshot, palette);
  for (guint cell = 0; cell < RAP_MONTH_DAYS; cell++)
    {
      draw_number (self, snapshot, palette, cell);
      draw_hidden (self, snapshot, palette, cell);
    }
  for (guint i = 0; i < self->layout->bars->len; i++)
    {
      const RapMonthBar *bar = &g_array_index (self->layout->bars, RapMonthBar, i);
      graphene_rect_t area;

      draw_bar_text (self, snapshot, bar);
      get_bar_area (self, bar, &area);
      if (bar->event == self->selected)
        draw_outline (snapshot, area, 3.0, 2.0, &palette->selected);
    }
  draw_cursor (self, snapshot, palette);
}

static void
emit_event (RapTimelineMonthPage *self,
            gboolean              open,
            guint                 index)
{
  RapTimelineEvent event;

  rap_timeline_items_get_event (self->items, index, &event);
  if (open)
    rap_timeline_view_open (RAP_TIMELINE_VIEW (self), event.kind, event.id);
  else
    rap_timeline_view_activate (RAP_TIMELINE_VIEW (self), event.kind, event.id);
}

static void
chosen_cb (RapTimelineMonthPage *self,
           guint                 event)
{
  if (self->items != NULL && event < rap_timeline_items_get_n_events (self->items))
    emit_event (self, FALSE, event);
}

/* What a screen reader says of the day cursor. */
static void
describe_day (RapTimelineMonthPage *self)
{
  g_autofree char *day = rap_words_long_day (self->day);
  g_autoptr (GString) sentence = g_string_new (NULL);
  g_autoptr (GArray) events = NULL;

  update_layout (self);
  if (self->layout == NULL)
    return;
  events = rap_month_layout_get_day (self->layout, self->day);
  /* Translators: a day of the calendar and how many events lie on it */
  g_string_append_printf (sentence, ngettext ("%1$s, %2$u event", "%1$s, %2$u events", events->len), day, events->len);
  for (guint i = 0; i < MIN (events->len, 5); i++)
    {
      RapTimelineEvent event;

      rap_timeline_items_get_event (self->items, g_array_index (events, guint, i), &event);
      g_string_append_printf (sentence, "; %s", rap_timeline_words_title (&event));
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence->str, -1);
}

static void
set_day (RapTimelineMonthPage *self,
         gint64                day)
{
  gboolean same_month;

  update_layout (self);
  same_month = self->layout != NULL && day >= self->layout->first && day < self->layout->last;
  self->day = day;
  if (!same_month)
    invalidate (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  describe_day (self);
  if (!same_month)
    rap_timeline_view_moved (RAP_TIMELINE_VIEW (self));
}

static void
open_day (RapTimelineMonthPage *self,
          gint64                day)
{
  g_autoptr (GArray) events = NULL;
  guint cell;

  update_layout (self);
  if (self->layout == NULL)
    return;
  events = rap_month_layout_get_day (self->layout, day);
  cell = (guint) (day - self->layout->start);
  if (events->len == 1)
    emit_event (self, TRUE, g_array_index (events, guint, 0));
  else if (events->len > 1)
    rap_timeline_popover_show (self->popover, self->items, events,
                               &(GdkRectangle) { cell_x (self, cell % 7), cell_y (self, cell / 7),
                                                 column_width (self), row_height (self) });
}

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  RapTimelineMonthPage *self = RAP_TIMELINE_MONTH_PAGE (widget);
  int days, months;

  g_variant_get (args, "(ii)", &days, &months);
  if (is_mirrored (self) && ABS (days) == 1)
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

  update_layout (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  bar = bar_at (self, x, y);
  cell = cell_at (self, x, y);
  if (cell < 0 || self->layout == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (bar != NULL)
    emit_event (self, n_press >= 2, bar->event);
  else if (self->layout->n_hidden[cell] > 0 || n_press >= 2)
    open_day (self, self->layout->start + cell);
  else
    set_day (self, self->layout->start + cell);
}

static gboolean
scroll_cb (RapTimelineMonthPage *self,
           double                dx,
           double                dy)
{
  if (dx + dy == 0.0)
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
  const RapMonthBar *bar = keyboard ? NULL : bar_at (self, x, y);
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
  invalidate (self);
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
    *minimum = (int) ceil (head_height (self) + RAP_MONTH_WEEKS * (bar_height (self) + 3.0));
  *natural = *minimum * (orientation == GTK_ORIENTATION_VERTICAL ? 1 : 2);
}

static void
rap_timeline_month_page_size_allocate (GtkWidget *widget,
                                       int        width,
                                       int        height,
                                       int        baseline)
{
  RapTimelineMonthPage *self = RAP_TIMELINE_MONTH_PAGE (widget);

  invalidate (self);
  gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
rap_timeline_month_page_dispose (GObject *object)
{
  RapTimelineMonthPage *self = RAP_TIMELINE_MONTH_PAGE (object);

  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  self->popover = NULL;
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
}

static void
rap_timeline_month_page_class_init (RapTimelineMonthPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rap_timeline_month_page_dispose;
  object_class->finalize = rap_timeline_month_page_finalize;
  widget_class->measure = rap_timeline_month_page_measure;
  widget_class->size_allocate = rap_timeline_month_page_size_allocate;
  widget_class->snapshot = rap_timeline_month_page_snapshot;
  widget_class->css_changed = rap_timeline_month_page_css_changed;
  widget_class->query_tooltip = rap_timeline_month_page_query_tooltip;

  gtk_widget_class_set_css_name (widget_class, "timelinemonth");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  add_keys (widget_class);
}

static void
rap_timeline_month_page_init (RapTimelineMonthPage *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES
                                                                | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->selected = G_MAXUINT;
  self->day = rap_words_get_today ();
  self->first_weekday = rap_words_get_first_weekday ();
  self->painter = rap_timeline_painter_new (GTK_WIDGET (self));
  self->popover = rap_timeline_popover_new ();
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
  g_signal_connect_swapped (self->popover, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (gtk_widget_queue_draw), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
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
  invalidate (self);
  /* a fresh calendar opens where the last thing happened */
  if (fit && data != NULL && rap_timeline_data_get_latest (data, &latest))
    set_day (self, latest);
  describe_day (self);
  rap_timeline_view_moved (view);
}

/* The page follows to the day or month of what was selected. */
static void
rap_timeline_month_page_set_selection (RapTimelineView *view,
                                       guint            index,
                                       gboolean         show)
{
  RapTimelineMonthPage *self = RAP_TIMELINE_MONTH_PAGE (view);
  RapTimelineEvent event;

  self->selected = index;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (!show || index == G_MAXUINT || self->items == NULL)
    return;
  rap_timeline_items_get_event (self->items, index, &event);
  if ((self->columns.flags[event.first_item] & RAP_ITEM_UNDATED) == 0)
    set_day (self, self->columns.es[event.first_item] > RAP_DAY_MIN ? self->columns.es[event.first_item]
                                                                    : self->columns.ee[event.first_item]);
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

  update_layout (self);
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
  iface->step = rap_timeline_month_page_step;
  iface->show_day = rap_timeline_month_page_show_day;
  iface->get_day = rap_timeline_month_page_get_day;
  iface->get_title = rap_timeline_month_page_get_title;
  iface->get_band = rap_timeline_month_page_get_band;
  iface->get_band_title = rap_timeline_month_page_get_band_title;
}
