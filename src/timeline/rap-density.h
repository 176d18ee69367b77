/* rap-density.h
 *
 * How many things are to be expected in a stretch of time, exactly, although
 * most dates are in doubt: every dated item spreads a mass of 1 evenly over the
 * days in which it may lie, an item with an open or unknown end over the days
 * that its other end names. The sum up to a day is a broken line; it is kept as
 * its corners, one set a lane and one for all events, so that an answer costs
 * two binary searches, however many items there are.
 *
 * Read from any thread; days as in rap-edtf.h, half-open.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-axis.h"
#include "rap-timeline-items.h"

G_BEGIN_DECLS

/* In the place of a lane: every event once, whatever lanes it stands in. */
#define RAP_DENSITY_ALL G_MAXUINT

typedef struct _RapDensity RapDensity;

/* @items sorted. Keeps nothing of them. (transfer full) */
RapDensity *rap_density_new         (RapTimelineItems *items);
void        rap_density_free        (RapDensity       *self);
/* How many dated ones there are. */
guint       rap_density_get_total   (const RapDensity *self,
                                     guint             lane);
/* The expected number in [first, last). */
double      rap_density_get_count   (const RapDensity *self,
                                     guint             lane,
                                     gint64            first,
                                     gint64            last);
/* The expected numbers in @n columns of @step pixels from the left end of @axis. */
void        rap_density_get_columns (const RapDensity *self,
                                     guint             lane,
                                     const RapAxis    *axis,
                                     double            step,
                                     double           *counts,
                                     guint             n);
/* First day and the day after the last with any mass. FALSE when there is none. */
gboolean    rap_density_get_extent  (const RapDensity *self,
                                     guint             lane,
                                     gint64           *first,
                                     gint64           *last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapDensity, rap_density_free)

G_END_DECLS
