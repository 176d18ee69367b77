/* test-timeline-zoom.c
 *
 * The picture of one small project from far to near, written out whole: height,
 * then lane by lane its height ("=" for a strip) and its marks, "row.id", "#n"
 * for a run of n, the ends, and ">w" for the room of a label. Then what must
 * hold whatever the items: zooming in and out again leaves everything where it
 * was, a few things on one day never become a strip, and nothing is lost where
 * days are very many or only one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <math.h>

#include "fixture.h"
#include "rap-timeline-data.h"

#define ROW_HEIGHT 24.0
#define PADDING    4.0

static const char project[] =
  "a 2017-07-05 Iraq,Iran; b 2017-07 Iraq; c 2017-07-06? Iran; d 2017-07-05/2017-07-09 Iraq; e 2017 Iran;"
  " f 2018-01-01/.. Iraq; g - Iraq; h 2017-11-13~ Russia; i ../2016-03 Russia; j 2017-07-05 Iraq; @p 2017-07-06;"
  " @q 2017-07-07; @r 2018-02";

static void
append_mark (GString          *out,
             RapTimelineItems *items,
             const RapMark    *mark)
{
  RapTimelineColumns columns;
  RapTimelineEvent event;

  rap_timeline_items_get_columns (items, &columns);
  rap_timeline_items_get_event (items, columns.event[mark->item], &event);
  g_string_append_printf (out, " %u.%s", mark->row, event.id);
  if (mark->count > 1)
    g_string_append_printf (out, "#%u", mark->count);
  g_string_append_printf (out, " %.0f-%.0f", mark->x0, mark->x1);
  if (mark->core1 > mark->core0)
    g_string_append_printf (out, "(%.0f-%.0f)", mark->core0, mark->core1);
  if (mark->label_width > 0.0)
    g_string_append_printf (out, ">%.0f", mark->label_width);
}

static char *
describe (RapTimelineData *data,
          const RapAxis   *axis)
{
  GString *out = g_string_new (NULL);
  RapTimelineItems *items = rap_timeline_data_get_items (data);
  RapTimelineLayout *layout = rap_timeline_data_get_layout (data);
  g_autoptr (RapMarks) marks = NULL;
  g_autoptr (RapMarks) articles = rap_timeline_layout_get_articles (layout, axis);

  rap_timeline_layout_set_strips (layout, rap_timeline_data_get_density (data), axis);
  marks = rap_timeline_layout_get_marks (layout, axis, 0.0, 1e6);
  g_string_append_printf (out, "%.0f", rap_timeline_layout_get_height (layout));
  for (guint lane = 0; lane < rap_timeline_items_get_n_lanes (items); lane++)
    {
      double y, height;
      guint n_rows;
      const RapMarks *source = lane == 0 ? articles : marks;

      rap_timeline_layout_get_lane (layout, lane, &y, &height, &n_rows);
      g_string_append_printf (out, " |%s%.0f", rap_timeline_layout_is_strip (layout, lane) ? "=" : "", height);
      for (guint i = 0; i < source->marks->len; i++)
        if (g_array_index (source->marks, RapMark, i).lane == lane)
          append_mark (out, items, &g_array_index (source->marks, RapMark, i));
    }
  if (marks->n_before + marks->n_after > 0)
    g_string_append_printf (out, " | <%u >%u", (guint) marks->n_before, (guint) marks->n_after);
  return g_string_free (out, FALSE);
}

static const struct
{
  const char *start;
  double      scale;
  const char *expected;
} pictures[] = {
  { "2010-01-01", 8.0,
    "216"
    " |0 0.p#2 334-352 0.r 365-377"
    " |104 0.b 338-350 0.f 365-401(365-365)>194 1.a 337-349>246 2.j 337-349>246 3.d 337-349(343-343)>246"
    " |80 0.e 320-365>230 1.a 337-349>246 2.c 337-349>246"
    " |32 0.i 249-285(281-282)>58 0.h 353-365>230" },
  { "2016-01-01", 2.0,
    "216"
    " |0 0.p#2 268-286 0.r 381-395"
    " |104 0.b 274-289>66 0.f 366-402(366-366)>194 1.a 270-282>313 2.j 270-282>313 3.d 271-283(276-278)>312"
    " |80 0.e 183-366>230 1.a 270-282>313 2.c 270-282>313"
    " |32 0.i 0-46(30-30)>280 0.h 335-347>248" },
  { "2017-06-01", 0.25,
    "216"
    " |0 0.p#2 135-153"
    " |104 0.b 120-244>351 1.a 132-144>451 2.j 132-144>451 3.d 136-156(136-156)>439"
    " |80 0.e -604-856>580 1.a 132-144>451 2.c 136-148>447"
    " |32"
    " | <1 >2" },
  { "2017-07-04", 0.01,
    "216"
    " |0 0.p 244-256 0.q 344-356"
    " |104 0.b -300-2800>580 1.a 100-200(100-200)>395 2.j 100-200(100-200)>395 3.d 100-600(100-600)>480"
    " |80 0.e -18400-18100>580 1.a 100-200(100-200)>395 2.c 200-300>295"
    " |32"
    " | <1 >2" },
};

static RapTimelineData *
new_data (RapTimelineItems *items)
{
  RapTimelineData *data = rap_timeline_data_new (items);

  rap_timeline_layout_set_heights (rap_timeline_data_get_layout (data), ROW_HEIGHT, PADDING);
  return data;
}

static void
test_pictures (void)
{
  g_autoptr (RapTimelineItems) items = fixture_items (project);
  g_autoptr (RapTimelineData) data = new_data (items);

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      RapAxis axis = { .start = fixture_day (pictures[i].start), .scale = pictures[i].scale, .width = 600.0 };
      g_autofree char *found = describe (data, &axis);

      g_assert_cmpstr (found, ==, pictures[i].expected);
    }
}

static char *
random_text (GRand *rand,
             guint  n)
{
  static const char * const formats[] = { "%s", "%.7s", "%.4s", "%s~", "%s/..", "../%s" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *day = rap_day_format (17000 + g_rand_int_range (rand, 0, 3000));
      const char *format = formats[g_rand_int_range (rand, 0, G_N_ELEMENTS (formats))];
      const char *length = strchr (format, '.');
      gsize cut = length != NULL && g_ascii_isdigit (length[1]) ? (gsize) (length[1] - '0') : 10;
      g_autofree char *date = g_strndup (day, cut);

      g_string_append_printf (text, "%se%u %s%s%s %c", i > 0 ? "; " : "", i, g_str_has_prefix (format, "..") ? "../" : "", date,
                              g_str_has_suffix (format, "..") ? "/.." : g_str_has_suffix (format, "~") ? "~" : "",
                              'A' + g_rand_int_range (rand, 0, 4));
    }
  return g_string_free (text, FALSE);
}

static void
test_zoom_and_back (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);

  for (guint round = 0; round < 30; round++)
    {
      g_autofree char *text = random_text (rand, round % 2 == 0 ? 30 : 600);
      g_autoptr (RapTimelineItems) items = fixture_items (text);
      g_autoptr (RapTimelineData) data = new_data (items);
      guint n = rap_timeline_items_get_n_events (items);
      g_autofree guint *rows = g_new (guint, n);
      RapAxis axis = { .start = 17000, .scale = 2.0, .width = 900.0 };
      g_autofree char *before = describe (data, &axis);
      RapAxis moved = axis;

      for (guint i = 0; i < n; i++)
        rows[i] = rap_timeline_layout_get_row (rap_timeline_data_get_layout (data), i);
      for (double factor = 1.3; factor < 200.0; factor *= 1.7)
        {
          g_autofree char *away = NULL;
          g_autofree char *back = NULL;

          rap_axis_zoom (&moved, 333.0, factor);
          away = describe (data, &moved);
          moved = axis;
          back = describe (data, &moved);
          g_assert_cmpstr (before, ==, back);
        }
      for (guint i = 0; i < n; i++)
        g_assert_cmpuint (rows[i], ==, rap_timeline_layout_get_row (rap_timeline_data_get_layout (data), i));
    }
}

/* A few things close together are marks, or a run that says how many. */
static void
test_few_are_no_strip (void)
{
  static const guint sizes[] = { 1, 2, 5, RAP_STRIP_LEAST - 1, RAP_STRIP_LEAST };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (RapTimelineItems) items = NULL;
      g_autoptr (RapTimelineData) data = NULL;
      RapAxis axis = { .start = 17000, .scale = 10.0, .width = 600.0 };

      for (guint k = 0; k < sizes[i]; k++)
        g_string_append_printf (text, "%se%u 2017-07-05 X", k > 0 ? "; " : "", k);
      items = fixture_items (text->str);
      data = new_data (items);
      rap_timeline_layout_set_strips (rap_timeline_data_get_layout (data), rap_timeline_data_get_density (data), &axis);
      g_assert_cmpint (rap_timeline_layout_is_strip (rap_timeline_data_get_layout (data), 0), ==, sizes[i] >= RAP_STRIP_LEAST);
    }
}

