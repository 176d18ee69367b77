/* rap-code.h
 *
 * A code of the hierarchical codebook.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-record.h"

G_BEGIN_DECLS

typedef struct
{
  RapRecord        parent_instance;
  char            *name;
  char            *parent;        /* code id or NULL */
  char            *colour;        /* "#rrggbb" */
  char            *key;           /* "1" … "9" or NULL */
  char            *description;
} RapCode;

#define RAP_TYPE_CODE (rap_code_get_type ())
RAP_DECLARE_RECORD (RapCode, rap_code, CODE)

G_END_DECLS
