/* rap-library-row.h
 *
 * The frame of a library row: what it holds is laid out in the row's .ui file;
 * this class adds the context menu.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rap-header.h"

G_BEGIN_DECLS

#define RAP_TYPE_LIBRARY_ROW (rap_library_row_get_type ())
G_DECLARE_FINAL_TYPE (RapLibraryRow, rap_library_row, RAP, LIBRARY_ROW, AdwBin)

/* The menu for the chosen row at a point of @parent. */
void rap_library_row_popup_menu (GtkWidget *parent,
                                 double     x,
                                 double     y);

G_END_DECLS
