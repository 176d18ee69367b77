/* rap-store-commit.c
 *
 * Commit: one transaction over rows, search index and journal; at once, or in
 * parts with a turn for others between them, during which nothing else can be
 * written.
 *
 * A COMMIT that reports failure may have happened all the same (an I/O error on
 * the last sync comes after the point of no return), so the file is asked
 * before anything is said.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-store-order.h"
#include "rap-store-private.h"

gboolean
rap_store_is_in_transaction (RapStore  *self,
                             GError   **error)
{
  if (!sqlite3_get_autocommit (self->db))
    return TRUE;
  g_set_error (error, RAP_ERROR, RAP_ERROR_IO, "%s: could not be written, and nothing of it was: the disk is full or fails",
               self->path);
  return FALSE;
}

gboolean
rap_store_begin (RapStore  *self,
                 GError   **error)
{
  if (self->open_group != 0)
    {
      g_set_error (error, RAP_ERROR, RAP_ERROR_SAVING, "%s: a large import is being saved; try again in a moment", self->path);
      return FALSE;
    }
  if (rap_store_get_read_only (self))
    {
      g_set_error (error, RAP_ERROR, RAP_ERROR_READ_ONLY, "%s: is open for reading only", self->path);
      return FALSE;
    }
  return rap_store_execute (self, "BEGIN IMMEDIATE", error);
}

void
rap_store_rollback (RapStore *self)
{
  if (self->open_group == 0 && !sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
}

/* Whether the file says that group @seq is in @state; -1 when it cannot be read. */
static int
is_in_state (RapStore      *self,
             gint64         seq,
             RapStoreGroup  state)
{
  static const char sql[] = "SELECT count(*) FROM journal_group WHERE seq = ?1 AND state = ?2";
  g_autoptr (RapStatement) statement = rap_statement_get (self, sql);

  rap_statement_bind_int (statement, seq);
  rap_statement_bind_int (statement, state);
  return rap_statement_next (statement, NULL) ? (int) rap_statement_int (statement, 0) : -1;
}

/* Names the first reference that leads nowhere, while the transaction is open. */
static void
explain_reference (RapStore  *self,
                   GError   **error)
{
  static const char sql[] = "SELECT \"table\", rowid, parent FROM pragma_foreign_key_check ORDER BY 1, 2 LIMIT 1";
  g_autoptr (RapStatement) statement = rap_statement_get (self, sql);
  g_autofree char *object = NULL;

  if (!rap_statement_next (statement, NULL))
    {
      rap_store_set_error (self, SQLITE_CONSTRAINT_FOREIGNKEY, error);
      return;
    }
  object = rap_store_describe_row (self, rap_statement_text (statement, 0), rap_statement_int (statement, 1));
  g_set_error (error, RAP_ERROR, RAP_ERROR_REFERENCE, "%s: %s would refer to something (%s) that is not there",
               self->path, object, rap_statement_text (statement, 2));
}

