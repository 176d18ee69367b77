/* rap-relative-row.h
 *
 * A claim that is offered to be related to: what it says, who says it where
 * and when, and why it is offered.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-relatives.h"

G_BEGIN_DECLS

#define RAP_TYPE_RELATIVE_ROW (rap_relative_row_get_type ())
G_DECLARE_FINAL_TYPE (RapRelativeRow, rap_relative_row, RAP, RELATIVE_ROW, GtkListBoxRow)

/* Takes nothing: what it shows of @relative is copied. */
GtkWidget  *rap_relative_row_new    (const RapRelative *relative);
/* Of the claim. */
const char *rap_relative_row_get_id (RapRelativeRow    *self);

G_END_DECLS
