/* rap-delete.h
 *
 * Deleting with open eyes: names what goes too, asks when there is any, and
 * offers to undo. Also the one way for a pane to tell of a failure.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-session.h"

G_BEGIN_DECLS

/* @widget: any in the window, for its actions; the question is asked beside what
 * has the keyboard in it. Returns the question, to be placed elsewhere, or NULL
 * when none is asked. Borrowed. */
GtkPopover *rap_delete_record (GtkWidget     *widget,
                               RapSession    *session,
                               RapKind        kind,
                               const char    *id);
/* Says so and returns TRUE when the project cannot be written. */
gboolean rap_delete_refuse_read_only (GtkWidget  *widget,
                                      RapSession *session);
/* A toast of one translated sentence in the window that holds @widget. */
void rap_report_error  (GtkWidget    *widget,
                        const GError *error);

G_END_DECLS
