/* rap-row-words.h
 *
 * What the rows of the library say: functions from a RapHeader to a translated
 * string, called by the closures of ui/rap-row-*.ui under their own names.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-header.h"

G_BEGIN_DECLS

/* Makes the closures of the row files known to @scope. */
void  rap_row_words_add_to_scope (GtkBuilderCScope *scope);
/* A date for a list: "8 Nov 2022"; "" for NULL. (transfer full) */
char *rap_row_words_date         (const char       *edtf);
/* "CT+ certain", "PS− possible, denied": the tag of a claim. (transfer full) */
char *rap_row_words_commitment   (const char       *tag);

G_END_DECLS
