/* rap-entity-merge.h
 *
 * Two entities that are one, and one that is two. What comes of it is one
 * group of edits, one undo step; nothing that anybody wrote is lost. The
 * numbers for a preview come with the group, before anything is committed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-session.h"

G_BEGIN_DECLS

/**
 * RapEntityMoves: what would refer to the other entity
 * @n_spoken: claims it speaks in
 * @n_passed_on: claims that came through it
 * @n_meetings: meetings it takes part in
 * @n_places: meetings that it is the place of
 * @n_articles: articles whose outlet it is
 * @n_names: names that are added to the other
 * @n_ruled_out: entities that it is not the same as
 */
typedef struct
{
  guint n_mentions;
  guint n_spoken;
  guint n_passed_on;
  guint n_meetings;
  guint n_places;
  guint n_articles;
  guint n_names;
  guint n_ruled_out;
} RapEntityMoves;

/* Whether one of them says that it is not the other. */
gboolean  rap_entity_is_ruled_out   (const RapEntity     *a,
                                     const RapEntity     *b);

/**
 * rap_entity_merge_build:
 * @from: id of the entity that goes; its names become other names of @into
 * @into: id of the one that stays, with its main name
 * @reliability: what @into has afterwards
 * @label: of the group
 * @moves: (out) (optional)
 *
 * Everything that refers to @from refers to @into; a meeting that had both has
 * one, with the capacities of both. Notes are put below each other.
 *
 * Returns: (transfer full): NULL with RAP_ERROR_INVALID when they are the same
 *   record, of different kinds, or ruled out; NOT_FOUND, IO
 */
RapEdits *rap_entity_merge_build    (RapSession          *session,
                                     const char          *from,
                                     const char          *into,
                                     RapReliability       reliability,
                                     const char          *label,
                                     RapEntityMoves      *moves,
                                     GError             **error);

/**
 * rap_entity_split_build:
 * @id: the entity that keeps the rest
 * @name: of the new one; kind and reliability are copied
 * @names: (array zero-terminated=1): other names that go over
 * @moved: (array zero-terminated=1): ids of mentions, claims, meetings and
 *   articles that refer to the new entity afterwards
 * @label: of the group
 * @moves, @made: (out) (optional): id of the new entity (transfer full)
 *
 * Afterwards each says that it is not the same as the other.
 *
 * Returns: (transfer full): NULL with RAP_ERROR_INVALID without a name or with
 *   nothing that goes over; NOT_FOUND, IO
 */
RapEdits *rap_entity_split_build    (RapSession          *session,
                                     const char          *id,
                                     const char          *name,
                                     const char * const  *names,
                                     const char * const  *moved,
                                     const char          *label,
                                     RapEntityMoves      *moves,
                                     char               **made,
                                     GError             **error);

/* Says on both that they are not the same. (transfer full) */
RapEdits *rap_entity_rule_out_build (RapSession          *session,
                                     const char          *a,
                                     const char          *b,
                                     const char          *label,
                                     GError             **error);

G_END_DECLS
