/* rap-timeline-overview.c
 *
 * The overview strip. Its sliders lie invisible over the strip; the strip draws
 * where they stand. Ends snap to months as long as a month is wide enough to
 * aim at, else to days.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-overview.h"

#include <glib/gi18n.h>
#include <math.h>

#include "rap-density-painter.h"
#include "rap-month-layout.h"
#include "rap-timeline-layout.h"
#include "rap-timeline-painter.h"
#include "rap-words.h"

#define HEIGHT     28
#define MARGIN     10.0    /* pixels at both ends */
#define REACH      6.0     /* pixels around an end that take hold of it */
#define WIDE_DAY   4.0     /* pixels: a day this wide can be aimed at */

typedef enum
{
  HOLD_NONE,
  HOLD_NEW,
  HOLD_FIRST,
  HOLD_LAST,
  HOLD_ALL,
} Hold;

struct _RapTimelineOverview
{
  GtkWidget           parent_instance;
  RapTimelineData    *data;
  RapTimelinePainter *painter;
  RapDensityPainter  *strip;
  RapAxis             axis;
  double              peak;         /* 0: to be found */
  gint64              extent[2];
  gint64              brush[2];
  gint64              window[2];
  GtkWidget          *ends[2];      /* GtkScale */
  gboolean            syncing;      /* the sliders follow */
  Hold                hold;
  double              hold_x;
  gint64              held[2];      /* the brush when taken hold of */
};

G_DEFINE_FINAL_TYPE (RapTimelineOverview, rap_timeline_overview, GTK_TYPE_WIDGET)

