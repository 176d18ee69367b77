/* rap-store-articles.h
 *
 * Which articles a list shows, found in memory.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-store-private.h"

G_BEGIN_DECLS

/* As rap_store_query_rows() for articles. */
gboolean rap_store_query_articles (RapStore        *self,
                                   const RapQuery  *query,
                                   const RapWords  *words,
                                   GArray          *rows,
                                   GError         **error);

G_END_DECLS
