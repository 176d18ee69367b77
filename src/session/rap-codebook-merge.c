/* rap-codebook-merge.c
 *
 * Making two codes one: whatever has the one gets the other, what then would be
 * there twice is there once, and the codes below move along. One group, so that
 * undo brings back every byte.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-codebook-private.h"

#include "rap-session-private.h"

typedef struct
{
  RapCodebook  *codebook;
  RapSession   *session;
  RapEdits     *edits;
  GHashTable   *claims;    /* id -> RapClaim, unsealed copy */
  GPtrArray    *before;    /* RapClaim as stored, in order of discovery */
  RapCodeMerge  merge;
} Merger;

/* "article [start, end)…" */
static char *
make_place (const RapCoding *coding)
{
  g_autoptr (GString) place = g_string_new (coding->article);

  for (guint i = 0; i < coding->anchor->n_ranges; i++)
    g_string_append_printf (place, " %u-%u", coding->anchor->ranges[i].start, coding->anchor->ranges[i].end);
  return g_string_free (g_steal_pointer (&place), FALSE);
}

/* The note of the coding that goes is kept with the one that stays. */
static void
keep_note (RapEdits  *edits,
           RapCoding *gone,
           RapCoding *kept)
{
  g_autoptr (RapRecord) after = NULL;
  g_autofree char *both = NULL;

  if (gone->note == NULL || *gone->note == '\0' || g_strcmp0 (gone->note, kept->note) == 0)
    return;
  both = kept->note == NULL || *kept->note == '\0' ? g_strdup (gone->note)
                                                   : g_strconcat (kept->note, "\n", gone->note, NULL);
  after = rap_record_copy (&kept->parent_instance);
  rap_set_string (&RAP_CODING (after)->note, both);
  rap_edits_replace (edits, &kept->parent_instance, after);
}

static gboolean
merge_passages (Merger      *self,
                const char  *from,
                const char  *into,
                GError     **error)
{
  g_autoptr (GPtrArray) gone = rap_session_load_linked (self->session, RAP_KIND_CODING, from, 0, error);
  g_autoptr (GPtrArray) kept = gone != NULL ? rap_session_load_linked (self->session, RAP_KIND_CODING, into, 0, error) : NULL;
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (kept == NULL)
    return FALSE;
  for (guint i = 0; i < kept->len; i++)
    g_hash_table_insert (places, make_place (kept->pdata[i]), kept->pdata[i]);
  for (guint i = 0; i < gone->len; i++)
    {
      RapCoding *coding = gone->pdata[i];
      g_autofree char *place = make_place (coding);
      RapCoding *twin = g_hash_table_lookup (places, place);
      g_autoptr (RapRecord) after = NULL;

      if (twin != NULL)
        {
          keep_note (self->edits, coding, twin);
          rap_edits_delete (self->edits, &coding->parent_instance);
          self->merge.n_duplicates++;
          continue;
        }
      after = rap_record_copy (&coding->parent_instance);
      rap_set_string (&RAP_CODING (after)->code, into);
      rap_edits_replace (self->edits, &coding->parent_instance, after);
      self->merge.n_passages++;
    }
  return TRUE;
}

/* @codes with @into in the place of @from, once. (transfer full) */
static char **
swap_code (char       **codes,
           const char  *from,
           const char  *into,
           gboolean    *twice)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  *twice = g_strv_contains ((const char * const *) codes, into);
  for (guint i = 0; codes[i] != NULL; i++)
    {
      if (!g_str_equal (codes[i], from))
        g_strv_builder_add (builder, codes[i]);
      else if (!*twice)
        g_strv_builder_add (builder, into);
    }
  return g_strv_builder_end (builder);
}

/* A claim may lose several codes in one merge, so its copies are kept till the end. */
static gboolean
merge_claims (Merger      *self,
              const char  *from,
              const char  *into,
              GError     **error)
{
  g_autoptr (GPtrArray) linked = rap_session_load_linked (self->session, RAP_KIND_CLAIM, from, 0, error);

  for (guint i = 0; linked != NULL && i < linked->len; i++)
    {
      RapRecord *stored = linked->pdata[i];
      RapClaim *claim = g_hash_table_lookup (self->claims, stored->id);
      gboolean twice;
      char **codes;

      if (claim == NULL)
        {
          claim = RAP_CLAIM (rap_record_copy (stored));
          g_hash_table_insert (self->claims, claim->parent_instance.id, claim);
          g_ptr_array_add (self->before, g_object_ref (stored));
        }
      codes = swap_code (claim->codes, from, into, &twice);
      g_strfreev (claim->codes);
      claim->codes = codes;
      self->merge.n_duplicates += twice;
      self->merge.n_claims += !twice;
    }
  return linked != NULL;
}

