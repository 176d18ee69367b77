/* rap-ticks.c
 *
 * Which ticks an axis shows. A table says which units go together and how many
 * pixels a minor label needs; beyond years the steps are 1, 2 and 5 times the
 * powers of ten. Ticks are walked by calendar steps, so that each stands on its
 * true day.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-ticks.h"

#include <math.h>

#include "rap-edtf.h"

#define DAYS_PER_YEAR 365.2425
#define YEAR_PIXELS   52.0     /* least room for the label of a major tick of years */
#define TICK_PIXELS   7.0      /* least distance of minor ticks without labels */

typedef struct
{
  RapTickUnit minor;
  RapTickUnit major;
  double      days;     /* of the minor unit, on average */
  double      pixels;   /* a label of it needs */
} Level;

static const Level levels[] = {
  { RAP_TICK_DAY, RAP_TICK_MONTH, 1.0, 26.0 },
  { RAP_TICK_WEEK, RAP_TICK_MONTH, 7.0, 32.0 },
  { RAP_TICK_MONTH, RAP_TICK_YEAR, DAYS_PER_YEAR / 12.0, 36.0 },
  { RAP_TICK_QUARTER, RAP_TICK_YEAR, DAYS_PER_YEAR / 4.0, 38.0 },
};

static gint64
floor_div (gint64 a,
           gint64 b)
{
  return a / b - (a % b != 0 && (a < 0) != (b < 0));
}

/* Ticks of many years are numbered: k > 0 is the year k·step, k < 0 the year
 * |k|·step BCE, and 0 the year 1. */
static gint64
numbered_year (gint64 k,
               gint64 step)
{
  if (step == 1)
    return k;
  return k > 0 ? k * step : k < 0 ? 1 + k * step : 1;
}

static gint64
number_of_year (gint64 year,
                gint64 step)
{
  if (step == 1)
    return year;
  if (year < 1)
    return floor_div (year - 1, step);
  return year / step;
}

/* The last tick of the unit not after the day. */
static gint64
floor_tick (gint64      day,
            RapTickUnit unit,
            gint64      step,
            int         first_weekday)
{
  gint64 year;
  int month, day_of_month;

  rap_day_to_ymd (day, &year, &month, &day_of_month);
  switch (unit)
    {
    case RAP_TICK_WEEK:
      return day - (rap_day_get_weekday (day) - first_weekday + 7) % 7;
    case RAP_TICK_MONTH:
      return rap_day_from_ymd (year, month, 1);
    case RAP_TICK_QUARTER:
      return rap_day_from_ymd (year, (month - 1) / 3 * 3 + 1, 1);
    case RAP_TICK_YEAR:
      return rap_day_from_ymd (numbered_year (number_of_year (year, step), step), 1, 1);
    case RAP_TICK_DAY:
    case RAP_TICK_NONE:
    default:
      return day;
    }
}

static gint64
next_month (gint64 year,
            int    month,
            int    months)
{
  month += months;
  return rap_day_from_ymd (year + (month > 12), month > 12 ? month - 12 : month, 1);
}

static gint64
next_tick (gint64      day,
           RapTickUnit unit,
           gint64      step)
{
  gint64 year;
  int month, day_of_month;

  rap_day_to_ymd (day, &year, &month, &day_of_month);
  switch (unit)
    {
    case RAP_TICK_WEEK:
      return day + 7;
    case RAP_TICK_MONTH:
      return next_month (year, month, 1);
    case RAP_TICK_QUARTER:
      return next_month (year, month, 3);
    case RAP_TICK_YEAR:
      return rap_day_from_ymd (numbered_year (number_of_year (year, step) + 1, step), 1, 1);
    case RAP_TICK_DAY:
    case RAP_TICK_NONE:
    default:
      return day + 1;
    }
}

