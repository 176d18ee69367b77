/* rap-store.h
 *
 * Where things are kept: one project in one SQLite file. Every change is one
 * transaction that holds the rows, the search index and the journal together,
 * so that the file is in the old state or in the new one and never between.
 *
 * The store checks that an edit fits what is stored; the rules of the model are
 * the session's business. A store opened for writing holds an advisory lock on
 * the file itself until it is finalized: there are never two writers, by
 * whatever path they came. Readers are welcome beside it.
 *
 * A RapStore belongs to one thread at a time. Errors are RAP_ERROR with one
 * sentence that names the file, what was tried and why it failed. Order is
 * always total: by time or name as said, then by id.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-model.h"

G_BEGIN_DECLS

#define RAP_TYPE_STORE (rap_store_get_type ())
G_DECLARE_FINAL_TYPE (RapStore, rap_store, RAP, STORE, GObject)

/**
 * RapStoreFlags:
 * @RAP_STORE_READ_ONLY: nothing can be committed; takes no lock, so it works
 *   beside a writer. A commit waits while such a store is inside a call or
 *   between rap_store_begin_read() and rap_store_end_read()
 * @RAP_STORE_SNAPSHOT: read-only, on a private copy of the file as it is now
 *   (in a temporary file that nobody else sees): for long reads in a worker,
 *   because commits do not wait for it
 * @RAP_STORE_TRUSTED: read-only, without reading the whole file to see whether
 *   it is damaged: for workers beside a store of this process that did; they
 *   wait up to half a minute for an import that is being saved
 */
typedef enum
{
  RAP_STORE_WRITE     = 0,
  RAP_STORE_READ_ONLY = 1 << 0,
  RAP_STORE_SNAPSHOT  = 1 << 1,
  RAP_STORE_TRUSTED   = 1 << 2,
} RapStoreFlags;

/* Opening. */
/* A new project file, built under a temporary name and then renamed, and opened
 * for writing. RAP_ERROR_EXISTS, READ_ONLY or IO: no file is left behind.
 * (transfer full) */
RapStore   *rap_store_create             (const char       *path,
                                          RapProject       *project,
                                          GError          **error);
/* RAP_ERROR_NOT_FOUND, FOREIGN (directory, pipe, empty, no SQLite, another
 * program's), NEWER, DAMAGED, LOCKED (another writer), READ_ONLY, IO. A file of
 * an older version is migrated on a copy that replaces it when it is verified;
 * read-only it is migrated in a private copy. (transfer full) */
RapStore   *rap_store_open               (const char       *path,
                                          RapStoreFlags     flags,
                                          GError          **error);
const char *rap_store_get_path           (RapStore         *self);
gboolean    rap_store_get_read_only      (RapStore         *self);
/* Whether nobody else reads or writes the file just now; does not wait. */
gboolean    rap_store_is_free            (RapStore         *self);

/**
 * RapStoreSignatureFunc: what to keep beside an article to find near copies
 *
 * Returns: (transfer full) (nullable): bytes that rap_store_foreach_signature() hands back
 */
typedef GBytes *(*RapStoreSignatureFunc) (RapArticle *article,
                                          gpointer    user_data);

/* Called for every article as it is inserted (by commit, undo and redo alike).
 * Derived data: not in the journal. Set it right after opening. */
void        rap_store_set_signature_func (RapStore         *self,
                                          RapStoreSignatureFunc func,
                                          gpointer          user_data);

/* Writing. */
/* Applies the group, in order, with its journal row, or does nothing. Undone
 * groups can no longer be redone after it. RAP_ERROR_STALE when a before is not
 * what is stored (or a new record's id is taken), REFERENCE when something would
 * refer to nothing, LOCKED, READ_ONLY, IO. @origin says which door ("window",
 * "import", "apply" …). An empty group succeeds without a trace. */
gboolean    rap_store_commit             (RapStore         *self,
                                          const RapEdits   *edits,
                                          const char       *analyst,
                                          const char       *origin,
                                          gint64            time,
                                          GError          **error);