enum
{
  BRUSH,
  DAY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
has_brush (RapTimelineOverview *self)
{
  return self->brush[0] < self->brush[1];
}

static gboolean
has_data (RapTimelineOverview *self)
{
  return self->data != NULL && self->extent[0] < self->extent[1];
}

static gint64
month_start (gint64 day)
{
  gint64 year;
  int month, day_of_month;

  rap_day_to_ymd (day, &year, &month, &day_of_month);
  return day - (day_of_month - 1);
}

static gint64
snap (RapTimelineOverview *self,
      double               x)
{
  gint64 day = CLAMP (rap_axis_get_day (&self->axis, x), self->extent[0], self->extent[1]);
  gint64 month, next;

  if (self->axis.scale * WIDE_DAY < 1.0 || self->axis.scale * WIDE_DAY > 30.0)
    return day;
  month = month_start (day);
  next = rap_month_add (month, 1);
  return day - month < next - day ? month : next;
}

static void
update_sliders (RapTimelineOverview *self)
{
  self->syncing = TRUE;
  for (guint i = 0; i < 2; i++)
    {
      GtkRange *range = GTK_RANGE (self->ends[i]);
      gint64 day = has_brush (self) ? self->brush[i] : self->extent[i];
      g_autofree char *words = has_data (self) ? rap_words_day (i == 0 ? day : day - 1) : g_strdup ("");

      gtk_range_set_range (range, self->extent[0], MAX (self->extent[1], self->extent[0] + 1));
      gtk_range_set_value (range, day);
      gtk_accessible_update_property (GTK_ACCESSIBLE (range), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words, -1);
      gtk_widget_set_visible (self->ends[i], has_data (self));
    }
  self->syncing = FALSE;
}

static void
take_brush (RapTimelineOverview *self,
            gint64               first,
            gint64               last)
{
  self->brush[0] = MIN (first, last);
  self->brush[1] = MAX (first, last);
  update_sliders (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
change_brush (RapTimelineOverview *self,
              gint64               first,
              gint64               last)
{
  if (MIN (first, last) == self->brush[0] && MAX (first, last) == self->brush[1])
    return;
  take_brush (self, first, last);
  g_signal_emit (self, signals[BRUSH], 0, self->brush[0], self->brush[1]);
}

static void
slid_cb (RapTimelineOverview *self,
         GtkRange            *range)
{
  gint64 day = (gint64) round (gtk_range_get_value (range));
  gint64 first = has_brush (self) ? self->brush[0] : self->extent[0];
  gint64 last = has_brush (self) ? self->brush[1] : self->extent[1];

  if (self->syncing || !has_data (self))
    return;
  if (GTK_WIDGET (range) == self->ends[0])
    change_brush (self, MIN (day, last - 1), last);
  else
    change_brush (self, first, MAX (day, first + 1));
  update_sliders (self);
}

static Hold
hold_at (RapTimelineOverview *self,
         double               x)
{
  double first = rap_axis_get_x (&self->axis, self->brush[0]);
  double last = rap_axis_get_x (&self->axis, self->brush[1]);

  if (!has_brush (self))
    return HOLD_NEW;
  if (fabs (x - first) <= REACH && fabs (x - first) <= fabs (x - last))
    return HOLD_FIRST;
  if (fabs (x - last) <= REACH)
    return HOLD_LAST;
  return x > first && x < last ? HOLD_ALL : HOLD_NEW;
}

static void
drag_begin_cb (RapTimelineOverview *self,
               double               x)
{
  self->hold = has_data (self) ? hold_at (self, x) : HOLD_NONE;
  self->hold_x = x;
  self->held[0] = self->brush[0];
  self->held[1] = self->brush[1];
}

/* The whole stretch keeps its length and stays within the extent. */
static void
move_all (RapTimelineOverview *self,
          double               x)
{
  gint64 length = self->held[1] - self->held[0];
  gint64 first = snap (self, rap_axis_get_x (&self->axis, self->held[0]) + x - self->hold_x);

  first = CLAMP (first, self->extent[0], MAX (self->extent[1] - length, self->extent[0]));
  change_brush (self, first, first + length);
}

static void
drag_update_cb (RapTimelineOverview *self,
                double               offset)
{
  double x = self->hold_x + offset;

  if (fabs (offset) < 3.0 && self->hold == HOLD_NEW)
    return;
  switch (self->hold)
    {
    case HOLD_NEW:
      change_brush (self, snap (self, self->hold_x), snap (self, x));
      break;
    case HOLD_FIRST:
      change_brush (self, snap (self, x), self->held[1]);
      break;
    case HOLD_LAST:
      change_brush (self, self->held[0], snap (self, x));
      break;
    case HOLD_ALL:
      move_all (self, x);
      break;
    case HOLD_NONE:
    default:
      break;
    }
}

static void
drag_end_cb (RapTimelineOverview *self,
             double               offset)
{
  if (self->hold != HOLD_NONE && fabs (offset) < 3.0)
    g_signal_emit (self, signals[DAY], 0, rap_axis_get_day (&self->axis, self->hold_x));
  self->hold = HOLD_NONE;
}

static void
pressed_cb (RapTimelineOverview *self,
            int                  n_press)
{
  if (n_press == 2 && has_data (self))
    change_brush (self, self->extent[0], self->extent[1]);
}

static void
motion_cb (RapTimelineOverview *self,
           double               x)
{
  static const char * const cursors[] = {
    [HOLD_NONE] = NULL, [HOLD_NEW] = "crosshair", [HOLD_FIRST] = "ew-resize", [HOLD_LAST] = "ew-resize",
    [HOLD_ALL] = "grab",
  };

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursors[has_data (self) ? hold_at (self, x) : HOLD_NONE]);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  RapTimelineOverview *self = RAP_TIMELINE_OVERVIEW (widget);

  if (!has_brush (self))
    return FALSE;
  change_brush (self, 0, 0);
  return TRUE;
}

static void
find_peak (RapTimelineOverview *self)
{
  guint n = (guint) ceil (self->axis.width / RAP_STRIP_STEP);
  g_autofree double *counts = g_new0 (double, n);

  self->peak = 1.0;
  rap_density_get_columns (rap_timeline_data_get_density (self->data), RAP_DENSITY_ALL, &self->axis, RAP_STRIP_STEP,
                           counts, n);
  for (guint i = 0; i < n; i++)
    self->peak = MAX (self->peak, counts[i]);
}

static void
draw_brush (RapTimelineOverview      *self,
            GtkSnapshot              *snapshot,
            const RapTimelinePalette *palette)
{
  double first = round (rap_axis_get_x (&self->axis, self->brush[0]));
  double last = round (rap_axis_get_x (&self->axis, self->brush[1]));
  GdkRGBA fill = palette->selected;
  double height = gtk_widget_get_height (GTK_WIDGET (self));

  fill.alpha *= 0.22f;
  rap_timeline_painter_rect (snapshot, &fill, first, 0.0, last - first, height);
  for (guint i = 0; i < 2; i++)
    {
      double x = i == 0 ? first : last;
      gboolean focused = gtk_widget_has_visible_focus (self->ends[i]);

      rap_timeline_painter_rect (snapshot, &palette->selected, x - 1.0, 0.0, 2.0, height);
      rap_timeline_painter_rect (snapshot, &palette->selected, x - (focused ? 4.0 : 3.0), height / 2.0 - (focused ? 9.0 : 6.0),
                                 focused ? 8.0 : 6.0, focused ? 18.0 : 12.0);
    }
}

/* The ends are there for the keyboard before there is a brush. */
static void
draw_focus (RapTimelineOverview      *self,
            GtkSnapshot              *snapshot,
            const RapTimelinePalette *palette)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self));

  for (guint i = 0; i < 2; i++)
    if (!has_brush (self) && gtk_widget_has_visible_focus (self->ends[i]))
      rap_timeline_painter_rect (snapshot, &palette->selected, rap_axis_get_x (&self->axis, self->extent[i]) - 3.0, 0.0,
                                 6.0, height);
}

