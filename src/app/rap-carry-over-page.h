/* rap-carry-over-page.h
 *
 * Annotations of an older version of an article: a page of the inspector that
 * lists what is not in the newer one yet, as sure as its place is. Choosing a
 * line shows the place in the text. Space ticks, Ctrl+A ticks all or none, Y
 * takes and N leaves the one at hand and goes on, Enter carries over what is
 * ticked as one undo step, Escape leaves. What was not found is placed by
 * selecting the passage and "Use the Selected Passage".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RAP_TYPE_CARRY_OVER_PAGE (rap_carry_over_page_get_type ())
G_DECLARE_FINAL_TYPE (RapCarryOverPage, rap_carry_over_page, RAP, CARRY_OVER_PAGE, AdwBin)

/* The class actions of the workbench: carry.open (ss older, newer: ids). */
void rap_carry_over_page_install (GtkWidgetClass *workbench_class);

G_END_DECLS
