/* rap-variants-index.h
 *
 * Which names of a project may be one name. All names lie in an index by what
 * their spellings have in common; it is made when it is first asked for, kept
 * with the session, and follows its changes, so that a question costs what is
 * alike and not what is there. Main thread only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-session.h"
#include "rap-variant.h"

G_BEGIN_DECLS

/**
 * RapVariantPair: two entities, or an entity and what is written in a text
 * @a, @b: ids; @b is NULL for a spelling that nobody bears yet
 * @title_a, @title_b: their main names; @title_b: the spelling
 * @name_a, @name_b: those of their names that are alike
 * @n_articles: in whose texts the spelling @name_b stands; 0 for two entities
 * @variant: score and reasons
 */
typedef struct
{
  RapEntityKind  kind;
  char          *a;
  char          *b;
  char          *title_a;
  char          *title_b;
  char          *name_a;
  char          *name_b;
  guint          n_articles;
  RapVariant    *variant;
} RapVariantPair;

void       rap_variant_pair_free       (RapVariantPair *self);
/* Other entities of the same kind that may be the entity @id, best first; none
 * that was ruled out. (transfer full) (element-type RapVariantPair) */
GPtrArray *rap_variants_find_entities  (RapSession     *session,
                                        const char     *id);
/* Entities of any kind that may be meant by @name, best first; of each the name
 * that is most alike. At most @limit. @a is NULL.
 * (transfer full) (element-type RapVariantPair) */
GPtrArray *rap_variants_match          (RapSession     *session,
                                        const char     *name,
                                        guint           limit);

/* All pairs of a project, found in steps so that a window stays alive. */
typedef struct _RapVariantSearch RapVariantSearch;

/* (transfer full) */
RapVariantSearch *rap_variant_search_new      (RapSession       *session);
void              rap_variant_search_free     (RapVariantSearch *self);
/* Works for about @microseconds; FALSE when there is nothing left to do. Begins
 * anew when the project's names changed meanwhile. */
gboolean          rap_variant_search_step     (RapVariantSearch *self,
                                               gint64            microseconds);
/* 0 … 1 */
double            rap_variant_search_progress (RapVariantSearch *self);
/* What was found, best first. (transfer full) (element-type RapVariantPair) */
GPtrArray        *rap_variant_search_finish   (RapVariantSearch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapVariantPair, rap_variant_pair_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapVariantSearch, rap_variant_search_free)

G_END_DECLS
