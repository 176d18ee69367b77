/* rap-importing-private.h
 *
 * The two halves of an import. RapIncoming is a file read, decoded and
 * extracted: made in any thread, needs no project. RapImporter turns incoming
 * files into one group of edits and commits it: main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-transfer.h"

#include "rap-extract.h"

G_BEGIN_DECLS

/**
 * RapIncoming:
 * @file: as it will be reported
 * @native: a native JSON document, or NULL
 * @codebook: a REFI-QDA codebook as UTF-8, or NULL
 * @page: what was extracted, or NULL
 * @charset: what the bytes were decoded from, or NULL
 * @n_replaced: bytes that meant nothing in that charset
 * @error: set when there is none of the three
 */
typedef struct
{
  char       *file;
  GBytes     *native;
  char       *codebook;
  RapExtract *page;
  char       *charset;
  guint       n_replaced;
  GError     *error;
} RapIncoming;

/* "-" is standard input. Never NULL; look at error. (transfer full) */
RapIncoming *rap_incoming_read           (const char       *path,
                                          const char       *format);
RapIncoming *rap_incoming_new            (GBytes           *bytes,
                                          const char       *name,
                                          const char       *format);
void         rap_incoming_free           (RapIncoming      *self);
/* The files that a path stands for: itself, or what is in the folder, in order
 * of name, folders entered, hidden files left out. (transfer full) */
GPtrArray   *rap_incoming_expand         (const char       *path);

typedef struct _RapImporter RapImporter;

RapImporter *rap_importer_new            (RapSession             *session,
                                          const RapImportOptions *options);
void         rap_importer_free           (RapImporter            *self);
/* Adds the file to the group; what it brought is reported after the commit. */
void         rap_importer_add            (RapImporter            *self,
                                          const RapIncoming      *incoming);
/* One transaction, one undoable group for all that was added since the last
 * commit, called @label, or after what came in when that is NULL. When it
 * fails every file of the group is reported with the error. */
void         rap_importer_commit         (RapImporter            *self,
                                          const char             *label);
/* What was added and not committed is reported as cancelled.
 * (transfer full) (element-type RapImportResult) */
GPtrArray   *rap_importer_steal_results  (RapImporter            *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapIncoming, rap_incoming_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapImporter, rap_importer_free)

G_END_DECLS
