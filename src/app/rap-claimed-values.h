/* rap-claimed-values.h
 *
 * The row below a field of a meeting: how many passages and claims support it,
 * and, opened, which ones. Where claims give values, these stand first, one
 * below the other, each with who says so; the one that the meeting holds is
 * marked, and marking another adopts it. Hidden when nothing supports the field.
 *
 * Property "aspect": the nick of the aspect.
 * Signal "adopted" (GObject meeting, string label): the meeting as it is to be,
 *   unsealed, and what that is called in the history.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rap-session.h"

G_BEGIN_DECLS

#define RAP_TYPE_CLAIMED_VALUES (rap_claimed_values_get_type ())
G_DECLARE_FINAL_TYPE (RapClaimedValues, rap_claimed_values, RAP, CLAIMED_VALUES, AdwPreferencesRow)

/* @evidence: (element-type RapEvidence) (nullable), @claims: (element-type RapClaim)
 * (nullable): those of the meeting, of all aspects. */
void rap_claimed_values_load (RapClaimedValues *self,
                              RapSession       *session,
                              RapMeeting       *meeting,
                              GPtrArray        *evidence,
                              GPtrArray        *claims);

G_END_DECLS
