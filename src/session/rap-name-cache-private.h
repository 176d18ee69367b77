/* rap-name-cache-private.h
 *
 * The names of the project's people, organisations, governments and outlets,
 * ready for being found in a text; kept with the session and up with its
 * commits, so that tagging does not read them all again. Places are left out:
 * they do not speak. The last word of a person's name will do for the person
 * when it is nobody else's name or last word.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-cue.h"
#include "rap-name-table.h"
#include "rap-session.h"

G_BEGIN_DECLS

/**
 * RapNameCache:
 * @known: (element-type RapKnownName): as the table counts them
 * @kinds: (element-type RapEntityKind): of each
 * @by_name: (element-type utf8 utf8): folded name -> id of an outlet or organisation
 * @whole: (element-type utf8 utf8): folded name of anybody -> id
 * @surnames: (element-type utf8 utf8): folded last word of a person's name -> id; "" when several share it
 */
typedef struct
{
  RapNameTable *table;
  GArray       *known;
  GArray       *kinds;
  GHashTable   *by_name;
  GHashTable   *whole;
  GHashTable   *surnames;
  GStringChunk *strings;
} RapNameCache;

/* Borrowed, until the next change of an entity. */
const RapNameCache *rap_name_cache_get         (RapSession         *session);
/* The outlet or organisation of that name, or NULL. Borrowed. */
const char         *rap_name_cache_find_outlet (const RapNameCache *self,
                                                const char         *name);
/* Where known names stand in @text, by start; ids are borrowed from the cache.
 * (transfer full) (element-type RapNamedPlace) */
GArray             *rap_name_cache_find_places (const RapNameCache *self,
                                                const char         *text);

G_END_DECLS
