/* rap-preferences.c
 *
 * Preferences are bound to settings both ways; there is nothing to apply.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-preferences.h"

struct _RapPreferences
{
  AdwPreferencesWindow  parent_instance;
  GtkAdjustment        *text_size;
  GtkAdjustment        *line_width;
  GtkAdjustment        *line_spacing;
  AdwComboRow          *text_face;
  AdwComboRow          *color_scheme;
  AdwEntryRow          *analyst;
};

G_DEFINE_FINAL_TYPE (RapPreferences, rap_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* In the order of the combo rows' strings. */
static const char * const faces[] = { "serif", "sans", NULL };
static const char * const schemes[] = { "default", "light", "dark", NULL };

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

static void
rap_preferences_class_init (RapPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, RapPreferences, text_size);
  gtk_widget_class_bind_template_child (widget_class, RapPreferences, line_width);
  gtk_widget_class_bind_template_child (widget_class, RapPreferences, line_spacing);
  gtk_widget_class_bind_template_child (widget_class, RapPreferences, text_face);
  gtk_widget_class_bind_template_child (widget_class, RapPreferences, color_scheme);
  gtk_widget_class_bind_template_child (widget_class, RapPreferences, analyst);
}

static void
rap_preferences_init (RapPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rap_preferences_new (GSettings *settings)
{
  RapPreferences *self = g_object_new (RAP_TYPE_PREFERENCES, NULL);

  g_settings_bind (settings, "text-size", self->text_size, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "line-width", self->line_width, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "line-spacing", self->line_spacing, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (settings, "text-face", self->text_face, "selected", G_SETTINGS_BIND_DEFAULT,
                                nick_to_position, position_to_nick, (gpointer) faces, NULL);
  g_settings_bind_with_mapping (settings, "color-scheme", self->color_scheme, "selected", G_SETTINGS_BIND_DEFAULT,
                                nick_to_position, position_to_nick, (gpointer) schemes, NULL);
  g_settings_bind (settings, "analyst", self->analyst, "text", G_SETTINGS_BIND_DEFAULT);
  return GTK_WIDGET (self);
}
