/* rap-codebook-edit.c
 *
 * The gestures on single codes, and the rule that siblings have different
 * names. The rule holds for what the window does; a document that breaks it can
 * still be imported, so that nothing an older project holds is lost.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-codebook-private.h"

#include <string.h>

#include "rap-session-private.h"

static const char * const palette[] = {
  "#cc3300", "#bb5544", "#aa8833", "#557700", "#669966", "#007799",
  "#8888cc", "#8855bb", "#aa33dd", "#cc1188", "#cc7799", "#886666", NULL
};

const char * const *
rap_codebook_get_palette (void)
{
  return palette;
}

/* The colour of the palette that the fewest codes have. */
static const char *
pick_colour (RapCodebook *self)
{
  GPtrArray *nodes = rap_codebook_get_nodes (self);
  guint best = 0, fewest = G_MAXUINT;

  for (guint i = 0; palette[i] != NULL; i++)
    {
      guint n = 0;

      for (guint k = 0; k < nodes->len; k++)
        n += g_ascii_strcasecmp (((const RapCodeNode *) nodes->pdata[k])->code->colour, palette[i]) == 0;
      if (n < fewest)
        {
          fewest = n;
          best = i;
        }
    }
  return palette[best];
}

/* The code, or an error that says it is gone. */
static RapCode *
get_code (RapCodebook  *self,
          const char   *id,
          GError      **error)
{
  const RapCodeNode *node = rap_codebook_find (self, id);

  if (node == NULL)
    g_set_error (error, RAP_ERROR, RAP_ERROR_NOT_FOUND, "code %s: there is no such code", id);
  return node != NULL ? node->code : NULL;
}

static gboolean
commit_replacement (RapCodebook  *self,
                    const char   *label,
                    RapCode      *before,
                    RapRecord    *after,
                    GError      **error)
{
  g_autoptr (RapEdits) edits = rap_edits_new (label);

  rap_edits_replace (edits, &before->parent_instance, after);
  return rap_session_commit (rap_codebook_get_session (self), edits, error);
}

gboolean
rap_codebook_create (RapCodebook  *self,
                     const char   *label,
                     const char   *parent,
                     const char   *name,
                     const char   *colour,
                     char        **id,
                     GError      **error)
{
  g_autoptr (RapRecord) record = rap_record_new (RAP_KIND_CODE);
  g_autoptr (RapEdits) edits = rap_edits_new (label);
  RapCode *code = RAP_CODE (record);

  g_return_val_if_fail (RAP_IS_CODEBOOK (self), FALSE);

  rap_set_string (&code->name, name);
  rap_set_string (&code->parent, parent);
  rap_set_string (&code->colour, colour != NULL ? colour : pick_colour (self));
  rap_edits_insert (edits, record);
  if (!rap_session_commit (rap_codebook_get_session (self), edits, error))
    return FALSE;
  if (id != NULL)
    *id = g_strdup (record->id);
  return TRUE;
}

gboolean
rap_codebook_rename (RapCodebook  *self,
                     const char   *label,
                     const char   *id,
                     const char   *name,
                     GError      **error)
{
  g_autoptr (RapRecord) after = NULL;
  RapCode *before;

  g_return_val_if_fail (RAP_IS_CODEBOOK (self), FALSE);

  before = get_code (self, id, error);
  if (before == NULL)
    return FALSE;
  after = rap_record_copy (&before->parent_instance);
  rap_set_string (&RAP_CODE (after)->name, name);
  return commit_replacement (self, label, before, after, error);
}

gboolean
rap_codebook_move (RapCodebook  *self,
                   const char   *label,
                   const char   *id,
                   const char   *parent,
                   GError      **error)
{
  g_autoptr (RapRecord) after = NULL;
  RapCode *before;

  g_return_val_if_fail (RAP_IS_CODEBOOK (self), FALSE);

  before = get_code (self, id, error);
  if (before == NULL)
    return FALSE;
  if (parent != NULL && rap_codebook_is_below (self, parent, id))
    {
      g_set_error (error, RAP_ERROR, RAP_ERROR_CYCLE, "code %s: parent: it would be below itself", id);
      return FALSE;
    }
  after = rap_record_copy (&before->parent_instance);
  rap_set_string (&RAP_CODE (after)->parent, parent);
  return commit_replacement (self, label, before, after, error);
}

