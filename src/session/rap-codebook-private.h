/* rap-codebook-private.h
 *
 * What the session and its files need of the codebook besides its gestures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-codebook.h"

G_BEGIN_DECLS

/* Codes nested deeper than this are nobody's codebook. */
#define RAP_CODEBOOK_MAX_DEPTH 128

/* (transfer full); keeps no reference to @session, which owns it. */
RapCodebook *rap_codebook_new           (RapSession       *session);
/* Follows a commit, undo or redo; before anybody else is told. */
void         rap_codebook_follow        (RapCodebook      *self,
                                         const RapEdits   *edits);
/* After a change that it may have counted in part already. */
void         rap_codebook_load_anew     (RapCodebook      *self);
RapSession  *rap_codebook_get_session   (RapCodebook      *self);
/* What two names of siblings may not have in common. (transfer full) */
char        *rap_codebook_fold_name     (const char       *name);
/* No two siblings of one name among the codes that the group makes, renames or
 * moves, and those beside them. RAP_ERROR_NAME_TAKEN. */
gboolean     rap_codebook_check_names   (RapCodebook      *self,
                                         const RapEdits   *edits,
                                         GError          **error);
/* Adds to @edits what @codes (element-type RapCode, unsealed) bring: a code that
 * is there already by id, or by its path, stays as it is, and what the document
 * has below it comes below it. A key that is taken is left out. @notes
 * (element-type utf8) gets a sentence for each. */
gboolean     rap_codebook_add_import    (RapCodebook      *self,
                                         RapEdits         *edits,
                                         GPtrArray        *codes,
                                         GPtrArray        *notes,
                                         guint            *n_records,
                                         GError          **error);

G_END_DECLS
