/* rap-relation.h
 *
 * How one claim stands to another.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-record.h"

G_BEGIN_DECLS

typedef struct
{
  RapRecord        parent_instance;
  RapRelationKind  kind;
  char            *from;          /* claim id */
  char            *to;            /* claim id */
  char            *note;
} RapRelation;

#define RAP_TYPE_RELATION (rap_relation_get_type ())
RAP_DECLARE_RECORD (RapRelation, rap_relation, RELATION)

G_END_DECLS
