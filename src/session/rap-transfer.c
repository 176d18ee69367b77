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

#include <glib/gstdio.h>
#include <sys/stat.h>

#include "rap-importing-private.h"
#include "rap-read-ahead.h"
#include "rap-session-private.h"

/* Pages that may wait for the main thread at once. */
#define MAX_WAITING   16
/* From so many pages on saving them takes long enough to be announced. */
#define MANY_PAGES    100
/* Microseconds for the announcement to be drawn. */
#define ANNOUNCE_TIME 60000

void
rap_import_result_free (RapImportResult *self)
{
  g_free (self->file);
  g_free (self->part);
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

const char * const *
rap_import_get_formats (void)
{
  static gsize made;

  if (g_once_init_enter (&made))
    {
      static const char * const own[] = { "auto", "text", "html", "json", "qdc" };
      const char * const *readers = rap_part_get_formats ();
      GStrvBuilder *builder = g_strv_builder_new ();

      for (guint i = 0; i < G_N_ELEMENTS (own); i++)
        g_strv_builder_add (builder, own[i]);
      g_strv_builder_addv (builder, (const char **) readers);
      g_once_init_leave (&made, (gsize) g_strv_builder_end (builder));
      g_strv_builder_unref (builder);
    }
  return (const char * const *) made;
}

GPtrArray *
rap_session_import_bytes (RapSession             *self,
                          GBytes                 *bytes,
                          const char             *name,
                          const RapImportOptions *options)
{
  g_autoptr (RapImporter) importer = rap_importer_new (self, options);

  g_return_val_if_fail (RAP_IS_SESSION (self), NULL);

  rap_importer_add_bytes (importer, bytes, name, options != NULL ? options->format : NULL);
  rap_importer_commit (importer, NULL);
  return rap_importer_steal_results (importer);
}

/* The files of an import: those of a path stand together and, but for one
 * group, are committed together. Never changes once made. */
typedef struct
{
  GPtrArray *files;       /* (element-type filename) */
  GArray    *arguments;   /* guint, a file each: the number of its path */
  GArray    *sizes;       /* gsize: bytes before the file; one more for the end */
  char      *format;
  gboolean   keep_boilerplate;
  gboolean   one_group;
} FileList;

/* A small file costs something too. */
static gsize
weigh_file (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 && S_ISREG (status.st_mode) ? (gsize) status.st_size + 4096 : 4096;
}

static FileList *
file_list_new (const char * const     *paths,
               const RapImportOptions *options)
{
  FileList *self = g_new0 (FileList, 1);
  gsize size = 0;

  self->files = g_ptr_array_new_with_free_func (g_free);
  self->arguments = g_array_new (FALSE, FALSE, sizeof (guint));
  self->sizes = g_array_new (FALSE, FALSE, sizeof (gsize));
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) expanded = rap_unpack_expand (paths[i]);

      for (guint j = 0; j < expanded->len; j++)
        {
          g_array_append_val (self->arguments, i);
          g_array_append_val (self->sizes, size);
          size += weigh_file (expanded->pdata[j]);
        }
      g_ptr_array_extend_and_steal (self->files, g_steal_pointer (&expanded));
    }
  g_array_append_val (self->sizes, size);
  if (options != NULL)
    {
      self->format = g_strdup (options->format);
      self->keep_boilerplate = options->keep_boilerplate;
      self->one_group = options->one_group;
    }
  return self;
}

static void
file_list_free (FileList *self)
{
  g_ptr_array_unref (self->files);
  g_array_unref (self->arguments);
  g_array_unref (self->sizes);
  g_free (self->format);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FileList, file_list_free)

/* Whether a group ends between the files at @place and @next. */
static gboolean
ends_group (const FileList *self,
            guint           place,
            guint           next)
{
  return !self->one_group
         && g_array_index (self->arguments, guint, place) != g_array_index (self->arguments, guint, next);
}

/* @done of the file at @place has been read. */
static RapImportProgress
measure_progress (const FileList *self,
                  guint           place,
                  double          done)
{
  const gsize *sizes = (const gsize *) (gpointer) self->sizes->data;
  double all = (double) sizes[self->files->len];
  double before = (double) sizes[place] + done * (double) (sizes[place + 1] - sizes[place]);

  return (RapImportProgress) {
    .done = place,
    .total = self->files->len,
    .fraction = all > 0 ? before / all : 1,
    .file = g_ptr_array_index (self->files, place),
  };
}

static void
tell_progress (RapImporter           *importer,
               RapImportProgress      progress,
               RapImportProgressFunc  func,
               gpointer               user_data)
{
  progress.n_results = rap_importer_count (importer);
  if (func != NULL)
    func (&progress, user_data);
}

static void
commit_group (RapImporter           *importer,
              const FileList        *list,
              guint                  place,
              RapImportProgressFunc  func,
              gpointer               user_data)
{
  RapImportProgress progress = measure_progress (list, place, 1);

  progress.saving = TRUE;
  progress.done++;
  tell_progress (importer, progress, func, user_data);
  rap_importer_commit (importer, NULL);
}

/* FALSE: cancelled. */
static gboolean
import_list (RapImporter           *importer,
             const FileList        *list,
             RapImportProgressFunc  progress,
             gpointer               user_data,
             GCancellable          *cancellable)
{
  g_autoptr (RapReadAhead) ahead = rap_read_ahead_new (list->files, list->format, list->keep_boilerplate,
                                                        cancellable);
  guint last = 0, place;

  for (;;)
    {
      g_autoptr (RapIncoming) incoming = rap_read_ahead_take (ahead, &place);

      if (incoming == NULL)
        break;
      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      if (ends_group (list, last, place))
        commit_group (importer, list, last, progress, user_data);
      tell_progress (importer, measure_progress (list, place, incoming->done), progress, user_data);
      rap_importer_add (importer, incoming);
      last = place;
    }
  if (g_cancellable_is_cancelled (cancellable))
    return FALSE;
  commit_group (importer, list, last, progress, user_data);
  return TRUE;
}

