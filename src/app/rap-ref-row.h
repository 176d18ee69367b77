/* rap-ref-row.h
 *
 * A field row for a reference to another record, with type-ahead.
 *
 * Properties: kind, entity-kind, can-create as of RapRefEntry.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-field-row.h"

G_BEGIN_DECLS

#define RAP_TYPE_REF_ROW (rap_ref_row_get_type ())
G_DECLARE_FINAL_TYPE (RapRefRow, rap_ref_row, RAP, REF_ROW, RapFieldRow)

G_END_DECLS
