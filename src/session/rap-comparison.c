/* rap-comparison.c
 *
 * The alignment of two bodies as one list of passages to walk through: pairs,
 * and between them what only one side has, each with the place on the other
 * side where it would stand. Copies are found by the signatures that the store
 * keeps beside the articles.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-comparison.h"

#include <string.h>

#include "rap-session-private.h"
#include "rap-shared.h"
#include "rap-shingle.h"

/* Copies have 0.4 and more of their phrases in common, reports that quote the same words at length 0.05 to 0.2, strangers
 * 0.03 and less. */
#define LEAST_SCORE 0.05

static void
clear_passage (gpointer data)
{
  RapComparedPassage *self = data;

  g_clear_pointer (&self->words, g_array_unref);
}

static RapArticle *
load_article (RapSession  *session,
              const char  *id,
              GError     **error)
{
  return (RapArticle *) rap_session_load (session, RAP_KIND_ARTICLE, id, error);
}

static RapTextAlignment *
align (const RapArticle *a,
       const RapArticle *b)
{
  return rap_text_alignment (rap_text_get_utf8 (a->text), (const RapRange *) a->body->data, a->body->len,
                             rap_text_get_utf8 (b->text), (const RapRange *) b->body->data, b->body->len,
                             *a->language != '\0' ? a->language : NULL);
}

static void
add_pair (RapComparison          *self,
          const RapTextAlignment *alignment,
          const RapSharedPassage *shared)
{
  RapComparedPassage passage = {
    shared->exact ? RAP_SHARED_EXACT : RAP_SHARED_CHANGED, { shared->a, shared->b }, shared->moved, shared->score, NULL
  };

  if (!shared->exact)
    passage.words = g_array_sized_new (FALSE, FALSE, sizeof (RapComparedWords), shared->n_changes);
  for (guint i = 0; passage.words != NULL && i < shared->n_changes; i++)
    {
      RapSharedChange *change = &g_array_index (alignment->changes, RapSharedChange, shared->first_change + i);
      RapComparedWords words = { { change->a, change->b } };

      g_array_append_val (passage.words, words);
    }
  g_array_append_val (self->passages, passage);
}

/* What only side A has before code point @before of it. @at: where that would stand in B. */
static void
add_only_a (RapComparison          *self,
            const RapTextAlignment *alignment,
            guint                  *next,
            guint                   before,
            guint                   at)
{
  for (; *next < alignment->only_a->len; ++*next)
    {
      RapRange range = g_array_index (alignment->only_a, RapRange, *next);
      RapComparedPassage passage = { RAP_SHARED_NOT, { range, { at, at } }, FALSE, 0, NULL };

      if (range.start >= before)
        return;
      g_array_append_val (self->passages, passage);
    }
}

static int
compare_in_b (gconstpointer a,
              gconstpointer b)
{
  const RapSharedPassage *one = *(const RapSharedPassage * const *) a;
  const RapSharedPassage *other = *(const RapSharedPassage * const *) b;

  return (one->b.start > other->b.start) - (one->b.start < other->b.start);
}

/* The pairs in B's order. (transfer container) */
static GPtrArray *
sort_in_b (const RapTextAlignment *alignment)
{
  GPtrArray *sorted = g_ptr_array_sized_new (alignment->passages->len);

  for (guint i = 0; i < alignment->passages->len; i++)
    g_ptr_array_add (sorted, &g_array_index (alignment->passages, RapSharedPassage, i));
  g_ptr_array_sort (sorted, compare_in_b);
  return sorted;
}

/* What only B has right after the pair that ends at @after there, up to the next pair. */
static void
add_only_b (RapComparison          *self,
            const RapTextAlignment *alignment,
            guint                   after,
            guint                   before,
            guint                   at)
{
  for (guint i = 0; i < alignment->only_b->len; i++)
    {
      RapRange range = g_array_index (alignment->only_b, RapRange, i);
      RapComparedPassage passage = { RAP_SHARED_NOT, { { at, at }, range }, FALSE, 0, NULL };

      if (range.start >= after && range.start < before)
        g_array_append_val (self->passages, passage);
    }
}

/* The start of the pair that follows in B. */
static guint
next_in_b (const GPtrArray *sorted,
           guint            after)
{
  for (guint i = 0; i < sorted->len; i++)
    {
      const RapSharedPassage *shared = g_ptr_array_index (sorted, i);

      if (shared->b.start >= after)
        return shared->b.start;
    }
  return G_MAXUINT;
}

