/* rap-axis.h
 *
 * The visible stretch of time and how it maps to pixels. A value; x grows with
 * time and 0 is the left end of the axis.
 *
 * The start is kept as a whole day and a fraction, and days are subtracted as
 * integers before anything becomes a floating point number, so that a day is
 * as sharp in the year 17,000,000 as it is today.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Days per pixel: from a day of 400 pixels to some ten thousand million years
 * in a window. No start lies further than RAP_AXIS_FAR from day 0. */
#define RAP_AXIS_MIN_SCALE (1.0 / 400.0)
#define RAP_AXIS_MAX_SCALE 4.0e9
#define RAP_AXIS_FAR       (G_GINT64_CONSTANT (4000000000000))

/**
 * RapAxis:
 * @start: the day at x = 0
 * @fraction: the part of that day that lies to the left of x = 0, in [0, 1)
 * @scale: days per pixel
 * @width: pixels
 */
typedef struct
{
  gint64 start;
  double fraction;
  double scale;
  double width;
} RapAxis;

/* The pixel at which the day begins. */
double   rap_axis_get_x    (const RapAxis *self,
                            gint64         day);
/* The day that covers the pixel. */
gint64   rap_axis_get_day  (const RapAxis *self,
                            double         x);
/* Shows what lies @pixels further right. */
void     rap_axis_pan      (RapAxis       *self,
                            double         pixels);
/* @factor > 1 comes closer. What lies under @x stays there. FALSE when already
 * at the limit. */
gboolean rap_axis_zoom     (RapAxis       *self,
                            double         x,
                            double         factor);
/* All of [first, last) with @margin pixels on both sides. */
void     rap_axis_fit      (RapAxis       *self,
                            gint64         first,
                            gint64         last,
                            double         margin);
/* Scale unchanged, the middle of the day in the middle of the axis. */
void     rap_axis_centre   (RapAxis       *self,
                            gint64         day);

G_END_DECLS
