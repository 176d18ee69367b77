/* rap-article-meeting-form.h
 *
 * The fields of a meeting that does not exist yet: title, date with its
 * meaning in words, place, participants with role and capacity, status and mode.
 *
 * Signals:
 *   "activated" (): Enter in a field
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-meeting-proposal.h"

G_BEGIN_DECLS

#define RAP_TYPE_ARTICLE_MEETING_FORM (rap_article_meeting_form_get_type ())
G_DECLARE_FINAL_TYPE (RapArticleMeetingForm, rap_article_meeting_form, RAP, ARTICLE_MEETING_FORM, GtkWidget)

/* Fills the fields with what @proposal holds, and says where its date is from.
 * @published: of the article: from where words for a date are counted, or NULL
 * @title: what was typed for it, or "": the proposed one, to be typed over. */
void        rap_article_meeting_form_load      (RapArticleMeetingForm *self,
                                                RapSession            *session,
                                                RapMeetingProposal    *proposal,
                                                const RapEdtf         *published,
                                                const char            *title);
/* The keyboard goes behind the title, where a draft is gone on with. */
void        rap_article_meeting_form_resume    (RapArticleMeetingForm *self);
/* An unsealed meeting of what is filled in; NULL with the keyboard in the field that is
 * wrong, and RAP_ERROR_INVALID unless the form itself says what is wrong with it, as it does
 * of a date. (transfer full) */
RapMeeting *rap_article_meeting_form_build     (RapArticleMeetingForm *self,
                                                GError               **error);
/* The people among its participants who are not in the project yet.
 * (transfer none) (element-type RapEntity) */
GPtrArray  *rap_article_meeting_form_get_made  (RapArticleMeetingForm *self);

G_END_DECLS
