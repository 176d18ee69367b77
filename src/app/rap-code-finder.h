/* rap-code-finder.h
 *
 * Type-ahead over the whole codebook: an entry, and below it the best codes
 * with their paths, those used last first, and a last row that makes a new code
 * of what was typed. Up and Down move while the typing goes on; Enter takes the
 * marked row.
 *
 * Signals:
 *   "chosen" (string id): an existing code
 *   "create" (string name): the last row
 *   "moved" (): another row is marked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-codebook.h"

G_BEGIN_DECLS

#define RAP_TYPE_CODE_FINDER (rap_code_finder_get_type ())
G_DECLARE_FINAL_TYPE (RapCodeFinder, rap_code_finder, RAP, CODE_FINDER, GtkWidget)

/* Begins anew. @applied: ids of codes to tick, or NULL. @without: id of a code
 * that is not offered, or NULL. @can_create: whether there is the last row. */
void        rap_code_finder_open       (RapCodeFinder      *self,
                                        RapSession         *session,
                                        const char * const *applied,
                                        const char         *without,
                                        gboolean            can_create);
/* The code of the marked row, or NULL. Borrowed. */
const char *rap_code_finder_get_marked (RapCodeFinder      *self);
/* What the rows are scrolled in, for rap_popover_fit(). */
GtkScrolledWindow *rap_code_finder_get_scroller (RapCodeFinder *self);

G_END_DECLS
