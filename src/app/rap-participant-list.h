/* rap-participant-list.h
 *
 * The participants of a meeting in order, to be changed, moved and removed by
 * hand; whoever uses the list adds to them and commits.
 *
 * Property "links": names lead to the entities (in the inspector).
 * Signal "changed" (string label): what was done, for the history
 *   ("Change participant"); not for what is set from outside.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rap-session.h"

G_BEGIN_DECLS

#define RAP_TYPE_PARTICIPANT_LIST (rap_participant_list_get_type ())
G_DECLARE_FINAL_TYPE (RapParticipantList, rap_participant_list, RAP, PARTICIPANT_LIST, AdwBin)

/* @participants: (element-type RapParticipant) (nullable). @meeting: id of the
 * meeting they are of, or NULL. @made: (element-type RapEntity) (nullable): new
 * people among them, whom the project does not know yet. */
void       rap_participant_list_set  (RapParticipantList *self,
                                      RapSession         *session,
                                      GPtrArray          *participants,
                                      const char         *meeting,
                                      GPtrArray          *made);
/* As the rows say, typed text included. (transfer full) (element-type RapParticipant) */
GPtrArray *rap_participant_list_dup  (RapParticipantList *self);
/* Whether the entity takes part already. */
gboolean   rap_participant_list_has  (RapParticipantList *self,
                                      const char         *entity);

G_END_DECLS
