/* rap-reading-setting.c
 *
 * The article pane follows the settings of type and lines. What stood at the
 * top stays there, for the size may change in the middle of reading.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-article-view-private.h"

static void
apply (RapArticleView *self,
       RapReadingType  type)
{
  guint top = rap_article_text_get_top (self->text);

  rap_article_masthead_set_type (self->masthead, type);
  rap_article_text_set_type (self->text, type);
  rap_article_text_set_top (self->text, top);
}

static void
type_changed_cb (RapArticleView *self)
{
  apply (self, rap_reading_type_load (self->settings));
}

void
rap_reading_setting_init (RapArticleView *self)
{
  static const char * const keys[] = {
    "changed::text-face", "changed::text-size", "changed::line-width", "changed::line-spacing",
  };
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  rap_article_masthead_set_type (self->masthead, RAP_READING_TYPE_DEFAULT);
  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, RAP_APPLICATION_ID, TRUE);
  if (schema == NULL)
    return;
  self->settings = g_settings_new (RAP_APPLICATION_ID);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_signal_connect_object (self->settings, keys[i], G_CALLBACK (type_changed_cb), self, G_CONNECT_SWAPPED);
  type_changed_cb (self);
  rap_reading_popover_bind (self->reading_popover, self->settings);
}
