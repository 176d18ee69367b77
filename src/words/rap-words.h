/* rap-words.h
 *
 * Dates in words, translated: "15 November 2020", "some day in July 2017,
 * approximately", "from 16 November 2020, open end". Years before the year 1
 * are counted in their era. Phrases begin in lower case and fit into a sentence.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-edtf.h"

G_BEGIN_DECLS

/* (transfer full) */
char   *rap_words_edtf              (const RapEdtf *date);
/* "15 November 2020" (transfer full) */
char   *rap_words_day               (gint64         day);
/* "Sunday, 15 November 2020" (transfer full) */
char   *rap_words_long_day          (gint64         day);
/* "November 2020" (transfer full) */
char   *rap_words_month             (gint64         day);
/* "2020", "44 BCE"; astronomical, 0 = 1 BCE (transfer full) */
char   *rap_words_year              (gint64         year);
/* "November" and "Nov" (transfer full) */
char   *rap_words_month_name        (int            month);
char   *rap_words_month_short       (int            month);
/* "Sun"; Monday is 1 (transfer full) */
char   *rap_words_weekday_short     (int            weekday);
/* The locale's first day of the week: Monday is 1. */
int     rap_words_get_first_weekday (void);
/* Of the local time zone. */
gint64  rap_words_get_today         (void);

G_END_DECLS
