/* rap-variants-index.c
 *
 * A table from keys to names, kept with the session as its data.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-variants-index.h"

#include "rap-entity-merge.h"
#include "rap-session-private.h"
#include "rap-variants.h"

#define LEAST 0.45   /* score of what is worth a look */

/* One name. @main_name, @name and @prepared are its own. */
typedef struct
{
  const char     *entity;     /* the key in Index.entities */
  RapEntityKind   kind;
  char           *main_name;
  char           *name;
  RapVariantName *prepared;
  gboolean        is_full;    /* some name of the entity has several words */
} Entry;

/* @entities: id -> (element-type Entry), who own them; @buckets: key -> (element-type Entry) */
typedef struct
{
  RapSession *session;   /* whose data this is */
  GHashTable *entities;
  GHashTable *buckets;
  guint       generation;
} Index;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->main_name);
  g_free (entry->name);
  rap_variant_name_free (entry->prepared);
  g_free (entry);
}

void
rap_variant_pair_free (RapVariantPair *self)
{
  g_free (self->a);
  g_free (self->b);
  g_free (self->title_a);
  g_free (self->title_b);
  g_free (self->name_a);
  g_free (self->name_b);
  g_clear_pointer (&self->variant, rap_variant_free);
  g_free (self);
}

static void
add_to_buckets (Index *self,
                Entry *entry)
{
  const char * const *keys = rap_variant_name_get_keys (entry->prepared);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      GPtrArray *bucket = g_hash_table_lookup (self->buckets, keys[i]);

      if (bucket == NULL)
        {
          bucket = g_ptr_array_new ();
          g_hash_table_insert (self->buckets, g_strdup (keys[i]), bucket);
        }
      g_ptr_array_add (bucket, entry);
    }
}

static void
remove_from_buckets (Index *self,
                     Entry *entry)
{
  const char * const *keys = rap_variant_name_get_keys (entry->prepared);

  for (guint i = 0; keys[i] != NULL; i++)
    g_ptr_array_remove_fast (g_hash_table_lookup (self->buckets, keys[i]), entry);
}

static void
mark_full (GPtrArray *entries)
{
  gboolean is_full = FALSE;

  for (guint i = 0; i < entries->len; i++)
    is_full |= rap_variant_name_get_n_words (((Entry *) entries->pdata[i])->prepared) > 1;
  for (guint i = 0; i < entries->len; i++)
    ((Entry *) entries->pdata[i])->is_full = is_full;
}

static void
add_name (const char    *entity,
          RapEntityKind  kind,
          const char    *name,
          gboolean       is_main,
          gpointer       user_data)
{
  Index *self = user_data;
  gpointer key;
  gpointer entries;
  Entry *entry = g_new0 (Entry, 1);

  if (!g_hash_table_lookup_extended (self->entities, entity, &key, &entries))
    {
      key = g_strdup (entity);
      entries = g_ptr_array_new_with_free_func (entry_free);
      g_hash_table_insert (self->entities, key, entries);
    }
  entry->entity = key;
  entry->kind = kind;
  entry->name = g_strdup (name);
  entry->main_name = g_strdup (is_main ? name : ((Entry *) ((GPtrArray *) entries)->pdata[0])->main_name);
  entry->prepared = rap_variant_name_new (name, kind == RAP_ENTITY_PERSON);
  g_ptr_array_add (entries, entry);
  add_to_buckets (self, entry);
}

static void
add_entity (Index     *self,
            RapEntity *entity)
{
  const char *id = RAP_RECORD (entity)->id;

  add_name (id, entity->kind, entity->name, TRUE, self);
  for (guint i = 0; entity->names != NULL && i < entity->names->len; i++)
    add_name (id, entity->kind, ((RapName *) entity->names->pdata[i])->name, FALSE, self);
  mark_full (g_hash_table_lookup (self->entities, id));
}

static void
remove_entity (Index      *self,
               const char *id)
{
  GPtrArray *entries = g_hash_table_lookup (self->entities, id);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    remove_from_buckets (self, entries->pdata[i]);
  g_hash_table_remove (self->entities, id);
}

static void
follow_cb (RapSession *session,
           RapEdits   *edits,
           Index      *self)
{
  for (guint i = 0; i < edits->edits->len; i++)
    {
      const RapEdit *edit = rap_edits_get (edits, i);

      if (rap_record_get_kind (rap_edit_get_record (edit)) != RAP_KIND_ENTITY)
        continue;
      self->generation++;
      remove_entity (self, rap_edit_get_record (edit)->id);
      if (edit->after != NULL)
        add_entity (self, RAP_ENTITY (edit->after));
    }
}

static void
index_free (gpointer data)
{
  Index *self = data;

  g_hash_table_unref (self->buckets);
  g_hash_table_unref (self->entities);
  g_free (self);
}

