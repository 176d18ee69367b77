/* rap-safe-file.h
 *
 * A file that is there whole or not at all: written beside its target under a
 * temporary name, synced, renamed over it, and the folder synced. Until the
 * commit the target is as it was, whatever happens. "-" is standard output,
 * and what is not a regular file (a device, a pipe) is written to directly.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _RapSafeFile RapSafeFile;

/* RAP_ERROR_NOT_FOUND, RAP_ERROR_READ_ONLY or RAP_ERROR_IO. A symbolic link is
 * followed, and the file it names is replaced. (transfer full) */
RapSafeFile *rap_safe_file_open   (const char   *path,
                                   GError      **error);
/* Shaped as a RapJsonSink: @self is the RapSafeFile. RAP_ERROR_IO. */
gboolean     rap_safe_file_write  (const char   *data,
                                   gsize         length,
                                   gpointer      self,
                                   GError      **error);
/* Puts it in its place. Afterwards only rap_safe_file_free() may follow. */
gboolean     rap_safe_file_commit (RapSafeFile  *self,
                                   GError      **error);
/* Without a commit nothing is left behind. */
void         rap_safe_file_free   (RapSafeFile  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapSafeFile, rap_safe_file_free)

G_END_DECLS
