/* rap-carry-bar.h
 *
 * The line above an article that has an older version with annotations that
 * are not in this one: says how many and opens the page that carries them
 * over. Looks when nothing else is to do; can be put away for an article.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rap-session.h"

G_BEGIN_DECLS

#define RAP_TYPE_CARRY_BAR (rap_carry_bar_get_type ())
G_DECLARE_FINAL_TYPE (RapCarryBar, rap_carry_bar, RAP, CARRY_BAR, AdwBin)

/* Either may be NULL: nothing is shown. */
void rap_carry_bar_set (RapCarryBar *self,
                        RapSession  *session,
                        RapArticle  *article);

G_END_DECLS
