/* rap-date-shift.h
 *
 * Moving a date along by hand, without making it say more or less than it did:
 * what is known to the day moves by days, what is known to the month by months,
 * and so on up to centuries. How certain it is stays as it was.
 *
 * Dates of which that would be a guess are left alone, and it is said why:
 * spans that are not known to the day at both ends, sets, and dates of which
 * single parts are in doubt or not known.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-edtf.h"

G_BEGIN_DECLS

/* What stands in the way of moving a date. */
typedef enum
{
  RAP_SHIFT_FREE,
  RAP_SHIFT_NO_DATE,
  RAP_SHIFT_SPAN,     /* from one date to another, not both known to the day */
  RAP_SHIFT_SET,      /* one of several, or all of them */
  RAP_SHIFT_PARTS,    /* single parts in doubt or not known, or a season of level 2 */
} RapShiftObstacle;

RapShiftObstacle rap_date_get_obstacle (const RapEdtf *date);
/* In what it moves: day, month, season, year, decade or century;
 * RAP_PRECISION_NONE when it does not. */
RapPrecision     rap_date_get_unit     (const RapEdtf *date);
/* @date that many of its units later, earlier when negative. NULL when it does
 * not move, or out of the years -9999 to 9999. (transfer full) */
RapEdtf         *rap_date_shift        (const RapEdtf *date,
                                        gint64         steps);
/* How many of its units it moves when its middle is drawn along by @days. */
gint64           rap_date_count_steps  (const RapEdtf *date,
                                        gint64         days);

G_END_DECLS
