/* rap-meeting-picker.h
 *
 * Type-ahead over meetings: an entry and below it the best matches, each with
 * title, date, place and participants; what was found stands out, and a word at
 * the end says why a meeting is near. Up and Down move through the rows while
 * the typing goes on; Enter takes the marked row, Control+Enter makes a new one.
 *
 * Signals:
 *   "chosen" (string id): an existing meeting
 *   "create" (string typed): the last row, or Control+Enter
 *   "changed" (): what is typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-meeting-finder.h"

G_BEGIN_DECLS

#define RAP_TYPE_MEETING_PICKER (rap_meeting_picker_get_type ())
G_DECLARE_FINAL_TYPE (RapMeetingPicker, rap_meeting_picker, RAP, MEETING_PICKER, GtkWidget)

/* Looks with @finder, which is aimed already; forgets what was typed. NULL: out of use. */
void        rap_meeting_picker_set_finder (RapMeetingPicker *self,
                                           RapMeetingFinder *finder);
/* What is typed, without space around it. (transfer full) */
char       *rap_meeting_picker_get_text   (RapMeetingPicker *self);
/* Looks again: something was committed. */
void        rap_meeting_picker_refresh    (RapMeetingPicker *self);
/* The text of the last row, a whole sentence; NULL: nothing can be made here. */
void        rap_meeting_picker_set_create (RapMeetingPicker *self,
                                           const char       *label);

G_END_DECLS
