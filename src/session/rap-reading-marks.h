/* rap-reading-marks.h
 *
 * How far the reader has come in an article, and what its import detected.
 *
 * These stand beside rap_session_commit(), which stays the only writer of what
 * the analyst says: a mark says nothing about the world. It is made by reading,
 * not by a gesture, so it must not push anything off the undo stack, must not
 * make the project a changed one, must not be in what colleagues exchange, and
 * may be lost without harm. A project that is read-only keeps no marks.
 *
 * Signal of RapSession, "reading-changed" (const char *article): a mark was
 * written. Borrowed for the emission.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-reading-mark.h"
#include "rap-session.h"

G_BEGIN_DECLS

/* The mark of @article; unread, at the beginning, when there is none or it
 * cannot be read. */
RapReadingMark  rap_session_get_reading      (RapSession        *self,
                                              const char        *article);
/* Sets the state and the place, tells by "reading-changed" when they are others,
 * and makes @article the one that was read last. FALSE with RAP_ERROR_READ_ONLY,
 * or RAP_ERROR_LOCKED while the file is being read in a worker (try again later), IO. */
gboolean        rap_session_set_reading      (RapSession        *self,
                                              const char        *article,
                                              RapReadingState    state,
                                              guint              position,
                                              GError           **error);
/* The article, of those that are there, whose mark was set last; NULL when there is
 * none. (transfer full) */
char           *rap_session_get_last_read    (RapSession        *self);
/* States of all articles that are not unread: id → RapReadingState, for lists
 * and filters. (transfer full) (element-type utf8 RapReadingState) */
GHashTable     *rap_session_load_reading_states (RapSession     *self);

/* What importing detected of @article: RapDetected by member; empty for an
 * article that came otherwise. (transfer full) (element-type RapDetected) */
GPtrArray      *rap_session_get_detected     (RapSession        *self,
                                              const char        *article);
/* For importers, after the commit that brought the articles: one transaction
 * for as many articles as there are in it. (element-type RapDetected) */
gboolean        rap_session_set_detected     (RapSession        *self,
                                              GPtrArray         *detected,
                                              GError           **error);

G_END_DECLS
