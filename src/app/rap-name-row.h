/* rap-name-row.h
 *
 * Another name of an entity: the name on a line of its own, so that a long one
 * can be read, below it what kind of name it is, its language and its script.
 *
 * Signals:
 *   "changed" (): a text was left with another value, or the kind changed
 *   "removed" ()
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-record.h"

G_BEGIN_DECLS

#define RAP_TYPE_NAME_ROW (rap_name_row_get_type ())
G_DECLARE_FINAL_TYPE (RapNameRow, rap_name_row, RAP, NAME_ROW, GtkListBoxRow)

GtkWidget *rap_name_row_new  (void);
/* What is being typed stays. */
void       rap_name_row_load (RapNameRow    *self,
                              const RapName *name);
/* As the row says now; its name may be "". (transfer full) */
RapName   *rap_name_row_read (RapNameRow    *self);

G_END_DECLS