GPtrArray *
rap_session_import (RapSession             *self,
                    const char * const     *paths,
                    const RapImportOptions *options,
                    RapImportProgressFunc   progress,
                    gpointer                user_data,
                    GCancellable           *cancellable)
{
  g_autoptr (RapImporter) importer = NULL;
  g_autoptr (FileList) list = NULL;

  g_return_val_if_fail (RAP_IS_SESSION (self), NULL);

  importer = rap_importer_new (self, options);
  list = file_list_new (paths, options);
  if (list->files->len > 0 && !g_cancellable_is_cancelled (cancellable))
    import_list (importer, list, progress, user_data, cancellable);
  return rap_importer_steal_results (importer);
}

/* The asynchronous import: a worker reads, the main thread adds and commits.
 * Owned by the GTask; @mutex guards @n_waiting, everything else belongs to the
 * thread named beside it. */
typedef struct
{
  char                  **paths;          /* worker */
  RapImportOptions        options;        /* worker; @format is owned */
  FileList               *list;           /* worker's making, then read by both */
  RapImporter            *importer;       /* main */
  RapImportProgressFunc   progress;       /* main */
  gpointer                progress_data;  /* main */
  GMainContext           *context;        /* of the caller */
  GMutex                  mutex;
  GCond                   cond;
  guint                   n_waiting;
} ImportJob;

/* One message from the worker: a page, word that a group will be saved, or that it shall be. */
typedef struct
{
  GTask             *task;
  RapIncoming       *incoming;
  RapImportProgress  progress;
  gboolean           commit;
} Delivery;

static void
import_job_free (ImportJob *job)
{
  g_strfreev (job->paths);
  g_free ((char *) job->options.format);
  g_clear_pointer (&job->list, file_list_free);
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
  gboolean cancelled = g_cancellable_is_cancelled (g_task_get_cancellable (delivery->task));

  if (delivery->commit)
    {
      rap_importer_commit (job->importer, NULL);
    }
  else if (!cancelled)
    {
      tell_progress (job->importer, delivery->progress, job->progress, job->progress_data);
      if (delivery->incoming != NULL)
        rap_importer_add (job->importer, delivery->incoming);
    }

  g_mutex_lock (&job->mutex);
  job->n_waiting--;
  g_cond_signal (&job->cond);
  g_mutex_unlock (&job->mutex);
  return G_SOURCE_REMOVE;
}

/* Takes @incoming. */
static void
deliver (GTask             *task,
         RapIncoming       *incoming,
         RapImportProgress  progress,
         gboolean           commit)
{
  ImportJob *job = g_task_get_task_data (task);
  Delivery *delivery = g_new0 (Delivery, 1);
  g_autoptr (GSource) source = g_idle_source_new ();

  *delivery = (Delivery) { g_object_ref (task), incoming, progress, commit };

  g_mutex_lock (&job->mutex);
  while (job->n_waiting >= MAX_WAITING)
    g_cond_wait (&job->cond, &job->mutex);
  job->n_waiting++;
  g_mutex_unlock (&job->mutex);

  g_source_set_priority (source, G_PRIORITY_DEFAULT_IDLE);
  g_source_set_callback (source, receive_cb, delivery, (GDestroyNotify) delivery_free);
  g_source_attach (source, job->context);
}

/* A group of more files than are written in no time is announced, and the
 * screen gets the time to say so. */
static void
deliver_commit (GTask *task,
                guint  place,
                guint  n_pages)
{
  ImportJob *job = g_task_get_task_data (task);
  RapImportProgress progress = measure_progress (job->list, place, 1);

  progress.done++;
  progress.saving = TRUE;
  if (n_pages >= MANY_PAGES)
    {
      deliver (task, NULL, progress, FALSE);
      g_usleep (ANNOUNCE_TIME);
    }
  deliver (task, NULL, progress, TRUE);
}

static void
read_list (GTask        *task,
           GCancellable *cancellable)
{
  ImportJob *job = g_task_get_task_data (task);
  FileList *list = job->list;
  g_autoptr (RapReadAhead) ahead = rap_read_ahead_new (list->files, list->format, list->keep_boilerplate,
                                                        cancellable);
  guint last = 0, place = 0, n_pages = 0;
  RapIncoming *incoming;

  while (!g_cancellable_is_cancelled (cancellable) && (incoming = rap_read_ahead_take (ahead, &place)) != NULL)
    {
      if (ends_group (list, last, place))
        {
          deliver_commit (task, last, n_pages);
          n_pages = 0;
        }
      n_pages++;
      last = place;
      deliver (task, incoming, measure_progress (list, place, incoming->done), FALSE);
    }
  if (!g_cancellable_is_cancelled (cancellable))
    deliver_commit (task, last, n_pages);
}

static void
import_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  ImportJob *job = task_data;

  job->list = file_list_new ((const char * const *) job->paths, &job->options);
  if (job->list->files->len > 0)
    read_list (task, cancellable);

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
                          RapImportProgressFunc   progress,
                          gpointer                progress_data,
                          GCancellable           *cancellable,
                          GAsyncReadyCallback     callback,
                          gpointer                user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  ImportJob *job = g_new0 (ImportJob, 1);

  g_return_if_fail (RAP_IS_SESSION (self));

  job->paths = g_strdupv ((char **) paths);
  if (options != NULL)
    job->options = *options;
  job->options.format = g_strdup (job->options.format);
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
