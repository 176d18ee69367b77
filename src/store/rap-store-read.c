/* rap-store-read.c
 *
 * Records out of the file: one by id, those of an article, those that refer to
 * something, or all of a kind in the order of native JSON.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-store-private.h"

#include <string.h>

#define MIN_PREFIX 8

gint64
rap_store_get_row (RapStore   *self,
                   RapKind     kind,
                   const char *id)
{
  g_autoptr (RapStatement) statement = NULL;

  g_return_val_if_fail (RAP_IS_STORE (self), 0);
  g_return_val_if_fail ((guint) kind < RAP_N_KINDS, 0);

  statement = rap_statement_get (self, rap_tables[kind].find);
  rap_statement_bind_text (statement, id);
  return rap_statement_next (statement, NULL) ? rap_statement_int (statement, 0) : 0;
}

RapRecord *
rap_store_load (RapStore    *self,
                RapKind      kind,
                const char  *id,
                GError     **error)
{
  g_autoptr (RapStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (RAP_IS_STORE (self), NULL);
  g_return_val_if_fail ((guint) kind < RAP_N_KINDS, NULL);

  if (id == NULL && kind == RAP_KIND_PROJECT)
    return rap_store_load_row (self, kind, 1, error);
  statement = rap_statement_get (self, rap_tables[kind].find);
  rap_statement_bind_text (statement, id);
  if (rap_statement_next (statement, &failure))
    return rap_store_load_row (self, kind, rap_statement_int (statement, 0), error);
  if (failure == NULL)
    g_set_error (&failure, RAP_ERROR, RAP_ERROR_NOT_FOUND, "%s: there is no %s with the id %s",
                 self->path, rap_kind_get_nick (kind), id != NULL ? id : "null");
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* The first string after all that begin with @prefix, byte by byte. (transfer full) */
static char *
get_prefix_end (const char *prefix)
{
  return g_strconcat (prefix, "\xf4\x8f\xbf\xbf", NULL);
}

