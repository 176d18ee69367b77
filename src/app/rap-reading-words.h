/* rap-reading-words.h
 *
 * What is said of an article above its text and in its form. No GTK.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-reading-mark.h"
#include "rap-session.h"

G_BEGIN_DECLS

/* "Persian, right to left"; "" when the language is not known and the direction
 * is the usual one. (transfer full) */
char    *rap_reading_words_language     (const RapArticle  *article);
/* Whether the two say the same but for case, spaces and signs; both may be NULL. */
gboolean rap_reading_words_is_same_name (const char        *a,
                                         const char        *b);
/* "Found in JSON-LD datePublished"; NULL when it is not known. (transfer full) */
char    *rap_reading_words_source       (const RapDetected *detected);

G_END_DECLS
