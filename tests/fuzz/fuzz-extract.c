/* fuzz-extract.c
 *
 * Bytes of any kind, decoded and read as an article by EXTRACT.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-decode.h"
#include "rap-extract.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        length);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autoptr (RapExtract) extract = NULL;
  glong n;

  rap_detect_kind (bytes);
  text = rap_decode (bytes, NULL, NULL, &error);
  if (text == NULL)
    return 0;
  g_assert_true (g_utf8_validate (text, -1, NULL));
  extract = EXTRACT (text);
  n = g_utf8_strlen (extract->text, -1);
  for (guint i = 0; i < extract->ranges->len; i++)
    g_assert_cmpint (g_array_index (extract->ranges, RapRange, i).end, <=, n);
  return 0;
}
