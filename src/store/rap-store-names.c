/* rap-store-names.c
 *
 * Where names may stand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-store-names.h"

#include "rap-store-private.h"

static gboolean
has_letters (const char *phrase)
{
  for (const char *p = phrase; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* text : ("one phrase" OR "another"). (transfer full), or NULL when nothing can be looked for */
static char *
make_match (const char * const *phrases)
{
  g_autoptr (GString) match = g_string_new ("text : (");
  guint n = 0;

  for (guint i = 0; phrases[i] != NULL; i++)
    {
      if (!has_letters (phrases[i]))
        continue;
      g_string_append (match, n++ > 0 ? " OR \"" : "\"");
      for (const char *p = phrases[i]; *p != '\0'; p++)
        if (*p != '"')
          g_string_append_c (match, *p);
      g_string_append_c (match, '"');
    }
  g_string_append_c (match, ')');
  return n > 0 ? g_string_free (g_steal_pointer (&match), FALSE) : NULL;
}

GPtrArray *
rap_store_find_articles (RapStore            *self,
                         const char * const  *phrases,
                         GError             **error)
{
  static const char sql[] =
    "SELECT id FROM article WHERE row IN (SELECT rowid FROM article_fts WHERE article_fts MATCH ?1)"
    " ORDER BY day_from, day_to, id";
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (RapStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;
  g_autofree char *match = NULL;

  g_return_val_if_fail (RAP_IS_STORE (self), NULL);

  match = make_match (phrases);
  if (match == NULL)
    return g_steal_pointer (&ids);
  statement = rap_statement_get (self, sql);
  rap_statement_bind_text (statement, match);
  while (rap_statement_next (statement, &failure))
    g_ptr_array_add (ids, g_strdup (rap_statement_text (statement, 0)));
  if (failure == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* The list of words is a view of the index that belongs to the connection; the file stays as it is. */
static gboolean
open_words (RapStore  *self,
            GError   **error)
{
  static const char sql[] =
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.article_word USING fts5vocab ('main', 'article_fts', 'row')";
  gboolean done;

  if (rap_store_get_read_only (self) && !rap_store_execute (self, "PRAGMA query_only = OFF", error))
    return FALSE;
  done = rap_store_execute (self, sql, error);
  return (!rap_store_get_read_only (self) || rap_store_execute (self, "PRAGMA query_only = ON", NULL)) && done;
}

gboolean
rap_store_foreach_word (RapStore          *self,
                        RapStoreWordFunc   func,
                        gpointer           user_data,
                        GError           **error)
{
  g_autoptr (RapStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (RAP_IS_STORE (self), FALSE);

  if (!open_words (self, error))
    return FALSE;
  statement = rap_statement_get (self, "SELECT term, doc FROM temp.article_word");
  while (rap_statement_next (statement, &failure))
    func (rap_statement_text (statement, 0), (guint) rap_statement_int (statement, 1), user_data);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

GPtrArray *
rap_store_load_deleted_mentions (RapStore    *self,
                                 const char  *entity,
                                 GError     **error)
{
  static const char sql[] =
    "SELECT e.before FROM journal_edit e JOIN journal_group g ON g.seq = e.seq"
    " WHERE e.kind = 'mention' AND e.after IS NULL AND g.state = 0 AND instr (e.before, ?1) > 0"
    " AND NOT EXISTS (SELECT 1 FROM mention m WHERE m.id = e.id)";
  g_autoptr (GPtrArray) mentions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (RapStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (RAP_IS_STORE (self), NULL);

  statement = rap_statement_get (self, sql);
  rap_statement_bind_text (statement, entity);
  while (rap_statement_next (statement, &failure))
    {
      RapRecord *mention = rap_store_record_from_json (self, RAP_KIND_MENTION, rap_statement_text (statement, 0), error);

      if (mention == NULL)
        return NULL;
      if (g_strcmp0 (RAP_MENTION (mention)->entity, entity) == 0)
        g_ptr_array_add (mentions, mention);
      else
        g_object_unref (mention);
    }
  if (failure == NULL)
    return g_steal_pointer (&mentions);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

guint
rap_store_count_published (RapStore   *self,
                           const char *entity)
{
  g_autoptr (RapStatement) statement = NULL;

  g_return_val_if_fail (RAP_IS_STORE (self), 0);

  statement = rap_statement_get (self, "SELECT count(*) FROM article WHERE outlet = ?1");
  rap_statement_bind_text (statement, entity);
  return rap_statement_next (statement, NULL) ? (guint) rap_statement_int (statement, 0) : 0;
}
