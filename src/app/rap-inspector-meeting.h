/* rap-inspector-meeting.h
 *
 * The form of a meeting.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-form.h"

G_BEGIN_DECLS

#define RAP_TYPE_INSPECTOR_MEETING (rap_inspector_meeting_get_type ())
G_DECLARE_FINAL_TYPE (RapInspectorMeeting, rap_inspector_meeting, RAP, INSPECTOR_MEETING, RapForm)

G_END_DECLS
