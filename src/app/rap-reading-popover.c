/* rap-reading-popover.c
 *
 * Widgets bound to settings both ways; there is nothing to apply.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-reading-popover.h"

#include "rap-reading-type.h"

struct _RapReadingPopover
{
  GtkPopover       parent_instance;
  GtkToggleButton *serif;
  GtkToggleButton *sans;
  GtkAdjustment   *size;
  GtkAdjustment   *width;
  GtkAdjustment   *spacing;
  GSettings       *settings;
};

G_DEFINE_FINAL_TYPE (RapReadingPopover, rap_reading_popover, GTK_TYPE_POPOVER)

static void
reset_cb (RapReadingPopover *self)
{
  if (self->settings != NULL)
    rap_reading_type_reset (self->settings);
}

static gboolean
face_to_active (GValue   *value,
                GVariant *variant,
                gpointer  face)
{
  g_value_set_boolean (value, g_str_equal (g_variant_get_string (variant, NULL), face));
  return TRUE;
}

/* Of two buttons in a group, the one that comes on says what is meant. */
static GVariant *
active_to_face (const GValue       *value,
                const GVariantType *type,
                gpointer            face)
{
  return g_value_get_boolean (value) ? g_variant_new_string (face) : NULL;
}

static void
rap_reading_popover_dispose (GObject *object)
{
  g_clear_object (&RAP_READING_POPOVER (object)->settings);
  gtk_widget_dispose_template (GTK_WIDGET (object), RAP_TYPE_READING_POPOVER);
  G_OBJECT_CLASS (rap_reading_popover_parent_class)->dispose (object);
}

static void
rap_reading_popover_class_init (RapReadingPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rap_reading_popover_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/rapporteur/Rapporteur/ui/rap-reading-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, RapReadingPopover, serif);
  gtk_widget_class_bind_template_child (widget_class, RapReadingPopover, sans);
  gtk_widget_class_bind_template_child (widget_class, RapReadingPopover, size);
  gtk_widget_class_bind_template_child (widget_class, RapReadingPopover, width);
  gtk_widget_class_bind_template_child (widget_class, RapReadingPopover, spacing);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
}

static void
rap_reading_popover_init (RapReadingPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rap_reading_popover_bind (RapReadingPopover *self,
                          GSettings         *settings)
{
  g_return_if_fail (RAP_IS_READING_POPOVER (self));
  g_return_if_fail (self->settings == NULL);

  self->settings = g_object_ref (settings);
  g_settings_bind_with_mapping (settings, "text-face", self->serif, "active", G_SETTINGS_BIND_DEFAULT,
                                face_to_active, active_to_face, (gpointer) "serif", NULL);
  g_settings_bind_with_mapping (settings, "text-face", self->sans, "active", G_SETTINGS_BIND_DEFAULT,
                                face_to_active, active_to_face, (gpointer) "sans", NULL);
  g_settings_bind (settings, "text-size", self->size, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "line-width", self->width, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "line-spacing", self->spacing, "value", G_SETTINGS_BIND_DEFAULT);
}
