/* rap-claimed-values.h
 *
 * What claims say of a meeting, aspect by aspect: the values they give side by
 * side, marked where they differ. A date can be adopted.
 *
 * Signals:
 *   "adopted" (string edtf)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rap-meeting.h"
#include "rap-session.h"

G_BEGIN_DECLS

#define RAP_TYPE_CLAIMED_VALUES (rap_claimed_values_get_type ())
G_DECLARE_FINAL_TYPE (RapClaimedValues, rap_claimed_values, RAP, CLAIMED_VALUES, AdwBin)

/* @claims: (element-type RapClaim) (nullable): those linked to the meeting */
void rap_claimed_values_load (RapClaimedValues *self,
                              RapSession       *session,
                              RapMeeting       *meeting,
                              GPtrArray        *claims);

G_END_DECLS
