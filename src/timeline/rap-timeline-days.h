/* rap-timeline-days.h
 *
 * Many days in as few bytes as hold them exactly: counted from the first of
 * them, in 32 bits when they span no more than 11 million years, else in 64.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-timeline-sort.h"

G_BEGIN_DECLS

/**
 * RapDays: one of @narrow and @wide is set
 * @base: the day that @narrow counts from
 */
typedef struct
{
  gint64   base;
  guint32 *narrow;
  gint64  *wide;
} RapDays;

/* Room for @n days, all of [first, last]. */
static inline void
rap_days_init (RapDays *self,
               guint    n,
               gint64   first,
               gint64   last)
{
  gboolean narrow = (guint64) (last - first) <= G_MAXUINT32;

  *self = (RapDays) { first, narrow ? rap_bulk_new (guint32, n) : NULL, narrow ? NULL : rap_bulk_new (gint64, n) };
}

static inline void
rap_days_clear (RapDays *self)
{
  g_free (self->narrow);
  g_free (self->wide);
}

static inline gint64
rap_days_get (const RapDays *self,
              guint          index)
{
  return self->narrow != NULL ? self->base + self->narrow[index] : self->wide[index];
}

static inline void
rap_days_set (RapDays *self,
              guint    index,
              gint64   day)
{
  if (self->narrow != NULL)
    self->narrow[index] = (guint32) (day - self->base);
  else
    self->wide[index] = day;
}

/* The first index in [begin, end), in which the days ascend, that is not before @day. */
guint rap_days_lower_bound (const RapDays *self,
                            guint          begin,
                            guint          end,
                            gint64         day);
/* The same, quicker for an index that is close to @begin. */
guint rap_days_find_near   (const RapDays *self,
                            guint          begin,
                            guint          end,
                            gint64         day);

G_END_DECLS