/* The same in parts, for a group so large that others want a turn meanwhile: begin,
 * add every edit in order, end. Until then this store shows what was added, other
 * connections see nothing of it (and may have to wait), and everything else that
 * writes fails with RAP_ERROR_SAVING. After a failed part: abandon. A failed end
 * has done so itself. */
gboolean    rap_store_begin_commit       (RapStore         *self,
                                          const char       *label,
                                          guint             n_edits,
                                          const char       *analyst,
                                          const char       *origin,
                                          gint64            time,
                                          GError          **error);
gboolean    rap_store_add_to_commit      (RapStore         *self,
                                          const RapEdits   *edits,
                                          guint             i,
                                          GError          **error);
/* Before the end, which then takes less of its thread's time: what is in memory
 * goes into the file, and from there, in any thread, to the disk. */
void        rap_store_flush_commit       (RapStore         *self);
void        rap_store_settle_commit      (RapStore         *self);
gboolean    rap_store_end_commit         (RapStore         *self,
                                          GError          **error);
/* The file is as it was before. */
void        rap_store_abandon_commit     (RapStore         *self);
/* Takes back the last group / does the last undone one again, in one transaction.
 * Returns the edits as applied; NULL without an error when there is none. (transfer full) */
RapEdits   *rap_store_undo               (RapStore         *self,
                                          GError          **error);
RapEdits   *rap_store_redo               (RapStore         *self,
                                          GError          **error);
/* The label of the group that the next undo / redo is about, or NULL. (transfer full) */
char       *rap_store_peek_undo          (RapStore         *self);
char       *rap_store_peek_redo          (RapStore         *self);
/* All groups, newest first; at most @limit, 0 = all.
 * (transfer full) (element-type RapHistoryEntry) */
GPtrArray  *rap_store_history            (RapStore         *self,
                                          guint             limit,
                                          GError          **error);

/* Undoes or redoes groups, in one transaction, until group @seq is the last that
 * is done (0: none is), but at most @limit of them; @n_moved (out) how many.
 * Returns the edits as applied, in order, with the label of the last group; an
 * empty group when @seq is reached already; NULL with an error. (transfer full) */
RapEdits   *rap_store_move_to            (RapStore         *self,
                                          gint64            seq,
                                          guint             limit,
                                          guint            *n_moved,
                                          GError          **error);
/* What a group changed, as it was done, whatever became of it later.
 * RAP_ERROR_NOT_FOUND, DAMAGED. (transfer full) */
RapEdits   *rap_store_load_group         (RapStore         *self,
                                          gint64            seq,
                                          GError          **error);

/* Reading records. All are sealed. */
/* For RAP_KIND_PROJECT @id may be NULL. RAP_ERROR_NOT_FOUND, DAMAGED, IO. (transfer full) */
RapRecord  *rap_store_load               (RapStore         *self,
                                          RapKind           kind,
                                          const char       *id,
                                          GError          **error);
/* Of whatever kind, by id or by a beginning of it of at least 8 characters that
 * only one record has (RAP_ERROR_INVALID when several have it). (transfer full) */
RapRecord  *rap_store_find               (RapStore         *self,
                                          const char       *id_or_prefix,
                                          GError          **error);
/* Claims (by their content), mentions, evidence and codings of an article by
 * start, then end, then kind. (transfer full) (element-type RapRecord) */
GPtrArray  *rap_store_load_annotations   (RapStore         *self,
                                          const char       *article,
                                          GError          **error);
/* Every record of @kind that refers to the record @id, whatever that is (the claims
 * of a meeting, a speaker, a code or an article; the meetings of an entity …), by
 * created, then id; at most @limit, 0 = all. (transfer full) (element-type RapRecord) */
GPtrArray  *rap_store_load_linked        (RapStore         *self,
                                          RapKind           kind,
                                          const char       *id,
                                          guint             limit,
                                          GError          **error);

