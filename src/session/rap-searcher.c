/* rap-searcher.c
 *
 * One thread takes the searches in turn. The store belongs to that thread: it
 * opens it with the first search and closes it at the end. @mutex guards what
 * both sides look at: the number of the search that is wanted, and the store
 * while the other side may interrupt it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-searcher.h"

#include "rap-session-private.h"
#include "rap-store-search.h"

/* Shared with the thread, which may outlive the searcher. */
typedef struct
{
  gatomicrefcount  n_refs;
  char            *path;
  GMutex           mutex;
  RapStore        *store;    /* of the thread; NULL until the first search, and after a failure */
  gboolean         is_busy;  /* the thread is inside the store */
  guint            wanted;   /* number of the last search that was started */
} Desk;

struct _RapSearcher
{
  GObject      parent_instance;
  Desk        *desk;
  GThreadPool *pool;
};

G_DEFINE_FINAL_TYPE (RapSearcher, rap_searcher, G_TYPE_OBJECT)

/* One search on its way; without a query only the warming up. */
typedef struct
{
  Desk      *desk;
  GTask     *task;   /* or NULL */
  guint      number;
  RapSearch  search;
  char      *query;
} Job;

typedef struct
{
  GPtrArray      *hits;
  RapSearchCount  count;
} Found;

static void
desk_unref (Desk *desk)
{
  if (!g_atomic_ref_count_dec (&desk->n_refs))
    return;
  g_clear_object (&desk->store);
  g_mutex_clear (&desk->mutex);
  g_free (desk->path);
  g_free (desk);
}

static void
job_free (Job *job)
{
  g_clear_object (&job->task);
  g_free (job->query);
  desk_unref (job->desk);
  g_free (job);
}

static void
found_free (Found *found)
{
  g_clear_pointer (&found->hits, g_ptr_array_unref);
  g_free (found);
}

/* Lets the other side interrupt from now on; FALSE: the search is not wanted any more. */
static gboolean
begin (Job *job)
{
  gboolean is_wanted;

  g_mutex_lock (&job->desk->mutex);
  is_wanted = job->number == job->desk->wanted;
  job->desk->is_busy = is_wanted;
  g_mutex_unlock (&job->desk->mutex);
  return is_wanted;
}

static void
end (Job *job)
{
  g_mutex_lock (&job->desk->mutex);
  job->desk->is_busy = FALSE;
  g_mutex_unlock (&job->desk->mutex);
}

static gboolean
open_store (Desk    *desk,
            GError **error)
{
  if (desk->store == NULL)
    desk->store = rap_store_open (desk->path, RAP_STORE_TRUSTED, error);
  return desk->store != NULL;
}

static GPtrArray *
find_hits (Job             *job,
           RapSearchCount  *count,
           GError         **error)
{
  GPtrArray *hits = NULL;

  if (!open_store (job->desk, error))
    return NULL;
  if (!begin (job))
    {
      g_set_error_literal (error, RAP_ERROR, RAP_ERROR_CANCELLED, "stopped");
      return NULL;
    }
  if (job->task != NULL)
    hits = rap_store_find_hits (job->desk->store, &job->search, count, error);
  else
    rap_store_warm_search (job->desk->store, job->search.order);
  end (job);
  return hits;
}

/* In the thread. */
static void
work (gpointer data,
      gpointer user_data)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  Found *found = g_new0 (Found, 1);

  found->hits = find_hits (job, &found->count, &error);
  if (job->task == NULL || found->hits == NULL)
    g_clear_pointer (&found, found_free);
  if (found != NULL)
    g_task_return_pointer (job->task, found, (GDestroyNotify) found_free);
  else if (job->task != NULL)
    g_task_return_error (job->task, g_steal_pointer (&error));
  job_free (job);
}

static void
rap_searcher_dispose (GObject *object)
{
  RapSearcher *self = RAP_SEARCHER (object);

  if (self->pool != NULL)
    rap_searcher_stop (self);
  g_clear_pointer (&self->desk, desk_unref);
  /* what is still to be done is done without us */
  if (self->pool != NULL)
    g_thread_pool_free (g_steal_pointer (&self->pool), FALSE, FALSE);

  G_OBJECT_CLASS (rap_searcher_parent_class)->dispose (object);
}

static void
rap_searcher_class_init (RapSearcherClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rap_searcher_dispose;
}

static void
rap_searcher_init (RapSearcher *self)
{
  self->desk = g_new0 (Desk, 1);
  g_atomic_ref_count_init (&self->desk->n_refs);
  g_mutex_init (&self->desk->mutex);
  self->pool = g_thread_pool_new (work, NULL, 1, FALSE, NULL);
}

RapSearcher *
rap_searcher_new (RapSession *session)
{
  RapSearcher *self;

  g_return_val_if_fail (RAP_IS_SESSION (session), NULL);

  self = g_object_new (RAP_TYPE_SEARCHER, NULL);
  self->desk->path = g_strdup (rap_session_get_path (session));
  return self;
}

/* (transfer full) */
static Job *
job_new (RapSearcher     *self,
         const RapSearch *search)
{
  Job *job = g_new0 (Job, 1);

  g_atomic_ref_count_inc (&self->desk->n_refs);
  job->desk = self->desk;
  job->query = g_strdup (search->query);
  job->search = *search;
  job->search.query = job->query;
  return job;
}

void
rap_searcher_warm_up (RapSearcher    *self,
                      RapSearchOrder  order)
{
  RapSearch search = { .order = order };
  Job *job;

  g_return_if_fail (RAP_IS_SEARCHER (self));

  job = job_new (self, &search);
  g_mutex_lock (&self->desk->mutex);
  job->number = self->desk->wanted;
  g_mutex_unlock (&self->desk->mutex);
  g_thread_pool_push (self->pool, job, NULL);
}

void
rap_searcher_stop (RapSearcher *self)
{
  g_return_if_fail (RAP_IS_SEARCHER (self));

  g_mutex_lock (&self->desk->mutex);
  self->desk->wanted++;
  if (self->desk->is_busy)
    rap_store_interrupt (self->desk->store);
  g_mutex_unlock (&self->desk->mutex);
}

void
rap_searcher_start (RapSearcher         *self,
                    const RapSearch     *search,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  Job *job;

  g_return_if_fail (RAP_IS_SEARCHER (self));
  g_return_if_fail (search != NULL && search->query != NULL);

  rap_searcher_stop (self);
  job = job_new (self, search);
  job->number = self->desk->wanted;
  job->task = g_task_new (self, NULL, callback, user_data);
  g_thread_pool_push (self->pool, job, NULL);
}

GPtrArray *
rap_searcher_finish (RapSearcher     *self,
                     GAsyncResult    *result,
                     RapSearchCount  *count,
                     GError         **error)
{
  Found *found;
  GPtrArray *hits;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  found = g_task_propagate_pointer (G_TASK (result), error);
  if (found == NULL)
    return NULL;
  hits = g_steal_pointer (&found->hits);
  if (count != NULL)
    *count = found->count;
  found_free (found);
  return hits;
}

GPtrArray *
rap_session_find_hits (RapSession       *session,
                       const RapSearch  *search,
                       RapSearchCount   *count,
                       GError          **error)
{
  g_return_val_if_fail (RAP_IS_SESSION (session), NULL);

  return rap_store_find_hits (rap_session_get_store (session), search, count, error);
}

RapSearchProblem
rap_search_check (const char  *query,
                  char       **value)
{
  g_return_val_if_fail (query != NULL, RAP_SEARCH_EMPTY);

  return rap_store_check_query (query, value);
}
