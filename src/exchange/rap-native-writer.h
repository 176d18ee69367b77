/* rap-native-writer.h
 *
 * A project as one native JSON document, streamed: the same project gives the
 * same bytes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-record-source.h"

G_BEGIN_DECLS

/* Writes the document and its last line feed, and flushes @writer. */
gboolean rap_native_write (RapJsonWriter          *writer,
                           const RapRecordSource  *source,
                           GError                **error);

/* The same with the codes alone: a codebook for another project. */
gboolean rap_native_write_codebook (RapJsonWriter          *writer,
                                    const RapRecordSource  *source,
                                    GError                **error);

G_END_DECLS
