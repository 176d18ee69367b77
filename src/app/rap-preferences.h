/* rap-preferences.h
 *
 * The preferences window: reading and style, and whose name changes carry.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RAP_TYPE_PREFERENCES (rap_preferences_get_type ())
G_DECLARE_FINAL_TYPE (RapPreferences, rap_preferences, RAP, PREFERENCES, AdwPreferencesWindow)

GtkWidget *rap_preferences_new (GSettings *settings);

G_END_DECLS