static gboolean merge_codes (Merger            *self,
                             const RapCodeNode *from,
                             const RapCodeNode *into,
                             RapRecord         *after,
                             GError           **error);

static const RapCodeNode *
find_twin (const RapCodeNode *node,
           const RapCodeNode *under,
           const RapCodeNode *besides)
{
  g_autofree char *folded = rap_codebook_fold_name (node->code->name);

  for (guint i = 0; i < under->children->len; i++)
    {
      const RapCodeNode *other = under->children->pdata[i];
      g_autofree char *name = rap_codebook_fold_name (other->code->name);

      if (other != besides && other != node && g_str_equal (name, folded))
        return other;
    }
  return NULL;
}

static gboolean
move_children (Merger             *self,
               const RapCodeNode  *from,
               const RapCodeNode  *into,
               GError            **error)
{
  for (guint i = 0; i < from->children->len; i++)
    {
      const RapCodeNode *child = from->children->pdata[i];
      const RapCodeNode *twin = child != into ? find_twin (child, into, from) : NULL;
      g_autoptr (RapRecord) after = NULL;

      if (child == into)
        continue;
      if (twin != NULL && !rap_codebook_is_below (self->codebook, into->code->parent_instance.id,
                                                  child->code->parent_instance.id))
        {
          after = rap_record_copy (&twin->code->parent_instance);
          if (!merge_codes (self, child, twin, after, error))
            return FALSE;
          rap_edits_replace (self->edits, &twin->code->parent_instance, after);
          continue;
        }
      after = rap_record_copy (&child->code->parent_instance);
      rap_set_string (&RAP_CODE (after)->parent, into->code->parent_instance.id);
      rap_edits_replace (self->edits, &child->code->parent_instance, after);
      self->merge.n_children++;
    }
  return TRUE;
}

/* @after: an unsealed copy of the code of @into, which the caller puts into the group. */
static gboolean
merge_codes (Merger             *self,
             const RapCodeNode  *from,
             const RapCodeNode  *into,
             RapRecord          *after,
             GError            **error)
{
  const char *from_id = from->code->parent_instance.id;
  const char *into_id = into->code->parent_instance.id;
  RapCode *code = RAP_CODE (after);

  if (code->key == NULL)
    rap_set_string (&code->key, from->code->key);
  if (code->description == NULL || *code->description == '\0')
    rap_set_string (&code->description, from->code->description);
  if (!merge_passages (self, from_id, into_id, error)
      || !merge_claims (self, from_id, into_id, error)
      || !move_children (self, from, into, error))
    return FALSE;
  rap_edits_delete (self->edits, &from->code->parent_instance);
  return TRUE;
}

static void
add_claims (Merger *self)
{
  for (guint i = 0; i < self->before->len; i++)
    {
      RapRecord *before = self->before->pdata[i];

      rap_edits_replace (self->edits, before, g_hash_table_lookup (self->claims, before->id));
    }
}

gboolean
rap_codebook_add_merge (RapCodebook   *self,
                        RapEdits      *edits,
                        const char    *from,
                        const char    *into,
                        RapCodeMerge  *merge,
                        GError       **error)
{
  const RapCodeNode *gone = rap_codebook_find (self, from);
  const RapCodeNode *kept = rap_codebook_find (self, into);
  g_autoptr (GHashTable) claims = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_object_unref);
  Merger merger = { self, rap_codebook_get_session (self), edits, claims, before, { 0 } };
  g_autoptr (RapRecord) after = NULL;

  g_return_val_if_fail (RAP_IS_CODEBOOK (self), FALSE);

  if (gone == NULL || kept == NULL || gone == kept)
    {
      g_set_error (error, RAP_ERROR, gone == kept && gone != NULL ? RAP_ERROR_CYCLE : RAP_ERROR_NOT_FOUND,
                   "code %s: it cannot be merged into %s", from, into);
      return FALSE;
    }
  after = rap_record_copy (&kept->code->parent_instance);
  /* what is merged into a code below it gives it its own place */
  if (rap_codebook_is_below (self, into, from))
    rap_set_string (&RAP_CODE (after)->parent, gone->code->parent);
  if (!merge_codes (&merger, gone, kept, after, error))
    return FALSE;
  rap_edits_replace (edits, &kept->code->parent_instance, after);
  add_claims (&merger);
  if (merge != NULL)
    *merge = merger.merge;
  return TRUE;
}
