/* rap-edit.h
 *
 * Undo is data: a change is a group of (before, after) pairs with a name. The
 * inverse of a group is the same pairs swapped, in reverse order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-record.h"

G_BEGIN_DECLS

/**
 * RapEdit:
 * @before: sealed, or NULL: the record is new
 * @after: sealed, or NULL: the record is deleted
 */
typedef struct
{
  RapRecord *before;
  RapRecord *after;
} RapEdit;

/**
 * RapEdits: one gesture of the analyst
 * @label: what she did, in the imperative ("Tag claim"); shown in the history
 * @edits: (element-type RapEdit): in the order they are to be applied
 */
typedef struct
{
  char   *label;
  GArray *edits;
} RapEdits;

RapEdits *rap_edits_new     (const char     *label);
void      rap_edits_free    (RapEdits       *self);
/* Each seals what it is given and keeps a reference of its own. */
void      rap_edits_insert  (RapEdits       *self,
                             RapRecord      *after);
/* Nothing is added when both are equal. */
void      rap_edits_replace (RapEdits       *self,
                             RapRecord      *before,
                             RapRecord      *after);
void      rap_edits_delete  (RapEdits       *self,
                             RapRecord      *before);
RapEdits *rap_edits_invert  (const RapEdits *self);

static inline gboolean
rap_edits_is_empty (const RapEdits *self)
{
  return self->edits->len == 0;
}

static inline const RapEdit *
rap_edits_get (const RapEdits *self,
               guint           i)
{
  return &g_array_index (self->edits, RapEdit, i);
}

/* The record that an edit is about. */
static inline RapRecord *
rap_edit_get_record (const RapEdit *edit)
{
  return edit->after != NULL ? edit->after : edit->before;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapEdits, rap_edits_free)

G_END_DECLS
