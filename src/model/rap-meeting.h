/* rap-meeting.h
 *
 * A meeting, once per project, evidenced from many articles.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-record.h"

G_BEGIN_DECLS

typedef struct
{
  RapRecord        parent_instance;
  char            *title;
  RapMeetingMode   mode;
  RapStatus        status;
  RapEdtf         *when;          /* or NULL: undated */
  char            *place;         /* entity id or NULL */
  char            *place_text;
  char            *topic;
  char            *outcome;
  GPtrArray       *participants;  /* RapParticipant *, or NULL */
  char            *note;
} RapMeeting;

#define RAP_TYPE_MEETING (rap_meeting_get_type ())
RAP_DECLARE_RECORD (RapMeeting, rap_meeting, MEETING)

G_END_DECLS
