/* rap-library-page.h
 *
 * One list of the library: a filter, the rows, and what to say when there are
 * none.
 *
 * Properties, all construct-time: kind (nick), table, placeholder, list-label,
 * empty-title, empty-text, empty-button, empty-action.
 * Actions: library.add, library.delete, library.menu, library.focus-list.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rap-selection.h"
#include "rap-timeline-brush.h"

G_BEGIN_DECLS

#define RAP_TYPE_LIBRARY_PAGE (rap_library_page_get_type ())
G_DECLARE_FINAL_TYPE (RapLibraryPage, rap_library_page, RAP, LIBRARY_PAGE, AdwBin)

void rap_library_page_set_session   (RapLibraryPage *self,
                                     RapSession     *session);
void rap_library_page_set_selection (RapLibraryPage *self,
                                     RapSelection   *selection);
/* The stretch of time whose articles, meetings or claims are shown. */
void rap_library_page_set_brush     (RapLibraryPage   *self,
                                     RapTimelineBrush *brush);
/* Chooses the row @by rows from the chosen one, in the order that is shown;
 * FALSE at the end of the list. */
gboolean rap_library_page_step      (RapLibraryPage *self,
                                     int             by);
void rap_library_page_focus_list    (RapLibraryPage *self);
void rap_library_page_focus_filter  (RapLibraryPage *self);

/* The same articles in columns, filtered alike, for the middle of the workbench. */
RapLibraryPage *rap_library_page_new_table (RapLibraryPage *self);

G_END_DECLS
