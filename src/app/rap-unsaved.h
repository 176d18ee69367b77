/* rap-unsaved.h
 *
 * What was typed into a field and could not be written because another program
 * was using the project: it is kept, and written as soon as that is done.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-session.h"

G_BEGIN_DECLS

typedef struct _RapUnsaved RapUnsaved;

/* (transfer full) */
RapUnsaved *rap_unsaved_new    (void);
void        rap_unsaved_free   (RapUnsaved      *self);
/* @text is to be the string member @field of @record, whatever else of it changes meanwhile; takes the place of
 * what was kept for the same member. @label: of the change, in English; static */
void        rap_unsaved_keep   (RapUnsaved      *self,
                                RapSession      *session,
                                const RapRecord *record,
                                const char      *field,
                                const char      *text,
                                const char      *label);
/* The member was written, or restored: nothing is kept for it any more. */
void        rap_unsaved_forget (RapUnsaved      *self,
                                const char      *id,
                                const char      *field);
/* The session is about to be left: tries for the last time. */
void        rap_unsaved_end    (RapUnsaved      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapUnsaved, rap_unsaved_free)

G_END_DECLS
