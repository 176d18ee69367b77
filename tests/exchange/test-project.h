/* test-project.h
 *
 * A small project in memory, with one of everything, for the tests of this
 * folder: as a native document, and as a source for the writers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-native-reader.h"
#include "rap-record-source.h"

/* Ids for the small document: "00000000-0000-4000-8000-0000000000" and two digits. */
#define ID(nn) "00000000-0000-4000-8000-0000000000" nn

/* A whole document with one object of every kind. */
extern const char small_document[];

/* Its records are sealed. (transfer full) */
RapNativeDocument *read_document    (const char        *json);
/* The records of @document in the order of native JSON. */
RapRecordSource    document_source  (RapNativeDocument *document);
RapRecord         *find_in_document (RapKind            kind,
                                     const char        *id,
                                     gpointer           document);
/* What the built-in sample holds. (transfer full) */
char              *load_sample      (void);
