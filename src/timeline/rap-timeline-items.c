/* rap-timeline-items.c
 *
 * The timeline's input: feeding, and reading what was made of it. Ids and titles
 * lie behind one another in one buffer; an event keeps their offset. Dates, of
 * which many things have the same, lie in another, each once; where, stands in
 * four bytes after the title. An event's items are added together and stay
 * neighbours.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-items-private.h"

#include <string.h>

#include "rap-timeline-sort.h"

static void
clear_lane (gpointer data)
{
  g_free (((RapItemsLane *) data)->name);
}

RapTimelineItems *
rap_timeline_items_new (void)
{
  RapTimelineItems *self = g_new0 (RapTimelineItems, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->fed_lanes = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->feed = g_string_new (NULL);
  self->dates = g_string_new_len ("", 1);
  self->date_index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->lanes = g_array_new (FALSE, FALSE, sizeof (RapItemsLane));
  g_array_set_clear_func (self->lanes, clear_lane);
  self->lane_index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->articles_lane = -1;
  self->none_lane = -1;
  return self;
}

RapTimelineItems *
rap_timeline_items_ref (RapTimelineItems *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
rap_timeline_items_unref (RapTimelineItems *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->columns);
  g_free (self->text);
  g_free (self->texts);
  g_free (self->hashes);
  g_free (self->slots);
  g_free (self->fed);
  g_clear_pointer (&self->fed_lanes, g_array_unref);
  if (self->feed != NULL)
    g_string_free (self->feed, TRUE);
  g_string_free (self->dates, TRUE);
  g_clear_pointer (&self->date_index, g_hash_table_unref);
  g_array_unref (self->lanes);
  g_hash_table_unref (self->lane_index);
  g_free (self);
}

static guint32
append_lane (RapTimelineItems *self,
             const char       *name,
             RapLaneKind       kind)
{
  RapItemsLane lane = { .name = g_strdup (name), .kind = kind };

  g_array_append_val (self->lanes, lane);
  return self->lanes->len - 1;
}

static guint32
unnamed_lane (RapTimelineItems *self,
              RapKind           kind)
{
  int *index = kind == RAP_KIND_ARTICLE ? &self->articles_lane : &self->none_lane;

  if (*index < 0)
    *index = append_lane (self, "", kind == RAP_KIND_ARTICLE ? RAP_LANE_ARTICLES : RAP_LANE_NONE);
  return *index;
}

static guint32
named_lane (RapTimelineItems *self,
            const char       *name)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->lane_index, name));

  if (index == 0)
    {
      index = append_lane (self, name, RAP_LANE_NAMED) + 1;
      g_hash_table_insert (self->lane_index, g_strdup (name), GUINT_TO_POINTER (index));
    }
  return index - 1;
}

static guint16
flags_of (RapKind        kind,
          const RapEdtf *when,
          RapStatus      status,
          gboolean       contested)
{
  guint16 flags = contested ? RAP_ITEM_CONTESTED : 0;

  if (kind == RAP_KIND_MEETING)
    flags |= status == RAP_STATUS_PLANNED ? RAP_ITEM_PLANNED
             : status == RAP_STATUS_CANCELLED ? RAP_ITEM_CANCELLED
             : status == RAP_STATUS_REPORTED_ONLY ? RAP_ITEM_REPORTED_ONLY : 0;
  if (when == NULL || (when->start_end != RAP_END_GIVEN && when->stop_end != RAP_END_GIVEN))
    return flags | RAP_ITEM_UNDATED;

  flags |= (when->uncertain ? RAP_ITEM_UNCERTAIN : 0)
           | (when->approximate ? RAP_ITEM_APPROXIMATE : 0)
           | (when->interval ? RAP_ITEM_INTERVAL : 0);
  flags |= when->start_end == RAP_END_OPEN ? RAP_ITEM_START_OPEN
           : when->start_end == RAP_END_UNKNOWN ? RAP_ITEM_START_UNKNOWN : 0;
  flags |= when->stop_end == RAP_END_OPEN ? RAP_ITEM_STOP_OPEN
           : when->stop_end == RAP_END_UNKNOWN ? RAP_ITEM_STOP_UNKNOWN : 0;
  return flags;
}

/* The date as it is written, or none: where it lies among the dates, of which
 * the first is empty. */
