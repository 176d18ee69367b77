/* rap-outline-row.h
 *
 * One annotation in the list of an article: what kind it is, its words, and
 * whom or what it is about. Reused for another annotation while scrolling.
 *
 * Signals:
 *   "pointed" (string id or NULL): the pointer came over the row, or left it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rap-session.h"

G_BEGIN_DECLS

#define RAP_TYPE_OUTLINE_ROW (rap_outline_row_get_type ())
G_DECLARE_FINAL_TYPE (RapOutlineRow, rap_outline_row, RAP, OUTLINE_ROW, AdwBin)

GtkWidget *rap_outline_row_new  (void);
/* @record NULL empties the row. */
void       rap_outline_row_bind (RapOutlineRow *self,
                                 RapSession    *session,
                                 RapRecord     *record);

G_END_DECLS
