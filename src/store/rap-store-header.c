/* rap-store-header.c
 *
 * Rows of lists, a page at a time: one statement a kind, run once a row, every
 * part of it answered by an index.
 *
 * Columns of all statements: id, title, subtitle, when, article, article's
 * title, tag, claims, meetings, articles, depth, hedged, contested.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-store-private.h"

static const char article_sql[] =
  "SELECT a.id, a.title, ifnull (o.name, ''), a.published, NULL, NULL, a.language,"
  " (SELECT count(*) FROM claim WHERE article = a.id),"
  " (SELECT count(*) FROM (SELECT meeting FROM evidence WHERE article = a.id"
  "   UNION SELECT l.meeting FROM claim c JOIN claim_meeting l ON l.owner = c.row WHERE c.article = a.id)),"
  " ifnull ((SELECT CASE state WHEN 'read' THEN 1 WHEN 'done' THEN 2 ELSE 0 END FROM article_reading WHERE article = a.id), 0),"
  " 0, 0, 0"
  " FROM article a LEFT JOIN entity o ON o.id = a.outlet WHERE a.row = ?1";

static const char meeting_sql[] =
  "SELECT m.id, m.title, ifnull (p.name, m.place_text), m.date, NULL, NULL, m.status,"
  " (SELECT count(DISTINCT owner) FROM claim_meeting WHERE meeting = m.id),"
  " 0,"
  RAP_SQL_MEETING_ARTICLES ","
  " 0, 0,"
  RAP_SQL_MEETING_CONTESTED
  " FROM meeting m LEFT JOIN entity p ON p.id = m.place WHERE m.row = ?1";

static const char claim_sql[] =
  "SELECT c.id, CASE WHEN c.proposition <> '' THEN c.proposition ELSE c.content_exact END, ifnull (s.name, ''),"
  " a.published, a.id, a.title, c.certainty || c.polarity,"
  " 0,"
  " (SELECT count(DISTINCT meeting) FROM claim_meeting WHERE owner = c.row),"
  " 0, 0, c.certainty IN ('PR', 'PS'), 0"
  " FROM claim c JOIN article a ON a.id = c.article LEFT JOIN entity s ON s.id = c.speaker WHERE c.row = ?1";

static const char entity_sql[] =
  "SELECT e.id, e.name,"
  " ifnull ((SELECT group_concat (name, ', ') FROM (SELECT name FROM entity_name WHERE owner = e.row ORDER BY n)), ''),"
  " NULL, NULL, NULL, e.kind,"
  " (SELECT count(*) FROM claim WHERE speaker = e.id),"
  " (SELECT count(*) FROM (SELECT owner FROM meeting_participant WHERE entity = e.id"
  "   UNION SELECT row FROM meeting WHERE place = e.id)),"
  " (SELECT count(*) FROM (SELECT article FROM mention WHERE entity = e.id"
  "   UNION SELECT article FROM claim WHERE speaker = e.id UNION SELECT id FROM article WHERE outlet = e.id)),"
  " 0, 0, 0"
  " FROM entity e WHERE e.row = ?1";

/* The limit ends a cycle that a damaged file may hold. */
static const char code_sql[] =
  "WITH RECURSIVE up (id, depth) AS ("
  "  SELECT parent, 1 FROM code WHERE row = ?1 AND parent IS NOT NULL"
  "  UNION ALL SELECT k.parent, depth + 1 FROM up JOIN code k ON k.id = up.id WHERE k.parent IS NOT NULL LIMIT 64)"
  " SELECT k.id, k.name, k.description, NULL, NULL, NULL, k.colour,"
  " (SELECT count(DISTINCT owner) FROM claim_code WHERE code = k.id),"
  " 0,"
  " (SELECT count(DISTINCT article) FROM coding WHERE code = k.id),"
  " (SELECT ifnull (max (depth), 0) FROM up), 0, 0"
  " FROM code k WHERE k.row = ?1";

#define PASSAGE(table, alias_name, join) \
  "SELECT p.id, p.anchor_exact, " alias_name ", a.published, a.id, a.title, '', 0, 0, 0, 0, 0, 0" \
  " FROM " table " p JOIN article a ON a.id = p.article " join " WHERE p.row = ?1"

static const char * const headers[RAP_N_KINDS] = {
  [RAP_KIND_PROJECT] = "SELECT id, title, note, NULL, NULL, NULL, '', 0, 0, 0, 0, 0, 0 FROM project WHERE row = ?1",
  [RAP_KIND_CODE] = code_sql,
  [RAP_KIND_ENTITY] = entity_sql,
  [RAP_KIND_ARTICLE] = article_sql,
  [RAP_KIND_MEETING] = meeting_sql,
  [RAP_KIND_CLAIM] = claim_sql,
  [RAP_KIND_MENTION] = PASSAGE ("mention", "e.name", "JOIN entity e ON e.id = p.entity"),
  [RAP_KIND_EVIDENCE] = PASSAGE ("evidence", "m.title", "JOIN meeting m ON m.id = p.meeting"),
  [RAP_KIND_CODING] = PASSAGE ("coding", "k.name", "JOIN code k ON k.id = p.code"),
  [RAP_KIND_RELATION] = "SELECT id, '', note, NULL, NULL, NULL, kind, 0, 0, 0, 0, 0, 0 FROM relation WHERE row = ?1",
};

static void
fill (RapHeader    *header,
      RapStatement *row)
{
  char **strings[] = {
    &header->id, &header->title, &header->subtitle, &header->when,
    &header->article, &header->article_title, &header->tag,
  };

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    *strings[i] = g_strdup (rap_statement_text (row, i));
  header->n_claims = rap_statement_int (row, 7);
  header->n_meetings = rap_statement_int (row, 8);
  header->n_articles = rap_statement_int (row, 9);
  header->depth = rap_statement_int (row, 10);
  header->hedged = rap_statement_int (row, 11) != 0;
  header->contested = rap_statement_int (row, 12) != 0;
}

static void
fill_empty (RapHeader *header)
{
  header->id = g_strdup ("");
  header->title = g_strdup ("");
  header->subtitle = g_strdup ("");
  header->tag = g_strdup ("");
}

GPtrArray *
rap_store_load_headers (RapStore      *self,
                        RapKind        kind,
                        const gint64  *rows,
                        guint          n_rows,
                        GError       **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (RapStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (RAP_IS_STORE (self), NULL);
  g_return_val_if_fail ((guint) kind < RAP_N_KINDS, NULL);

  statement = rap_statement_get (self, headers[kind]);
  for (guint i = 0; i < n_rows && failure == NULL; i++)
    {
      RapHeader *header = rap_header_new (kind);

      g_ptr_array_add (list, header);
      rap_statement_bind_int (statement, rows[i]);
      if (rap_statement_next (statement, &failure))
        fill (header, statement);
      else
        fill_empty (header);
      rap_statement_reset (statement);
    }
  if (failure == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}
