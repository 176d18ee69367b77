/* rap-tab-order.h
 *
 * Tab through a widget that can have the keyboard itself and has children that
 * can, too, in an order of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For the widget's focus(). @widgets: its children and, among them, itself, in
 * the order in which Tab meets them. (element-type GtkWidget) */
gboolean rap_tab_order_move (GtkWidget        *self,
                             GPtrArray        *widgets,
                             GtkDirectionType  direction);

G_END_DECLS
