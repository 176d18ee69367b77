/* rap-decode.h
 *
 * Bytes of unknown origin to clean UTF-8, and what kind of file they are.
 * Pure functions: no I/O, no locale, any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  RAP_FILE_UNKNOWN, /* binary, empty, or not decodable */
  RAP_FILE_TEXT,
  RAP_FILE_HTML,
  RAP_FILE_JSON,
} RapFileKind;

/**
 * rap_decode:
 * @bytes: a whole file
 * @hint_charset: (nullable): the charset somebody claims, used when the bytes do not say better
 * @charset_used: (out) (optional) (transfer full): IANA-like name of what was assumed, e.g. "UTF-8", "windows-1256"
 *
 * Byte order mark, then UTF-16/32 without one, then UTF-8, then the hint, then
 * an HTML or XML declaration, then ICU's statistics. The result is valid UTF-8
 * without byte order mark and NUL; CR LF and CR have become LF; bytes that mean
 * nothing have become U+FFFD.
 *
 * Returns: (transfer full): the text, or NULL with RAP_ERROR_EMPTY (nothing but
 *   white space) or RAP_ERROR_NOT_TEXT
 */
char        *rap_decode         (GBytes      *bytes,
                                 const char  *hint_charset,
                                 char       **charset_used,
                                 GError     **error);

/* The same; @n_replaced (optional) gets the number of U+FFFD put in for bytes that mean nothing. */
char        *rap_decode_counted (GBytes      *bytes,
                                 const char  *hint_charset,
                                 char       **charset_used,
                                 guint       *n_replaced,
                                 GError     **error);

/* By content, never by suffix; looks at the first 64 KiB. */
RapFileKind  rap_detect_kind    (GBytes      *bytes);

G_END_DECLS
