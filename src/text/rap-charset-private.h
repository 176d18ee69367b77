/* rap-charset-private.h
 *
 * Which character set bytes are in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The bytes of a file, borrowed. */
typedef struct
{
  const guint8 *data;
  gsize size;
} RapBytes;

/* The charset as ICU knows it, or NULL when the bytes are not text. @n_mark gets the length of the byte order mark.
 * (transfer full) */
char *rap_charset_find (RapBytes    in,
                        const char *hint,
                        gsize      *n_mark);

G_END_DECLS
