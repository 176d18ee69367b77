/* rap-anchor-row.h
 *
 * A row for an anchor of a claim: its quote, a button that takes the passage
 * selected in the text, and one that clears it.
 *
 * Property "clearable". Signals: "taken" (), "cleared" (), "shown" ().
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rap-anchor.h"

G_BEGIN_DECLS

#define RAP_TYPE_ANCHOR_ROW (rap_anchor_row_get_type ())
G_DECLARE_FINAL_TYPE (RapAnchorRow, rap_anchor_row, RAP, ANCHOR_ROW, AdwActionRow)

/* NULL: none. */
void rap_anchor_row_set_anchor (RapAnchorRow    *self,
                                const RapAnchor *anchor);

G_END_DECLS
