/* rap-record-json.h
 *
 * Records to JSON, and back from a neutral tree. The tree is a GVariant as
 * exchange (from json-glib) and store (from the journal) make it:
 * object = a{sv}, array = av, string = s, whole number = x, other number = d,
 * true and false = b, null = mv (empty maybe).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-json-writer.h"
#include "rap-record.h"

G_BEGIN_DECLS

/* The record as one native JSON object. */
void       rap_record_write_json   (const RapRecord  *self,
                                    RapJsonWriter    *writer,
                                    const char       *member);
/* Only its members, into an object already begun (so that more can be added). */
void       rap_record_write_members (const RapRecord *self,
                                    RapJsonWriter    *writer);
/* Compact JSON of a record. (transfer full) */
char      *rap_record_to_json      (const RapRecord  *self);

/* An unsealed record from an a{sv}. Missing members get their defaults, a
 * missing id a new one. RAP_ERROR_FORMAT or RAP_ERROR_INVALID name object and
 * member ("claim 3f2a…: certainty: “maybe” is none of CT, PR, PS, U"). Unknown
 * members are appended to @unknown as "claim 3f2a…: colour", or are an error
 * when @unknown is NULL. Derived members given in the tree are checked where
 * the record alone suffices (earliest, latest, sha256). Anchors are taken as
 * given: complete them with rap_record_complete(). */
RapRecord *rap_record_from_variant (RapKind           kind,
                                    GVariant         *members,
                                    GPtrArray        *unknown,
                                    GError          **error);
/* Fills the anchors of an unsealed annotation from its article's text: quote
 * and context from ranges, or ranges from the quote when only that was given
 * (refused when it is nowhere, or at several places that context does not tell
 * apart). A given exact, prefix or suffix that disagrees is RAP_ERROR_INVALID. */
gboolean   rap_record_complete     (RapRecord        *self,
                                    const RapText    *text,
                                    GError          **error);

G_END_DECLS
