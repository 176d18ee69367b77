/* rap-entity-split-page.h
 *
 * One entity becomes two: a page of the inspector with a tick list of its
 * other names and of everything that refers to it. Space ticks, choosing a
 * mention shows it in the text; one undo step.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rap-session.h"

G_BEGIN_DECLS

#define RAP_TYPE_ENTITY_SPLIT_PAGE (rap_entity_split_page_get_type ())
G_DECLARE_FINAL_TYPE (RapEntitySplitPage, rap_entity_split_page, RAP, ENTITY_SPLIT_PAGE, AdwBin)

GtkWidget *rap_entity_split_page_new (RapSession *session,
                                      const char *entity);

G_END_DECLS
