/* rap-library.h
 *
 * The lists of a project: articles, meetings, claims, entities and codes, one
 * page each.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rap-selection.h"
#include "rap-timeline-brush.h"

G_BEGIN_DECLS

#define RAP_TYPE_LIBRARY (rap_library_get_type ())
G_DECLARE_FINAL_TYPE (RapLibrary, rap_library, RAP, LIBRARY, AdwBin)

void rap_library_set_session   (RapLibrary   *self,
                                RapSession   *session);
void rap_library_set_selection (RapLibrary   *self,
                                RapSelection *selection);
/* The stretch of time that articles, meetings and claims are filtered by. */
void rap_library_set_brush     (RapLibrary       *self,
                                RapTimelineBrush *brush);
/* Chooses the next (1) or previous (-1) article in the order of the list; FALSE at its end. */
gboolean rap_library_step_article (RapLibrary *self,
                                int           by);
/* The list of articles as a table, for the middle of the workbench. */
GtkWidget *rap_library_new_table (RapLibrary *self);
/* The keyboard to the list on show, or to its filter. */
void rap_library_focus_list    (RapLibrary   *self);
void rap_library_focus_filter  (RapLibrary   *self);

G_END_DECLS
