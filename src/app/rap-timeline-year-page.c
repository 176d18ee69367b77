/* rap-timeline-year-page.c
 *
 * The heat calendar. A day shows its step by the side of a square as well as by
 * its colour, so that it can be read without colours. Proxies, one a month, say
 * the numbers of the months to a screen reader; the page itself says the day.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-year-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "rap-month-layout.h"
#include "rap-timeline-dating.h"
#include "rap-timeline-sweep.h"
#include "rap-timeline-view.h"
#include "rap-timeline-words.h"
#include "rap-words.h"

#define MARGIN        6.0    /* pixels */

static void rap_timeline_year_page_view_init (RapTimelineViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RapTimelineYearPage, rap_timeline_year_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (RAP_TYPE_TIMELINE_VIEW, rap_timeline_year_page_view_init))

static gboolean
is_mirrored (RapTimelineYearPage *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static double
line_height (RapTimelineYearPage *self)
{
  return rap_timeline_painter_line_height (self->painter);
}

double
rap_year_legend_height (RapTimelineYearPage *self)
{
  return line_height (self) + 8.0;
}

double
rap_year_count (RapTimelineYearPage *self,
                gint64               first,
                gint64               last)
{
  if (self->data == NULL)
    return 0.0;
  return rap_density_get_count (rap_timeline_data_get_density (self->data), RAP_DENSITY_ALL, first, last);
}

gint64
rap_year_month (RapTimelineYearPage *self,
                int                  month)
{
  return rap_month_add (self->layout.first, month - 1);
}

static void
update_layout (RapTimelineYearPage *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double most = 0.0;

  rap_year_layout_init (&self->layout, self->day, self->first_weekday, width - 2.0 * MARGIN,
                        height - rap_year_legend_height (self), line_height (self) + 4.0);
  for (gint64 day = self->layout.first; day < self->layout.last; day++)
    most = MAX (most, rap_year_count (self, day, day + 1));
  self->unit = rap_heat_unit (most);
}

/* The left side of something of @width that lies at @x of the layout. */
double
rap_year_place (RapTimelineYearPage *self,
                double               x,
                double               width)
{
  return is_mirrored (self) ? gtk_widget_get_width (GTK_WIDGET (self)) - MARGIN - x - width : MARGIN + x;
}

/* The point of the layout under one of the widget. */
static double
unplace (RapTimelineYearPage *self,
         double               x)
{
  return is_mirrored (self) ? gtk_widget_get_width (GTK_WIDGET (self)) - MARGIN - x : x - MARGIN;
}

char *
rap_year_format (double count)
{
  double rounded = round (count * 10.0) / 10.0;

  if (count >= 100.0)   /* tenths say nothing there */
    return g_strdup_printf ("%'.0f", count);
  if (count > 0.0 && count < 0.05)
    return g_strdup_printf ("%.2f", MAX (count, 0.01));
  return g_strdup_printf (fabs (rounded - round (rounded)) < 0.05 ? "%.0f" : "%.1f", rounded);
}

/* @when: what lies in [first, last), and what is to be expected there when doubt makes that another number. (transfer full) */
static char *
say_days (RapTimelineYearPage *self,
          const char          *when,
          gint64               first,
          gint64               last)
{
  double expected = rap_year_count (self, first, last);
  g_autofree char *count = rap_year_format (expected);
  g_autofree char *sentence = NULL;
  RapBrushCounts counts = { 0 };

  if (self->data != NULL)
    rap_brush_index_count (rap_timeline_data_get_brush (self->data), RAP_KIND_PROJECT, first, last, &counts);
  sentence = rap_timeline_words_counts (when, counts.certain, counts.possible);
  /* what is open at an end counts for no day */
  if (counts.possible == 0 || expected < counts.certain + 0.05)
    return g_steal_pointer (&sentence);
  /* Translators: "March 2019: 2 things certain, 4 possible; 3.2 to be expected" */
  return g_strdup_printf (_("%1$s; %2$s to be expected"), sentence, count);
}

/* "Tuesday, 5 March 2024: 2 things certain, 1 possible; 2.5 to be expected". (transfer full) */
static char *
say_day (RapTimelineYearPage *self,
         gint64               day)
{
  g_autofree char *words = rap_words_long_day (day);

  return say_days (self, words, day, day + 1);
}

/* The same of a month. (transfer full) */
static char *
say_month (RapTimelineYearPage *self,
           int                  month)
{
  gint64 start = rap_year_month (self, month);
  g_autofree char *words = rap_words_month (start);

  return say_days (self, words, start, rap_month_add (start, 1));
}

static void
describe (RapTimelineYearPage *self)
{
  g_autofree char *sentence = say_day (self, self->day);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}

static gboolean
has_events (RapTimelineYearPage *self,
            int                  month)
{
  gint64 start = rap_year_month (self, month);
  RapBrushCounts counts = { 0 };

  if (self->data != NULL)
    rap_brush_index_count (rap_timeline_data_get_brush (self->data), RAP_KIND_PROJECT, start, rap_month_add (start, 1),
                           &counts);
  return counts.certain + counts.possible > 0;
}

/* Empty months are left to the page itself. */
static void
describe_months (RapTimelineYearPage *self)
{
  for (int month = 1; month <= 12; month++)
    {
      g_autofree char *sentence = say_month (self, month);
      gboolean full = has_events (self, month);

      gtk_widget_set_visible (GTK_WIDGET (self->months[month - 1]), full);
      rap_timeline_proxy_bind (self->months[month - 1], (guint) month, sentence, FALSE);
    }
}

static void
set_day (RapTimelineYearPage *self,
         gint64               day)
{
  gboolean same = day >= self->layout.first && day < self->layout.last;

  self->day = day;
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (same)
    return;
  update_layout (self);
  describe_months (self);
  rap_timeline_view_moved (RAP_TIMELINE_VIEW (self));
}

static void
rap_timeline_year_page_snapshot (GtkWidget   *widget,
                                 GtkSnapshot *snapshot)
{
  rap_year_draw (RAP_TIMELINE_YEAR_PAGE (widget), snapshot);
  GTK_WIDGET_CLASS (rap_timeline_year_page_parent_class)->snapshot (widget, snapshot);
}

static void
chosen_cb (RapTimelineYearPage *self,
           guint                event)
{
  if (self->data != NULL)
    rap_timeline_view_choose (RAP_TIMELINE_VIEW (self), rap_timeline_data_get_items (self->data), event, FALSE);
}

typedef struct
{
  GArray *certain;
  GArray *possible;
} Found;

static void
found_cb (guint          event,
          RapBrushAnswer answer,
          gpointer       user_data)
{
  Found *found = user_data;

  g_array_append_val (answer == RAP_BRUSH_CERTAIN ? found->certain : found->possible, event);
}

/* Lists what lies there, the certain before the possible. */
static void
open_days (RapTimelineYearPage *self,
           gint64               first,
           gint64               last,
           const GdkRectangle  *area)
{
  g_autoptr (GArray) certain = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) possible = g_array_new (FALSE, FALSE, sizeof (guint));
  Found found = { certain, possible };

  if (self->data == NULL)
    return;
  rap_brush_index_foreach (rap_timeline_data_get_brush (self->data), first, last, found_cb, &found);
  g_array_append_vals (certain, possible->data, possible->len);
  if (certain->len > 0)
    rap_timeline_popover_show (self->popover, rap_timeline_data_get_items (self->data), certain, area);
}

