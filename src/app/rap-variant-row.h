/* rap-variant-row.h
 *
 * Two names that may be one: what they are, how sure that is and why, and the
 * two answers.
 *
 * Signals:
 *   "accepted" (), "refused" ()
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-variants-index.h"

G_BEGIN_DECLS

#define RAP_TYPE_VARIANT_ROW (rap_variant_row_get_type ())
G_DECLARE_FINAL_TYPE (RapVariantRow, rap_variant_row, RAP, VARIANT_ROW, GtkListBoxRow)

/* @pair: (transfer full). @both: both names are said, for a list of the whole project. */
GtkWidget            *rap_variant_row_new      (RapVariantPair *pair,
                                                gboolean        both);
const RapVariantPair *rap_variant_row_get_pair (RapVariantRow  *self);

G_END_DECLS
