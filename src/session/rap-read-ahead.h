/* rap-read-ahead.h
 *
 * The pages of files, read, decoded and extracted by all processors, some pages
 * ahead of whoever takes them; they come in the order of the list.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-importing-private.h"

G_BEGIN_DECLS

typedef struct _RapReadAhead RapReadAhead;

/* @files (element-type filename) must stay as they are until it is freed.
 * @cancellable: (nullable): ends the reading at once. (transfer full) */
RapReadAhead *rap_read_ahead_new       (GPtrArray    *files,
                                        const char   *format,
                                        gboolean      keep_boilerplate,
                                        GCancellable *cancellable);
/* The same of one file that is at hand already. (transfer full) */
RapReadAhead *rap_read_ahead_new_bytes (GBytes       *bytes,
                                        const char   *name,
                                        const char   *format,
                                        gboolean      keep_boilerplate,
                                        GCancellable *cancellable);
/* The next page, waiting for it if need be; NULL after the last one, and when cancelled. @place
 * (out) gets the number of its file in the list. (transfer full) */
RapIncoming  *rap_read_ahead_take      (RapReadAhead *self,
                                        guint        *place);
/* What was not taken is thrown away; ends the reading at once. */
void          rap_read_ahead_free      (RapReadAhead *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapReadAhead, rap_read_ahead_free)

G_END_DECLS
