/* rap-date-row.h
 *
 * A field row for a date with doubt, typed as EDTF or in words ("early July
 * 2017", "on Monday"): says while typing what the date means, and from which
 * other date words are counted, or what is wrong with it. Words are counted from
 * the publication of the article that reports the record, or from another date
 * that is typed. A wrong date stays in the row and is not committed. Empty means
 * undated.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-field-row.h"

G_BEGIN_DECLS

#define RAP_TYPE_DATE_ROW (rap_date_row_get_type ())
G_DECLARE_FINAL_TYPE (RapDateRow, rap_date_row, RAP, DATE_ROW, RapFieldRow)

G_END_DECLS
