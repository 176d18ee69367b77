/* rap-name-use.h
 *
 * What a project knows of a name, below its form: capacities over time, the
 * meetings with role and capacity, the claims it speaks or passes on, and all
 * its mentions, article by article, with what stands around them. Long lists
 * are cut, and a button shows the rest.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rap-session.h"

G_BEGIN_DECLS

#define RAP_TYPE_NAME_USE (rap_name_use_get_type ())
G_DECLARE_FINAL_TYPE (RapNameUse, rap_name_use, RAP, NAME_USE, AdwBin)

void rap_name_use_load (RapNameUse *self,
                        RapSession *session,
                        const char *entity);

G_END_DECLS
