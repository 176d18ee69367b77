/* rap-claim-proposal.h
 *
 * What the program would add to a claim that was just tagged, read from the
 * words around its passage: cue, source, speaker, chain, commitment, tense.
 * Nothing of it is written before the analyst accepts it; each part can be
 * taken or left by itself, and all that is taken is one group.
 *
 * The rules are those of tagging by hand: "said" is CT+, "denied" CT-,
 * "likely" PR+, "may" PS+; questions, conditions and demands are Uu; "sources
 * say" is not the speaker's hedge but an anonymous speaker.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-session.h"

G_BEGIN_DECLS

/* Bits. */
typedef enum
{
  RAP_PART_CUE        = 1 << 0,
  RAP_PART_SOURCE     = 1 << 1,
  RAP_PART_SPEAKER    = 1 << 2,
  RAP_PART_COMMITMENT = 1 << 3,   /* certainty and polarity */
  RAP_PART_TENSE      = 1 << 4,
  RAP_PART_ANONYMOUS  = 1 << 5,
  RAP_PART_VIA        = 1 << 6,
} RapProposalPart;

#define RAP_N_PROPOSAL_PARTS 7

/**
 * RapClaimProposal:
 * @parts: RapProposalPart bits: what is proposed; the members of other parts mean nothing
 * @cue, @source: anchors in the claim's article
 * @speaker: entity id: of @made, or of the project
 * @speaker_name: to be shown
 * @speaker_reason: static: "source" (stands in it), "pronoun" (spoke last before it)
 * @commitment_word: what decides it ("may", "denied"), or NULL
 * @via: (array zero-terminated=1): the whole chain as it would be
 * @via_added: (array zero-terminated=1): names of those that are new in it
 * @made: (element-type RapEntity): unsealed; agencies that the text names and the project does not have yet
 */
typedef struct
{
  guint         parts;
  RapAnchor    *cue;
  RapAnchor    *source;
  char         *speaker;
  char         *speaker_name;
  const char   *speaker_reason;
  RapCertainty  certainty;
  RapPolarity   polarity;
  RapTense      tense;
  char         *commitment_word;
  char        **via;
  char        **via_added;
  GPtrArray    *made;
} RapClaimProposal;

/* What could be added to @claim, which stands in @article; NULL when there is nothing. (transfer full) */
RapClaimProposal *rap_session_propose_parts     (RapSession             *self,
                                                 const RapArticle       *article,
                                                 const RapClaim         *claim);
void              rap_claim_proposal_free       (RapClaimProposal       *self);
/* Adds to @edits what makes @parts of the proposal part of @claim, which is as stored now. */
void              rap_claim_proposal_add_edits  (const RapClaimProposal *self,
                                                 RapEdits               *edits,
                                                 RapClaim               *claim,
                                                 guint                   parts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapClaimProposal, rap_claim_proposal_free)

G_END_DECLS
