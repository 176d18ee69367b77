/* rap-history-row.h
 *
 * A row of the history: what was done, when and by whom; undone changes are
 * greyed, the present is marked; a button goes there.
 *
 * Actions it asks its window for: "history.go" (x: the group's number).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rap-history-item.h"

G_BEGIN_DECLS

#define RAP_TYPE_HISTORY_ROW (rap_history_row_get_type ())
G_DECLARE_FINAL_TYPE (RapHistoryRow, rap_history_row, RAP, HISTORY_ROW, AdwBin)

GtkWidget *rap_history_row_new      (void);
/* NULL: the row shows nothing. */
void       rap_history_row_set_item (RapHistoryRow  *self,
                                     RapHistoryItem *item);

G_END_DECLS
