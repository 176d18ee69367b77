/* rap-calendar.h
 *
 * The second calendars of the timeline, by ICU: years, months and days of a day
 * of rap-edtf.h and back, and ticks that stand where their own years and months
 * begin. ICU counts years before an era's first with numbers below 1.
 *
 * Of the Islamic calendar there are two: Umm al-Qura, which is that of
 * Saudi Arabia and announced in tables (within 1300–1600 AH; the civil reckoning outside), and
 * the civil, tabular one; they may differ by a day, so their names always tell
 * which one is meant. Solar Hijri is ICU's "persian" calendar.
 *
 * Functions may be called from any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-ticks.h"

G_BEGIN_DECLS

typedef enum
{
  RAP_CALENDAR_NONE,
  RAP_CALENDAR_SOLAR_HIJRI,
  RAP_CALENDAR_UMM_AL_QURA,
  RAP_CALENDAR_ISLAMIC_CIVIL,
  RAP_CALENDAR_HEBREW,
} RapCalendar;

#define RAP_N_CALENDARS (RAP_CALENDAR_HEBREW + 1)

/* "none", "solar-hijri", "umm-al-qura", "islamic-civil", "hebrew". */
const char *rap_calendar_get_nick  (RapCalendar  calendar);
gboolean    rap_calendar_parse     (const char  *nick,
                                    RapCalendar *calendar);

/**
 * RapCalendarDate:
 * @month: from 1; of a Hebrew year counted as ICU does: Tishri 1 … Elul 13, where
 *   6 (Adar I) is there in leap years only
 */
typedef struct
{
  int year;
  int month;
  int day;
} RapCalendarDate;

/* FALSE for days more than some 5,000 years from now, for which calendars of
 * observation and rule have no sense. */
gboolean    rap_calendar_from_day  (RapCalendar            calendar,
                                    gint64                 day,
                                    RapCalendarDate       *date);
/* The day of a date; G_MININT64 when the calendar has no such date. */
gint64      rap_calendar_to_day    (RapCalendar            calendar,
                                    const RapCalendarDate *date);
/* Name of the month in @locale (ICU, NULL for the default). (transfer full) */
char       *rap_calendar_get_month (RapCalendar            calendar,
                                    const RapCalendarDate *date,
                                    const char            *locale);
/* Ticks of @calendar under those of @ticks: of years when these are years or
 * quarters, else of months; x as in RapTick, @year and @month in the calendar's
 * own counting, ascending, at least @room pixels apart. The first may stand left
 * of 0 (sticky). Empty where the calendar ends. (transfer full) (element-type RapTick) */
GArray     *rap_calendar_get_ticks (RapCalendar            calendar,
                                    const RapAxis         *axis,
                                    const RapTicks        *ticks,
                                    double                 room);

G_END_DECLS
