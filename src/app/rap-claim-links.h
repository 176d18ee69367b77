/* rap-claim-links.h
 *
 * What a claim is linked to: meetings (aspect, and the value it gives) and
 * other claims (repeats, supports, contradicts, in either direction, with a
 * note); and how many origins what it says has. Lives in a RapForm, which commits.
 *
 * Signals:
 *   "relate-requested" (): another claim is to be chosen
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
/* The meeting of the row that has the keyboard, or NULL. */
const char *rap_claim_links_get_focused_meeting (RapClaimLinks *self);

G_END_DECLS
