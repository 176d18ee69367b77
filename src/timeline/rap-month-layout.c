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

void
rap_week_get_number (gint64  day,
                     gint64 *year,
                     int    *week)
{
  gint64 thursday = day - rap_day_get_weekday (day) + 4;
  int month, day_of_month;

  rap_day_to_ymd (thursday, year, &month, &day_of_month);
  *week = (int) ((thursday - rap_day_from_ymd (*year, 1, 1)) / 7) + 1;
}

static gint64
find_week (gint64 day,
           int    first_weekday)
{
  return day - (rap_day_get_weekday (day) - first_weekday + 7) % 7;
}

static void
find_page (RapMonthLayout *self,
           gint64          day,
           int             first_weekday)
{
  gint64 year;
  int month, day_of_month;

  if (self->n_weeks == 1)
    {
      self->start = self->first = find_week (day, first_weekday);
      self->last = self->first + 7;
      return;
    }
  rap_day_to_ymd (day, &year, &month, &day_of_month);
  self->first = rap_day_from_ymd (year, month, 1);
  self->last = self->first + rap_month_get_length (year, month);
  self->start = find_week (self->first, first_weekday);
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
find_slot (guint64 *taken,
           guint    first,
           guint    last,
           guint    capacity)
{
  for (guint slot = 0; slot < capacity; slot++)
    {
      gboolean free = TRUE;

      for (guint column = first; column <= last; column++)
        free = free && (taken[column] & (G_GUINT64_CONSTANT (1) << slot)) == 0;
      if (free)
        return slot;
    }
  return capacity;
}

/* Gives those bars of a week that are (or are not) meetings their slots. */
static void
place_bars (GArray                   *bars,
            const RapTimelineColumns *columns,
            gboolean                  meetings,
            guint64                  *taken,
            guint                     capacity)
{
  for (guint i = 0; i < bars->len; i++)
    {
      RapMonthBar *bar = &g_array_index (bars, RapMonthBar, i);

      if ((columns->kind[bar->item] == RAP_KIND_MEETING) != meetings)
        continue;
      bar->slot = find_slot (taken, bar->first, bar->last, capacity);
      for (guint column = bar->first; bar->slot < capacity && column <= bar->last; column++)
        taken[column] |= G_GUINT64_CONSTANT (1) << bar->slot;
    }
}

/* Lays the bars of one week. */
static void
place_week (RapMonthLayout           *self,
            const RapTimelineColumns *columns,
            GArray                   *bars,
            guint                     capacity)
{
  guint64 taken[7] = { 0 };

  place_bars (bars, columns, TRUE, taken, capacity);
  place_bars (bars, columns, FALSE, taken, capacity);
  for (guint i = 0; i < bars->len; i++)
    {
      const RapMonthBar *bar = &g_array_index (bars, RapMonthBar, i);

      g_array_append_vals (bar->slot < capacity ? self->bars : self->hidden, bar, 1);
      if (bar->slot == capacity)
        self->n_hidden[bar->week * 7 + bar->first]++;
    }
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
  for (guint week = 0; week < self->n_weeks; week++)
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
sort_out (RapMonthLayout           *self,
          const RapTimelineColumns *columns,
          GArray                  **weeks,
          GArray                   *banded)
{
  for (guint i = 0; i < columns->n_items; i++)
    {
      guint event = columns->event[i];
      gint64 from, to;
      gboolean open;

      if ((i > 0 && event == columns->event[i - 1]) || columns->flags[i] & RAP_ITEM_UNDATED)
        continue;
      if (get_days (columns, i, &from, &to, &open))
        add_bar (self, weeks, event, i, from, to, open);
      else if (from < self->last && to > self->first)
        {
          Banded entry = { to - from, event };

          g_array_append_val (banded, entry);
        }
    }
}

static RapMonthLayout *
lay_page (RapTimelineItems *items,
          gint64            day,
          int               first_weekday,
          guint             capacity,
          guint             n_weeks)
{
  RapMonthLayout *self;
  GArray *weeks[RAP_MONTH_WEEKS];
  g_autoptr (GArray) banded = g_array_new (FALSE, FALSE, sizeof (Banded));
  RapTimelineColumns columns;

  g_return_val_if_fail (items != NULL, NULL);
  g_return_val_if_fail (first_weekday >= 1 && first_weekday <= 7, NULL);
  g_return_val_if_fail (capacity >= 1 && capacity <= RAP_MONTH_MAX_CAPACITY, NULL);

  self = g_new0 (RapMonthLayout, 1);
  self->n_weeks = n_weeks;
  self->bars = g_array_new (FALSE, FALSE, sizeof (RapMonthBar));
  self->hidden = g_array_new (FALSE, FALSE, sizeof (RapMonthBar));
  self->band = g_array_new (FALSE, FALSE, sizeof (guint));
  find_page (self, day, first_weekday);
  for (guint i = 0; i < n_weeks; i++)
    weeks[i] = g_array_new (FALSE, FALSE, sizeof (RapMonthBar));
  rap_timeline_items_get_columns (items, &columns);
  sort_out (self, &columns, weeks, banded);
  fill_band (self, banded);
  for (guint i = 0; i < n_weeks; i++)
    {
      place_week (self, &columns, weeks[i], capacity);
      g_array_unref (weeks[i]);
    }
  return self;
}

RapMonthLayout *
rap_month_layout_new (RapTimelineItems *items,
                      gint64            day,
                      int               first_weekday,
                      guint             capacity)
{
  return lay_page (items, day, first_weekday, capacity, RAP_MONTH_WEEKS);
}

RapMonthLayout *
rap_week_layout_new (RapTimelineItems *items,
                     gint64            day,
                     int               first_weekday,
                     guint             capacity)
{
  return lay_page (items, day, first_weekday, capacity, 1);
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
