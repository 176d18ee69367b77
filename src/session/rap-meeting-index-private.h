/* rap-meeting-index-private.h
 *
 * The meetings of a project as short lines in memory, so that a hundred
 * thousand of them can be looked through between two key presses. Read from
 * the store in slices, then kept in step with what is committed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-session.h"

G_BEGIN_DECLS

#define RAP_INDEX_NOBODY G_MAXUINT32

/**
 * RapIndexEntity:
 * @names: (element-type utf8): its name, then the others
 * @folded: " word word" of all of them
 */
typedef struct
{
  char      *id;
  GPtrArray *names;
  char      *folded;
} RapIndexEntity;

/**
 * RapIndexLine: one meeting
 * @folded: " word word" of title and place in words
 * @from, @to: first day and the day after the last; both G_MAXINT64 when undated
 * @place: index of the place among the entities, or RAP_INDEX_NOBODY
 * @parts: (array length=n_parts): indices of the participants
 */
typedef struct
{
  char    *id;
  char    *folded;
  gint64   from;
  gint64   to;
  guint32  place;
  guint32  n_parts;
  guint32 *parts;
} RapIndexLine;

/**
 * RapMeetingIndex:
 * @lines: (element-type RapIndexLine): in no order
 * @entities: (element-type RapIndexEntity): never removed, only renamed
 */
typedef struct
{
  RapSession *session;      /* borrowed */
  GArray     *lines;
  GHashTable *line_of;      /* id -> place + 1 */
  GArray     *entities;
  GHashTable *entity_of;    /* id -> place + 1 */
  gint64      read_to;      /* the last row read */
  gboolean    complete;
} RapMeetingIndex;

RapMeetingIndex *rap_meeting_index_new       (RapSession      *session);
void             rap_meeting_index_free      (RapMeetingIndex *self);
/* Reads at most @n meetings more; @complete tells when there are no more. */
void             rap_meeting_index_read      (RapMeetingIndex *self,
                                              guint            n);
/* Follows a commit. */
void             rap_meeting_index_follow    (RapMeetingIndex *self,
                                              const RapEdits  *edits);
/* RAP_INDEX_NOBODY when unknown. */
guint32          rap_meeting_index_entity    (RapMeetingIndex *self,
                                              const char      *id);

/* " word word" as the lines are folded. (transfer full) */
char            *rap_meeting_index_fold      (const char      *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapMeetingIndex, rap_meeting_index_free)

G_END_DECLS
