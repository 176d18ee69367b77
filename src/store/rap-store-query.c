/* rap-store-query.c
 *
 * Which rows a list shows, and in which order. Only row numbers come back (8
 * bytes each): a list of a million claims is 8 MB. Filters look at the folded
 * columns; every statement is static and an absent condition is a NULL.
 * Articles, which may be a hundred thousand, are found by rap-store-articles.c.
 *
 * Parameters of all statements: ?1 folded words or '', ?2 outlet, ?3 before,
 * ?4 after, ?5 code, ?6 article, ?7 and ?8 first day and day after the last of a
 * stretch of time, ?9 whether to lie in it certainly.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-store-articles.h"
#include "rap-store-private.h"

#define OF_WORDS(hays) "(?1 = '' OR rap_matches (?1, " hays "))"
#define OF_DAY(alias) \
  " AND (?3 IS NULL OR " alias ".day_from < ?3)" \
  " AND (?4 IS NULL OR (" alias ".day_to > ?4 AND " alias ".day_from <> 9223372036854775807))"
#define LIES_WITHIN(alias) \
  "(" alias ".day_from < ?8 AND " alias ".day_to > ?7 AND " alias ".day_from <> 9223372036854775807" \
  " AND (?9 = 0 OR (" alias ".day_from >= ?7 AND " alias ".day_to <= ?8)))"
#define WITHIN(alias) " AND (?7 IS NULL OR " LIES_WITHIN (alias) ")"
/* What has no date of its own is not asked for one. */
#define ALWAYS_WITHIN " AND (?9 IS NULL OR ?9 >= 0)"
/* Operators that mean nothing for a kind let nothing through. */
#define WITHOUT_OUTLET " AND ?2 IS NULL"
#define WITHOUT_DAY " AND ?3 IS NULL AND ?4 IS NULL"
#define WITHOUT_CODE " AND ?5 IS NULL"

#define MEETINGS \
  "SELECT m.row FROM meeting m LEFT JOIN entity p ON p.id = m.place" \
  " WHERE " OF_WORDS ("m.folded, p.folded") \
  " AND (?2 IS NULL OR m.id IN (" \
  "SELECT v.meeting FROM evidence v JOIN article a ON a.id = v.article JOIN entity o ON o.id = a.outlet WHERE rap_matches (?2, o.folded)" \
  " UNION SELECT l.meeting FROM claim_meeting l JOIN claim c ON c.row = l.owner JOIN article a ON a.id = c.article" \
  " JOIN entity o ON o.id = a.outlet WHERE rap_matches (?2, o.folded)))" \
  OF_DAY ("m") WITHIN ("m") \
  " AND (?5 IS NULL OR m.id IN (" \
  "SELECT l.meeting FROM code k JOIN claim_code x ON x.code = k.id JOIN claim_meeting l ON l.owner = x.owner WHERE rap_matches (?5, k.folded)))" \
  " AND (?6 IS NULL OR m.id IN (" \
  "SELECT meeting FROM evidence WHERE article = ?6" \
  " UNION SELECT l.meeting FROM claim c JOIN claim_meeting l ON l.owner = c.row WHERE c.article = ?6))"

/* CROSS JOIN: articles in order first, their claims by the index that is in text order. */
#define CLAIMS \
  "SELECT c.row FROM article a CROSS JOIN claim c ON c.article = a.id" \
  " LEFT JOIN entity s ON s.id = c.speaker LEFT JOIN entity o ON o.id = a.outlet" \
  " WHERE " OF_WORDS ("c.folded, s.folded") \
  " AND (?2 IS NULL OR rap_matches (?2, o.folded))" \
  OF_DAY ("a") \
  " AND (?7 IS NULL OR " LIES_WITHIN ("a") \
  " OR EXISTS (SELECT 1 FROM claim_meeting t JOIN meeting m ON m.id = t.meeting WHERE t.owner = c.row AND " LIES_WITHIN ("m") "))" \
  " AND (?5 IS NULL OR EXISTS (SELECT 1 FROM claim_code l JOIN code k ON k.id = l.code WHERE l.owner = c.row AND rap_matches (?5, k.folded)))" \
  " AND (?6 IS NULL OR a.id = ?6)"

#define ENTITIES \
  "SELECT e.row FROM entity e WHERE " OF_WORDS ("e.folded") WITHOUT_OUTLET WITHOUT_DAY WITHOUT_CODE ALWAYS_WITHIN \
  " AND (?6 IS NULL OR e.id IN (" \
  "SELECT entity FROM mention WHERE article = ?6" \
  " UNION SELECT speaker FROM claim WHERE article = ?6" \
  " UNION SELECT outlet FROM article WHERE id = ?6))"

#define CODES \
  "SELECT k.row FROM code k WHERE " OF_WORDS ("k.folded") WITHOUT_OUTLET WITHOUT_DAY ALWAYS_WITHIN \
  " AND (?5 IS NULL OR rap_matches (?5, k.folded))" \
  " AND (?6 IS NULL OR k.id IN (" \
  "SELECT code FROM coding WHERE article = ?6" \
  " UNION SELECT l.code FROM claim c JOIN claim_code l ON l.owner = c.row WHERE c.article = ?6))"

