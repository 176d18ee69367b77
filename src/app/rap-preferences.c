/* rap-preferences.c
 *
 * Preferences are bound to settings both ways; there is nothing to apply.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-preferences.h"

#include "rap-settings-nick.h"

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
  rap_settings_bind_nick (settings, "text-face", self->text_face, "selected", faces);
  rap_settings_bind_nick (settings, "color-scheme", self->color_scheme, "selected", schemes);
  g_settings_bind (settings, "analyst", self->analyst, "text", G_SETTINGS_BIND_DEFAULT);
  return GTK_WIDGET (self);
}
