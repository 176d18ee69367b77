/* rap-store-statement.c
 *
 * The one place that prepares, binds and steps, and the one that turns SQLite's
 * results into sentences. Prepared statements are kept by the address of their
 * static SQL; a lent one is taken out of the table, so nested use of the same
 * SQL gets a statement of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-store-private.h"

RapStatement *
rap_statement_get (RapStore   *store,
                   const char *sql)
{
  RapStatement *self;

  if (g_hash_table_steal_extended (store->statements, sql, NULL, (gpointer *) &self))
    return self;

  self = g_new0 (RapStatement, 1);
  self->store = store;
  self->sql = sql;
  self->failed = sqlite3_prepare_v3 (store->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &self->stmt, NULL);
  return self;
}

void
rap_statement_drop (RapStatement *self)
{
  sqlite3_finalize (self->stmt);
  g_free (self);
}

void
rap_statement_put (RapStatement *self)
{
  GHashTable *idle = self->store->statements;

  rap_statement_reset (self);
  if (self->failed != SQLITE_OK || g_hash_table_contains (idle, self->sql))
    rap_statement_drop (self);
  else
    g_hash_table_insert (idle, (gpointer) self->sql, self);
}

void
rap_statement_reset (RapStatement *self)
{
  if (self->stmt != NULL)
    {
      sqlite3_reset (self->stmt);
      sqlite3_clear_bindings (self->stmt);
    }
  self->n_bound = 0;
}

static void
bound (RapStatement *self,
       int           result)
{
  if (self->failed == SQLITE_OK)
    self->failed = result;
}

void
rap_statement_bind_text (RapStatement *self,
                         const char   *value)
{
  self->n_bound++;
  if (self->stmt != NULL)
    bound (self, sqlite3_bind_text (self->stmt, self->n_bound, value, -1, SQLITE_STATIC));
}

void
rap_statement_bind_int (RapStatement *self,
                        gint64        value)
{
  self->n_bound++;
  if (self->stmt != NULL)
    bound (self, sqlite3_bind_int64 (self->stmt, self->n_bound, value));
}

void
rap_statement_bind_null (RapStatement *self)
{
  self->n_bound++;
  if (self->stmt != NULL)
    bound (self, sqlite3_bind_null (self->stmt, self->n_bound));
}

void
rap_statement_bind_blob (RapStatement  *self,
                         gconstpointer  data,
                         gsize          size)
{
  self->n_bound++;
  if (self->stmt != NULL)
    bound (self, sqlite3_bind_blob64 (self->stmt, self->n_bound, data, size, SQLITE_STATIC));
}

gboolean
rap_statement_next (RapStatement  *self,
                    GError       **error)
{
  int result = self->failed != SQLITE_OK ? self->failed : sqlite3_step (self->stmt);

  if (result == SQLITE_ROW)
    return TRUE;
  if (result != SQLITE_DONE)
    rap_store_set_error (self->store, result, error);
  return FALSE;
}

gboolean
rap_statement_run (RapStatement  *self,
                   GError       **error)
{
  int result = self->failed;

  while (result == SQLITE_OK || result == SQLITE_ROW)
    result = sqlite3_step (self->stmt);
  if (result != SQLITE_DONE)
    rap_store_set_error (self->store, result, error);
  rap_statement_reset (self);
  return result == SQLITE_DONE;
}

const char *
rap_statement_text (RapStatement *self,
                    int           column)
{
  return (const char *) sqlite3_column_text (self->stmt, column);
}

gint64
rap_statement_int (RapStatement *self,
                   int           column)
{
  return sqlite3_column_int64 (self->stmt, column);
}

gboolean
rap_store_execute (RapStore    *self,
                   const char  *sql,
                   GError     **error)
{
  int result = sqlite3_exec (self->db, sql, NULL, NULL, NULL);

  if (result != SQLITE_OK)
    rap_store_set_error (self, result, error);
  return result == SQLITE_OK;
}

gint64
rap_store_query_int (RapStore   *self,
                     const char *sql,
                     gint64      fallback)
{
  g_autoptr (RapStatement) statement = rap_statement_get (self, sql);

  return rap_statement_next (statement, NULL) ? rap_statement_int (statement, 0) : fallback;
}

static const struct
{
  int         result;
  RapError    code;
  const char *why;
} reasons[] = {
  { SQLITE_READONLY_DBMOVED, RAP_ERROR_IO, "the file was moved or deleted while it was open" },
  { SQLITE_CONSTRAINT_FOREIGNKEY, RAP_ERROR_REFERENCE, "something would refer to what is not there" },
  { SQLITE_CONSTRAINT_UNIQUE, RAP_ERROR_STALE, "an object with that id is there already" },
  { SQLITE_CONSTRAINT, RAP_ERROR_INVALID, "a value is not allowed there" },
  { SQLITE_BUSY, RAP_ERROR_LOCKED, "another program is using it" },
  { SQLITE_LOCKED, RAP_ERROR_LOCKED, "it is in use" },
  { SQLITE_READONLY, RAP_ERROR_READ_ONLY, "it cannot be written" },
  { SQLITE_CANTOPEN, RAP_ERROR_READ_ONLY, "the file, or one beside it, cannot be opened" },
  { SQLITE_PERM, RAP_ERROR_READ_ONLY, "permission denied" },
  { SQLITE_AUTH, RAP_ERROR_DAMAGED, "it asks for something a project never does" },
  { SQLITE_CORRUPT, RAP_ERROR_DAMAGED, "the file is damaged" },
  { SQLITE_NOTADB, RAP_ERROR_FOREIGN, "it is not a Rapporteur project" },
  { SQLITE_ERROR, RAP_ERROR_DAMAGED, "the file is not built like a project" },
  { SQLITE_SCHEMA, RAP_ERROR_DAMAGED, "the file is not built like a project" },
  { SQLITE_INTERRUPT, RAP_ERROR_CANCELLED, "stopped" },
  { SQLITE_FULL, RAP_ERROR_IO, "the disk is full" },
  { SQLITE_IOERR, RAP_ERROR_IO, "the disk reports an error" },
  { SQLITE_NOMEM, RAP_ERROR_IO, "there is not enough memory" },
  { SQLITE_TOOBIG, RAP_ERROR_INVALID, "a text is too long" },
};

void
rap_store_set_error_for (sqlite3     *db,
                         const char  *path,
                         int          result,
                         GError     **error)
{
  int extended = db != NULL && (sqlite3_errcode (db) & 0xff) == (result & 0xff) ? sqlite3_extended_errcode (db) : result;
  int cause = db != NULL ? sqlite3_system_errno (db) : 0;
  const char *detail = db != NULL && (sqlite3_errcode (db) & 0xff) == (result & 0xff) ? sqlite3_errmsg (db) : sqlite3_errstr (result);

  if ((result & 0xff) == SQLITE_IOERR && cause != 0)
    detail = g_strerror (cause);
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (reasons[i].result == extended || reasons[i].result == (result & 0xff))
      {
        g_set_error (error, RAP_ERROR, reasons[i].code, "%s: %s (%s)", path, reasons[i].why, detail);
        return;
      }
  g_set_error (error, RAP_ERROR, RAP_ERROR_IO, "%s: %s", path, detail);
}

void
rap_store_set_error (RapStore  *self,
                     int        result,
                     GError   **error)
{
  rap_store_set_error_for (self->db, self->path, result, error);
}

void
rap_store_set_damaged (RapStore    *self,
                       RapKind      kind,
                       const char  *id,
                       GError     **error,
                       const char  *format,
                       ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, RAP_ERROR, RAP_ERROR_DAMAGED, "%s: %s %s: %s",
               self->path, rap_kind_get_nick (kind), id != NULL ? id : "", what);
}
