/* rap-store-search.c
 *
 * Full-text search. First the rows, best first, with every condition; then, for
 * those that are wanted, the snippet and the place of the first hit.
 *
 * FTS5 marks hits with two noncharacters; they are taken out again and their
 * places become ranges in code points.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-store-private.h"

#include <string.h>

#define HIT_START  0xFDD0
#define HIT_END    0xFDD1
#define HIT_MARKS  "'\xef\xb7\x90', '\xef\xb7\x91'"

/* ?1 the words, ?2 outlet, ?3 before, ?4 after, ?5 author, ?6 limit */
#define CONDITIONS \
  " AND (?2 IS NULL OR rap_matches (?2, o.folded))" \
  " AND (?3 IS NULL OR a.day_from < ?3)" \
  " AND (?4 IS NULL OR (a.day_to > ?4 AND a.day_from <> 9223372036854775807))" \
  " AND (?5 IS NULL OR rap_matches (?5, rap_fold (a.byline)))"

static const char by_words[] =
  "SELECT a.row, a.id, a.title, a.published"
  " FROM article_fts f JOIN article a ON a.row = f.rowid LEFT JOIN entity o ON o.id = a.outlet"
  " WHERE article_fts MATCH ?1" CONDITIONS
  " ORDER BY bm25 (article_fts, 4.0, 1.0), a.id LIMIT ?6";

static const char by_date[] =
  "SELECT a.row, a.id, a.title, a.published"
  " FROM article a LEFT JOIN entity o ON o.id = a.outlet"
  " WHERE ?1 IS NULL" CONDITIONS
  " ORDER BY a.day_from, a.day_to, a.id LIMIT ?6";

static const char passage[] =
  "SELECT snippet (article_fts, -1, " HIT_MARKS ", '…', 24), highlight (article_fts, 1, " HIT_MARKS ")"
  " FROM article_fts WHERE article_fts MATCH ?1 AND rowid = ?2";

static const char beginning[] =
  "SELECT substr (text, 1, 200) FROM article_content WHERE row = ?1";

/* Code point of the first hit; 0 when none is marked. */
static guint
find_first_hit (const char *highlighted)
{
  const char *hit = highlighted != NULL ? strstr (highlighted, "\xef\xb7\x90") : NULL;

  return hit != NULL ? (guint) g_utf8_strlen (highlighted, hit - highlighted) : 0;
}

/* Takes the marks out; line breaks become spaces, one for one. */
static void
set_snippet (RapHit     *hit,
             const char *marked)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  RapRange range = { 0, 0 };
  guint n = 0;

  for (const char *p = marked; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == HIT_START)
        {
          range.start = n;
        }
      else if (c == HIT_END)
        {
          range.end = n;
          g_array_append_val (hit->ranges, range);
        }
      else
        {
          g_string_append_unichar (plain, g_unichar_isspace (c) ? ' ' : c);
          n++;
        }
    }
  hit->snippet = g_string_free (g_steal_pointer (&plain), FALSE);
}

static gboolean
add_passage (RapStore    *self,
             RapHit      *hit,
             gint64       row,
             const char  *match,
             GError     **error)
{
  g_autoptr (RapStatement) statement = rap_statement_get (self, match != NULL ? passage : beginning);
  g_autoptr (GError) failure = NULL;

  if (match != NULL)
    rap_statement_bind_text (statement, match);
  rap_statement_bind_int (statement, row);
  if (rap_statement_next (statement, &failure))
    {
      set_snippet (hit, rap_statement_text (statement, 0));
      if (match != NULL)
        hit->offset = find_first_hit (rap_statement_text (statement, 1));
      return TRUE;
    }
  if (failure == NULL)
    rap_store_set_error (self, SQLITE_CORRUPT, &failure);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static RapHit *
read_hit (RapStatement *statement)
{
  RapHit *hit = g_new0 (RapHit, 1);

  hit->article = g_strdup (rap_statement_text (statement, 1));
  hit->title = g_strdup (rap_statement_text (statement, 2));
  hit->published = g_strdup (rap_statement_text (statement, 3));
  hit->ranges = g_array_new (FALSE, FALSE, sizeof (RapRange));
  return hit;
}

static gboolean
check_words (const RapWords  *words,
             const char      *query,
             GError         **error)
{
  if (words->bad != NULL)
    g_set_error (error, RAP_ERROR, RAP_ERROR_INVALID, "“%s” in the search “%s” makes no sense", words->bad, query);
  else if (words->words->len == 0 && words->author == NULL && words->outlet == NULL
           && words->before == NULL && words->after == NULL)
    g_set_error (error, RAP_ERROR, RAP_ERROR_INVALID, "there is nothing to search for in “%s”", query);
  else
    return TRUE;
  return FALSE;
}

GPtrArray *
rap_store_search (RapStore    *self,
                  const char  *query,
                  guint        limit,
                  GError     **error)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_hit_free);
  g_autoptr (RapWords) words = NULL;
  g_autoptr (RapStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;
  g_autofree char *match = NULL;

  g_return_val_if_fail (RAP_IS_STORE (self), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  words = rap_words_parse (query);
  if (!check_words (words, query, error))
    return NULL;
  match = rap_words_to_match (words);
  statement = rap_statement_get (self, match != NULL ? by_words : by_date);
  rap_statement_bind_text (statement, match);
  rap_words_bind_filter (words, statement);
  rap_statement_bind_text (statement, words->author);
  rap_statement_bind_int (statement, limit > 0 ? (gint64) limit : -1);
  while (rap_statement_next (statement, &failure))
    {
      RapHit *hit = read_hit (statement);

      g_ptr_array_add (hits, hit);
      if (!add_passage (self, hit, rap_statement_int (statement, 0), match, error))
        return NULL;
    }
  if (failure == NULL)
    return g_steal_pointer (&hits);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}
