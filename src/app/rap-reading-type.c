/* rap-reading-type.c
 *
 * From the settings to a font and pixels. Widths are measured, because a
 * number of characters means another width in every typeface.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-reading-type.h"

#include <string.h>

/* English letters in about the frequency of running text. */
#define WIDTH_SAMPLE "the ministers said that relations between the two states had grown in a number of areas"

#define SERIF_FACES "Noto Serif, Noto Naskh Arabic, Serif"
#define SANS_FACES "Cantarell, Noto Sans, Noto Sans Arabic, Sans"

static const char * const keys[] = { "text-face", "text-size", "line-width", "line-spacing" };

RapReadingType
rap_reading_type_load (GSettings *settings)
{
  g_autofree char *face = g_settings_get_string (settings, "text-face");

  return (RapReadingType) {
    .sans = g_str_equal (face, "sans"),
    .size = g_settings_get_int (settings, "text-size"),
    .width = g_settings_get_int (settings, "line-width"),
    .spacing = g_settings_get_int (settings, "line-spacing"),
  };
}

PangoFontDescription *
rap_reading_type_make_font (RapReadingType self)
{
  PangoFontDescription *font = pango_font_description_from_string (self.sans ? SANS_FACES : SERIF_FACES);

  pango_font_description_set_absolute_size (font, (double) self.size * PANGO_SCALE);
  return font;
}

int
rap_reading_type_get_gap (RapReadingType self)
{
  return MAX (1, self.size * self.spacing / 100);
}

int
rap_reading_type_get_width (RapReadingType              self,
                            GtkWidget                  *widget,
                            const PangoFontDescription *font)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, WIDTH_SAMPLE);
  int width;

  pango_layout_set_font_description (layout, font);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width * self.width / (int) strlen (WIDTH_SAMPLE);
}

/* A step is one pixel in small type and two in large. */
static void
step_size (GSettings *settings,
           int        by)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettingsSchemaKey) key = NULL;
  g_autoptr (GVariant) value = NULL;
  int size = g_settings_get_int (settings, "text-size");

  g_object_get (settings, "settings-schema", &schema, NULL);
  key = g_settings_schema_get_key (schema, "text-size");
  value = g_variant_ref_sink (g_variant_new_int32 (size + by * (size + by > 20 || size > 20 ? 2 : 1)));
  if (g_settings_schema_key_range_check (key, value))
    g_settings_set_value (settings, "text-size", value);
}

static void
larger_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  step_size (user_data, 1);
}

static void
smaller_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  step_size (user_data, -1);
}

static void
normal_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  g_settings_reset (user_data, "text-size");
}

void
rap_reading_type_add_actions (GActionMap *map,
                              GSettings  *settings)
{
  static const GActionEntry entries[] = {
    { .name = "text-larger", .activate = larger_cb },
    { .name = "text-smaller", .activate = smaller_cb },
    { .name = "text-normal", .activate = normal_cb },
  };

  if (settings != NULL)
    g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), settings);
}

void
rap_reading_type_reset (GSettings *settings)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (settings, keys[i]);
}
