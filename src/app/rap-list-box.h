/* rap-list-box.h
 *
 * What GtkListBox leaves to its users.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Removes all rows. */
void rap_list_box_clear (GtkListBox *list);
/* Selects the row @by rows further, as far as there is one, and scrolls it into sight; without a selected row the
 * first one. The keyboard's focus stays where it is. */
void rap_list_box_step  (GtkListBox *list,
                         int         by);

G_END_DECLS
