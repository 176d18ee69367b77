/* rap-importing-private.h
 *
 * The steps of an import. A file is taken apart into pieces (RapPiece), each
 * page, document or codebook of it; a piece is decoded and extracted into what
 * comes in (RapIncoming): both in any thread, without a project. RapImporter
 * turns what comes in into one group of edits and commits it: main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-transfer.h"

#include "rap-extract.h"
#include "rap-part.h"

G_BEGIN_DECLS

/**
 * RapPiece: a part of a file that nobody has looked into yet
 * @file: as it will be reported
 * @part: owned; the name tells where in the file it stands
 * @reader: takes it apart, or NULL
 * @depth: how many containers it lies in
 * @done: the share of the file behind which it ends, 0 to 1
 */
typedef struct
{
  char                *file;
  RapPart              part;
  const RapPartReader *reader;
  guint                depth;
  double               done;
} RapPiece;

/* FALSE: no more, please. (transfer full) */
typedef gboolean (*RapPieceFunc) (RapPiece *piece,
                                  gpointer  user_data);

/* The pieces of a file ("-" is standard input) or of bytes, in order, at least
 * one; what cannot be read is a piece with an error. @format as in RapImportOptions.
 * An archive is opened one by one; archives in it too, two deep. */
void         rap_piece_foreach_in_file   (const char       *path,
                                          const char       *format,
                                          RapPieceFunc      func,
                                          gpointer          user_data);
void         rap_piece_foreach_in_bytes  (GBytes           *bytes,
                                          const char       *name,
                                          const char       *format,
                                          RapPieceFunc      func,
                                          gpointer          user_data);
/* What the bytes of @part are, where it does not say so itself: sets its kind;
 * returns who takes it apart, or NULL. */
const RapPartReader *rap_piece_identify  (RapPart          *part,
                                          const char       *format);
/* A copy of @part; it stands in @within (nullable) of @file. (transfer full) */
RapPiece    *rap_piece_new               (const char       *file,
                                          const char       *within,
                                          const RapPart    *part);
void         rap_piece_free              (RapPiece         *self);

/**
 * RapIncoming:
 * @file: as it will be reported
 * @part: where in the file it stood, or NULL
 * @native: a native JSON document, or NULL
 * @codebook: a REFI-QDA codebook as UTF-8, or NULL
 * @page: what was extracted, with what the container says laid over it, or NULL
 * @article: of @page: unsealed, without outlet and times, but with its digest and signature
 * @charset: what the bytes were decoded from, or NULL
 * @n_replaced: bytes that meant nothing in that charset
 * @done: as in RapPiece
 * @error: set when there is none of the three
 */
typedef struct
{
  char       *file;
  char       *part;
  GBytes     *native;
  char       *codebook;
  RapExtract *page;
  RapArticle *article;
  char       *charset;
  guint       n_replaced;
  double      done;
  GError     *error;
} RapIncoming;

/* What came of the piece, most often one, appended to @queue. */
void         rap_incoming_read           (const RapPiece   *piece,
                                          gboolean          keep_boilerplate,
                                          GQueue           *queue);
void         rap_incoming_free           (RapIncoming      *self);
/* The files that a path stands for: itself, or what is in the folder, in order
 * of name, folders entered, hidden files left out. (transfer full) */
GPtrArray   *rap_incoming_expand         (const char       *path);

typedef struct _RapImporter RapImporter;

RapImporter *rap_importer_new            (RapSession             *session,
                                          const RapImportOptions *options);
void         rap_importer_free           (RapImporter            *self);
/* Adds the page or document to the group; what it brought is reported after the commit. */
void         rap_importer_add            (RapImporter            *self,
                                          RapIncoming            *incoming);
/* All pages and documents of the bytes. */
void         rap_importer_add_bytes      (RapImporter            *self,
                                          GBytes                 *bytes,
                                          const char             *name,
                                          const char             *format);
/* Results so far. */
guint        rap_importer_count          (RapImporter            *self);
/* One transaction, one undoable group for all that was added since the last
 * commit, called @label, or after what came in when that is NULL. When it
 * fails every file of the group is reported with the error. */
void         rap_importer_commit         (RapImporter            *self,
                                          const char             *label);
/* What was added and not committed is reported as cancelled.
 * (transfer full) (element-type RapImportResult) */
GPtrArray   *rap_importer_steal_results  (RapImporter            *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapPiece, rap_piece_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapIncoming, rap_incoming_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapImporter, rap_importer_free)

G_END_DECLS
