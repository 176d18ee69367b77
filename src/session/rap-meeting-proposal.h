/* rap-meeting-proposal.h
 *
 * What the program may suggest when a passage speaks of a meeting that the
 * project does not have, with the reason for the date, so that the analyst can
 * judge it: "“on Monday”, from 8 Nov 2022".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-session.h"

G_BEGIN_DECLS

/**
 * RapMeetingProposal:
 * @meeting: unsealed; see rap_session_propose_meeting(). Its title is the passage
 *   when that is short, else the names of the participants; may be empty
 * @date_phrase: what in the text the date was read from, or NULL
 * @date_anchor: the date from which it was counted, or NULL when the phrase says it all
 */
typedef struct
{
  RapMeeting *meeting;
  char       *date_phrase;
  RapEdtf    *date_anchor;
} RapMeetingProposal;

/* (transfer full) */
RapMeetingProposal *rap_meeting_proposal_new  (RapSession         *session,
                                               const RapArticle   *article,
                                               RapRange            passage);
void                rap_meeting_proposal_free (RapMeetingProposal *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapMeetingProposal, rap_meeting_proposal_free)

G_END_DECLS
