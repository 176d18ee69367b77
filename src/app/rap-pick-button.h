/* rap-pick-button.h
 *
 * A button that opens a type-ahead for a record to be added to a list, with an
 * optional choice of what it is added as.
 *
 * Properties: kind, entity-kind, can-create as of RapRefEntry; label (tooltip
 * and accessible name, may hold a mnemonic-free sentence); placeholder;
 * choices (strings, or NULL).
 *
 * Signals:
 *   "picked" (string id, RapRecord *added, uint choice)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rap-session.h"

G_BEGIN_DECLS

#define RAP_TYPE_PICK_BUTTON (rap_pick_button_get_type ())
G_DECLARE_FINAL_TYPE (RapPickButton, rap_pick_button, RAP, PICK_BUTTON, AdwBin)

void rap_pick_button_set_session (RapPickButton *self,
                                  RapSession    *session);

G_END_DECLS
