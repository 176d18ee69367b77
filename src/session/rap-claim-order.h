/* rap-claim-order.h
 *
 * Which of its article's claims a claim is, in the order of the text. Costs
 * next to nothing however many annotations the article has.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-session.h"

G_BEGIN_DECLS

/* @place: from 0; @n: how many claims the article has; @next (optional) (transfer
 * full): id of the claim after it, NULL after the last. FALSE, with nothing set,
 * when @article has no such claim. */
gboolean rap_session_find_claim_place (RapSession  *self,
                                       const char  *article,
                                       const char  *claim,
                                       guint       *place,
                                       guint       *n,
                                       char       **next);

G_END_DECLS
