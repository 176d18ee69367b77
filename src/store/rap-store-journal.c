/* rap-store-journal.c
 *
 * Undo and redo: each one transaction over rows, search index and journal. The
 * journal is the undo stack and the audit trail: groups are never deleted;
 * undone ones that a new commit overtakes are marked as discarded.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-store-private.h"

#define LAST_DONE "(SELECT max (seq) FROM journal_group WHERE state = 0)"
#define FIRST_UNDONE "(SELECT min (seq) FROM journal_group WHERE state = 1)"

static gboolean
read_edit (RapStore      *self,
           RapStatement  *statement,
           RapEdits      *edits,
           GError       **error)
{
  const char *before_json = rap_statement_text (statement, 1);
  const char *after_json = rap_statement_text (statement, 2);
  g_autoptr (RapRecord) before = NULL;
  g_autoptr (RapRecord) after = NULL;
  RapKind kind;

  if (!rap_kind_parse (rap_statement_text (statement, 0), &kind) || (before_json == NULL && after_json == NULL))
    {
      g_set_error (error, RAP_ERROR, RAP_ERROR_DAMAGED, "%s: the journal is damaged", self->path);
      return FALSE;
    }
  before = rap_store_record_from_json (self, kind, before_json, error);
  if (before == NULL && before_json != NULL)
    return FALSE;
  after = rap_store_record_from_json (self, kind, after_json, error);
  if (after == NULL && after_json != NULL)
    return FALSE;

  if (before == NULL)
    rap_edits_insert (edits, after);
  else if (after == NULL)
    rap_edits_delete (edits, before);
  else
    rap_edits_replace (edits, before, after);
  return TRUE;
}

static RapEdits *
read_group (RapStore    *self,
            gint64       seq,
            const char  *label,
            GError     **error)
{
  static const char sql[] = "SELECT kind, before, after FROM journal_edit WHERE seq = ?1 ORDER BY n";
  g_autoptr (RapStatement) statement = rap_statement_get (self, sql);
  g_autoptr (RapEdits) edits = rap_edits_new (label);
  g_autoptr (GError) failure = NULL;

  rap_statement_bind_int (statement, seq);
  while (rap_statement_next (statement, &failure))
    if (!read_edit (self, statement, edits, error))
      return NULL;
  if (failure == NULL)
    return g_steal_pointer (&edits);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static gboolean
set_state (RapStore  *self,
           gint64     seq,
           RapStoreGroup state,
           GError   **error)
{
  static const char sql[] = "UPDATE journal_group SET state = ?2 WHERE seq = ?1";
  g_autoptr (RapStatement) statement = rap_statement_get (self, sql);

  rap_statement_bind_int (statement, seq);
  rap_statement_bind_int (statement, state);
  return rap_statement_run (statement, error);
}

/* The group that @sql finds (seq, label); 0 when there is none. */
static gint64
find_group (RapStore    *self,
            const char  *sql,
            char       **label,
            GError     **error)
{
  g_autoptr (RapStatement) statement = rap_statement_get (self, sql);

  if (!rap_statement_next (statement, error))
    return 0;
  *label = g_strdup (rap_statement_text (statement, 1));
  return rap_statement_int (statement, 0);
}

static RapEdits *
read_inverted (RapStore    *self,
               gint64       seq,
               const char  *label,
               RapStoreGroup to,
               GError     **error)
{
  g_autoptr (RapEdits) edits = read_group (self, seq, label, error);

  if (edits == NULL || to == RAP_STORE_GROUP_DONE)
    return g_steal_pointer (&edits);
  return rap_edits_invert (edits);
}

