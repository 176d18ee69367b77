/* rap-relate-chooser.h
 *
 * "Relate to…": the claims of the whole project that a claim may be related
 * to, the likeliest first, with type-ahead. 1, 2 and 3 say how it stands to the
 * other (with Alt while something is typed), the arrows choose the other, Enter
 * relates, and a note may be typed. Not modal; Escape closes it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-session.h"

G_BEGIN_DECLS

#define RAP_TYPE_RELATE_CHOOSER (rap_relate_chooser_get_type ())
G_DECLARE_FINAL_TYPE (RapRelateChooser, rap_relate_chooser, RAP, RELATE_CHOOSER, GtkPopover)

/* Opens for @claim, at the rectangle the popover points to. */
void       rap_relate_chooser_open (RapRelateChooser *self,
                                    RapSession       *session,
                                    RapClaim         *claim);

G_END_DECLS
