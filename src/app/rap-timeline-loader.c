/* rap-timeline-loader.c
 *
 * The timeline's data in step with the session. Never more than one worker is
 * wanted at a time; the results of those that no longer are come as cancelled.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-loader.h"

#include "rap-error-text.h"

struct _RapTimelineLoader
{
  GObject       parent_instance;
  RapSession   *session;
  char         *lanes;
  GCancellable *loading;        /* NULL: nothing under way */
  gboolean      again;          /* once more when that is done */
  guint         reload_source;
};

G_DEFINE_FINAL_TYPE (RapTimelineLoader, rap_timeline_loader, G_TYPE_OBJECT)

enum
{
  LOADED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void reload (RapTimelineLoader *self);

static void
take_result (RapTimelineLoader *self,
             RapTimelineData   *data,
             const GError      *error)
{
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->loading);
  text = error != NULL ? rap_error_text (error) : NULL;
  g_signal_emit (self, signals[LOADED], 0, data, text);
  if (self->again)
    reload (self);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (RapTimelineLoader) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RapTimelineData) data = rap_session_load_timeline_finish (RAP_SESSION (source), result, &error);

  take_result (self, data, error);
}

static void
digested_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (RapTimelineLoader) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RapTimelineData) data = rap_timeline_items_digest_finish (result, &error);

  take_result (self, data, error);
}

static void
stop (RapTimelineLoader *self)
{
  g_clear_handle_id (&self->reload_source, g_source_remove);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->again = FALSE;
}

static void
reload (RapTimelineLoader *self)
{
  g_clear_handle_id (&self->reload_source, g_source_remove);
  self->again = self->loading != NULL;
  if (self->again)
    return;
  if (self->session == NULL)
    {
      g_signal_emit (self, signals[LOADED], 0, NULL, NULL);
      return;
    }
  self->loading = g_cancellable_new ();
  rap_session_load_timeline_async (self->session, self->lanes, self->loading, loaded_cb, g_object_ref (self));
}

static gboolean
reload_cb (gpointer user_data)
{
  RapTimelineLoader *self = user_data;

  self->reload_source = 0;
  reload (self);
  return G_SOURCE_REMOVE;
}

/* Whether a record of the kind shows in the timeline, or counts there. */
static gboolean
is_shown (RapKind kind)
{
  return kind != RAP_KIND_CODE && kind != RAP_KIND_CODING && kind != RAP_KIND_MENTION && kind != RAP_KIND_RELATION;
}

static void
session_changed_cb (RapTimelineLoader *self,
                    RapEdits          *edits)
{
  gboolean shown = FALSE;

  for (guint i = 0; !shown && i < edits->edits->len; i++)
    shown = is_shown (RAP_RECORD_GET_CLASS (rap_edit_get_record (rap_edits_get (edits, i)))->kind);
  if (shown && self->reload_source == 0)
    self->reload_source = g_idle_add (reload_cb, self);
}

static void
forget_session (RapTimelineLoader *self)
{
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
}

static void
rap_timeline_loader_dispose (GObject *object)
{
  RapTimelineLoader *self = RAP_TIMELINE_LOADER (object);

  stop (self);
  forget_session (self);
  G_OBJECT_CLASS (rap_timeline_loader_parent_class)->dispose (object);
}

static void
rap_timeline_loader_finalize (GObject *object)
{
  g_free (RAP_TIMELINE_LOADER (object)->lanes);
  G_OBJECT_CLASS (rap_timeline_loader_parent_class)->finalize (object);
}

static void
rap_timeline_loader_class_init (RapTimelineLoaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = rap_timeline_loader_dispose;
  object_class->finalize = rap_timeline_loader_finalize;
  signals[LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_STRING);
}

static void
rap_timeline_loader_init (RapTimelineLoader *self)
{
  self->lanes = g_strdup ("participant");
}

RapTimelineLoader *
rap_timeline_loader_new (void)
{
  return g_object_new (RAP_TYPE_TIMELINE_LOADER, NULL);
}

void
rap_timeline_loader_set_session (RapTimelineLoader *self,
                                 RapSession        *session)
{
  g_return_if_fail (RAP_IS_TIMELINE_LOADER (self));

  stop (self);
  forget_session (self);
  if (session != NULL)
    {
      self->session = g_object_ref (session);
      g_signal_connect_swapped (session, "changed", G_CALLBACK (session_changed_cb), self);
    }
  reload (self);
}

RapSession *
rap_timeline_loader_get_session (RapTimelineLoader *self)
{
  g_return_val_if_fail (RAP_IS_TIMELINE_LOADER (self), NULL);

  return self->session;
}

void
rap_timeline_loader_set_lanes (RapTimelineLoader *self,
                               const char        *lanes)
{
  g_return_if_fail (RAP_IS_TIMELINE_LOADER (self));

  if (g_str_equal (self->lanes, lanes))
    return;
  g_free (self->lanes);
  self->lanes = g_strdup (lanes);
  if (self->session == NULL)
    return;
  stop (self);
  reload (self);
}

void
rap_timeline_loader_set_items (RapTimelineLoader *self,
                               RapTimelineItems  *items)
{
  g_return_if_fail (RAP_IS_TIMELINE_LOADER (self));

  stop (self);
  forget_session (self);
  if (items == NULL)
    {
      reload (self);
      return;
    }
  self->loading = g_cancellable_new ();
  rap_timeline_items_digest_async (items, self->loading, digested_cb, g_object_ref (self));
}
