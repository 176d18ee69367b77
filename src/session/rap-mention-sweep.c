/* rap-mention-sweep.c
 *
 * The worker has a connection of its own and loads one article at a time, so
 * that commits wait for no more than that.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-mention-sweep.h"

#include "rap-name-places-private.h"
#include "rap-session-private.h"

#define CONTEXT       60     /* code points to each side */
#define PROGRESS_STEP 100000 /* microseconds between two reports */

G_DEFINE_TYPE (RapSweepHit, rap_sweep_hit, G_TYPE_OBJECT)

static void
rap_sweep_hit_finalize (GObject *object)
{
  RapSweepHit *self = RAP_SWEEP_HIT (object);

  g_free (self->article);
  g_free (self->article_title);
  g_free (self->before);
  g_free (self->text);
  g_free (self->after);
  g_free (self->other);

  G_OBJECT_CLASS (rap_sweep_hit_parent_class)->finalize (object);
}

static void
rap_sweep_hit_class_init (RapSweepHitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rap_sweep_hit_finalize;
}

static void
rap_sweep_hit_init (RapSweepHit *self)
{
}

void
rap_sweep_free (RapSweep *self)
{
  g_ptr_array_unref (self->hits);
  g_free (self);
}

guint
rap_sweep_count_ticked (const RapSweep *self)
{
  guint n = 0;

  for (guint i = 0; i < self->hits->len; i++)
    n += RAP_SWEEP_HIT (self->hits->pdata[i])->ticked;
  return n;
}

/* One line of text. (transfer full) */
static char *
cut (const RapText *text,
     RapRange       range)
{
  return g_strdelimit (rap_text_slice (text, range), "\n\t\r", ' ');
}

static guint
read_doubts (RapPlaceDoubt doubts)
{
  return ((doubts & RAP_PLACE_SHARED) ? RAP_SWEEP_SHARED : 0) | ((doubts & RAP_PLACE_LONGER) ? RAP_SWEEP_LONGER : 0)
         | ((doubts & RAP_PLACE_FURNITURE) ? RAP_SWEEP_FURNITURE : 0);
}

static gboolean
overlaps (const RapAnchor *anchor,
          RapRange         range)
{
  for (guint i = 0; i < anchor->n_ranges; i++)
    if (rap_range_overlaps (anchor->ranges[i], range))
      return TRUE;
  return FALSE;
}

/* The mention of @records in @article that covers some of @range, or NULL. */
static RapMention *
find_mention (GPtrArray  *records,
              const char *article,
              RapRange    range)
{
  for (guint i = 0; i < records->len; i++)
    {
      RapMention *mention = records->pdata[i];

      if (RAP_IS_MENTION (mention) && g_str_equal (mention->article, article) && overlaps (mention->anchor, range))
        return mention;
    }
  return NULL;
}

/* One look through the project. */
typedef struct
{
  RapStore      *store;
  RapNamePlaces *places;
  GPtrArray     *deleted;   /* RapMention */
  RapSweep      *sweep;
} Look;

static void
add_hit (Look             *look,
         const RapArticle *article,
         RapRange          range)
{
  const char *id = ((const RapRecord *) article)->id;
  RapSweepHit *hit = g_object_new (RAP_TYPE_SWEEP_HIT, NULL);

  hit->article = g_strdup (id);
  hit->article_title = g_strdup (article->title);
  hit->range = range;
  hit->before = cut (article->text, (RapRange) { range.start > CONTEXT ? range.start - CONTEXT : 0, range.start });
  hit->text = cut (article->text, range);
  hit->after = cut (article->text, (RapRange) { range.end, range.end + CONTEXT });
  hit->doubts = read_doubts (rap_name_places_judge (look->places, article, range, &hit->other));
  if (find_mention (look->deleted, id, range) != NULL)
    hit->doubts |= RAP_SWEEP_DELETED;
  hit->ticked = hit->doubts == 0;
  g_ptr_array_add (look->sweep->hits, hit);
}

static gboolean
look_at_article (Look        *look,
                 const char  *id,
                 GError     **error)
{
  g_autoptr (RapRecord) article = rap_store_load (look->store, RAP_KIND_ARTICLE, id, error);
  g_autoptr (GPtrArray) annotations = article != NULL ? rap_store_load_annotations (look->store, id, error) : NULL;
  g_autoptr (GArray) ranges = NULL;

  if (annotations == NULL)
    return FALSE;
  ranges = rap_name_places_find (look->places, RAP_ARTICLE (article)->text);
  for (guint i = 0; i < ranges->len; i++)
    {
      RapRange range = g_array_index (ranges, RapRange, i);
      RapMention *mention = find_mention (annotations, id, range);

      if (mention == NULL)
        add_hit (look, RAP_ARTICLE (article), range);
      else if (g_str_equal (mention->entity, look->places->entity))
        look->sweep->n_marked++;
      else
        look->sweep->n_others++;
    }
  return TRUE;
}

/* In a worker */

typedef struct
{
  char            *project;
  char            *entity;
  RapProgressFunc  progress;
  gpointer         progress_data;
  GCancellable    *cancellable;
  gint64           last_report;
} Job;

static void
job_free (Job *job)
{
  g_free (job->project);
  g_free (job->entity);
  g_clear_object (&job->cancellable);
  g_free (job);
}

/* From the worker to the main thread. */
typedef struct
{
  RapProgressFunc  progress;
  gpointer         data;
  GCancellable    *cancellable;
  guint            done;
  guint            total;
} Report;

