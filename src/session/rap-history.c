/* rap-history.c
 *
 * Going far in the history. The edits of many groups come together: of each
 * record only what it was before the first and became by the last is told.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-history.h"

#include "rap-session-private.h"

typedef struct
{
  RapRecord *before;   /* borrowed, or NULL */
  RapRecord *after;    /* borrowed, or NULL */
} Span;

/* (transfer full) */
static RapEdits *
compact (const RapEdits *all)
{
  g_autoptr (GHashTable) spans = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  RapEdits *edits = rap_edits_new (all->label);

  for (guint i = 0; i < all->edits->len; i++)
    {
      const RapEdit *edit = rap_edits_get (all, i);
      char *id = rap_edit_get_record (edit)->id;
      Span *span = g_hash_table_lookup (spans, id);

      if (span == NULL)
        {
          span = g_new0 (Span, 1);
          span->before = edit->before;
          g_hash_table_insert (spans, id, span);
          g_ptr_array_add (order, span);
        }
      span->after = edit->after;
    }
  for (guint i = 0; i < order->len; i++)
    {
      const Span *span = order->pdata[i];

      if (span->before == NULL && span->after != NULL)
        rap_edits_insert (edits, span->after);
      else if (span->before != NULL && span->after == NULL)
        rap_edits_delete (edits, span->before);
      else if (span->before != NULL)
        rap_edits_replace (edits, span->before, span->after);
    }
  return edits;
}

guint
rap_session_count_steps (GPtrArray *history,
                         gint64     seq)
{
  guint n_undo = 0, n_redo = 0;

  for (guint i = 0; i < history->len; i++)
    {
      const RapHistoryEntry *entry = history->pdata[i];

      if (entry->discarded)
        continue;
      n_undo += !entry->undone && entry->seq > seq;
      n_redo += entry->undone && entry->seq <= seq;
    }
  return n_undo > 0 ? n_undo : n_redo;
}

gboolean
rap_session_move_to (RapSession  *self,
                     gint64       seq,
                     guint        limit,
                     guint       *n_moved,
                     GError     **error)
{
  g_autoptr (RapEdits) all = NULL;
  g_autoptr (RapEdits) edits = NULL;

  g_return_val_if_fail (RAP_IS_SESSION (self), FALSE);

  if (!rap_session_make_way (self, error))
    return FALSE;
  all = rap_store_move_to (rap_session_get_store (self), seq, limit, n_moved, error);
  if (all == NULL)
    return FALSE;
  if (*n_moved == 0)
    return TRUE;
  edits = compact (all);
  rap_session_tell (self, edits);
  return TRUE;
}

RapEdits *
rap_session_load_group (RapSession  *self,
                        gint64       seq,
                        GError     **error)
{
  g_return_val_if_fail (RAP_IS_SESSION (self), NULL);

  return rap_store_load_group (rap_session_get_store (self), seq, error);
}
