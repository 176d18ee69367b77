/* rap-store-private.h
 *
 * What the files of the store share: the object, the one helper that prepares,
 * binds and steps (rap-store-statement.c), and the doors between the files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <sqlite3.h>

#include "rap-store-migration-private.h"
#include "rap-store.h"

G_BEGIN_DECLS

#define RAP_STORE_APPLICATION_ID  0x52415050   /* "RAPP" */
#define RAP_STORE_UNDATED         G_MAXINT64   /* day_from and day_to of what has no date */
#define RAP_STORE_BUSY_MS         900          /* a commit waits that long for those who read */
#define RAP_STORE_WORKER_BUSY_MS  30000        /* a worker that reads waits that long while an import is being saved */

typedef struct _RapStoreLock RapStoreLock;
typedef struct _RapArticleOrder RapArticleOrder;

struct _RapStore
{
  GObject                parent_instance;

  char                  *path;         /* as given, for messages */
  char                  *real_path;    /* what the links in it lead to */
  RapStoreFlags          flags;
  RapStoreLock          *lock;
  sqlite3               *db;
  GHashTable            *statements;   /* static SQL -> idle RapStatement */
  RapText               *text;         /* of the article read last, or NULL: the next is often the same */
  char                  *text_sha256;
  gboolean               reading;      /* inside begin_read and end_read */
  gint64                 open_group;   /* of the commit in parts that is under way, or 0 */
  RapStoreSignatureFunc  signature_func;
  gpointer               signature_data;
  RapArticleOrder       *article_order; /* see rap-store-order.h, or NULL */
};

/* rap-store-lock.c: who has which file open, in this process and outside. */
/* Opens the file beside SQLite for its header and its lock, and keeps it open as
 * long as any store of this process has the file (closing it would drop
 * SQLite's own locks). (transfer full) */
RapStoreLock *rap_store_lock_acquire    (const char     *path,
                                         gboolean        for_writing,
                                         GError        **error);
void          rap_store_lock_release    (RapStoreLock   *self);
/* Whether a store here or another program has the file open for writing. */
gboolean      rap_store_lock_is_written (RapStoreLock   *self);
/* Up to @size bytes from the beginning of the file. */
gssize        rap_store_lock_read       (RapStoreLock   *self,
                                         gpointer        buffer,
                                         gsize           size);
/* Waits until what was written is on the disk. Any thread, as long as the lock is held. */
void          rap_store_lock_settle     (RapStoreLock   *self);

/* rap-store-commit.c */
/* SQLite ends a transaction by itself when the disk is full or fails, whichever statement finds out: IO then. */
gboolean      rap_store_is_in_transaction (RapStore     *self,
                                           GError      **error);

/* rap-store-statement.c */
/**
 * RapStatement: a prepared statement, lent by rap_statement_get() and given back
 * by g_autoptr; while lent it is nobody else's, so that nested use is safe.
 * @failed: SQLite's result of preparing or binding; told by the next step
 * @n_bound: parameters bound so far: each bind takes the next one
 */
typedef struct
{
  RapStore     *store;
  const char   *sql;
  sqlite3_stmt *stmt;
  int           failed;
  int           n_bound;
} RapStatement;

/* @sql must be a static string. Never NULL. */
RapStatement *rap_statement_get         (RapStore       *store,
                                         const char     *sql);
void          rap_statement_put         (RapStatement   *self);
void          rap_statement_drop        (RapStatement   *self);
/* Bound strings and blobs are borrowed until the statement is given back or run.
 * NULL binds NULL. */
void          rap_statement_bind_text   (RapStatement   *self,
                                         const char     *value);
void          rap_statement_bind_int    (RapStatement   *self,
                                         gint64          value);
void          rap_statement_bind_null   (RapStatement   *self);
void          rap_statement_bind_blob   (RapStatement   *self,
                                         gconstpointer   data,
                                         gsize           size);
/* TRUE: a row is there. FALSE: no more, or @error is set. */
gboolean      rap_statement_next        (RapStatement   *self,
                                         GError        **error);
