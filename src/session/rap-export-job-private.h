/* rap-export-job-private.h
 *
 * A file made from the project as it is at one moment: written beside its place
 * and put there when it is whole, at once or by a worker.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-safe-file.h"
#include "rap-store.h"

G_BEGIN_DECLS

/* Writes the contents of @file. @what: of the caller; in a worker, read only. */
typedef gboolean (*RapExportFunc) (RapStore       *store,
                                   RapSafeFile    *file,
                                   gconstpointer   what,
                                   GCancellable   *cancellable,
                                   GError        **error);

/* @path "-" is standard output. */
gboolean rap_export_write (RapStore        *store,
                           const char      *path,
                           RapExportFunc    func,
                           gconstpointer    what,
                           GCancellable    *cancellable,
                           GError         **error);
/* The same on a snapshot of the project at @project, for @task, which returns a
 * boolean. Takes @what. */
void     rap_export_start (GTask           *task,
                           const char      *project,
                           const char      *path,
                           RapExportFunc    func,
                           gpointer         what,
                           GDestroyNotify   free_what);

G_END_DECLS
