/* rap-sweep-row.h
 *
 * One place of a name: a tick, what stands around it with the name in bold, and
 * what speaks against it; above the first of an article its title.
 *
 * Signals:
 *   "toggled" (): the hit's tick was changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-mention-sweep.h"

G_BEGIN_DECLS

#define RAP_TYPE_SWEEP_ROW (rap_sweep_row_get_type ())
G_DECLARE_FINAL_TYPE (RapSweepRow, rap_sweep_row, RAP, SWEEP_ROW, GtkBox)

GtkWidget *rap_sweep_row_new    (void);
/* @is_first: of its article. NULL: shows nothing. */
void       rap_sweep_row_set    (RapSweepRow *self,
                                 RapSweepHit *hit,
                                 gboolean     is_first);
/* Shows the hit's tick as it is now. */
void       rap_sweep_row_update (RapSweepRow *self);

G_END_DECLS
