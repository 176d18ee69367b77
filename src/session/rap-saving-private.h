/* rap-saving-private.h
 *
 * A group so large that saving it takes seconds goes into the project in parts,
 * with turns of the main loop between them: still one transaction, one journal
 * group, one step of undo, and all of it or nothing.
 *
 * What the analyst does meanwhile goes first: before anything else is written,
 * the parts that are in are taken out again, and the saving begins anew after
 * it. That happens a few times at most; from then on whoever wants to write is
 * told to try again in a moment (RAP_ERROR_SAVING).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-session.h"

G_BEGIN_DECLS

typedef struct _RapSaving RapSaving;

typedef enum
{
  RAP_SAVING_MORE,     /* is to be written yet */
  RAP_SAVING_WRITTEN,  /* all of it is, and waits for the end */
  RAP_SAVING_FAILED,   /* and nothing was saved */
} RapSavingState;

/* Saves @edits, and @detected (element-type RapDetected) beside them; both stay
 * the caller's and as they are until it is freed. One at a time a session.
 * @origin: as in rap_session_commit_from() */
RapSaving     *rap_saving_new         (RapSession      *session,
                                       const RapEdits  *edits,
                                       GPtrArray       *detected,
                                       const char      *origin);
/* Unless it is done, nothing of it was saved. */
void           rap_saving_free        (RapSaving       *self);
/* Writes some, and more until the monotonic time @until. */
RapSavingState rap_saving_go_on       (RapSaving       *self,
                                       gint64           until,
                                       GError         **error);
/* The end of what is written; it is told through the session. */
gboolean       rap_saving_end         (RapSaving       *self,
                                       GError         **error);
/* The share that is written, 0 to 1. */
double         rap_saving_get_share   (RapSaving       *self);
/* Takes what is not saved to its end out again, so that others can write.
 * FALSE: it has been in the way of it too often. RAP_ERROR_SAVING. */
gboolean       rap_saving_make_way    (RapSaving       *self,
                                       GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapSaving, rap_saving_free)

G_END_DECLS
