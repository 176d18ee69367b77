/* rap-store-fold.c
 *
 * Text made comparable for the list filters: compatibility decomposition, marks
 * dropped, small letters, words one space apart; Arabic yeh and kaf become the
 * Persian ones and the zero-width non-joiner goes. Kept in the columns
 * "folded", so that a filter is a search for bytes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-store-private.h"

#include <string.h>

#define MAX_HAYS 8

static gunichar
map_variant (gunichar c)
{
  switch (c)
    {
    case 0x064A: /* Arabic yeh */
    case 0x0649: /* alef maksura */
      return 0x06CC;
    case 0x0643: /* Arabic kaf */
      return 0x06A9;
    case 0x0629: /* teh marbuta */
      return 0x0647;
    default:
      return g_unichar_tolower (c);
    }
}

static gboolean
is_dropped (gunichar c)
{
  return g_unichar_ismark (c) || c == 0x200C || c == 0x200D || c == 0x0640;
}

char *
rap_store_fold (const char *text)
{
  g_autofree char *normal = text != NULL ? g_utf8_normalize (text, -1, G_NORMALIZE_ALL) : NULL;
  g_autofree char *small = normal != NULL ? g_utf8_casefold (normal, -1) : NULL;
  GString *folded = g_string_new (NULL);
  gboolean in_word = FALSE;

  for (const char *p = small; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_dropped (c))
        continue;
      if (!g_unichar_isalnum (c))
        {
          in_word = FALSE;
          continue;
        }
      if (!in_word)
        g_string_append_c (folded, ' ');
      in_word = TRUE;
      g_string_append_unichar (folded, map_variant (c));
    }
  return g_string_free (folded, FALSE);
}

static gboolean
word_matches (const char         *word,
              gsize               length,
              const char * const *hays,
              guint               n_hays)
{
  for (guint i = 0; i < n_hays; i++)
    if (hays[i] != NULL && memmem (hays[i], strlen (hays[i]), word, length) != NULL)
      return TRUE;
  return FALSE;
}

gboolean
rap_store_words_match (const char         *words,
                       const char * const *hays,
                       guint               n_hays)
{
  while (*words == ' ')
    {
      const char *end = strchrnul (words + 1, ' ');

      if (!word_matches (words, end - words, hays, n_hays))
        return FALSE;
      words = end;
    }
  return TRUE;
}

static void
fold_func (sqlite3_context  *context,
           int               n_values,
           sqlite3_value   **values)
{
  char *folded = rap_store_fold ((const char *) sqlite3_value_text (values[0]));

  sqlite3_result_text (context, folded, -1, g_free);
}

static void
matches_func (sqlite3_context  *context,
              int               n_values,
              sqlite3_value   **values)
{
  const char *words = n_values > 0 ? (const char *) sqlite3_value_text (values[0]) : NULL;
  const char *hays[MAX_HAYS];
  guint n_hays = 0;

  for (int i = 1; i < n_values && n_hays < MAX_HAYS; i++)
    hays[n_hays++] = (const char *) sqlite3_value_text (values[i]);
  sqlite3_result_int (context, words != NULL && rap_store_words_match (words, hays, n_hays));
}

int
rap_store_add_functions (sqlite3 *db)
{
  int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
  int result = sqlite3_create_function (db, "rap_fold", 1, flags, NULL, fold_func, NULL, NULL);

  if (result == SQLITE_OK)
    result = sqlite3_create_function (db, "rap_matches", -1, flags, NULL, matches_func, NULL, NULL);
  return result;
}
