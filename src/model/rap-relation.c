/* rap-relation.c
 *
 * The members of a relation.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-relation.h"
#include "rap-record-private.h"

static const RapField fields[] = {
  RAP_FIELD_OF (RapRelation, kind, rap_relation_kind_vocabulary),
  RAP_FIELD_TO (RapRelation, from, RAP_FIELD_REF, RAP_FIELD_REQUIRED, RAP_KIND_CLAIM),
  RAP_FIELD_TO (RapRelation, to, RAP_FIELD_REF, RAP_FIELD_REQUIRED, RAP_KIND_CLAIM),
  RAP_FIELD (RapRelation, note, RAP_FIELD_STRING, 0),
};

RAP_DEFINE_RECORD (RapRelation, rap_relation, RAP_KIND_RELATION, fields)

static void
rap_relation_init (RapRelation *self)
{
  self->kind = RAP_RELATION_REPEATS;
}
