/* rap-variant-words.h
 *
 * What is said of two spellings that may be one name, and of scripts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-variant.h"

G_BEGIN_DECLS

/* "gh ~ q, doubled r; from Arabic script". (transfer full) */
char       *rap_variant_words_reasons (const RapVariant *variant);
/* "Arabic script" for "Arab"; the code itself where there is no word for it; "" for "". */
const char *rap_variant_words_script  (const char       *code);

G_END_DECLS