/* Return FALSE, with @error set, to stop. */
typedef gboolean (*RapStoreRecordFunc) (RapRecord  *record,
                                        gpointer    user_data,
                                        GError    **error);
/* All records of a kind by created, then id (the order of native JSON), one at
 * a time: memory does not grow with their number. Articles come with their text. */
gboolean    rap_store_foreach            (RapStore         *self,
                                          RapKind           kind,
                                          RapStoreRecordFunc func,
                                          gpointer          user_data,
                                          GError          **error);
/* All reads until the end see one state of the file. May not be nested. */
gboolean    rap_store_begin_read         (RapStore         *self,
                                          GError          **error);
void        rap_store_end_read           (RapStore         *self);

/* Lists. */
guint       rap_store_count              (RapStore         *self,
                                          RapKind           kind);
/* Row number of a record, as in rap_store_query_rows(); 0 when there is none. */
gint64      rap_store_get_row            (RapStore         *self,
                                          RapKind           kind,
                                          const char       *id);
/* What to call it: title, name, proposition or quote; "" when unknown. (transfer full) */
char       *rap_store_get_name           (RapStore         *self,
                                          RapKind           kind,
                                          const char       *id);
/* Row numbers in the order of the list; see RapQuery. "before:" and "after:"
 * keep what may lie there; undated rows are left out by them. An operator with a
 * value that makes no sense (a date that does not parse) matches nothing.
 * (transfer full) (element-type gint64) */
GArray     *rap_store_query_rows         (RapStore         *self,
                                          RapKind           kind,
                                          const RapQuery   *query,
                                          GError          **error);
/* One header per row number, in the same order; a row that is gone gives an empty
 * header of that kind. (transfer full) (element-type RapHeader) */
GPtrArray  *rap_store_load_headers       (RapStore         *self,
                                          RapKind           kind,
                                          const gint64     *rows,
                                          guint             n_rows,
                                          GError          **error);
/* @folded: " word word": proposition and quote in small letters without marks,
 * each word with one space before it; @speaker: entity id or NULL. Both borrowed. */
typedef void (*RapStoreClaimFunc) (gint64      row,
                                   const char *folded,
                                   const char *speaker,
                                   gpointer    user_data);
/* The claim @id, or with NULL every claim, in no order; as fast as reading one table can be. */
gboolean    rap_store_foreach_claim_words (RapStore       *self,
                                          const char       *id,
                                          RapStoreClaimFunc func,
                                          gpointer          user_data,
                                          GError          **error);
/* Row numbers of the claims that are linked to a meeting, ascending.
 * (transfer full) (element-type gint64) */
GArray     *rap_store_list_claims_about  (RapStore         *self,
                                          const char       *meeting,
                                          GError          **error);
/* Full-text search over titles and texts: words, "phrases", prefix*, and the
 * operators author:, outlet:, before:, after:. All must hold. Case and diacritics
 * do not count. Best first; without words by date. At most @limit, 0 = all.
 * RAP_ERROR_INVALID for a query without anything to look for or a date that does
 * not parse. (transfer full) (element-type RapHit) */
GPtrArray  *rap_store_search             (RapStore         *self,
                                          const char       *query,
                                          guint             limit,
                                          GError          **error);

/* Bulk columns. */
/**
 * RapStoreEvent: one meeting or article for the timeline; borrowed
 * @when: EDTF or NULL
 * @status: nick of a meeting's status; NULL for an article
 * @lanes: (array zero-terminated=1): names of the lanes it stands in
 * @lane_ids: (array zero-terminated=1): entity ids of the same; "" for a place that is only text
 * @n_articles: articles that report a meeting (by evidence or claims); 0 for an article
 * @contested: claims give a meeting's aspect competing values
 */
typedef struct
{
  RapKind             kind;
  const char         *id;
  const char         *title;
  const char         *when;
  const char         *status;
  const char * const *lanes;
  const char * const *lane_ids;
  guint               n_articles;
  gboolean            contested;
} RapStoreEvent;

typedef void (*RapStoreEventFunc) (const RapStoreEvent *event,
                                   gpointer             user_data);
