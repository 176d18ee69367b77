/* rap-timeline-choice.c
 *
 * A set of event numbers, carried over by kind and id when the numbers change.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-choice.h"

struct _RapTimelineChoice
{
  GObject           parent_instance;
  RapTimelineItems *items;      /* or NULL */
  GtkBitset        *events;
};

G_DEFINE_FINAL_TYPE (RapTimelineChoice, rap_timeline_choice, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
tell (RapTimelineChoice *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
rap_timeline_choice_finalize (GObject *object)
{
  RapTimelineChoice *self = RAP_TIMELINE_CHOICE (object);

  g_clear_pointer (&self->items, rap_timeline_items_unref);
  gtk_bitset_unref (self->events);
  G_OBJECT_CLASS (rap_timeline_choice_parent_class)->finalize (object);
}

static void
rap_timeline_choice_class_init (RapTimelineChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rap_timeline_choice_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
rap_timeline_choice_init (RapTimelineChoice *self)
{
  self->events = gtk_bitset_new_empty ();
}

RapTimelineChoice *
rap_timeline_choice_new (void)
{
  return g_object_new (RAP_TYPE_TIMELINE_CHOICE, NULL);
}

/* Those of @events that are among @items. (transfer full) */
static GtkBitset *
carry_over (RapTimelineItems *before,
            const GtkBitset  *events,
            RapTimelineItems *items)
{
  GtkBitset *found = gtk_bitset_new_empty ();
  GtkBitsetIter iter;
  guint event;

  if (before == NULL || items == NULL || !gtk_bitset_iter_init_first (&iter, events, &event))
    return found;
  do
    {
      RapTimelineEvent old;
      guint now;

      rap_timeline_items_get_event (before, event, &old);
      if (rap_timeline_items_find (items, old.kind, old.id, &now))
        gtk_bitset_add (found, now);
    }
  while (gtk_bitset_iter_next (&iter, &event));
  return found;
}

void
rap_timeline_choice_set_items (RapTimelineChoice *self,
                               RapTimelineItems  *items)
{
  GtkBitset *before;

  g_return_if_fail (RAP_IS_TIMELINE_CHOICE (self));

  if (self->items == items)
    return;
  before = self->events;
  self->events = carry_over (self->items, before, items);
  gtk_bitset_unref (before);
  g_clear_pointer (&self->items, rap_timeline_items_unref);
  self->items = items != NULL ? rap_timeline_items_ref (items) : NULL;
  tell (self);
}

guint
rap_timeline_choice_get_size (RapTimelineChoice *self)
{
  g_return_val_if_fail (RAP_IS_TIMELINE_CHOICE (self), 0);

  return (guint) gtk_bitset_get_size (self->events);
}

gboolean
rap_timeline_choice_contains (RapTimelineChoice *self,
                              guint              event)
{
  g_return_val_if_fail (RAP_IS_TIMELINE_CHOICE (self), FALSE);

  return gtk_bitset_contains (self->events, event);
}

GArray *
rap_timeline_choice_list (RapTimelineChoice *self)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint));
  GtkBitsetIter iter;
  guint event;

  g_return_val_if_fail (RAP_IS_TIMELINE_CHOICE (self), list);

  if (!gtk_bitset_iter_init_first (&iter, self->events, &event))
    return list;
  do
    g_array_append_val (list, event);
  while (gtk_bitset_iter_next (&iter, &event));
  return list;
}

void
rap_timeline_choice_set (RapTimelineChoice *self,
                         const GArray      *events,
                         gboolean           add)
{
  g_return_if_fail (RAP_IS_TIMELINE_CHOICE (self));

  if (!add)
    gtk_bitset_remove_all (self->events);
  for (guint i = 0; i < events->len; i++)
    gtk_bitset_add (self->events, g_array_index (events, guint, i));
  tell (self);
}

void
rap_timeline_choice_toggle (RapTimelineChoice *self,
                            const GArray      *events)
{
  gboolean all = TRUE;

  g_return_if_fail (RAP_IS_TIMELINE_CHOICE (self));

  for (guint i = 0; all && i < events->len; i++)
    all = gtk_bitset_contains (self->events, g_array_index (events, guint, i));
  for (guint i = 0; i < events->len; i++)
    if (all)
      gtk_bitset_remove (self->events, g_array_index (events, guint, i));
    else
      gtk_bitset_add (self->events, g_array_index (events, guint, i));
  tell (self);
}

void
rap_timeline_choice_set_all (RapTimelineChoice *self)
{
  g_return_if_fail (RAP_IS_TIMELINE_CHOICE (self));

  if (self->items == NULL || rap_timeline_items_get_n_events (self->items) == 0)
    return;
  gtk_bitset_add_range (self->events, 0, rap_timeline_items_get_n_events (self->items));
  tell (self);
}

gboolean
rap_timeline_choice_clear (RapTimelineChoice *self)
{
  g_return_val_if_fail (RAP_IS_TIMELINE_CHOICE (self), FALSE);

  if (gtk_bitset_is_empty (self->events))
    return FALSE;
  gtk_bitset_remove_all (self->events);
  tell (self);
  return TRUE;
}

gboolean
rap_timeline_choice_get_extent (RapTimelineChoice *self,
                                gint64            *first,
                                gint64            *last)
{
  GtkBitsetIter iter;
  guint event;

  g_return_val_if_fail (RAP_IS_TIMELINE_CHOICE (self), FALSE);

  *first = RAP_DAY_MAX;
  *last = RAP_DAY_MIN;
  if (self->items == NULL || !gtk_bitset_iter_init_first (&iter, self->events, &event))
    return FALSE;
  do
    {
      gint64 event_first, event_last;

      if (!rap_timeline_items_get_days (self->items, event, &event_first, &event_last))
        continue;
      *first = MIN (*first, event_first);
      *last = MAX (*last, event_last);
    }
  while (gtk_bitset_iter_next (&iter, &event));
  return *first < *last;
}
