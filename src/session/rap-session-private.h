/* rap-session-private.h
 *
 * What the files of the session layer share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-saving-private.h"
#include "rap-session.h"
#include "rap-shingle.h"
#include "rap-store.h"

G_BEGIN_DECLS

RapStore   *rap_session_get_store       (RapSession       *self);
/* The head of the project, (transfer full); NULL only for a damaged file. */
RapRecord  *rap_session_load_project    (RapSession       *self);
GListModel *rap_header_list_new         (RapSession       *session,
                                         RapKind           kind);
/* As rap_session_commit(); @origin names the door: "window", "import", "apply",
 * "sample". Edits from any door but the window keep the times and the analyst
 * that they bring. */
gboolean    rap_session_commit_from     (RapSession       *self,
                                         const RapEdits   *edits,
                                         const char       *origin,
                                         GError          **error);

/* The same in steps, for RapSaving. The edits with times and analyst. (transfer full) */
RapEdits   *rap_session_stamp_edits     (RapSession       *self,
                                         const RapEdits   *edits,
                                         const char       *origin);
/* Checks them and begins the store's commit in parts. */
gboolean    rap_session_begin_commit    (RapSession       *self,
                                         const RapEdits   *stamped,
                                         const char       *origin,
                                         GError          **error);
/* Borrowed; NULL: there is none any more. */
void        rap_session_set_saving      (RapSession       *self,
                                         RapSaving        *saving);
/* Before anything is written: see rap_saving_make_way(). */
gboolean    rap_session_make_way        (RapSession       *self,
                                         GError          **error);

/* Tells everybody of edits that the store has applied already. */
void        rap_session_tell            (RapSession       *self,
                                         const RapEdits   *edits);
/* The same of edits that some may have seen before they were told. */
void        rap_session_tell_anew       (RapSession       *self,
                                         const RapEdits   *edits);

/* Keys of codes and relations of claims occur once. RAP_ERROR_INVALID. */
gboolean    rap_session_validate_unique (RapSession       *self,
                                         const RapEdits   *edits,
                                         GError          **error);
/* An entity whose kind changes must still be fit to be the outlet or place that it
 * is. @look_up: of what will be there after the group. RAP_ERROR_KIND_IN_USE. */
gboolean    rap_session_validate_entity_kinds (RapSession *self,
                                         const RapEdits   *edits,
                                         RapLookupFunc     look_up,
                                         gpointer          user_data,
                                         GError          **error);
/* The rules of the model for the edits from @first on, in the light of the whole group. */
gboolean    rap_session_check_edits     (RapSession       *self,
                                         const RapEdits   *edits,
                                         guint             first,
                                         GError          **error);

/* Gives a new, unsealed record its times and the analyst, as a commit would. */
void        rap_session_stamp           (RapSession       *self,
                                         RapRecord        *record);

/* Of the body, or of the whole text where there is none. Of a sealed article;
 * kept with it, because both the search for copies and the store want it. */
RapShingleSignature rap_article_signature (RapArticle *article);
/* The signature that another process has made of it. */
void        rap_article_set_signature   (RapArticle                *article,
                                         const RapShingleSignature *signature);

G_END_DECLS
