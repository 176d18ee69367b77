/* rap-claim-links.h
 *
 * What a claim is linked to: meetings (aspect, and the value it gives) and
 * other claims (repeats, supports, contradicts); and the article it stands in.
 * Lives in a RapForm, which commits.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rap-claim.h"
#include "rap-session.h"

G_BEGIN_DECLS

#define RAP_TYPE_CLAIM_LINKS (rap_claim_links_get_type ())
G_DECLARE_FINAL_TYPE (RapClaimLinks, rap_claim_links, RAP, CLAIM_LINKS, AdwBin)

void rap_claim_links_load (RapClaimLinks *self,
                           RapSession    *session,
                           RapClaim      *claim);

G_END_DECLS
