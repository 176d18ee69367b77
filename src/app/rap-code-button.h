/* rap-code-button.h
 *
 * The codes of a claim: a button that names them and opens the codebook to tick.
 *
 * Signals:
 *   "code-toggled" (string id, boolean active)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rap-session.h"

G_BEGIN_DECLS

#define RAP_TYPE_CODE_BUTTON (rap_code_button_get_type ())
G_DECLARE_FINAL_TYPE (RapCodeButton, rap_code_button, RAP, CODE_BUTTON, AdwBin)

/* @codes: ids, or NULL */
void rap_code_button_load (RapCodeButton      *self,
                           RapSession         *session,
                           const char * const *codes);

G_END_DECLS
