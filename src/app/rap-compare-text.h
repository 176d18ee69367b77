/* rap-compare-text.h
 *
 * One side of a comparison: the body of an article, never editable, page
 * furniture left out. What the other side has too is tinted, words that differ
 * are marked in it, and a bar in the margin says the same without colour: one
 * bar for the same words, two for changed ones, a broken one for what stands on
 * this side alone.
 *
 * Signals:
 *   "moved" (uint passage): the caret came into that passage of the comparison
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-comparison.h"

G_BEGIN_DECLS

#define RAP_TYPE_COMPARE_TEXT (rap_compare_text_get_type ())
G_DECLARE_FINAL_TYPE (RapCompareText, rap_compare_text, RAP, COMPARE_TEXT, GtkTextView)

/* @comparison is borrowed until it is set again or NULL. */
void rap_compare_text_set_comparison (RapCompareText      *self,
                                      const RapComparison *comparison,
                                      RapSide              side);
/* Marks the passage, or where it would stand, and scrolls it to a third of the height. Emits nothing. */
void rap_compare_text_show_passage   (RapCompareText      *self,
                                      guint                passage);

G_END_DECLS
