/* rap-store-claim-order.c
 *
 * Walks claim_by_article, which is in the order of the text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-store-claim-order.h"
#include "rap-store-private.h"

#define BEFORE "(hull_start, hull_end, id) < (SELECT hull_start, hull_end, id FROM claim WHERE id = ?2)"
#define AFTER  "(hull_start, hull_end, id) > (SELECT hull_start, hull_end, id FROM claim WHERE id = ?2)"

gboolean
rap_store_find_claim_place (RapStore    *self,
                            const char  *article,
                            const char  *claim,
                            guint       *place,
                            guint       *n,
                            char       **next)
{
  g_autoptr (RapStatement) counts = NULL;
  g_autoptr (RapStatement) after = NULL;

  g_return_val_if_fail (RAP_IS_STORE (self), FALSE);

  counts = rap_statement_get (self,
                              "SELECT count(*), (SELECT count(*) FROM claim WHERE article = ?1 AND " BEFORE "),"
                              " (SELECT count(*) FROM claim WHERE article = ?1 AND id = ?2)"
                              " FROM claim WHERE article = ?1");
  rap_statement_bind_text (counts, article);
  rap_statement_bind_text (counts, claim);
  if (!rap_statement_next (counts, NULL) || rap_statement_int (counts, 2) == 0)
    return FALSE;
  *n = (guint) rap_statement_int (counts, 0);
  *place = (guint) rap_statement_int (counts, 1);
  if (next == NULL)
    return TRUE;

  after = rap_statement_get (self, "SELECT id FROM claim WHERE article = ?1 AND " AFTER
                                   " ORDER BY hull_start, hull_end, id LIMIT 1");
  rap_statement_bind_text (after, article);
  rap_statement_bind_text (after, claim);
  *next = rap_statement_next (after, NULL) ? g_strdup (rap_statement_text (after, 0)) : NULL;
  return TRUE;
}