gboolean
rap_store_end_transaction (RapStore       *self,
                           gint64          seq,
                           RapStoreGroup   state,
                           GError        **error)
{
  g_autoptr (GError) failure = NULL;
  int found;

  if (rap_store_execute (self, "COMMIT", &failure))
    return TRUE;
  if (g_error_matches (failure, RAP_ERROR, RAP_ERROR_REFERENCE))
    {
      explain_reference (self, error);
      rap_store_rollback (self);
      return FALSE;
    }

  rap_store_rollback (self);
  found = is_in_state (self, seq, state);
  if (found == 1)
    return TRUE;
  if (found < 0)
    g_prefix_error (&failure, "%s: it is not known whether the last change was saved: ", self->path);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
insert_group (RapStore        *self,
              const char      *label,
              guint            n_edits,
              const char      *analyst,
              const char      *origin,
              gint64           time,
              gint64          *seq,
              GError         **error)
{
  static const char sql[] =
    "INSERT INTO journal_group (time, analyst, label, origin, state, n_edits) VALUES (?1, ?2, ?3, ?4, 0, ?5)";
  g_autoptr (RapStatement) statement = rap_statement_get (self, sql);

  rap_statement_bind_int (statement, time);
  rap_statement_bind_text (statement, analyst != NULL ? analyst : "");
  rap_statement_bind_text (statement, label != NULL ? label : "");
  rap_statement_bind_text (statement, origin != NULL ? origin : "");
  rap_statement_bind_int (statement, n_edits);
  if (!rap_statement_run (statement, error))
    return FALSE;
  *seq = sqlite3_last_insert_rowid (self->db);
  return TRUE;
}

static gboolean
insert_edit (RapStore       *self,
             gint64          seq,
             guint           n,
             const RapEdit  *edit,
             GError        **error)
{
  static const char sql[] =
    "INSERT INTO journal_edit (seq, n, kind, id, before, after) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
  g_autoptr (RapStatement) statement = rap_statement_get (self, sql);
  g_autofree char *before = edit->before != NULL ? rap_store_record_to_json (edit->before) : NULL;
  g_autofree char *after = edit->after != NULL ? rap_store_record_to_json (edit->after) : NULL;
  RapRecord *record = rap_edit_get_record (edit);

  rap_statement_bind_int (statement, seq);
  rap_statement_bind_int (statement, n);
  rap_statement_bind_text (statement, rap_kind_get_nick (rap_record_get_kind (record)));
  rap_statement_bind_text (statement, record->id);
  rap_statement_bind_text (statement, before);
  rap_statement_bind_text (statement, after);
  return rap_statement_run (statement, error);
}

static gboolean
discard_undone (RapStore  *self,
                GError   **error)
{
  static const char sql[] = "UPDATE journal_group SET state = 2 WHERE state = 1";
  g_autoptr (RapStatement) statement = rap_statement_get (self, sql);

  return rap_statement_run (statement, error);
}

gboolean
rap_store_begin_commit (RapStore    *self,
                        const char  *label,
                        guint        n_edits,
                        const char  *analyst,
                        const char  *origin,
                        gint64       time,
                        GError     **error)
{
  gint64 seq;

  g_return_val_if_fail (RAP_IS_STORE (self), FALSE);

  if (!rap_store_begin (self, error))
    return FALSE;
  if (!discard_undone (self, error)
      || !insert_group (self, label, n_edits, analyst, origin, time, &seq, error))
    {
      rap_store_rollback (self);
      return FALSE;
    }
  self->open_group = seq;
  return TRUE;
}

gboolean
rap_store_add_to_commit (RapStore        *self,
                         const RapEdits  *edits,
                         guint            i,
                         GError         **error)
{
  const RapEdit *edit = rap_edits_get (edits, i);

  g_return_val_if_fail (RAP_IS_STORE (self), FALSE);
  g_return_val_if_fail (self->open_group != 0, FALSE);

  return rap_store_is_in_transaction (self, error)
      && rap_store_apply_edit (self, edit, error)
      && insert_edit (self, self->open_group, i, edit, error);
}

void
rap_store_flush_commit (RapStore *self)
{
  g_return_if_fail (RAP_IS_STORE (self));

  /* where others read just now, the end will do it */
  sqlite3_busy_timeout (self->db, 0);
  sqlite3_db_cacheflush (self->db);
  sqlite3_busy_timeout (self->db, RAP_STORE_BUSY_MS);
}

void
rap_store_settle_commit (RapStore *self)
{
  g_return_if_fail (RAP_IS_STORE (self));

  rap_store_lock_settle (self->lock);
}

gboolean
rap_store_end_commit (RapStore  *self,
                      GError   **error)
{
  gint64 seq = self->open_group;

  g_return_val_if_fail (RAP_IS_STORE (self), FALSE);
  g_return_val_if_fail (seq != 0, FALSE);

  self->open_group = 0;
  rap_store_forget_order (self, seq);
  return rap_store_is_in_transaction (self, error)
      && rap_store_end_transaction (self, seq, RAP_STORE_GROUP_DONE, error);
}

void
rap_store_abandon_commit (RapStore *self)
{
  g_return_if_fail (RAP_IS_STORE (self));

  rap_store_forget_order (self, self->open_group);
  self->open_group = 0;
  rap_store_rollback (self);
}

gboolean
rap_store_commit (RapStore        *self,
                  const RapEdits  *edits,
                  const char      *analyst,
                  const char      *origin,
                  gint64           time,
                  GError         **error)
{
  g_return_val_if_fail (RAP_IS_STORE (self), FALSE);
  g_return_val_if_fail (edits != NULL, FALSE);

  if (rap_edits_is_empty (edits))
    return TRUE;
  if (!rap_store_begin_commit (self, edits->label, edits->edits->len, analyst, origin, time, error))
    return FALSE;
  for (guint i = 0; i < edits->edits->len; i++)
    if (!rap_store_add_to_commit (self, edits, i, error))
      {
        rap_store_abandon_commit (self);
        return FALSE;
      }
  return rap_store_end_commit (self, error);
}
