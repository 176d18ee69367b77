/* rap-settings-nick.c
 *
 * The two directions of the mapping between names and positions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-settings-nick.h"

static gboolean
nick_to_position (GValue   *value,
                  GVariant *variant,
                  gpointer  nicks)
{
  const char * const *all = nicks;

  for (guint i = 0; all[i] != NULL; i++)
    {
      if (g_str_equal (all[i], g_variant_get_string (variant, NULL)))
        g_value_set_uint (value, i);
    }
  return TRUE;
}

static GVariant *
position_to_nick (const GValue       *value,
                  const GVariantType *type,
                  gpointer            nicks)
{
  const char * const *all = nicks;

  return g_variant_new_string (all[g_value_get_uint (value)]);
}

void
rap_settings_bind_nick (GSettings          *settings,
                        const char         *key,
                        gpointer            object,
                        const char         *property,
                        const char * const *nicks)
{
  g_settings_bind_with_mapping (settings, key, object, property, G_SETTINGS_BIND_DEFAULT,
                                nick_to_position, position_to_nick, (gpointer) nicks, NULL);
}
