/* rap-claim.c
 *
 * The members of a claim.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-claim.h"
#include "rap-record-private.h"

static const RapField fields[] = {
  RAP_FIELD_TO (RapClaim, article, RAP_FIELD_REF, RAP_FIELD_REQUIRED, RAP_KIND_ARTICLE),
  RAP_FIELD (RapClaim, content, RAP_FIELD_ANCHOR, RAP_FIELD_REQUIRED),
  RAP_FIELD (RapClaim, cue, RAP_FIELD_ANCHOR, 0),
  RAP_FIELD (RapClaim, source, RAP_FIELD_ANCHOR, 0),
  RAP_FIELD (RapClaim, proposition, RAP_FIELD_STRING, 0),
  RAP_FIELD_TO (RapClaim, speaker, RAP_FIELD_REF, 0, RAP_KIND_ENTITY),
  RAP_FIELD_TO (RapClaim, via, RAP_FIELD_REFS, 0, RAP_KIND_ENTITY),
  RAP_FIELD (RapClaim, anonymous, RAP_FIELD_BOOL, 0),
  RAP_FIELD_OF (RapClaim, mode, rap_mode_vocabulary),
  RAP_FIELD_OF (RapClaim, certainty, rap_certainty_vocabulary),
  RAP_FIELD_OF (RapClaim, polarity, rap_polarity_vocabulary),
  RAP_FIELD_OF (RapClaim, tense, rap_tense_vocabulary),
  RAP_FIELD (RapClaim, credibility, RAP_FIELD_GRADE, 0),
  RAP_FIELD_TO (RapClaim, codes, RAP_FIELD_REFS, 0, RAP_KIND_CODE),
  RAP_FIELD_TO (RapClaim, meetings, RAP_FIELD_LINKS, 0, RAP_KIND_MEETING),
  RAP_FIELD (RapClaim, note, RAP_FIELD_STRING, 0),
};

RAP_DEFINE_RECORD (RapClaim, rap_claim, RAP_KIND_CLAIM, fields)

static void
rap_claim_init (RapClaim *self)
{
  self->mode = RAP_MODE_QUOTE;
  self->certainty = RAP_CERTAINTY_CT;
  self->polarity = RAP_POLARITY_POSITIVE;
  self->tense = RAP_TENSE_PRESENT;
}
