/* rap-below-words.h
 *
 * What the layers below say in English, in the user's language: why something
 * cannot be read, and where in a page a value was found.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* As it is where no sentence of the table fits. (transfer full) */
char *rap_below_words  (const char *english);
/* @text between FSI and PDI: whatever its direction, what stands around it keeps its place. (transfer full) */
char *rap_bidi_isolate (const char *text);

G_END_DECLS
