/* rap-participant-row.h
 *
 * One party of a meeting: who, in which role, in which capacity. The capacity
 * is completed from those that the same party had in other meetings.
 *
 * Signals:
 *   "changed" (): role or capacity, when the typing is done
 *   "removed" ()
 *   "moved" (int step): -1 up, +1 down
 *
 * Keys: Alt+Up and Alt+Down move the row; Control+Delete, or Delete outside of
 * the text, removes it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-session.h"

G_BEGIN_DECLS

#define RAP_TYPE_PARTICIPANT_ROW (rap_participant_row_get_type ())
G_DECLARE_FINAL_TYPE (RapParticipantRow, rap_participant_row, RAP, PARTICIPANT_ROW, GtkListBoxRow)

/* @is_link: the name leads to the entity, and stands above role and capacity. */
GtkWidget      *rap_participant_row_new (gboolean              is_link);
/* What is being typed stays. @meeting: where the capacity is not to be looked for, or NULL. */
void            rap_participant_row_set (RapParticipantRow    *self,
                                         RapSession           *session,
                                         const RapParticipant *participant,
                                         const char           *name,
                                         const char           *meeting);
/* What the row says, typed text included. (transfer full) */
RapParticipant *rap_participant_row_get (RapParticipantRow    *self);
const char     *rap_participant_row_get_entity (RapParticipantRow *self);

G_END_DECLS
