/* rap-header-changes-private.h
 *
 * What a list has to look at after commits, so that it need not look at all.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-session.h"

G_BEGIN_DECLS

/**
 * RapHeaderChanges: gathered from the edits of one or more commits
 * @touched: (element-type utf8): ids of records that were changed, or that a
 *   changed record refers to: their rows may say something else now
 * @own: (element-type utf8): ids of the list's kind that came or changed
 * @all_may_differ: names changed that any row may show
 * @whole: rows went, or too much changed: the list must be asked for again
 */
typedef struct
{
  GHashTable *touched;
  GPtrArray  *own;
  gboolean    all_may_differ;
  gboolean    whole;
} RapHeaderChanges;

RapHeaderChanges *rap_header_changes_new  (void);
void              rap_header_changes_free (RapHeaderChanges *self);
/* Adds what @edits mean for a list of @kind. */
void              rap_header_changes_add  (RapHeaderChanges *self,
                                           RapKind           kind,
                                           const RapEdits   *edits);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapHeaderChanges, rap_header_changes_free)

G_END_DECLS