static RapTick
make_tick (const RapAxis *axis,
           gint64         day)
{
  RapTick tick = { .day = day, .x = rap_axis_get_x (axis, day) };
  gint64 year;

  rap_day_to_ymd (day, &year, &tick.month, &tick.day_of_month);
  tick.bce = year < 1;
  tick.year = tick.bce ? 1 - year : year;
  return tick;
}

/* A label left of the window names what the window begins with, unless the
 * ticks are years apart and it would name another year. */
static void
add_major (RapTicks      *self,
           const RapAxis *axis,
           gint64         end,
           int            first_weekday)
{
  gint64 day = floor_tick (rap_axis_get_day (axis, 0.0), self->major_unit, self->major_step, first_weekday);

  for (; day < end; day = next_tick (day, self->major_unit, self->major_step))
    {
      RapTick tick = make_tick (axis, day);

      tick.sticky = tick.x < 0.0;
      if (!tick.sticky || self->major_step == 1)
        g_array_append_val (self->major, tick);
    }
}

static gboolean
is_major (const RapTicks *self,
          gint64          day,
          int             first_weekday)
{
  return floor_tick (day, self->major_unit, self->major_step, first_weekday) == day;
}

static void
add_minor (RapTicks      *self,
           const RapAxis *axis,
           gint64         end,
           int            first_weekday)
{
  gint64 day = floor_tick (rap_axis_get_day (axis, 0.0), self->minor_unit, self->minor_step, first_weekday);

  for (; day < end; day = next_tick (day, self->minor_unit, self->minor_step))
    {
      RapTick tick = make_tick (axis, day);

      if (self->minor_labels || !is_major (self, day, first_weekday))
        g_array_append_val (self->minor, tick);
    }
}

/* 1, 2, 5, 10, 20, 50 … years, whatever gives a major label its room. */
static void
choose_years (RapTicks *self,
              double    scale)
{
  static const int factors[] = { 1, 2, 5 };
  static const int parts[] = { 5, 2, 5 };
  gint64 power = 1;
  guint i = 0;

  while (power * factors[i] * DAYS_PER_YEAR / scale < YEAR_PIXELS)
    {
      i = (i + 1) % G_N_ELEMENTS (factors);
      power *= i == 0 ? 10 : 1;
    }
  self->major_unit = RAP_TICK_YEAR;
  self->major_step = power * factors[i];
  self->minor_unit = RAP_TICK_YEAR;
  self->minor_step = MAX (self->major_step / parts[i], 1);
  if (self->major_step == 1)
    self->minor_unit = DAYS_PER_YEAR / 4.0 / scale >= TICK_PIXELS ? RAP_TICK_QUARTER : RAP_TICK_NONE;
}

static void
choose_units (RapTicks *self,
              double    scale)
{
  self->major_step = 1;
  self->minor_step = 1;
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (levels[i].days / scale >= levels[i].pixels)
      {
        self->minor_unit = levels[i].minor;
        self->major_unit = levels[i].major;
        self->minor_labels = TRUE;
        return;
      }
  choose_years (self, scale);
}

RapTicks *
rap_ticks_new (const RapAxis *axis,
               int            first_weekday)
{
  RapTicks *self;
  gint64 end;

  g_return_val_if_fail (axis != NULL && axis->scale > 0.0, NULL);
  g_return_val_if_fail (first_weekday >= 1 && first_weekday <= 7, NULL);

  self = g_new0 (RapTicks, 1);
  self->major = g_array_new (FALSE, FALSE, sizeof (RapTick));
  self->minor = g_array_new (FALSE, FALSE, sizeof (RapTick));
  choose_units (self, axis->scale);
  end = rap_axis_get_day (axis, axis->width) + 1;
  add_major (self, axis, end, first_weekday);
  if (self->minor_unit != RAP_TICK_NONE)
    add_minor (self, axis, end, first_weekday);
  return self;
}

void
rap_ticks_free (RapTicks *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->major);
  g_array_unref (self->minor);
  g_free (self);
}
