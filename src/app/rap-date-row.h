/* rap-date-row.h
 *
 * A field row for a date with doubt (EDTF): says while typing what the date
 * means, or what is wrong with it. A wrong date stays in the row and is not
 * committed. Empty means undated.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-field-row.h"

G_BEGIN_DECLS

#define RAP_TYPE_DATE_ROW (rap_date_row_get_type ())
G_DECLARE_FINAL_TYPE (RapDateRow, rap_date_row, RAP, DATE_ROW, RapFieldRow)

G_END_DECLS
