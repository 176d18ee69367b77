/* rap-code-merger.h
 *
 * Making one code one with another: a popover that asks which, says what will
 * happen, and does it in one undo step.
 *
 * Signals:
 *   "merged" (string id): the code that stays; the popover is closed then
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-codebook.h"

G_BEGIN_DECLS

#define RAP_TYPE_CODE_MERGER (rap_code_merger_get_type ())
G_DECLARE_FINAL_TYPE (RapCodeMerger, rap_code_merger, RAP, CODE_MERGER, GtkPopover)

/* @code: id of the code that goes */
void       rap_code_merger_open (RapCodeMerger *self,
                                 RapSession    *session,
                                 const char    *code);

G_END_DECLS
