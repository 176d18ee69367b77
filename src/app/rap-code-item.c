/* rap-code-item.c
 *
 * Compared before it is told, so that only rows that say something new are
 * drawn again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-code-item.h"

G_DEFINE_FINAL_TYPE (RapCodeItem, rap_code_item, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
set_string (char       **member,
            const char  *value)
{
  if (g_strcmp0 (*member, value) == 0)
    return FALSE;
  rap_set_string (member, value);
  return TRUE;
}

static gboolean
set_uint (guint *member,
          guint  value)
{
  gboolean other = *member != value;

  *member = value;
  return other;
}

static void
rap_code_item_finalize (GObject *object)
{
  RapCodeItem *self = RAP_CODE_ITEM (object);

  g_free (self->id);
  g_free (self->name);
  g_free (self->title);
  g_free (self->colour);
  g_free (self->key);
  g_free (self->description);

  G_OBJECT_CLASS (rap_code_item_parent_class)->finalize (object);
}

static void
rap_code_item_class_init (RapCodeItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rap_code_item_finalize;
  signals[CHANGED] = g_signal_new ("changed", RAP_TYPE_CODE_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
rap_code_item_init (RapCodeItem *self)
{
}

RapCodeItem *
rap_code_item_new (const char *id)
{
  RapCodeItem *self = g_object_new (RAP_TYPE_CODE_ITEM, NULL);

  self->id = g_strdup (id);
  return self;
}

void
rap_code_item_update (RapCodeItem       *self,
                      const RapCodeNode *node,
                      const char        *path,
                      gboolean           folded)
{
  gboolean changed = FALSE;

  g_return_if_fail (RAP_IS_CODE_ITEM (self));

  changed |= set_string (&self->name, node->code->name);
  changed |= set_string (&self->title, path != NULL ? path : node->code->name);
  changed |= set_string (&self->colour, node->code->colour);
  changed |= set_string (&self->key, node->code->key);
  changed |= set_string (&self->description, node->code->description);
  changed |= set_uint (&self->depth, path != NULL ? 0 : node->depth);
  changed |= set_uint (&self->n_passages, node->n_passages);
  changed |= set_uint (&self->n_claims, node->n_claims);
  changed |= set_uint (&self->all_passages, node->all_passages);
  changed |= set_uint (&self->all_claims, node->all_claims);
  changed |= self->has_children != (path == NULL && node->children->len > 0) || self->folded != folded;
  self->has_children = path == NULL && node->children->len > 0;
  self->folded = folded;
  if (changed)
    g_signal_emit (self, signals[CHANGED], 0);
}
