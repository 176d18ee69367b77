/* rap-store-claim-order.h
 *
 * Which of its article's claims a claim is, told from an index without loading any.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-store.h"

G_BEGIN_DECLS

/* As rap_session_find_claim_place(). */
gboolean rap_store_find_claim_place (RapStore    *self,
                                     const char  *article,
                                     const char  *claim,
                                     guint       *place,
                                     guint       *n,
                                     char       **next);

G_END_DECLS
