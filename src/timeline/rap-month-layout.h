/* rap-month-layout.h
 *
 * A calendar page: a month as six weeks of seven days, or one week by itself.
 * What is known to the day lies on its days, one after the other or as a bar of
 * several days; what is only known to lie somewhere in the month, the season or
 * the year lies in the band of the page and never on its first day. Where there
 * is not room for all, meetings come before articles.
 *
 * Days as in rap-edtf.h. Columns count from the first weekday; the caller
 * mirrors them for right-to-left interfaces.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-timeline-items.h"

G_BEGIN_DECLS

#define RAP_MONTH_WEEKS 6
#define RAP_MONTH_DAYS  (RAP_MONTH_WEEKS * 7)

/**
 * RapMonthBar: an event in one week
 * @event: index for rap_timeline_items_get_event()
 * @item: its first item
 * @week: 0 … @n_weeks - 1
 * @first: first column, 0 … 6
 * @last: last column
 * @slot: from the top, 0 … capacity - 1
 * @from_before: it began before this week
 * @goes_on: it does not end in this week
 * @open: it ends at no known day
 */
typedef struct
{
  guint    event;
  guint    item;
  guint    week;
  guint    first;
  guint    last;
  guint    slot;
  gboolean from_before;
  gboolean goes_on;
  gboolean open;
} RapMonthBar;

/**
 * RapMonthLayout:
 * @start: the day in the first cell
 * @n_weeks: RAP_MONTH_WEEKS, or 1
 * @first: first day of the month, or of the week
 * @last: the day after its last
 * @bars: (element-type RapMonthBar): an event once a week, by week, column and order
 * @hidden: (element-type RapMonthBar): those for which there was no slot
 * @n_hidden: for each cell, the bars of @hidden that begin there
 * @band: (element-type guint): events somewhere in the month, the more exact first
 */
typedef struct
{
  gint64   start;
  guint    n_weeks;
  gint64   first;
  gint64   last;
  GArray  *bars;
  GArray  *hidden;
  guint    n_hidden[RAP_MONTH_DAYS];
  GArray  *band;
} RapMonthLayout;

#define RAP_MONTH_MAX_CAPACITY 64

/* The page of the month that @day lies in. @capacity: slots in a cell, 1 …
 * RAP_MONTH_MAX_CAPACITY; how many more there are is written elsewhere in it.
 * @first_weekday: ISO, Monday 1 … Sunday 7. (transfer full) */
RapMonthLayout *rap_month_layout_new       (RapTimelineItems *items,
                                            gint64            day,
                                            int               first_weekday,
                                            guint             capacity);
/* The page of the week that @day lies in. (transfer full) */
RapMonthLayout *rap_week_layout_new        (RapTimelineItems *items,
                                            gint64            day,
                                            int               first_weekday,
                                            guint             capacity);
void            rap_month_layout_free      (RapMonthLayout   *self);
/* All events on a day, drawn or hidden, in order. (transfer full) (element-type guint) */
GArray         *rap_month_layout_get_day   (RapMonthLayout   *self,
                                            gint64            day);
/* ISO 8601: the week of the year that holds @day's Thursday, and that year. */
void            rap_week_get_number        (gint64            day,
                                            gint64           *year,
                                            int              *week);
/* The same day of the month, @months later, or the last that month has. */
gint64          rap_month_add              (gint64            day,
                                            int               months);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapMonthLayout, rap_month_layout_free)

G_END_DECLS
