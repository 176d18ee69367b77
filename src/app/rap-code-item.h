/* rap-code-item.h
 *
 * A row of the codebook as the list shows it: a copy of what a RapCodeNode
 * says, and whether the row is folded. The same object stays with a code while
 * it is shown; "changed" says that it says something else now.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "rap-codebook.h"

G_BEGIN_DECLS

#define RAP_TYPE_CODE_ITEM (rap_code_item_get_type ())
G_DECLARE_FINAL_TYPE (RapCodeItem, rap_code_item, RAP, CODE_ITEM, GObject)

/**
 * RapCodeItem:
 * @title: the name, or the whole path in a filtered list
 * @depth: of indentation
 * @key: or NULL
 * @has_children, @folded: whether there are codes below, and whether they are hidden
 * The counts are those of RapCodeNode.
 */
struct _RapCodeItem
{
  GObject   parent_instance;
  char     *id;
  char     *name;
  char     *title;
  char     *colour;
  char     *key;
  char     *description;
  guint     depth;
  gboolean  has_children;
  gboolean  folded;
  guint     n_passages;
  guint     n_claims;
  guint     all_passages;
  guint     all_claims;
};

/* (transfer full) */
RapCodeItem *rap_code_item_new    (const char        *id);
/* @path: NULL in a tree; else what the row is called, without indentation. */
void         rap_code_item_update (RapCodeItem       *self,
                                   const RapCodeNode *node,
                                   const char        *path,
                                   gboolean           folded);

G_END_DECLS
