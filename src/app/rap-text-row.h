/* rap-text-row.h
 *
 * A field row for text: wraps, and grows with what is typed. Without
 * "multi-line" the text is one paragraph and Enter goes on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-field-row.h"

G_BEGIN_DECLS

#define RAP_TYPE_TEXT_ROW (rap_text_row_get_type ())
G_DECLARE_FINAL_TYPE (RapTextRow, rap_text_row, RAP, TEXT_ROW, RapFieldRow)

G_END_DECLS