/* To the end, then ready for new values. FALSE with @error. */
gboolean      rap_statement_run         (RapStatement   *self,
                                         GError        **error);
/* Ready for new values. */
void          rap_statement_reset       (RapStatement   *self);
/* A column as a string that lives until the next step; NULL for NULL. */
const char   *rap_statement_text        (RapStatement   *self,
                                         int             column);
gint64        rap_statement_int         (RapStatement   *self,
                                         int             column);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapStatement, rap_statement_put)

/* Executes SQL without values (pragmas, BEGIN, the schema). */
gboolean      rap_store_execute         (RapStore       *self,
                                         const char     *sql,
                                         GError        **error);
/* The first column of the first row; @fallback without a row or on an error. */
gint64        rap_store_query_int       (RapStore       *self,
                                         const char     *sql,
                                         gint64          fallback);
/* What SQLite's @result means, in one sentence with the file. */
void          rap_store_set_error       (RapStore       *self,
                                         int             result,
                                         GError        **error);
void          rap_store_set_error_for   (sqlite3        *db,
                                         const char     *path,
                                         int             result,
                                         GError        **error);
/* RAP_ERROR_DAMAGED: "FILE: claim 3f2a…: what" */
void          rap_store_set_damaged     (RapStore       *self,
                                         RapKind         kind,
                                         const char     *id,
                                         GError        **error,
                                         const char     *format,
                                         ...) G_GNUC_PRINTF (5, 6);

/* rap-store.c */
/* A connection with our pragmas and functions, without any check. */
sqlite3      *rap_store_connect         (const char     *file,
                                         const char     *path,
                                         int             open_flags,
                                         GError        **error);
/* A connection for reading. What a cut-off writer left can only be read when its
 * journal is rolled back, and that needs writing; nothing else is written. */
sqlite3      *rap_store_connect_reader  (const char     *path,
                                         GError        **error);
/* A store around a connection that already exists (transfer full). */
RapStore     *rap_store_new_around      (sqlite3        *db,
                                         const char     *path,
                                         RapStoreFlags   flags);
/* Whether the header says a project of ours; @version (out): of its schema. */
gboolean      rap_store_check_header    (RapStoreLock   *lock,
                                         const char     *path,
                                         int            *version,
                                         GError        **error);
/* "PRAGMA quick_check" or "PRAGMA integrity_check" on a connection. */
gboolean      rap_store_verify          (RapStore       *self,
                                         const char     *pragma,
                                         GError        **error);
/* Flushes a finished file and its folder's entry to the disk. */
gboolean      rap_store_sync_file       (const char     *file,
                                         const char     *path,
                                         GError        **error);

/* rap-store-backup.c */
/* Copies @source page by page into @target. */
gboolean      rap_store_copy_pages      (RapStore       *source,
                                         sqlite3        *target,
                                         GError        **error);
/* rap_store_backup() with the pragma that verifies the copy. */
gboolean      rap_store_copy_to         (RapStore       *self,
                                         const char     *path,
                                         const char     *pragma,
                                         GError        **error);
/* Gives @temporary the name @path unless that exists. */
gboolean      rap_store_publish         (const char     *temporary,
                                         const char     *path,
                                         GError        **error);
/* A name in the folder of @path for a file that is to become @path. (transfer full) */
char         *rap_store_temporary_name  (const char     *path);
/* Removes a temporary file and its journal. */
void          rap_store_discard_file    (const char     *file);

/* rap-store-migrate.c: see also rap-store-migration-private.h */
/* Runs the steps that are due on an open connection, in one transaction. */
gboolean      rap_store_run_due         (RapStore       *self,
                                         const RapMigration *migrations,
                                         guint           n_migrations,
                                         GError        **error);
/* The schema is what our migrations make, object by object. */
gboolean      rap_store_verify_schema   (RapStore       *self,
                                         GError        **error);

/* rap-store-fold.c */
/* " word word": small letters without marks, one space before each word, Arabic
 * and Persian letter variants as one; "" without words. (transfer full) */
