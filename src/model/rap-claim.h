/* rap-claim.h
 *
 * A claim: one speaker, one proposition, one commitment, anchored in one
 * article by content, cue and source.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-record.h"

G_BEGIN_DECLS

typedef struct
{
  RapRecord        parent_instance;
  char            *article;
  RapAnchor       *content;
  RapAnchor       *cue;           /* or NULL */
  RapAnchor       *source;        /* or NULL */
  char            *proposition;   /* one line in the analyst's words, may be "" */
  char            *speaker;       /* entity id or NULL */
  char           **via;           /* entity ids, nearest to the speaker first, or NULL */
  gboolean         anonymous;
  RapMode          mode;
  RapCertainty     certainty;
  RapPolarity      polarity;
  RapTense         tense;
  guint            credibility;   /* 1..6, 0 = ungraded */
  char           **codes;         /* code ids, or NULL */
  GPtrArray       *meetings;      /* RapClaimMeeting *, or NULL */
  char            *note;
} RapClaim;

#define RAP_TYPE_CLAIM (rap_claim_get_type ())
RAP_DECLARE_RECORD (RapClaim, rap_claim, CLAIM)

/* Derived, never stored: PR or PS. */
static inline gboolean
rap_claim_is_hedged (const RapClaim *self)
{
  return self->certainty == RAP_CERTAINTY_PR || self->certainty == RAP_CERTAINTY_PS;
}

G_END_DECLS
