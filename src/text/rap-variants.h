/* rap-variants.h
 *
 * Whole names compared across spellings and scripts: words are brought to
 * Latin letters by ICU, ranks and articles are set aside, and what is left is
 * aligned word by word (see rap-spelling.h). For proposing only; the analyst
 * decides. Pure functions, any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "rap-variant.h"

G_BEGIN_DECLS

/**
 * RapVariantName: a name prepared for comparing; compare many with one preparation
 */
typedef struct _RapVariantName RapVariantName;

/* @is_person: the last word is the surname and the others may be missing; else
 * every word counts. (transfer full) */
RapVariantName *rap_variant_name_new     (const char           *name,
                                          gboolean              is_person);
void            rap_variant_name_free    (RapVariantName       *self);
/* What to put it under, so that only names with one of the same keys need to be
 * compared; none for a name without letters. (array zero-terminated=1): borrowed */
const char * const *rap_variant_name_get_keys (const RapVariantName *self);
/* Words without titles and articles. */
guint           rap_variant_name_get_n_words (const RapVariantName *self);
/* NULL when they are different names. (transfer full) */
RapVariant     *rap_variant_name_compare (const RapVariantName *a,
                                          const RapVariantName *b);
/* The same of any text, without preparing it; static. */
const char     *rap_script_of            (const char           *name);
/* Whether the word, folded or not, is a rank, office or form of address ("Gen.", "Minister"). */
gboolean        rap_variant_is_title     (const char           *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapVariantName, rap_variant_name_free)

G_END_DECLS
