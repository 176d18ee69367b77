/* rap-language.c
 *
 * ICU's names of languages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-language.h"

#include <unicode/uloc.h>
#include <unicode/ustring.h>

#define LONGEST 128

char *
rap_language_get_name (const char *tag,
                       const char *in)
{
  char locale[ULOC_FULLNAME_CAPACITY];
  UChar name[LONGEST];
  char utf8[LONGEST * 3 + 1];
  UErrorCode status = U_ZERO_ERROR;
  int32_t length;

  g_return_val_if_fail (tag != NULL && in != NULL, NULL);

  uloc_forLanguageTag (tag, locale, sizeof locale, NULL, &status);
  if (U_FAILURE (status) || *locale == '\0')
    return NULL;
  length = uloc_getDisplayName (locale, in, name, LONGEST, &status);
  if (U_FAILURE (status) || length == 0 || length >= LONGEST || status == U_USING_DEFAULT_WARNING)
    return NULL;
  u_strToUTF8 (utf8, sizeof utf8, NULL, name, length, &status);
  return U_SUCCESS (status) ? g_strdup (utf8) : NULL;
}
