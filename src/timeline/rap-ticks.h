/* rap-ticks.h
 *
 * The ticks of an axis: major ones (years, months, spans of years) with a label
 * each, and minor ones between them. Labels come as numbers; putting them into
 * words is the caller's business. There is no year 0: before the year 1 comes
 * 1 BCE, and ticks of many years stand at round numbers on both sides.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-axis.h"

G_BEGIN_DECLS

typedef enum
{
  RAP_TICK_NONE,
  RAP_TICK_DAY,
  RAP_TICK_WEEK,
  RAP_TICK_MONTH,
  RAP_TICK_QUARTER,
  RAP_TICK_YEAR,
} RapTickUnit;

/**
 * RapTick:
 * @day: where it stands
 * @x: its pixel; the first major tick may lie left of 0, then @sticky is set and
 *   its label should stay in view
 * @year: counted from 1 in its era
 * @bce: before the common era
 * @month: 1 … 12
 * @day_of_month: 1 … 31
 */
typedef struct
{
  gint64   day;
  double   x;
  gint64   year;
  int      month;
  int      day_of_month;
  gboolean bce;
  gboolean sticky;
} RapTick;

/**
 * RapTicks:
 * @major_step: years between major ticks of RAP_TICK_YEAR, else 1
 * @minor_step: the same for minor ticks
 * @minor_labels: there is room to label the minor ticks
 * @major: (element-type RapTick)
 * @minor: (element-type RapTick); without labels none stands where a major one does
 */
typedef struct
{
  RapTickUnit  major_unit;
  RapTickUnit  minor_unit;
  gint64       major_step;
  gint64       minor_step;
  gboolean     minor_labels;
  GArray      *major;
  GArray      *minor;
} RapTicks;

/* @first_weekday: ISO, Monday 1 … Sunday 7. (transfer full) */
RapTicks *rap_ticks_new  (const RapAxis *axis,
                          int            first_weekday);
void      rap_ticks_free (RapTicks      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapTicks, rap_ticks_free)

G_END_DECLS
