/* rap-variants-spelling.h
 *
 * Spellings of an entity's name that stand in the texts and that nobody bears
 * yet: words of the search index that sound like one of its names, looked up in
 * an article and taken as they are written there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-variants-index.h"

G_BEGIN_DECLS

/* Done by a worker. */
void       rap_variants_find_spellings_async  (RapSession          *session,
                                               const char          *entity,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
/* Best first. (transfer full) (element-type RapVariantPair) */
GPtrArray *rap_variants_find_spellings_finish (RapSession          *session,
                                               GAsyncResult        *result,
                                               GError             **error);

G_END_DECLS
