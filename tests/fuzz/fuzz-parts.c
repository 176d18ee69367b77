/* fuzz-parts.c
 *
 * A reader of saved files, READER, and what it must keep to whatever the bytes
 * are: an error or parts, values of valid UTF-8, dates that are dates.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-edtf.h"
#include "rap-part.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        length);

static void
check_value (const char *value)
{
  g_assert_true (value == NULL || (*value != '\0' && g_utf8_validate (value, -1, NULL)));
}

static gboolean
check_part (const RapPart *part,
            gpointer       length)
{
  g_autoptr (RapEdtf) published = part->published != NULL ? rap_edtf_parse (part->published, NULL) : NULL;

  g_assert_true ((part->bytes != NULL) != (part->error != NULL));
  g_assert_true (part->error == NULL || (part->error->domain == RAP_ERROR && g_utf8_validate (part->error->message, -1, NULL)));
  g_assert_true ((published != NULL) == (part->published != NULL));
  g_assert_cmpuint (part->position, <=, *(gsize *) length);
  g_assert_true (part->name == NULL || g_utf8_validate (part->name, -1, NULL));
  check_value (part->title);
  check_value (part->outlet);
  check_value (part->byline);
  check_value (part->url);
  check_value (part->language);
  return TRUE;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  gsize end = length;

  READER.sniff (data, length);
  if (!READER.read (bytes, check_part, &end, &error))
    g_assert_true (error != NULL && error->domain == RAP_ERROR && g_utf8_validate (error->message, -1, NULL));
  return 0;
}
