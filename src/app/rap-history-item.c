/* rap-history-item.c
 *
 * Times are put into words when a row is shown, not when ten thousand are made.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-history-item.h"

#include <glib/gi18n.h>
#include <string.h>

struct _RapHistoryItem
{
  GObject          parent_instance;
  gint64           seq;
  gint64           time;
  char            *analyst;
  char            *label;
  guint            n_edits;
  RapHistoryState  state;
};

G_DEFINE_FINAL_TYPE (RapHistoryItem, rap_history_item, G_TYPE_OBJECT)

static void
rap_history_item_finalize (GObject *object)
{
  RapHistoryItem *self = RAP_HISTORY_ITEM (object);

  g_free (self->analyst);
  g_free (self->label);

  G_OBJECT_CLASS (rap_history_item_parent_class)->finalize (object);
}

static void
rap_history_item_class_init (RapHistoryItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rap_history_item_finalize;
}

static void
rap_history_item_init (RapHistoryItem *self)
{
}

RapHistoryItem *
rap_history_item_new (const RapHistoryEntry *entry,
                      const char            *label,
                      RapHistoryState        state)
{
  RapHistoryItem *self = g_object_new (RAP_TYPE_HISTORY_ITEM, NULL);

  self->seq = entry->seq;
  self->time = entry->time;
  self->analyst = g_strdup (entry->analyst);
  self->label = g_strdup (label);
  self->n_edits = entry->n_edits;
  self->state = state;
  return self;
}

gint64
rap_history_item_get_seq (RapHistoryItem *self)
{
  g_return_val_if_fail (RAP_IS_HISTORY_ITEM (self), 0);

  return self->seq;
}

const char *
rap_history_item_get_label (RapHistoryItem *self)
{
  g_return_val_if_fail (RAP_IS_HISTORY_ITEM (self), NULL);

  return self->label;
}

RapHistoryState
rap_history_item_get_state (RapHistoryItem *self)
{
  g_return_val_if_fail (RAP_IS_HISTORY_ITEM (self), RAP_HISTORY_BEHIND);

  return self->state;
}

char *
rap_history_item_describe (RapHistoryItem *self)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (self->time / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *time = local != NULL ? g_date_time_format (local, "%x %X") : g_strdup ("");
  g_autofree char *n = g_strdup_printf (ngettext ("%u object", "%u objects", self->n_edits), self->n_edits);

  if (self->seq == 0)
    return g_strdup ("");
  return g_strdup_printf ("%s · %s · %s", time, self->analyst, n);
}

gboolean
rap_history_item_is (RapHistoryItem  *self,
                     gint64           seq,
                     RapHistoryState  state)
{
  return self->seq == seq && self->state == state;
}

char **
rap_history_item_fold (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return g_strsplit_set (g_strstrip (folded), " \t", -1);
}

gboolean
rap_history_item_matches (RapHistoryItem     *self,
                          const char * const *words)
{
  g_autofree char *described = NULL;
  g_autofree char *all = NULL;
  g_autofree char *folded = NULL;

  if (words[0] == NULL || *words[0] == '\0')
    return TRUE;
  described = rap_history_item_describe (self);
  all = g_strconcat (self->label, " ", described, NULL);
  folded = g_utf8_casefold (all, -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}
