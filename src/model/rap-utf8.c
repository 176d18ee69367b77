/* rap-utf8.c
 *
 * Eight bytes at once as long as none has its highest bit set; only the runs
 * between are looked at one by one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-utf8.h"

#include <string.h>

#define HIGH_BITS G_GUINT64_CONSTANT (0x8080808080808080)

gsize
rap_utf8_count_ascii (const char *text,
                      gsize       n_bytes)
{
  gsize n = 0;

  for (guint64 eight; n + sizeof eight <= n_bytes; n += sizeof eight)
    {
      memcpy (&eight, text + n, sizeof eight);
      if ((eight & HIGH_BITS) != 0)
        break;
    }
  while (n < n_bytes && (guchar) text[n] < 0x80)
    n++;
  return n;
}

/* A run without ASCII is valid or not by itself, wherever it stands. */
gboolean
rap_utf8_is_valid (const char *text,
                   gsize       n_bytes)
{
  const char *end = text + n_bytes;

  for (const char *p = text + rap_utf8_count_ascii (text, n_bytes); p < end; p += rap_utf8_count_ascii (p, (gsize) (end - p)))
    {
      const char *run = p;

      while (p < end && (guchar) *p >= 0x80)
        p++;
      if (!g_utf8_validate_len (run, (gsize) (p - run), NULL))
        return FALSE;
    }
  return TRUE;
}

guint
rap_utf8_length (const char *text,
                 gsize       n_bytes)
{
  guint n = 0;

  for (gsize i = 0; i < n_bytes; i++)
    n += ((guchar) text[i] & 0xc0) != 0x80;
  return n;
}
