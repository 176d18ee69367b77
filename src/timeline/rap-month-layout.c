/* rap-month-layout.c
 *
 * Weeks, slots and the band. Events come in time order, so giving each the
 * first slot that is free on all its days keeps earlier things above later ones.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-month-layout.h"

static gint64
floor_div (gint64 a,
           gint64 b)
{
  return a / b - (a % b != 0 && (a < 0) != (b < 0));
}

gint64
rap_month_add (gint64 day,
               int    months)
{
  gint64 year;
  int month, day_of_month;
  gint64 index;

  rap_day_to_ymd (day, &year, &month, &day_of_month);
  index = year * 12 + month - 1 + months;
  year = floor_div (index, 12);
  month = (int) (index - year * 12) + 1;
  return rap_day_from_ymd (year, month, MIN (day_of_month, rap_month_get_length (year, month)));
}

static void
find_page (RapMonthLayout *self,
           gint64          day,
           int             first_weekday)
{
  gint64 year;
  int month, day_of_month;

  rap_day_to_ymd (day, &year, &month, &day_of_month);
  self->first = rap_day_from_ymd (year, month, 1);
  self->last = self->first + rap_month_get_length (year, month);
  self->start = self->first - (rap_day_get_weekday (self->first) - first_weekday + 7) % 7;
}

/* The days between which it lies; of one that is open or unknown on one side,
 * those of the other end. TRUE when all of this is known to the day. */
static gboolean
get_days (const RapTimelineColumns *columns,
          guint                     item,
          gint64                   *from,
          gint64                   *to,
          gboolean                 *open)
{
  guint flags = columns->flags[item];
  gboolean no_start = (flags & (RAP_ITEM_START_OPEN | RAP_ITEM_START_UNKNOWN)) != 0;
  gboolean no_stop = (flags & (RAP_ITEM_STOP_OPEN | RAP_ITEM_STOP_UNKNOWN)) != 0;

  *open = no_start || no_stop;
  *from = no_start ? columns->ee[item] : columns->es[item];
  *to = no_stop ? columns->ls[item] : columns->le[item];
  if ((flags & RAP_ITEM_INTERVAL) == 0)
    return *to - *from == 1;
  return (no_start || columns->ls[item] - columns->es[item] == 1)
         && (no_stop || columns->le[item] - columns->ee[item] == 1);
}

static guint
find_slot (guint8 *taken,
           guint   first,
           guint   last,
           guint   capacity)
{
  for (guint slot = 0; slot < capacity; slot++)
    {
      gboolean free = TRUE;

      for (guint column = first; column <= last; column++)
        free = free && (taken[column] & (1 << slot)) == 0;
      if (free)
        return slot;
    }
  return capacity;
}

/* Lays the bars of one week. */
static void
place_week (RapMonthLayout *self,
            GArray         *bars,
            guint           capacity)
{
  g_autoptr (GArray) left_over = g_array_new (FALSE, FALSE, sizeof (RapMonthBar));
  guint8 taken[7] = { 0 };

  for (guint i = 0; i < bars->len; i++)
    {
      RapMonthBar *bar = &g_array_index (bars, RapMonthBar, i);

      bar->slot = find_slot (taken, bar->first, bar->last, capacity);
      if (bar->slot == capacity)
        g_array_append_vals (left_over, bar, 1);
      else
        for (guint column = bar->first; column <= bar->last; column++)
          taken[column] |= 1 << bar->slot;
    }
  for (guint i = 0; i < left_over->len; i++)
    {
      RapMonthBar *bar = &g_array_index (left_over, RapMonthBar, i);

      self->n_hidden[bar->week * 7 + bar->first]++;
    }
  g_array_append_vals (self->hidden, left_over->data, left_over->len);
  for (guint i = 0; i < bars->len; i++)
    if (g_array_index (bars, RapMonthBar, i).slot < capacity)
      g_array_append_vals (self->bars, &g_array_index (bars, RapMonthBar, i), 1);
}

