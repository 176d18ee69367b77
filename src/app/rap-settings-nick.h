/* rap-settings-nick.h
 *
 * A choice from a list that the settings keep by name, so that it outlives a
 * change of the list's order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* @property (uint) of @object is the position of the value of @key in @nicks,
 * which is static and ends with NULL. */
void rap_settings_bind_nick (GSettings          *settings,
                             const char         *key,
                             gpointer            object,
                             const char         *property,
                             const char * const *nicks);

G_END_DECLS