static void
rap_timeline_overview_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  RapTimelineOverview *self = RAP_TIMELINE_OVERVIEW (widget);
  const RapTimelinePalette *palette = rap_timeline_painter_get_palette (self->painter);
  double height = gtk_widget_get_height (widget);
  double first, last;

  if (!has_data (self) || self->axis.width <= 1.0)
    return;
  if (self->peak == 0.0)
    find_peak (self);
  rap_density_painter_draw (self->strip, snapshot, rap_timeline_data_get_density (self->data), RAP_DENSITY_ALL,
                            &self->axis, 0.0, 3.0, height - 6.0, self->peak, &palette->meeting);
  first = MAX (rap_axis_get_x (&self->axis, self->window[0]), 0.0);
  last = MIN (rap_axis_get_x (&self->axis, self->window[1]), self->axis.width);
  if (self->window[0] < self->window[1] && last > first)
    rap_timeline_painter_rect (snapshot, &palette->dim, first, height - 2.0, MAX (last - first, 3.0), 2.0);
  if (has_brush (self))
    draw_brush (self, snapshot, palette);
  draw_focus (self, snapshot, palette);
}

static void
rap_timeline_overview_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  RapTimelineOverview *self = RAP_TIMELINE_OVERVIEW (widget);

  if (self->axis.width != width)
    {
      self->axis.width = MAX (width, 1);
      if (has_data (self))
        rap_axis_fit (&self->axis, self->extent[0], self->extent[1], MARGIN);
      self->peak = 0.0;
    }
  for (guint i = 0; i < 2; i++)
    {
      int minimum;

      gtk_widget_measure (self->ends[i], GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      gtk_widget_size_allocate (self->ends[i], &(GtkAllocation) { 0, 0, MAX (width, minimum), MAX (height, 1) }, -1);
    }
}

static void
rap_timeline_overview_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 120 : HEIGHT;
}

