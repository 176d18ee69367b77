/* rap-date-calendar.h
 *
 * A month in a popover, for choosing an exact day: arrows go by days and weeks,
 * Page Up and Down by months, with Shift by years, Home and End to the ends of
 * the month, Enter takes the day. Below each day stands the day of a second
 * calendar, if one is chosen; the choice is kept in the settings, together with
 * that of the timeline.
 *
 * Signals:
 *   "chosen" (string edtf): the popover is closed then
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RAP_TYPE_DATE_CALENDAR (rap_date_calendar_get_type ())
G_DECLARE_FINAL_TYPE (RapDateCalendar, rap_date_calendar, RAP, DATE_CALENDAR, GtkPopover)

GtkWidget *rap_date_calendar_new     (void);
/* Day as in rap-edtf.h; years before -9999 and after 9999 are cut to these. */
void       rap_date_calendar_set_day (RapDateCalendar *self,
                                      gint64           day);

G_END_DECLS
