/* rap-delete-popover.h
 *
 * The question before something in use is deleted: a popover beside it that
 * says what goes along and what stays without it. Enter deletes, Escape keeps.
 *
 * Signals:
 *   "confirmed" (): the popover is closing then
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RAP_TYPE_DELETE_POPOVER (rap_delete_popover_get_type ())
G_DECLARE_FINAL_TYPE (RapDeletePopover, rap_delete_popover, RAP, DELETE_POPOVER, GtkPopover)

/* @parent: any widget, whose child the popover is until it is closed; it points
 * at what has the keyboard in it. @gone, @left: lists of rap-delete-words.h, not
 * both "". */
RapDeletePopover *rap_delete_popover_open (GtkWidget  *parent,
                                           const char *title,
                                           const char *gone,
                                           const char *left);

G_END_DECLS
