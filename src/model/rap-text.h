/* rap-text.h
 *
 * The immutable text of an article: valid UTF-8, LF line ends, with an index
 * from code points to bytes so that any passage is cut in constant time.
 * Reference counted, safe to share between threads.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-range.h"

G_BEGIN_DECLS

typedef struct _RapText RapText;

/* Takes @utf8 as it is. NULL when it is not valid UTF-8, or 4 GiB. (transfer full) */
RapText    *rap_text_new        (const char    *utf8);
RapText    *rap_text_ref        (RapText       *self);
void        rap_text_unref      (RapText       *self);

/* The whole text, NUL-terminated, owned by @self. */
const char *rap_text_get_utf8   (const RapText *self);
gsize       rap_text_get_bytes  (const RapText *self);
/* Length in code points. */
guint       rap_text_get_length (const RapText *self);
/* Byte offset of code point @offset (clamped to the end), and back. */
gsize       rap_text_to_byte    (const RapText *self,
                                 guint          offset);
guint       rap_text_from_byte  (const RapText *self,
                                 gsize          byte);
/* A copy of the passage; ranges past the end are clamped. (transfer full) */
char       *rap_text_slice      (const RapText *self,
                                 RapRange       range);
/* Lower-case hexadecimal SHA-256 of the UTF-8 bytes. (transfer full) */
char       *rap_text_sha256     (const RapText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapText, rap_text_unref)

G_END_DECLS
