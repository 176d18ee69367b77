/* rap-store-check.c
 *
 * Is everything as it should be, and mending what can be mended without loss.
 * The check works on a private copy of the pages: the search index can only be
 * checked by a command that counts as writing, and the user's file is not
 * written by looking at it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-store-private.h"

#include <string.h>

void
rap_store_problem_free (RapStoreProblem *self)
{
  g_free (self->rule);
  g_free (self->object);
  g_free (self->message);
  g_free (self);
}

void
rap_store_add_problem (GPtrArray   *problems,
                       const char  *rule,
                       const char  *object,
                       gboolean     repairable,
                       const char  *format,
                       ...)
{
  RapStoreProblem *problem = g_new0 (RapStoreProblem, 1);
  va_list args;

  va_start (args, format);
  problem->message = g_strdup_vprintf (format, args);
  va_end (args);
  problem->rule = g_strdup (rule);
  problem->object = g_strdup (object != NULL ? object : "");
  problem->repairable = repairable;
  g_ptr_array_add (problems, problem);
}

/* Indexes can be made anew from their tables. */
static gboolean
is_about_index (const char *message)
{
  return strstr (message, "missing from index") != NULL || strstr (message, "entries in index") != NULL;
}

static void
check_pages (RapStore  *self,
             GPtrArray *problems)
{
  g_autoptr (RapStatement) statement = rap_statement_get (self, "PRAGMA integrity_check");
  g_autoptr (GError) failure = NULL;

  while (rap_statement_next (statement, &failure))
    {
      const char *message = rap_statement_text (statement, 0);

      if (!g_str_equal (message, "ok"))
        rap_store_add_problem (problems, "integrity", NULL, is_about_index (message), "%s", message);
    }
  if (failure != NULL)
    rap_store_add_problem (problems, "integrity", NULL, FALSE, "%s", failure->message);
}

char *
rap_store_describe_row (RapStore   *self,
                        const char *table,
                        gint64      row)
{
  g_autoptr (RapStatement) statement = NULL;
  RapKind kind;

  if (!rap_kind_parse (table, &kind) || row == 0)
    return g_strdup (table);
  statement = rap_statement_get (self, rap_tables[kind].by_row);
  rap_statement_bind_int (statement, row);
  if (!rap_statement_next (statement, NULL))
    return g_strdup (table);
  return g_strdup_printf ("%s %s", table, rap_statement_text (statement, RAP_COLUMN_ID));
}

/* What a row may do without: an entry of a list, or a reference that may be null. */
static gboolean
may_be_cleared (const char *table,
                const char *column)
{
  static const char * const optional[][2] = {
    { "code", "parent" }, { "article", "outlet" }, { "article", "copied_from" },
    { "meeting", "place" }, { "claim", "speaker" },
  };
  RapKind kind;

  if (!rap_kind_parse (table, &kind))
    return !g_str_equal (table, "journal_edit");
  for (guint i = 0; i < G_N_ELEMENTS (optional); i++)
    if (g_str_equal (table, optional[i][0]) && g_strcmp0 (column, optional[i][1]) == 0)
      return TRUE;
  return FALSE;
}

static void
check_references (RapStore  *self,
                  GPtrArray *problems)
{
  static const char sql[] =
    "SELECT c.\"table\", c.rowid, c.parent, f.\"from\" FROM pragma_foreign_key_check c"
    " LEFT JOIN pragma_foreign_key_list (c.\"table\") f ON f.id = c.fkid"
    " ORDER BY 1, 2, 4";
  g_autoptr (RapStatement) statement = rap_statement_get (self, sql);

  while (rap_statement_next (statement, NULL))
    {
      const char *table = rap_statement_text (statement, 0);
      const char *column = rap_statement_text (statement, 3);
      g_autofree char *object = rap_store_describe_row (self, table, rap_statement_int (statement, 1));

      rap_store_add_problem (problems, "foreign-key", object, may_be_cleared (table, column),
                             "%s refers to a %s that is not there", column, rap_statement_text (statement, 2));
    }
}

static void
check_search_index (RapStore  *self,
                    GPtrArray *problems)
{
  if (!rap_store_execute (self, "INSERT INTO article_fts (article_fts, rank) VALUES ('integrity-check', 1)", NULL))
    rap_store_add_problem (problems, "search-index", "article_fts", TRUE, "the search index does not agree with the articles");
}

static GPtrArray *
check_store (RapStore *self)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_store_problem_free);
  g_autoptr (GError) failure = NULL;

  check_pages (self, problems);
  if (!rap_store_verify_schema (self, &failure))
    {
      rap_store_add_problem (problems, "integrity", NULL, FALSE, "%s", failure->message);
      return problems;
    }
  check_references (self, problems);
  check_search_index (self, problems);
  rap_store_check_records (self, problems);
  return problems;
}

