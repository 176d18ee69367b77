/* rap-import-duplicates.h
 *
 * Articles of an import whose text an article of the project had already, and
 * their removal. The older one stays, and so does what was annotated since.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-transfer.h"

G_BEGIN_DECLS

/* The older article with the same text, as it was found by the import, or NULL. Borrowed. */
const RapImportDuplicate *rap_import_duplicates_find   (const RapImportResult *result);
/* Articles that can be removed: both are there still, and nothing is annotated on the newer one.
 * @session: or NULL: none. */
guint                     rap_import_duplicates_count  (GPtrArray             *results,
                                                        RapSession            *session);
/* Deletes them as one undoable group; returns how many, 0 on @error. */
guint                     rap_import_duplicates_remove (GPtrArray             *results,
                                                        RapSession            *session,
                                                        GError               **error);

G_END_DECLS
