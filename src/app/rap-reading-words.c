/* rap-reading-words.c
 *
 * Sentences about an article's language and about where its metadata was found.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-reading-words.h"

#include <glib/gi18n.h>

#include "rap-below-words.h"
#include "rap-text-search.h"

char *
rap_reading_words_language (const RapArticle *article)
{
  const char *locale = g_get_language_names ()[0];
  gboolean plain = g_str_equal (locale, "C") || g_str_has_prefix (locale, "C.");
  g_autofree char *name = rap_session_describe_language (article->language, plain ? "en" : locale);

  if (article->direction == RAP_DIRECTION_RTL)
    return *name != '\0' ? g_strdup_printf (_("%s, right to left"), name) : g_strdup (_("right to left"));
  return g_steal_pointer (&name);
}

/* (transfer full) */
static char *
reduce (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  g_autofree char *composed = g_utf8_normalize (folded, -1, G_NORMALIZE_NFKC);
  GString *reduced = g_string_new (NULL);

  for (const char *p = composed; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (reduced, g_utf8_get_char (p));
  return g_string_free (reduced, FALSE);
}

gboolean
rap_reading_words_is_same_name (const char *a,
                                const char *b)
{
  g_autofree char *reduced_a = NULL;
  g_autofree char *reduced_b = NULL;

  if (a == NULL || b == NULL)
    return FALSE;
  reduced_a = reduce (a);
  reduced_b = reduce (b);
  return *reduced_a != '\0' && g_str_equal (reduced_a, reduced_b);
}

char *
rap_reading_words_source (const RapDetected *detected)
{
  g_autofree char *where = NULL;
  g_autofree char *isolated = NULL;

  if (detected == NULL || *detected->found == '\0')
    return NULL;
  where = rap_below_words (detected->found);
  isolated = rap_bidi_isolate (where);
  /* Translators: %s is a place in the page: "JSON-LD datePublished", "line 1: …" */
  return g_strdup_printf (_("from %s"), isolated);
}
