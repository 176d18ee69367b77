/* rap-timeline-picture-legend.c
 *
 * What stands below the view: what the forms mean, what is drawn and what is
 * not, and the list of things without a date.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-picture-private.h"

#define SAMPLE   34.0   /* width of a sample of a form */
#define COLUMNS  3
#define COLUMN   (RAP_SHEET_INNER / COLUMNS)
#define ROW      20.0
#define MAX_UNDATED 400

typedef enum
{
  CERTAIN,
  HOLLOW,
  DOUBT,
  CORE,
  APPROXIMATE,
  UNSURE,
  OPEN_END,
  UNKNOWN_END,
  RUN,
  ARTICLE,
  STRIP,
  BAR,
  CONTESTED,
} Sample;

static const struct
{
  Sample      sample;
  gboolean    axis;
  gboolean    calendar;
  const char *words;
} legend[] = {
  { CERTAIN, TRUE, FALSE, "A meeting, on this day" },
  { HOLLOW, TRUE, TRUE, "Within a few days, or not sure to have happened" },
  { DOUBT, TRUE, FALSE, "At some moment between the caps" },
  { CORE, TRUE, FALSE, "Certain time, with doubt at an end" },
  { APPROXIMATE, TRUE, TRUE, "Approximate, or unknown end" },
  { UNSURE, TRUE, FALSE, "Planned or cancelled" },
  { OPEN_END, TRUE, TRUE, "Goes on, open end" },
  { UNKNOWN_END, TRUE, FALSE, "Unknown end" },
  { RUN, TRUE, FALSE, "So many together" },
  { ARTICLE, TRUE, FALSE, "An article, hollow when its day is not known" },
  { CONTESTED, TRUE, FALSE, "Its values are contested" },
  { STRIP, TRUE, FALSE, "Expected number, at most %1 in %2 days" },
  { BAR, FALSE, TRUE, "A meeting; grey: an article" },
};

static void
draw_line_sample (RapSheet *sheet,
                  Sample    sample,
                  double    x,
                  double    y)
{
  RapInk ink = RAP_INK_MEETING;
  gboolean dashed = sample == APPROXIMATE || sample == UNKNOWN_END;

  rap_sheet_shape (sheet, dashed ? RAP_PICTURE_DASHES : RAP_PICTURE_LINE, ink, x, y, 26.0, 0.0);
  if (sample == CORE)
    rap_sheet_shape (sheet, RAP_PICTURE_RECT, ink, x, y - 5.0, 14.0, 10.0);
  if (sample == DOUBT || sample == APPROXIMATE)
    rap_sheet_shape (sheet, RAP_PICTURE_RECT, ink, x, y - 5.0, 2.0, 10.0);
  if (sample == DOUBT || sample == APPROXIMATE || sample == CORE)
    rap_sheet_shape (sheet, RAP_PICTURE_RECT, ink, x + 24.0, y - 5.0, 2.0, 10.0);
  if (sample == OPEN_END)
    rap_sheet_shape (sheet, RAP_PICTURE_ARROW, ink, x + 28.0, y, 8.0, 4.0);
  if (sample == UNKNOWN_END)
    rap_sheet_text (sheet, ink, RAP_SHEET_LABEL, TRUE, x + 27.0, y + 4.0, 0.0, "?");
}

static void
draw_sample (RapSheet *sheet,
             Sample    sample,
             double    x,
             double    y)
{
  RapInk ink = RAP_INK_MEETING;

  switch (sample)
    {
    case CERTAIN:
      rap_sheet_shape (sheet, RAP_PICTURE_DISC, ink, x + 13.0, y, 5.0, 0.0);
      break;
    case HOLLOW:
      rap_sheet_shape (sheet, RAP_PICTURE_RING, ink, x + 13.0, y, 5.0, 0.0);
      break;
    case ARTICLE:
      rap_sheet_shape (sheet, RAP_PICTURE_TRIANGLE, RAP_INK_ARTICLE, x + 13.0, y, 4.5, 0.0);
      break;
    case UNSURE:
      rap_sheet_shape (sheet, RAP_PICTURE_FRAME, ink, x, y - 5.0, 26.0, 10.0);
      break;
    case RUN:
      rap_sheet_shape (sheet, RAP_PICTURE_FRAME, ink, x + 2.0, y - 8.0, 22.0, 16.0);
      rap_sheet_text (sheet, RAP_INK_TEXT, RAP_SHEET_SMALL, FALSE, x + 10.0, y + 4.0, 0.0, "7");
      break;
    case STRIP:
      for (guint i = 0; i < 6; i++)
        rap_sheet_shape (sheet, RAP_PICTURE_RECT, ink, x + i * 4.0, y + 6.0 - (i % 3 + 1) * 4.0, 4.0, (i % 3 + 1) * 4.0);
      break;
    case CONTESTED:
      rap_sheet_text (sheet, RAP_INK_TEXT, RAP_SHEET_LABEL, FALSE, x + 9.0, y + 4.0, 0.0, "≠");
      break;
    case BAR:
      rap_sheet_shape (sheet, RAP_PICTURE_RECT, ink, x + 10.0, y - 6.0, 5.0, 12.0);
      break;
    default:
      draw_line_sample (sheet, sample, x, y);
    }
}