char         *rap_store_fold            (const char     *text);
/* Folded text to look for words in; NULL has none. */
typedef struct
{
  const char *text;
  gsize       length;
} RapHay;
/* Every word of @words begins a word of one of the @hays. */
gboolean      rap_store_words_match     (const char     *words,
                                         const RapHay   *hays,
                                         guint           n_hays);
/* The SQL functions rap_fold() and rap_matches(). */
int           rap_store_add_functions   (sqlite3        *db);
/* "rap_words", for ORDER BY. */
int           rap_store_add_collation   (sqlite3        *db);

/* rap-store-rank.c */
/**
 * RapRanking: what rap_rank() knows beside the hits of a row
 * @lengths: (nullable): words in the article by row number, 0 when unknown
 * @n_lengths: how many there are
 * @average: of the lengths
 * @weights: of the phrases, the rarer the heavier; 0 until it is known
 */
typedef struct
{
  const guint32 *lengths;
  guint          n_lengths;
  double         average;
  double         weights[16];
} RapRanking;

/* The SQL function rap_rank (article_fts, ?), ? a pointer of type "rap-ranking":
 * the more a row is about the phrases, the larger. */
int           rap_store_add_rank        (fts5_api       *api);

/* rap-store-table.c */
typedef struct
{
  const char *select;
  const char *insert;
  const char *remove;
} RapChildTable;

/**
 * RapTable: the SQL of one kind
 * @children: in the order of the kind's list fields
 */
typedef struct
{
  const char    *by_row;
  const char    *by_created;
  const char    *find;
  const char    *insert;
  const char    *update;
  const char    *remove;
  const char    *count;
  const char    *name;
  RapChildTable  children[3];
} RapTable;

extern const RapTable rap_tables[RAP_N_KINDS];

/* rap-store-record.c */
/* Columns 0 to 4 of the selects of RapTable. */
enum { RAP_COLUMN_ROW, RAP_COLUMN_ID, RAP_COLUMN_CREATED, RAP_COLUMN_MODIFIED, RAP_COLUMN_ANALYST, RAP_N_COMMON_COLUMNS };

/* The record in the current row, with its children, sealed. (transfer full) */
RapRecord    *rap_store_read_record     (RapStore       *self,
                                         RapKind         kind,
                                         RapStatement   *statement,
                                         GError        **error);
/* (transfer full) */
RapRecord    *rap_store_load_row        (RapStore       *self,
                                         RapKind         kind,
                                         gint64          row,
                                         GError        **error);
/* RAP_ERROR_DAMAGED when there is none of that hash. (transfer full) */
RapText      *rap_store_load_text       (RapStore       *self,
                                         const char     *sha256,
                                         GError        **error);
/* [[s,e],…] (transfer full) */
char         *rap_store_format_ranges   (const RapRange *ranges,
                                         guint           n_ranges);
/* NULL when malformed. (transfer full) */
GArray       *rap_store_parse_ranges    (const char     *text);
/* What the derived column "folded" of a record holds; NULL when its kind has none. (transfer full) */
char         *rap_store_get_folded      (const RapRecord *record);
/* The date of an article or meeting, or NULL. */
const RapEdtf *rap_store_get_date       (const RapRecord *record);

/* rap-store-write.c */
/* Applies one group inside the transaction that is open. */
gboolean      rap_store_apply_edits     (RapStore       *self,
                                         const RapEdits *edits,
                                         GError        **error);
/* One edit of it. */
gboolean      rap_store_apply_edit      (RapStore       *self,
                                         const RapEdit  *edit,
                                         GError        **error);
/* The columns of one row, derived ones included, without its children. */
gboolean      rap_store_rewrite_row     (RapStore       *self,
                                         gint64          row,
                                         const RapRecord *record,
                                         GError        **error);
/* rap-store-commit.c */
typedef enum
{
  RAP_STORE_GROUP_DONE,
  RAP_STORE_GROUP_UNDONE,
  RAP_STORE_GROUP_DISCARDED,
} RapStoreGroup;

/* RAP_ERROR_SAVING while a commit in parts is under way. */
gboolean      rap_store_begin           (RapStore       *self,
                                         GError        **error);
