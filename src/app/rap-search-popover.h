/* rap-search-popover.h
 *
 * Full-text search over all articles, in a popover under the header.
 *
 * Signals:
 *   "hit-activated" (string article, uint offset): the user chose a hit.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-session.h"

G_BEGIN_DECLS

#define RAP_TYPE_SEARCH_POPOVER (rap_search_popover_get_type ())
G_DECLARE_FINAL_TYPE (RapSearchPopover, rap_search_popover, RAP, SEARCH_POPOVER, GtkPopover)

void rap_search_popover_set_session (RapSearchPopover *self,
                                     RapSession       *session);

G_END_DECLS
