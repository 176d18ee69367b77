/* rap-reading-aloud.c
 *
 * While a screen reader is in use, page furniture stays open: GTK leaves folded
 * lines out of the text it gives to assistive technology, but counts them in
 * the offset of the caret, so that with folds the two would not agree. Whether
 * one is in use is what org.a11y.Status says on the session bus; the analyst may
 * still fold by hand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-article-view-private.h"

struct _RapReadingAloud
{
  GCancellable *asked;
  GDBusProxy   *status;   /* or NULL: there is no such bus, or it has not answered yet */
};

static gboolean
is_in_use (RapReadingAloud *self)
{
  g_autoptr (GVariant) enabled = NULL;

  if (self->status != NULL)
    enabled = g_dbus_proxy_get_cached_property (self->status, "ScreenReaderEnabled");
  return enabled != NULL && g_variant_is_of_type (enabled, G_VARIANT_TYPE_BOOLEAN) && g_variant_get_boolean (enabled);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  GDBusProxy *status = g_dbus_proxy_new_for_bus_finish (result, &error);
  RapArticleView *self = user_data;

  if (status == NULL)
    return;
  self->aloud->status = status;
  g_signal_connect_object (status, "g-properties-changed", G_CALLBACK (rap_reading_aloud_show), self, G_CONNECT_SWAPPED);
  rap_reading_aloud_show (self);
}

void
rap_reading_aloud_init (RapArticleView *self)
{
  self->aloud = g_new0 (RapReadingAloud, 1);
  self->aloud->asked = g_cancellable_new ();
  g_dbus_proxy_new_for_bus (G_BUS_TYPE_SESSION, G_DBUS_PROXY_FLAGS_DO_NOT_AUTO_START, NULL, "org.a11y.Bus",
                            "/org/a11y/bus", "org.a11y.Status", self->aloud->asked, answered_cb, self);
}

void
rap_reading_aloud_free (RapReadingAloud *self)
{
  g_cancellable_cancel (self->asked);
  g_object_unref (self->asked);
  g_clear_object (&self->status);
  g_free (self);
}

void
rap_reading_aloud_show (RapArticleView *self)
{
  if (self->article != NULL && is_in_use (self->aloud))
    rap_article_text_unfold (self->text, (RapRange) { 0, rap_text_get_length (self->article->text) });
}
