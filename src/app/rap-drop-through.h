/* rap-drop-through.h
 *
 * Text that is only read takes nothing that is dropped on it: that is for the
 * window, which imports it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Takes away the drop targets that @widget has of its class. */
void rap_drop_through (GtkWidget *widget);

G_END_DECLS
