/* rap-split-item.h
 *
 * Something of an entity that may go over to another one when it is split: one
 * of its names, or a record that refers to it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-session.h"

G_BEGIN_DECLS

#define RAP_TYPE_SPLIT_ITEM (rap_split_item_get_type ())
G_DECLARE_FINAL_TYPE (RapSplitItem, rap_split_item, RAP, SPLIT_ITEM, GObject)

/* @name: or NULL; @record: or NULL. (transfer full) */
RapSplitItem *rap_split_item_new        (const char   *name,
                                         RapRecord    *record);
/* NULL when it is a record. */
const char   *rap_split_item_get_name   (RapSplitItem *self);
/* NULL when it is a name. */
RapRecord    *rap_split_item_get_record (RapSplitItem *self);
gboolean      rap_split_item_get_ticked (RapSplitItem *self);
void          rap_split_item_set_ticked (RapSplitItem *self,
                                         gboolean      ticked);

G_END_DECLS
