/* rap-mention-sweep.h
 *
 * All places of an entity's names in a project, to be marked as mentions in
 * one go. Looking is done by a worker, article by article, only in those that
 * the search index names; nothing is marked before it was looked at. Passages
 * that carry a mention already, of whomever, are never offered.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-session.h"
#include "rap-transfer.h"

G_BEGIN_DECLS

/* Why a place is offered without being ticked. */
typedef enum
{
  RAP_SWEEP_SHARED    = 1 << 0,  /* somebody else bears that name or surname too */
  RAP_SWEEP_LONGER    = 1 << 1,  /* it may be part of a longer name */
  RAP_SWEEP_FURNITURE = 1 << 2,  /* it is not in the article's body */
  RAP_SWEEP_DELETED   = 1 << 3,  /* a mention of the entity was deleted there */
} RapSweepDoubt;

#define RAP_TYPE_SWEEP_HIT (rap_sweep_hit_get_type ())
GType rap_sweep_hit_get_type (void);

/**
 * RapSweepHit: one place
 * @range: code points
 * @before, @text, @after: one line; what stands around it, up to 60 code points each
 * @doubts: RapSweepDoubt
 * @other: who bears the name too, or the longer name; or NULL
 * @ticked: to be marked; at first when there is no doubt. The only member that may be set
 */
typedef struct
{
  GObject   parent_instance;
  char     *article;
  char     *article_title;
  RapRange  range;
  char     *before;
  char     *text;
  char     *after;
  guint     doubts;
  char     *other;
  gboolean  ticked;
} RapSweepHit;

typedef struct
{
  GObjectClass parent_class;
} RapSweepHitClass;

#define RAP_SWEEP_HIT(o) (G_TYPE_CHECK_INSTANCE_CAST ((o), RAP_TYPE_SWEEP_HIT, RapSweepHit))
#define RAP_IS_SWEEP_HIT(o) (G_TYPE_CHECK_INSTANCE_TYPE ((o), RAP_TYPE_SWEEP_HIT))

/**
 * RapSweep:
 * @hits: (element-type RapSweepHit): by date of the article, then by place
 * @n_marked: places of its names that are marked as its mentions already
 * @n_others: places that are marked as mentions of others
 */
typedef struct
{
  GPtrArray *hits;
  guint      n_marked;
  guint      n_others;
} RapSweep;

void      rap_sweep_free                  (RapSweep            *self);
guint     rap_sweep_count_ticked          (const RapSweep      *self);
/* @progress: (nullable): called on the main thread, with the article's title; not
 * after @cancellable was cancelled. RAP_ERROR_CANCELLED, NOT_FOUND, IO. */
void      rap_session_sweep_async         (RapSession          *self,
                                           const char          *entity,
                                           RapProgressFunc      progress,
                                           gpointer             progress_data,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
/* (transfer full) */
RapSweep *rap_session_sweep_finish        (RapSession          *self,
                                           GAsyncResult        *result,
                                           GError             **error);
/* A mention for each ticked place, as one group; places that got a mention
 * meanwhile are left out. @n: (out) (optional): how many. (transfer full) */
RapEdits *rap_session_sweep_build         (RapSession          *self,
                                           const char          *entity,
                                           const RapSweep      *sweep,
                                           const char          *label,
                                           guint               *n,
                                           GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapSweepHit, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapSweep, rap_sweep_free)

G_END_DECLS
