/* rap-timeline-items-sort.c
 *
 * From events in the order in which they came to columns in the order of time.
 * Days are sorted digit by digit; only what has both days in common is compared
 * by its id, and only where that is not in order already.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-items-private.h"

#include <stdlib.h>
#include <string.h>

#include "rap-timeline-sort.h"

/**
 * Scale: days as numbers from 0 on
 * @first: the first day with a number
 * @top: what is later than all of them
 */
typedef struct
{
  gint64  first;
  guint64 top;
} Scale;

typedef struct
{
  const RapFedEvent *events;
  const char        *text;
} Fed;

/* How far ahead of the work what it needs is asked for: events come from all
 * over the memory when they are put in order. */
#define AHEAD 16

static gboolean
is_number (gint64 day)
{
  return day > RAP_DAY_MIN && day < RAP_DAY_MAX;
}

static gint64
day_of (const RapFedEvent *event,
        gboolean           latest)
{
  return latest ? event->le : event->es;
}

static Scale
find_scale (const RapFedEvent *events,
            guint              n,
            gboolean           latest)
{
  gint64 first = G_MAXINT64;
  gint64 last = G_MININT64;

  for (guint i = 0; i < n; i++)
    {
      gint64 day = day_of (&events[i], latest);

      if (!is_number (day))
        continue;
      first = MIN (first, day);
      last = MAX (last, day);
    }
  return first > last ? (Scale) { 0, 1 } : (Scale) { first, (guint64) (last - first) + 2 };
}

static guint64
get_key (const Scale *scale,
         gint64       day)
{
  if (day <= RAP_DAY_MIN)
    return 0;
  return day >= RAP_DAY_MAX ? scale->top : (guint64) (day - scale->first) + 1;
}

static void
sort_by (const RapFedEvent *events,
         guint              n,
         gboolean           latest,
         const Scale       *scale,
         guint64           *keys,
         guint32           *order)
{
  for (guint i = 0; i < n; i++)
    keys[i] = get_key (scale, day_of (&events[order[i]], latest));
  rap_sort_by_key (keys, order, n, scale->top);
}

/* By (earliest, latest): both in one number when they fit. */
static void
sort_by_days (const RapFedEvent *events,
              guint              n,
              guint32           *order)
{
  g_autofree guint64 *keys = rap_bulk_new (guint64, n);
  Scale earliest = find_scale (events, n, FALSE);
  Scale latest = find_scale (events, n, TRUE);
  guint shift = rap_sort_get_bits (latest.top);

  if (shift + rap_sort_get_bits (earliest.top) > 64)
    {
      sort_by (events, n, TRUE, &latest, keys, order);
      sort_by (events, n, FALSE, &earliest, keys, order);
      return;
    }
  for (guint i = 0; i < n; i++)
    keys[i] = get_key (&earliest, events[i].es) << shift | get_key (&latest, events[i].le);
  rap_sort_by_key (keys, order, n, earliest.top << shift | latest.top);
}

static int
compare_ids (const void *a,
             const void *b,
             void       *user_data)
{
  const Fed *fed = user_data;

  return strcmp (fed->text + fed->events[*(const guint32 *) a].text, fed->text + fed->events[*(const guint32 *) b].text);
}

static void
fetch_ahead (const Fed     *fed,
             guint          n,
             const guint32 *order,
             guint          i)
{
  if (i + 2 * AHEAD < n)
    __builtin_prefetch (&fed->events[order[i + 2 * AHEAD]]);
  if (fed->text != NULL && i + AHEAD < n)
    __builtin_prefetch (fed->text + fed->events[order[i + AHEAD]].text);
}

/* Of events with the same days, the ids in ascending order. */
static void
sort_ties (Fed     *fed,
           guint    n,
           guint32 *order)
{
  guint begin = 0;
  gboolean sorted = TRUE;

  for (guint i = 1; i <= n; i++)
    {
      const RapFedEvent *last = &fed->events[order[i - 1]];

      fetch_ahead (fed, n, order, i);
      if (i < n && last->es == fed->events[order[i]].es && last->le == fed->events[order[i]].le)
        {
          sorted = sorted && compare_ids (&order[i - 1], &order[i], fed) <= 0;
          continue;
        }
      if (!sorted)
        qsort_r (order + begin, i - begin, sizeof *order, compare_ids, fed);
      begin = i;
      sorted = TRUE;
    }
}

