/* rap-meeting-adoption.h
 *
 * Claims give a meeting's aspects values, which may compete; the meeting holds
 * the one that the analyst adopted. This reads claimed values, and turns the
 * choice of one into a change of the meeting.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-session.h"

G_BEGIN_DECLS

/**
 * RapClaimedValue: one of the values that claims give an aspect
 * @value: as the first claim says it, or as the meeting holds it when no claim does
 * @date: of the date aspect: what it means, or NULL when it cannot be read
 * @adopted: the meeting holds it
 * @adoptable: adopting it would change the meeting
 * @claims: (element-type RapClaim): who says so; none for a value only the meeting has
 */
typedef struct
{
  char      *value;
  RapEdtf   *date;
  gboolean   adopted;
  gboolean   adoptable;
  GPtrArray *claims;
} RapClaimedValue;

void        rap_claimed_value_free     (RapClaimedValue   *self);
/* The values of @aspect, the adopted one first, then those with the most claims.
 * @claims: (element-type RapClaim): linked to the meeting.
 * (transfer full) (element-type RapClaimedValue) */
GPtrArray  *rap_session_list_values    (RapSession        *self,
                                        const RapMeeting  *meeting,
                                        RapAspect          aspect,
                                        GPtrArray         *claims);
/* Two values that claims give differ. */
gboolean    rap_claimed_values_compete (GPtrArray         *values);
/* The meeting as it would be with that value: a date as a date; the place as
 * the project's place of that name, else in words; participants: those named
 * who do not take part yet; occurrence: a status by its name, else the title.
 * NULL when it cannot be adopted or changes nothing. (transfer full), unsealed */
RapMeeting *rap_session_adopt          (RapSession        *self,
                                        const RapMeeting  *meeting,
                                        RapAspect          aspect,
                                        const RapClaimedValue *value);
/* A date as a claim gives it: EDTF, or a phrase ("July 2017", "on Monday") that is
 * counted from the day its article was published. NULL: neither. (transfer full) */
RapEdtf    *rap_session_read_date      (RapSession        *self,
                                        const RapClaim    *claim,
                                        const char        *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapClaimedValue, rap_claimed_value_free)

G_END_DECLS
