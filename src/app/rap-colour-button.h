/* rap-colour-button.h
 *
 * The colour of a code: a button that shows it, and a popover with the palette
 * and a field for any other colour.
 *
 * Signals:
 *   "chosen" (string colour): "#rrggbb", another one than was shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RAP_TYPE_COLOUR_BUTTON (rap_colour_button_get_type ())
G_DECLARE_FINAL_TYPE (RapColourButton, rap_colour_button, RAP, COLOUR_BUTTON, AdwBin)

/* "#rrggbb" */
void rap_colour_button_set_colour (RapColourButton *self,
                                   const char      *colour);

G_END_DECLS
