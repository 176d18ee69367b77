/* rap-store-relatives.c
 *
 * What a ranking of claims looks at: the folded words of every claim in one
 * pass over one table, without its anchors and children, and the claims about
 * a meeting by the index. What is worth showing is loaded afterwards.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-store-private.h"

gboolean
rap_store_foreach_claim_words (RapStore           *self,
                               const char         *id,
                               RapStoreClaimFunc   func,
                               gpointer            user_data,
                               GError            **error)
{
  g_autoptr (RapStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (RAP_IS_STORE (self), FALSE);

  statement = rap_statement_get (self, id == NULL ? "SELECT row, folded, speaker FROM claim"
                                                  : "SELECT row, folded, speaker FROM claim WHERE id = ?1");
  if (id != NULL)
    rap_statement_bind_text (statement, id);
  while (rap_statement_next (statement, &failure))
    func (rap_statement_int (statement, 0), rap_statement_text (statement, 1), rap_statement_text (statement, 2),
          user_data);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

GArray *
rap_store_list_claims_about (RapStore    *self,
                             const char  *meeting,
                             GError     **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (RapStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (RAP_IS_STORE (self), NULL);

  statement = rap_statement_get (self, "SELECT DISTINCT owner FROM claim_meeting WHERE meeting = ?1 ORDER BY owner");
  rap_statement_bind_text (statement, meeting);
  while (rap_statement_next (statement, &failure))
    {
      gint64 row = rap_statement_int (statement, 0);

      g_array_append_val (rows, row);
    }
  if (failure == NULL)
    return g_steal_pointer (&rows);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}