static gboolean
is_shown (RapSheet *sheet,
          guint     index)
{
  if (sheet->options->view == RAP_PICTURE_AXIS)
    return legend[index].axis && (legend[index].sample != STRIP || sheet->peak > 0.0);
  return sheet->options->view != RAP_PICTURE_YEAR && legend[index].calendar;
}

void
rap_sheet_draw_legend (RapSheet *sheet)
{
  guint n = 0;

  if (!rap_sheet_has_room (sheet, 4.0 * ROW + 70.0))
    rap_sheet_turn (sheet);
  sheet->y += 14.0;
  rap_sheet_begin (sheet, "legend", "1", rap_sheet_words (sheet, "Legend"));
  for (guint i = 0; i < G_N_ELEMENTS (legend); i++)
    {
      g_autofree char *peak = rap_sheet_number (sheet->peak);
      g_autofree char *days = rap_sheet_number (sheet->peak_days);
      g_autofree char *words = rap_sheet_fill (sheet, legend[i].words, peak, days);
      double x = RAP_SHEET_MARGIN + n % COLUMNS * COLUMN;
      double y = sheet->y + n / COLUMNS * ROW + ROW / 2.0;

      if (!is_shown (sheet, i))
        continue;
      draw_sample (sheet, legend[i].sample, x, y);
      rap_sheet_text (sheet, RAP_INK_DIM, RAP_SHEET_SMALL, FALSE, x + SAMPLE + 4.0, y + 4.0, COLUMN - SAMPLE - 8.0, words);
      n++;
    }
  rap_sheet_end (sheet);
  sheet->y += (n + COLUMNS - 1) / COLUMNS * ROW + 8.0;
}

static void
append_count (RapSheet   *sheet,
              GString    *text,
              const char *english,
              guint       count)
{
  g_autofree char *number = g_strdup_printf ("%u", count);
  g_autofree char *words = rap_sheet_fill (sheet, english, number, NULL);

  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", words);
}

static const char *
lanes_words (const char *lanes)
{
  if (g_str_equal (lanes, "participant"))
    return "Lanes by participant";
  if (g_str_equal (lanes, "outlet"))
    return "Lanes by outlet";
  return g_str_equal (lanes, "place") ? "Lanes by place" : "One lane";
}

static const char *
calendar_words (RapCalendar calendar)
{
  static const char * const words[RAP_N_CALENDARS] = {
    "Gregorian calendar", "Gregorian and Solar Hijri calendar", "Gregorian and Islamic calendar (Umm al-Qura)",
    "Gregorian and Islamic calendar (civil)", "Gregorian and Hebrew calendar",
  };

  return words[calendar];
}

static char *
range_words (RapSheet *sheet)
{
  const RapPictureOptions *options = sheet->options;
  g_autofree char *first = options->first > RAP_DAY_MIN ? rap_day_format (options->first) : NULL;
  g_autofree char *last = options->last < RAP_DAY_MAX ? rap_day_format (options->last - 1) : NULL;

  if (first != NULL && last != NULL)
    return rap_sheet_fill (sheet, "From %1 to %2", first, last);
  if (first != NULL)
    return rap_sheet_fill (sheet, "From %1 on", first, NULL);
  return last != NULL ? rap_sheet_fill (sheet, "Until %1", last, NULL) : g_strdup (rap_sheet_words (sheet, "Everything"));
}

/* What goes on from elsewhere, without a known end, is on no page of a calendar;
 * what there was no room for counts apart. */
static guint
count_missing (RapSheet *sheet,
               guint     n_dated)
{
  gboolean pages = sheet->options->view == RAP_PICTURE_MONTH || sheet->options->view == RAP_PICTURE_WEEK;

  return pages && n_dated > sheet->n_events + sheet->n_hidden ? n_dated - sheet->n_events - sheet->n_hidden : 0;
}

