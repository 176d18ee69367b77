/* rap-row-words.h
 *
 * Short words that many rows and cards share, translated.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "rap-edtf.h"

G_BEGIN_DECLS

/* A date for a list: "8 Nov 2022"; "" for NULL. (transfer full) */
char *rap_row_words_date       (const char *edtf);
/* "certain", "possibly not": what the tag of a claim means. (transfer full) */
char *rap_row_words_commitment (const char *tag);

G_END_DECLS
