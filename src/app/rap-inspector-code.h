/* rap-inspector-code.h
 *
 * The form of a code.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-form.h"

G_BEGIN_DECLS

#define RAP_TYPE_INSPECTOR_CODE (rap_inspector_code_get_type ())
G_DECLARE_FINAL_TYPE (RapInspectorCode, rap_inspector_code, RAP, INSPECTOR_CODE, RapForm)

G_END_DECLS
