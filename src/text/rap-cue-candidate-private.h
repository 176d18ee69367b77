/* rap-cue-candidate-private.h
 *
 * Places of a text where somebody may be reported.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-cue-private.h"

G_BEGIN_DECLS

/**
 * RapCueCandidate: all phrases in words of the text
 * @cues: the second is empty but for "quoted … as saying"
 * @unit: cue and source together, as far as they stand together
 * @name: index of the known name in the source, or -1
 * @is_outlet: the source is @outlet, who passes on what somebody said; an outlet without a name ("the agency") has
 *   neither id nor name
 * @is_participle: "adding": what it reports follows it
 * @has_agent: @agent is who quotes the source
 */
typedef struct
{
  const RapCueForm *form;
  RapPhrase         cues[2];
  RapPhrase         source;
  RapPhrase         unit;
  RapSourceKind     source_kind;
  int               name;
  gboolean          is_outlet;
  gboolean          has_agent;
  gboolean          is_participle;
  gboolean          is_refused;
  RapCueOutlet      outlet;
  RapCueOutlet      agent;
} RapCueCandidate;

/* In the order of the text. (transfer full) (element-type RapCueCandidate) */
GArray  *rap_cue_candidates_find   (GArray              *words,
                                    const RapCueLexicon *lexicon,
                                    const RapNamedPlace *names,
                                    guint                n_names);

G_END_DECLS
