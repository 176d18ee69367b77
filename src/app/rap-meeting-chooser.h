/* rap-meeting-chooser.h
 *
 * Links a passage to a meeting, in the place: type-ahead over the meetings the
 * project has, or a new one whose title, date, participants, status and mode
 * are filled in below. When a claim is at hand, what it says of the meeting is
 * linked along. Everything is committed as one group.
 *
 * Not modal and not over the passage; Escape closes it and keeps what was
 * typed for the same passage.
 *
 * Signals:
 *   "linked" (string id): the evidence that was committed
 *   "failed" (GError)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-session.h"

G_BEGIN_DECLS

#define RAP_TYPE_MEETING_CHOOSER (rap_meeting_chooser_get_type ())
G_DECLARE_FINAL_TYPE (RapMeetingChooser, rap_meeting_chooser, RAP, MEETING_CHOOSER, GtkPopover)

/* Opens for @passage, at the rectangle the popover points to. @claim: the claim
 * at the passage, or NULL. */
void       rap_meeting_chooser_open (RapMeetingChooser *self,
                                     RapSession        *session,
                                     RapArticle        *article,
                                     RapRange           passage,
                                     RapClaim          *claim);

G_END_DECLS
