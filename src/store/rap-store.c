/* rap-store.c
 *
 * Opening and closing. A file is looked at before SQLite gets it (kind of file,
 * header, lock), then checked by SQLite, then compared with our schema; only
 * after all of that it is a store.
 *
 * A rollback journal, not WAL: SQLite 3.40 may corrupt a WAL database that two
 * connections use. synchronous=EXTRA also flushes the folder after the journal
 * is gone, so that a commit told as done survives a power cut.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-store-order.h"
#include "rap-store-private.h"
#include "rap-store-tokenizer.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEADER_SIZE   100
#define LIMIT_LENGTH  (512 * 1024 * 1024)

G_DEFINE_FINAL_TYPE (RapStore, rap_store, G_TYPE_OBJECT)

/* A project from a stranger is untrusted input. */
static void
harden (sqlite3 *db)
{
  static const struct
  {
    int what;
    int value;
  } limits[] = {
    { SQLITE_LIMIT_LENGTH, LIMIT_LENGTH },
    { SQLITE_LIMIT_SQL_LENGTH, 100000 },
    { SQLITE_LIMIT_COLUMN, 100 },
    { SQLITE_LIMIT_EXPR_DEPTH, 100 },
    { SQLITE_LIMIT_COMPOUND_SELECT, 20 },
    { SQLITE_LIMIT_VDBE_OP, 100000 },
    { SQLITE_LIMIT_FUNCTION_ARG, 16 },
    { SQLITE_LIMIT_ATTACHED, 0 },
    { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100 },
    { SQLITE_LIMIT_VARIABLE_NUMBER, 64 },
    { SQLITE_LIMIT_TRIGGER_DEPTH, 10 },
    { SQLITE_LIMIT_WORKER_THREADS, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (db, limits[i].what, limits[i].value);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
}

sqlite3 *
rap_store_connect (const char  *file,
                   const char  *path,
                   int          open_flags,
                   GError     **error)
{
  static const char pragmas[] =
    "PRAGMA cell_size_check = ON;"
    "PRAGMA mmap_size = 0;"
    "PRAGMA synchronous = EXTRA;"
    "PRAGMA foreign_keys = ON;"
    "PRAGMA cache_size = -16000;";
  sqlite3 *db = NULL;
  int result = sqlite3_open_v2 (file, &db, open_flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);

  if (result == SQLITE_OK)
    {
      harden (db);
      sqlite3_busy_timeout (db, RAP_STORE_BUSY_MS);
      result = rap_store_add_functions (db);
      if (result == SQLITE_OK)
        result = rap_store_add_collation (db);
      if (result == SQLITE_OK)
        result = rap_store_add_tokenizer (db);
    }
  if (result == SQLITE_OK)
    result = sqlite3_exec (db, pragmas, NULL, NULL, NULL);
  if (result == SQLITE_OK)
    result = sqlite3_exec (db, (open_flags & SQLITE_OPEN_READWRITE) != 0 ? "PRAGMA journal_mode = DELETE"
                               : "SELECT 1 FROM sqlite_schema", NULL, NULL, NULL);
  /* SQLite is content with reading where it was told to write. */
  if (result == SQLITE_OK && (open_flags & SQLITE_OPEN_READWRITE) != 0 && sqlite3_db_readonly (db, "main") == 1)
    result = SQLITE_READONLY;
  if (result == SQLITE_OK)
    return db;

  rap_store_set_error_for (db, path, result, error);
  sqlite3_close (db);
  return NULL;
}

RapStore *
rap_store_new_around (sqlite3       *db,
                      const char    *path,
                      RapStoreFlags  flags)
{
  RapStore *self = g_object_new (RAP_TYPE_STORE, NULL);

  self->db = db;
  self->path = g_strdup (path);
  self->flags = flags;
  return self;
}

static guint32
read_be32 (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

gboolean
rap_store_check_header (RapStoreLock  *lock,
                        const char    *path,
                        int           *version,
                        GError       **error)
{
  guint8 header[HEADER_SIZE];
  gssize size = rap_store_lock_read (lock, header, sizeof header);
  int latest = rap_migrations[rap_n_migrations - 1].version;

  if (size < 16 || memcmp (header, "SQLite format 3", 16) != 0)
    g_set_error (error, RAP_ERROR, RAP_ERROR_FOREIGN, "%s: is not a Rapporteur project: it is another kind of file", path);
  else if (size < HEADER_SIZE)
    g_set_error (error, RAP_ERROR, RAP_ERROR_DAMAGED, "%s: is damaged: the file ends too early", path);
  else if (read_be32 (header + 68) != RAP_STORE_APPLICATION_ID)
    g_set_error (error, RAP_ERROR, RAP_ERROR_FOREIGN, "%s: is not a Rapporteur project: it is a database of another program", path);
  else if ((*version = (int) read_be32 (header + 60)) > latest)
    g_set_error (error, RAP_ERROR, RAP_ERROR_NEWER, "%s: was written by a newer Rapporteur (file version %d, this one knows %d)",
                 path, *version, latest);
  else if (*version < 1)
    g_set_error (error, RAP_ERROR, RAP_ERROR_DAMAGED, "%s: is damaged: it has no valid file version", path);
  else
    return TRUE;
  return FALSE;
}

gboolean
rap_store_verify (RapStore    *self,
                  const char  *pragma,
                  GError     **error)
{
  g_autoptr (RapStatement) statement = rap_statement_get (self, pragma);
  g_autoptr (GError) failure = NULL;

  if (!rap_statement_next (statement, &failure))
    {
      if (failure == NULL)
        rap_store_set_error (self, SQLITE_CORRUPT, &failure);
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (g_strcmp0 (rap_statement_text (statement, 0), "ok") == 0)
    return TRUE;
  g_set_error (error, RAP_ERROR, RAP_ERROR_DAMAGED, "%s: is damaged: %s", self->path, rap_statement_text (statement, 0));
  return FALSE;
}

/* A journal beside a file that nobody writes means that a writer was cut off. */
static gboolean
has_journal (const char *real_path)
{
  g_autofree char *journal = g_strconcat (real_path, "-journal", NULL);
  struct stat info;

  return stat (journal, &info) == 0 && info.st_size > 0;
}

static gboolean
folder_is_writable (RapStore  *self,
                    GError   **error)
{
  g_autofree char *folder = g_path_get_dirname (self->real_path);

  if (access (folder, W_OK) == 0)
    return TRUE;
  g_set_error (error, RAP_ERROR, RAP_ERROR_READ_ONLY, "%s: cannot be opened for editing: its folder cannot be written", self->path);
  return FALSE;
}

sqlite3 *
rap_store_connect_reader (const char  *path,
                          GError     **error)
{
  g_autoptr (GError) failure = NULL;
  sqlite3 *db = rap_store_connect (path, path, SQLITE_OPEN_READONLY, &failure);

  if (db == NULL && g_error_matches (failure, RAP_ERROR, RAP_ERROR_READ_ONLY))
    {
      db = rap_store_connect (path, path, SQLITE_OPEN_READWRITE, NULL);
      if (db != NULL)
        sqlite3_exec (db, "PRAGMA query_only = ON", NULL, NULL, NULL);
    }
  if (db == NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return db;
}

/* Puts a private copy in the place of the connection. */
static gboolean
take_snapshot (RapStore  *self,
               gboolean   migrate,
               GError   **error)
{
  sqlite3 *copy = rap_store_connect ("", self->path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);

  if (copy == NULL)
    return FALSE;
  if (!rap_store_copy_pages (self, copy, error))
    {
      sqlite3_close (copy);
      return FALSE;
    }
  g_hash_table_remove_all (self->statements);
  sqlite3_close (self->db);
  self->db = copy;
  g_clear_pointer (&self->lock, rap_store_lock_release);
  if (migrate && !rap_store_run_due (self, rap_migrations, rap_n_migrations, error))
    return FALSE;
  sqlite3_exec (copy, "PRAGMA query_only = ON", NULL, NULL, NULL);
  return TRUE;
}

/* A file that somebody has open for writing was checked when that began; to check it again would keep the writer
 * waiting, for as long as a large file takes. */
static gboolean
is_checked (RapStore *self)
{
  return (self->flags & RAP_STORE_TRUSTED) != 0 || (self->lock != NULL && rap_store_lock_is_written (self->lock));
}

static gboolean
open_reader (RapStore  *self,
             int        version,
             GError   **error)
{
  gboolean migrate = version < rap_migrations[rap_n_migrations - 1].version;

  self->flags |= RAP_STORE_READ_ONLY;
  self->db = rap_store_connect_reader (self->path, error);
  if (self->db == NULL)
    return FALSE;
  if ((self->flags & RAP_STORE_TRUSTED) != 0)
    sqlite3_busy_timeout (self->db, RAP_STORE_WORKER_BUSY_MS);
  if ((migrate || (self->flags & RAP_STORE_SNAPSHOT) != 0) && !take_snapshot (self, migrate, error))
    return FALSE;
  return is_checked (self) || rap_store_verify (self, "PRAGMA quick_check", error);
}

/* The migrated copy is another file: its lock is another too. */
static gboolean
migrate_file (RapStore  *self,
              GError   **error)
{
  if (!rap_store_migrate (self->path, rap_migrations, rap_n_migrations, error))
    return FALSE;
  g_clear_pointer (&self->lock, rap_store_lock_release);
  self->lock = rap_store_lock_acquire (self->path, TRUE, error);
  return self->lock != NULL;
}

static gboolean
open_writer (RapStore  *self,
             int        version,
             GError   **error)
{
  gboolean unclean = has_journal (self->real_path);

  if (!folder_is_writable (self, error))
    return FALSE;
  if (version < rap_migrations[rap_n_migrations - 1].version && !migrate_file (self, error))
    return FALSE;
  self->db = rap_store_connect (self->path, self->path, SQLITE_OPEN_READWRITE, error);
  return self->db != NULL
      && rap_store_verify (self, unclean ? "PRAGMA integrity_check" : "PRAGMA quick_check", error);
}

static gboolean
open_file (RapStore  *self,
           GError   **error)
{
  gboolean for_writing = !rap_store_get_read_only (self);
  int version;

  self->lock = rap_store_lock_acquire (self->path, for_writing, error);
  if (self->lock == NULL || !rap_store_check_header (self->lock, self->path, &version, error))
    return FALSE;
  self->real_path = realpath (self->path, NULL);
  if (self->real_path == NULL)
    self->real_path = g_strdup (self->path);
  return (for_writing ? open_writer (self, version, error) : open_reader (self, version, error))
      && rap_store_verify_schema (self, error);
}

static gboolean
write_new (const char  *file,
           const char  *path,
           RapProject  *project,
           GError     **error)
{
  sqlite3 *db = rap_store_connect (file, path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
  g_autoptr (RapStore) store = NULL;
  g_autoptr (RapEdits) edits = NULL;

  if (db == NULL)
    return FALSE;
  store = rap_store_new_around (db, path, RAP_STORE_WRITE);
  edits = rap_edits_new ("");
  rap_edits_insert (edits, (RapRecord *) project);
  if (rap_store_run_due (store, rap_migrations, rap_n_migrations, error)
      && rap_store_begin (store, error)
      && rap_store_apply_edits (store, edits, error)
      && rap_store_execute (store, "COMMIT", error))
    return TRUE;
  rap_store_rollback (store);
  return FALSE;
}

static gboolean
may_create (const char  *path,
            GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct stat info;

  if (lstat (path, &info) == 0)
    g_set_error (error, RAP_ERROR, RAP_ERROR_EXISTS, "%s: is there already; nothing was overwritten", path);
  else if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    g_set_error (error, RAP_ERROR, RAP_ERROR_NOT_FOUND, "%s: cannot be created: there is no folder %s", path, folder);
  else if (access (folder, W_OK) != 0)
    g_set_error (error, RAP_ERROR, RAP_ERROR_READ_ONLY, "%s: cannot be created: its folder cannot be written", path);
  else
    return TRUE;
  return FALSE;
}

static void
rap_store_finalize (GObject *object)
{
  RapStore *self = RAP_STORE (object);

  g_clear_pointer (&self->text, rap_text_unref);
  g_free (self->text_sha256);
  g_clear_pointer (&self->article_order, rap_article_order_free);
  g_hash_table_unref (self->statements);
  sqlite3_close (self->db);
  g_clear_pointer (&self->lock, rap_store_lock_release);
  g_free (self->path);
  free (self->real_path);

  G_OBJECT_CLASS (rap_store_parent_class)->finalize (object);
}

static void
rap_store_class_init (RapStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rap_store_finalize;
}

static void
rap_store_init (RapStore *self)
{
  self->statements = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) rap_statement_drop);
}

RapStore *
rap_store_create (const char  *path,
                  RapProject  *project,
                  GError     **error)
{
  g_autofree char *temporary = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (RAP_IS_PROJECT (project), NULL);

  if (!may_create (path, error))
    return NULL;
  temporary = rap_store_temporary_name (path);
  if (write_new (temporary, path, project, error)
      && rap_store_sync_file (temporary, path, error)
      && rap_store_publish (temporary, path, error))
    return rap_store_open (path, RAP_STORE_WRITE, error);
  rap_store_discard_file (temporary);
  return NULL;
}

RapStore *
rap_store_open (const char     *path,
                RapStoreFlags   flags,
                GError        **error)
{
  g_autoptr (RapStore) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = rap_store_new_around (NULL, path, flags);
  return open_file (self, error) ? g_steal_pointer (&self) : NULL;
}

const char *
rap_store_get_path (RapStore *self)
{
  g_return_val_if_fail (RAP_IS_STORE (self), NULL);

  return self->path;
}

gboolean
rap_store_is_free (RapStore *self)
{
  gboolean is_free;

  g_return_val_if_fail (RAP_IS_STORE (self), FALSE);

  sqlite3_busy_timeout (self->db, 0);
  is_free = rap_store_execute (self, "BEGIN EXCLUSIVE", NULL);
  if (is_free)
    rap_store_rollback (self);
  sqlite3_busy_timeout (self->db, RAP_STORE_BUSY_MS);
  return is_free;
}

gboolean
rap_store_get_read_only (RapStore *self)
{
  g_return_val_if_fail (RAP_IS_STORE (self), TRUE);

  return (self->flags & (RAP_STORE_READ_ONLY | RAP_STORE_SNAPSHOT | RAP_STORE_TRUSTED)) != 0;
}

void
rap_store_set_signature_func (RapStore              *self,
                              RapStoreSignatureFunc  func,
                              gpointer               user_data)
{
  g_return_if_fail (RAP_IS_STORE (self));

  self->signature_func = func;
  self->signature_data = user_data;
}
