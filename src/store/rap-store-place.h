/* rap-store-place.h
 *
 * Where one row stands in a list that is in order already.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-store.h"

G_BEGIN_DECLS

/* The place of @row among @rows, which are in the order RAP_SORT_DAY of @kind and
 * do not have it: 0 … n_rows. Asks the file about as many rows as the number of
 * rows has binary digits. G_MAXUINT when that cannot be said. */
guint    rap_store_find_place (RapStore     *self,
                               RapKind       kind,
                               const gint64 *rows,
                               guint         n_rows,
                               gint64        row);
/* Whether @first is before @second in that order; FALSE when that cannot be said. */
gboolean rap_store_is_before  (RapStore     *self,
                               RapKind       kind,
                               gint64        first,
                               gint64        second);

G_END_DECLS
