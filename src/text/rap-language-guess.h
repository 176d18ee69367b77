/* rap-language-guess.h
 *
 * The language that the words of a text give away. Pure, any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The language of the prose @utf8 as a tag of BCP 47, static: NULL when it is too short (less than 200 letters), in more than
 * one language or in an unknown one, or when two are about as likely. */
const char *rap_language_guess (const char *utf8);

G_END_DECLS
