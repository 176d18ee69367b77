/* rap-record-words.h
 *
 * Rows and words for records in the inspector's lists, and the translated
 * vocabularies.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-link-row.h"
#include "rap-session.h"

G_BEGIN_DECLS

/* A row that leads to @record and says what it is: a claim its proposition,
 * speaker and article, evidence its quote and article, … */
GtkWidget          *rap_record_words_new_row     (RapSession *session,
                                                  RapRecord  *record);
/* Translated names in the order of the vocabulary; NULL-terminated, static. */
const char * const *rap_record_words_get_roles   (void);
const char * const *rap_record_words_get_aspects (void);
const char * const *rap_record_words_get_name_kinds (void);
/* "repeats", or seen from the other side "is repeated by". */
const char         *rap_record_words_relation    (RapRelationKind kind,
                                                  gboolean        from_here);
/* The claim's proposition, or else its quote. (transfer full) */
char               *rap_record_words_claim       (RapClaim   *claim);

G_END_DECLS