/* Moves the group that @sql finds to the state @to, inside a transaction. */
static RapEdits *
move_group (RapStore    *self,
            const char  *sql,
            RapStoreGroup to,
            gint64      *seq,
            GError     **error)
{
  g_autofree char *label = NULL;
  g_autoptr (RapEdits) edits = NULL;

  *seq = find_group (self, sql, &label, error);
  if (*seq == 0)
    return NULL;
  edits = read_inverted (self, *seq, label, to, error);
  if (edits == NULL
      || !rap_store_apply_edits (self, edits, error)
      || !set_state (self, *seq, to, error))
    return NULL;
  return g_steal_pointer (&edits);
}

static RapEdits *
travel (RapStore    *self,
        const char  *sql,
        RapStoreGroup to,
        GError     **error)
{
  g_autoptr (RapEdits) edits = NULL;
  gint64 seq;

  if (!rap_store_begin (self, error))
    return NULL;
  edits = move_group (self, sql, to, &seq, error);
  if (edits == NULL)
    {
      rap_store_rollback (self);
      return NULL;
    }
  return rap_store_end_transaction (self, seq, to, error) ? g_steal_pointer (&edits) : NULL;
}

/* The edits of @group after those of @all. */
static void
append_edits (RapEdits       *all,
              const RapEdits *group)
{
  for (guint i = 0; i < group->edits->len; i++)
    {
      const RapEdit *edit = rap_edits_get (group, i);

      if (edit->before == NULL)
        rap_edits_insert (all, edit->after);
      else if (edit->after == NULL)
        rap_edits_delete (all, edit->before);
      else
        rap_edits_replace (all, edit->before, edit->after);
    }
  g_free (all->label);
  all->label = g_strdup (group->label);
}

/* The next group on the way to @seq, and where it goes; 0 when there is none.
 * @below: the one that was undone last, so that those undone are not looked through again. */
static gint64
find_next (RapStore  *self,
           gint64     seq,
           gint64     below,
           RapStoreGroup *to,
           char     **label,
           GError   **error)
{
  static const char done[] =
    "SELECT seq, label FROM journal_group WHERE state = 0 AND seq > ?1 AND seq < ?2 ORDER BY seq DESC LIMIT 1";
  static const char undone[] =
    "SELECT seq, label FROM journal_group WHERE state = 1 AND seq <= ?1 ORDER BY seq LIMIT 1";
  const char * const queries[] = { done, undone };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (RapStatement) statement = rap_statement_get (self, queries[i]);
      g_autoptr (GError) failure = NULL;

      rap_statement_bind_int (statement, seq);
      if (i == 0)
        rap_statement_bind_int (statement, below);
      if (rap_statement_next (statement, &failure))
        {
          *to = i == 0 ? RAP_STORE_GROUP_UNDONE : RAP_STORE_GROUP_DONE;
          *label = g_strdup (rap_statement_text (statement, 1));
          return rap_statement_int (statement, 0);
        }
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return 0;
        }
    }
  return 0;
}

/* One group nearer to @seq, inside a transaction. FALSE: there, or @error. */
static gboolean
move_nearer (RapStore  *self,
             gint64     seq,
             RapEdits  *all,
             gint64    *moved,
             RapStoreGroup *to,
             GError   **error)
{
  g_autofree char *label = NULL;
  g_autoptr (RapEdits) edits = NULL;
  gint64 next = find_next (self, seq, *moved > 0 ? *moved : G_MAXINT64, to, &label, error);

  if (next == 0)
    return FALSE;
  edits = read_inverted (self, next, label, *to, error);
  if (edits == NULL
      || !rap_store_apply_edits (self, edits, error)
      || !set_state (self, next, *to, error))
    return FALSE;
  append_edits (all, edits);
  *moved = next;
  return TRUE;
}