static void
list_passages (RapComparison          *self,
               const RapTextAlignment *alignment)
{
  g_autoptr (GPtrArray) sorted = sort_in_b (alignment);
  guint next_a = 0;
  guint at_b = 0;

  add_only_b (self, alignment, 0, next_in_b (sorted, 0), 0);
  for (guint i = 0; i < alignment->passages->len; i++)
    {
      const RapSharedPassage *shared = &g_array_index (alignment->passages, RapSharedPassage, i);

      add_only_a (self, alignment, &next_a, shared->a.start, at_b);
      add_pair (self, alignment, shared);
      at_b = shared->b.end;
      add_only_b (self, alignment, at_b, next_in_b (sorted, at_b), shared->a.end);
    }
  add_only_a (self, alignment, &next_a, G_MAXUINT, at_b);
}

RapComparison *
rap_session_compare (RapSession  *self,
                     const char  *a,
                     const char  *b,
                     GError     **error)
{
  g_autoptr (RapArticle) first = NULL;
  g_autoptr (RapArticle) second = NULL;
  g_autoptr (RapTextAlignment) alignment = NULL;
  RapComparison *comparison;

  g_return_val_if_fail (RAP_IS_SESSION (self), NULL);

  first = load_article (self, a, error);
  second = first != NULL ? load_article (self, b, error) : NULL;
  if (second == NULL)
    return NULL;

  alignment = align (first, second);
  comparison = g_new0 (RapComparison, 1);
  comparison->passages = g_array_new (FALSE, FALSE, sizeof (RapComparedPassage));
  g_array_set_clear_func (comparison->passages, clear_passage);
  comparison->parts[RAP_SIDE_A] = alignment->part_a;
  comparison->parts[RAP_SIDE_B] = alignment->part_b;
  list_passages (comparison, alignment);
  comparison->articles[RAP_SIDE_A] = g_steal_pointer (&first);
  comparison->articles[RAP_SIDE_B] = g_steal_pointer (&second);
  return comparison;
}

void
rap_comparison_free (RapComparison *self)
{
  g_clear_object (&self->articles[RAP_SIDE_A]);
  g_clear_object (&self->articles[RAP_SIDE_B]);
  g_array_unref (self->passages);
  g_free (self);
}

guint
rap_comparison_count (const RapComparison *self,
                      RapSharedKind        kind,
                      RapSide              side)
{
  guint n = 0;

  for (guint i = 0; i < self->passages->len; i++)
    {
      const RapComparedPassage *passage = &g_array_index (self->passages, RapComparedPassage, i);

      n += passage->kind == kind && !rap_range_is_empty (passage->ranges[side]);
    }
  return n;
}

/* What a search for copies fills. */
typedef struct
{
  const char          *article;
  RapShingleSignature  signature;
  GPtrArray           *copies;
} CopySearch;

static void
copy_free (RapCopy *self)
{
  g_free (self->article);
  g_free (self);
}

static void
see_signature (const char *article,
               GBytes     *bytes,
               gpointer    user_data)
{
  CopySearch *search = user_data;
  RapShingleSignature signature;
  RapCopy *copy;
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);
  double score;

  if (size != sizeof signature || g_str_equal (article, search->article))
    return;
  memcpy (&signature, data, sizeof signature);
  score = rap_shingle_similarity (&search->signature, &signature);
  if (score < LEAST_SCORE)
    return;
  copy = g_new0 (RapCopy, 1);
  copy->article = g_strdup (article);
  copy->score = score;
  g_ptr_array_add (search->copies, copy);
}

static int
compare_copies (gconstpointer a,
                gconstpointer b)
{
  const RapCopy *one = *(const RapCopy * const *) a;
  const RapCopy *other = *(const RapCopy * const *) b;

  if (one->score != other->score)
    return one->score < other->score ? 1 : -1;
  return strcmp (one->article, other->article);
}

GPtrArray *
rap_session_find_copies (RapSession  *self,
                         const char  *article,
                         guint        limit,
                         GError     **error)
{
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func ((GDestroyNotify) copy_free);
  g_autoptr (RapArticle) loaded = NULL;
  CopySearch search = { .article = article, .copies = copies };

  g_return_val_if_fail (RAP_IS_SESSION (self), NULL);

  loaded = load_article (self, article, error);
  if (loaded == NULL)
    return NULL;
  search.signature = rap_article_signature (loaded);
  if (!rap_store_foreach_signature (rap_session_get_store (self), see_signature, &search, error))
    return NULL;
  g_ptr_array_sort (copies, compare_copies);
  if (copies->len > limit)
    g_ptr_array_set_size (copies, (int) limit);
  return g_steal_pointer (&copies);
}