RapRecord *
rap_store_find (RapStore    *self,
                const char  *id_or_prefix,
                GError     **error)
{
  static const char sql[] =
    "SELECT 0, row, id = ?1 AS exact FROM project WHERE id >= ?1 AND id < ?2"
    " UNION ALL SELECT 1, row, id = ?1 FROM code WHERE id >= ?1 AND id < ?2"
    " UNION ALL SELECT 2, row, id = ?1 FROM entity WHERE id >= ?1 AND id < ?2"
    " UNION ALL SELECT 3, row, id = ?1 FROM article WHERE id >= ?1 AND id < ?2"
    " UNION ALL SELECT 4, row, id = ?1 FROM meeting WHERE id >= ?1 AND id < ?2"
    " UNION ALL SELECT 5, row, id = ?1 FROM claim WHERE id >= ?1 AND id < ?2"
    " UNION ALL SELECT 6, row, id = ?1 FROM mention WHERE id >= ?1 AND id < ?2"
    " UNION ALL SELECT 7, row, id = ?1 FROM evidence WHERE id >= ?1 AND id < ?2"
    " UNION ALL SELECT 8, row, id = ?1 FROM coding WHERE id >= ?1 AND id < ?2"
    " UNION ALL SELECT 9, row, id = ?1 FROM relation WHERE id >= ?1 AND id < ?2"
    " ORDER BY exact DESC LIMIT 2";
  g_autoptr (RapStatement) statement = NULL;
  g_autofree char *end = NULL;
  g_autoptr (GError) failure = NULL;
  gboolean exact;
  RapKind kind;
  gint64 row;

  g_return_val_if_fail (RAP_IS_STORE (self), NULL);
  g_return_val_if_fail (id_or_prefix != NULL, NULL);

  end = get_prefix_end (id_or_prefix);
  statement = rap_statement_get (self, sql);
  rap_statement_bind_text (statement, id_or_prefix);
  rap_statement_bind_text (statement, end);
  if (!rap_statement_next (statement, &failure))
    {
      if (failure == NULL)
        g_set_error (&failure, RAP_ERROR, RAP_ERROR_NOT_FOUND, "%s: there is nothing with the id %s",
                     self->path, id_or_prefix);
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  kind = rap_statement_int (statement, 0);
  row = rap_statement_int (statement, 1);
  exact = rap_statement_int (statement, 2) != 0;
  if (!exact && strlen (id_or_prefix) < MIN_PREFIX)
    g_set_error (error, RAP_ERROR, RAP_ERROR_NOT_FOUND, "%s: there is nothing with the id %s (at least %d characters are needed)",
                 self->path, id_or_prefix, MIN_PREFIX);
  else if (!exact && rap_statement_next (statement, NULL))
    g_set_error (error, RAP_ERROR, RAP_ERROR_INVALID, "%s: several ids begin with %s", self->path, id_or_prefix);
  else
    return rap_store_load_row (self, kind, row, error);
  return NULL;
}

/* Loads what @statement finds: kind and row in its first two columns. */
static GPtrArray *
load_all (RapStore      *self,
          RapStatement  *statement,
          GError       **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) failure = NULL;

  while (rap_statement_next (statement, &failure))
    {
      RapRecord *record = rap_store_load_row (self, rap_statement_int (statement, 0),
                                              rap_statement_int (statement, 1), error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }
  if (failure == NULL)
    return g_steal_pointer (&records);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

GPtrArray *
rap_store_load_annotations (RapStore    *self,
                            const char  *article,
                            GError     **error)
{
  static const char sql[] =
    "SELECT 5 AS kind, row, hull_start, hull_end, id FROM claim WHERE article = ?1"
    " UNION ALL SELECT 6, row, hull_start, hull_end, id FROM mention WHERE article = ?1"
    " UNION ALL SELECT 7, row, hull_start, hull_end, id FROM evidence WHERE article = ?1"
    " UNION ALL SELECT 8, row, hull_start, hull_end, id FROM coding WHERE article = ?1"
    " ORDER BY hull_start, hull_end, kind, id";
  g_autoptr (RapStatement) statement = NULL;

  g_return_val_if_fail (RAP_IS_STORE (self), NULL);

  statement = rap_statement_get (self, sql);
  rap_statement_bind_text (statement, article);
  return load_all (self, statement, error);
}

#define END_LINKED " ORDER BY created, id LIMIT ?2"

/* By kind of the records that refer: ?1 is what they refer to. */
static const char * const linked_sql[RAP_N_KINDS] = {
  [RAP_KIND_CODE] = "SELECT 1, row, created, id FROM code WHERE parent = ?1" END_LINKED,
  [RAP_KIND_ENTITY] =
    "SELECT 2, row, created, id FROM entity WHERE row IN (SELECT owner FROM entity_not_same WHERE entity = ?1)" END_LINKED,
  [RAP_KIND_ARTICLE] =
    "SELECT 3, row, created, id FROM article WHERE outlet = ?1 OR copied_from = ?1" END_LINKED,
  [RAP_KIND_MEETING] =
    "SELECT 4, row, created, id FROM meeting WHERE place = ?1"
    " UNION SELECT 4, row, created, id FROM meeting WHERE row IN (SELECT owner FROM meeting_participant WHERE entity = ?1)"
    END_LINKED,
  [RAP_KIND_CLAIM] =
    "SELECT 5, row, created, id FROM claim WHERE article = ?1"
    " UNION SELECT 5, row, created, id FROM claim WHERE speaker = ?1"
    " UNION SELECT 5, row, created, id FROM claim WHERE row IN (SELECT owner FROM claim_via WHERE entity = ?1)"
    " UNION SELECT 5, row, created, id FROM claim WHERE row IN (SELECT owner FROM claim_code WHERE code = ?1)"
    " UNION SELECT 5, row, created, id FROM claim WHERE row IN (SELECT owner FROM claim_meeting WHERE meeting = ?1)"
    END_LINKED,
  [RAP_KIND_MENTION] = "SELECT 6, row, created, id FROM mention WHERE article = ?1 OR entity = ?1" END_LINKED,
  [RAP_KIND_EVIDENCE] = "SELECT 7, row, created, id FROM evidence WHERE article = ?1 OR meeting = ?1" END_LINKED,
  [RAP_KIND_CODING] = "SELECT 8, row, created, id FROM coding WHERE article = ?1 OR code = ?1" END_LINKED,
  [RAP_KIND_RELATION] = "SELECT 9, row, created, id FROM relation WHERE from_claim = ?1 OR to_claim = ?1" END_LINKED,
};

GPtrArray *
rap_store_load_linked (RapStore    *self,
                       RapKind      kind,
                       const char  *id,
                       guint        limit,
                       GError     **error)
{
  g_autoptr (RapStatement) statement = NULL;

  g_return_val_if_fail (RAP_IS_STORE (self), NULL);
  g_return_val_if_fail ((guint) kind < RAP_N_KINDS, NULL);

  if (linked_sql[kind] == NULL)
    return g_ptr_array_new_with_free_func (g_object_unref);
  statement = rap_statement_get (self, linked_sql[kind]);
  rap_statement_bind_text (statement, id);
  rap_statement_bind_int (statement, limit > 0 ? (gint64) limit : -1);
  return load_all (self, statement, error);
}

gboolean
rap_store_foreach (RapStore            *self,
                   RapKind              kind,
                   RapStoreRecordFunc   func,
                   gpointer             user_data,
                   GError             **error)
{
  g_autoptr (RapStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (RAP_IS_STORE (self), FALSE);
  g_return_val_if_fail ((guint) kind < RAP_N_KINDS, FALSE);

  statement = rap_statement_get (self, rap_tables[kind].by_created);
  while (rap_statement_next (statement, &failure))
    {
      g_autoptr (RapRecord) record = rap_store_read_record (self, kind, statement, error);

      if (record == NULL || !func (record, user_data, error))
        return FALSE;
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
rap_store_begin_read (RapStore  *self,
                      GError   **error)
{
  g_return_val_if_fail (RAP_IS_STORE (self), FALSE);
  g_return_val_if_fail (!self->reading, FALSE);

  /* A transaction that has read nothing yet has no state of the file yet. */
  if (!rap_store_execute (self, "BEGIN; SELECT 1 FROM project;", error))
    {
      rap_store_rollback (self);
      return FALSE;
    }
  self->reading = TRUE;
  return TRUE;
}

void
rap_store_end_read (RapStore *self)
{
  g_return_if_fail (RAP_IS_STORE (self));
  g_return_if_fail (self->reading);

  rap_store_rollback (self);
  self->reading = FALSE;
}

guint
rap_store_count (RapStore *self,
                 RapKind   kind)
{
  g_return_val_if_fail (RAP_IS_STORE (self), 0);
  g_return_val_if_fail ((guint) kind < RAP_N_KINDS, 0);

  return rap_store_query_int (self, rap_tables[kind].count, 0);
}

char *
rap_store_get_name (RapStore   *self,
                    RapKind     kind,
                    const char *id)
{
  g_autoptr (RapStatement) statement = NULL;

  g_return_val_if_fail (RAP_IS_STORE (self), NULL);
  g_return_val_if_fail ((guint) kind < RAP_N_KINDS, NULL);

  statement = rap_statement_get (self, rap_tables[kind].name);
  rap_statement_bind_text (statement, id);
  return g_strdup (rap_statement_next (statement, NULL) ? rap_statement_text (statement, 0) : "");
}
