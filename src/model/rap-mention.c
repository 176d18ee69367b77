/* rap-mention.c
 *
 * The members of a mention.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-mention.h"
#include "rap-record-private.h"

static const RapField fields[] = {
  RAP_FIELD_TO (RapMention, article, RAP_FIELD_REF, RAP_FIELD_REQUIRED, RAP_KIND_ARTICLE),
  RAP_FIELD (RapMention, anchor, RAP_FIELD_ANCHOR, RAP_FIELD_REQUIRED),
  RAP_FIELD_TO (RapMention, entity, RAP_FIELD_REF, RAP_FIELD_REQUIRED, RAP_KIND_ENTITY),
};

RAP_DEFINE_RECORD (RapMention, rap_mention, RAP_KIND_MENTION, fields)

static void
rap_mention_init (RapMention *self)
{
}
