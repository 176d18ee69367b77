/* rap-mention-sweep-page.h
 *
 * All mentions of a name: a page of the inspector that lists every place with
 * what stands around it, ticked where nothing speaks against it. Choosing a
 * line shows the place in the text. Space ticks, Ctrl+A ticks all or none,
 * Enter marks the ticked ones as one undo step, Escape leaves.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rap-session.h"

G_BEGIN_DECLS

#define RAP_TYPE_MENTION_SWEEP_PAGE (rap_mention_sweep_page_get_type ())
G_DECLARE_FINAL_TYPE (RapMentionSweepPage, rap_mention_sweep_page, RAP, MENTION_SWEEP_PAGE, AdwBin)

/* Begins to look at once. */
GtkWidget *rap_mention_sweep_page_new (RapSession *session,
                                       const char *entity);

G_END_DECLS
