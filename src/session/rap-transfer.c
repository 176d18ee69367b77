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
/* From so many pages on the end of saving them takes long enough to be prepared. */
#define MANY_PAGES    100
/* Microseconds that a turn of the main loop may take, or a little more. */
#define TURN_TIME     8000

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

/* The files of an import: those of a path stand together and, but for one
 * group, are committed together. Never changes once made. */
typedef struct
{
  GPtrArray *files;       /* (element-type filename) */
  GBytes    *bytes;       /* what is in the one there is, or NULL */
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
file_list_new (const RapImportOptions *options)
{
  FileList *self = g_new0 (FileList, 1);

  self->files = g_ptr_array_new_with_free_func (g_free);
  self->arguments = g_array_new (FALSE, FALSE, sizeof (guint));
  self->sizes = g_array_new (FALSE, FALSE, sizeof (gsize));
  if (options != NULL)
    {
      self->format = g_strdup (options->format);
      self->keep_boilerplate = options->keep_boilerplate;
      self->one_group = options->one_group;
    }
  return self;
}

static void
file_list_add_paths (FileList           *self,
                     const char * const *paths)
{
  gsize size = 0;

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
}

/* The one file whose bytes are at hand. */
static void
file_list_add_bytes (FileList   *self,
                     GBytes     *bytes,
                     const char *name)
{
  gsize sizes[] = { 0, g_bytes_get_size (bytes) };
  guint argument = 0;

  self->bytes = g_bytes_ref (bytes);
  g_ptr_array_add (self->files, g_strdup (name));
  g_array_append_val (self->arguments, argument);
  g_array_append_vals (self->sizes, sizes, G_N_ELEMENTS (sizes));
}

static void
file_list_free (FileList *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
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

/* (transfer full) */
static RapReadAhead *
read_files (const FileList *self,
            GCancellable   *cancellable)
{
  if (self->bytes != NULL)
    return rap_read_ahead_new_bytes (self->bytes, g_ptr_array_index (self->files, 0), self->format,
                                     self->keep_boilerplate, cancellable);
  return rap_read_ahead_new (self->files, self->format, self->keep_boilerplate, cancellable);
}

static void
tell_progress (RapImporter           *importer,
               RapImportProgress      progress,
               RapImportProgressFunc  func,
               gpointer               user_data)
{
  progress.saved = rap_importer_get_saved (importer);
  progress.n_results = rap_importer_count (importer);
  if (func != NULL)
    func (&progress, user_data);
}

static RapImportProgress
measure_group (const FileList *list,
               guint           place)
{
  RapImportProgress progress = measure_progress (list, place, 1);

  progress.saving = TRUE;
  progress.done++;
  return progress;
}

static void
save_group (RapImporter           *importer,
            const FileList        *list,
            guint                  place,
            RapImportProgressFunc  func,
            gpointer               user_data)
{
  tell_progress (importer, measure_group (list, place), func, user_data);
  rap_importer_save (importer, NULL, G_MAXINT64);
  rap_importer_forget (importer);
}

/* FALSE: cancelled. */
static gboolean
import_list (RapImporter           *importer,
             const FileList        *list,
             RapImportProgressFunc  progress,
             gpointer               user_data,
             GCancellable          *cancellable)
{
  g_autoptr (RapReadAhead) ahead = read_files (list, cancellable);
  guint last = 0, place;

  for (;;)
    {
      g_autoptr (RapIncoming) incoming = rap_read_ahead_take (ahead, &place);

      if (incoming == NULL)
        break;
      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      if (ends_group (list, last, place))
        save_group (importer, list, last, progress, user_data);
      tell_progress (importer, measure_progress (list, place, incoming->done), progress, user_data);
      rap_importer_add (importer, incoming);
      last = place;
    }
  if (g_cancellable_is_cancelled (cancellable))
    return FALSE;
  save_group (importer, list, last, progress, user_data);
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
  list = file_list_new (options);
  file_list_add_paths (list, paths);
  if (list->files->len > 0 && !g_cancellable_is_cancelled (cancellable))
    import_list (importer, list, progress, user_data, cancellable);
  return rap_importer_steal_results (importer);
}

/* The asynchronous import: a worker reads, the main thread adds and commits.
 * Owned by the GTask; @mutex guards @n_waiting, everything else belongs to the
 * thread named beside it. */
typedef struct
{
  char                  **paths;          /* worker; NULL: the list is complete */
  FileList               *list;           /* worker completes it, then read by both */
  RapImporter            *importer;       /* main */
  RapImportProgressFunc   progress;       /* main */
  gpointer                progress_data;  /* main */
  GMainContext           *context;        /* of the caller */
  GMutex                  mutex;
  GCond                   cond;
  guint                   n_waiting;
} ImportJob;

/* One message from the worker: a page, or that the group shall be saved: a large one
 * in two steps, so that the worker can see to it that the second is short. */
typedef struct
{
  GTask             *task;
  RapIncoming       *incoming;
  RapImportProgress  progress;
  gboolean           ends;
} Delivery;

static void
import_job_free (ImportJob *job)
{
  g_strfreev (job->paths);
  file_list_free (job->list);
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

/* FALSE: there is more to do. */
static gboolean
receive (ImportJob      *job,
         const Delivery *delivery)
{
  gint64 until = g_get_monotonic_time () + TURN_TIME;

  tell_progress (job->importer, delivery->progress, job->progress, job->progress_data);
  if (delivery->progress.saving && delivery->ends)
    return rap_importer_save (job->importer, NULL, until);
  if (delivery->progress.saving)
    return rap_importer_write (job->importer, until);
  if (delivery->incoming->page != NULL && !rap_importer_get_ready (job->importer, until))
    return FALSE;
  rap_importer_add (job->importer, delivery->incoming);
  return TRUE;
}

static gboolean
receive_cb (gpointer user_data)
{
  Delivery *delivery = user_data;
  ImportJob *job = g_task_get_task_data (delivery->task);
  gboolean cancelled = g_cancellable_is_cancelled (g_task_get_cancellable (delivery->task));

  if (!cancelled && !receive (job, delivery))
    return G_SOURCE_CONTINUE;

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
         gboolean           ends)
{
  ImportJob *job = g_task_get_task_data (task);
  Delivery *delivery = g_new0 (Delivery, 1);
  g_autoptr (GSource) source = g_idle_source_new ();

  *delivery = (Delivery) { g_object_ref (task), incoming, progress, ends };

  g_mutex_lock (&job->mutex);
  while (job->n_waiting >= MAX_WAITING)
    g_cond_wait (&job->cond, &job->mutex);
  job->n_waiting++;
  g_mutex_unlock (&job->mutex);

  g_source_set_priority (source, G_PRIORITY_DEFAULT_IDLE);
  g_source_set_callback (source, receive_cb, delivery, (GDestroyNotify) delivery_free);
  g_source_attach (source, job->context);
}

/* Until all that was delivered was received. */
static void
wait_for_main (ImportJob *job)
{
  g_mutex_lock (&job->mutex);
  while (job->n_waiting > 0)
    g_cond_wait (&job->cond, &job->mutex);
  g_mutex_unlock (&job->mutex);
}

/* The next group begins when this one is saved. */
static void
deliver_group (GTask *task,
               guint  place,
               guint  n_pages)
{
  ImportJob *job = g_task_get_task_data (task);

  if (n_pages >= MANY_PAGES)
    {
      deliver (task, NULL, measure_group (job->list, place), FALSE);
      wait_for_main (job);
      rap_importer_settle (job->importer);
    }
  deliver (task, NULL, measure_group (job->list, place), TRUE);
  wait_for_main (job);
  rap_importer_forget (job->importer);
}

static void
read_list (GTask        *task,
           GCancellable *cancellable)
{
  ImportJob *job = g_task_get_task_data (task);
  FileList *list = job->list;
  g_autoptr (RapReadAhead) ahead = read_files (list, cancellable);
  guint last = 0, place = 0, n_pages = 0;
  RapIncoming *incoming;

  while (!g_cancellable_is_cancelled (cancellable) && (incoming = rap_read_ahead_take (ahead, &place)) != NULL)
    {
      if (ends_group (list, last, place))
        {
          deliver_group (task, last, n_pages);
          n_pages = 0;
        }
      n_pages++;
      last = place;
      deliver (task, incoming, measure_progress (list, place, incoming->done), FALSE);
    }
  if (!g_cancellable_is_cancelled (cancellable))
    deliver_group (task, last, n_pages);
}

static void
import_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  ImportJob *job = task_data;

  if (job->paths != NULL)
    file_list_add_paths (job->list, (const char * const *) job->paths);
  if (job->list->files->len > 0)
    read_list (task, cancellable);

  wait_for_main (job);
  g_task_return_boolean (task, TRUE);
}

/* Takes @paths, which may be NULL, and @list. */
static void
start_import (RapSession             *self,
              char                  **paths,
              FileList               *list,
              const RapImportOptions *options,
              RapImportProgressFunc   progress,
              gpointer                progress_data,
              GTask                  *task)
{
  ImportJob *job = g_new0 (ImportJob, 1);

  job->paths = paths;
  job->list = list;
  job->importer = rap_importer_new (self, options);
  job->progress = progress;
  job->progress_data = progress_data;
  job->context = g_main_context_ref_thread_default ();
  g_mutex_init (&job->mutex);
  g_cond_init (&job->cond);
  g_task_set_source_tag (task, start_import);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, (GDestroyNotify) import_job_free);
  g_task_run_in_thread (task, import_thread);
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
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (RAP_IS_SESSION (self));

  task = g_task_new (self, cancellable, callback, user_data);
  start_import (self, g_strdupv ((char **) paths), file_list_new (options), options, progress, progress_data, task);
}

void
rap_session_import_bytes_async (RapSession             *self,
                                GBytes                 *bytes,
                                const char             *name,
                                const RapImportOptions *options,
                                RapImportProgressFunc   progress,
                                gpointer                progress_data,
                                GCancellable           *cancellable,
                                GAsyncReadyCallback     callback,
                                gpointer                user_data)
{
  g_autoptr (GTask) task = NULL;
  FileList *list;

  g_return_if_fail (RAP_IS_SESSION (self));

  task = g_task_new (self, cancellable, callback, user_data);
  list = file_list_new (options);
  file_list_add_bytes (list, bytes, name);
  start_import (self, NULL, list, options, progress, progress_data, task);
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
