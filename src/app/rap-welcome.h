/* rap-welcome.h
 *
 * What a window without a project shows: new, open, the sample, and the
 * projects opened last.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RAP_TYPE_WELCOME (rap_welcome_get_type ())
G_DECLARE_FINAL_TYPE (RapWelcome, rap_welcome, RAP, WELCOME, AdwBin)

/* Follows "recent-projects" of @settings; NULL shows none. */
void rap_welcome_set_settings (RapWelcome *self,
                               GSettings  *settings);

G_END_DECLS
