/* rap-entity.c
 *
 * The members of an entity.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-entity.h"
#include "rap-record-private.h"

static const RapField fields[] = {
  RAP_FIELD_OF (RapEntity, kind, rap_entity_kind_vocabulary),
  RAP_FIELD (RapEntity, name, RAP_FIELD_STRING, RAP_FIELD_REQUIRED),
  RAP_FIELD (RapEntity, names, RAP_FIELD_NAMES, 0),
  RAP_FIELD_OF (RapEntity, reliability, rap_reliability_vocabulary),
  RAP_FIELD_TO (RapEntity, not_same_as, RAP_FIELD_REFS, 0, RAP_KIND_ENTITY),
  RAP_FIELD (RapEntity, note, RAP_FIELD_STRING, 0),
};

RAP_DEFINE_RECORD (RapEntity, rap_entity, RAP_KIND_ENTITY, fields)

static void
rap_entity_init (RapEntity *self)
{
  self->kind = RAP_ENTITY_PERSON;
}
