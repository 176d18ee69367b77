/* rap-timeline-loading.c
 *
 * From the store to columns, and on to rows and densities. The asynchronous
 * form asks between its steps, and with every event, whether it is still wanted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-loading.h"

#include "rap-session-private.h"
#include "rap-timeline-feed-private.h"
#include "rap-timeline-sort.h"

#define MANY 50000   /* events: what sorting them took is worth giving back */

typedef struct
{
  char             *project;
  char             *lanes;
  RapTimelineItems *items;
} Job;

typedef struct
{
  RapTimelineItems *items;
  GCancellable     *cancellable;
} Feed;

static gboolean
check_lanes (const char  *lanes,
             GError     **error)
{
  static const char * const known[] = { "participant", "outlet", "place", "none", NULL };

  if (g_strv_contains (known, lanes))
    return TRUE;
  g_set_error (error, RAP_ERROR, RAP_ERROR_INVALID, "“%s” is none of the lanes participant, outlet, place, none", lanes);
  return FALSE;
}

static void
add_event (const RapStoreEvent *event,
           gpointer             user_data)
{
  Feed *feed = user_data;
  g_autoptr (RapEdtf) when = NULL;

  if (g_cancellable_is_cancelled (feed->cancellable))
    return;
  when = event->when != NULL ? rap_edtf_parse (event->when, NULL) : NULL;
  rap_timeline_feed_event (feed->items, event, when);
}

static RapTimelineItems *
load_items (RapStore      *store,
            const char    *lanes,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (RapTimelineItems) items = rap_timeline_items_new ();
  Feed feed = { items, cancellable };

  if (!rap_store_foreach_event (store, lanes, add_event, &feed, error)
      || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  rap_timeline_items_sort (items);
  return g_steal_pointer (&items);
}

RapTimelineItems *
rap_session_load_timeline (RapSession  *self,
                           const char  *lanes,
                           GError     **error)
{
  g_return_val_if_fail (RAP_IS_SESSION (self), NULL);

  return check_lanes (lanes, error) ? load_items (rap_session_get_store (self), lanes, NULL, error) : NULL;
}

static void
job_free (Job *job)
{
  g_free (job->project);
  g_free (job->lanes);
  g_clear_pointer (&job->items, rap_timeline_items_unref);
  g_free (job);
}

static RapTimelineItems *
take_items (Job           *job,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (RapStore) store = NULL;
  RapTimelineItems *items;

  if (job->items != NULL)
    {
      rap_timeline_items_sort (job->items);
      return rap_timeline_items_ref (job->items);
    }
  store = rap_store_open (job->project, RAP_STORE_READ_ONLY | RAP_STORE_TRUSTED, error);
  items = store != NULL ? load_items (store, job->lanes, cancellable, error) : NULL;
  if (items != NULL && !g_str_equal (job->lanes, "outlet"))
    rap_timeline_items_gather_articles (items);
  return items;
}

static void
digest_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (RapTimelineItems) items = take_items (task_data, cancellable, &error);

  if (items != NULL && !g_cancellable_set_error_if_cancelled (cancellable, &error))
    g_task_return_pointer (task, rap_timeline_data_new (items), (GDestroyNotify) rap_timeline_data_unref);
  else
    g_task_return_error (task, error);
  if (items != NULL && rap_timeline_items_get_n_events (items) > MANY)
    rap_bulk_trim ();
}

static void
run (GTask *task,
     Job   *job)
{
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, digest_thread);
}

void
rap_session_load_timeline_async (RapSession          *self,
                                 const char          *lanes,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;
  Job *job;

  g_return_if_fail (RAP_IS_SESSION (self));

  g_task_set_source_tag (task, rap_session_load_timeline_async);
  if (!check_lanes (lanes, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  job = g_new0 (Job, 1);
  job->project = g_strdup (rap_session_get_path (self));
  job->lanes = g_strdup (lanes);
  run (task, job);
}

RapTimelineData *
rap_session_load_timeline_finish (RapSession    *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
rap_timeline_items_digest_async (RapTimelineItems    *items,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job;

  g_return_if_fail (items != NULL);

  g_task_set_source_tag (task, rap_timeline_items_digest_async);
  job = g_new0 (Job, 1);
  job->items = rap_timeline_items_ref (items);
  run (task, job);
}

RapTimelineData *
rap_timeline_items_digest_finish (GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
