/* rap-validate.h
 *
 * The rules of the model, in one place. Every door (window, command line,
 * importers) passes through them in the session's commit.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-record.h"

G_BEGIN_DECLS

/* Finds the record @id as it will be after the change, or NULL. The result is
 * borrowed until the next call. */
typedef RapRecord *(*RapLookupFunc) (RapKind     kind,
                                     const char *id,
                                     gpointer    user_data);

/* The rules of one record by itself: required names, ranges in order, an
 * EDTF that parses, a colour, a key, no self-reference, participants once …
 * RAP_ERROR_INVALID: "claim 3f2a…: content: …" */
gboolean rap_record_validate            (const RapRecord  *self,
                                         GError          **error);
/* The rules between records: references exist and are of the right kind (an
 * outlet is an outlet …), anchors inside the article and equal to its text, no
 * cycle of codes or copies. RAP_ERROR_REFERENCE or RAP_ERROR_INVALID. What needs
 * a look at all records of a kind (a code's key is its own, one relation of a
 * kind between two claims) is not for a look-up by id and is checked by the
 * caller. */
gboolean rap_record_validate_references (const RapRecord  *self,
                                         RapLookupFunc     lookup,
                                         gpointer          user_data,
                                         GError          **error);

G_END_DECLS
