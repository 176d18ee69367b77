/* rap-carry-place-private.h
 *
 * Where a passage of one text stands in another text that was made from it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-anchor.h"

G_BEGIN_DECLS

/* Two texts, cut into words. The texts must outlive it. */
typedef struct _RapCarryTexts RapCarryTexts;

/**
 * RapCarryPlace:
 * @anchor: in the newer text, or NULL
 * @score: 0..1; 1 is certain
 * @same: the quote is the same, letter by letter
 * @only: it stands in the newer text only there, or only there with what stood around it
 */
typedef struct
{
  RapAnchor *anchor;
  double     score;
  gboolean   same;
  gboolean   only;
} RapCarryPlace;

RapCarryTexts *rap_carry_texts_new   (const RapText   *older,
                                      const RapText   *newer);
void           rap_carry_texts_free  (RapCarryTexts   *self);
/* @shift: how far from its old place it is expected, in code points; decides
 * between places that are equally good. */
RapCarryPlace  rap_carry_texts_place (RapCarryTexts   *self,
                                      const RapAnchor *anchor,
                                      gint64           shift);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapCarryTexts, rap_carry_texts_free)

G_END_DECLS
