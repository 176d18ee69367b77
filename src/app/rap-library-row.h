/* rap-library-row.h
 *
 * A row of the library, which draws itself. The list that it stands in makes,
 * fills and wakes its rows, shows their menus and their tooltips.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-columns.h"

G_BEGIN_DECLS

#define RAP_TYPE_LIBRARY_ROW (rap_library_row_get_type ())
G_DECLARE_FINAL_TYPE (RapLibraryRow, rap_library_row, RAP, LIBRARY_ROW, GtkWidget)

/* Makes @list, whose items are RapHeader and which stands in its scrolled
 * window, a list of such rows, or with @columns a table of articles. To be
 * called once. */
void     rap_library_row_serve      (GtkListView *list,
                                     RapColumns  *columns);
/* The rows of @list show something else now. */
void     rap_library_row_renew      (GtkListView *list);
/* Gives the keyboard to the row of @header (nullable); FALSE where it has no row now. */
gboolean rap_library_row_focus      (GtkListView *list,
                                     RapHeader   *header);
/* The menu for the chosen row, of @kind, at a point of @parent. */
void     rap_library_row_popup_menu (GtkWidget   *parent,
                                     RapKind      kind,
                                     double       x,
                                     double       y);

G_END_DECLS
