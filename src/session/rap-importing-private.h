/* rap-importing-private.h
 *
 * The steps of an import. A file is taken apart into pages, documents and
 * codebooks, and each is decoded and extracted into what comes in (RapIncoming):
 * without a project, in a process of its own wherever there is one.
 * RapImporter turns what comes in into one group of edits and commits it: main
 * thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-transfer.h"

#include "rap-extract.h"
#include "rap-part.h"

G_BEGIN_DECLS

/**
 * RapIncoming:
 * @file: as it will be reported
 * @part: where in the file it stood, or NULL
 * @native: a native JSON document, or NULL
 * @codebook: a REFI-QDA codebook as UTF-8, or NULL
 * @page: what was extracted, with what the container says laid over it, or NULL
 * @article: of @page: unsealed, with its signature, without digest, outlet and times
 * @charset: what the bytes were decoded from, or NULL
 * @n_replaced: bytes that meant nothing in that charset
 * @done: the share of the file behind which it ends, 0 to 1
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

/* What came of a part whose kind is known, or its error; @where in the file it stood (nullable). (transfer full) */
RapIncoming *rap_incoming_new            (const char       *file,
                                          const char       *where,
                                          const RapPart    *part,
                                          gboolean          keep_boilerplate);
/* Takes @error. (transfer full) */
RapIncoming *rap_incoming_new_error      (const char       *file,
                                          const char       *where,
                                          GError           *error);
/* The article of @self->page, as far as no project is needed; takes @text, the same as the page's. */
void         rap_incoming_make_article   (RapIncoming      *self,
                                          RapText          *text,
                                          gboolean          keep_boilerplate);
void         rap_incoming_free           (RapIncoming      *self);

/**
 * RapUnpacking: how a file is taken apart, and who gets what is in it
 * @format: as in RapImportOptions
 * @keep_boilerplate: the same
 * @skip: parts at the beginning of a container that are passed over
 * @entry: (nullable): told before and after each part of the file is looked into, with its name (nullable);
 *   not where the file is no container, and not in containers within it
 * @func: takes what comes in; FALSE: no more, please
 */
typedef struct
{
  const char *format;
  gboolean    keep_boilerplate;
  guint       skip;
  void      (*entry) (gboolean     begins,
                      const char  *name,
                      gpointer     user_data);
  gboolean  (*func)  (RapIncoming *incoming,
                      gpointer     user_data);
  gpointer    user_data;
} RapUnpacking;

/* What is in a file ("-" is standard input) or in bytes, one by one, in order,
 * at least one; what cannot be read is one with an error. Any thread. */
void         rap_unpack_file             (const char         *path,
                                          const RapUnpacking *how);
void         rap_unpack_bytes            (GBytes             *bytes,
                                          const char         *name,
                                          const RapUnpacking *how);
/* The files that a path stands for: itself, or what is in the folder, in order
 * of name, folders entered, hidden files left out. (transfer full) */
GPtrArray   *rap_unpack_expand           (const char         *path);

typedef struct _RapImporter RapImporter;

RapImporter *rap_importer_new            (RapSession             *session,
                                          const RapImportOptions *options);
void         rap_importer_free           (RapImporter            *self);
/* What is stored is got to hand, for a page to be compared with. FALSE: it is not
 * done at the monotonic time @until, and wants to be called again. */
gboolean     rap_importer_get_ready      (RapImporter            *self,
                                          gint64                  until);
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
 * one, called @label, or after what came in when that is NULL. When it fails
 * every file of the group is reported with the error. FALSE: it is not done at
 * the monotonic time @until, and wants to be called again. */
gboolean     rap_importer_save           (RapImporter            *self,
                                          const char             *label,
                                          gint64                  until);
/* The greater part of saving a large group, and, in any thread while the main
 * thread does nothing with it, of what is left of it after that. */
gboolean     rap_importer_write          (RapImporter            *self,
                                          gint64                  until);
void         rap_importer_settle         (RapImporter            *self);
/* Frees the records of the group that was saved last; as above, in any thread. */
void         rap_importer_forget         (RapImporter            *self);
/* The share of the group that is saved, 0 to 1. */
double       rap_importer_get_saved      (RapImporter            *self);
/* What was added and not saved is reported as cancelled.
 * (transfer full) (element-type RapImportResult) */
GPtrArray   *rap_importer_steal_results  (RapImporter            *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapIncoming, rap_incoming_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapImporter, rap_importer_free)

G_END_DECLS