static void
feed_date (RapTimelineItems *self,
           const RapEdtf    *when)
{
  guint32 place = 0;

  if (when != NULL)
    {
      place = GPOINTER_TO_UINT (g_hash_table_lookup (self->date_index, when->text));
      if (place == 0)
        {
          place = (guint32) self->dates->len;
          g_string_append_len (self->dates, when->text, strlen (when->text) + 1);
          g_hash_table_insert (self->date_index, g_strdup (when->text), GUINT_TO_POINTER (place));
        }
    }
  g_string_append_len (self->feed, (const char *) &place, sizeof place);
}

static const char *
get_date (const RapTimelineItems *self,
          const char             *title)
{
  guint32 place;

  memcpy (&place, title + strlen (title) + 1, sizeof place);
  return place > 0 ? self->dates->str + place : NULL;
}

/* The first of its lanes stands in the event itself, the others elsewhere. */
static void
feed_lanes (RapTimelineItems   *self,
            RapFedEvent        *event,
            const char * const *lanes)
{
  event->more = self->fed_lanes->len;
  if (lanes == NULL || lanes[0] == NULL)
    {
      event->lane = unnamed_lane (self, event->kind);
      return;
    }
  event->lane = named_lane (self, lanes[0]);
  for (guint i = 1; lanes[i] != NULL; i++)
    {
      guint32 lane = named_lane (self, lanes[i]);

      g_array_append_val (self->fed_lanes, lane);
    }
  event->n_more = self->fed_lanes->len - event->more;
}

/* Room for one more. */
static void
make_room (RapTimelineItems *self)
{
  RapFedEvent *larger;

  if (self->n_events < self->room)
    return;
  self->room = MAX (2 * self->room, 64);
  larger = rap_bulk_new (RapFedEvent, self->room);
  if (self->n_events > 0)
    memcpy (larger, self->fed, self->n_events * sizeof *larger);
  g_free (self->fed);
  self->fed = larger;
}

static void
feed_text (RapTimelineItems *self,
           const char       *string)
{
  g_string_append_len (self->feed, string, strlen (string) + 1);
}

void
rap_timeline_items_name_lane (RapTimelineItems *self,
                              const char       *key,
                              const char       *name)
{
  RapItemsLane *lane;
  guint at;

  g_return_if_fail (self != NULL && !self->sorted);
  g_return_if_fail (key != NULL && name != NULL);

  /* first, for a new lane may move the others */
  at = named_lane (self, key);
  lane = &g_array_index (self->lanes, RapItemsLane, at);
  if (g_str_equal (lane->name, name))
    return;
  g_free (lane->name);
  lane->name = g_strdup (name);
}

void
rap_timeline_items_add (RapTimelineItems   *self,
                        RapKind             kind,
                        const char         *id,
                        const char         *title,
                        const RapEdtf      *when,
                        RapStatus           status,
                        guint               n_articles,
                        gboolean            contested,
                        const char * const *lanes)
{
  RapFedEvent event = { .es = RAP_DAY_MAX, .ls = RAP_DAY_MAX, .ee = RAP_DAY_MAX, .le = RAP_DAY_MAX };

  g_return_if_fail (self != NULL && !self->sorted);
  g_return_if_fail (kind == RAP_KIND_MEETING || kind == RAP_KIND_ARTICLE);
  g_return_if_fail (id != NULL && title != NULL);

  event.text = self->feed->len;
  event.weight = n_articles;
  event.hash = rap_timeline_items_hash (kind, id);
  event.flags = flags_of (kind, when, status, contested);
  event.kind = kind;
  event.precision = RAP_PRECISION_NONE;
  if ((event.flags & RAP_ITEM_UNDATED) == 0)
    {
      event.es = when->es;
      event.ls = when->ls;
      event.ee = when->ee;
      event.le = when->le;
      event.precision = when->precision;
    }
  feed_text (self, id);
  feed_text (self, title);
  feed_date (self, when);
  feed_lanes (self, &event, lanes);
  make_room (self);
  self->fed[self->n_events++] = event;
}

static int
compare_lanes (gconstpointer a,
               gconstpointer b)
{
  const RapItemsLane *left = a;
  const RapItemsLane *right = b;

  if (left->kind != right->kind)
    return left->kind < right->kind ? -1 : 1;
  if (left->n_items != right->n_items)
    return left->n_items > right->n_items ? -1 : 1;
  if (left->first_item != right->first_item)
    return left->first_item < right->first_item ? -1 : 1;
  return strcmp (left->name, right->name);
}

