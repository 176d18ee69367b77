/* rap-mention.h
 *
 * A passage that names an entity.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-record.h"

G_BEGIN_DECLS

typedef struct
{
  RapRecord        parent_instance;
  char            *article;
  RapAnchor       *anchor;
  char            *entity;
} RapMention;

#define RAP_TYPE_MENTION (rap_mention_get_type ())
RAP_DECLARE_RECORD (RapMention, rap_mention, MENTION)

G_END_DECLS