static void
open_day (RapTimelineYearPage *self,
          gint64               day)
{
  double cell = self->layout.cell;
  double x, y;

  rap_year_layout_get_day (&self->layout, day, &x, &y);
  open_days (self, day, day + 1, &(GdkRectangle) { rap_year_place (self, x, cell), y, cell, cell });
}

static void
open_month (RapTimelineYearPage *self,
            int                  month)
{
  gint64 start = rap_year_month (self, month);
  double x, y, width;

  rap_year_layout_get_head (&self->layout, month, &x, &y, &width);
  open_days (self, start, rap_month_add (start, 1), &(GdkRectangle) { rap_year_place (self, x, width), y, width, self->layout.head });
}

static gboolean
open_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  RapTimelineYearPage *self = RAP_TIMELINE_YEAR_PAGE (widget);
  gint64 year;
  int month, day_of_month;

  rap_day_to_ymd (self->day, &year, &month, &day_of_month);
  if (g_variant_get_boolean (args))
    open_month (self, month);
  else
    open_day (self, self->day);
  return TRUE;
}

/* Across is a day in the months and a week in the strip. */
static gboolean
move_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  RapTimelineYearPage *self = RAP_TIMELINE_YEAR_PAGE (widget);
  int across, down, months;

  g_variant_get (args, "(iii)", &across, &down, &months);
  if (is_mirrored (self))
    across = -across;
  if (months != 0)
    set_day (self, rap_month_add (self->day, months));
  else
    set_day (self, self->day + (self->layout.strip ? across * 7 + down : across + down * 7));
  return TRUE;
}

