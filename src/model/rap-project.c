/* rap-project.c
 *
 * The members of a project.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-project.h"
#include "rap-record-private.h"

static const RapField fields[] = {
  RAP_FIELD (RapProject, title, RAP_FIELD_STRING, RAP_FIELD_REQUIRED),
  RAP_FIELD (RapProject, note, RAP_FIELD_STRING, 0),
};

RAP_DEFINE_RECORD (RapProject, rap_project, RAP_KIND_PROJECT, fields)

static void
rap_project_init (RapProject *self)
{
}
