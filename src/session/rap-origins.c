/* rap-origins.c
 *
 * Breadth first along "repeats", which may well lead back, then up "copied_from"
 * from each article.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-origins.h"

static void
origin_free (RapOrigin *self)
{
  g_free (self->speaker);
  g_free (self->article);
  g_free (self);
}

void
rap_origins_free (RapOrigins *self)
{
  g_ptr_array_unref (self->origins);
  g_free (self);
}

/* Adds the other ends of the repetitions of claim @id that are not there yet. */
static gboolean
add_repetitions (RapSession  *session,
                 const char  *id,
                 GPtrArray   *ids,
                 GHashTable  *seen,
                 GError     **error)
{
  g_autoptr (GPtrArray) relations = rap_session_load_linked (session, RAP_KIND_RELATION, id, 0, error);

  for (guint i = 0; relations != NULL && i < relations->len; i++)
    {
      RapRelation *relation = relations->pdata[i];
      const char *other = g_str_equal (relation->from, id) ? relation->to : relation->from;

      if (relation->kind != RAP_RELATION_REPEATS || g_hash_table_contains (seen, other))
        continue;
      g_ptr_array_add (ids, g_strdup (other));
      g_hash_table_add (seen, ids->pdata[ids->len - 1]);
    }
  return relations != NULL;
}

/* The claims that say the same, @claim first; one more than the most when there
 * are more. (transfer full) (element-type utf8) */
static GPtrArray *
list_repetitions (RapSession  *session,
                  const char  *claim,
                  GError     **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_ptr_array_add (ids, g_strdup (claim));
  g_hash_table_add (seen, ids->pdata[0]);
  for (guint i = 0; i < ids->len && ids->len <= RAP_ORIGINS_MAX_CLAIMS; i++)
    if (!add_repetitions (session, ids->pdata[i], ids, seen, error))
      return NULL;
  return g_steal_pointer (&ids);
}

/* The article that @article goes back to; itself when it is no copy. The model
 * refuses copies in a circle; a damaged file that has one is left after a round.
 * @roots remembers. */
static const char *
find_root (RapSession *session,
           const char *article,
           GHashTable *roots)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *at = g_strdup (article);

  while (!g_hash_table_contains (roots, article) && g_hash_table_add (seen, g_strdup (at)))
    {
      g_autoptr (RapRecord) record = rap_session_load (session, RAP_KIND_ARTICLE, at, NULL);
      const char *from = record != NULL ? ((RapArticle *) record)->copied_from : NULL;

      if (from == NULL)
        break;
      rap_set_string (&at, from);
    }
  if (!g_hash_table_contains (roots, article))
    g_hash_table_insert (roots, g_strdup (article), g_strdup (at));
  return g_hash_table_lookup (roots, article);
}

static void
count_claim (RapOrigins *self,
             RapClaim   *claim,
             const char *root)
{
  RapOrigin *origin;

  for (guint i = 0; i < self->origins->len; i++)
    {
      origin = self->origins->pdata[i];
      if (g_strcmp0 (origin->speaker, claim->speaker) == 0 && g_strcmp0 (origin->article, root) == 0)
        {
          origin->n_claims++;
          return;
        }
    }
  origin = g_new0 (RapOrigin, 1);
  origin->speaker = g_strdup (claim->speaker);
  origin->article = g_strdup (root);
  origin->n_claims = 1;
  g_ptr_array_add (self->origins, origin);
}

static int
compare_origins (gconstpointer a,
                 gconstpointer b)
{
  const RapOrigin *first = *(RapOrigin * const *) a, *second = *(RapOrigin * const *) b;
  int result;

  if (first->n_claims != second->n_claims)
    return first->n_claims > second->n_claims ? -1 : 1;
  result = g_strcmp0 (first->article, second->article);
  return result != 0 ? result : g_strcmp0 (first->speaker, second->speaker);
}

RapOrigins *
rap_session_find_origins (RapSession  *self,
                          const char  *claim,
                          GError     **error)
{
  g_autoptr (RapOrigins) origins = NULL;
  g_autoptr (GPtrArray) ids = list_repetitions (self, claim, error);
  g_autoptr (GHashTable) roots = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (ids == NULL)
    return NULL;
  origins = g_new0 (RapOrigins, 1);
  origins->origins = g_ptr_array_new_with_free_func ((GDestroyNotify) origin_free);
  origins->cut = ids->len > RAP_ORIGINS_MAX_CLAIMS;
  origins->n_claims = MIN (ids->len, RAP_ORIGINS_MAX_CLAIMS);
  for (guint i = 0; i < origins->n_claims; i++)
    {
      g_autoptr (RapRecord) record = rap_session_load (self, RAP_KIND_CLAIM, ids->pdata[i], error);

      if (record == NULL)
        return NULL;
      count_claim (origins, (RapClaim *) record, find_root (self, ((RapClaim *) record)->article, roots));
    }
  g_ptr_array_sort (origins->origins, compare_origins);
  return g_steal_pointer (&origins);
}