/* Not of a commit in parts. */
void          rap_store_rollback        (RapStore       *self);
/* COMMIT of what leaves group @seq in @state. FALSE: it was rolled back. */
gboolean      rap_store_end_transaction (RapStore       *self,
                                         gint64          seq,
                                         RapStoreGroup   state,
                                         GError        **error);

/* rap-store-json.c */
/* A record as the journal keeps it: an article without its text. (transfer full) */
char         *rap_store_record_to_json  (const RapRecord *record);
/* NULL gives NULL without an error. Sealed. (transfer full) */
RapRecord    *rap_store_record_from_json (RapStore      *self,
                                         RapKind         kind,
                                         const char     *json,
                                         GError        **error);

/* rap-store-words.c */
/**
 * RapWord: something to look for
 * @prefix: words that begin with it will do
 * @in_title: only in titles
 * @is_other: it or the word before it will do
 * @is_unwanted: what has it is left out
 * @is_aside: no part of the expression
 */
typedef struct
{
  char     *text;
  gboolean  prefix;
  gboolean  in_title;
  gboolean  is_other;
  gboolean  is_unwanted;
  gboolean  is_aside;
} RapWord;

/**
 * RapWords: a query taken apart
 * @words: (element-type RapWord): words and phrases
 * @author, @outlet, @code: values of operators, folded, or NULL
 * @language: folded, or NULL
 * @state: a reader's mark ("unread", "read", "done"), or NULL
 * @annotated: 1 only with annotations, 0 only without, -1 either
 * @before, @after: dates, or NULL
 * @bad: an operator whose value makes no sense, as typed, or NULL
 * @bad_date: @bad should have been a date
 * @is_open: the last word may not be typed to its end yet
 */
typedef struct
{
  GPtrArray *words;
  char      *author;
  char      *outlet;
  char      *code;
  char      *language;
  char      *state;
  int        annotated;
  RapEdtf   *before;
  RapEdtf   *after;
  char      *bad;
  gboolean   bad_date;
  gboolean   is_open;
} RapWords;

RapWords     *rap_words_parse           (const char     *text);
void          rap_words_free            (RapWords       *self);
/* A last word that is still being typed, and long enough, stands for all that begin with it. */
void          rap_words_complete        (RapWords       *self);
/* All words folded, as rap_matches() wants them. (transfer full) */
char         *rap_words_fold            (const RapWords *self);
/* An FTS5 expression that means the words and nothing else; NULL without wanted words. (transfer full) */
char         *rap_words_to_match        (const RapWords *self);
/* Binds outlet, before, after, as ?n … ?n+2: NULL when not given. */
void          rap_words_bind_filter     (const RapWords *self,
                                         RapStatement   *statement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapWords, rap_words_free)

/* rap-store-check.c */
/* "claim 3f2a…" for a row of a kind's own table, else the table's name. (transfer full) */
char         *rap_store_describe_row    (RapStore       *self,
                                         const char     *table,
                                         gint64          row);
void          rap_store_add_problem     (GPtrArray      *problems,
                                         const char     *rule,
                                         const char     *object,
                                         gboolean        repairable,
                                         const char     *format,
                                         ...) G_GNUC_PRINTF (5, 6);
/* rap-store-check-record.c: every rule that concerns one record or the journal. */
void          rap_store_check_records   (RapStore       *self,
                                         GPtrArray      *problems);
/* Writes derived columns anew where they disagree. */
gboolean      rap_store_mend_records    (RapStore       *self,
                                         GError        **error);

/* Of a meeting m: how many articles report it, and whether claims compete about an aspect of it. */
#define RAP_SQL_MEETING_ARTICLES \
  " (SELECT count(*) FROM (SELECT article FROM evidence WHERE meeting = m.id" \
  "   UNION SELECT c.article FROM claim_meeting l JOIN claim c ON c.row = l.owner WHERE l.meeting = m.id))"
#define RAP_SQL_MEETING_CONTESTED \
  " EXISTS (SELECT 1 FROM claim_meeting WHERE meeting = m.id AND value IS NOT NULL" \
  "   GROUP BY aspect HAVING count(DISTINCT value) > 1)"

G_END_DECLS
