/* rap-column-heads.h
 *
 * The headings of a table: a button each, which sorts. The edge at the start of
 * a heading is dragged, or Alt+Left and Alt+Right pressed on it, to make its
 * column wider or narrower.
 *
 * Signals:
 *   "sort" (guint cell): the heading of that column was clicked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-columns.h"

G_BEGIN_DECLS

#define RAP_TYPE_COLUMN_HEADS (rap_column_heads_get_type ())
G_DECLARE_FINAL_TYPE (RapColumnHeads, rap_column_heads, RAP, COLUMN_HEADS, GtkWidget)

void rap_column_heads_set_columns (RapColumnHeads *self,
                                   RapColumns     *columns);
/* Which column the rows are sorted by, RAP_CELL_NONE for none of them. */
void rap_column_heads_set_sort    (RapColumnHeads *self,
                                   guint           cell,
                                   gboolean        descending);

G_END_DECLS
