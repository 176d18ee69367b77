/* rap-code-page.h
 *
 * The codebook in the library: a tree that is folded, renamed in place, moved
 * by keys or by dragging, merged, and taken out of and into other projects.
 *
 * Actions: library.add (beside the chosen code), library.delete, library.menu,
 * library.focus-list, code.add-below, code.edit-name, code.merge, code.outdent,
 * code.indent, code.fold (s), code.rename (ss), code.move (ss), code.choose (s).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rap-selection.h"

G_BEGIN_DECLS

#define RAP_TYPE_CODE_PAGE (rap_code_page_get_type ())
G_DECLARE_FINAL_TYPE (RapCodePage, rap_code_page, RAP, CODE_PAGE, AdwBin)

void rap_code_page_set_session   (RapCodePage  *self,
                                  RapSession   *session);
void rap_code_page_set_selection (RapCodePage  *self,
                                  RapSelection *selection);
void rap_code_page_focus_list    (RapCodePage  *self);
void rap_code_page_focus_filter  (RapCodePage  *self);

G_END_DECLS
