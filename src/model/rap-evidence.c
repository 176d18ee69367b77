/* rap-evidence.c
 *
 * The members of a passage of evidence.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-evidence.h"
#include "rap-record-private.h"

static const RapField fields[] = {
  RAP_FIELD_TO (RapEvidence, article, RAP_FIELD_REF, RAP_FIELD_REQUIRED, RAP_KIND_ARTICLE),
  RAP_FIELD (RapEvidence, anchor, RAP_FIELD_ANCHOR, RAP_FIELD_REQUIRED),
  RAP_FIELD_TO (RapEvidence, meeting, RAP_FIELD_REF, RAP_FIELD_REQUIRED, RAP_KIND_MEETING),
  RAP_FIELD_OF (RapEvidence, aspect, rap_aspect_vocabulary),
};

RAP_DEFINE_RECORD (RapEvidence, rap_evidence, RAP_KIND_EVIDENCE, fields)

static void
rap_evidence_init (RapEvidence *self)
{
  self->aspect = RAP_ASPECT_OCCURRENCE;
}
