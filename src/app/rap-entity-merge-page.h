/* rap-entity-merge-page.h
 *
 * Two entities become one: a page of the inspector that says what would move,
 * lets the analyst turn the direction and settle the reliability, and does it
 * as one undo step.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rap-session.h"

G_BEGIN_DECLS

#define RAP_TYPE_ENTITY_MERGE_PAGE (rap_entity_merge_page_get_type ())
G_DECLARE_FINAL_TYPE (RapEntityMergePage, rap_entity_merge_page, RAP, ENTITY_MERGE_PAGE, AdwBin)

GtkWidget *rap_entity_merge_page_new (RapSession *session,
                                      const char *from,
                                      const char *into);

G_END_DECLS