static void
restyle (RapTimelineOverview *self)
{
  rap_timeline_painter_restyle (self->painter);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
rap_timeline_overview_css_changed (GtkWidget         *widget,
                                   GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (rap_timeline_overview_parent_class)->css_changed (widget, change);
  restyle (RAP_TIMELINE_OVERVIEW (widget));
}

static void
rap_timeline_overview_dispose (GObject *object)
{
  RapTimelineOverview *self = RAP_TIMELINE_OVERVIEW (object);

  for (guint i = 0; i < 2; i++)
    g_clear_pointer (&self->ends[i], gtk_widget_unparent);
  G_OBJECT_CLASS (rap_timeline_overview_parent_class)->dispose (object);
}

static void
rap_timeline_overview_finalize (GObject *object)
{
  RapTimelineOverview *self = RAP_TIMELINE_OVERVIEW (object);

  g_clear_pointer (&self->painter, rap_timeline_painter_free);
  g_clear_pointer (&self->strip, rap_density_painter_free);
  g_clear_pointer (&self->data, rap_timeline_data_unref);
  G_OBJECT_CLASS (rap_timeline_overview_parent_class)->finalize (object);
}

static void
rap_timeline_overview_class_init (RapTimelineOverviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rap_timeline_overview_dispose;
  object_class->finalize = rap_timeline_overview_finalize;
  widget_class->snapshot = rap_timeline_overview_snapshot;
  widget_class->size_allocate = rap_timeline_overview_size_allocate;
  widget_class->measure = rap_timeline_overview_measure;
  widget_class->css_changed = rap_timeline_overview_css_changed;
  signals[BRUSH] = g_signal_new ("brush", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);
  signals[DAY] = g_signal_new ("day", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_css_name (widget_class, "timelineoverview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
add_pointer (RapTimelineOverview *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

/* Steps of a day, pages of a month. */
static void
add_end (RapTimelineOverview *self,
         guint                index,
         const char          *label)
{
  GtkWidget *scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0.0, 1.0, 1.0);

  gtk_range_set_increments (GTK_RANGE (scale), 1.0, 30.0);
  gtk_widget_set_direction (scale, GTK_TEXT_DIR_LTR);
  gtk_widget_set_opacity (scale, 0.0);
  gtk_widget_set_can_target (scale, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (scale, "value-changed", G_CALLBACK (slid_cb), self);
  g_signal_connect_swapped (scale, "state-flags-changed", G_CALLBACK (gtk_widget_queue_draw), self);
  gtk_widget_set_parent (scale, GTK_WIDGET (self));
  self->ends[index] = scale;
}

static void
rap_timeline_overview_init (RapTimelineOverview *self)
{
  self->painter = rap_timeline_painter_new (GTK_WIDGET (self));
  self->strip = rap_density_painter_new ();
  self->axis.scale = 1.0;
  add_end (self, 0, _("Brush: first day"));
  add_end (self, 1, _("Brush: last day"));
  add_pointer (self);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self),
                               _("Drag to pick out a stretch of time, double-click for all of it. Columns grow with the logarithm of the number expected."));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Overview of all time"), -1);
  update_sliders (self);
}

void
rap_timeline_overview_set_data (RapTimelineOverview *self,
                                RapTimelineData     *data)
{
  g_return_if_fail (RAP_IS_TIMELINE_OVERVIEW (self));

  g_clear_pointer (&self->data, rap_timeline_data_unref);
  rap_density_painter_clear (self->strip);
  self->peak = 0.0;
  self->extent[0] = self->extent[1] = 0;
  if (data != NULL)
    {
      self->data = rap_timeline_data_ref (data);
      rap_density_get_extent (rap_timeline_data_get_density (data), RAP_DENSITY_ALL, &self->extent[0], &self->extent[1]);
    }
  if (has_data (self))
    {
      self->extent[0] = month_start (self->extent[0]);
      self->extent[1] = rap_month_add (month_start (self->extent[1] - 1), 1);
      rap_axis_fit (&self->axis, self->extent[0], self->extent[1], MARGIN);
    }
  update_sliders (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
rap_timeline_overview_set_brush (RapTimelineOverview *self,
                                 gint64               first,
                                 gint64               last)
{
  g_return_if_fail (RAP_IS_TIMELINE_OVERVIEW (self));

  if (self->brush[0] != first || self->brush[1] != last)
    take_brush (self, first, last);
}

void
rap_timeline_overview_set_window (RapTimelineOverview *self,
                                  gint64               first,
                                  gint64               last)
{
  g_return_if_fail (RAP_IS_TIMELINE_OVERVIEW (self));

  if (self->window[0] == first && self->window[1] == last)
    return;
  self->window[0] = first;
  self->window[1] = last;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
