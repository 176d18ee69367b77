/* rap-history-window.h
 *
 * Everything that was done to the project, newest first, with the way back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rap-session.h"

G_BEGIN_DECLS

#define RAP_TYPE_HISTORY_WINDOW (rap_history_window_get_type ())
G_DECLARE_FINAL_TYPE (RapHistoryWindow, rap_history_window, RAP, HISTORY_WINDOW, AdwWindow)

GtkWidget *rap_history_window_new (RapSession *session);

G_END_DECLS
