/* rap-article-dates.h
 *
 * The date expressions of an article: found in a thread of their own, because
 * nobody waits for them, and looked up by place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-dates.h"

G_BEGIN_DECLS

/* Reads the whole text; @published is what the article has. */
void           rap_article_dates_find_async   (RapArticle           *article,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
/* NULL when it was cancelled. (transfer full) (element-type RapDatesHit) */
GArray        *rap_article_dates_find_finish  (GAsyncResult         *result,
                                               GError              **error);
/* What of @hits is meant at @selection: one that it touches, else the nearest one
 * in its sentence, else the next one; -1 when there is none. */
int            rap_article_dates_choose       (GArray               *hits,
                                               const RapArticle     *article,
                                               RapRange              selection);
/* The first exact day of the text, as in the head of a report, or NULL. Borrowed. */
const RapEdtf *rap_article_dates_get_dateline (GArray               *hits);
/* From what the hit @i is counted, or NULL. Borrowed from @hits or @article. */
const RapEdtf *rap_article_dates_get_anchor   (GArray               *hits,
                                               guint                 i,
                                               const RapArticle     *article);

G_END_DECLS
