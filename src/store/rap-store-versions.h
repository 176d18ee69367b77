/* rap-store-versions.h
 *
 * Articles by the address they were read at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-store.h"

G_BEGIN_DECLS

/* Who has @part in the address, whatever the case of the letters. */
typedef void (*RapStoreAddressFunc) (const char *id,
                                     const char *url,
                                     gpointer    user_data);
/* Calls @func in order of created, then id. */
gboolean rap_store_foreach_address (RapStore            *self,
                                    const char          *part,
                                    RapStoreAddressFunc  func,
                                    gpointer             user_data,
                                    GError             **error);

G_END_DECLS
