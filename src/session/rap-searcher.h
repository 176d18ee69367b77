/* rap-searcher.h
 *
 * Full-text search beside the window: the query runs in a thread on a
 * connection of its own, so that typing goes on; a new query stops the one
 * before it. The first search after a change of the project reads what it
 * needs of all articles again.
 *
 * Main thread only. Several searches may be started one after the other; only
 * the last one finishes without RAP_ERROR_CANCELLED.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-search.h"
#include "rap-session.h"

G_BEGIN_DECLS

#define RAP_TYPE_SEARCHER (rap_searcher_get_type ())
G_DECLARE_FINAL_TYPE (RapSearcher, rap_searcher, RAP, SEARCHER, GObject)

/* Holds no reference to @session's project but its path: works as long as the
 * file is there. (transfer full) */
RapSearcher *rap_searcher_new     (RapSession          *session);
/* Gets ready in the thread: to be called when a search is about to be typed. */
void         rap_searcher_warm_up (RapSearcher         *self,
                                   RapSearchOrder       order);
/* Stops what is running and starts @search, which is copied. */
void         rap_searcher_start   (RapSearcher         *self,
                                   const RapSearch     *search,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);
/* @count (out) (optional): how many articles there are in all.
 * RAP_ERROR_INVALID, CANCELLED, IO … (transfer full) (element-type RapHit) */
GPtrArray   *rap_searcher_finish  (RapSearcher         *self,
                                   GAsyncResult        *result,
                                   RapSearchCount      *count,
                                   GError             **error);
/* Stops what is running. */
void         rap_searcher_stop    (RapSearcher         *self);

/* What is wrong with a query, before or after it was tried; @value (out) (transfer
 * full) (optional): the value that makes no sense, or NULL. */
RapSearchProblem rap_search_check  (const char          *query,
                                    char               **value);
/* The same as a search, at once and on the session's own connection: for programs without a main loop. */
GPtrArray   *rap_session_find_hits (RapSession         *session,
                                   const RapSearch     *search,
                                   RapSearchCount      *count,
                                   GError             **error);

G_END_DECLS
