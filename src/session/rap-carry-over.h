/* rap-carry-over.h
 *
 * Annotations of an older version of an article, brought over to the newer
 * one. Each is looked for by its quote and what stood around it; what is not
 * certain is for the analyst to decide. The older version keeps its own.
 * Copies have ids made from the ids of article and original, so that nothing
 * can be carried over twice. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-session.h"

G_BEGIN_DECLS

typedef enum
{
  RAP_CARRY_EXACT,     /* the same quote, at the one place that can be meant */
  RAP_CARRY_LIKELY,    /* the same quote at one of several places, or hardly changed */
  RAP_CARRY_DOUBTFUL,  /* words were changed, or part of a claim was not found */
  RAP_CARRY_LOST,      /* nowhere */
  RAP_CARRY_DONE,      /* was carried over, or the same is there already */
} RapCarryState;

#define RAP_TYPE_CARRY_ENTRY (rap_carry_entry_get_type ())
GType rap_carry_entry_get_type (void);

/**
 * RapCarryEntry: one annotation of the older version
 * @record: the annotation
 * @anchor: its place in the newer text, or NULL; of a claim, its content
 * @cue, @source: of a claim, or NULL
 * @score: 0..1
 * @lost_cue, @lost_source: the claim has one that was not found; it goes over without
 * @by_hand: the analyst showed the place
 * @ticked: to be carried over. The only member that may be set
 */
typedef struct
{
  GObject        parent_instance;
  RapRecord     *record;
  RapAnchor     *anchor;
  RapAnchor     *cue;
  RapAnchor     *source;
  double         score;
  RapCarryState  state;
  gboolean       lost_cue;
  gboolean       lost_source;
  gboolean       by_hand;
  gboolean       ticked;
} RapCarryEntry;

typedef struct
{
  GObjectClass parent_class;
} RapCarryEntryClass;

#define RAP_CARRY_ENTRY(o) (G_TYPE_CHECK_INSTANCE_CAST ((o), RAP_TYPE_CARRY_ENTRY, RapCarryEntry))
#define RAP_IS_CARRY_ENTRY(o) (G_TYPE_CHECK_INSTANCE_TYPE ((o), RAP_TYPE_CARRY_ENTRY))

/**
 * RapCarryPlan:
 * @entries: (element-type RapCarryEntry): by state, then in the order of the older text
 */
typedef struct
{
  RapArticle *older;
  RapArticle *newer;
  GPtrArray  *entries;
} RapCarryPlan;

/* The last article before this one that was read at the same address (without
 * regard to http or https, fragment and slash at the end) and has another text;
 * else the one that it is copied from, when that is of the same outlet and has
 * another text. NULL when there is none. (transfer full) */
RapArticle   *rap_session_find_older_version (RapSession        *self,
                                              const RapArticle  *article);
/* Annotations of @older that were not carried over to @newer. */
guint         rap_carry_over_count           (RapSession        *self,
                                              const RapArticle  *older,
                                              const RapArticle  *newer);
/* (transfer full), or NULL with RAP_ERROR_NOT_FOUND, IO; INVALID when both are one */
RapCarryPlan *rap_carry_over_plan            (RapSession        *self,
                                              const char        *older,
                                              const char        *newer,
                                              GError           **error);
void          rap_carry_plan_free            (RapCarryPlan      *self);
guint         rap_carry_plan_count           (const RapCarryPlan *self,
                                              RapCarryState      state);
guint         rap_carry_plan_count_ticked    (const RapCarryPlan *self);
/* The place as the analyst shows it, ticked; FALSE when nothing is left of @range. */
gboolean      rap_carry_entry_place          (RapCarryEntry     *self,
                                              const RapArticle  *newer,
                                              RapRange           range);
/* The ticked ones as copies in the newer article, in one group; what was carried
 * over meanwhile is left out. The newer one becomes a copy of the older one,
 * unless it has an original. @n: (out) (optional): how many. (transfer full) */
RapEdits     *rap_carry_over_build           (RapSession        *self,
                                              const RapCarryPlan *plan,
                                              const char        *label,
                                              guint             *n,
                                              GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapCarryEntry, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapCarryPlan, rap_carry_plan_free)

G_END_DECLS
