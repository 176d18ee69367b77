/* rap-meeting-merge-page.h
 *
 * A page of the inspector on which the shown meeting is merged with another:
 * first the other is found, then, where the two differ, the analyst picks which
 * value stays, and sees what will move. One commit, one undo step.
 *
 * Signals:
 *   "closed" (): done or given up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rap-session.h"

G_BEGIN_DECLS

#define RAP_TYPE_MEETING_MERGE_PAGE (rap_meeting_merge_page_get_type ())
G_DECLARE_FINAL_TYPE (RapMeetingMergePage, rap_meeting_merge_page, RAP, MEETING_MERGE_PAGE, AdwBin)

/* Begins anew, with the keyboard in the entry. */
void rap_meeting_merge_page_open (RapMeetingMergePage *self,
                                  RapSession          *session,
                                  RapMeeting          *meeting);
/* Something was committed: what is shown is made anew. @meeting: as it is now. */
void rap_meeting_merge_page_refresh (RapMeetingMergePage *self,
                                     RapMeeting          *meeting);

G_END_DECLS
