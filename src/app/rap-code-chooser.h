/* rap-code-chooser.h
 *
 * Which code? A popover over the passage or claim, with the codebook by
 * type-ahead. It only asks; who opened it applies the code.
 *
 * Signals:
 *   "chosen" (string id): a code of the codebook, a new one included. The
 *     popover is closed then.
 *   "failed" (GError *): the new code could not be made
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-codebook.h"

G_BEGIN_DECLS

#define RAP_TYPE_CODE_CHOOSER (rap_code_chooser_get_type ())
G_DECLARE_FINAL_TYPE (RapCodeChooser, rap_code_chooser, RAP, CODE_CHOOSER, GtkPopover)

GtkWidget *rap_code_chooser_new  (void);
/* @heading: what is asked. @applied: ids of codes to tick, or NULL. */
void       rap_code_chooser_open (RapCodeChooser     *self,
                                  RapSession         *session,
                                  const char         *heading,
                                  const char * const *applied);

G_END_DECLS