/* Mentions, evidence and codings: by their quotes. */
#define PASSAGES(table, code) \
  "SELECT p.row FROM article a CROSS JOIN " table " p ON p.article = a.id LEFT JOIN entity o ON o.id = a.outlet" \
  " WHERE " OF_WORDS ("rap_fold (p.anchor_exact)") \
  " AND (?2 IS NULL OR rap_matches (?2, o.folded))" \
  OF_DAY ("a") WITHIN ("a") code \
  " AND (?6 IS NULL OR a.id = ?6)"

#define OF_CODE " AND (?5 IS NULL OR EXISTS (SELECT 1 FROM code k WHERE k.id = p.code AND rap_matches (?5, k.folded)))"

#define RELATIONS \
  "SELECT r.row FROM relation r WHERE " OF_WORDS ("rap_fold (r.note)") WITHOUT_OUTLET WITHOUT_DAY WITHOUT_CODE ALWAYS_WITHIN \
  " AND (?6 IS NULL OR EXISTS (SELECT 1 FROM claim c WHERE c.article = ?6 AND c.id IN (r.from_claim, r.to_claim)))"

#define IN_TEXT_ORDER(alias) \
  " ORDER BY a.day_from, a.day_to, a.id, " alias ".hull_start, " alias ".hull_end, " alias ".id"

/* [0] by time or place, [1] by name */
static const char * const queries[RAP_N_KINDS][2] = {
  [RAP_KIND_CODE] = { CODES " ORDER BY k.folded, k.id", CODES " ORDER BY k.folded, k.id" },
  [RAP_KIND_ENTITY] = { ENTITIES " ORDER BY e.folded, e.id", ENTITIES " ORDER BY e.folded, e.id" },
  [RAP_KIND_MEETING] = { MEETINGS " ORDER BY m.day_from, m.day_to, m.id", MEETINGS " ORDER BY m.folded, m.id" },
  [RAP_KIND_CLAIM] = { CLAIMS IN_TEXT_ORDER ("c"), CLAIMS " ORDER BY c.folded, c.id" },
  [RAP_KIND_MENTION] = {
    PASSAGES ("mention", WITHOUT_CODE) IN_TEXT_ORDER ("p"),
    PASSAGES ("mention", WITHOUT_CODE) " ORDER BY rap_fold (p.anchor_exact), p.id" },
  [RAP_KIND_EVIDENCE] = {
    PASSAGES ("evidence", WITHOUT_CODE) IN_TEXT_ORDER ("p"),
    PASSAGES ("evidence", WITHOUT_CODE) " ORDER BY rap_fold (p.anchor_exact), p.id" },
  [RAP_KIND_CODING] = {
    PASSAGES ("coding", OF_CODE) IN_TEXT_ORDER ("p"),
    PASSAGES ("coding", OF_CODE) " ORDER BY rap_fold (p.anchor_exact), p.id" },
  [RAP_KIND_RELATION] = { RELATIONS " ORDER BY r.created, r.id", RELATIONS " ORDER BY r.created, r.id" },
};

static gboolean
collect (RapStatement  *statement,
         GArray        *rows,
         GError       **error)
{
  g_autoptr (GError) failure = NULL;

  while (rap_statement_next (statement, &failure))
    {
      gint64 row = rap_statement_int (statement, 0);

      g_array_append_val (rows, row);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static void
bind_days (RapStatement   *statement,
           const RapQuery *query)
{
  if (query->first == query->last)
    {
      rap_statement_bind_null (statement);
      rap_statement_bind_null (statement);
    }
  else
    {
      rap_statement_bind_int (statement, query->first);
      rap_statement_bind_int (statement, query->last);
    }
  rap_statement_bind_int (statement, query->certain);
}

GArray *
rap_store_query_rows (RapStore        *self,
                      RapKind          kind,
                      const RapQuery  *query,
                      GError         **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (RapWords) words = NULL;
  g_autoptr (RapStatement) statement = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (RAP_IS_STORE (self), NULL);
  g_return_val_if_fail (kind != RAP_KIND_PROJECT && (guint) kind < RAP_N_KINDS, NULL);
  g_return_val_if_fail (query != NULL, NULL);

  words = rap_words_parse (query->text);
  if (words->bad != NULL || words->author != NULL)
    return g_steal_pointer (&rows);
  if (kind == RAP_KIND_ARTICLE)
    return rap_store_query_articles (self, query, words, rows, error) ? g_steal_pointer (&rows) : NULL;
  if (words->language != NULL || words->state != NULL || words->annotated >= 0)
    return g_steal_pointer (&rows);
  folded = rap_words_fold (words);
  statement = rap_statement_get (self, queries[kind][query->sort == RAP_SORT_NAME ? 1 : 0]);
  rap_statement_bind_text (statement, folded);
  rap_words_bind_filter (words, statement);
  rap_statement_bind_text (statement, words->code);
  rap_statement_bind_text (statement, query->article);
  bind_days (statement, query);
  return collect (statement, rows, error) ? g_steal_pointer (&rows) : NULL;
}
