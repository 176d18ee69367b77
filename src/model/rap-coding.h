/* rap-coding.h
 *
 * A passage to which a code is applied.
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
  char            *code;
  char            *note;
} RapCoding;

#define RAP_TYPE_CODING (rap_coding_get_type ())
RAP_DECLARE_RECORD (RapCoding, rap_coding, CODING)

G_END_DECLS
