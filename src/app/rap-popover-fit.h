/* rap-popover-fit.h
 *
 * A popover beside what it is about, never over it: above or below, where there
 * is more room in the window, and no higher than that room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Call before gtk_popover_popup(), after what @popover points to is set. What @scroller holds is scrolled when the
 * window has no room for all of it. @rest: pixels of the popover around the scroller, its edges and arrow included. */
void rap_popover_fit (GtkPopover        *popover,
                      GtkScrolledWindow *scroller,
                      int                rest);

G_END_DECLS
