/* fuzz-dates.c
 *
 * Text as an EDTF date, as a phrase about a date, and as prose with dates in it,
 * in each language that has rules.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "rap-date-phrase.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        length);

static void
read_phrases (const char *text,
              const char *language)
{
  g_autoptr (RapEdtf) published = rap_edtf_parse ("2022-11-08", NULL);
  RapDateContext context = { .published = published, .language = language };
  g_autoptr (GArray) hits = rap_date_find (text, strlen (text), &context);
  g_autoptr (GError) error = NULL;
  RapDateHit hit = { 0 };
  guint n = (guint) g_utf8_strlen (text, -1);

  for (guint i = 0; i < hits->len; i++)
    g_assert_cmpuint (g_array_index (hits, RapDateHit, i).range.end, <=, n);
  if (!rap_date_parse_phrase (text, &context, &hit, &error))
    g_assert_nonnull (error);
  rap_date_hit_clear (&hit);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        length)
{
  static const char *const languages[] = { "en", "fa", "ar", "ru", "zh", "de", "fr" };
  g_autofree char *text = g_utf8_make_valid ((const char *) data, (gssize) length);
  g_autoptr (GError) error = NULL;
  g_autoptr (RapEdtf) date = rap_edtf_parse (text, &error);

  g_assert_true ((date == NULL) == (error != NULL));
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    read_phrases (text, languages[i]);
  return 0;
}