RapEdits *
rap_store_move_to (RapStore  *self,
                   gint64     seq,
                   guint      limit,
                   guint     *n_moved,
                   GError   **error)
{
  g_autoptr (RapEdits) all = rap_edits_new (NULL);
  g_autoptr (GError) failure = NULL;
  gint64 moved = 0;
  RapStoreGroup to = RAP_STORE_GROUP_DONE, last = RAP_STORE_GROUP_DONE;

  g_return_val_if_fail (RAP_IS_STORE (self), NULL);

  *n_moved = 0;
  if (!rap_store_begin (self, error))
    return NULL;
  while (*n_moved < limit && move_nearer (self, seq, all, &moved, &to, &failure))
    {
      last = to;
      ++*n_moved;
    }
  if (failure == NULL && *n_moved > 0 && rap_store_end_transaction (self, moved, last, &failure))
    return g_steal_pointer (&all);
  rap_store_rollback (self);
  if (failure == NULL)
    return g_steal_pointer (&all);
  *n_moved = 0;
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

RapEdits *
rap_store_load_group (RapStore  *self,
                      gint64     seq,
                      GError   **error)
{
  static const char sql[] = "SELECT seq, label FROM journal_group WHERE seq = ?1";
  g_autoptr (RapStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (RAP_IS_STORE (self), NULL);

  statement = rap_statement_get (self, sql);
  rap_statement_bind_int (statement, seq);
  if (rap_statement_next (statement, &failure))
    return read_group (self, seq, rap_statement_text (statement, 1), error);
  if (failure == NULL)
    g_set_error (&failure, RAP_ERROR, RAP_ERROR_NOT_FOUND, "%s: there is no change number %" G_GINT64_FORMAT,
                 self->path, seq);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static const char find_undo[] = "SELECT seq, label FROM journal_group WHERE seq = " LAST_DONE;
static const char find_redo[] = "SELECT seq, label FROM journal_group WHERE seq = " FIRST_UNDONE;

RapEdits *
rap_store_undo (RapStore  *self,
                GError   **error)
{
  g_return_val_if_fail (RAP_IS_STORE (self), NULL);

  return travel (self, find_undo, RAP_STORE_GROUP_UNDONE, error);
}

RapEdits *
rap_store_redo (RapStore  *self,
                GError   **error)
{
  g_return_val_if_fail (RAP_IS_STORE (self), NULL);

  return travel (self, find_redo, RAP_STORE_GROUP_DONE, error);
}

char *
rap_store_peek_undo (RapStore *self)
{
  char *label = NULL;

  g_return_val_if_fail (RAP_IS_STORE (self), NULL);

  find_group (self, find_undo, &label, NULL);
  return label;
}

char *
rap_store_peek_redo (RapStore *self)
{
  char *label = NULL;

  g_return_val_if_fail (RAP_IS_STORE (self), NULL);

  find_group (self, find_redo, &label, NULL);
  return label;
}

static RapHistoryEntry *
read_entry (RapStatement *statement)
{
  RapHistoryEntry *entry = g_new0 (RapHistoryEntry, 1);

  entry->seq = rap_statement_int (statement, 0);
  entry->time = rap_statement_int (statement, 1);
  entry->analyst = g_strdup (rap_statement_text (statement, 2));
  entry->label = g_strdup (rap_statement_text (statement, 3));
  entry->undone = rap_statement_int (statement, 4) == RAP_STORE_GROUP_UNDONE;
  entry->discarded = rap_statement_int (statement, 4) == RAP_STORE_GROUP_DISCARDED;
  entry->n_edits = rap_statement_int (statement, 5);
  return entry;
}

GPtrArray *
rap_store_history (RapStore  *self,
                   guint      limit,
                   GError   **error)
{
  static const char sql[] =
    "SELECT seq, time, analyst, label, state, n_edits FROM journal_group ORDER BY seq DESC LIMIT ?1";
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_history_entry_free);
  g_autoptr (RapStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (RAP_IS_STORE (self), NULL);

  statement = rap_statement_get (self, sql);
  rap_statement_bind_int (statement, limit > 0 ? (gint64) limit : -1);
  while (rap_statement_next (statement, &failure))
    g_ptr_array_add (entries, read_entry (statement));
  if (failure == NULL)
    return g_steal_pointer (&entries);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}
