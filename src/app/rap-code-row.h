/* rap-code-row.h
 *
 * A row of the codebook: fold button, colour, name (edited in place), key and
 * counts. It can be dragged onto another, which makes it a code below that one.
 *
 * Actions it asks its page for: "code.fold" (s id), "code.rename" (ss id, name),
 * "code.move" (ss id, parent), "code.choose" (s id).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rap-code-item.h"

G_BEGIN_DECLS

#define RAP_TYPE_CODE_ROW (rap_code_row_get_type ())
G_DECLARE_FINAL_TYPE (RapCodeRow, rap_code_row, RAP, CODE_ROW, AdwBin)

GtkWidget   *rap_code_row_new      (void);
/* NULL: the row shows nothing. */
void         rap_code_row_set_item (RapCodeRow  *self,
                                    RapCodeItem *item);
/* Borrowed, or NULL. */
RapCodeItem *rap_code_row_get_item (RapCodeRow  *self);
/* Lets the name be typed in place; Enter takes it, Escape leaves it. */
void         rap_code_row_edit     (RapCodeRow  *self);

G_END_DECLS
