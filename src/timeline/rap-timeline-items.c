/* rap-timeline-items.c
 *
 * The timeline's input as columns. Strings lie behind one another in one
 * growing buffer; an event keeps their offset. An event's items are added
 * together and stay neighbours, so sorting the events sorts the items.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-items.h"

#include <stdlib.h>
#include <string.h>

/* @strings: offset of id, title and when (each zero-terminated; when only with @has_when) */
typedef struct
{
  gsize   strings;
  guint32 first_item;
  guint32 n_items  : 31;
  guint32 has_when : 1;
} Event;

typedef struct
{
  char        *name;
  RapLaneKind  kind;
  guint        n_items;
  guint        first_item;
  guint        index;
} Lane;

/* @head: the first bytes of the id, so that most ids are compared without a look at them */
typedef struct
{
  gint64  es;
  gint64  le;
  guint64 head;
  guint32 event;
} SortKey;

struct _RapTimelineItems
{
  gatomicrefcount  ref_count;
  GArray          *es, *ls, *ee, *le;          /* gint64 */
  GArray          *lane, *event, *weight;      /* guint32 */
  GArray          *flags;                      /* guint16 */
  GArray          *kind, *precision;           /* guint8 */
  GArray          *events;                     /* Event */
  GArray          *lanes;                      /* Lane */
  GByteArray      *strings;
  GHashTable      *lane_index;                 /* owned name → index + 1, named lanes only */
  int              articles_lane;              /* index, -1 = none yet */
  int              none_lane;
  gboolean         sorted;
};

static void
clear_lane (gpointer data)
{
  g_free (((Lane *) data)->name);
}

