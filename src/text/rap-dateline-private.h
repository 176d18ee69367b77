/* rap-dateline-private.h
 *
 * The words of an agency before the first sentence of a report: place, day and
 * who reports, up to a dash. "BERLIN, 8. November 2022 (dpa) – …", "تهران – ۱۷
 * آبان ۱۴۰۱ – …". Pure functions, any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-header-date-private.h"

G_BEGIN_DECLS

/* The whole day in the dateline that @paragraph opens with; FALSE when it opens with none, when the day lacks its year, or
 * when numbers can be read two ways. A sentence that begins with a date is none: in scripts with capitals the place stands in
 * capitals or the agency in brackets. */
gboolean rap_dateline_find (const char    *paragraph,
                            gsize          n_bytes,
                            RapHeaderDate *date);

G_END_DECLS
