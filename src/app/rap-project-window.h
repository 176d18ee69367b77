/* rap-project-window.h
 *
 * The project's own title and note, committed together when they are saved.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rap-session.h"

G_BEGIN_DECLS

#define RAP_TYPE_PROJECT_WINDOW (rap_project_window_get_type ())
G_DECLARE_FINAL_TYPE (RapProjectWindow, rap_project_window, RAP, PROJECT_WINDOW, AdwWindow)

/* Keeps a reference of @session. Fields of a read-only project can be read and copied. */
GtkWidget *rap_project_window_new (RapSession *session);

G_END_DECLS
