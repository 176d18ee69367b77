/* rap-store-meetings.h
 *
 * What finding a meeting while typing asks of the store: many short lines in
 * one go, and a few questions that an index answers at once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-store.h"

G_BEGIN_DECLS

/**
 * RapStoreMeeting: one meeting as a line to search in; borrowed
 * @row: in the order of reading
 * @folded: " word word" of its title and place in words, as lists fold them
 * @place: entity id or NULL
 * @day_from, @day_to: the first day and the day after the last; both G_MAXINT64 when undated
 * @participants: (array length=n_participants): entity ids in order
 */
typedef struct
{
  gint64              row;
  const char         *id;
  const char         *folded;
  const char         *place;
  gint64              day_from;
  gint64              day_to;
  const char * const *participants;
  guint               n_participants;
} RapStoreMeeting;

typedef void (*RapStoreMeetingFunc) (const RapStoreMeeting *meeting,
                                     gpointer               user_data);

/* Meetings after the row @after, in the order of their rows, at most @limit;
 * @n_seen (out): how many there were. */
gboolean    rap_store_foreach_meeting      (RapStore            *self,
                                            gint64               after,
                                            guint                limit,
                                            RapStoreMeetingFunc  func,
                                            gpointer             user_data,
                                            guint               *n_seen,
                                            GError             **error);
/* The one of that id, if it is there. */
gboolean    rap_store_visit_meeting        (RapStore            *self,
                                            const char          *id,
                                            RapStoreMeetingFunc  func,
                                            gpointer             user_data,
                                            GError             **error);
/* Ids of the meetings that an article reports, by evidence or by claims.
 * (transfer full) (element-type utf8) */
GPtrArray  *rap_store_list_reported        (RapStore            *self,
                                            const char          *article,
                                            GError             **error);
/* The capacities in which an entity took part in meetings other than @except
 * (or NULL), the most frequent first; at most @limit.
 * (transfer full) (element-type utf8) */
GPtrArray  *rap_store_list_capacities      (RapStore            *self,
                                            const char          *entity,
                                            const char          *except,
                                            guint                limit,
                                            GError             **error);

G_END_DECLS
