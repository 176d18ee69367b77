/* rap-timeline-words.c
 *
 * What the timeline says. Numbers from the timeline layer become whole,
 * translated sentences here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-words.h"

#include <glib/gi18n.h>

#include "rap-words.h"

static char *
year_of (const RapTick *tick)
{
  return rap_words_year (tick->bce ? 1 - tick->year : tick->year);
}

char *
rap_timeline_words_major (const RapTicks *ticks,
                          const RapTick  *tick)
{
  return ticks->major_unit == RAP_TICK_MONTH ? rap_words_month (tick->day) : year_of (tick);
}

char *
rap_timeline_words_minor (const RapTicks *ticks,
                          const RapTick  *tick)
{
  if (ticks->minor_unit == RAP_TICK_DAY || ticks->minor_unit == RAP_TICK_WEEK)
    return g_strdup_printf ("%d", tick->day_of_month);
  if (ticks->minor_unit == RAP_TICK_MONTH || ticks->minor_unit == RAP_TICK_QUARTER)
    return rap_words_month_short (tick->month);
  return year_of (tick);
}

const char *
rap_timeline_words_title (const RapTimelineEvent *event)
{
  if (event->title[0] != '\0')
    return event->title;
  return event->kind == RAP_KIND_ARTICLE ? _("Article without a title") : _("Meeting without a title");
}

static char *
date_in_words (const char *when)
{
  g_autoptr (RapEdtf) date = when != NULL ? rap_edtf_parse (when, NULL) : NULL;

  return date != NULL ? rap_words_edtf (date) : g_strdup (_("without a date"));
}

static const char *
remark_on (guint flags)
{
  if (flags & RAP_ITEM_PLANNED)
    return _("planned");
  if (flags & RAP_ITEM_CANCELLED)
    return _("cancelled");
  if (flags & RAP_ITEM_REPORTED_ONLY)
    return _("reported only");
  return NULL;
}

char *
rap_timeline_words_event (RapTimelineItems *items,
                          guint             index)
{
  g_autofree char *date = NULL;
  RapTimelineColumns columns;
  RapTimelineEvent event;
  GString *sentence;
  guint flags;

  rap_timeline_items_get_event (items, index, &event);
  rap_timeline_items_get_columns (items, &columns);
  flags = columns.flags[event.first_item];
  date = date_in_words (event.when);
  sentence = g_string_new (NULL);
  if (event.kind == RAP_KIND_ARTICLE && event.when == NULL)
    g_string_append_printf (sentence, _("Article “%s”, without a date of publication"), rap_timeline_words_title (&event));
  else if (event.kind == RAP_KIND_ARTICLE)
    /* Translators: an article, its title and when it was published */
    g_string_append_printf (sentence, _("Article “%1$s”, published %2$s"), rap_timeline_words_title (&event), date);
  else
    /* Translators: a meeting's title and when it happened */
    g_string_append_printf (sentence, C_("meeting", "%1$s, %2$s"), rap_timeline_words_title (&event), date);
  if (remark_on (flags) != NULL)
    g_string_append_printf (sentence, C_("remark", ", %s"), remark_on (flags));
  if (flags & RAP_ITEM_CONTESTED)
    g_string_append_printf (sentence, C_("remark", ", %s"), _("contested"));
  return g_string_free (sentence, FALSE);
}

char *
rap_timeline_words_status (RapTimelineItems *items,
                           guint             index)
{
  RapTimelineColumns columns;
  RapTimelineEvent event;
  const char *remark;
  guint flags;

  rap_timeline_items_get_event (items, index, &event);
  rap_timeline_items_get_columns (items, &columns);
  flags = columns.flags[event.first_item];
  remark = remark_on (flags);
  if (remark != NULL && flags & RAP_ITEM_CONTESTED)
    return g_strconcat (remark, C_("list", ", "), _("contested"), NULL);
  return g_strdup (remark != NULL ? remark : flags & RAP_ITEM_CONTESTED ? _("contested") : "");
}

