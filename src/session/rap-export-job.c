/* rap-export-job.c
 *
 * What all exports have in common.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-export-job-private.h"

typedef struct
{
  char           *project;
  char           *path;
  RapExportFunc   func;
  gpointer        what;
  GDestroyNotify  free_what;
} Job;

static void
job_free (Job *job)
{
  g_free (job->project);
  g_free (job->path);
  if (job->free_what != NULL)
    job->free_what (job->what);
  g_free (job);
}

gboolean
rap_export_write (RapStore       *store,
                  const char     *path,
                  RapExportFunc   func,
                  gconstpointer   what,
                  GCancellable   *cancellable,
                  GError        **error)
{
  g_autoptr (RapSafeFile) file = rap_safe_file_open (path, error);
  gboolean written;

  if (file == NULL || !rap_store_begin_read (store, error))
    return FALSE;
  written = func (store, file, what, cancellable, error);
  rap_store_end_read (store);
  return written && rap_safe_file_commit (file, error);
}

static void
export_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  g_autoptr (RapStore) store = rap_store_open (job->project, RAP_STORE_SNAPSHOT, &error);

  if (store == NULL || !rap_export_write (store, job->path, job->func, job->what, cancellable, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

void
rap_export_start (GTask          *task,
                  const char     *project,
                  const char     *path,
                  RapExportFunc   func,
                  gpointer        what,
                  GDestroyNotify  free_what)
{
  Job *job = g_new0 (Job, 1);

  job->project = g_strdup (project);
  job->path = g_strdup (path);
  job->func = func;
  job->what = what;
  job->free_what = free_what;
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, export_thread);
}
