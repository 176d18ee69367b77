/* rap-hit-row.h
 *
 * One hit of the full-text search.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-header.h"

G_BEGIN_DECLS

#define RAP_TYPE_HIT_ROW (rap_hit_row_get_type ())
G_DECLARE_FINAL_TYPE (RapHitRow, rap_hit_row, RAP, HIT_ROW, GtkListBoxRow)

GtkWidget  *rap_hit_row_new         (const RapHit *hit);
const char *rap_hit_row_get_article (RapHitRow    *self);
/* Code point in the article's text. */
guint       rap_hit_row_get_offset  (RapHitRow    *self);

G_END_DECLS
