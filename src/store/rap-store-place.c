/* rap-store-place.c
 *
 * After a commit a list of many thousand rows need not be asked for again: the
 * one new row finds its place by halving.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-store-place.h"

#include "rap-store-private.h"

/* TRUE when ?1 is before ?2; the keys are those of rap-store-query.c. */
static const char * const before_sql[RAP_N_KINDS] = {
  [RAP_KIND_CODE] = "SELECT (x.folded, x.id) < (y.folded, y.id) FROM code x, code y WHERE x.row = ?1 AND y.row = ?2",
  [RAP_KIND_ENTITY] = "SELECT (x.folded, x.id) < (y.folded, y.id) FROM entity x, entity y WHERE x.row = ?1 AND y.row = ?2",
  [RAP_KIND_ARTICLE] =
    "SELECT (x.day_from, x.day_to, x.id) < (y.day_from, y.day_to, y.id) FROM article x, article y WHERE x.row = ?1 AND y.row = ?2",
  [RAP_KIND_MEETING] =
    "SELECT (x.day_from, x.day_to, x.id) < (y.day_from, y.day_to, y.id) FROM meeting x, meeting y WHERE x.row = ?1 AND y.row = ?2",
  [RAP_KIND_CLAIM] =
    "SELECT (a.day_from, a.day_to, a.id, x.hull_start, x.hull_end, x.id)"
    " < (b.day_from, b.day_to, b.id, y.hull_start, y.hull_end, y.id)"
    " FROM claim x JOIN article a ON a.id = x.article, claim y JOIN article b ON b.id = y.article WHERE x.row = ?1 AND y.row = ?2",
};

/* 1, 0, or -1 when it cannot be said. */
static int
ask (RapStore *self,
     RapKind   kind,
     gint64    first,
     gint64    second)
{
  g_autoptr (RapStatement) statement = NULL;

  if (before_sql[kind] == NULL)
    return -1;
  statement = rap_statement_get (self, before_sql[kind]);
  rap_statement_bind_int (statement, first);
  rap_statement_bind_int (statement, second);
  return rap_statement_next (statement, NULL) ? (int) rap_statement_int (statement, 0) : -1;
}

guint
rap_store_find_place (RapStore     *self,
                      RapKind       kind,
                      const gint64 *rows,
                      guint         n_rows,
                      gint64        row)
{
  guint low = 0, high = n_rows;

  g_return_val_if_fail (RAP_IS_STORE (self), G_MAXUINT);
  g_return_val_if_fail ((guint) kind < RAP_N_KINDS, G_MAXUINT);

  if (before_sql[kind] == NULL)
    return G_MAXUINT;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int before = ask (self, kind, rows[middle], row);

      if (before < 0)
        return G_MAXUINT;
      if (before == 1)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

gboolean
rap_store_is_before (RapStore *self,
                     RapKind   kind,
                     gint64    first,
                     gint64    second)
{
  g_return_val_if_fail (RAP_IS_STORE (self), FALSE);
  g_return_val_if_fail ((guint) kind < RAP_N_KINDS, FALSE);

  return ask (self, kind, first, second) == 1;
}
