/* rap-entity-moves-words.h
 *
 * What a merge or split would move, a line each.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-entity-merge.h"

G_BEGIN_DECLS

/* "12 mentions\n3 claims as speaker …", or a sentence when nothing moves. (transfer full) */
char *rap_entity_moves_words (const RapEntityMoves *moves);

G_END_DECLS
