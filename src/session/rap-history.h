/* rap-history.h
 *
 * The history beyond the next undo: going to any point of it, and what a group
 * changed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-session.h"

G_BEGIN_DECLS

/* How many groups lie between the present and the point where @seq is the last
 * group that is done (0: before all of them); 0 also for a discarded group. */
guint        rap_session_count_steps  (GPtrArray      *history,
                                       gint64          seq);
/* Undoes or redoes groups until that point is reached, but at most @limit of
 * them: one transaction, one "changed" with what is different in the end. A
 * longer way is gone in several such steps, each of which ends in a state that
 * was. @n_moved (out): 0 when it is reached. */
gboolean     rap_session_move_to      (RapSession     *self,
                                       gint64          seq,
                                       guint           limit,
                                       guint          *n_moved,
                                       GError        **error);
/* What the group changed when it was done. (transfer full) */
RapEdits    *rap_session_load_group   (RapSession     *self,
                                       gint64          seq,
                                       GError        **error);

G_END_DECLS
