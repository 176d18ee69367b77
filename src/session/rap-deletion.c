/* rap-deletion.c
 *
 * What goes with a deleted record, derived from the field tables: a record
 * whose required reference points to it cannot stand and is deleted too (a
 * claim's relations, an article's annotations); from the others the reference
 * is taken out (a speaker, a participant, a code). One group, one undo step.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-session-private.h"

/* The group in the making: what becomes of each record, in order of discovery. */
typedef struct
{
  RapSession *session;
  GPtrArray  *order;     /* ids, owned by @pending */
  GHashTable *pending;   /* id -> RapEdit */
} Plan;

static void
edit_free (RapEdit *edit)
{
  g_clear_object (&edit->before);
  g_clear_object (&edit->after);
  g_free (edit);
}

static RapEdit *
plan_get (Plan      *plan,
          RapRecord *before)
{
  RapEdit *edit = g_hash_table_lookup (plan->pending, before->id);
  char *id;

  if (edit == NULL)
    {
      edit = g_new0 (RapEdit, 1);
      edit->before = g_object_ref (before);
      edit->after = g_object_ref (before);
      id = g_strdup (before->id);
      g_hash_table_insert (plan->pending, id, edit);
      g_ptr_array_add (plan->order, id);
    }
  return edit;
}

static void
plan_delete (Plan      *plan,
             RapRecord *record)
{
  RapEdit *edit = plan_get (plan, record);

  g_clear_object (&edit->after);
}

static gboolean
refs_have (char       **refs,
           const char  *id)
{
  return refs != NULL && g_strv_contains ((const char * const *) refs, id);
}

static void
drop_ref (char      ***refs,
          const char  *id)
{
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();

  for (guint i = 0; (*refs)[i] != NULL; i++)
    if (!g_str_equal ((*refs)[i], id))
      g_strv_builder_add (kept, (*refs)[i]);
  g_strfreev (*refs);
  *refs = g_strv_builder_end (kept);
  if (**refs == NULL)
    g_clear_pointer (refs, g_strfreev);
}

/* The id an entry of a list of structs refers to: their first member. */
static const char *
entry_id (gconstpointer entry)
{
  return *(const char * const *) entry;
}

static gboolean
drop_entries (GPtrArray  **entries,
              const char  *id)
{
  gboolean dropped = FALSE;

  for (guint i = *entries != NULL ? (*entries)->len : 0; i > 0; i--)
    if (g_str_equal (entry_id (g_ptr_array_index (*entries, i - 1)), id))
      {
        g_ptr_array_remove_index (*entries, i - 1);
        dropped = TRUE;
      }
  if (*entries != NULL && (*entries)->len == 0)
    g_clear_pointer (entries, g_ptr_array_unref);
  return dropped;
}

/* Takes the reference out of one member of an unsealed record. Returns FALSE
 * when the record cannot do without it. */
static gboolean
clear_member (RapRecord      *record,
              const RapField *field,
              const char     *id)
{
  char **string = &rap_record_member (record, field, char *);

  switch (field->type)
    {
    case RAP_FIELD_REF:
      if (g_strcmp0 (*string, id) != 0)
        return TRUE;
      if (field->flags & RAP_FIELD_REQUIRED)
        return FALSE;
      g_clear_pointer (string, g_free);
      return TRUE;
    case RAP_FIELD_REFS:
      if (refs_have (rap_record_member (record, field, char **), id))
        drop_ref (&rap_record_member (record, field, char **), id);
      return TRUE;
    case RAP_FIELD_PARTICIPANTS:
    case RAP_FIELD_LINKS:
      drop_entries (&rap_record_member (record, field, GPtrArray *), id);
      return TRUE;
    default:
      return TRUE;
    }
}

/* @record without any reference to @id, or NULL when it cannot stand without it. */
static RapRecord *
without (RapRecord  *record,
         const char *id)
{
  g_autoptr (RapRecord) copy = rap_record_copy (record);
  guint n_fields;
  const RapField *fields = rap_kind_get_fields (rap_record_get_kind (record), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (!clear_member (copy, &fields[i], id))
      return NULL;
  rap_record_seal (copy);
  return g_steal_pointer (&copy);
}

static gboolean plan_with_dependents (Plan       *plan,
                                      RapRecord  *record,
                                      GError    **error);

/* What becomes of a record that refers to @id. */
static gboolean
plan_dependent (Plan        *plan,
                RapRecord   *dependent,
                const char  *id,
                GError     **error)
{
  RapEdit *edit = plan_get (plan, dependent);
  RapRecord *left;

  if (edit->after == NULL)
    return TRUE;
  left = without (edit->after, id);
  if (left == NULL)
    return plan_with_dependents (plan, dependent, error);
  g_object_unref (edit->after);
  edit->after = left;
  return TRUE;
}

static gboolean
plan_with_dependents (Plan       *plan,
                      RapRecord  *record,
                      GError    **error)
{
  plan_delete (plan, record);
  for (RapKind kind = RAP_KIND_CODE; kind < RAP_N_KINDS; kind++)
    {
      g_autoptr (GPtrArray) linked = rap_session_load_linked (plan->session, kind, record->id, 0, error);

      if (linked == NULL)
        return FALSE;
      for (guint i = 0; i < linked->len; i++)
        if (!plan_dependent (plan, g_ptr_array_index (linked, i), record->id, error))
          return FALSE;
    }
  return TRUE;
}

static void
plan_load (Plan           *plan,
           const RapEdits *edits)
{
  for (guint i = 0; i < edits->edits->len; i++)
    {
      const RapEdit *given = rap_edits_get (edits, i);
      RapEdit *edit = plan_get (plan, rap_edit_get_record (given));

      g_set_object (&edit->before, given->before);
      g_set_object (&edit->after, given->after);
    }
}

static void
plan_store (Plan     *plan,
            RapEdits *edits)
{
  g_array_set_size (edits->edits, 0);
  for (guint i = 0; i < plan->order->len; i++)
    {
      const RapEdit *edit = g_hash_table_lookup (plan->pending, g_ptr_array_index (plan->order, i));

      if (edit->before == NULL && edit->after != NULL)
        rap_edits_insert (edits, edit->after);
      else if (edit->after == NULL && edit->before != NULL)
        rap_edits_delete (edits, edit->before);
      else if (edit->after != NULL)
        rap_edits_replace (edits, edit->before, edit->after);
    }
}

gboolean
rap_session_add_deletion (RapSession       *self,
                          RapEdits         *edits,
                          const RapRecord  *record,
                          guint            *n_dependents,
                          GError          **error)
{
  g_autoptr (GHashTable) pending = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) edit_free);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  g_autoptr (RapRecord) stored = NULL;
  Plan plan = { self, order, pending };
  guint n_before;

  g_return_val_if_fail (RAP_IS_SESSION (self), FALSE);

  stored = rap_session_load (self, rap_record_get_kind (record), record->id, error);
  if (stored == NULL)
    return FALSE;
  plan_load (&plan, edits);
  n_before = order->len;
  if (!plan_with_dependents (&plan, stored, error))
    return FALSE;
  if (n_dependents != NULL)
    *n_dependents = order->len - n_before - (order->len > n_before ? 1 : 0);
  plan_store (&plan, edits);
  return TRUE;
}
