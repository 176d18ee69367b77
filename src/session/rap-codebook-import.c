/* rap-codebook-import.c
 *
 * A codebook from elsewhere comes into a project that may have one: the same
 * code is known by its id, else by its path, and is not made twice. What the
 * project has stays as it is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-codebook-private.h"

#include "rap-session-private.h"

typedef struct
{
  GHashTable *incoming;  /* id -> RapCode of the document */
  GHashTable *became;    /* id of the document -> id in the project; "" while it is looked for */
  GHashTable *ids;       /* ids of the project's codes */
  GHashTable *places;    /* "parent folded-name" -> id */
  GHashTable *keys;      /* keys that are taken */
  RapEdits   *edits;
  GPtrArray  *notes;
  guint      *n_records;
  guint       depth;
} Intake;

static char *
make_place (const char *parent,
            const char *name)
{
  g_autofree char *folded = rap_codebook_fold_name (name);

  return g_strdup_printf ("%s %s", parent != NULL ? parent : "", folded);
}

static void
add_present (Intake  *self,
             RapCode *code)
{
  char *place = make_place (code->parent, code->name);

  g_hash_table_add (self->ids, g_strdup (code->parent_instance.id));
  if (!g_hash_table_contains (self->places, place))
    g_hash_table_insert (self->places, place, g_strdup (code->parent_instance.id));
  else
    g_free (place);
  if (code->key != NULL)
    g_hash_table_add (self->keys, g_strdup (code->key));
}

static gboolean
place_code (Intake      *self,
            RapCode     *code,
            const char **became,
            GError     **error);

/* Where the code's parent is in the project; NULL: at the top. */
static gboolean
place_parent (Intake      *self,
              RapCode     *code,
              const char **parent,
              GError     **error)
{
  RapCode *above = code->parent != NULL ? g_hash_table_lookup (self->incoming, code->parent) : NULL;

  *parent = NULL;
  if (code->parent == NULL)
    return TRUE;
  if (above != NULL && self->depth == RAP_CODEBOOK_MAX_DEPTH)
    {
      g_set_error (error, RAP_ERROR, RAP_ERROR_INVALID, "code %s: parent: codes are nested deeper than %u",
                   code->parent_instance.id, RAP_CODEBOOK_MAX_DEPTH);
      return FALSE;
    }
  if (above != NULL)
    {
      gboolean placed;

      self->depth++;
      placed = place_code (self, above, parent, error);
      self->depth--;
      return placed;
    }
  if (g_hash_table_contains (self->ids, code->parent))
    {
      *parent = code->parent;
      return TRUE;
    }
  g_set_error (error, RAP_ERROR, RAP_ERROR_REFERENCE, "code %s: parent: there is no code %s",
               code->parent_instance.id, code->parent);
  return FALSE;
}

static void
drop_taken_key (Intake  *self,
                RapCode *code)
{
  if (code->key == NULL || g_hash_table_add (self->keys, g_strdup (code->key)))
    return;
  g_ptr_array_add (self->notes, g_strdup_printf ("code %s: key: “%s” is taken in this project", code->parent_instance.id,
                                                 code->key));
  rap_set_string (&code->key, NULL);
}

/* Finds or makes the code; its parents first. */
static gboolean
place_code (Intake      *self,
            RapCode     *code,
            const char **became,
            GError     **error)
{
  const char *id = code->parent_instance.id;
  const char *parent;
  g_autofree char *place = NULL;

  *became = g_hash_table_lookup (self->became, id);
  if (*became != NULL && **became == '\0')
    g_set_error (error, RAP_ERROR, RAP_ERROR_CYCLE, "code %s: parent: the chain leads back to the object itself", id);
  if (*became != NULL)
    return **became != '\0';
  g_hash_table_insert (self->became, g_strdup (id), g_strdup (""));
  if (!place_parent (self, code, &parent, error))
    return FALSE;

  place = make_place (parent, code->name);
  *became = g_hash_table_contains (self->ids, id) ? id : g_hash_table_lookup (self->places, place);
  if (*became == NULL)
    {
      rap_set_string (&code->parent, parent);
      drop_taken_key (self, code);
      add_present (self, code);
      rap_edits_insert (self->edits, &code->parent_instance);
      ++*self->n_records;
      *became = id;
    }
  g_hash_table_insert (self->became, g_strdup (id), g_strdup (*became));
  *became = g_hash_table_lookup (self->became, id);
  return TRUE;
}

/* What the project has, and what the group brings already. */
static void
collect_present (Intake      *self,
                 RapCodebook *codebook)
{
  GPtrArray *nodes = rap_codebook_get_nodes (codebook);

  for (guint i = 0; i < nodes->len; i++)
    add_present (self, ((const RapCodeNode *) nodes->pdata[i])->code);
  for (guint i = 0; i < self->edits->edits->len; i++)
    {
      RapRecord *after = rap_edits_get (self->edits, i)->after;

      if (after != NULL && RAP_IS_CODE (after))
        add_present (self, RAP_CODE (after));
    }
}

gboolean
rap_codebook_add_import (RapCodebook  *self,
                         RapEdits     *edits,
                         GPtrArray    *codes,
                         GPtrArray    *notes,
                         guint        *n_records,
                         GError      **error)
{
  g_autoptr (GHashTable) incoming = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) became = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Intake intake = { incoming, became, ids, places, keys, edits, notes, n_records, 0 };

  collect_present (&intake, self);
  for (guint i = 0; i < codes->len; i++)
    {
      RapRecord *code = codes->pdata[i];

      if (g_hash_table_insert (incoming, code->id, code))
        continue;
      g_set_error (error, RAP_ERROR, RAP_ERROR_INVALID, "code %s: the id occurs twice", code->id);
      return FALSE;
    }
  for (guint i = 0; i < codes->len; i++)
    {
      const char *where;

      if (!place_code (&intake, codes->pdata[i], &where, error))
        return FALSE;
    }
  return TRUE;
}
