/* rap-claim-order.c
 *
 * Asks the store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-claim-order.h"

#include "rap-session-private.h"
#include "rap-store-claim-order.h"

gboolean
rap_session_find_claim_place (RapSession  *self,
                              const char  *article,
                              const char  *claim,
                              guint       *place,
                              guint       *n,
                              char       **next)
{
  g_return_val_if_fail (RAP_IS_SESSION (self), FALSE);

  return rap_store_find_claim_place (rap_session_get_store (self), article, claim, place, n, next);
}