static void
count_lanes (RapTimelineItems *self)
{
  RapItemsLane *lanes = (RapItemsLane *) (gpointer) self->lanes->data;

  for (guint i = 0; i < self->lanes->len; i++)
    {
      lanes[i].index = i;
      lanes[i].n_items = 0;
      lanes[i].first_item = G_MAXUINT;
    }
  for (guint i = 0; i < self->n_items; i++)
    {
      RapItemsLane *lane = &lanes[self->lane[i]];

      lane->first_item = MIN (lane->first_item, i);
      lane->n_items++;
    }
}

/* Those that have no items any more are the last of their kind. */
static void
sort_lanes (RapTimelineItems *self)
{
  g_autofree guint32 *to_new = g_new (guint32, MAX (self->lanes->len, 1));

  count_lanes (self);
  g_array_sort (self->lanes, compare_lanes);
  for (guint i = self->lanes->len; i-- > 0;)
    if (g_array_index (self->lanes, RapItemsLane, i).n_items == 0)
      g_array_remove_index (self->lanes, i);
  for (guint i = 0; i < self->lanes->len; i++)
    to_new[g_array_index (self->lanes, RapItemsLane, i).index] = i;
  for (guint i = 0; i < self->n_items; i++)
    self->lane[i] = to_new[self->lane[i]];
  g_hash_table_remove_all (self->lane_index);
}

void
rap_timeline_items_sort (RapTimelineItems *self)
{
  g_return_if_fail (self != NULL);

  if (self->sorted)
    return;
  self->sorted = TRUE;
  rap_timeline_items_make_columns (self);
  sort_lanes (self);
}

/* Moves the items that stay behind one another. */
#define KEEP(column, keep, n) \
  G_STMT_START { \
    for (guint i_ = 0; i_ < (n); i_++) \
      (column)[i_] = (column)[(keep)[i_]]; \
  } G_STMT_END

/* Leaves of each article its first item. */
static void
keep_one_item_of_articles (RapTimelineItems *self)
{
  g_autofree guint32 *keep = g_new (guint32, MAX (self->n_items, 1));
  guint n = 0;

  for (guint i = 0; i < self->n_items; i++)
    if (i == 0 || self->kind[i] != RAP_KIND_ARTICLE || self->event[i] != self->event[i - 1])
      keep[n++] = i;
  if (n == self->n_items)
    return;
  KEEP (self->es, keep, n);
  KEEP (self->ls, keep, n);
  KEEP (self->ee, keep, n);
  KEEP (self->le, keep, n);
  KEEP (self->lane, keep, n);
  KEEP (self->event, keep, n);
  KEEP (self->weight, keep, n);
  KEEP (self->flags, keep, n);
  KEEP (self->kind, keep, n);
  KEEP (self->precision, keep, n);
  self->n_items = n;
}

void
rap_timeline_items_gather_articles (RapTimelineItems *self)
{
  gboolean any = FALSE;
  guint32 lane = 0;

  g_return_if_fail (self != NULL && self->sorted);

  for (guint i = 0; i < self->n_items && !any; i++)
    any = self->kind[i] == RAP_KIND_ARTICLE
          && g_array_index (self->lanes, RapItemsLane, self->lane[i]).kind == RAP_LANE_NAMED;
  if (!any)
    return;
  if (g_array_index (self->lanes, RapItemsLane, 0).kind != RAP_LANE_ARTICLES)
    lane = append_lane (self, "", RAP_LANE_ARTICLES);
  keep_one_item_of_articles (self);
  for (guint i = 0; i < self->n_items; i++)
    if (self->kind[i] == RAP_KIND_ARTICLE)
      self->lane[i] = lane;
  sort_lanes (self);
}

guint
rap_timeline_items_get_n_events (RapTimelineItems *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_events;
}

guint
rap_timeline_items_get_n_dated (RapTimelineItems *self)
{
  g_return_val_if_fail (self != NULL && self->sorted, 0);

  return self->n_dated;
}

guint
rap_timeline_items_get_n_lanes (RapTimelineItems *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->lanes->len;
}

/* Each event has one item at least, so the first of event i is not before i,
 * and as much behind it at most as there are more items than events. */
static guint
first_item_of (const RapTimelineItems *self,
               guint                   event)
{
  guint begin = event;
  guint end = event + (self->n_items - self->n_events);

  while (begin < end)
    {
      guint middle = begin + (end - begin) / 2;

      if (self->event[middle] < event)
        begin = middle + 1;
      else
        end = middle;
    }
  return begin;
}

