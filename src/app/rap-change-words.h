/* rap-change-words.h
 *
 * One edit in words: what the object is called, and of each member that changed
 * what it was and became.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-session.h"

G_BEGIN_DECLS

/* "Claim: Talks reached the last stage". (transfer full) */
char *rap_change_words_title   (const RapEdit *edit);
/* "New", "Deleted", or a line "Certainty: CT → PR" for each member. (transfer full) */
char *rap_change_words_members (RapSession    *session,
                                const RapEdit *edit);

G_END_DECLS
