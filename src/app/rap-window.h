/* rap-window.h
 *
 * A window: the welcome page, or one project in a workbench. Its class actions
 * ("win.*") are the handles of menus, accelerators, tests and screen readers.
 *
 * Parametrised actions that any widget inside may activate:
 *   "win.select" (us): a RapKind and an id, to choose it and show its article
 *   "win.show" (su): an article id and a code point, to scroll there
 *   "win.toast" (s): one translated sentence
 *   "win.focus-pane" (s): library, article, inspector or timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rap-selection.h"

G_BEGIN_DECLS

#define RAP_TYPE_WINDOW (rap_window_get_type ())
G_DECLARE_FINAL_TYPE (RapWindow, rap_window, RAP, WINDOW, AdwApplicationWindow)

RapWindow    *rap_window_new           (GtkApplication *application);
/* Opens @path here, or in a second window when this one has a project; a failure is told to the user. FALSE then. */
gboolean      rap_window_open_project  (RapWindow      *self,
                                        const char     *path);
/* Whether the file is opened rather than imported. */
gboolean      rap_window_is_project    (const char     *path);
/* Opens projects and imports all else, telling the user when that is not possible.
 * (element-type GFile) */
void          rap_window_take_files    (RapWindow      *self,
                                        GPtrArray      *files);
/* Shows @session; NULL shows the welcome page. */
void          rap_window_set_session   (RapWindow      *self,
                                        RapSession     *session);
/* NULL on the welcome page; borrowed. */
RapSession   *rap_window_get_session   (RapWindow      *self);
/* Borrowed. */
RapSelection *rap_window_get_selection (RapWindow      *self);

G_END_DECLS
