/* rap-link-row.h
 *
 * A row that stands for another record: title, subtitle, a badge, and buttons
 * to remove or to move it. Activating it chooses the record.
 *
 * Signals:
 *   "removed" (), "moved" (int step: -1 up, +1 down)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rap-record.h"

G_BEGIN_DECLS

#define RAP_TYPE_LINK_ROW (rap_link_row_get_type ())
G_DECLARE_FINAL_TYPE (RapLinkRow, rap_link_row, RAP, LINK_ROW, AdwActionRow)

/* @title and @subtitle are plain text; @subtitle may be NULL. */
GtkWidget  *rap_link_row_new           (RapKind     kind,
                                        const char *id,
                                        const char *title,
                                        const char *subtitle);
const char *rap_link_row_get_id        (RapLinkRow *self);
/* @style: a CSS class for the badge, or NULL */
void        rap_link_row_set_badge     (RapLinkRow *self,
                                        const char *text,
                                        const char *style);
void        rap_link_row_set_removable (RapLinkRow *self,
                                        gboolean    removable);
void        rap_link_row_set_movable   (RapLinkRow *self,
                                        gboolean    up,
                                        gboolean    down);

G_END_DECLS
