/* rap-import-child.h
 *
 * The process that reads strangers' files for an import (src/reader), as seen
 * from the program. It may die of any of them; then it is buried, its last file
 * gets one sentence, and another process is started for the others.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-import-wire.h"

G_BEGIN_DECLS

typedef struct _RapImportChild RapImportChild;

/* Starts the program that the environment variable RAP_READER names, else the
 * installed one; the thread that starts it must outlive it. NULL: there is none. (transfer full) */
RapImportChild *rap_import_child_new   (void);
/* Waits until it is ready; FALSE: it is not the program that it should be. */
gboolean        rap_import_child_greet (RapImportChild     *self);
/* Asks for what is in the @n_files first of @files or, where @bytes is not NULL, in them. */
void            rap_import_child_ask   (RapImportChild     *self,
                                        const RapUnpacking *how,
                                        const char * const *files,
                                        guint               n_files,
                                        GBytes             *bytes);
/* Waits for what it says next; FALSE: it is dead. */
gboolean        rap_import_child_next  (RapImportChild     *self,
                                        RapWireFrame       *frame);
/* Ends it at once; any thread. */
void            rap_import_child_kill  (RapImportChild     *self);
/* Waits for the end of one that is dead or has nothing to do; why it died, for the file
 * that it was at. (transfer full) */
GError         *rap_import_child_bury  (RapImportChild     *self);

G_END_DECLS
