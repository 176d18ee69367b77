/* rap-coding.c
 *
 * The members of a coding.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-coding.h"
#include "rap-record-private.h"

static const RapField fields[] = {
  RAP_FIELD_TO (RapCoding, article, RAP_FIELD_REF, RAP_FIELD_REQUIRED, RAP_KIND_ARTICLE),
  RAP_FIELD (RapCoding, anchor, RAP_FIELD_ANCHOR, RAP_FIELD_REQUIRED),
  RAP_FIELD_TO (RapCoding, code, RAP_FIELD_REF, RAP_FIELD_REQUIRED, RAP_KIND_CODE),
  RAP_FIELD (RapCoding, note, RAP_FIELD_STRING, 0),
};

RAP_DEFINE_RECORD (RapCoding, rap_coding, RAP_KIND_CODING, fields)

static void
rap_coding_init (RapCoding *self)
{
}
