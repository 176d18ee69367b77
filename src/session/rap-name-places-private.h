/* rap-name-places-private.h
 *
 * Where the names of one entity stand in texts: what to look for, and what
 * speaks against a place that was found. For workers: nothing here touches the
 * session.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-fold.h"
#include "rap-model.h"
#include "rap-store-names.h"

G_BEGIN_DECLS

/**
 * RapNamePlaces:
 * @entity: whose names are looked for
 * @known: (element-type RapKnownName): its names, and those of others that share a word with them
 * @own_words: folded words of its names
 * @shared: folded surname or name -> main name of somebody else who bears it too
 */
typedef struct
{
  char          *entity;
  RapEntityKind  kind;
  GArray        *known;
  GHashTable    *own_words;
  GHashTable    *shared;
  GStringChunk  *strings;
} RapNamePlaces;

/* What speaks against a place. */
typedef enum
{
  RAP_PLACE_SHARED    = 1 << 0,  /* somebody else bears that name too */
  RAP_PLACE_LONGER    = 1 << 1,  /* it may be part of a longer name */
  RAP_PLACE_FURNITURE = 1 << 2,  /* not in the article's body */
} RapPlaceDoubt;

/* (transfer full), or NULL when there is no such entity */
RapNamePlaces *rap_name_places_new          (RapStore             *store,
                                             const char           *entity,
                                             GError              **error);
void           rap_name_places_free         (RapNamePlaces        *self);
/* Articles that may have one of the names; others have none. (transfer full) (element-type utf8) */
GPtrArray     *rap_name_places_find_articles (RapNamePlaces       *self,
                                             RapStore             *store,
                                             GError              **error);
/* Places of the entity's own names, not those inside longer names of others.
 * (transfer full) (element-type RapRange) */
GArray        *rap_name_places_find         (RapNamePlaces        *self,
                                             const RapText        *text);
/* @other: (out) (transfer full) (nullable): who bears the name too, or the longer name */
RapPlaceDoubt  rap_name_places_judge        (RapNamePlaces        *self,
                                             const RapArticle     *article,
                                             RapRange              range,
                                             char                **other);
/* A word before or after @range that makes a longer name of it; "" when there is none. (transfer full) */
char          *rap_name_places_get_longer   (const RapArticle     *article,
                                             RapRange              range,
                                             gboolean              is_person);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapNamePlaces, rap_name_places_free)

G_END_DECLS
