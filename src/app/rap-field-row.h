/* rap-field-row.h
 *
 * A row of a form for one member of the record: a caption with a mnemonic, an
 * editor that a subclass brings, and a hint below it.
 *
 * Whatever is typed is kept: leaving the row by Tab, Enter, Control+Enter or
 * Escape, or by the pointer, commits it. Control+Enter and Escape also leave
 * the form.
 *
 * Property "field": the member's name in native JSON.
 * Signal "reset" (): the user wants the value back that was detected.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rap-session.h"

G_BEGIN_DECLS

#define RAP_TYPE_FIELD_ROW (rap_field_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (RapFieldRow, rap_field_row, RAP, FIELD_ROW, AdwPreferencesRow)

/**
 * RapFieldRowClass:
 * @load: show the member of the record; text that is being typed for the same
 *   record stays
 * @commit: give what was typed to the form, if it is another value
 * @is_dirty: whether there is something to commit
 * @restore: show the record's value in place of what is typed
 * @is_choosing: whether the editor offers a choice, so that Enter and Escape
 *   are its own (optional)
 */
struct _RapFieldRowClass
{
  AdwPreferencesRowClass parent_class;

  void     (*load)     (RapFieldRow *self,
                        RapSession  *session,
                        RapRecord   *record);
  void     (*commit)   (RapFieldRow *self);
  gboolean (*is_dirty) (RapFieldRow *self);
  void     (*restore)  (RapFieldRow *self);
  gboolean (*is_choosing) (RapFieldRow *self);
};

void           rap_field_row_load        (RapFieldRow    *self,
                                          RapSession     *session,
                                          RapRecord      *record);
void           rap_field_row_commit      (RapFieldRow    *self);
gboolean       rap_field_row_is_dirty    (RapFieldRow    *self);
/* What is typed is given up. */
void           rap_field_row_restore     (RapFieldRow    *self);
/* Enter and Escape are the editor's own now. */
gboolean       rap_field_row_is_choosing (RapFieldRow    *self);
/* Without the caption, which still names the editor for a screen reader. */
void           rap_field_row_set_bare    (RapFieldRow    *self);
/* What is said below the editor. */
const char    *rap_field_row_get_hint    (RapFieldRow    *self);

/* For subclasses. */
/* Puts @editor below the caption; its focus and keys are watched. @one_line:
 * Enter commits and goes on (see RapFormClass). */
void           rap_field_row_set_editor  (RapFieldRow    *self,
                                          GtkWidget      *editor,
                                          gboolean        one_line);
const char    *rap_field_row_get_field   (RapFieldRow    *self);
/* The field of the record that the row shows. */
const RapField *rap_field_row_find_field (RapFieldRow    *self,
                                          RapRecord      *record);
/* A quiet line that says where the value was found; NULL hides it. With
 * @reset_tip a button beside it puts back what was detected. */
void           rap_field_row_set_source  (RapFieldRow    *self,
                                          const char     *source,
                                          const char     *reset_tip);
/* NULL hides it. */
void           rap_field_row_set_hint    (RapFieldRow    *self,
                                          const char     *hint,
                                          gboolean        is_error);

G_END_DECLS