static Index *
get_index (RapSession *session)
{
  static const char key[] = "rap-variants-index";
  Index *self = g_object_get_data (G_OBJECT (session), key);
  GHashTableIter iter;
  gpointer entries;

  if (self != NULL)
    return self;
  self = g_new0 (Index, 1);
  self->session = session;
  self->entities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->buckets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  rap_store_foreach_name (rap_session_get_store (session), add_name, self, NULL);
  g_hash_table_iter_init (&iter, self->entities);
  while (g_hash_table_iter_next (&iter, NULL, &entries))
    mark_full (entries);
  g_signal_connect (session, "changed", G_CALLBACK (follow_cb), self);
  g_object_set_data_full (G_OBJECT (session), key, self, index_free);
  return self;
}

/* Comparing */

static gboolean
rests_on_surname (const RapVariant *variant)
{
  for (guint i = 0; i < variant->reasons->len; i++)
    if (rap_variant_get (variant, i)->kind == RAP_VARIANT_SURNAME)
      return TRUE;
  return FALSE;
}

/* Who has full names is not found by the surname: a namesake would be. */
static gboolean
is_namesake (const Entry      *a,
             const Entry      *b,
             const RapVariant *variant)
{
  const Entry *fewer = rap_variant_name_get_n_words (a->prepared) < rap_variant_name_get_n_words (b->prepared) ? a : b;

  return rests_on_surname (variant) && fewer->is_full;
}

/* Of two persons with full names these decide, not the surnames that stand for them. */
static gboolean
is_short_for_full (const Entry *a,
                   const Entry *b)
{
  return a->kind == RAP_ENTITY_PERSON && a->is_full && b->is_full
         && (rap_variant_name_get_n_words (a->prepared) == 1 || rap_variant_name_get_n_words (b->prepared) == 1);
}

static RapVariantPair *
make_pair (const Entry *a,
           const Entry *b,
           RapVariant  *variant)
{
  RapVariantPair *pair = g_new0 (RapVariantPair, 1);

  pair->kind = b->kind;
  pair->a = a != NULL ? g_strdup (a->entity) : NULL;
  pair->b = g_strdup (b->entity);
  pair->title_a = a != NULL ? g_strdup (a->main_name) : NULL;
  pair->title_b = g_strdup (b->main_name);
  pair->name_a = a != NULL ? g_strdup (a->name) : NULL;
  pair->name_b = g_strdup (b->name);
  pair->variant = variant;
  return pair;
}

/* Keeps the best pair under @key. */
static void
keep_best (GHashTable     *best,
           char           *key,
           RapVariantPair *pair)
{
  RapVariantPair *known = g_hash_table_lookup (best, key);

  if (known != NULL && known->variant->score >= pair->variant->score)
    {
      rap_variant_pair_free (pair);
      g_free (key);
      return;
    }
  g_hash_table_replace (best, key, pair);
}

static void
compare_entries (const Entry *a,
                 const Entry *b,
                 GHashTable  *best)
{
  g_autoptr (RapVariant) variant = NULL;
  gboolean turned;

  if (a->entity == b->entity || a->kind != b->kind || is_short_for_full (a, b))
    return;
  variant = rap_variant_name_compare (a->prepared, b->prepared);
  if (variant == NULL || variant->score < LEAST || is_namesake (a, b, variant))
    return;
  turned = g_strcmp0 (a->entity, b->entity) > 0;
  keep_best (best, g_strconcat (turned ? b->entity : a->entity, turned ? a->entity : b->entity, NULL),
             make_pair (a, b, g_steal_pointer (&variant)));
}

static GHashTable *
new_best (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) rap_variant_pair_free);
}

static gboolean
is_ruled_out (RapSession           *session,
              const RapVariantPair *pair)
{
  g_autoptr (RapRecord) a = rap_session_load (session, RAP_KIND_ENTITY, pair->a, NULL);
  g_autoptr (RapRecord) b = rap_session_load (session, RAP_KIND_ENTITY, pair->b, NULL);

  return a == NULL || b == NULL || rap_entity_is_ruled_out (RAP_ENTITY (a), RAP_ENTITY (b));
}

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const RapVariantPair *x = *(const RapVariantPair * const *) a;
  const RapVariantPair *y = *(const RapVariantPair * const *) b;

  if (x->variant->score != y->variant->score)
    return x->variant->score > y->variant->score ? -1 : 1;
  return g_strcmp0 (x->title_b, y->title_b) != 0 ? g_strcmp0 (x->title_b, y->title_b) : g_strcmp0 (x->b, y->b);
}

/* The pairs that nobody ruled out, best first. */
static GPtrArray *
collect (RapSession *session,
         GHashTable *best)
{
  GPtrArray *pairs = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_variant_pair_free);
  GHashTableIter iter;
  gpointer key, pair;

  g_hash_table_iter_init (&iter, best);
  while (g_hash_table_iter_next (&iter, &key, &pair))
    {
      if (((RapVariantPair *) pair)->a != NULL && is_ruled_out (session, pair))
        continue;
      g_hash_table_iter_steal (&iter);
      g_free (key);
      g_ptr_array_add (pairs, pair);
    }
  g_ptr_array_sort (pairs, compare_pairs);
  return pairs;
}