char *
rap_timeline_words_lanes (RapTimelineItems *items,
                          guint             index)
{
  g_autoptr (GString) names = g_string_new (NULL);
  RapTimelineColumns columns;
  RapTimelineEvent event;

  rap_timeline_items_get_event (items, index, &event);
  rap_timeline_items_get_columns (items, &columns);
  for (guint i = event.first_item; i < event.first_item + event.n_items; i++)
    {
      RapTimelineLane lane;

      rap_timeline_items_get_lane (items, columns.lane[i], &lane);
      if (lane.kind != RAP_LANE_NAMED)
        continue;
      if (names->len > 0)
        g_string_append (names, C_("list", ", "));
      g_string_append (names, lane.name);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static char *
short_day (gint64   day,
           gboolean with_year)
{
  g_autofree char *month_words = NULL;
  g_autofree char *year_words = NULL;
  gint64 year;
  int month, day_of_month;

  rap_day_to_ymd (day, &year, &month, &day_of_month);
  month_words = rap_words_month_short (month);
  if (!with_year)
    /* Translators: day and short month, "15 Nov" */
    return g_strdup_printf (C_("short date", "%1$d %2$s"), day_of_month, month_words);
  year_words = rap_words_year (year);
  /* Translators: day, short month and year, "15 Nov 2020" */
  return g_strdup_printf (C_("short date", "%1$d %2$s %3$s"), day_of_month, month_words, year_words);
}

static char *
short_month (gint64 day)
{
  g_autofree char *month_words = NULL;
  g_autofree char *year_words = NULL;
  gint64 year;
  int month, day_of_month;

  rap_day_to_ymd (day, &year, &month, &day_of_month);
  month_words = rap_words_month_short (month);
  year_words = rap_words_year (year);
  /* Translators: short month and year, "Nov 2020" */
  return g_strdup_printf (C_("short date", "%1$s %2$s"), month_words, year_words);
}

/* One end of a date, by how much doubt it has. */
static char *
short_unit (gint64 first,
            gint64 last)
{
  gint64 year;
  int month, day;

  if (last - first == 1)
    return short_day (first, TRUE);
  if (last - first <= 31)
    return short_month (first);
  rap_day_to_ymd (first, &year, &month, &day);
  return last - first <= 366 ? rap_words_year (year) : NULL;
}

/* Two days of one year name it once; of one month, that too. */
static char *
short_days (gint64 first,
            gint64 last)
{
  g_autofree char *from = NULL;
  g_autofree char *to = short_day (last, TRUE);
  gint64 year, last_year;
  int month, last_month, day, last_day;

  rap_day_to_ymd (first, &year, &month, &day);
  rap_day_to_ymd (last, &last_year, &last_month, &last_day);
  if (year == last_year && month == last_month)
    /* Translators: some days of one month, "14–18 Nov 2020" */
    return g_strdup_printf (C_("short date", "%1$d–%2$s"), day, to);
  from = short_day (first, year != last_year);
  return g_strdup_printf (C_("short date", "%1$s – %2$s"), from, to);
}

static char *
short_interval (const RapEdtf *date)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (date->ls - date->es == 1 && date->le - date->ee == 1)
    return short_days (date->es, date->ee);
  if (date->start_end == RAP_END_GIVEN)
    from = short_unit (date->es, date->ls);
  if (date->stop_end == RAP_END_GIVEN)
    to = short_unit (date->ee, date->le);
  if (from != NULL && to != NULL)
    return g_strdup_printf (C_("short date", "%1$s – %2$s"), from, to);
  if (from != NULL)
    /* Translators: a beginning whose end is open, "from 16 Nov 2020" */
    return g_strdup_printf (C_("short date", "from %s"), from);
  if (to != NULL)
    return g_strdup_printf (C_("short date", "until %s"), to);
  return g_strdup (date->text);
}

/* One of several days, or all of them, by their hull. */
static char *
short_set (const RapEdtf *date)
{
  g_autofree char *days = NULL;

  if (date->start_end != RAP_END_GIVEN || date->stop_end != RAP_END_GIVEN)
    return short_interval (date);
  days = short_days (date->es, date->le - 1);
  if (date->set == RAP_EDTF_ALL_OF)
    return g_steal_pointer (&days);
  /* Translators: one day out of some, "some day of 14–18 Nov 2020" */
  return g_strdup_printf (C_("short date", "some day of %s"), days);
}

static char *
short_date (const RapEdtf *date)
{
  if (date->set != RAP_EDTF_NO_SET && date->le - date->es > 1)
    return short_set (date);
  return date->interval ? short_interval (date) : short_unit (date->es, date->le);
}

char *
rap_timeline_words_date (RapTimelineItems *items,
                         guint             index)
{
  g_autoptr (RapEdtf) date = NULL;
  g_autofree char *words = NULL;
  RapTimelineEvent event;

  rap_timeline_items_get_event (items, index, &event);
  date = event.when != NULL ? rap_edtf_parse (event.when, NULL) : NULL;
  if (date == NULL)
    return NULL;
  words = short_date (date);
  if (words == NULL)
    return g_strdup (date->text);
  return g_strconcat (date->approximate ? "~" : "", words, date->uncertain ? "?" : "", NULL);
}

char *
rap_timeline_words_lane (RapTimelineItems *items,
                         guint             index)
{
  RapTimelineLane lane;

  rap_timeline_items_get_lane (items, index, &lane);
  switch (lane.kind)
    {
    case RAP_LANE_ARTICLES:
      return g_strdup (_("Articles"));
    case RAP_LANE_NONE:
      return g_strdup (rap_timeline_items_get_n_lanes (items) > 1
                       ? C_("timeline lane", "Others") : C_("timeline lane", "Meetings"));
    case RAP_LANE_NAMED:
    default:
      return g_strdup (lane.name);
    }
}

char *
rap_timeline_words_proxy (RapTimelineItems *items,
                          guint             item,
                          guint             count,
                          guint             number,
                          guint             n_marks)
{
  g_autofree char *sentence = NULL;
  g_autofree char *lane = NULL;
  RapTimelineColumns columns;

  rap_timeline_items_get_columns (items, &columns);
  lane = rap_timeline_words_lane (items, columns.lane[item]);
  sentence = rap_timeline_words_event (items, columns.event[item]);
  if (count > 1)
    /* Translators: for a screen reader: a mark of the timeline that stands for several events */
    return g_strdup_printf (ngettext ("%1$u of %2$u, %3$u event from: %4$s, lane %5$s",
                                      "%1$u of %2$u, %3$u events from: %4$s, lane %5$s", count),
                            number, n_marks, count, sentence, lane);
  /* Translators: for a screen reader: number of the mark, how many there are, the event, its lane */
  return g_strdup_printf (_("%1$u of %2$u, %3$s, lane %4$s"), number, n_marks, sentence, lane);
}

static gboolean
begins_month (gint64 day)
{
  gint64 year;
  int month, day_of_month;

  rap_day_to_ymd (day, &year, &month, &day_of_month);
  return day_of_month == 1;
}

char *
rap_timeline_words_stretch (gint64 first,
                            gint64 last)
{
  gboolean months = begins_month (first) && begins_month (last);
  g_autofree char *from = months ? short_month (first) : short_day (first, TRUE);
  g_autofree char *to = months ? short_month (last - 1) : short_day (last - 1, TRUE);

  if (g_str_equal (from, to))
    return g_steal_pointer (&from);
  /* Translators: from one date to another, "Oct 2022 – Apr 2024" */
  return g_strdup_printf (C_("stretch of time", "%1$s – %2$s"), from, to);
}

char *
rap_timeline_words_counts (const char *when,
                           guint       certain,
                           guint       possible)
{
  if (certain > 0 && possible > 0)
    /* Translators: a day, month or year, how many meetings and articles lie in it for certain, how many perhaps:
     * "12 March 2019: 2 things certain, 1 possible" */
    return g_strdup_printf (ngettext ("%1$s: %2$u thing certain, %3$u possible", "%1$s: %2$u things certain, %3$u possible",
                                      certain), when, certain, possible);
  if (certain > 0)
    return g_strdup_printf (ngettext ("%1$s: %2$u thing certain", "%1$s: %2$u things certain", certain), when, certain);
  if (possible > 0)
    return g_strdup_printf (ngettext ("%1$s: %2$u thing possible", "%1$s: %2$u things possible", possible), when, possible);
  /* Translators: a day, month or year of the calendar without meetings or articles */
  return g_strdup_printf (_("%s: nothing"), when);
}

char *
rap_timeline_words_number (int number)
{
  /* Translators: a number by itself in a calendar, such as the 15 of a day. Languages with digits of their own write %Id. */
  return g_strdup_printf (C_("number", "%d"), number);
}
