/* rap-show-child.h
 *
 * For widgets that give their children places, or none, while sizes are given.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* As gtk_widget_set_child_visible(); but a child that is not seen is not on the
 * accessibility bus either, where GTK lists it otherwise. Asks for no new layout. */
static inline void
rap_show_child (GtkWidget *child,
                gboolean   shown)
{
  if (gtk_widget_get_child_visible (child) == shown)
    return;
  gtk_widget_set_child_visible (child, shown);
  gtk_accessible_update_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_HIDDEN, !shown, -1);
}

G_END_DECLS