GPtrArray *
rap_variants_find_entities (RapSession *session,
                            const char *id)
{
  Index *index;
  g_autoptr (GHashTable) best = new_best ();
  GPtrArray *entries;

  g_return_val_if_fail (RAP_IS_SESSION (session), NULL);

  index = get_index (session);
  entries = g_hash_table_lookup (index->entities, id);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const Entry *entry = entries->pdata[i];
      const char * const *keys = rap_variant_name_get_keys (entry->prepared);

      for (guint k = 0; keys[k] != NULL; k++)
        {
          GPtrArray *bucket = g_hash_table_lookup (index->buckets, keys[k]);

          for (guint m = 0; m < bucket->len; m++)
            compare_entries (entry, bucket->pdata[m], best);
        }
    }
  return collect (session, best);
}

static void
match_bucket (GPtrArray            *bucket,
              const RapVariantName *wanted,
              gboolean              is_person,
              GHashTable           *best)
{
  for (guint i = 0; bucket != NULL && i < bucket->len; i++)
    {
      const Entry *entry = bucket->pdata[i];
      RapVariant *variant;

      if ((entry->kind == RAP_ENTITY_PERSON) != is_person)
        continue;
      variant = rap_variant_name_compare (wanted, entry->prepared);
      if (variant != NULL && variant->score >= LEAST)
        keep_best (best, g_strdup (entry->entity), make_pair (NULL, entry, variant));
      else
        g_clear_pointer (&variant, rap_variant_free);
    }
}

GPtrArray *
rap_variants_match (RapSession *session,
                    const char *name,
                    guint       limit)
{
  Index *index;
  g_autoptr (GHashTable) best = new_best ();
  GPtrArray *pairs;

  g_return_val_if_fail (RAP_IS_SESSION (session), NULL);

  index = get_index (session);
  for (guint person = 0; person < 2; person++)
    {
      g_autoptr (RapVariantName) wanted = rap_variant_name_new (name, person == 1);
      const char * const *keys = rap_variant_name_get_keys (wanted);

      for (guint k = 0; keys[k] != NULL; k++)
        match_bucket (g_hash_table_lookup (index->buckets, keys[k]), wanted, person == 1, best);
    }
  pairs = collect (session, best);
  if (pairs->len > limit)
    g_ptr_array_set_size (pairs, (int) limit);
  return pairs;
}

/* Everything against everything, bucket by bucket. */

/* @keys: of buckets, as they were at @generation; the next comparison is of @first with those after it in @bucket */
struct _RapVariantSearch
{
  RapSession *session;
  GHashTable *best;
  GPtrArray  *keys;
  guint       generation;
  guint       bucket;
  guint       first;
};

static void
begin (RapVariantSearch *self)
{
  Index *index = get_index (self->session);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_remove_all (self->best);
  g_ptr_array_set_size (self->keys, 0);
  g_hash_table_iter_init (&iter, index->buckets);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (self->keys, g_strdup (key));
  self->generation = index->generation;
  self->bucket = self->first = 0;
}

RapVariantSearch *
rap_variant_search_new (RapSession *session)
{
  RapVariantSearch *self = g_new0 (RapVariantSearch, 1);

  self->session = g_object_ref (session);
  self->best = new_best ();
  self->keys = g_ptr_array_new_with_free_func (g_free);
  begin (self);
  return self;
}

void
rap_variant_search_free (RapVariantSearch *self)
{
  g_object_unref (self->session);
  g_hash_table_unref (self->best);
  g_ptr_array_unref (self->keys);
  g_free (self);
}

/* The comparisons of one name with those after it in its bucket. */
static void
compare_next (RapVariantSearch *self,
              Index            *index)
{
  GPtrArray *bucket = g_hash_table_lookup (index->buckets, self->keys->pdata[self->bucket]);

  if (bucket == NULL || self->first >= bucket->len)
    {
      self->bucket++;
      self->first = 0;
      return;
    }
  for (guint i = self->first + 1; i < bucket->len; i++)
    {
      const Entry *one = bucket->pdata[self->first], *other = bucket->pdata[i];
      gboolean turned = g_strcmp0 (one->main_name, other->main_name) > 0;

      compare_entries (turned ? other : one, turned ? one : other, self->best);
    }
  self->first++;
}

gboolean
rap_variant_search_step (RapVariantSearch *self,
                         gint64            microseconds)
{
  gint64 until = g_get_monotonic_time () + microseconds;
  Index *index = get_index (self->session);

  if (self->generation != index->generation)
    begin (self);
  while (self->bucket < self->keys->len)
    {
      compare_next (self, index);
      if (g_get_monotonic_time () >= until)
        break;
    }
  return self->bucket < self->keys->len;
}

double
rap_variant_search_progress (RapVariantSearch *self)
{
  return self->keys->len > 0 ? (double) self->bucket / self->keys->len : 1;
}

GPtrArray *
rap_variant_search_finish (RapVariantSearch *self)
{
  return collect (self->session, self->best);
}
