/* rap-dateline.c
 *
 * A dateline by its shape: a place, a comma, bracket or dash, the day, a dash.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-dateline-private.h"

#include <string.h>

#define LONGEST   120  /* code points */
#define MOST_WORDS  6  /* beside the date: place and agency */

/* The place has no digit, so that what begins with the day is none. */
#define PLACE_CASED   "\\p{Lu}[\\p{L}\\p{M} .'’/-]{1,40}?(?:,|\\s?\\()"
#define PLACE_UNCASED "\\p{Lo}[\\p{L}\\p{M}\\x{200C} ]{1,40}?(?:[,،(]|\\s[–—-])"
#define DASH          "(?<=[\\s).])[–—-]\\s"

static GRegex *
compile_once (GRegex     **regex,
              const char  *pattern)
{
  if (g_once_init_enter (regex))
    g_once_init_leave (regex, g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL));
  return *regex;
}

/* A place in capitals, or an agency in brackets before the dash. */
static gboolean
is_marked (const char *dateline)
{
  static GRegex *compiled;

  return g_regex_match (compile_once (&compiled, "^\\p{Lo}|\\p{Lu}{3,}|\\)[.\\s]*[–—-]\\s$"), dateline, 0, NULL);
}

gboolean
rap_dateline_find (const char    *paragraph,
                   gsize          n_bytes,
                   RapHeaderDate *date)
{
  static GRegex *compiled;
  GRegex *regex = compile_once (&compiled, "^(?:" PLACE_CASED "|" PLACE_UNCASED ")[^\\n]{4,60}?" DASH);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *head = NULL;
  g_autofree char *dateline = NULL;
  gsize n_chars = (gsize) g_utf8_strlen (paragraph, (gssize) n_bytes);

  head = g_strndup (paragraph, (gsize) (g_utf8_offset_to_pointer (paragraph, (glong) MIN (n_chars, LONGEST)) - paragraph));
  if (!g_regex_match (regex, head, 0, &match))
    return FALSE;
  dateline = g_match_info_fetch (match, 0);
  return is_marked (dateline) && rap_header_date_find (dateline, strlen (dateline), date) && !date->ambiguous &&
         !date->updated && date->other_words <= MOST_WORDS;
}
