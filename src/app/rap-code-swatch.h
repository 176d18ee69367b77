/* rap-code-swatch.h
 *
 * The colour of a code as a small disc with a rim, so that it is seen on any
 * ground. Decoration: what it says is said in words beside it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RAP_TYPE_CODE_SWATCH (rap_code_swatch_get_type ())
G_DECLARE_FINAL_TYPE (RapCodeSwatch, rap_code_swatch, RAP, CODE_SWATCH, GtkWidget)

GtkWidget *rap_code_swatch_new        (const char    *colour);
/* "#rrggbb" */
void       rap_code_swatch_set_colour (RapCodeSwatch *self,
                                       const char    *colour);

G_END_DECLS