static void
check_nothing_lost (const char *text,
                    gint64      middle,
                    guint       expected)
{
  g_autoptr (RapTimelineItems) items = fixture_items (text);
  g_autoptr (RapTimelineData) data = new_data (items);
  RapTimelineLayout *layout = rap_timeline_data_get_layout (data);

  for (double scale = RAP_AXIS_MIN_SCALE; scale < 1e10; scale *= 3.0)
    {
      RapAxis axis = { .start = middle, .scale = scale, .width = 800.0 };
      g_autoptr (RapMarks) marks = NULL;
      guint64 n;

      rap_timeline_layout_set_strips (layout, rap_timeline_data_get_density (data), &axis);
      marks = rap_timeline_layout_get_marks (layout, &axis, 0.0, 1e6);
      n = marks->n_before + marks->n_after;
      for (guint i = 0; i < marks->marks->len; i++)
        n += g_array_index (marks->marks, RapMark, i).count;
      g_assert_cmpuint (n, ==, expected);
    }
}

/* Days that need 64 bits; all on one day; one; none. */
static void
test_extremes (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  check_nothing_lost ("", 0, 0);
  check_nothing_lost ("a - X", 0, 0);
  check_nothing_lost ("a 2017-07-05 X", fixture_day ("2017-07-05"), 1);
  check_nothing_lost ("a Y-2000000000 X; b Y2000000000 X; c 2017-07-05 X; d Y170000002/.. X; e ../Y-1985000000 X; f 2017 Y",
                      fixture_day ("2017-07-05"), 6);
  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "%se%u 2017-07-05 X", i > 0 ? "; " : "", i);
  check_nothing_lost (text->str, fixture_day ("2017-07-05"), 5000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/zoom/pictures", test_pictures);
  g_test_add_func ("/timeline/zoom/and-back", test_zoom_and_back);
  g_test_add_func ("/timeline/zoom/few-are-no-strip", test_few_are_no_strip);
  g_test_add_func ("/timeline/zoom/extremes", test_extremes);

  return g_test_run ();
}
