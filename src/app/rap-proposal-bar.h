/* rap-proposal-bar.h
 *
 * The line under the article with what is proposed for the claim just tagged:
 * a chip for each part, which can be taken or left, and two buttons. It shows
 * and asks; nothing is written here.
 *
 * Signals:
 *   "accepted": the parts that are ticked are wanted
 *   "dropped": nothing is
 *   "toggled": another set of parts is ticked
 *   "shown": the bar has taken its room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rap-claim-proposal.h"

G_BEGIN_DECLS

#define RAP_TYPE_PROPOSAL_BAR (rap_proposal_bar_get_type ())
G_DECLARE_FINAL_TYPE (RapProposalBar, rap_proposal_bar, RAP, PROPOSAL_BAR, AdwBin)

GtkWidget *rap_proposal_bar_new       (void);
/* Shows the proposal with @ticked (RapProposalPart bits) ticked; NULL hides the bar. */
void       rap_proposal_bar_show      (RapProposalBar         *self,
                                       const RapClaimProposal *proposal,
                                       guint                   ticked);
/* RapProposalPart bits of the chips that are ticked. */
guint      rap_proposal_bar_get_parts (RapProposalBar         *self);

G_END_DECLS
