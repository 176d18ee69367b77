/* rap-entity.h
 *
 * A person, organisation, government, place or outlet, with its names.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-record.h"

G_BEGIN_DECLS

typedef struct
{
  RapRecord        parent_instance;
  RapEntityKind    kind;
  char            *name;
  GPtrArray       *names;         /* RapName *, or NULL */
  RapReliability   reliability;   /* Admiralty code of the source */
  char           **not_same_as;   /* entity ids that the analyst ruled out, or NULL */
  char            *note;
} RapEntity;

#define RAP_TYPE_ENTITY (rap_entity_get_type ())
RAP_DECLARE_RECORD (RapEntity, rap_entity, ENTITY)

G_END_DECLS
