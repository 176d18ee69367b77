/* rap-mark-list.c
 *
 * A list model over an array of records.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <gio/gio.h>

#include "rap-mark-list.h"

/**
 * RapMarkList:
 * @records: (element-type RapRecord): owned
 */
struct _RapMarkList
{
  GObject    parent_instance;
  GPtrArray *records;
};

static GType
get_item_type (GListModel *list)
{
  return RAP_TYPE_RECORD;
}

static guint
get_n_items (GListModel *list)
{
  return RAP_MARK_LIST (list)->records->len;
}

static gpointer
get_item (GListModel *list,
          guint       position)
{
  RapMarkList *self = RAP_MARK_LIST (list);

  return position < self->records->len ? g_object_ref (self->records->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RapMarkList, rap_mark_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
rap_mark_list_finalize (GObject *object)
{
  g_ptr_array_unref (RAP_MARK_LIST (object)->records);

  G_OBJECT_CLASS (rap_mark_list_parent_class)->finalize (object);
}

static void
rap_mark_list_class_init (RapMarkListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rap_mark_list_finalize;
}

static void
rap_mark_list_init (RapMarkList *self)
{
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
}

RapMarkList *
rap_mark_list_new (void)
{
  return g_object_new (RAP_TYPE_MARK_LIST, NULL);
}

/* (transfer full) */
static GPtrArray *
collect (const RapArticleMarks *marks)
{
  guint n = marks != NULL ? rap_article_marks_get_n (marks) : 0;
  GPtrArray *records = g_ptr_array_new_full (n, g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      RapArticleMark *mark = rap_article_marks_get (marks, i);

      if (rap_article_marks_is_shown (marks, mark))
        g_ptr_array_add (records, g_object_ref (mark->record));
    }
  return records;
}

void
rap_mark_list_update (RapMarkList           *self,
                      const RapArticleMarks *marks)
{
  g_autoptr (GPtrArray) old = NULL;
  guint same = 0, same_end = 0, shorter;

  g_return_if_fail (RAP_IS_MARK_LIST (self));

  old = g_steal_pointer (&self->records);
  self->records = collect (marks);
  shorter = MIN (old->len, self->records->len);
  while (same < shorter && old->pdata[same] == self->records->pdata[same])
    same++;
  while (same_end < shorter - same &&
         old->pdata[old->len - 1 - same_end] == self->records->pdata[self->records->len - 1 - same_end])
    same_end++;
  if (old->len - same - same_end > 0 || self->records->len - same - same_end > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), same, old->len - same - same_end,
                                self->records->len - same - same_end);
}

guint
rap_mark_list_find (RapMarkList *self,
                    const char  *id)
{
  g_return_val_if_fail (RAP_IS_MARK_LIST (self), G_MAXUINT);

  for (guint i = 0; i < self->records->len; i++)
    if (g_strcmp0 (((RapRecord *) self->records->pdata[i])->id, id) == 0)
      return i;
  return G_MAXUINT;
}
