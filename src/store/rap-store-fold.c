/* rap-store-fold.c
 *
 * Text made comparable for the list filters: the words of rap_store_tokenize(),
 * one space before each. Kept in the columns "folded", so that a filter is a
 * search for bytes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "rap-store-letters.h"
#include "rap-store-private.h"

#define MAX_HAYS 8

static int
append_token (const char *token,
              gsize       length,
              gsize       start,
              gsize       end,
              gpointer    user_data)
{
  GString *folded = user_data;

  g_string_append_c (folded, ' ');
  g_string_append_len (folded, token, (gssize) length);
  return 0;
}

char *
rap_store_fold (const char *text)
{
  GString *folded = g_string_new (NULL);

  if (text != NULL)
    rap_store_tokenize (text, strlen (text), append_token, folded);
  return g_string_free (folded, FALSE);
}

static gboolean
word_matches (const char   *word,
              gsize         length,
              const RapHay *hays,
              guint         n_hays)
{
  for (guint i = 0; i < n_hays; i++)
    if (hays[i].text != NULL && memmem (hays[i].text, hays[i].length, word, length) != NULL)
      return TRUE;
  return FALSE;
}

gboolean
rap_store_words_match (const char   *words,
                       const RapHay *hays,
                       guint         n_hays)
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
  RapHay hays[MAX_HAYS];
  guint n_hays = 0;

  for (int i = 1; i < n_values && n_hays < MAX_HAYS; i++)
    {
      hays[n_hays].text = (const char *) sqlite3_value_text (values[i]);
      hays[n_hays++].length = (gsize) sqlite3_value_bytes (values[i]);
    }
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
