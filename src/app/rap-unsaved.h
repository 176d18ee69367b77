/* rap-unsaved.h
 *
 * What was typed into a field and could not be written, because another program
 * was using the project, say, or the disk was full: it is kept, and written as
 * soon as that is over.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-session.h"

G_BEGIN_DECLS

typedef struct _RapUnsaved RapUnsaved;

/* Whether the same commit may succeed later. */
gboolean    rap_unsaved_is_passing (const GError *error);
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
/* The member is being written anew: nothing is kept for it any more. */
void        rap_unsaved_forget (RapUnsaved      *self,
                                const char      *id,
                                const char      *field);
/* The form goes: tries for the last time. */
void        rap_unsaved_end    (RapUnsaved      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapUnsaved, rap_unsaved_free)

G_END_DECLS
