/* rap-text-search.c
 *
 * The text layer's search and names of languages, for the window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-text-search.h"

#include "rap-language.h"
#include "rap-text-match.h"

GArray *
rap_session_find_in_text (const RapArticle *article,
                          const char       *query,
                          gboolean          match_case,
                          gboolean          whole_words)
{
  RapTextMatchFlags flags = RAP_TEXT_MATCH_LOOSE;

  g_return_val_if_fail (article != NULL && query != NULL, NULL);

  if (match_case)
    flags |= RAP_TEXT_MATCH_CASE;
  if (whole_words)
    flags |= RAP_TEXT_MATCH_WORDS;
  return rap_text_match_find (rap_text_get_utf8 (article->text), query, flags);
}

char *
rap_session_describe_language (const char *tag,
                               const char *in)
{
  char *name;

  g_return_val_if_fail (tag != NULL && in != NULL, NULL);

  name = *tag != '\0' ? rap_language_get_name (tag, in) : NULL;
  return name != NULL ? name : g_strdup (tag);
}