void
rap_timeline_items_get_event (RapTimelineItems *self,
                              guint             index,
                              RapTimelineEvent *event)
{
  guint first, end;

  g_return_if_fail (self != NULL && self->sorted && index < self->n_events);

  first = first_item_of (self, index);
  for (end = first + 1; end < self->n_items && self->event[end] == index; end++);
  event->id = self->text + self->texts[index];
  event->title = event->id + strlen (event->id) + 1;
  event->when = get_date (self, event->title);
  event->kind = self->kind[first];
  event->first_item = first;
  event->n_items = end - first;
}

void
rap_timeline_items_get_lane (RapTimelineItems *self,
                             guint             index,
                             RapTimelineLane  *lane)
{
  const RapItemsLane *found;

  g_return_if_fail (self != NULL && index < self->lanes->len);

  found = &g_array_index (self->lanes, RapItemsLane, index);
  *lane = (RapTimelineLane) { found->kind, found->name, found->n_items };
}

void
rap_timeline_items_get_columns (RapTimelineItems   *self,
                                RapTimelineColumns *columns)
{
  g_return_if_fail (self != NULL && self->sorted && columns != NULL);

  *columns = (RapTimelineColumns) {
    .n_items = self->n_items,
    .es = self->es, .ls = self->ls, .ee = self->ee, .le = self->le,
    .lane = self->lane, .event = self->event, .weight = self->weight,
    .flags = self->flags, .kind = self->kind, .precision = self->precision,
  };
}

/* The slot in which the search for an event begins. */
static guint
first_slot (const RapTimelineItems *self,
            guint32                 hash)
{
  return (guint) (((guint64) hash * self->n_slots) >> 32);
}

static guint
next_slot (const RapTimelineItems *self,
           guint                   slot)
{
  return slot + 1 < self->n_slots ? slot + 1 : 0;
}

void
rap_timeline_items_index (RapTimelineItems *self)
{
  g_return_if_fail (self != NULL && self->sorted);

  if (self->slots != NULL)
    return;
  self->n_slots = self->n_events + self->n_events / 2 + 1;
  self->slots = rap_bulk_new (guint32, self->n_slots);
  memset (self->slots, 0, self->n_slots * sizeof *self->slots);
  for (guint i = 0; i < self->n_events; i++)
    {
      guint slot = first_slot (self, self->hashes[i]);

      while (self->slots[slot] != 0)
        slot = next_slot (self, slot);
      self->slots[slot] = i + 1;
    }
  g_clear_pointer (&self->hashes, g_free);
}

static gboolean
is_event (RapTimelineItems *self,
          guint             index,
          RapKind           kind,
          const char       *id)
{
  return strcmp (self->text + self->texts[index], id) == 0 && self->kind[first_item_of (self, index)] == kind;
}

gboolean
rap_timeline_items_find (RapTimelineItems *self,
                         RapKind           kind,
                         const char       *id,
                         guint            *event)
{
  g_return_val_if_fail (self != NULL && self->sorted && event != NULL, FALSE);

  if (id == NULL)
    return FALSE;
  rap_timeline_items_index (self);
  for (guint slot = first_slot (self, rap_timeline_items_hash (kind, id)); self->slots[slot] != 0; slot = next_slot (self, slot))
    if (is_event (self, self->slots[slot] - 1, kind, id))
      {
        *event = self->slots[slot] - 1;
        return TRUE;
      }
  return FALSE;
}

gboolean
rap_timeline_items_get_extent (RapTimelineItems *self,
                               gint64           *first,
                               gint64           *last)
{
  g_return_val_if_fail (self != NULL && self->sorted && first != NULL && last != NULL, FALSE);

  if (self->first_day > self->last_day)
    return FALSE;
  *first = self->first_day;
  *last = self->last_day;
  return TRUE;
}

gboolean
rap_timeline_items_get_days (RapTimelineItems *self,
                             guint             event,
                             gint64           *first,
                             gint64           *last)
{
  guint i;

  g_return_val_if_fail (self != NULL && self->sorted && first != NULL && last != NULL, FALSE);

  i = first_item_of (self, event);
  *first = self->es[i] > RAP_DAY_MIN ? self->es[i] : self->ee[i];
  *last = self->le[i] < RAP_DAY_MAX ? self->le[i] : self->ls[i];
  return (self->flags[i] & RAP_ITEM_UNDATED) == 0;
}

gboolean
rap_timeline_items_get_latest (RapTimelineItems *self,
                               gint64           *day)
{
  g_return_val_if_fail (self != NULL && self->sorted && day != NULL, FALSE);

  *day = self->latest;
  return self->latest > RAP_DAY_MIN;
}
