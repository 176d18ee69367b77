/* rap-anchor-private.h
 *
 * What the model's own files need of anchors beyond the public header.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-anchor.h"

G_BEGIN_DECLS

/* Ascending, disjoint (touching is allowed), none empty, at least one. */
gboolean   rap_ranges_are_orderly (const RapRange  *ranges,
                                   guint            n_ranges);
/* Like rap_anchor_new(), with ranges that are orderly and inside the text, unchanged. */
RapAnchor *rap_anchor_cut         (const RapText   *text,
                                   const RapRange  *ranges,
                                   guint            n_ranges);
/* Whether the prefix and suffix of @self stand just before and after @hull in @text. */
gboolean   rap_anchor_has_context (const RapAnchor *self,
                                   RapRange         hull,
                                   const RapText   *text);
/* rap_anchor_find() for any number of passages. @n_best: how many places are
 * equally good; the one nearest to the anchor's ranges is returned. */
RapAnchor *rap_anchor_locate      (const RapAnchor *self,
                                   const RapText   *text,
                                   double          *score,
                                   guint           *n_best);

G_END_DECLS
