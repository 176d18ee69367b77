/* rap-split-item.c
 *
 * A name or a record, ticked or not.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-split-item.h"

struct _RapSplitItem
{
  GObject    parent_instance;
  char      *name;
  RapRecord *record;
  gboolean   ticked;
};

G_DEFINE_FINAL_TYPE (RapSplitItem, rap_split_item, G_TYPE_OBJECT)

static void
rap_split_item_finalize (GObject *object)
{
  RapSplitItem *self = RAP_SPLIT_ITEM (object);

  g_free (self->name);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (rap_split_item_parent_class)->finalize (object);
}

static void
rap_split_item_class_init (RapSplitItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rap_split_item_finalize;
}

static void
rap_split_item_init (RapSplitItem *self)
{
}

RapSplitItem *
rap_split_item_new (const char *name,
                    RapRecord  *record)
{
  RapSplitItem *self = g_object_new (RAP_TYPE_SPLIT_ITEM, NULL);

  self->name = g_strdup (name);
  self->record = record != NULL ? g_object_ref (record) : NULL;
  return self;
}

const char *
rap_split_item_get_name (RapSplitItem *self)
{
  return self->name;
}

RapRecord *
rap_split_item_get_record (RapSplitItem *self)
{
  return self->record;
}

gboolean
rap_split_item_get_ticked (RapSplitItem *self)
{
  return self->ticked;
}

void
rap_split_item_set_ticked (RapSplitItem *self,
                           gboolean      ticked)
{
  self->ticked = ticked;
}
