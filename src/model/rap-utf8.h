/* rap-utf8.h
 *
 * What every byte of every text goes through, a word of the machine at a time.
 * Most texts are ASCII for long stretches, whatever their language.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The bytes at the beginning of @text that are ASCII. */
gsize    rap_utf8_count_ascii (const char *text,
                               gsize       n_bytes);
/* The same answer as g_utf8_validate(), but that NUL is a character like others. */
gboolean rap_utf8_is_valid    (const char *text,
                               gsize       n_bytes);
/* Code points of valid UTF-8; a character that begins in it counts. */
guint    rap_utf8_length      (const char *text,
                               gsize       n_bytes);

G_END_DECLS
