/* rap-meeting.c
 *
 * The members of a meeting.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-meeting.h"
#include "rap-record-private.h"

static const RapField fields[] = {
  RAP_FIELD (RapMeeting, title, RAP_FIELD_STRING, RAP_FIELD_REQUIRED),
  RAP_FIELD_OF (RapMeeting, mode, rap_meeting_mode_vocabulary),
  RAP_FIELD_OF (RapMeeting, status, rap_status_vocabulary),
  RAP_FIELD (RapMeeting, when, RAP_FIELD_EDTF, 0),
  { "earliest", RAP_FIELD_EARLIEST, RAP_FIELD_DERIVED, G_STRUCT_OFFSET (RapMeeting, when), NULL, 0 },
  { "latest", RAP_FIELD_LATEST, RAP_FIELD_DERIVED, G_STRUCT_OFFSET (RapMeeting, when), NULL, 0 },
  RAP_FIELD_TO (RapMeeting, place, RAP_FIELD_REF, 0, RAP_KIND_ENTITY),
  RAP_FIELD (RapMeeting, place_text, RAP_FIELD_STRING, 0),
  RAP_FIELD (RapMeeting, topic, RAP_FIELD_STRING, 0),
  RAP_FIELD (RapMeeting, outcome, RAP_FIELD_STRING, 0),
  RAP_FIELD_TO (RapMeeting, participants, RAP_FIELD_PARTICIPANTS, 0, RAP_KIND_ENTITY),
  RAP_FIELD (RapMeeting, note, RAP_FIELD_STRING, 0),
};

RAP_DEFINE_RECORD (RapMeeting, rap_meeting, RAP_KIND_MEETING, fields)

static void
rap_meeting_init (RapMeeting *self)
{
  self->mode = RAP_MEETING_UNKNOWN;
  self->status = RAP_STATUS_HELD;
}
