/* rap-record-source.h
 *
 * Where a writer gets its records from: the session fills in functions that
 * stream from one snapshot of the store, so that no writer holds more than a
 * record at a time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-model.h"

G_BEGIN_DECLS

/* Takes one record, borrowed; FALSE with an error ends the walk. */
typedef gboolean (*RapSourceFunc) (RapRecord  *record,
                                   gpointer    func_data,
                                   GError    **error);

/**
 * RapRecordSource:
 * @foreach: calls @func for every record of @kind by created, then id; FALSE
 *   with the error of @func or of reading
 * @foreach_in: the same for the claims, mentions, evidence and codings of one
 *   article, in text order. Only the JSONL of articles asks for it
 * @find: one record, or NULL. Only the JSONL writers ask for it. (transfer full)
 */
typedef struct
{
  gboolean   (*foreach)    (RapKind         kind,
                            RapSourceFunc   func,
                            gpointer        func_data,
                            gpointer        user_data,
                            GError        **error);
  gboolean   (*foreach_in) (const char     *article,
                            RapSourceFunc   func,
                            gpointer        func_data,
                            gpointer        user_data,
                            GError        **error);
  RapRecord *(*find)       (RapKind         kind,
                            const char     *id,
                            gpointer        user_data);
  gpointer     user_data;
} RapRecordSource;

G_END_DECLS