/* To the first or last day of the month. */
static gboolean
end_cb (GtkWidget *widget,
        GVariant  *args,
        gpointer   user_data)
{
  RapTimelineYearPage *self = RAP_TIMELINE_YEAR_PAGE (widget);
  gint64 year;
  int month, day_of_month;

  rap_day_to_ymd (self->day, &year, &month, &day_of_month);
  set_day (self, self->day - day_of_month + (g_variant_get_int32 (args) < 0 ? 1 : rap_month_get_length (year, month)));
  return TRUE;
}

static void
pressed_cb (RapTimelineYearPage *self,
            int                  n_press,
            double               x,
            double               y)
{
  int month = rap_year_layout_head_at (&self->layout, unplace (self, x), y);
  gint64 day;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (month > 0)
    {
      open_month (self, month);
      return;
    }
  if (!rap_year_layout_day_at (&self->layout, unplace (self, x), y, &day))
    return;
  set_day (self, day);
  if (n_press >= 2)
    open_day (self, day);
}

static gboolean
scroll_cb (RapTimelineYearPage *self,
           double               dx,
           double               dy)
{
  if (dx + dy == 0.0)
    return FALSE;
  set_day (self, rap_month_add (self->day, dx + dy > 0.0 ? 12 : -12));
  return TRUE;
}

static gboolean
day_at (GtkWidget *widget,
        double     x,
        double     y,
        gint64    *day)
{
  RapTimelineYearPage *self = RAP_TIMELINE_YEAR_PAGE (widget);

  return rap_year_layout_day_at (&self->layout, unplace (self, x), y, day);
}

static RapEdtf *
aim (GtkWidget *widget,
     gboolean   over,
     double     x,
     double     y)
{
  RapTimelineYearPage *self = RAP_TIMELINE_YEAR_PAGE (widget);
  gboolean found = over && day_at (widget, x, y, &self->drop_day);

  gtk_widget_queue_draw (widget);
  if (found)
    return rap_edtf_new_day (self->drop_day);
  self->drop_day = RAP_DAY_MIN;
  return NULL;
}

