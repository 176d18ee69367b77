/* rap-search-popover.h
 *
 * Full-text search over all articles, in a popover under the header. What was
 * found stays there when it is closed, so that one can step from hit to hit.
 *
 * Signals:
 *   "hit-activated" (string article, GArray of RapRange places, uint place): go to
 *     that one of the places of the text; there are none for a hit in the title only.
 *   "answered" (): the rows show what the words that were typed find.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-session.h"

G_BEGIN_DECLS

#define RAP_TYPE_SEARCH_POPOVER (rap_search_popover_get_type ())
G_DECLARE_FINAL_TYPE (RapSearchPopover, rap_search_popover, RAP, SEARCH_POPOVER, GtkPopover)

void     rap_search_popover_set_session (RapSearchPopover *self,
                                         RapSession       *session);
/* The next hit (+1) or the one before (-1), in the same article or the next one
 * found; FALSE when there is none. */
gboolean rap_search_popover_step        (RapSearchPopover *self,
                                         int               step);

G_END_DECLS
