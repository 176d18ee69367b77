/* rap-axis.c
 *
 * Pan, zoom and fit of the visible stretch of time. Every change ends in
 * normalise(), which carries whole days from the fraction into the start and
 * keeps both within their limits.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-axis.h"

#include <math.h>

static void
normalise (RapAxis *self)
{
  double whole = floor (self->fraction);

  self->start += (gint64) CLAMP (whole, -4.0 * RAP_AXIS_FAR, 4.0 * RAP_AXIS_FAR);
  self->fraction -= whole;
  if (self->fraction >= 1.0)
    self->fraction = 0.0;
  self->start = CLAMP (self->start, -RAP_AXIS_FAR, RAP_AXIS_FAR);
}

double
rap_axis_get_x (const RapAxis *self,
                gint64         day)
{
  return ((double) (day - self->start) - self->fraction) / self->scale;
}

gint64
rap_axis_get_day (const RapAxis *self,
                  double         x)
{
  return self->start + (gint64) floor (x * self->scale + self->fraction);
}

void
rap_axis_pan (RapAxis *self,
              double   pixels)
{
  self->fraction += pixels * self->scale;
  normalise (self);
}

gboolean
rap_axis_zoom (RapAxis *self,
               double   x,
               double   factor)
{
  double scale = CLAMP (self->scale / factor, RAP_AXIS_MIN_SCALE, RAP_AXIS_MAX_SCALE);

  if (scale == self->scale)
    return FALSE;
  self->fraction += x * (self->scale - scale);
  self->scale = scale;
  normalise (self);
  return TRUE;
}

void
rap_axis_fit (RapAxis *self,
              gint64   first,
              gint64   last,
              double   margin)
{
  double room = MAX (self->width - 2.0 * margin, 1.0);
  double days = MAX ((double) (last - first), 1.0);

  self->scale = CLAMP (days / room, RAP_AXIS_MIN_SCALE, RAP_AXIS_MAX_SCALE);
  self->start = first;
  self->fraction = (days - self->width * self->scale) / 2.0;
  normalise (self);
}

void
rap_axis_centre (RapAxis *self,
                 gint64   day)
{
  self->start = day;
  self->fraction = 0.5 - self->width * self->scale / 2.0;
  normalise (self);
}
