/* rap-delete-words.h
 *
 * What a deletion takes along and what it leaves behind, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-edit.h"

G_BEGIN_DECLS

/* "12 mentions, 2 coded passages": what is deleted besides the record @id; "" for nothing. (transfer full) */
char *rap_delete_words_gone (const RapEdits *edits,
                             const char     *id);
/* "speaker of 3 claims, participant of 2 meetings": what stays and loses its
 * reference to the record @id; "" for nothing. (transfer full) */
char *rap_delete_words_left (const RapEdits *edits,
                             const char     *id);

G_END_DECLS
