/* rap-store-search.h
 *
 * Full-text search with an order, a beginning, and a way to call it off.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-search.h"
#include "rap-store.h"

G_BEGIN_DECLS

/* See RapSearch. RAP_ERROR_INVALID as rap_store_search(), CANCELLED when it was
 * interrupted. @count (out) (optional): how many articles there are in all.
 * (transfer full) (element-type RapHit) */
GPtrArray *rap_store_find_hits   (RapStore         *self,
                                  const RapSearch  *search,
                                  RapSearchCount   *count,
                                  GError          **error);
/* What is wrong with a query; @value (out) (transfer full) (optional): the value
 * that makes no sense, or NULL. */
RapSearchProblem rap_store_check_query (const char *query,
                                        char      **value);
/* Reads ahead what every search of @order needs, so that the first is as quick as the next. */
void       rap_store_warm_search (RapStore         *self,
                                  RapSearchOrder    order);
/* Stops what the store is doing now, from any thread; the store must live. */
void       rap_store_interrupt   (RapStore         *self);

G_END_DECLS
