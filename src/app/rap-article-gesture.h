/* rap-article-gesture.h
 *
 * The hand work on an article, without its widgets: each function builds the
 * edits of one gesture and commits them as one undoable group. Passages are
 * given as they are to be kept (trimmed, in code points).
 *
 * All return FALSE with the session's error and then have changed nothing.
 * @id (out) (transfer full) (optional) is the record that was made.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-session.h"

G_BEGIN_DECLS

/* Which anchor of a record: of a claim, one of three; all others have one. */
typedef enum
{
  RAP_ANCHOR_CONTENT,
  RAP_ANCHOR_CUE,
  RAP_ANCHOR_SOURCE,
} RapAnchorPart;

gboolean rap_gesture_tag_claim    (RapSession      *session,
                                   RapArticle      *article,
                                   RapRange         passage,
                                   char           **id,
                                   GError         **error);
/* @entity: sealed when the project has it, unsealed when it is new. When its
 * names lack the passage's text, that becomes an alias. */
gboolean rap_gesture_tag_mention  (RapSession      *session,
                                   RapArticle      *article,
                                   RapRange         passage,
                                   RapEntity       *entity,
                                   char           **id,
                                   GError         **error);
gboolean rap_gesture_tag_code     (RapSession      *session,
                                   RapArticle      *article,
                                   RapRange         passage,
                                   RapCode         *code,
                                   char           **id,
                                   GError         **error);
/* @meeting: sealed or new, as above. @made: new entities it refers to, or NULL. @claim: also links this claim to the
 * meeting, with the same aspect and @value ("" or NULL: none); or NULL. */
gboolean rap_gesture_link_meeting (RapSession      *session,
                                   RapArticle      *article,
                                   RapRange         passage,
                                   RapMeeting      *meeting,
                                   GPtrArray       *made,
                                   RapAspect        aspect,
                                   RapClaim        *claim,
                                   const char      *value,
                                   char           **id,
                                   GError         **error);
/* @from and @to are claim ids; @note may be "". */
gboolean rap_gesture_relate       (RapSession      *session,
                                   const char      *from,
                                   const char      *to,
                                   RapRelationKind  kind,
                                   const char      *note,
                                   char           **id,
                                   GError         **error);
/* Puts @ranges in the place of one anchor of @record, all of them. */
gboolean rap_gesture_set_anchor   (RapSession      *session,
                                   RapArticle      *article,
                                   RapRecord       *record,
                                   RapAnchorPart    part,
                                   const RapRange  *ranges,
                                   guint            n_ranges,
                                   GError         **error);
/* With what depends on it. @label (out) (transfer full): of the group. */
gboolean rap_gesture_delete       (RapSession      *session,
                                   RapRecord       *record,
                                   char           **label,
                                   GError         **error);
/* An unsealed copy of @record with that anchor; NULL when nothing would be
 * left of it. (transfer full) */
RapRecord *rap_gesture_with_anchor (RapArticle     *article,
                                   RapRecord       *record,
                                   RapAnchorPart    part,
                                   const RapRange  *ranges,
                                   guint            n_ranges);

G_END_DECLS
