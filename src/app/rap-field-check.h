/* rap-field-check.h
 *
 * Whether what is typed for a member of a record can be its value. No GTK.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @field: a member's name in native JSON; @text: not empty. The reason why it
 * cannot, as a translated sentence; NULL: it can. (transfer full) */
char *rap_field_check (const char *field,
                       const char *text);

G_END_DECLS
