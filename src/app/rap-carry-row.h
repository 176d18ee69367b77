/* rap-carry-row.h
 *
 * One annotation of an older version: a tick, what it is, its quote as it was
 * and, where it differs, as it would be, with the changed words marked, and
 * how sure that is; above the first of its state a heading.
 *
 * Signals:
 *   "toggled" (): the entry's tick was changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-carry-over.h"

G_BEGIN_DECLS

#define RAP_TYPE_CARRY_ROW (rap_carry_row_get_type ())
G_DECLARE_FINAL_TYPE (RapCarryRow, rap_carry_row, RAP, CARRY_ROW, GtkBox)

GtkWidget *rap_carry_row_new    (void);
/* @is_first: of its state. NULL @entry: shows nothing. */
void       rap_carry_row_set    (RapCarryRow   *self,
                                 RapSession    *session,
                                 RapCarryEntry *entry,
                                 gboolean       is_first);
/* Shows the entry as it is now. */
void       rap_carry_row_update (RapCarryRow   *self);

G_END_DECLS
