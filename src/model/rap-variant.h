/* rap-variant.h
 *
 * Why two spellings may be one name: a score, and the reasons in the order
 * they were found. Only values; the words for them are the window's.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RapVariantReasonKind:
 * @RAP_VARIANT_SAME: nothing differs but case, marks and letter variants
 * @RAP_VARIANT_LETTERS: a ~ b, two spellings of a sound; one may be "" (left out)
 * @RAP_VARIANT_DOUBLED: the letter a is doubled in one of them
 * @RAP_VARIANT_ARTICLE: the article a ("al") is in one of them only
 * @RAP_VARIANT_SCRIPT: one is in the script a (ISO 15924, "Arab") and was transliterated
 * @RAP_VARIANT_TITLE: the rank or title a is in one of them only
 * @RAP_VARIANT_INITIAL: a is the initial of b
 * @RAP_VARIANT_SURNAME: they share the surname only; the given names a are in one of them
 * @RAP_VARIANT_MIDDLE: the middle name or word a is in one of them only
 * @RAP_VARIANT_ORDER: the same words in another order
 * @RAP_VARIANT_JOINED: what is one word here is two there
 * @RAP_VARIANT_ACRONYM: a is made of the first letters of b
 */
typedef enum
{
  RAP_VARIANT_SAME,
  RAP_VARIANT_LETTERS,
  RAP_VARIANT_DOUBLED,
  RAP_VARIANT_ARTICLE,
  RAP_VARIANT_SCRIPT,
  RAP_VARIANT_TITLE,
  RAP_VARIANT_INITIAL,
  RAP_VARIANT_SURNAME,
  RAP_VARIANT_MIDDLE,
  RAP_VARIANT_ORDER,
  RAP_VARIANT_JOINED,
  RAP_VARIANT_ACRONYM,
} RapVariantReasonKind;

typedef struct
{
  RapVariantReasonKind  kind;
  char                 *a;
  char                 *b;
} RapVariantReason;

/**
 * RapVariant:
 * @score: 0 … 1; 1 is the same spelling
 * @reasons: (element-type RapVariantReason): no two alike
 */
typedef struct
{
  double  score;
  GArray *reasons;
} RapVariant;

/* Score 1 and no reasons. (transfer full) */
RapVariant *rap_variant_new        (void);
void        rap_variant_free       (RapVariant           *self);
/* NULL strings become "". A reason that is there already is not added again. */
void        rap_variant_add        (RapVariant           *self,
                                    RapVariantReasonKind  kind,
                                    const char           *a,
                                    const char           *b);

static inline const RapVariantReason *
rap_variant_get (const RapVariant *self,
                 guint             i)
{
  return &g_array_index (self->reasons, RapVariantReason, i);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapVariant, rap_variant_free)

G_END_DECLS
