/* rap-meeting-merge.h
 *
 * Two meetings that are one, and one that is two. Both begin as a plan that
 * can be looked at; what comes of it is one group of edits, one undo step, and
 * nothing that anybody wrote is lost.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-session.h"

G_BEGIN_DECLS

/* What of a meeting is decided one by one. */
typedef enum
{
  RAP_MEETING_TITLE,
  RAP_MEETING_WHEN,
  RAP_MEETING_PLACE,     /* entity and words together */
  RAP_MEETING_MODE,
  RAP_MEETING_STATUS,
  RAP_MEETING_TOPIC,
  RAP_MEETING_OUTCOME,
} RapMeetingField;

#define RAP_N_MEETING_FIELDS (RAP_MEETING_OUTCOME + 1)

/**
 * RapMeetingMoves: what a plan would move
 * @n_evidence: passages that go to the other meeting
 * @n_claims: claims whose links go there
 * @n_participants: participants that are added there
 * @n_doubles: passages that both had, with the same aspect; one of each stays
 */
typedef struct
{
  guint n_evidence;
  guint n_claims;
  guint n_participants;
  guint n_doubles;
} RapMeetingMoves;

typedef struct _RapMeetingMerge RapMeetingMerge;

/* The plan to make one of @into, which stays, and @from, which goes. A value
 * that only one of them has is taken; where both have one, that of @into.
 * RAP_ERROR_NOT_FOUND, or INVALID when both are the same. (transfer full) */
RapMeetingMerge  *rap_meeting_merge_new       (RapSession            *session,
                                               const char            *into,
                                               const char            *from,
                                               GError               **error);
void              rap_meeting_merge_free      (RapMeetingMerge       *self);
const RapMeeting *rap_meeting_merge_get_from  (const RapMeetingMerge *self);
/* Whether both have a value, and not the same one. */
gboolean          rap_meeting_merge_differs   (const RapMeetingMerge *self,
                                               RapMeetingField        field);
/* Of @from, or else of @into: EDTF, a nick, a name or text; "" for none. (transfer full) */
char             *rap_meeting_merge_dup_value (const RapMeetingMerge *self,
                                               RapMeetingField        field,
                                               gboolean               of_from);
/* Which value stays. The other goes to the note ("also: 2015 (when)"). */
void              rap_meeting_merge_take      (RapMeetingMerge       *self,
                                               RapMeetingField        field,
                                               gboolean               from);
gboolean          rap_meeting_merge_takes     (const RapMeetingMerge *self,
                                               RapMeetingField        field);
/* The group, to be committed under the name @label. @moves: (out) (optional). (transfer full) */
RapEdits         *rap_meeting_merge_build     (const RapMeetingMerge *self,
                                               const char            *label,
                                               RapMeetingMoves       *moves,
                                               GError               **error);

/* Makes a meeting @title of a part of the meeting @id: the passages and claims
 * in @moved (ids; of claims all links to it). Participants, mode and status are
 * copied; the date is what the moved claims say, when they say one and the same.
 * RAP_ERROR_INVALID without a title or with nothing to move.
 * @made: (out) (transfer full) (optional): id of the new meeting. (transfer full) */
RapEdits         *rap_meeting_split_build     (RapSession            *session,
                                               const char            *id,
                                               const char            *title,
                                               const char * const    *moved,
                                               const char            *label,
                                               char                 **made,
                                               GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapMeetingMerge, rap_meeting_merge_free)

G_END_DECLS
