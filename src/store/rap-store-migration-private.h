/* rap-store-migration-private.h
 *
 * The numbered steps from an empty file to the schema of today. Without SQLite
 * in it, so that tests can bring their own steps.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * RapMigration: the step from version - 1 to version
 * @reason: why it was needed, for those who read this in ten years
 * @sql: run in one transaction with the others that are due; it ends by setting user_version
 */
typedef struct
{
  int         version;
  const char *reason;
  const char *sql;
} RapMigration;

extern const RapMigration rap_migrations[];
extern const guint        rap_n_migrations;

/* Brings the file @path, which no store has open, to the last version of
 * @migrations, which ascend from 1: copies it, runs the steps on the copy,
 * verifies that, and only then puts it in the file's place. On failure the file
 * is as it was. The caller sees to it that nobody else writes the file. */
gboolean rap_store_migrate (const char         *path,
                            const RapMigration *migrations,
                            guint               n_migrations,
                            GError            **error);

G_END_DECLS