/* Title, filter, lanes, calendars; then how many are drawn and not. */
void
rap_sheet_draw_caption (RapSheet *sheet)
{
  const RapPictureOptions *options = sheet->options;
  guint n = rap_timeline_items_get_n_events (sheet->items);
  guint n_dated = rap_timeline_items_get_n_dated (sheet->items);
  guint n_missing = count_missing (sheet, n_dated);
  g_autofree char *range = range_words (sheet);
  g_autoptr (GString) line = g_string_new (options->title);
  g_autoptr (GString) counts = g_string_new (NULL);

  g_string_append_printf (line, " · %s", range);
  if (options->view == RAP_PICTURE_AXIS)
    g_string_append_printf (line, " · %s", rap_sheet_words (sheet, lanes_words (options->lanes)));
  g_string_append_printf (line, " · %s", rap_sheet_words (sheet, calendar_words (options->calendar)));
  append_count (sheet, counts, "Meetings and articles drawn: %1", n_dated - n_missing);
  if (n_missing > 0)
    append_count (sheet, counts, "reaching into this time, on none of its pages: %1", n_missing);
  if (options->n_outside > 0)
    append_count (sheet, counts, "at other times, not drawn: %1", options->n_outside);
  if (n > n_dated)
    append_count (sheet, counts, "without a date, listed as such: %1", n - n_dated);
  if (sheet->n_hidden > 0)
    append_count (sheet, counts, "without room, behind a +: %1", sheet->n_hidden);
  rap_sheet_begin (sheet, "caption", "1", rap_sheet_words (sheet, "Caption"));
  rap_sheet_text (sheet, RAP_INK_TEXT, RAP_SHEET_SMALL, FALSE, RAP_SHEET_MARGIN, sheet->y + 11.0, RAP_SHEET_INNER, line->str);
  rap_sheet_text (sheet, RAP_INK_TEXT, RAP_SHEET_SMALL, FALSE, RAP_SHEET_MARGIN, sheet->y + 26.0, RAP_SHEET_INNER, counts->str);
  rap_sheet_end (sheet);
  sheet->y += 34.0;
}

static void
draw_undated_event (RapSheet *sheet,
                    guint     index,
                    guint     column)
{
  RapTimelineEvent event;
  double x = RAP_SHEET_MARGIN + column * COLUMN;

  rap_timeline_items_get_event (sheet->items, index, &event);
  rap_sheet_begin_event (sheet, index);
  rap_sheet_text (sheet, event.kind == RAP_KIND_ARTICLE ? RAP_INK_ARTICLE : RAP_INK_MEETING, RAP_SHEET_LABEL, TRUE,
                  x, sheet->y + 11.0, 0.0, "?");
  rap_sheet_text (sheet, RAP_INK_TEXT, RAP_SHEET_SMALL, FALSE, x + 12.0, sheet->y + 11.0, COLUMN - 20.0,
                  rap_sheet_title_of (sheet, index));
  rap_sheet_end (sheet);
}

/* Never at an invented place in time. */
void
rap_sheet_draw_undated (RapSheet *sheet)
{
  guint first = rap_timeline_items_get_n_dated (sheet->items);
  guint n = rap_timeline_items_get_n_events (sheet->items) - first;
  guint n_drawn = MIN (n, MAX_UNDATED);

  if (n == 0)
    return;
  if (!rap_sheet_has_room (sheet, 3.0 * RAP_SHEET_LINE))
    rap_sheet_turn (sheet);
  rap_sheet_text (sheet, RAP_INK_DIM, RAP_SHEET_SMALL, TRUE, RAP_SHEET_MARGIN, sheet->y + 11.0, 0.0,
                  rap_sheet_words (sheet, "Without a date"));
  sheet->y += RAP_SHEET_LINE + 2.0;
  for (guint i = 0; i < n_drawn; i++)
    {
      if (i % COLUMNS == 0 && !rap_sheet_has_room (sheet, RAP_SHEET_LINE))
        rap_sheet_turn (sheet);
      draw_undated_event (sheet, first + i, i % COLUMNS);
      if (i % COLUMNS == COLUMNS - 1 || i + 1 == n_drawn)
        sheet->y += RAP_SHEET_LINE;
    }
  if (n > n_drawn)
    {
      g_autoptr (GString) more = g_string_new (NULL);

      append_count (sheet, more, "and others without a date: %1", n - n_drawn);
      rap_sheet_text (sheet, RAP_INK_DIM, RAP_SHEET_SMALL, FALSE, RAP_SHEET_MARGIN, sheet->y + 11.0, 0.0, more->str);
      sheet->y += RAP_SHEET_LINE;
    }
}
