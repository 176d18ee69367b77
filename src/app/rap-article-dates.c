/* rap-article-dates.c
 *
 * One thread for each article on show; it gives up when the article is left.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-article-dates.h"

static void
find_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  const RapArticle *article = task_data;
  RapDatesContext context = { article->published, NULL, NULL, 0 };
  GArray *hits;

  if (article->language != NULL && article->language[0] != '\0')
    context.language = article->language;
  hits = rap_dates_find (rap_text_get_utf8 (article->text), rap_text_get_bytes (article->text), &context);
  g_task_return_pointer (task, hits, (GDestroyNotify) g_array_unref);
}

void
rap_article_dates_find_async (RapArticle          *article,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, rap_article_dates_find_async);
  g_task_set_task_data (task, g_object_ref (article), g_object_unref);
  g_task_run_in_thread (task, find_thread);
}

GArray *
rap_article_dates_find_finish (GAsyncResult  *result,
                               GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Code points between the two; 0 when they touch. */
static guint
get_distance (RapRange a,
              RapRange b)
{
  if (a.end < b.start)
    return b.start - a.end;
  return b.end < a.start ? a.start - b.end : 0;
}

int
rap_article_dates_choose (GArray           *hits,
                          const RapArticle *article,
                          RapRange          selection)
{
  RapRange sentence = rap_session_sentence_at (article, selection.start);
  guint nearest = G_MAXUINT;
  int chosen = -1;

  for (guint i = 0; i < hits->len; i++)
    {
      RapRange range = g_array_index (hits, RapDatesHit, i).range;
      guint distance = get_distance (range, selection);

      if (distance < nearest && (distance == 0 || rap_range_overlaps (range, sentence)))
        {
          nearest = distance;
          chosen = (int) i;
        }
    }
  for (guint i = 0; i < hits->len && chosen < 0; i++)
    if (g_array_index (hits, RapDatesHit, i).range.start >= selection.end)
      chosen = (int) i;
  return chosen;
}

const RapEdtf *
rap_article_dates_get_dateline (GArray *hits)
{
  for (guint i = 0; i < hits->len; i++)
    {
      const RapDatesHit *hit = &g_array_index (hits, RapDatesHit, i);

      if (hit->when != NULL && g_str_equal (hit->anchor, "none") && rap_edtf_is_exact_day (hit->when))
        return hit->when;
    }
  return NULL;
}

const RapEdtf *
rap_article_dates_get_anchor (GArray           *hits,
                              guint             i,
                              const RapArticle *article)
{
  const char *anchor = g_array_index (hits, RapDatesHit, i).anchor;

  if (g_str_equal (anchor, "publication"))
    return article->published;
  if (g_str_equal (anchor, "dateline"))
    return rap_article_dates_get_dateline (hits);
  for (guint k = i; k > 0 && g_str_equal (anchor, "previous"); k--)
    if (g_array_index (hits, RapDatesHit, k - 1).when != NULL)
      return g_array_index (hits, RapDatesHit, k - 1).when;
  return NULL;
}
