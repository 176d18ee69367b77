/* rap-error-text.h
 *
 * What went wrong, in one translated sentence for the user.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-error.h"

G_BEGIN_DECLS

/* The sentence for the error's code; foreign domains say their own message. (transfer full) */
char *rap_error_text             (const GError *error);
/* The sentence, below it what can be done (where known), and the untranslated
 * detail: which file, object and member. (transfer full) */
char *rap_error_text_with_detail (const GError *error);

G_END_DECLS
