/* rap-date-move.h
 *
 * What becomes of a date when the thing it belongs to is moved to another day.
 * What was known stays known: the time of day, how certain it is, how many days
 * it lasted.
 *
 * Days as in rap-edtf.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-edtf.h"

G_BEGIN_DECLS

/* Whether it is known to the day, so that it can be moved: one day, or a span
 * from one day to another. */
gboolean  rap_date_is_exact (const RapEdtf *date);
/* @date beginning on @day instead; of what is not known to the day nothing
 * remains, also of NULL. (transfer full) */
RapEdtf  *rap_date_move     (const RapEdtf *date,
                             gint64         day);

G_END_DECLS
