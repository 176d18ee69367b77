/* rap-store-letters.h
 *
 * Letters made comparable, one at a time and by table, for texts that run into
 * hundreds of megabytes: compatibility decomposition without marks, small
 * letters, the variants of Arabic and Persian keyboards as one, any digit as
 * 0 to 9. The families of letters are those of rap-letter-family.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RapTokenFunc: a word of a text
 * @start, @end: its bytes in the text
 *
 * Returns: 0 to go on
 */
typedef int (*RapTokenFunc) (const char *token,
                             gsize       length,
                             gsize       start,
                             gsize       end,
                             gpointer    user_data);
/* The words of @text as the search index has them. Returns what @func returned last. */
int     rap_store_tokenize     (const char  *text,
                                gsize        length,
                                RapTokenFunc func,
                                gpointer     user_data);

G_END_DECLS
