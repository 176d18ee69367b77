/* rap-code.c
 *
 * The members of a code.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-code.h"
#include "rap-record-private.h"

/* A neutral grey, until the analyst chooses. */
#define DEFAULT_COLOUR "#77767b"

static const RapField fields[] = {
  RAP_FIELD (RapCode, name, RAP_FIELD_STRING, RAP_FIELD_REQUIRED),
  RAP_FIELD_TO (RapCode, parent, RAP_FIELD_REF, 0, RAP_KIND_CODE),
  RAP_FIELD (RapCode, colour, RAP_FIELD_STRING, 0),
  RAP_FIELD (RapCode, key, RAP_FIELD_STRING, RAP_FIELD_NULLABLE),
  RAP_FIELD (RapCode, description, RAP_FIELD_STRING, 0),
};

RAP_DEFINE_RECORD (RapCode, rap_code, RAP_KIND_CODE, fields)

static void
rap_code_init (RapCode *self)
{
  self->colour = g_strdup (DEFAULT_COLOUR);
}
