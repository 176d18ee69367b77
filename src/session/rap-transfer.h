/* rap-transfer.h
 *
 * How things come and go: import and export of files through the session, with
 * progress and cancellation. A bad file never stops the others; each file is
 * one transaction and one undoable group.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-session.h"

G_BEGIN_DECLS

/**
 * RapImportOptions:
 * @format: one of rap_import_get_formats(); NULL = "auto"
 * @outlet: name of the outlet for articles that do not say (made when unknown), or NULL
 * @published: EDTF for articles that do not say, or NULL
 * @keep_boilerplate: take the whole text as the body
 * @one_group: all paths are one gesture: one transaction and one undoable group, not one a path
 */
typedef struct
{
  const char *format;
  const char *outlet;
  const char *published;
  gboolean    keep_boilerplate;
  gboolean    one_group;
} RapImportOptions;

/**
 * RapImportResult: one article found in a file, or the file's error
 * @file: as given ("-" for standard input, "pasted text" for the clipboard)
 * @part: where in the file it stands ("talks/page-2.html" of an archive, "entry 12" of a feed), or NULL: the file itself
 * @article: id, or NULL when nothing came in
 * @detected: (element-type utf8 utf8): pairs member, where it was found
 * @duplicates: (element-type RapImportDuplicate)
 * @unknown: (element-type utf8): members of native JSON that were passed over
 * @n_records: records that came in
 * @error: or NULL
 */
typedef struct
{
  char      *file;
  char      *part;
  char      *article;
  char      *title;
  char      *published;
  char      *outlet;
  GPtrArray *detected;
  GPtrArray *duplicates;
  GPtrArray *unknown;
  guint      n_records;
  GError    *error;
} RapImportResult;

/**
 * RapImportDuplicate:
 * @exact: the same text; else @score (0..1) of shared shingles
 */
typedef struct
{
  char     *article;
  gboolean  exact;
  double    score;
} RapImportDuplicate;

void       rap_import_result_free       (RapImportResult        *self);

typedef void (*RapProgressFunc) (guint       done,
                                 guint       total,
                                 const char *what,
                                 gpointer    user_data);

/**
 * RapImportProgress:
 * @done: files done of @total
 * @n_results: articles and errors so far
 * @fraction: 0 to 1, by the size of the files
 * @file: the one at hand
 * @saving: all of a group has been read and is written now
 * @saved: the share of it that is written, 0 to 1
 */
typedef struct
{
  guint       done;
  guint       total;
  guint       n_results;
  double      fraction;
  const char *file;
  gboolean    saving;
  double      saved;
} RapImportProgress;

typedef void (*RapImportProgressFunc) (const RapImportProgress *progress,
                                       gpointer                 user_data);

/* "auto", then those that can be forced: "text", "html", "json" (native), "qdc"
 * (a REFI-QDA codebook), "zip" … NULL-terminated, static. */
const char * const *rap_import_get_formats (void);
/* Each path a file, a folder (recursive) or "-". Results in order.
 * (transfer full) (element-type RapImportResult) */
GPtrArray *rap_session_import           (RapSession             *self,
                                         const char * const     *paths,
                                         const RapImportOptions *options,
                                         RapImportProgressFunc   progress,
                                         gpointer                user_data,
                                         GCancellable           *cancellable);
/* The same with the reading, decoding and extracting in a worker; saving happens
 * on the main thread, a little in each turn of its loop; @progress is called there
 * too. What was not saved to its end when it is cancelled was not saved at all. */
void       rap_session_import_async     (RapSession             *self,
                                         const char * const     *paths,
                                         const RapImportOptions *options,
                                         RapImportProgressFunc   progress,
                                         gpointer                progress_data,
                                         GCancellable           *cancellable,
                                         GAsyncReadyCallback     callback,
                                         gpointer                user_data);
/* The same for pasted or dropped bytes, @name for messages. */
void       rap_session_import_bytes_async (RapSession           *self,
                                         GBytes                 *bytes,
                                         const char             *name,
                                         const RapImportOptions *options,
                                         RapImportProgressFunc   progress,
                                         gpointer                progress_data,
                                         GCancellable           *cancellable,
                                         GAsyncReadyCallback     callback,
                                         gpointer                user_data);
/* Of both. */
GPtrArray *rap_session_import_finish    (RapSession             *self,
                                         GAsyncResult           *result,
                                         GError                **error);
/* Formats that rap_session_export() knows: "json", "claims-jsonl", "articles-jsonl",
 * "codebook" (native JSON with the codes alone), "qdc" (REFI-QDA codebook). NULL-terminated, static. */
const char * const *rap_session_get_export_formats (void);
/* What the format cannot hold, item by item ("mention 3f2a…: not written"); empty
 * for "json". Writes nothing. (transfer full) (element-type utf8) */
GPtrArray *rap_session_list_losses      (RapSession             *self,
                                         const char             *format,
                                         GError                **error);
/* To @path through a temporary file, fsync and rename; "-" is standard output. */
gboolean   rap_session_export           (RapSession             *self,
                                         const char             *format,
                                         const char             *path,
                                         GError                **error);
void       rap_session_export_async     (RapSession             *self,
                                         const char             *format,
                                         const char             *path,
                                         GCancellable           *cancellable,
                                         GAsyncReadyCallback     callback,
                                         gpointer                user_data);
gboolean   rap_session_export_finish    (RapSession             *self,
                                         GAsyncResult           *result,
                                         GError                **error);
/* A native JSON document as edits: upserts by id, "deleted": true deletes; one
 * undoable group. Counts are optional (out). */
gboolean   rap_session_apply            (RapSession             *self,
                                         GBytes                 *json,
                                         guint                  *n_added,
                                         guint                  *n_changed,
                                         guint                  *n_deleted,
                                         GError                **error);

G_END_DECLS