/* Meetings, then articles, each in the order in which the file has them.
 * @lanes: "participant" (of articles: the outlet), "outlet" (of meetings: the
 * outlets of their evidence and claims), "place" (articles: none) or "none". */
gboolean    rap_store_foreach_event      (RapStore         *self,
                                          const char       *lanes,
                                          RapStoreEventFunc func,
                                          gpointer          user_data,
                                          GError          **error);

typedef void (*RapStoreNameFunc) (const char    *entity,
                                  RapEntityKind  kind,
                                  const char    *name,
                                  gboolean       is_main,
                                  gpointer       user_data);
/* Every name of every entity: its own first, then the others in order. */
gboolean    rap_store_foreach_name       (RapStore         *self,
                                          RapStoreNameFunc  func,
                                          gpointer          user_data,
                                          GError          **error);
typedef void (*RapStoreCountFunc) (const char *code,
                                   RapKind     by,
                                   guint       n,
                                   gpointer    user_data);
/* For every code in use: how many codings (@by RAP_KIND_CODING) and how many
 * claims (RAP_KIND_CLAIM) have it. */
gboolean    rap_store_count_codes        (RapStore         *self,
                                          RapStoreCountFunc func,
                                          gpointer          user_data,
                                          GError          **error);
/* The codes of the @limit latest codings, the latest first, each once.
 * (transfer full) (element-type utf8) */
GPtrArray  *rap_store_list_recent_codes  (RapStore         *self,
                                          guint             limit,
                                          GError          **error);
/* Id of the first article with that text, or NULL. (transfer full) */
char       *rap_store_find_article_by_sha256 (RapStore     *self,
                                          const char       *sha256);

typedef void (*RapStoreSignatureSeen) (const char *article,
                                       GBytes     *signature,
                                       gpointer    user_data);
/* Every article that has a signature. */
gboolean    rap_store_foreach_signature  (RapStore         *self,
                                          RapStoreSignatureSeen func,
                                          gpointer          user_data,
                                          GError          **error);
/* The next @limit (0: all) of them. Returns where to go on: the @after of the next
 * call, at first 0; 0 when there is none left, or with @error. */
gint64      rap_store_read_signatures    (RapStore         *self,
                                          gint64            after,
                                          guint             limit,
                                          RapStoreSignatureSeen func,
                                          gpointer          user_data,
                                          GError          **error);

/* Safety. */
/* A copy of the project as it is now, verified, under a new name; refuses to
 * overwrite (RAP_ERROR_EXISTS). No file is left behind on failure. */
gboolean    rap_store_backup             (RapStore         *self,
                                          const char       *path,
                                          GError          **error);

/**
 * RapStoreProblem: one broken rule found by rap_store_check()
 * @rule: integrity (of the file), foreign-key, search-index, vocabulary (a value
 *   that no record can have), model (a rule of the model), anchor, sha256, text,
 *   derived, journal
 * @object: "claim 3f2a…", or the table where no record can be named, or ""
 * @repairable: rap_store_repair() mends it
 */
typedef struct
{
  char     *rule;
  char     *object;
  char     *message;
  gboolean  repairable;
} RapStoreProblem;

void        rap_store_problem_free       (RapStoreProblem  *self);
/* Integrity of the file and of every logical rule; reads only, and opens the
 * file by itself so that damaged ones can be looked at. NULL with an error only
 * when it is no project at all or cannot be read; a file too damaged to be read
 * on gives one problem "integrity". (transfer full) (element-type RapStoreProblem) */
GPtrArray  *rap_store_check              (const char       *path,
                                          GError          **error);
/* Copies the project to @backup (verified, refuses to overwrite), then mends what is
 * repairable in one transaction. Returns what is still broken after it.
 * (transfer full) (element-type RapStoreProblem) */
GPtrArray  *rap_store_repair             (const char       *path,
                                          const char       *backup,
                                          GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapStoreProblem, rap_store_problem_free)

G_END_DECLS
