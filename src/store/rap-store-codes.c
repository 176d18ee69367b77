/* rap-store-codes.c
 *
 * How much the codes of the codebook are used, and which were used last: asked
 * once when a codebook is shown, and kept up from the commits afterwards.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-store-private.h"

static gboolean
visit_counts (RapStore          *self,
              const char        *sql,
              RapKind            by,
              RapStoreCountFunc  func,
              gpointer           user_data,
              GError           **error)
{
  g_autoptr (RapStatement) statement = rap_statement_get (self, sql);
  g_autoptr (GError) failure = NULL;

  while (rap_statement_next (statement, &failure))
    func (rap_statement_text (statement, 0), by, (guint) rap_statement_int (statement, 1), user_data);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
rap_store_count_codes (RapStore           *self,
                       RapStoreCountFunc   func,
                       gpointer            user_data,
                       GError            **error)
{
  static const char passages[] = "SELECT code, count(*) FROM coding GROUP BY code";
  static const char claims[] = "SELECT code, count(*) FROM claim_code GROUP BY code";

  g_return_val_if_fail (RAP_IS_STORE (self), FALSE);

  return visit_counts (self, passages, RAP_KIND_CODING, func, user_data, error)
         && visit_counts (self, claims, RAP_KIND_CLAIM, func, user_data, error);
}

GPtrArray *
rap_store_list_recent_codes (RapStore  *self,
                             guint      limit,
                             GError   **error)
{
  static const char sql[] = "SELECT code FROM coding ORDER BY created DESC, id DESC LIMIT ?1";
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (RapStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (RAP_IS_STORE (self), NULL);

  statement = rap_statement_get (self, sql);
  rap_statement_bind_int (statement, limit);
  while (rap_statement_next (statement, &failure))
    {
      const char *code = rap_statement_text (statement, 0);

      if (!g_ptr_array_find_with_equal_func (codes, code, g_str_equal, NULL))
        g_ptr_array_add (codes, g_strdup (code));
    }
  if (failure == NULL)
    return g_steal_pointer (&codes);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}
