/* rap-compare-page.h
 *
 * Two articles side by side in the place of the text: what a copy took over,
 * changed, left out and added. The articles that look like copies are offered
 * with how much they share; any other can be chosen. N and P walk through the
 * differences, Tab changes sides, Enter opens the article at the passage, S
 * swaps the sides, Escape leaves.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RAP_TYPE_COMPARE_PAGE (rap_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (RapComparePage, rap_compare_page, RAP, COMPARE_PAGE, AdwBin)

/* The class actions of the workbench: compare.open (ss a, b: ids; b may be "": what @a was copied from, else what
 * looks most like it), compare.close. */
void rap_compare_page_install (GtkWidgetClass *workbench_class);

G_END_DECLS
