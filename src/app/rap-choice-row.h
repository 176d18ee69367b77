/* rap-choice-row.h
 *
 * A form row for a member with a closed vocabulary or a grade: the positions of
 * its strings are the values.
 *
 * Property "field": the member's name in native JSON.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rap-record.h"

G_BEGIN_DECLS

#define RAP_TYPE_CHOICE_ROW (rap_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (RapChoiceRow, rap_choice_row, RAP, CHOICE_ROW, AdwComboRow)

void rap_choice_row_load (RapChoiceRow *self,
                          RapRecord    *record);

G_END_DECLS
