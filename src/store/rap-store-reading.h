/* rap-store-reading.h
 *
 * Reading marks and detected values, beside the articles (see
 * rap-reading-mark.h). They are keyed by the article's id and stay when it is
 * deleted, so that undoing the deletion finds them again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-reading-mark.h"
#include "rap-store.h"

G_BEGIN_DECLS

/* Writes all of them in one transaction; what was detected for the same member
 * of the same article before is replaced. RAP_ERROR_READ_ONLY, LOCKED, IO.
 * (element-type RapDetected) */
gboolean  rap_store_set_detected       (RapStore              *self,
                                        GPtrArray             *detected,
                                        GError               **error);
/* One of them, inside a commit in parts (rap_store_begin_commit()). */
gboolean  rap_store_add_detected       (RapStore              *self,
                                        const RapDetected     *detected,
                                        GError               **error);
/* Of one article, by member; empty when nothing is known.
 * (transfer full) (element-type RapDetected) */
GPtrArray *rap_store_get_detected      (RapStore              *self,
                                        const char            *article,
                                        GError               **error);

/* Does not wait for readers of the file: RAP_ERROR_LOCKED at once when there is
 * one, for a mark can be written later. RAP_ERROR_READ_ONLY, IO. */
gboolean  rap_store_set_reading        (RapStore              *self,
                                        const char            *article,
                                        const RapReadingMark  *mark,
                                        GError               **error);
/* Unread, at the beginning, when there is none. FALSE with an error only. */
gboolean  rap_store_get_reading        (RapStore              *self,
                                        const char            *article,
                                        RapReadingMark        *mark,
                                        GError               **error);
/* The article with the newest mark, of those that are there; NULL without one, or
 * with an error. (transfer full) */
char     *rap_store_get_last_read      (RapStore              *self,
                                        GError               **error);
typedef void (*RapStoreReadingFunc) (const char           *article,
                                     const RapReadingMark *mark,
                                     gpointer              user_data);
/* Every article that has a mark; those without are unread. */
gboolean  rap_store_foreach_reading    (RapStore              *self,
                                        RapStoreReadingFunc    func,
                                        gpointer               user_data,
                                        GError               **error);

G_END_DECLS
