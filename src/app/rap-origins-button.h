/* rap-origins-button.h
 *
 * "reported 5×, 2 origins": how often a claim is reported and how many origins
 * that has; pressed, it names them. Hidden for a claim that nothing repeats.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rap-session.h"

G_BEGIN_DECLS

#define RAP_TYPE_ORIGINS_BUTTON (rap_origins_button_get_type ())
G_DECLARE_FINAL_TYPE (RapOriginsButton, rap_origins_button, RAP, ORIGINS_BUTTON, AdwBin)

void  rap_origins_button_load (RapOriginsButton *self,
                               RapSession       *session,
                               const char       *claim);

G_END_DECLS
