/* rap-variants-spelling.c
 *
 * From the words of the search index to spellings as they are written.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-variants-spelling.h"

#include <string.h>

#include "rap-name-places-private.h"
#include "rap-session-private.h"
#include "rap-variants.h"

#define SHORTEST     3   /* letters of a word that is looked at */
#define MAX_WORDS   24   /* words that are looked up in articles */
#define MAX_LOOKS    5   /* articles that are looked at for a word */

/* A word of the index that sounds like the leading word of a name. */
typedef struct
{
  char   *word;
  double  score;
  guint   n_articles;
} Word;

typedef struct
{
  RapStore      *store;
  const char    *entity;
  RapEntityKind  kind;
  char          *main_name;
  GPtrArray     *names;      /* RapVariantName: of the entity */
  GPtrArray     *leading;    /* RapVariantName: the words that must be there, each by itself */
  GHashTable    *keys;       /* of @leading */
  GHashTable    *taken;      /* folded words of its names, and whole names of others */
  GArray        *words;      /* Word */
} Search;

static void
clear_word (gpointer data)
{
  g_free (((Word *) data)->word);
}

static void
add_leading (Search     *self,
             const char *folded)
{
  const char *last = strrchr (folded, ' ');
  RapVariantName *word;
  const char * const *keys;

  if (self->kind != RAP_ENTITY_PERSON && last != NULL)
    return;   /* the first word of an organisation is no name of it */
  word = rap_variant_name_new (last != NULL ? last + 1 : folded, self->kind == RAP_ENTITY_PERSON);
  keys = rap_variant_name_get_keys (word);
  for (guint i = 0; keys[i] != NULL; i++)
    g_hash_table_add (self->keys, g_strdup (keys[i]));
  g_ptr_array_add (self->leading, word);
}

static void
read_name (const char    *entity,
           RapEntityKind  kind,
           const char    *name,
           gboolean       is_main,
           gpointer       user_data)
{
  Search *self = user_data;
  g_autofree char *folded = rap_fold_name (name);
  g_auto (GStrv) words = NULL;

  g_hash_table_add (self->taken, g_strdup (folded));
  if (!g_str_equal (entity, self->entity))
    return;
  self->kind = kind;
  if (is_main)
    rap_set_string (&self->main_name, name);
  words = g_strsplit (folded, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    g_hash_table_add (self->taken, g_strdup (words[i]));
  g_ptr_array_add (self->names, rap_variant_name_new (name, kind == RAP_ENTITY_PERSON));
  add_leading (self, folded);
}

static gboolean
has_key (Search               *self,
         const RapVariantName *name)
{
  const char * const *keys = rap_variant_name_get_keys (name);

  for (guint i = 0; keys[i] != NULL; i++)
    if (g_hash_table_contains (self->keys, keys[i]))
      return TRUE;
  return FALSE;
}

static double
score_word (GPtrArray            *names,
            const RapVariantName *word)
{
  double best = 0;

  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (RapVariant) variant = rap_variant_name_compare (names->pdata[i], word);

      if (variant != NULL)
        best = MAX (best, variant->score);
    }
  return best;
}

static void
read_word (const char *term,
           guint       n_articles,
           gpointer    user_data)
{
  Search *self = user_data;
  g_autoptr (RapVariantName) name = NULL;
  Word word = { NULL, 0, n_articles };

  if (g_utf8_strlen (term, -1) < SHORTEST || g_ascii_isdigit (*term))
    return;
  name = rap_variant_name_new (term, self->kind == RAP_ENTITY_PERSON);
  if (!has_key (self, name))
    return;
  word.score = score_word (self->leading, name);
  word.word = rap_fold_name (term);
  if (word.score > 0 && !g_hash_table_contains (self->taken, word.word))
    {
      rap_set_string (&word.word, term);
      g_array_append_val (self->words, word);
    }
  else
    g_free (word.word);
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  const Word *x = a, *y = b;

  return x->score != y->score ? (x->score > y->score ? -1 : 1) : strcmp (x->word, y->word);
}

/* In the texts */

static gboolean
is_marked (GPtrArray *annotations,
           RapRange   range)
{
  for (guint i = 0; i < annotations->len; i++)
    {
      RapMention *mention = annotations->pdata[i];

      if (RAP_IS_MENTION (mention) && rap_range_overlaps (rap_anchor_get_hull (mention->anchor), range))
        return TRUE;
    }
  return FALSE;
}

/* Names have a capital where the script has any. */
static gboolean
is_written_as_name (const char *text)
{
  return !g_unichar_islower (g_utf8_get_char (text));
}

/* With the given name before it, when there is one; not what a word after it makes another name of. (transfer full), or NULL */
static char *
read_spelling (Search           *self,
               const RapArticle *article,
               RapRange          range)
{
  g_autofree char *text = rap_text_slice (article->text, range);
  g_autofree char *longer = NULL;

  if (!is_written_as_name (text))
    return NULL;
  longer = rap_name_places_get_longer (article, range, self->kind == RAP_ENTITY_PERSON);
  if (*longer == '\0')
    return g_steal_pointer (&text);
  return g_str_has_prefix (longer, text) ? NULL : g_steal_pointer (&longer);
}

