/* rap-store-versions.c
 *
 * Articles by the address they were read at. Texts are in a table of their
 * own, so that looking through all addresses is quick.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-store-versions.h"

#include "rap-store-private.h"

gboolean
rap_store_foreach_address (RapStore             *self,
                           const char           *part,
                           RapStoreAddressFunc   func,
                           gpointer              user_data,
                           GError              **error)
{
  static const char sql[] =
    "SELECT id, url FROM article WHERE url <> '' AND instr(lower(url), lower(?1)) > 0 ORDER BY created, id";
  g_autoptr (RapStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (RAP_IS_STORE (self), FALSE);

  statement = rap_statement_get (self, sql);
  rap_statement_bind_text (statement, part);
  while (rap_statement_next (statement, &failure))
    func (rap_statement_text (statement, 0), rap_statement_text (statement, 1), user_data);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
