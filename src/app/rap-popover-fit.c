/* rap-popover-fit.c
 *
 * GTK slides a popover that is too high over what it points to; here its height
 * is bounded before it opens.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-popover-fit.h"

#define MIN_HEIGHT 96 /* pixels: less is no list */

void
rap_popover_fit (GtkPopover        *popover,
                 GtkScrolledWindow *scroller,
                 int                rest)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (popover));
  GtkWidget *root = parent != NULL ? GTK_WIDGET (gtk_widget_get_root (parent)) : NULL;
  GdkRectangle place;
  double x, y;
  int above, below;

  if (root == NULL || !gtk_popover_get_pointing_to (popover, &place) ||
      !gtk_widget_translate_coordinates (parent, root, place.x, place.y, &x, &y))
    return;
  above = (int) y - rest;
  below = gtk_widget_get_height (root) - (int) y - place.height - rest;
  gtk_popover_set_position (popover, above > below ? GTK_POS_TOP : GTK_POS_BOTTOM);
  gtk_scrolled_window_set_max_content_height (scroller, MAX (MAX (above, below), MIN_HEIGHT));
}