RapTimelineItems *
rap_timeline_items_new (void)
{
  RapTimelineItems *self = g_new0 (RapTimelineItems, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->es = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->ls = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->ee = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->le = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->lane = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->event = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->weight = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->flags = g_array_new (FALSE, FALSE, sizeof (guint16));
  self->kind = g_array_new (FALSE, FALSE, sizeof (guint8));
  self->precision = g_array_new (FALSE, FALSE, sizeof (guint8));
  self->events = g_array_new (FALSE, FALSE, sizeof (Event));
  self->lanes = g_array_new (FALSE, FALSE, sizeof (Lane));
  g_array_set_clear_func (self->lanes, clear_lane);
  self->strings = g_byte_array_new ();
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

  GArray *arrays[] = { self->es, self->ls, self->ee, self->le, self->lane, self->event,
                       self->weight, self->flags, self->kind, self->precision,
                       self->events, self->lanes };

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_array_unref (arrays[i]);
  g_byte_array_unref (self->strings);
  g_hash_table_unref (self->lane_index);
  g_free (self);
}

static guint
append_lane (RapTimelineItems *self,
             const char       *name,
             RapLaneKind       kind)
{
  Lane lane = { .name = g_strdup (name), .kind = kind, .first_item = self->es->len };

  g_array_append_val (self->lanes, lane);
  return self->lanes->len - 1;
}

static guint
unnamed_lane (RapTimelineItems *self,
              RapKind           kind)
{
  int *index = kind == RAP_KIND_ARTICLE ? &self->articles_lane : &self->none_lane;

  if (*index < 0)
    *index = append_lane (self, "", kind == RAP_KIND_ARTICLE ? RAP_LANE_ARTICLES : RAP_LANE_NONE);
  return *index;
}

static guint
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

static void
append_item (RapTimelineItems *self,
             RapKind           kind,
             const RapEdtf    *when,
             guint16           flags,
             guint32           weight,
             guint32           lane)
{
  const gint64 far = RAP_DAY_MAX;
  gboolean undated = (flags & RAP_ITEM_UNDATED) != 0;
  guint32 event = self->events->len;
  guint8 kind_byte = kind;
  guint8 precision = undated ? RAP_PRECISION_NONE : when->precision;

  g_array_append_val (self->es, *(undated ? &far : &when->es));
  g_array_append_val (self->ls, *(undated ? &far : &when->ls));
  g_array_append_val (self->ee, *(undated ? &far : &when->ee));
  g_array_append_val (self->le, *(undated ? &far : &when->le));
  g_array_append_val (self->lane, lane);
  g_array_append_val (self->event, event);
  g_array_append_val (self->weight, weight);
  g_array_append_val (self->flags, flags);
  g_array_append_val (self->kind, kind_byte);
  g_array_append_val (self->precision, precision);
  g_array_index (self->lanes, Lane, lane).n_items++;
}

static void
append_string (RapTimelineItems *self,
               const char       *string)
{
  g_byte_array_append (self->strings, (const guint8 *) string, strlen (string) + 1);
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
  Event event;
  guint16 flags;

  g_return_if_fail (self != NULL && !self->sorted);
  g_return_if_fail (kind == RAP_KIND_MEETING || kind == RAP_KIND_ARTICLE);
  g_return_if_fail (id != NULL && title != NULL);

  flags = flags_of (kind, when, status, contested);
  event = (Event) { .strings = self->strings->len, .first_item = self->es->len,
                    .has_when = when != NULL };
  append_string (self, id);
  append_string (self, title);
  if (when != NULL)
    append_string (self, when->text);

  for (guint i = 0; lanes != NULL && lanes[i] != NULL; i++)
    append_item (self, kind, when, flags, n_articles, named_lane (self, lanes[i]));
  if (self->es->len == event.first_item)
    append_item (self, kind, when, flags, n_articles, unnamed_lane (self, kind));
  event.n_items = self->es->len - event.first_item;
  g_array_append_val (self->events, event);
}

static const char *
get_id (const RapTimelineItems *self,
        guint                   event)
{
  return (const char *) self->strings->data + g_array_index (self->events, Event, event).strings;
}

static guint64
get_head (const char *id)
{
  guint64 head = 0;

  for (guint i = 0; i < sizeof head; i++)
    {
      head = head << 8 | (guchar) *id;
      id += *id != '\0';
    }
  return head;
}

static int
compare_keys (const void *a,
              const void *b,
              void       *user_data)
{
  const SortKey *left = a;
  const SortKey *right = b;

  if (left->es != right->es)
    return left->es < right->es ? -1 : 1;
  if (left->le != right->le)
    return left->le < right->le ? -1 : 1;
  if (left->head != right->head)
    return left->head < right->head ? -1 : 1;
  return strcmp (get_id (user_data, left->event), get_id (user_data, right->event));
}

static SortKey *
make_keys (RapTimelineItems *self)
{
  SortKey *keys = g_new (SortKey, MAX (self->events->len, 1));

  for (guint i = 0; i < self->events->len; i++)
    {
      guint item = g_array_index (self->events, Event, i).first_item;

      keys[i] = (SortKey) { g_array_index (self->es, gint64, item), g_array_index (self->le, gint64, item),
                            get_head (get_id (self, i)), i };
    }
  return keys;
}

/* How many days there are from the first to the last beginning; 0 when that is
 * more than there are keys, so that counting is no gain. */
static gsize
count_days (const SortKey *keys,
            guint          n,
            gint64        *first)
{
  gint64 last = G_MININT64;

  *first = G_MAXINT64;
  for (guint i = 0; i < n; i++)
    if (keys[i].es != RAP_DAY_MIN && keys[i].es != RAP_DAY_MAX)
      {
        *first = MIN (*first, keys[i].es);
        last = MAX (last, keys[i].es);
      }
  return *first <= last && (guint64) (last - *first) < n ? (gsize) (last - *first) + 1 : 0;
}

/* The day of the beginning, from 1; what has none comes first or last. */
static gsize
get_slot (const SortKey *key,
          gint64         first,
          gsize          n_days)
{
  if (key->es == RAP_DAY_MIN)
    return 0;
  return key->es == RAP_DAY_MAX ? n_days + 1 : (gsize) (key->es - first) + 1;
}

/* In order; by day of beginning first, as many begin on one day. (transfer full) */
static SortKey *
sorted_keys (RapTimelineItems *self)
{
  guint n = self->events->len;
  SortKey *keys = make_keys (self);
  gint64 first;
  gsize n_days = count_days (keys, n, &first);
  g_autofree guint *ends = NULL;
  SortKey *sorted;

  if (n_days == 0)
    {
      qsort_r (keys, n, sizeof (SortKey), compare_keys, self);
      return keys;
    }
  ends = g_new0 (guint, n_days + 3);
  sorted = g_new (SortKey, n);
  for (guint i = 0; i < n; i++)
    ends[get_slot (&keys[i], first, n_days) + 1]++;
  for (gsize i = 1; i < n_days + 3; i++)
    ends[i] += ends[i - 1];
  for (guint i = 0; i < n; i++)
    sorted[ends[get_slot (&keys[i], first, n_days)]++] = keys[i];
  for (gsize i = 0; i < n_days + 2; i++)
    {
      guint begin = i > 0 ? ends[i - 1] : 0;

      qsort_r (sorted + begin, ends[i] - begin, sizeof (SortKey), compare_keys, self);
    }
  g_free (keys);
  return sorted;
}

/* Replaces a column by the @n items of it in the new order. */
static void
permute (GArray       **column,
         const guint32 *order,
         guint          n)
{
  GArray *old = *column;
  guint size = g_array_get_element_size (old);
  GArray *new = g_array_sized_new (FALSE, FALSE, size, n);

  g_array_set_size (new, n);
  for (guint i = 0; i < n; i++)
    memcpy (new->data + (gsize) i * size, old->data + (gsize) order[i] * size, size);
  g_array_unref (old);
  *column = new;
}

static void
permute_columns (RapTimelineItems *self,
                 const guint32    *order,
                 guint             n)
{
  GArray **columns[] = { &self->es, &self->ls, &self->ee, &self->le, &self->lane,
                         &self->event, &self->weight, &self->flags, &self->kind,
                         &self->precision };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    permute (columns[i], order, n);
}

static void
sort_events (RapTimelineItems *self)
{
  g_autofree SortKey *keys = sorted_keys (self);
  GArray *events = g_array_sized_new (FALSE, FALSE, sizeof (Event), self->events->len);
  g_autofree guint32 *order = g_new (guint32, MAX (self->es->len, 1));
  guint n = 0;

  for (guint i = 0; i < self->events->len; i++)
    {
      Event event = g_array_index (self->events, Event, keys[i].event);
      guint first = n;

      for (guint j = 0; j < event.n_items; j++)
        order[n++] = event.first_item + j;
      event.first_item = first;
      g_array_append_val (events, event);
    }
  g_array_unref (self->events);
  self->events = events;
  permute_columns (self, order, n);

  for (guint i = 0; i < events->len; i++)
    {
      Event *event = &g_array_index (events, Event, i);

      for (guint j = 0; j < event->n_items; j++)
        g_array_index (self->event, guint32, event->first_item + j) = i;
    }
}

static int
compare_lanes (gconstpointer a,
               gconstpointer b)
{
  const Lane *left = a;
  const Lane *right = b;

  if (left->kind != right->kind)
    return left->kind < right->kind ? -1 : 1;
  if (left->n_items != right->n_items)
    return left->n_items > right->n_items ? -1 : 1;
  if (left->first_item != right->first_item)
    return left->first_item < right->first_item ? -1 : 1;
  return strcmp (left->name, right->name);
}

static void
sort_lanes (RapTimelineItems *self)
{
  g_autofree guint32 *to_new = g_new (guint32, MAX (self->lanes->len, 1));

  for (guint i = 0; i < self->lanes->len; i++)
    {
      g_array_index (self->lanes, Lane, i).index = i;
      g_array_index (self->lanes, Lane, i).first_item = G_MAXUINT;
    }
  for (guint i = self->es->len; i-- > 0;)
    g_array_index (self->lanes, Lane, g_array_index (self->lane, guint32, i)).first_item = i;
  g_array_sort (self->lanes, compare_lanes);

  for (guint i = 0; i < self->lanes->len; i++)
    to_new[g_array_index (self->lanes, Lane, i).index] = i;
  for (guint i = 0; i < self->lane->len; i++)
    g_array_index (self->lane, guint32, i) = to_new[g_array_index (self->lane, guint32, i)];
  g_hash_table_remove_all (self->lane_index);
}

void
rap_timeline_items_sort (RapTimelineItems *self)
{
  g_return_if_fail (self != NULL);

  if (self->sorted)
    return;

  self->sorted = TRUE;
  sort_events (self);
  sort_lanes (self);
}

/* Leaves of each article its first item. */
static void
keep_one_item_of_articles (RapTimelineItems *self)
{
  g_autofree guint32 *order = g_new (guint32, MAX (self->es->len, 1));
  guint n = 0;

  for (guint i = 0; i < self->events->len; i++)
    {
      Event *event = &g_array_index (self->events, Event, i);
      guint first = n;

      if (g_array_index (self->kind, guint8, event->first_item) == RAP_KIND_ARTICLE)
        event->n_items = 1;
      for (guint j = 0; j < event->n_items; j++)
        order[n++] = event->first_item + j;
      event->first_item = first;
    }
  permute_columns (self, order, n);
}

static void
drop_empty_lanes (RapTimelineItems *self)
{
  g_autofree guint32 *to_new = g_new0 (guint32, MAX (self->lanes->len, 1));
  guint n = 0;

  for (guint i = 0; i < self->lanes->len; i++)
    {
      to_new[i] = n;
      n += g_array_index (self->lanes, Lane, i).n_items > 0;
    }
  for (guint i = 0; i < self->lane->len; i++)
    g_array_index (self->lane, guint32, i) = to_new[g_array_index (self->lane, guint32, i)];
  for (guint i = self->lanes->len; i-- > 0;)
    if (g_array_index (self->lanes, Lane, i).n_items == 0)
      g_array_remove_index (self->lanes, i);
}

void
rap_timeline_items_gather_articles (RapTimelineItems *self)
{
  guint lane;

  g_return_if_fail (self != NULL && self->sorted);

  lane = self->lanes->len;
  if (lane == 0)
    return;
  if (g_array_index (self->lanes, Lane, 0).kind == RAP_LANE_ARTICLES)
    lane = 0;
  else
    append_lane (self, "", RAP_LANE_ARTICLES);
  keep_one_item_of_articles (self);
  for (guint i = 0; i < self->lanes->len; i++)
    g_array_index (self->lanes, Lane, i).n_items = 0;
  for (guint i = 0; i < self->es->len; i++)
    {
      if (g_array_index (self->kind, guint8, i) == RAP_KIND_ARTICLE)
        g_array_index (self->lane, guint32, i) = lane;
      g_array_index (self->lanes, Lane, g_array_index (self->lane, guint32, i)).n_items++;
    }
  drop_empty_lanes (self);
  sort_lanes (self);
}

guint
rap_timeline_items_get_n_events (RapTimelineItems *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->events->len;
}

guint
rap_timeline_items_get_n_lanes (RapTimelineItems *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->lanes->len;
}

void
rap_timeline_items_get_event (RapTimelineItems *self,
                              guint             index,
                              RapTimelineEvent *event)
{
  const Event *found;

  g_return_if_fail (self != NULL && index < self->events->len);

  found = &g_array_index (self->events, Event, index);
  event->id = (const char *) self->strings->data + found->strings;
  event->title = event->id + strlen (event->id) + 1;
  event->when = found->has_when ? event->title + strlen (event->title) + 1 : NULL;
  event->kind = g_array_index (self->kind, guint8, found->first_item);
  event->first_item = found->first_item;
  event->n_items = found->n_items;
}

void
rap_timeline_items_get_lane (RapTimelineItems *self,
                             guint             index,
                             RapTimelineLane  *lane)
{
  const Lane *found;

  g_return_if_fail (self != NULL && index < self->lanes->len);

  found = &g_array_index (self->lanes, Lane, index);
  *lane = (RapTimelineLane) { found->kind, found->name, found->n_items };
}

void
rap_timeline_items_get_columns (RapTimelineItems   *self,
                                RapTimelineColumns *columns)
{
  g_return_if_fail (self != NULL && columns != NULL);

  *columns = (RapTimelineColumns) {
    .n_items = self->es->len,
    .es = (const gint64 *) self->es->data,
    .ls = (const gint64 *) self->ls->data,
    .ee = (const gint64 *) self->ee->data,
    .le = (const gint64 *) self->le->data,
    .lane = (const guint32 *) self->lane->data,
    .event = (const guint32 *) self->event->data,
    .weight = (const guint32 *) self->weight->data,
    .flags = (const guint16 *) self->flags->data,
    .kind = (const guint8 *) self->kind->data,
    .precision = (const guint8 *) self->precision->data,
  };
}

gboolean
rap_timeline_items_find (RapTimelineItems *self,
                         RapKind           kind,
                         const char       *id,
                         guint            *event)
{
  g_return_val_if_fail (self != NULL && event != NULL, FALSE);

  for (guint i = 0; id != NULL && i < self->events->len; i++)
    {
      RapTimelineEvent found;

      rap_timeline_items_get_event (self, i, &found);
      if (found.kind == kind && strcmp (found.id, id) == 0)
        {
          *event = i;
          return TRUE;
        }
    }
  return FALSE;
}

/* Ends that have no number, and dates beyond any window, do not count. */
static void
widen (gint64  day,
       gint64 *first,
       gint64 *last)
{
  if (day <= RAP_DAY_MIN || day >= RAP_DAY_MAX)
    return;
  *first = MIN (*first, day);
  *last = MAX (*last, day);
}

gboolean
rap_timeline_items_get_extent (RapTimelineItems *self,
                               gint64           *first,
                               gint64           *last)
{
  gint64 low = G_MAXINT64;
  gint64 high = G_MININT64;

  g_return_val_if_fail (self != NULL && first != NULL && last != NULL, FALSE);

  for (guint i = 0; i < self->es->len; i++)
    {
      widen (g_array_index (self->es, gint64, i), &low, &high);
      widen (g_array_index (self->ls, gint64, i), &low, &high);
      widen (g_array_index (self->ee, gint64, i), &low, &high);
      widen (g_array_index (self->le, gint64, i), &low, &high);
    }
  if (low > high)
    return FALSE;
  *first = low;
  *last = high;
  return TRUE;
}
