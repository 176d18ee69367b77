/* rap-part-row.h
 *
 * One part of a record that has several: a participant (entity, role,
 * capacity), a link to a meeting (meeting, aspect, value), a relation (claim,
 * kind, note), another name (name, language, kind). A title that leads to a record or none, a choice, one or two
 * short texts, and a button to remove it.
 *
 * Signals:
 *   "changed" (): the choice changed, or a text was left with another value
 *   "removed" ()
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-record.h"

G_BEGIN_DECLS

#define RAP_TYPE_PART_ROW (rap_part_row_get_type ())
G_DECLARE_FINAL_TYPE (RapPartRow, rap_part_row, RAP, PART_ROW, GtkListBoxRow)

/* @choices: translated; the positions are the values. */
GtkWidget  *rap_part_row_new        (const char * const *choices);
/* The record that the part is about. */
void        rap_part_row_set_link   (RapPartRow         *self,
                                     RapKind             kind,
                                     const char         *id,
                                     const char         *title);
/* FALSE: it only shows, and its title still leads to the record. */
void        rap_part_row_set_editable (RapPartRow       *self,
                                     gboolean            editable);
/* A small line below the title. */
void        rap_part_row_set_subtitle (RapPartRow       *self,
                                     const char         *subtitle);
const char *rap_part_row_get_id     (RapPartRow         *self);
void        rap_part_row_set_choice (RapPartRow         *self,
                                     guint               value);
guint       rap_part_row_get_choice (RapPartRow         *self);
/* @placeholder says what belongs there. */
void        rap_part_row_set_text   (RapPartRow         *self,
                                     const char         *text,
                                     const char         *placeholder);
/* (transfer full): without white space around it */
char       *rap_part_row_dup_text   (RapPartRow         *self);

G_END_DECLS
