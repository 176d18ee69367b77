/* rap-tab-order.c
 *
 * Other directions than those of Tab stay within the child that has the keyboard.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-tab-order.h"

static int
find_focused (GtkWidget *self,
              GPtrArray *widgets)
{
  GtkWidget *focused = gtk_widget_is_focus (self) ? self : gtk_widget_get_focus_child (self);
  guint i;

  return focused != NULL && g_ptr_array_find (widgets, focused, &i) ? (int) i : -1;
}

static gboolean
enter (GtkWidget        *self,
       GtkWidget        *widget,
       GtkDirectionType  direction)
{
  return widget == self ? gtk_widget_grab_focus (self) : gtk_widget_child_focus (widget, direction);
}

gboolean
rap_tab_order_move (GtkWidget        *self,
                    GPtrArray        *widgets,
                    GtkDirectionType  direction)
{
  int step = direction == GTK_DIR_TAB_BACKWARD ? -1 : 1;
  int at = find_focused (self, widgets);

  if (at < 0)
    return gtk_widget_grab_focus (self);
  if (widgets->pdata[at] != self && gtk_widget_child_focus (widgets->pdata[at], direction))
    return TRUE;
  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;
  for (at += step; at >= 0 && at < (int) widgets->len; at += step)
    if (enter (self, widgets->pdata[at], direction))
      return TRUE;
  return FALSE;
}
