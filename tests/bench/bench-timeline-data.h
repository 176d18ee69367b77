/* bench-timeline-data.h
 *
 * What the benchmark of the timeline measures, and with what: made-up meetings,
 * projects filled with them, processor time and memory.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bench.h"
#include "rap-timeline-items.h"

G_BEGIN_DECLS

#define BENCH_LANES 12

/* @n meetings over eight years in BENCH_LANES lanes, one in five with a duration,
 * two in five in doubt; or all on one day. Not sorted. (transfer full) */
RapTimelineItems *bench_make_items    (guint      n,
                                       gboolean   one_day);
/* The same as records of the project: @n meetings of BENCH_LANES delegations. */
void              bench_fill_meetings (RapSession *session,
                                       guint      n);

/* Seconds of processor time, of this thread or of the whole program. */
double            bench_cpu           (gboolean   whole);
/* Bytes that malloc() has handed out and not got back. */
gsize             bench_allocated     (void);
/* Bytes of the program in main memory: now, and at most since the last
 * bench_reset_peak(). */
gsize             bench_resident      (void);
gsize             bench_resident_peak (void);
/* Gives back what is free, and forgets the peak so far. */
void              bench_reset_peak    (void);

G_END_DECLS
