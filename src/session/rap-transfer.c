/* rap-transfer.c
 *
 * The public doors of import and export: which files, in which thread, with
 * which progress. The work itself is in rap-incoming.c and rap-importing.c
 * (in) and rap-exporting.c (out).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-transfer.h"

#include "rap-importing-private.h"
#include "rap-read-ahead.h"
#include "rap-session-private.h"

/* Incoming files that may wait for the main thread at once. */
#define MAX_WAITING 8

void
rap_import_result_free (RapImportResult *self)
{
  g_free (self->file);
  g_free (self->article);
  g_free (self->title);
  g_free (self->published);
  g_free (self->outlet);
  g_clear_pointer (&self->detected, g_ptr_array_unref);
  g_clear_pointer (&self->duplicates, g_ptr_array_unref);
  g_clear_pointer (&self->unknown, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_free (self);
}

GPtrArray *
rap_session_import_bytes (RapSession             *self,
                          GBytes                 *bytes,
                          const char             *name,
                          const RapImportOptions *options)
{
  g_autoptr (RapImporter) importer = rap_importer_new (self, options);
  g_autoptr (RapIncoming) incoming = rap_incoming_new (bytes, name, options != NULL ? options->format : NULL);

  g_return_val_if_fail (RAP_IS_SESSION (self), NULL);

  rap_importer_add (importer, incoming);
  rap_importer_commit (importer, NULL);
  return rap_importer_steal_results (importer);
}

/* One argument, one transaction. Returns FALSE when it was cancelled. */
static gboolean
import_argument (RapImporter            *importer,
                 GPtrArray              *files,
                 const char             *format,
                 RapProgressFunc         progress,
                 gpointer                user_data,
                 GCancellable           *cancellable)
{
  g_autoptr (RapReadAhead) ahead = rap_read_ahead_new (files, format);

  for (guint i = 0; i < files->len; i++)
    {
      g_autoptr (RapIncoming) incoming = NULL;

      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      if (progress != NULL)
        progress (i, files->len, g_ptr_array_index (files, i), user_data);
      incoming = rap_read_ahead_take (ahead);
      rap_importer_add (importer, incoming);
    }
  rap_importer_commit (importer, NULL);
  return TRUE;
}

GPtrArray *
rap_session_import (RapSession             *self,
                    const char * const     *paths,
                    const RapImportOptions *options,
                    RapProgressFunc         progress,
                    gpointer                user_data,
                    GCancellable           *cancellable)
{
  g_autoptr (RapImporter) importer = rap_importer_new (self, options);

  g_return_val_if_fail (RAP_IS_SESSION (self), NULL);

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) files = rap_incoming_expand (paths[i]);

      if (!import_argument (importer, files, options != NULL ? options->format : NULL, progress, user_data, cancellable))
        break;
    }
  return rap_importer_steal_results (importer);
}

/* The asynchronous import: a worker reads, the main thread adds and commits.
 * Owned by the GTask; @mutex guards @n_waiting, everything else belongs to the
 * thread named beside it. */
typedef struct
{
  char           **paths;          /* worker */
  char            *format;         /* worker */
  RapImporter     *importer;       /* main */
  RapProgressFunc  progress;       /* main */
  gpointer         progress_data;  /* main */
  GMainContext    *context;        /* of the caller */
  GMutex           mutex;
  GCond            cond;
  guint            n_waiting;
} ImportJob;

/* One message from the worker: a file, or the end of an argument. */
typedef struct
{
  GTask       *task;
  RapIncoming *incoming;           /* NULL: commit what was added */
  guint        done;
  guint        total;
} Delivery;

static void
import_job_free (ImportJob *job)
{
  g_strfreev (job->paths);
  g_free (job->format);
  rap_importer_free (job->importer);
  g_main_context_unref (job->context);
  g_mutex_clear (&job->mutex);
  g_cond_clear (&job->cond);
  g_free (job);
}

static void
delivery_free (Delivery *delivery)
{
  g_clear_pointer (&delivery->incoming, rap_incoming_free);
  g_object_unref (delivery->task);
  g_free (delivery);
}

static gboolean
receive_cb (gpointer user_data)
{
  Delivery *delivery = user_data;
  ImportJob *job = g_task_get_task_data (delivery->task);

  if (delivery->incoming == NULL)
    {
      rap_importer_commit (job->importer, NULL);
    }
  else if (!g_cancellable_is_cancelled (g_task_get_cancellable (delivery->task)))
    {
      if (job->progress != NULL)
        job->progress (delivery->done, delivery->total, delivery->incoming->file, job->progress_data);
      rap_importer_add (job->importer, delivery->incoming);
    }

  g_mutex_lock (&job->mutex);
  job->n_waiting--;
  g_cond_signal (&job->cond);
  g_mutex_unlock (&job->mutex);
  return G_SOURCE_REMOVE;
}

static void
deliver (GTask       *task,
         RapIncoming *incoming,
         guint        done,
         guint        total)
{
  ImportJob *job = g_task_get_task_data (task);
  Delivery *delivery = g_new0 (Delivery, 1);
  g_autoptr (GSource) source = g_idle_source_new ();

  delivery->task = g_object_ref (task);
  delivery->incoming = incoming;
  delivery->done = done;
  delivery->total = total;

  g_mutex_lock (&job->mutex);
  while (job->n_waiting >= MAX_WAITING)
    g_cond_wait (&job->cond, &job->mutex);
  job->n_waiting++;
  g_mutex_unlock (&job->mutex);

  g_source_set_priority (source, G_PRIORITY_DEFAULT_IDLE);
  g_source_set_callback (source, receive_cb, delivery, (GDestroyNotify) delivery_free);
  g_source_attach (source, job->context);
}

static void
import_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  ImportJob *job = task_data;

  for (guint i = 0; job->paths[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) files = rap_incoming_expand (job->paths[i]);
      g_autoptr (RapReadAhead) ahead = rap_read_ahead_new (files, job->format);

      for (guint j = 0; j < files->len && !g_cancellable_is_cancelled (cancellable); j++)
        deliver (task, rap_read_ahead_take (ahead), j, files->len);
      if (g_cancellable_is_cancelled (cancellable))
        break;
      deliver (task, NULL, files->len, files->len);
    }

  /* the task returns after the last delivery was received */
  g_mutex_lock (&job->mutex);
  while (job->n_waiting > 0)
    g_cond_wait (&job->cond, &job->mutex);
  g_mutex_unlock (&job->mutex);
  g_task_return_boolean (task, TRUE);
}

void
rap_session_import_async (RapSession             *self,
                          const char * const     *paths,
                          const RapImportOptions *options,
                          RapProgressFunc         progress,
                          gpointer                progress_data,
                          GCancellable           *cancellable,
                          GAsyncReadyCallback     callback,
                          gpointer                user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  ImportJob *job = g_new0 (ImportJob, 1);

  g_return_if_fail (RAP_IS_SESSION (self));

  job->paths = g_strdupv ((char **) paths);
  job->format = options != NULL ? g_strdup (options->format) : NULL;
  job->importer = rap_importer_new (self, options);
  job->progress = progress;
  job->progress_data = progress_data;
  job->context = g_main_context_ref_thread_default ();
  g_mutex_init (&job->mutex);
  g_cond_init (&job->cond);
  g_task_set_source_tag (task, rap_session_import_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, (GDestroyNotify) import_job_free);
  g_task_run_in_thread (task, import_thread);
}

GPtrArray *
rap_session_import_finish (RapSession    *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  ImportJob *job;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  job = g_task_get_task_data (G_TASK (result));
  return rap_importer_steal_results (job->importer);
}
