/* rap-store-migrate.c
 *
 * Old files made new. The user's file is never worked on: a copy goes through
 * the steps that are due, is checked as a whole, flushed to the disk, and only
 * then takes the file's name.
 *
 * Also here: the comparison of a file's schema with what our own steps make. A
 * project from a stranger may bring triggers or views of its own; such a file
 * is refused.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-store-private.h"

#include <errno.h>
#include <stdio.h>

static gint64
get_version (RapStore *self)
{
  return rap_store_query_int (self, "PRAGMA user_version", -1);
}

static gboolean
run_step (RapStore            *self,
          const RapMigration  *step,
          GError             **error)
{
  if (!rap_store_execute (self, step->sql, error))
    {
      g_prefix_error (error, "version %d (%s): ", step->version, step->reason);
      return FALSE;
    }
  if (get_version (self) == step->version)
    return TRUE;
  g_set_error (error, RAP_ERROR, RAP_ERROR_DAMAGED, "%s: the step to version %d did not set it", self->path, step->version);
  return FALSE;
}

static gboolean
check_references (RapStore  *self,
                  GError   **error)
{
  if (rap_store_query_int (self, "SELECT count(*) FROM pragma_foreign_key_check", -1) == 0)
    return TRUE;
  g_set_error (error, RAP_ERROR, RAP_ERROR_DAMAGED, "%s: after the migration something refers to what is not there", self->path);
  return FALSE;
}

static gboolean
run_steps (RapStore            *self,
           const RapMigration  *migrations,
           guint                n_migrations,
           GError             **error)
{
  gint64 version = get_version (self);

  for (guint i = 0; i < n_migrations; i++)
    if (migrations[i].version > version && !run_step (self, &migrations[i], error))
      return FALSE;
  return version == get_version (self) || check_references (self, error);
}

/* References are checked at the end: a step may rebuild a table that others refer to. */
gboolean
rap_store_run_due (RapStore            *self,
                   const RapMigration  *migrations,
                   guint                n_migrations,
                   GError             **error)
{
  gboolean done = rap_store_execute (self, "PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE", error)
               && run_steps (self, migrations, n_migrations, error)
               && rap_store_execute (self, "COMMIT", error);

  rap_store_rollback (self);
  rap_store_execute (self, "PRAGMA foreign_keys = ON", NULL);
  return done;
}

/* Opens, works on and closes a file that is nobody's yet. */
static gboolean
migrate_copy (RapStore            *source,
              const char          *copy,
              const RapMigration  *migrations,
              guint                n_migrations,
              GError             **error)
{
  sqlite3 *db = rap_store_connect (copy, source->path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
  g_autoptr (RapStore) store = NULL;

  if (db == NULL)
    return FALSE;
  store = rap_store_new_around (db, source->path, RAP_STORE_WRITE);
  return rap_store_copy_pages (source, db, error)
      && rap_store_run_due (store, migrations, n_migrations, error)
      && rap_store_verify (store, "PRAGMA integrity_check", error);
}

static gboolean
replace_file (const char  *copy,
              const char  *real_path,
              const char  *path,
              GError     **error)
{
  if (!rap_store_sync_file (copy, path, error))
    return FALSE;
  if (rename (copy, real_path) == 0)
    return rap_store_sync_file (real_path, path, error);
  g_set_error (error, RAP_ERROR, RAP_ERROR_IO, "%s: cannot be replaced by its migrated copy: %s", path, g_strerror (errno));
  return FALSE;
}

gboolean
rap_store_migrate (const char          *path,
                   const RapMigration  *migrations,
                   guint                n_migrations,
                   GError             **error)
{
  g_autofree char *real_path = realpath (path, NULL);
  g_autofree char *copy = rap_store_temporary_name (real_path != NULL ? real_path : path);
  sqlite3 *db = rap_store_connect (path, path, SQLITE_OPEN_READWRITE, error);
  g_autoptr (RapStore) source = NULL;
  gboolean done;

  if (db == NULL)
    return FALSE;
  source = rap_store_new_around (db, path, RAP_STORE_WRITE);
  done = rap_store_verify (source, "PRAGMA integrity_check", error)
      && migrate_copy (source, copy, migrations, n_migrations, error);
  g_clear_object (&source);
  done = done && replace_file (copy, real_path, path, error);
  if (!done)
    rap_store_discard_file (copy);
  return done;
}

/* Every object of the schema with its SQL, one after the other. (transfer full) */
static char *
describe_schema (RapStore  *self,
                 GError   **error)
{
  static const char sql[] =
    "SELECT type || ' ' || name || ' ' || tbl_name || ' ' || ifnull (sql, '') FROM sqlite_schema"
    " WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\' ORDER BY type, name";
  g_autoptr (RapStatement) statement = rap_statement_get (self, sql);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) failure = NULL;

  while (rap_statement_next (statement, &failure))
    g_string_append_printf (text, "%s\n", rap_statement_text (statement, 0));
  if (failure == NULL)
    return g_string_free (g_steal_pointer (&text), FALSE);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static char *
make_expected_schema (void)
{
  sqlite3 *db = rap_store_connect (":memory:", ":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY, NULL);
  g_autoptr (RapStore) store = rap_store_new_around (db, ":memory:", RAP_STORE_WRITE);
  gboolean done = rap_store_run_due (store, rap_migrations, rap_n_migrations, NULL);

  g_assert (done);
  return describe_schema (store, NULL);
}

gboolean
rap_store_verify_schema (RapStore  *self,
                         GError   **error)
{
  static gsize once;
  static char *expected;
  g_autofree char *schema = describe_schema (self, error);

  if (g_once_init_enter (&once))
    {
      expected = make_expected_schema ();
      g_once_init_leave (&once, 1);
    }
  if (schema == NULL)
    return FALSE;
  if (g_str_equal (schema, expected))
    return TRUE;
  g_set_error (error, RAP_ERROR, RAP_ERROR_DAMAGED, "%s: is not built like a Rapporteur project: its tables were changed by another program",
               self->path);
  return FALSE;
}
