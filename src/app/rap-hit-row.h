/* rap-hit-row.h
 *
 * One article found by the full-text search: title, outlet and date, how often
 * it has the words, and where they stand. A row is used again for other hits.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-header.h"

G_BEGIN_DECLS

#define RAP_TYPE_HIT_ROW (rap_hit_row_get_type ())
G_DECLARE_FINAL_TYPE (RapHitRow, rap_hit_row, RAP, HIT_ROW, GtkListBoxRow)

GtkWidget *rap_hit_row_new      (void);
void       rap_hit_row_set_hit  (RapHitRow    *self,
                                 const RapHit *hit);

G_END_DECLS