/* (transfer full) */
static guint32 *
make_order (RapTimelineItems *self)
{
  Fed fed = { self->fed, self->feed->str };
  guint n = self->n_events;
  guint32 *order = rap_bulk_new (guint32, n);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  sort_by_days (fed.events, n, order);
  sort_ties (&fed, n, order);
  return order;
}

/* The widest first, so that each lies where its kind of number may. */
static void
allocate_columns (RapTimelineItems *self)
{
  gsize n = self->n_items;

  self->texts = rap_bulk_new (gsize, self->n_events);
  self->hashes = rap_bulk_new (guint32, self->n_events);
  self->columns = rap_bulk_alloc (MAX (n, 1) * (4 * sizeof (gint64) + 3 * sizeof (guint32) + sizeof (guint16) + 2));
  self->es = self->columns;
  self->ls = self->es + n;
  self->ee = self->ls + n;
  self->le = self->ee + n;
  self->lane = (guint32 *) (gpointer) (self->le + n);
  self->event = self->lane + n;
  self->weight = self->event + n;
  self->flags = (guint16 *) (gpointer) (self->weight + n);
  self->kind = (guint8 *) (self->flags + n);
  self->precision = self->kind + n;
}

/* Ends that have no number do not count. */
static void
widen (RapTimelineItems  *self,
       const RapFedEvent *event)
{
  const gint64 days[] = { event->es, event->ls, event->ee, event->le };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (is_number (days[i]))
      {
        self->first_day = MIN (self->first_day, days[i]);
        self->last_day = MAX (self->last_day, days[i]);
      }
  if (event->flags & RAP_ITEM_UNDATED)
    return;
  self->n_dated++;
  if (event->kind == RAP_KIND_MEETING)
    self->latest = MAX (self->latest, event->es);
}

static void
write_item (RapTimelineItems  *self,
            guint              item,
            const RapFedEvent *event,
            guint32            lane,
            guint32            index)
{
  self->es[item] = event->es;
  self->ls[item] = event->ls;
  self->ee[item] = event->ee;
  self->le[item] = event->le;
  self->lane[item] = lane;
  self->event[item] = index;
  self->weight[item] = event->weight;
  self->flags[item] = event->flags;
  self->kind[item] = event->kind;
  self->precision[item] = event->precision;
}

static void
write_columns (RapTimelineItems *self,
               const guint32    *order)
{
  const Fed fed = { self->fed, NULL };
  const guint32 *lanes = (const guint32 *) (gpointer) self->fed_lanes->data;
  guint item = 0;

  for (guint i = 0; i < self->n_events; i++)
    {
      const RapFedEvent *event = &self->fed[order[i]];

      fetch_ahead (&fed, self->n_events, order, i);
      widen (self, event);
      self->texts[i] = event->text;
      self->hashes[i] = event->hash;
      write_item (self, item++, event, event->lane, i);
      for (guint more = 0; more < event->n_more; more++)
        write_item (self, item++, event, lanes[event->more + more], i);
    }
}

void
rap_timeline_items_make_columns (RapTimelineItems *self)
{
  g_autofree guint32 *order = make_order (self);
  gsize length = self->feed->len;

  self->n_items = self->n_events + self->fed_lanes->len;
  self->first_day = G_MAXINT64;
  self->last_day = G_MININT64;
  self->latest = RAP_DAY_MIN;
  allocate_columns (self);
  write_columns (self, order);
  g_clear_pointer (&self->fed, g_free);
  g_clear_pointer (&self->fed_lanes, g_array_unref);
  g_clear_pointer (&self->date_index, g_hash_table_unref);
  self->text = g_realloc (g_string_free (g_steal_pointer (&self->feed), FALSE), length + 1);
}
