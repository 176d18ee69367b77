/* rap-commitment-pad.h
 *
 * What the text commits to, on two rows of keys: certainty (CT, PR, PS, U) and
 * polarity (+, −, u). With the keyboard in the pad, 1 to 4 choose the
 * certainty and +, - and u the polarity.
 *
 * Signals:
 *   "changed" (): the user chose another value
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rap-vocabulary.h"

G_BEGIN_DECLS

#define RAP_TYPE_COMMITMENT_PAD (rap_commitment_pad_get_type ())
G_DECLARE_FINAL_TYPE (RapCommitmentPad, rap_commitment_pad, RAP, COMMITMENT_PAD, AdwBin)

void         rap_commitment_pad_set           (RapCommitmentPad *self,
                                               RapCertainty      certainty,
                                               RapPolarity       polarity);
RapCertainty rap_commitment_pad_get_certainty (RapCommitmentPad *self);
RapPolarity  rap_commitment_pad_get_polarity  (RapCommitmentPad *self);

G_END_DECLS