static gboolean
rap_timeline_year_page_query_tooltip (GtkWidget  *widget,
                                      int         x,
                                      int         y,
                                      gboolean    keyboard,
                                      GtkTooltip *tooltip)
{
  RapTimelineYearPage *self = RAP_TIMELINE_YEAR_PAGE (widget);
  int month = keyboard ? 0 : rap_year_layout_head_at (&self->layout, unplace (self, x), y);
  g_autofree char *text = NULL;
  gint64 day = self->day;

  if (month > 0)
    text = say_month (self, month);
  else if (keyboard || rap_year_layout_day_at (&self->layout, unplace (self, x), y, &day))
    text = say_day (self, day);
  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static void
rap_timeline_year_page_css_changed (GtkWidget         *widget,
                                    GtkCssStyleChange *change)
{
  RapTimelineYearPage *self = RAP_TIMELINE_YEAR_PAGE (widget);

  GTK_WIDGET_CLASS (rap_timeline_year_page_parent_class)->css_changed (widget, change);
  rap_timeline_painter_restyle (self->painter);
  gtk_widget_queue_resize (widget);
}

static void
rap_timeline_year_page_measure (GtkWidget      *widget,
                                GtkOrientation  orientation,
                                int             for_size,
                                int            *minimum,
                                int            *natural,
                                int            *minimum_baseline,
                                int            *natural_baseline)
{
  RapTimelineYearPage *self = RAP_TIMELINE_YEAR_PAGE (widget);

  *minimum = 330;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = (int) ceil (rap_year_legend_height (self) + line_height (self) + 4.0 + 7.0 * 6.0);
  *natural = *minimum * 2;
}

static void
allocate_month (RapTimelineYearPage *self,
                int                  month)
{
  double x, y, width;

  rap_year_layout_get_head (&self->layout, month, &x, &y, &width);
  gtk_widget_size_allocate (GTK_WIDGET (self->months[month - 1]),
                            &(GtkAllocation) { rap_year_place (self, x, width), y, MAX (width, 1.0), self->layout.head }, -1);
}

static void
rap_timeline_year_page_size_allocate (GtkWidget *widget,
                                      int        width,
                                      int        height,
                                      int        baseline)
{
  RapTimelineYearPage *self = RAP_TIMELINE_YEAR_PAGE (widget);

  update_layout (self);
  for (int month = 1; month <= 12; month++)
    if (gtk_widget_get_visible (GTK_WIDGET (self->months[month - 1])))
      allocate_month (self, month);
  gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
rap_timeline_year_page_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (rap_timeline_year_page_parent_class)->dispose (object);
}

static void
rap_timeline_year_page_finalize (GObject *object)
{
  RapTimelineYearPage *self = RAP_TIMELINE_YEAR_PAGE (object);

  g_clear_pointer (&self->painter, rap_timeline_painter_free);
  g_clear_pointer (&self->data, rap_timeline_data_unref);
  G_OBJECT_CLASS (rap_timeline_year_page_parent_class)->finalize (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct { guint key; int across, down, months; } moves[] = {
    { GDK_KEY_Left, -1, 0, 0 }, { GDK_KEY_Right, 1, 0, 0 }, { GDK_KEY_Up, 0, -1, 0 }, { GDK_KEY_Down, 0, 1, 0 },
    { GDK_KEY_KP_Left, -1, 0, 0 }, { GDK_KEY_KP_Right, 1, 0, 0 }, { GDK_KEY_KP_Up, 0, -1, 0 }, { GDK_KEY_KP_Down, 0, 1, 0 },
    { GDK_KEY_Page_Up, 0, 0, -12 }, { GDK_KEY_Page_Down, 0, 0, 12 },
  };
  static const guint open[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_space };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    gtk_widget_class_add_binding (widget_class, moves[i].key, 0, move_cb, "(iii)", moves[i].across, moves[i].down,
                                  moves[i].months);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK, move_cb, "(iii)", 0, 0, -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, move_cb, "(iii)", 0, 0, 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, end_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, end_cb, "i", 1);
  for (guint i = 0; i < G_N_ELEMENTS (open); i++)
    {
      gtk_widget_class_add_binding (widget_class, open[i], 0, open_cb, "b", FALSE);
      gtk_widget_class_add_binding (widget_class, open[i], GDK_SHIFT_MASK, open_cb, "b", TRUE);
    }
}

static void
rap_timeline_year_page_class_init (RapTimelineYearPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rap_timeline_year_page_dispose;
  object_class->finalize = rap_timeline_year_page_finalize;
  widget_class->measure = rap_timeline_year_page_measure;
  widget_class->size_allocate = rap_timeline_year_page_size_allocate;
  widget_class->snapshot = rap_timeline_year_page_snapshot;
  widget_class->css_changed = rap_timeline_year_page_css_changed;
  widget_class->query_tooltip = rap_timeline_year_page_query_tooltip;

  gtk_widget_class_set_css_name (widget_class, "timelineyear");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  add_keys (widget_class);
}

static void
rap_timeline_year_page_init (RapTimelineYearPage *self)
{
  self->drop_day = RAP_DAY_MIN;
  self->unit = 1.0;
  self->day = rap_words_get_today ();
  self->first_weekday = rap_words_get_first_weekday ();
  self->painter = rap_timeline_painter_new (GTK_WIDGET (self));
  rap_year_layout_init (&self->layout, self->day, self->first_weekday, 640.0, 480.0, 16.0);
  for (guint i = 0; i < G_N_ELEMENTS (self->months); i++)
    self->months[i] = rap_timeline_proxy_add (GTK_WIDGET (self), GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  self->popover = rap_timeline_popover_add (GTK_WIDGET (self), G_CALLBACK (chosen_cb));
  rap_timeline_view_set_up_page (RAP_TIMELINE_VIEW (self), G_CALLBACK (pressed_cb), G_CALLBACK (scroll_cb));
  rap_timeline_dating_add_target (GTK_WIDGET (self), aim);
  rap_timeline_sweep_add (RAP_TIMELINE_VIEW (self), day_at);
}

static void
rap_timeline_year_page_set_data (RapTimelineView *view,
                                 RapTimelineData *data,
                                 gboolean         fit)
{
  RapTimelineYearPage *self = RAP_TIMELINE_YEAR_PAGE (view);
  RapTimelineData *old = self->data;
  gint64 latest;

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  self->selected_first = self->selected_last = 0;
  self->data = data != NULL ? rap_timeline_data_ref (data) : NULL;
  rap_timeline_painter_set_items (self->painter, data != NULL ? rap_timeline_data_get_items (data) : NULL);
  g_clear_pointer (&old, rap_timeline_data_unref);
  if (fit && data != NULL && rap_timeline_items_get_latest (rap_timeline_data_get_items (data), &latest))
    self->day = latest;
  update_layout (self);
  describe (self);
  describe_months (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  rap_timeline_view_moved (view);
}

static void
rap_timeline_year_page_set_selection (RapTimelineView *view,
                                      guint            index,
                                      gboolean         show)
{
  RapTimelineYearPage *self = RAP_TIMELINE_YEAR_PAGE (view);
  RapTimelineItems *items = self->data != NULL ? rap_timeline_data_get_items (self->data) : NULL;
  RapTimelineColumns columns;
  RapTimelineEvent event;
  gint64 first, last;

  self->selected_first = self->selected_last = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (index == G_MAXUINT || items == NULL || !rap_timeline_items_get_days (items, index, &first, &last))
    return;
  rap_timeline_items_get_event (items, index, &event);
  rap_timeline_items_get_columns (items, &columns);
  self->selected_first = columns.es[event.first_item];
  self->selected_last = columns.le[event.first_item];
  if (show && (self->day < self->selected_first || self->day >= self->selected_last))
    set_day (self, first);
}

static void
rap_timeline_year_page_set_brush (RapTimelineView *view,
                                  gint64           first,
                                  gint64           last)
{
  RapTimelineYearPage *self = RAP_TIMELINE_YEAR_PAGE (view);

  self->brush_first = first;
  self->brush_last = last;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
rap_timeline_year_page_step (RapTimelineView *view,
                             int              pages)
{
  RapTimelineYearPage *self = RAP_TIMELINE_YEAR_PAGE (view);

  set_day (self, rap_month_add (self->day, 12 * pages));
}

static void
rap_timeline_year_page_show_day (RapTimelineView *view,
                                 gint64           day)
{
  set_day (RAP_TIMELINE_YEAR_PAGE (view), day);
}

static gint64
rap_timeline_year_page_get_day (RapTimelineView *view)
{
  return RAP_TIMELINE_YEAR_PAGE (view)->day;
}

/* "2024 · 120.5 expected" */
static char *
rap_timeline_year_page_get_title (RapTimelineView *view)
{
  RapTimelineYearPage *self = RAP_TIMELINE_YEAR_PAGE (view);
  g_autofree char *count = rap_year_format (rap_year_count (self, self->layout.first, self->layout.last));
  g_autofree char *words = NULL;
  gint64 year;
  int month, day_of_month;

  rap_day_to_ymd (self->day, &year, &month, &day_of_month);
  words = rap_words_year (year);
  if (rap_year_count (self, self->layout.first, self->layout.last) == 0.0)
    return g_steal_pointer (&words);
  /* Translators: a year and the expected number of events in it, "2024 · 120.5 expected" */
  return g_strdup_printf (C_("year page", "%1$s · %2$s expected"), words, count);
}

static void
rap_timeline_year_page_view_init (RapTimelineViewInterface *iface)
{
  iface->set_data = rap_timeline_year_page_set_data;
  iface->set_selection = rap_timeline_year_page_set_selection;
  iface->set_brush = rap_timeline_year_page_set_brush;
  iface->step = rap_timeline_year_page_step;
  iface->show_day = rap_timeline_year_page_show_day;
  iface->get_day = rap_timeline_year_page_get_day;
  iface->get_title = rap_timeline_year_page_get_title;
}
