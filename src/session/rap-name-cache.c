/* rap-name-cache.c
 *
 * Names are read from the store when they are first wanted. A name that comes
 * is added; when one goes or changes hands, all are forgotten and read again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "rap-name-cache-private.h"
#include "rap-session-private.h"

#define KEY "rap-name-cache"
#define WATCH_KEY "rap-name-cache-watch"

static void
add_known (RapNameCache  *self,
           const char    *entity,
           RapEntityKind  kind,
           const char    *name)
{
  RapKnownName known;

  if (self->table != NULL)
    rap_name_table_add (self->table, name, self->known->len);
  known.name = g_string_chunk_insert (self->strings, name);
  known.id = g_string_chunk_insert_const (self->strings, entity);
  g_array_append_val (self->known, known);
  g_array_append_val (self->kinds, kind);
}

/* The last of several words, or NULL: initials and single names have none. */
static const char *
get_surname (const char *name)
{
  const char *space = strrchr (name, ' ');

  return space != NULL && g_utf8_strlen (space + 1, -1) >= 3 ? space + 1 : NULL;
}

static void
note_surname (RapNameCache *self,
              const char   *entity,
              const char   *name)
{
  const char *surname = get_surname (name);
  g_autofree char *folded = surname != NULL ? rap_fold_name (surname) : NULL;
  const char *owner = folded != NULL ? g_hash_table_lookup (self->surnames, folded) : NULL;

  if (folded == NULL || *folded == '\0' || g_strcmp0 (owner, entity) == 0)
    return;
  g_hash_table_insert (self->surnames, g_steal_pointer (&folded),
                       (gpointer) g_string_chunk_insert_const (self->strings, owner != NULL ? "" : entity));
}

static void
add_name (const char    *entity,
          RapEntityKind  kind,
          const char    *name,
          gboolean       is_main,
          gpointer       user_data)
{
  RapNameCache *self = user_data;
  char *id = g_string_chunk_insert_const (self->strings, entity);

  if (kind == RAP_ENTITY_PLACE)
    return;
  add_known (self, entity, kind, name);
  g_hash_table_insert (self->whole, rap_fold_name (name), id);
  if (kind == RAP_ENTITY_OUTLET || kind == RAP_ENTITY_ORGANISATION)
    g_hash_table_insert (self->by_name, rap_fold_name (name), id);
  if (kind == RAP_ENTITY_PERSON && is_main)
    note_surname (self, entity, name);
}

static void
add_surnames (RapNameCache *self)
{
  GHashTableIter iter;
  gpointer surname, id;

  g_hash_table_iter_init (&iter, self->surnames);
  while (g_hash_table_iter_next (&iter, &surname, &id))
    if (*(const char *) id != '\0' && !g_hash_table_contains (self->whole, surname))
      add_known (self, id, RAP_ENTITY_PERSON, surname);
}

static void
free_cache (gpointer data)
{
  RapNameCache *self = data;

  rap_name_table_free (self->table);
  g_array_unref (self->known);
  g_array_unref (self->kinds);
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->whole);
  g_hash_table_unref (self->surnames);
  g_string_chunk_free (self->strings);
  g_free (self);
}

static RapNameCache *
make_cache (RapSession *session)
{
  RapNameCache *self = g_new0 (RapNameCache, 1);

  self->known = g_array_new (FALSE, FALSE, sizeof (RapKnownName));
  self->kinds = g_array_new (FALSE, FALSE, sizeof (RapEntityKind));
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->whole = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->surnames = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->strings = g_string_chunk_new (4096);
  rap_store_foreach_name (rap_session_get_store (session), add_name, self, NULL);
  add_surnames (self);
  self->table = rap_name_table_new ((const RapKnownName *) self->known->data, self->known->len);
  return self;
}

static gboolean
has_name (const RapEntity *entity,
          const char      *name)
{
  if (g_strcmp0 (entity->name, name) == 0)
    return TRUE;
  for (guint i = 0; entity->names != NULL && i < entity->names->len; i++)
    if (g_str_equal (((RapName *) entity->names->pdata[i])->name, name))
      return TRUE;
  return FALSE;
}

