/* rap-list-box.c
 *
 * Rows of lists that are filled anew each time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-list-box.h"

void
rap_list_box_clear (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static void
scroll_to (GtkListBox *list,
           GtkWidget  *row)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;
  graphene_rect_t area;
  double top;

  if (scroller == NULL || !gtk_widget_compute_bounds (row, scroller, &area))
    return;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  top = area.origin.y + gtk_adjustment_get_value (adjustment);
  gtk_adjustment_clamp_page (adjustment, top, top + area.size.height);
}

void
rap_list_box_step (GtkListBox *list,
                   int         by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (list);
  int at = row != NULL ? gtk_list_box_row_get_index (row) + by : 0;

  row = gtk_list_box_get_row_at_index (list, MAX (at, 0));
  if (row == NULL)
    return;
  gtk_list_box_select_row (list, row);
  scroll_to (list, GTK_WIDGET (row));
}