/* A connection to a private copy of the file, fit to be checked. */
static RapStore *
copy_for_check (const char  *path,
                GError     **error)
{
  sqlite3 *db = rap_store_connect_reader (path, error);
  sqlite3 *copy = db != NULL ? rap_store_connect ("", path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error) : NULL;
  g_autoptr (RapStore) source = rap_store_new_around (db, path, RAP_STORE_READ_ONLY);
  g_autoptr (RapStore) store = rap_store_new_around (copy, path, RAP_STORE_WRITE);

  if (copy == NULL || !rap_store_copy_pages (source, copy, error))
    return NULL;
  return g_steal_pointer (&store);
}

static GPtrArray *
check_unreadable (GError  *failure,
                  GError **error)
{
  GPtrArray *problems;

  if (!g_error_matches (failure, RAP_ERROR, RAP_ERROR_DAMAGED) && !g_error_matches (failure, RAP_ERROR, RAP_ERROR_FOREIGN))
    {
      g_propagate_error (error, g_error_copy (failure));
      return NULL;
    }
  problems = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_store_problem_free);
  rap_store_add_problem (problems, "integrity", NULL, FALSE, "%s", failure->message);
  return problems;
}

GPtrArray *
rap_store_check (const char  *path,
                 GError     **error)
{
  g_autoptr (RapStore) store = NULL;
  g_autoptr (GError) failure = NULL;
  GPtrArray *problems;
  RapStoreLock *lock;
  int version;

  g_return_val_if_fail (path != NULL, NULL);

  lock = rap_store_lock_acquire (path, FALSE, error);
  if (lock == NULL)
    return NULL;
  if (!rap_store_check_header (lock, path, &version, error))
    {
      rap_store_lock_release (lock);
      return NULL;
    }
  store = copy_for_check (path, &failure);
  rap_store_lock_release (lock);
  if (store == NULL)
    return check_unreadable (failure, error);
  if (!rap_store_run_due (store, rap_migrations, rap_n_migrations, &failure))
    return check_unreadable (failure, error);
  problems = check_store (store);
  return problems;
}

static const char mend_sql[] =
  "DELETE FROM entity_name WHERE owner NOT IN (SELECT row FROM entity);"
  "DELETE FROM entity_not_same WHERE owner NOT IN (SELECT row FROM entity) OR entity NOT IN (SELECT id FROM entity);"
  "DELETE FROM meeting_participant WHERE owner NOT IN (SELECT row FROM meeting) OR entity NOT IN (SELECT id FROM entity);"
  "DELETE FROM claim_via WHERE owner NOT IN (SELECT row FROM claim) OR entity NOT IN (SELECT id FROM entity);"
  "DELETE FROM claim_code WHERE owner NOT IN (SELECT row FROM claim) OR code NOT IN (SELECT id FROM code);"
  "DELETE FROM claim_meeting WHERE owner NOT IN (SELECT row FROM claim) OR meeting NOT IN (SELECT id FROM meeting);"
  "DELETE FROM article_signature WHERE article NOT IN (SELECT row FROM article);"
  "UPDATE code SET parent = NULL WHERE parent NOT IN (SELECT id FROM code);"
  "UPDATE article SET outlet = NULL WHERE outlet NOT IN (SELECT id FROM entity);"
  "UPDATE article SET copied_from = NULL WHERE copied_from NOT IN (SELECT id FROM article);"
  "UPDATE meeting SET place = NULL WHERE place NOT IN (SELECT id FROM entity);"
  "UPDATE claim SET speaker = NULL WHERE speaker NOT IN (SELECT id FROM entity);"
  "REINDEX;"
  "INSERT INTO article_fts (article_fts) VALUES ('rebuild')";

static gboolean
mend (RapStore  *self,
      GError   **error)
{
  if (rap_store_begin (self, error)
      && rap_store_execute (self, mend_sql, error)
      && rap_store_mend_records (self, error)
      && rap_store_execute (self, "COMMIT", error))
    return TRUE;
  rap_store_rollback (self);
  return FALSE;
}

GPtrArray *
rap_store_repair (const char  *path,
                  const char  *backup,
                  GError     **error)
{
  g_autoptr (RapStore) store = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (backup != NULL, NULL);

  store = rap_store_open (path, RAP_STORE_WRITE, error);
  if (store == NULL
      || !rap_store_copy_to (store, backup, "PRAGMA quick_check", error)
      || !mend (store, error))
    return NULL;
  return rap_store_check (path, error);
}
