/* rap-range.h
 *
 * A half-open range [start, end) of Unicode code points in one article's text,
 * as a value with named relations. No ownership, any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RapRange:
 * @start: first code point
 * @end: the code point after the last; @end >= @start in a valid range
 */
typedef struct
{
  guint start;
  guint end;
} RapRange;

static inline gboolean
rap_range_is_empty (RapRange range)
{
  return range.end <= range.start;
}

static inline guint
rap_range_length (RapRange range)
{
  return rap_range_is_empty (range) ? 0 : range.end - range.start;
}

static inline gboolean
rap_range_contains_offset (RapRange range,
                           guint    offset)
{
  return offset >= range.start && offset < range.end;
}

static inline gboolean
rap_range_contains (RapRange outer,
                    RapRange inner)
{
  return inner.start >= outer.start && inner.end <= outer.end;
}

static inline gboolean
rap_range_overlaps (RapRange a,
                    RapRange b)
{
  return a.start < b.end && b.start < a.end;
}

static inline gboolean
rap_range_equal (RapRange a,
                 RapRange b)
{
  return a.start == b.start && a.end == b.end;
}

static inline RapRange
rap_range_intersect (RapRange a,
                     RapRange b)
{
  RapRange both = { MAX (a.start, b.start), MIN (a.end, b.end) };

  if (both.end < both.start)
    both.end = both.start;
  return both;
}

/* By start, then by end. */
static inline int
rap_range_compare (RapRange a,
                   RapRange b)
{
  if (a.start != b.start)
    return a.start < b.start ? -1 : 1;
  return a.end == b.end ? 0 : a.end < b.end ? -1 : 1;
}

G_END_DECLS