/* The name of the entity that is most like it. */
static RapVariantPair *
make_pair (Search     *self,
           const char *spelling,
           guint       n_articles)
{
  g_autoptr (RapVariantName) name = rap_variant_name_new (spelling, self->kind == RAP_ENTITY_PERSON);
  g_autoptr (RapVariant) best = NULL;
  RapVariantPair *pair;

  for (guint i = 0; i < self->names->len; i++)
    {
      RapVariant *variant = rap_variant_name_compare (self->names->pdata[i], name);

      if (variant == NULL || (best != NULL && best->score >= variant->score))
        g_clear_pointer (&variant, rap_variant_free);
      else
        {
          g_clear_pointer (&best, rap_variant_free);
          best = variant;
        }
    }
  if (best == NULL)
    return NULL;
  pair = g_new0 (RapVariantPair, 1);
  pair->kind = self->kind;
  pair->a = g_strdup (self->entity);
  pair->title_a = g_strdup (self->main_name);
  pair->title_b = g_strdup (spelling);
  pair->name_b = g_strdup (spelling);
  pair->n_articles = n_articles;
  pair->variant = g_steal_pointer (&best);
  return pair;
}

static gboolean
has_pair (GPtrArray  *pairs,
          const char *spelling)
{
  for (guint i = 0; i < pairs->len; i++)
    if (g_str_equal (((RapVariantPair *) pairs->pdata[i])->title_b, spelling))
      return TRUE;
  return FALSE;
}

/* Each way the word is written in the article where nobody is marked. */
static gboolean
read_article (Search      *self,
              const Word  *word,
              const char  *id,
              GPtrArray   *pairs,
              GError     **error)
{
  g_autoptr (RapRecord) article = rap_store_load (self->store, RAP_KIND_ARTICLE, id, error);
  g_autoptr (GPtrArray) annotations = article != NULL ? rap_store_load_annotations (self->store, id, error) : NULL;
  g_autoptr (GArray) places = NULL;

  if (annotations == NULL)
    return FALSE;
  places = rap_find_name (rap_text_get_utf8 (RAP_ARTICLE (article)->text), word->word);
  for (guint i = 0; i < places->len; i++)
    {
      RapRange range = g_array_index (places, RapRange, i);
      g_autofree char *spelling = is_marked (annotations, range) ? NULL
                                                                : read_spelling (self, RAP_ARTICLE (article), range);
      g_autofree char *folded = spelling != NULL ? rap_fold_name (spelling) : NULL;
      RapVariantPair *pair;

      if (spelling == NULL || has_pair (pairs, spelling) || g_hash_table_contains (self->taken, folded))
        continue;
      pair = make_pair (self, spelling, word->n_articles);
      if (pair != NULL)
        g_ptr_array_add (pairs, pair);
    }
  return TRUE;
}

static gboolean
look_up_word (Search        *self,
              const Word    *word,
              GPtrArray     *pairs,
              GCancellable  *cancellable,
              GError       **error)
{
  const char *phrases[] = { word->word, NULL };
  g_autoptr (GPtrArray) articles = rap_store_find_articles (self->store, phrases, error);

  for (guint i = 0; articles != NULL && i < MIN (articles->len, MAX_LOOKS); i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !read_article (self, word, articles->pdata[i], pairs, error))
      return FALSE;
  return articles != NULL;
}

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const RapVariantPair *x = *(const RapVariantPair * const *) a;
  const RapVariantPair *y = *(const RapVariantPair * const *) b;

  return x->variant->score != y->variant->score ? (x->variant->score > y->variant->score ? -1 : 1)
                                                : strcmp (x->title_b, y->title_b);
}

static void
search_init (Search     *self,
             RapStore   *store,
             const char *entity)
{
  self->store = store;
  self->entity = entity;
  self->names = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_variant_name_free);
  self->leading = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_variant_name_free);
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_array_set_clear_func (self->words, clear_word);
}

static void
search_clear (Search *self)
{
  g_free (self->main_name);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->leading);
  g_hash_table_unref (self->keys);
  g_hash_table_unref (self->taken);
  g_array_unref (self->words);
}

static GPtrArray *
find_spellings (RapStore      *store,
                const char    *entity,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_variant_pair_free);
  Search search = { 0 };
  gboolean done;

  search_init (&search, store, entity);
  done = rap_store_foreach_name (store, read_name, &search, error)
         && rap_store_foreach_word (store, read_word, &search, error);
  g_array_sort (search.words, compare_words);
  for (guint i = 0; done && i < MIN (search.words->len, MAX_WORDS); i++)
    done = look_up_word (&search, &g_array_index (search.words, Word, i), pairs, cancellable, error);
  search_clear (&search);
  if (!done)
    return NULL;
  g_ptr_array_sort (pairs, compare_pairs);
  return g_steal_pointer (&pairs);
}

typedef struct
{
  char *project;
  char *entity;
} Job;

static void
job_free (Job *job)
{
  g_free (job->project);
  g_free (job->entity);
  g_free (job);
}

static void
spelling_thread (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  g_autoptr (RapStore) store = rap_store_open (job->project, RAP_STORE_READ_ONLY, &error);
  GPtrArray *pairs = store != NULL ? find_spellings (store, job->entity, cancellable, &error) : NULL;

  if (pairs != NULL)
    g_task_return_pointer (task, pairs, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
rap_variants_find_spellings_async (RapSession          *session,
                                   const char          *entity,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (session, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (RAP_IS_SESSION (session));

  g_task_set_source_tag (task, rap_variants_find_spellings_async);
  job->project = g_strdup (rap_session_get_path (session));
  job->entity = g_strdup (entity);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, spelling_thread);
}

GPtrArray *
rap_variants_find_spellings_finish (RapSession    *session,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
