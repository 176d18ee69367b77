/* rap-store-meetings.c
 *
 * Meetings as lines to search in, with their participants beside them: two
 * statements that walk the same rows in the same order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-store-meetings.h"
#include "rap-store-private.h"

#define LINE "SELECT row, id, folded, place, day_from, day_to FROM meeting"

/* The participants of the meeting @row, which @statement stands at or before. */
static gboolean
read_participants (RapStatement  *statement,
                   gint64         row,
                   GPtrArray     *participants,
                   GError       **error)
{
  g_autoptr (GError) failure = NULL;

  g_ptr_array_set_size (participants, 0);
  rap_statement_reset (statement);
  rap_statement_bind_int (statement, row);
  while (rap_statement_next (statement, &failure))
    g_ptr_array_add (participants, g_strdup (rap_statement_text (statement, 0)));
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Every row of @lines, already bound. */
static gboolean
give_meetings (RapStore             *self,
               RapStatement         *lines,
               RapStoreMeetingFunc   func,
               gpointer              user_data,
               guint                *n_seen,
               GError              **error)
{
  g_autoptr (RapStatement) parts =
    rap_statement_get (self, "SELECT entity FROM meeting_participant WHERE owner = ?1 ORDER BY n");
  g_autoptr (GPtrArray) participants = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failure = NULL;

  while (rap_statement_next (lines, &failure))
    {
      RapStoreMeeting meeting = {
        rap_statement_int (lines, 0), rap_statement_text (lines, 1), rap_statement_text (lines, 2),
        rap_statement_text (lines, 3), rap_statement_int (lines, 4), rap_statement_int (lines, 5), NULL, 0,
      };

      if (!read_participants (parts, meeting.row, participants, error))
        return FALSE;
      meeting.participants = (const char * const *) participants->pdata;
      meeting.n_participants = participants->len;
      func (&meeting, user_data);
      *n_seen += 1;
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
rap_store_foreach_meeting (RapStore             *self,
                           gint64                after,
                           guint                 limit,
                           RapStoreMeetingFunc   func,
                           gpointer              user_data,
                           guint                *n_seen,
                           GError              **error)
{
  g_autoptr (RapStatement) lines = NULL;

  g_return_val_if_fail (RAP_IS_STORE (self), FALSE);

  *n_seen = 0;
  lines = rap_statement_get (self, LINE " WHERE row > ?1 ORDER BY row LIMIT ?2");
  rap_statement_bind_int (lines, after);
  rap_statement_bind_int (lines, limit);
  return give_meetings (self, lines, func, user_data, n_seen, error);
}

gboolean
rap_store_visit_meeting (RapStore             *self,
                         const char           *id,
                         RapStoreMeetingFunc   func,
                         gpointer              user_data,
                         GError              **error)
{
  g_autoptr (RapStatement) lines = NULL;
  guint n_seen = 0;

  g_return_val_if_fail (RAP_IS_STORE (self), FALSE);

  lines = rap_statement_get (self, LINE " WHERE id = ?1");
  rap_statement_bind_text (lines, id);
  return give_meetings (self, lines, func, user_data, &n_seen, error);
}

/* The first column of every row. */
static GPtrArray *
collect_texts (RapStatement  *statement,
               GError       **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failure = NULL;

  while (rap_statement_next (statement, &failure))
    g_ptr_array_add (texts, g_strdup (rap_statement_text (statement, 0)));
  if (failure == NULL)
    return g_steal_pointer (&texts);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

GPtrArray *
rap_store_list_reported (RapStore    *self,
                         const char  *article,
                         GError     **error)
{
  g_autoptr (RapStatement) statement = NULL;

  g_return_val_if_fail (RAP_IS_STORE (self), NULL);

  statement = rap_statement_get (self,
                                 "SELECT meeting FROM evidence WHERE article = ?1"
                                 " UNION SELECT l.meeting FROM claim c JOIN claim_meeting l ON l.owner = c.row"
                                 " WHERE c.article = ?1 ORDER BY 1");
  rap_statement_bind_text (statement, article);
  return collect_texts (statement, error);
}

GPtrArray *
rap_store_list_capacities (RapStore    *self,
                           const char  *entity,
                           const char  *except,
                           guint        limit,
                           GError     **error)
{
  g_autoptr (RapStatement) statement = NULL;

  g_return_val_if_fail (RAP_IS_STORE (self), NULL);

  statement = rap_statement_get (self,
                                 "SELECT p.capacity FROM meeting_participant p JOIN meeting m ON m.row = p.owner"
                                 " WHERE p.entity = ?1 AND p.capacity <> '' AND (?2 IS NULL OR m.id <> ?2)"
                                 " GROUP BY p.capacity ORDER BY count(*) DESC, p.capacity LIMIT ?3");
  rap_statement_bind_text (statement, entity);
  rap_statement_bind_text (statement, except);
  rap_statement_bind_int (statement, limit);
  return collect_texts (statement, error);
}
