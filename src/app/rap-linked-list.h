/* rap-linked-list.h
 *
 * A group of the inspector that lists what refers to the shown record: its
 * claims, its meetings, where it is mentioned. Hidden when there is nothing.
 *
 * Properties: kind (nick of the records listed), title.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rap-session.h"

G_BEGIN_DECLS

#define RAP_TYPE_LINKED_LIST (rap_linked_list_get_type ())
G_DECLARE_FINAL_TYPE (RapLinkedList, rap_linked_list, RAP, LINKED_LIST, AdwBin)

void rap_linked_list_load    (RapLinkedList *self,
                              RapSession    *session,
                              const char    *id);

G_END_DECLS
