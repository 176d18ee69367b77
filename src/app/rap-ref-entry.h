/* rap-ref-entry.h
 *
 * An entry for a record: type the beginning of any word of its name, choose
 * with the arrow keys and Enter (or Tab), or make a new entity of what was
 * typed. Leaving the entry takes an exact match, and makes a new entity when
 * nothing matches, so that a typed name is never lost.
 *
 * Properties: kind (nick of the records offered), entity-kind (nick: only these
 * are offered, and new ones are such; else all, and new ones are persons),
 * can-create, placeholder, has-frame.
 *
 * Signals:
 *   "chosen" (string id, RapRecord *added): a record was chosen; @id NULL when
 *     the entry was emptied; @added is the unsaved new entity of that id, or NULL.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rap-session.h"

G_BEGIN_DECLS

#define RAP_TYPE_REF_ENTRY (rap_ref_entry_get_type ())
G_DECLARE_FINAL_TYPE (RapRefEntry, rap_ref_entry, RAP, REF_ENTRY, AdwBin)

GtkWidget  *rap_ref_entry_new         (RapKind      kind);
void        rap_ref_entry_set_session (RapRefEntry *self,
                                       RapSession  *session);
/* Shows the record @id; NULL empties the entry. Emits nothing. */
void        rap_ref_entry_set_value   (RapRefEntry *self,
                                       const char  *id);
/* NULL when empty or when the text is not chosen yet. */
const char *rap_ref_entry_get_value   (RapRefEntry *self);
/* The text differs from the value's name. */
gboolean    rap_ref_entry_is_dirty    (RapRefEntry *self);
/* Takes what was typed, as leaving does. */
void        rap_ref_entry_resolve     (RapRefEntry *self);
/* Whether the suggestions are open; then Enter and Escape are the entry's own. */
gboolean    rap_ref_entry_is_open     (RapRefEntry *self);

G_END_DECLS
