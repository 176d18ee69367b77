/* rap-project.h
 *
 * The project itself: its title and note. There is exactly one in a file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-record.h"

G_BEGIN_DECLS

typedef struct
{
  RapRecord        parent_instance;
  char            *title;
  char            *note;
} RapProject;

#define RAP_TYPE_PROJECT (rap_project_get_type ())
RAP_DECLARE_RECORD (RapProject, rap_project, PROJECT)

G_END_DECLS
