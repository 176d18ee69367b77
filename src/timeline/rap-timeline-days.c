/* rap-timeline-days.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-days.h"

guint
rap_days_lower_bound (const RapDays *self,
                      guint          begin,
                      guint          end,
                      gint64         day)
{
  while (begin < end)
    {
      guint middle = begin + (end - begin) / 2;

      if (rap_days_get (self, middle) < day)
        begin = middle + 1;
      else
        end = middle;
    }
  return begin;
}

guint
rap_days_find_near (const RapDays *self,
                    guint          begin,
                    guint          end,
                    gint64         day)
{
  guint step = 1;

  while (begin < end && step <= end - begin && rap_days_get (self, begin + step - 1) < day)
    {
      begin += step;
      step *= 2;
    }
  return rap_days_lower_bound (self, begin, MIN (begin + MIN (step, end - begin), end), day);
}
