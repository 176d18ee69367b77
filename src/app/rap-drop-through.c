/* rap-drop-through.c
 *
 * GtkTextView offers itself as a target even where it is not editable, and then
 * refuses what is dropped; the widgets around it are not asked any more.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-drop-through.h"

void
rap_drop_through (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = g_list_model_get_n_items (controllers); i > 0; i--)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i - 1);

      if (GTK_IS_DROP_TARGET (controller) || GTK_IS_DROP_TARGET_ASYNC (controller))
        gtk_widget_remove_controller (widget, controller);
    }
}
