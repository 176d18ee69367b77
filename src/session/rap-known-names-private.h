/* rap-known-names-private.h
 *
 * The names of the project's entities, as the text layer wants them for
 * finding them in a passage. A copy of the moment: make it, use it, free it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-fold.h"
#include "rap-session.h"

G_BEGIN_DECLS

/* Which kinds of entities; to be combined. */
#define RAP_KINDS_OF_ACTORS ((1u << RAP_ENTITY_PERSON) | (1u << RAP_ENTITY_ORGANISATION) | (1u << RAP_ENTITY_GOVERNMENT))
#define RAP_KINDS_OF_PLACES (1u << RAP_ENTITY_PLACE)

/**
 * RapKnownNames:
 * @known: (element-type RapKnownName): main names and all others; ids of one entity are one pointer
 */
typedef struct
{
  GArray       *known;
  GStringChunk *strings;
  guint         kinds;
} RapKnownNames;

void        rap_known_names_init   (RapKnownNames *self,
                                    RapSession    *session,
                                    guint          kinds);
void        rap_known_names_clear  (RapKnownNames *self);
/* Ids of those named in @passage, once each, in the order of the text.
 * (transfer full) (element-type utf8): borrowed from @self */
GPtrArray  *rap_known_names_find   (const RapKnownNames *self,
                                    const char          *passage);

G_END_DECLS
