/* bench-article-data.h
 *
 * Articles for bench-article: invented words with annotations that overlap,
 * nest and stand apart, the same on every run.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-session.h"

G_BEGIN_DECLS

/* A project at @path with an article of 100,000 words and 10,000 annotations
 * and one of 10,000 with 1,000, or with what the native JSON file @json has;
 * and always an article without any. Ends the program when that fails. */
void        bench_article_make  (const char *path,
                                 const char *json);
/* Articles with annotations, most first, at most @n. (transfer full) (element-type RapArticle) */
GPtrArray  *bench_article_list  (RapSession *session,
                                 guint       n);
/* The empty article. (transfer full) */
RapArticle *bench_article_empty (RapSession *session);

G_END_DECLS
