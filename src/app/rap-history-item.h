/* rap-history-item.h
 *
 * One group of the history as a list shows it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "rap-header.h"

G_BEGIN_DECLS

/**
 * RapHistoryState: where a group stands
 * @RAP_HISTORY_BEHIND: done, and others came after it
 * @RAP_HISTORY_PRESENT: done, and the last that is
 * @RAP_HISTORY_AHEAD: undone; can be done again
 * @RAP_HISTORY_DISCARDED: undone, and overtaken by other changes
 */
typedef enum
{
  RAP_HISTORY_BEHIND,
  RAP_HISTORY_PRESENT,
  RAP_HISTORY_AHEAD,
  RAP_HISTORY_DISCARDED,
} RapHistoryState;

#define RAP_TYPE_HISTORY_ITEM (rap_history_item_get_type ())
G_DECLARE_FINAL_TYPE (RapHistoryItem, rap_history_item, RAP, HISTORY_ITEM, GObject)

/* @label: translated where this program made it; the item keeps copies. @seq 0:
 * the beginning, before all groups. (transfer full) */
RapHistoryItem  *rap_history_item_new       (const RapHistoryEntry *entry,
                                             const char            *label,
                                             RapHistoryState        state);
gint64           rap_history_item_get_seq   (RapHistoryItem        *self);
const char      *rap_history_item_get_label (RapHistoryItem        *self);
RapHistoryState  rap_history_item_get_state (RapHistoryItem        *self);
/* "22 Nov 2026 09:12 · ada · 12 objects". (transfer full) */
char            *rap_history_item_describe  (RapHistoryItem        *self);
/* The same group in the same state. */
gboolean         rap_history_item_is        (RapHistoryItem        *self,
                                             gint64                 seq,
                                             RapHistoryState        state);
/* Every word of @words (folded by rap_history_item_fold()) is in label, name or time. */
gboolean         rap_history_item_matches   (RapHistoryItem        *self,
                                             const char * const    *words);
/* (transfer full) */
char           **rap_history_item_fold      (const char            *text);

G_END_DECLS
