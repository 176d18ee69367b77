/* rap-language-guess.cc
 *
 * By the groups of letters that Compact Language Detector 2 knows of more than
 * eighty languages; C++ only because that library is. A wrong language is
 * worse than none: it must call itself sure, of the beginning and of the end
 * of the text alike.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-language-guess.h"

#include <cstdio>
#include <cstring>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#define FEWEST_LETTERS 200
#define SAMPLE_BYTES   400   /* at either end of the text */
#define MOST_OF_IT     90    /* percent of the sample */
#define ONE_PASS       1     /* kCLDFlagFinish of the library: what is not sure then is not looked at again */

static gboolean
has_enough_letters (const char *utf8)
{
  guint n = 0;

  for (const char *p = utf8; *p != '\0' && n < FEWEST_LETTERS; p = g_utf8_next_char (p))
    n += g_unichar_isalpha (g_utf8_get_char (p));
  return n >= FEWEST_LETTERS;
}

/* Of the part, cut at whole characters. */
static CLD2::Language
guess_part (const char *start,
            const char *end)
{
  CLD2::CLDHints hints = { NULL, NULL, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE };
  CLD2::Language likely[3];
  int percent[3];
  double scores[3];
  int n_bytes;
  bool is_sure;

  while ((*start & 0xc0) == 0x80)
    start++;
  while (end > start && (*end & 0xc0) == 0x80)
    end--;
  CLD2::ExtDetectLanguageSummary (start, (int) (end - start), true, &hints, ONE_PASS, likely, percent, scores, NULL, &n_bytes, &is_sure);
  return is_sure && percent[0] >= MOST_OF_IT ? likely[0] : CLD2::UNKNOWN_LANGUAGE;
}

/* The library says some in codes that were given up since. */
static const char *
get_tag (CLD2::Language language)
{
  static const char * const renewed[][2] = { { "iw", "he" }, { "jw", "jv" }, { "in", "id" } };
  const char *tag = CLD2::LanguageCode (language);

  for (guint i = 0; i < G_N_ELEMENTS (renewed); i++)
    if (g_str_equal (renewed[i][0], tag))
      return renewed[i][1];
  return tag;
}

const char *
rap_language_guess (const char *utf8)
{
  gsize length, n;
  CLD2::Language beginning;

  g_return_val_if_fail (utf8 != NULL, NULL);

  if (!has_enough_letters (utf8))
    return NULL;
  length = strlen (utf8);
  n = MIN (length / 2, (gsize) SAMPLE_BYTES);
  beginning = guess_part (utf8, utf8 + n);
  if (beginning == CLD2::UNKNOWN_LANGUAGE || guess_part (utf8 + length - n, utf8 + length) != beginning)
    return NULL;
  return get_tag (beginning);
}