static gboolean
lost_a_name (const RapEntity *before,
             const RapEntity *after)
{
  if (after == NULL || before->kind != after->kind || !has_name (after, before->name))
    return TRUE;
  for (guint i = 0; before->names != NULL && i < before->names->len; i++)
    if (!has_name (after, ((RapName *) before->names->pdata[i])->name))
      return TRUE;
  return FALSE;
}

/* Adds a new name; FALSE when that changes whose last word another name is. */
static gboolean
add_new (RapNameCache    *self,
         const RapEntity *entity,
         const char      *name,
         gboolean         is_main)
{
  const char *surname = entity->kind == RAP_ENTITY_PERSON && is_main ? get_surname (name) : NULL;
  g_autofree char *folded = rap_fold_name (name);
  g_autofree char *last = surname != NULL ? rap_fold_name (surname) : NULL;

  if (g_hash_table_contains (self->surnames, folded) || (last != NULL && g_hash_table_contains (self->surnames, last)))
    return FALSE;
  add_name (RAP_RECORD (entity)->id, entity->kind, name, is_main, self);
  if (last != NULL && *last != '\0' && !g_hash_table_contains (self->whole, last))
    add_known (self, RAP_RECORD (entity)->id, entity->kind, last);
  return TRUE;
}

/* FALSE when something went, so that all must be read again. */
static gboolean
follow (RapNameCache    *self,
        const RapEntity *before,
        const RapEntity *after)
{
  if (before != NULL && lost_a_name (before, after))
    return FALSE;
  if ((before == NULL || !has_name (before, after->name)) && !add_new (self, after, after->name, TRUE))
    return FALSE;
  for (guint i = 0; after->names != NULL && i < after->names->len; i++)
    {
      const RapName *name = after->names->pdata[i];

      if ((before == NULL || !has_name (before, name->name)) && !add_new (self, after, name->name, FALSE))
        return FALSE;
    }
  return TRUE;
}

static void
changed_cb (RapSession *session,
            RapEdits   *edits)
{
  RapNameCache *self = g_object_get_data (G_OBJECT (session), KEY);

  for (guint i = 0; self != NULL && i < edits->edits->len; i++)
    {
      const RapEdit *edit = rap_edits_get (edits, i);

      if (rap_record_get_kind (rap_edit_get_record (edit)) != RAP_KIND_ENTITY
          || follow (self, (const RapEntity *) edit->before, (const RapEntity *) edit->after))
        continue;
      g_object_set_data (G_OBJECT (session), KEY, NULL);
      return;
    }
}

const RapNameCache *
rap_name_cache_get (RapSession *session)
{
  RapNameCache *self = g_object_get_data (G_OBJECT (session), KEY);

  if (self != NULL)
    return self;
  if (g_object_get_data (G_OBJECT (session), WATCH_KEY) == NULL)
    {
      g_signal_connect (session, "changed", G_CALLBACK (changed_cb), NULL);
      g_object_set_data (G_OBJECT (session), WATCH_KEY, session);
    }
  self = make_cache (session);
  g_object_set_data_full (G_OBJECT (session), KEY, self, free_cache);
  return self;
}

const char *
rap_name_cache_find_outlet (const RapNameCache *self,
                            const char         *name)
{
  g_autofree char *folded = rap_fold_name (name);

  return g_hash_table_lookup (self->by_name, folded);
}

GArray *
rap_name_cache_find_places (const RapNameCache *self,
                            const char         *text)
{
  g_autoptr (GArray) hits = rap_name_table_find (self->table, text);
  GArray *places = g_array_sized_new (FALSE, FALSE, sizeof (RapNamedPlace), hits->len);

  for (guint i = 0; i < hits->len; i++)
    {
      const RapNameHit *hit = &g_array_index (hits, RapNameHit, i);
      RapNamedPlace place = {
        hit->range,
        g_array_index (self->known, RapKnownName, hit->index).id,
        g_array_index (self->kinds, RapEntityKind, hit->index)
      };

      g_array_append_val (places, place);
    }
  return places;
}
