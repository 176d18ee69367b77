/* rap-store-letters.h
 *
 * Letters made comparable, one at a time and by table, for texts that run into
 * hundreds of megabytes: compatibility decomposition without marks, small
 * letters, the variants of Arabic and Persian keyboards as one, any digit as
 * 0 to 9. The same families as rap_fold_letter() of the text layer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The most bytes that one letter becomes. */
#define RAP_STORE_LETTER_SIZE 64

/* What a letter becomes is a code point, or one of these. */
#define RAP_LETTER_SPLIT  0u           /* no letter: a word ends here */
#define RAP_LETTER_DROP   1u           /* left out; the word goes on */
#define RAP_LETTER_MANY   (1u << 30)   /* see rap_store_spell_letter() */
#define RAP_LETTER_ALONE  (1u << 31)   /* flag: a word by itself, in scripts without spaces */
#define RAP_LETTER_POINT  0x1fffffu    /* mask of the code point */

guint32 rap_store_fold_letter  (gunichar    c);
/* For RAP_LETTER_MANY ("ﬁ", "½", "ﷺ"): what it becomes, with spaces between words.
 * Returns the number of bytes put into @buffer, at most RAP_STORE_LETTER_SIZE. */
gsize   rap_store_spell_letter (gunichar    c,
                                char       *buffer);

/* The next code point of @text, which ends at @end; moves @text behind it. A
 * byte that is no UTF-8 counts as a code point that is no letter. */
gunichar rap_store_next_letter (const char **text,
                                const char  *end);

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
