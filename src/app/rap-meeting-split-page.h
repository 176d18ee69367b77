/* rap-meeting-split-page.h
 *
 * A page of the inspector on which a part of what speaks of the shown meeting
 * goes to a new one: a title, and a tick at each passage and claim. One
 * commit, one undo step.
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

#define RAP_TYPE_MEETING_SPLIT_PAGE (rap_meeting_split_page_get_type ())
G_DECLARE_FINAL_TYPE (RapMeetingSplitPage, rap_meeting_split_page, RAP, MEETING_SPLIT_PAGE, AdwBin)

/* Begins anew, with the keyboard in the title. */
void rap_meeting_split_page_open (RapMeetingSplitPage *self,
                                  RapSession          *session,
                                  RapMeeting          *meeting);
/* Something was committed: the list is made anew, ticks stay. */
void rap_meeting_split_page_refresh (RapMeetingSplitPage *self,
                                     RapMeeting          *meeting);

G_END_DECLS