static void
add_bar (RapMonthLayout *self,
         GArray        **weeks,
         guint           event,
         guint           item,
         gint64          from,
         gint64          to,
         gboolean        open)
{
  for (guint week = 0; week < RAP_MONTH_WEEKS; week++)
    {
      gint64 monday = self->start + week * 7;
      RapMonthBar bar = { .event = event, .item = item, .week = week, .open = open };

      if (to <= monday || from >= monday + 7)
        continue;
      bar.from_before = from < monday;
      bar.goes_on = to > monday + 7;
      bar.first = MAX (from - monday, 0);
      bar.last = MIN (to - monday, 7) - 1;
      g_array_append_val (weeks[week], bar);
    }
}

typedef struct
{
  gint64 length;
  guint  event;
} Banded;

static int
compare_banded (gconstpointer a,
                gconstpointer b)
{
  const Banded *left = a;
  const Banded *right = b;

  if (left->length != right->length)
    return left->length < right->length ? -1 : 1;
  return left->event < right->event ? -1 : left->event > right->event;
}

static void
fill_band (RapMonthLayout *self,
           GArray         *banded)
{
  g_array_sort (banded, compare_banded);
  for (guint i = 0; i < banded->len; i++)
    g_array_append_val (self->band, g_array_index (banded, Banded, i).event);
}

static void
sort_out (RapMonthLayout   *self,
          RapTimelineItems *items,
          GArray          **weeks,
          GArray           *banded)
{
  RapTimelineColumns columns;
  guint n = rap_timeline_items_get_n_events (items);

  rap_timeline_items_get_columns (items, &columns);
  for (guint i = 0; i < n; i++)
    {
      RapTimelineEvent event;
      gint64 from, to;
      gboolean open;

      rap_timeline_items_get_event (items, i, &event);
      if (columns.flags[event.first_item] & RAP_ITEM_UNDATED)
        continue;
      if (get_days (&columns, event.first_item, &from, &to, &open))
        add_bar (self, weeks, i, event.first_item, from, to, open);
      else if (from < self->last && to > self->first)
        {
          Banded entry = { to - from, i };

          g_array_append_val (banded, entry);
        }
    }
}

RapMonthLayout *
rap_month_layout_new (RapTimelineItems *items,
                      gint64            day,
                      int               first_weekday,
                      guint             capacity)
{
  RapMonthLayout *self;
  GArray *weeks[RAP_MONTH_WEEKS];
  g_autoptr (GArray) banded = g_array_new (FALSE, FALSE, sizeof (Banded));

  g_return_val_if_fail (items != NULL, NULL);
  g_return_val_if_fail (first_weekday >= 1 && first_weekday <= 7, NULL);
  g_return_val_if_fail (capacity >= 1 && capacity <= 8, NULL);

  self = g_new0 (RapMonthLayout, 1);
  self->bars = g_array_new (FALSE, FALSE, sizeof (RapMonthBar));
  self->hidden = g_array_new (FALSE, FALSE, sizeof (RapMonthBar));
  self->band = g_array_new (FALSE, FALSE, sizeof (guint));
  find_page (self, day, first_weekday);
  for (guint i = 0; i < RAP_MONTH_WEEKS; i++)
    weeks[i] = g_array_new (FALSE, FALSE, sizeof (RapMonthBar));
  sort_out (self, items, weeks, banded);
  fill_band (self, banded);
  for (guint i = 0; i < RAP_MONTH_WEEKS; i++)
    {
      place_week (self, weeks[i], capacity);
      g_array_unref (weeks[i]);
    }
  return self;
}

void
rap_month_layout_free (RapMonthLayout *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->bars);
  g_array_unref (self->hidden);
  g_array_unref (self->band);
  g_free (self);
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  guint left = *(const guint *) a;
  guint right = *(const guint *) b;

  return left < right ? -1 : left > right;
}

GArray *
rap_month_layout_get_day (RapMonthLayout *self,
                          gint64          day)
{
  GArray *events = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray *sources[] = { self->bars, self->hidden };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    for (guint j = 0; j < sources[i]->len; j++)
      {
        const RapMonthBar *bar = &g_array_index (sources[i], RapMonthBar, j);
        gint64 monday = self->start + bar->week * 7;

        if (day >= monday + bar->first && day <= monday + bar->last)
          g_array_append_val (events, bar->event);
      }
  g_array_sort (events, compare_events);
  return events;
}