gboolean
rap_codebook_set_key (RapCodebook  *self,
                      const char   *label,
                      const char   *id,
                      const char   *key,
                      gboolean      take,
                      GError      **error)
{
  g_autoptr (RapEdits) edits = rap_edits_new (label);
  g_autoptr (RapRecord) after = NULL;
  const RapCodeNode *owner;
  RapCode *before;

  g_return_val_if_fail (RAP_IS_CODEBOOK (self), FALSE);

  before = get_code (self, id, error);
  if (before == NULL)
    return FALSE;
  owner = rap_codebook_find_key (self, key);
  if (owner != NULL && owner->code != before && take)
    {
      g_autoptr (RapRecord) without = rap_record_copy (&owner->code->parent_instance);

      rap_set_string (&RAP_CODE (without)->key, NULL);
      rap_edits_replace (edits, &owner->code->parent_instance, without);
    }
  after = rap_record_copy (&before->parent_instance);
  rap_set_string (&RAP_CODE (after)->key, key);
  rap_edits_replace (edits, &before->parent_instance, after);
  return rap_session_commit (rap_codebook_get_session (self), edits, error);
}

/* "parent folded-name" */
static char *
make_place (RapRecord *record)
{
  const RapCode *code = RAP_CODE (record);
  g_autofree char *folded = rap_codebook_fold_name (code->name);

  return g_strdup_printf ("%s %s", code->parent != NULL ? code->parent : "", folded);
}

/* Whether the edit puts a code where it was not. */
static gboolean
is_placed (const RapEdit *edit)
{
  g_autofree char *was = NULL;
  g_autofree char *is = NULL;

  if (edit->after == NULL || !RAP_IS_CODE (edit->after))
    return FALSE;
  was = edit->before != NULL ? make_place (edit->before) : NULL;
  is = make_place (edit->after);
  return g_strcmp0 (was, is) != 0;
}

/* Where the codes are that the group leaves alone, and those that it only changes otherwise. */
static GHashTable *
collect_places (RapCodebook    *self,
                const RapEdits *edits)
{
  GHashTable *places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) changed = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *nodes = rap_codebook_get_nodes (self);

  for (guint i = 0; i < edits->edits->len; i++)
    {
      const RapEdit *edit = rap_edits_get (edits, i);

      g_hash_table_add (changed, rap_edit_get_record (edit)->id);
      if (edit->after != NULL && RAP_IS_CODE (edit->after) && !is_placed (edit))
        g_hash_table_add (places, make_place (edit->after));
    }
  for (guint i = 0; i < nodes->len; i++)
    {
      RapRecord *code = RAP_RECORD (((const RapCodeNode *) nodes->pdata[i])->code);

      if (!g_hash_table_contains (changed, code->id))
        g_hash_table_add (places, make_place (code));
    }
  return places;
}

gboolean
rap_codebook_check_names (RapCodebook     *self,
                          const RapEdits  *edits,
                          GError         **error)
{
  g_autoptr (GHashTable) places = collect_places (self, edits);

  for (guint i = 0; i < edits->edits->len; i++)
    {
      const RapEdit *edit = rap_edits_get (edits, i);

      if (!is_placed (edit) || g_hash_table_add (places, make_place (edit->after)))
        continue;
      g_set_error (error, RAP_ERROR, RAP_ERROR_NAME_TAKEN,
                   "code %s: name: a code beside it is called “%s” already; take another name, or merge the two",
                   edit->after->id, RAP_CODE (edit->after)->name);
      return FALSE;
    }
  return TRUE;
}
