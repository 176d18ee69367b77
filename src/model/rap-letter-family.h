/* rap-letter-family.h
 *
 * The one list of letters that count as the same when words are compared: what
 * keyboards and typists vary in the Arabic script, and Latin letters whose mark
 * is not composed with them. Pure, any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The letter that stands for @c, a small letter, and all its variants: Persian yeh,
 * kaf and heh, alef and waw without hamza. 0 for what is left out while the word
 * goes on: hamza by itself, tatweel, the hamza and ain of transliterations, joiners,
 * marks of direction, the soft hyphen. Combining marks and digits stay as they are. */
gunichar rap_letter_get_family (gunichar c);

G_END_DECLS
