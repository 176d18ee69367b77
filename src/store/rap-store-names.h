/* rap-store-names.h
 *
 * Where names may stand: articles that hold certain words, the words of all
 * articles, what was marked once and deleted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-store.h"

G_BEGIN_DECLS

/* Ids of the articles in whose text one of the phrases stands, words in that order,
 * without regard to case, diacritics and variants of letters; by date, undated last,
 * then by id. (transfer full) (element-type utf8) */
GPtrArray *rap_store_find_articles         (RapStore            *self,
                                            const char * const  *phrases,
                                            GError             **error);

/* @word: small letters, without diacritics; @n_articles that have it, in title or text */
typedef void (*RapStoreWordFunc) (const char *word,
                                  guint       n_articles,
                                  gpointer    user_data);
/* Every word of every article once. */
gboolean   rap_store_foreach_word          (RapStore            *self,
                                            RapStoreWordFunc     func,
                                            gpointer             user_data,
                                            GError             **error);
/* Mentions of the entity that were deleted and are still gone, in no order.
 * (transfer full) (element-type RapMention) */
GPtrArray *rap_store_load_deleted_mentions (RapStore            *self,
                                            const char          *entity,
                                            GError             **error);

/* Articles whose outlet the entity is. */
guint      rap_store_count_published       (RapStore            *self,
                                            const char          *entity);

G_END_DECLS
