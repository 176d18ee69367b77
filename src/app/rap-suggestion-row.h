/* rap-suggestion-row.h
 *
 * One line of a type-ahead: a record, or the offer to make a new one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-header.h"

G_BEGIN_DECLS

#define RAP_TYPE_SUGGESTION_ROW (rap_suggestion_row_get_type ())
G_DECLARE_FINAL_TYPE (RapSuggestionRow, rap_suggestion_row, RAP, SUGGESTION_ROW, GtkListBoxRow)

GtkWidget  *rap_suggestion_row_new        (RapHeader        *header);
GtkWidget  *rap_suggestion_row_new_create (const char       *name);
/* NULL: make a new one. */
const char *rap_suggestion_row_get_id     (RapSuggestionRow *self);
const char *rap_suggestion_row_get_name   (RapSuggestionRow *self);

G_END_DECLS
