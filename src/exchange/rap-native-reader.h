/* rap-native-reader.h
 *
 * Native JSON into records: for import (a whole document), for apply (edits
 * laid over what is stored) and for validate (every problem, not the first).
 * Anchors come back completed, derived members checked. What lies between
 * records (references, cycles) is the business of rap-validate.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-model.h"

G_BEGIN_DECLS

typedef enum
{
  /* A document of edits: an object whose id is stored keeps the members that
   * are left out; "deleted": true deletes; "format" and "version" may be left
   * out. The text of an article never changes. */
  RAP_NATIVE_EDITS = 1 << 0,
} RapNativeFlags;

/**
 * RapNativeStored: what is there already
 * @find: the stored record, or NULL; with @id NULL (kind project) the project.
 *   Asked for the articles that annotations stand in when the document does not
 *   have them, and with RAP_NATIVE_EDITS for every object with an id. (transfer full)
 */
typedef struct
{
  RapRecord *(*find) (RapKind     kind,
                      const char *id,
                      gpointer    user_data);
  gpointer     user_data;
} RapNativeStored;

/**
 * RapNativeDeletion: an object marked as deleted
 */
typedef struct
{
  RapKind  kind;
  char    *id;
} RapNativeDeletion;

/**
 * RapNativeDocument:
 * @records: (element-type RapRecord): unsealed, by kind, in the order of the
 *   document; the project is the only one of its kind. created, modified and
 *   analyst are empty where the document leaves them out
 * @deletions: (element-type RapNativeDeletion): only with RAP_NATIVE_EDITS
 * @unknown: (element-type utf8): members that were passed over, "claim 3f2a…: colour"
 * @broken: (element-type utf8): ids of objects that could not be read; empty
 *   unless problems were collected
 */
typedef struct
{
  GPtrArray  *records[RAP_N_KINDS];
  GArray     *deletions;
  GPtrArray  *unknown;
  GHashTable *broken;
} RapNativeDocument;

/* Whether the bytes look like native JSON rather than some other text: the
 * first member of an object is among those of a native document. Cheap. */
gboolean           rap_native_sniff         (const char            *data,
                                             gsize                  length);
/* RAP_ERROR_EMPTY, RAP_ERROR_FORMAT ("line 3, column 14: …"), RAP_ERROR_NEWER,
 * RAP_ERROR_INVALID or RAP_ERROR_REFERENCE ("claim 3f2a…: member: …"). With
 * @problems (element-type utf8) a problem inside the document is appended there
 * and reading goes on; only a document that cannot be taken apart is an @error.
 * @stored may be NULL. (transfer full) */
RapNativeDocument *rap_native_read          (GBytes                *bytes,
                                             RapNativeFlags         flags,
                                             const RapNativeStored *stored,
                                             GPtrArray             *problems,
                                             GError               **error);
void               rap_native_document_free (RapNativeDocument     *self);
/* A document against the structure and every rule of the model, standing by
 * itself. Unknown members are problems. (transfer full) (element-type utf8):
 * empty = valid; NULL when it cannot be taken apart. */
GPtrArray         *rap_native_check         (GBytes                *bytes,
                                             GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapNativeDocument, rap_native_document_free)

G_END_DECLS