static void
report_free (gpointer data)
{
  Report *report = data;

  g_clear_object (&report->cancellable);
  g_free (report);
}

static gboolean
report_cb (gpointer data)
{
  Report *report = data;

  if (report->cancellable == NULL || !g_cancellable_is_cancelled (report->cancellable))
    report->progress (report->done, report->total, "", report->data);
  return G_SOURCE_REMOVE;
}

static gboolean
go_on (Job     *job,
       guint    done,
       guint    total,
       GError **error)
{
  Report *report;

  if (job->cancellable != NULL && g_cancellable_is_cancelled (job->cancellable))
    {
      g_set_error_literal (error, RAP_ERROR, RAP_ERROR_CANCELLED, "looking for mentions was stopped");
      return FALSE;
    }
  if (job->progress == NULL || g_get_monotonic_time () - job->last_report < PROGRESS_STEP)
    return TRUE;
  job->last_report = g_get_monotonic_time ();
  report = g_new0 (Report, 1);
  report->progress = job->progress;
  report->data = job->progress_data;
  report->cancellable = job->cancellable != NULL ? g_object_ref (job->cancellable) : NULL;
  report->done = done;
  report->total = total;
  g_idle_add_full (G_PRIORITY_DEFAULT, report_cb, report, report_free);
  return TRUE;
}

static RapSweep *
look_through (RapStore  *store,
              Job       *job,
              GError   **error)
{
  g_autoptr (RapNamePlaces) places = rap_name_places_new (store, job->entity, error);
  g_autoptr (GPtrArray) deleted = places != NULL ? rap_store_load_deleted_mentions (store, job->entity, error) : NULL;
  g_autoptr (GPtrArray) articles = deleted != NULL ? rap_name_places_find_articles (places, store, error) : NULL;
  g_autoptr (RapSweep) sweep = NULL;
  Look look = { store, places, deleted, NULL };

  if (articles == NULL)
    return NULL;
  look.sweep = sweep = g_new0 (RapSweep, 1);
  sweep->hits = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < articles->len; i++)
    if (!go_on (job, i, articles->len, error) || !look_at_article (&look, articles->pdata[i], error))
      return NULL;
  return g_steal_pointer (&sweep);
}

static void
sweep_thread (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  g_autoptr (RapStore) store = rap_store_open (job->project, RAP_STORE_READ_ONLY, &error);
  RapSweep *sweep = store != NULL ? look_through (store, job, &error) : NULL;

  if (sweep != NULL)
    g_task_return_pointer (task, sweep, (GDestroyNotify) rap_sweep_free);
  else
    g_task_return_error (task, error);
}

void
rap_session_sweep_async (RapSession          *self,
                         const char          *entity,
                         RapProgressFunc      progress,
                         gpointer             progress_data,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (RAP_IS_SESSION (self));

  g_task_set_source_tag (task, rap_session_sweep_async);
  /* whoever cancelled hears of it as an error of ours */
  g_task_set_check_cancellable (task, FALSE);
  job->project = g_strdup (rap_session_get_path (self));
  job->entity = g_strdup (entity);
  job->progress = progress;
  job->progress_data = progress_data;
  job->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, sweep_thread);
}

RapSweep *
rap_session_sweep_finish (RapSession    *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Marking */

/* The ticked places of one article, from @first on. Returns the first hit of the next article, or 0 with an error. */
static guint
mark_article (RapSession      *self,
              const RapSweep  *sweep,
              guint            first,
              const char      *entity,
              RapEdits        *edits,
              GError         **error)
{
  const char *id = RAP_SWEEP_HIT (sweep->hits->pdata[first])->article;
  g_autoptr (RapRecord) article = NULL;
  g_autoptr (GPtrArray) annotations = NULL;
  guint i;

  for (i = first; i < sweep->hits->len; i++)
    {
      const RapSweepHit *hit = sweep->hits->pdata[i];
      g_autoptr (RapMention) mention = NULL;

      if (!g_str_equal (hit->article, id))
        break;
      if (!hit->ticked)
        continue;
      if (article == NULL)
        {
          article = rap_session_load (self, RAP_KIND_ARTICLE, id, error);
          annotations = article != NULL ? rap_session_load_annotations (self, id, error) : NULL;
        }
      if (annotations == NULL)
        return 0;
      if (find_mention (annotations, id, hit->range) != NULL)
        continue;
      mention = RAP_MENTION (rap_record_new (RAP_KIND_MENTION));
      rap_set_string (&mention->article, id);
      rap_set_string (&mention->entity, entity);
      mention->anchor = rap_anchor_new (RAP_ARTICLE (article)->text, &hit->range, 1);
      rap_edits_insert (edits, RAP_RECORD (mention));
    }
  return i;
}

RapEdits *
rap_session_sweep_build (RapSession      *self,
                         const char      *entity,
                         const RapSweep  *sweep,
                         const char      *label,
                         guint           *n,
                         GError         **error)
{
  g_autoptr (RapEdits) edits = rap_edits_new (label);

  g_return_val_if_fail (RAP_IS_SESSION (self), NULL);

  for (guint i = 0; i < sweep->hits->len;)
    {
      i = mark_article (self, sweep, i, entity, edits, error);
      if (i == 0)
        return NULL;
    }
  if (n != NULL)
    *n = edits->edits->len;
  return g_steal_pointer (&edits);
}
