/* rap-store-reading.c
 *
 * Reading marks and detected values. The only writes of the store outside the
 * journal: they hold nothing that the analyst said about the world, so there is
 * nothing to undo or to audit, and a mark that is lost costs a scroll.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-store-reading.h"

#include "rap-store-private.h"

gboolean
rap_store_add_detected (RapStore           *self,
                        const RapDetected  *detected,
                        GError            **error)
{
  static const char sql[] =
    "INSERT OR REPLACE INTO article_detected (article, member, value, found) VALUES (?1, ?2, ?3, ?4)";
  g_autoptr (RapStatement) statement = NULL;

  g_return_val_if_fail (RAP_IS_STORE (self), FALSE);

  if (!rap_store_is_in_transaction (self, error))
    return FALSE;
  statement = rap_statement_get (self, sql);
  rap_statement_bind_text (statement, detected->article);
  rap_statement_bind_text (statement, detected->member);
  rap_statement_bind_text (statement, detected->value);
  rap_statement_bind_text (statement, detected->found);
  return rap_statement_run (statement, error);
}

static gboolean
add_all_detected (RapStore   *self,
                  GPtrArray  *detected,
                  GError    **error)
{
  for (guint i = 0; i < detected->len; i++)
    if (!rap_store_add_detected (self, g_ptr_array_index (detected, i), error))
      return FALSE;
  return TRUE;
}

gboolean
rap_store_set_detected (RapStore   *self,
                        GPtrArray  *detected,
                        GError    **error)
{
  g_return_val_if_fail (RAP_IS_STORE (self), FALSE);
  g_return_val_if_fail (detected != NULL, FALSE);

  if (detected->len == 0)
    return TRUE;
  if (rap_store_begin (self, error)
      && add_all_detected (self, detected, error)
      && rap_store_execute (self, "COMMIT", error))
    return TRUE;
  rap_store_rollback (self);
  return FALSE;
}

GPtrArray *
rap_store_get_detected (RapStore    *self,
                        const char  *article,
                        GError     **error)
{
  static const char sql[] = "SELECT member, value, found FROM article_detected WHERE article = ?1 ORDER BY member";
  g_autoptr (GPtrArray) detected = g_ptr_array_new_with_free_func ((GDestroyNotify) rap_detected_free);
  g_autoptr (RapStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (RAP_IS_STORE (self), NULL);

  statement = rap_statement_get (self, sql);
  rap_statement_bind_text (statement, article);
  while (rap_statement_next (statement, &failure))
    g_ptr_array_add (detected, rap_detected_new (article, rap_statement_text (statement, 0),
                                                 rap_statement_text (statement, 1), rap_statement_text (statement, 2)));
  if (failure == NULL)
    return g_steal_pointer (&detected);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static gboolean
write_reading (RapStore              *self,
               const char            *article,
               const RapReadingMark  *mark,
               GError               **error)
{
  static const char sql[] =
    "INSERT OR REPLACE INTO article_reading (article, state, position, updated) VALUES (?1, ?2, ?3, ?4)";
  g_autoptr (RapStatement) statement = rap_statement_get (self, sql);

  rap_statement_bind_text (statement, article);
  rap_statement_bind_text (statement, rap_reading_state_get_nick (mark->state));
  rap_statement_bind_int (statement, mark->position);
  rap_statement_bind_int (statement, mark->updated);
  return rap_statement_run (statement, error);
}

gboolean
rap_store_set_reading (RapStore              *self,
                       const char            *article,
                       const RapReadingMark  *mark,
                       GError               **error)
{
  gboolean done;

  g_return_val_if_fail (RAP_IS_STORE (self), FALSE);
  g_return_val_if_fail (article != NULL && mark != NULL, FALSE);

  sqlite3_busy_timeout (self->db, 0);
  done = rap_store_begin (self, error)
      && write_reading (self, article, mark, error)
      && rap_store_execute (self, "COMMIT", error);
  if (!done)
    rap_store_rollback (self);
  sqlite3_busy_timeout (self->db, RAP_STORE_BUSY_MS);
  return done;
}

static void
read_mark (RapStatement   *statement,
           RapReadingMark *mark)
{
  rap_reading_state_parse (rap_statement_text (statement, 1), &mark->state);
  mark->position = (guint) CLAMP (rap_statement_int (statement, 2), 0, G_MAXUINT);
  mark->updated = rap_statement_int (statement, 3);
}

gboolean
rap_store_get_reading (RapStore        *self,
                       const char      *article,
                       RapReadingMark  *mark,
                       GError         **error)
{
  static const char sql[] = "SELECT article, state, position, updated FROM article_reading WHERE article = ?1";
  g_autoptr (RapStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (RAP_IS_STORE (self), FALSE);
  g_return_val_if_fail (mark != NULL, FALSE);

  *mark = (RapReadingMark) { RAP_READING_UNREAD, 0, 0 };
  statement = rap_statement_get (self, sql);
  rap_statement_bind_text (statement, article);
  if (rap_statement_next (statement, &failure))
    read_mark (statement, mark);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

char *
rap_store_get_last_read (RapStore  *self,
                         GError   **error)
{
  static const char sql[] =
    "SELECT r.article FROM article_reading r JOIN article a ON a.id = r.article ORDER BY r.updated DESC LIMIT 1";
  g_autoptr (RapStatement) statement = NULL;

  g_return_val_if_fail (RAP_IS_STORE (self), NULL);

  statement = rap_statement_get (self, sql);
  return rap_statement_next (statement, error) ? g_strdup (rap_statement_text (statement, 0)) : NULL;
}

gboolean
rap_store_foreach_reading (RapStore             *self,
                           RapStoreReadingFunc   func,
                           gpointer              user_data,
                           GError              **error)
{
  static const char sql[] = "SELECT article, state, position, updated FROM article_reading ORDER BY article";
  g_autoptr (RapStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (RAP_IS_STORE (self), FALSE);

  statement = rap_statement_get (self, sql);
  while (rap_statement_next (statement, &failure))
    {
      RapReadingMark mark = { RAP_READING_UNREAD, 0, 0 };

      read_mark (statement, &mark);
      func (rap_statement_text (statement, 0), &mark, user_data);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
