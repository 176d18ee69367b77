/* rap-inspector-entity.h
 *
 * The form of an entity.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-form.h"

G_BEGIN_DECLS

#define RAP_TYPE_INSPECTOR_ENTITY (rap_inspector_entity_get_type ())
G_DECLARE_FINAL_TYPE (RapInspectorEntity, rap_inspector_entity, RAP, INSPECTOR_ENTITY, RapForm)

G_END_DECLS
