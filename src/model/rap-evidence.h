/* rap-evidence.h
 *
 * A passage that supports one aspect of a meeting.
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
  RapAnchor       *anchor;
  char            *meeting;
  RapAspect        aspect;
} RapEvidence;

#define RAP_TYPE_EVIDENCE (rap_evidence_get_type ())
RAP_DECLARE_RECORD (RapEvidence, rap_evidence, EVIDENCE)

G_END_DECLS
