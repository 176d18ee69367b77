/* rap-known-names.c
 *
 * All names of some kinds of entities, read from the store in one go.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-known-names-private.h"
#include "rap-session-private.h"

static void
add_name (const char    *entity,
          RapEntityKind  kind,
          const char    *name,
          gboolean       is_main,
          gpointer       user_data)
{
  RapKnownNames *self = user_data;
  RapKnownName known;

  if ((self->kinds & (1u << kind)) == 0)
    return;
  known.name = g_string_chunk_insert (self->strings, name);
  known.id = g_string_chunk_insert_const (self->strings, entity);
  g_array_append_val (self->known, known);
}

void
rap_known_names_init (RapKnownNames *self,
                      RapSession    *session,
                      guint          kinds)
{
  self->known = g_array_new (FALSE, FALSE, sizeof (RapKnownName));
  self->strings = g_string_chunk_new (4096);
  self->kinds = kinds;
  rap_store_foreach_name (rap_session_get_store (session), add_name, self, NULL);
}

void
rap_known_names_clear (RapKnownNames *self)
{
  g_clear_pointer (&self->known, g_array_unref);
  g_clear_pointer (&self->strings, g_string_chunk_free);
}

GPtrArray *
rap_known_names_find (const RapKnownNames *self,
                      const char          *passage)
{
  const RapKnownName *known = &g_array_index (self->known, RapKnownName, 0);
  g_autoptr (GArray) hits = rap_find_names (passage, known, self->known->len);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < hits->len; i++)
    {
      const char *id = known[g_array_index (hits, RapNameHit, i).index].id;

      if (g_hash_table_add (seen, (gpointer) id))
        g_ptr_array_add (ids, (gpointer) id);
    }
  return ids;
}
