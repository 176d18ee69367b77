/* rap-timeline-axis-motion.c
 *
 * The axis view in motion: a pan that goes on by itself and slows down, and the
 * way from one window of time to another, drawn in between so that the eye can
 * follow. Without animations, as the user has set them, it is there at once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-axis-private.h"

#include <math.h>

#define FRICTION      4.0      /* 1/s: a pan by itself loses this share of its speed */
#define SLOWEST       25.0     /* pixels per second */
#define FASTEST       6000.0
#define WAY_TIME      0.22     /* seconds from one window to another */

static gboolean
is_animated (RapTimelineAxisView *self)
{
  gboolean animated;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animated, NULL);
  return animated && gtk_widget_get_mapped (GTK_WIDGET (self));
}

void
rap_timeline_axis_stop (RapTimelineAxisView *self)
{
  self->velocity = 0.0;
  self->under_way = FALSE;
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
}

static gboolean
glide_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  RapTimelineAxisView *self = RAP_TIMELINE_AXIS_VIEW (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = self->tick_time > 0 ? (now - self->tick_time) / 1e6 : 0.0;

  self->tick_time = now;
  rap_timeline_axis_pan (self, round (self->velocity * seconds));
  self->velocity *= exp (-FRICTION * seconds);
  if (fabs (self->velocity) > SLOWEST)
    return G_SOURCE_CONTINUE;
  self->tick_id = 0;
  return G_SOURCE_REMOVE;
}

void
rap_timeline_axis_glide (RapTimelineAxisView *self,
                         double               velocity)
{
  rap_timeline_axis_stop (self);
  if (!is_animated (self) || fabs (velocity) < 4 * SLOWEST)
    return;
  self->velocity = CLAMP (velocity, -FASTEST, FASTEST);
  self->tick_time = 0;
  self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), glide_cb, NULL, NULL);
}

/* The window a share of the way along. Where the scale changes, the day that both
 * windows show at one place stays there; elsewhere time passes by evenly. */
static void
find_between (const RapAxis *from,
              const RapAxis *to,
              double         share,
              RapAxis       *between)
{
  double scale = from->scale * pow (to->scale / from->scale, share);
  double days = (double) (to->start - from->start) + to->fraction - from->fraction;
  double along = fabs (to->scale - from->scale) > 1e-9 * from->scale
                 ? (scale - from->scale) / (to->scale - from->scale) : share;

  *between = *from;
  between->width = to->width;
  rap_axis_pan (between, days * along / from->scale);
  between->scale = scale;
}

static gboolean
way_cb (GtkWidget     *widget,
        GdkFrameClock *clock,
        gpointer       user_data)
{
  RapTimelineAxisView *self = RAP_TIMELINE_AXIS_VIEW (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double share;

  if (self->tick_time == 0)
    self->tick_time = now;
  share = (now - self->tick_time) / 1e6 / WAY_TIME;
  self->way_to.width = self->axis.width;
  if (share >= 1.0)
    self->axis = self->way_to;
  else
    find_between (&self->way_from, &self->way_to, 1.0 - pow (1.0 - share, 3.0), &self->axis);
  rap_timeline_axis_invalidate (self);
  if (share < 1.0)
    return G_SOURCE_CONTINUE;
  self->under_way = FALSE;
  self->tick_id = 0;
  return G_SOURCE_REMOVE;
}

void
rap_timeline_axis_go (RapTimelineAxisView *self,
                      const RapAxis       *to)
{
  rap_timeline_axis_stop (self);
  if (!is_animated (self) || self->items == NULL)
    {
      self->axis = *to;
      rap_timeline_axis_invalidate (self);
      return;
    }
  self->way_from = self->axis;
  self->way_to = *to;
  self->under_way = TRUE;
  self->tick_time = 0;
  self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), way_cb, NULL, NULL);
}

const RapAxis *
rap_timeline_axis_get_aim (RapTimelineAxisView *self)
{
  return self->under_way ? &self->way_to : &self->axis;
}

void
rap_timeline_axis_zoom_smoothly (RapTimelineAxisView *self,
                                 double               x,
                                 double               factor)
{
  RapAxis to = *rap_timeline_axis_get_aim (self);
  double at = CLAMP (x - self->geometry.left, 0.0, self->geometry.width);

  if (self->items != NULL && rap_axis_zoom (&to, at, factor))
    rap_timeline_axis_go (self, &to);
}
