/* test-timeline-layout.c
 *
 * Marks as one line, "lane.row:first item form x0-x1": "*" a point, "o" hollow,
 * "v" an article, "#n" a run of n, "=" a span with its ends "[" "|" "<" "?" and
 * its core in parentheses. The axis starts on 2020-01-01 with whole pixels.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <math.h>

#include "fixture.h"
#include "rap-timeline-layout.h"

#define ROW_HEIGHT 24.0
#define PADDING    4.0

static const char *
name_of (RapTimelineItems *items,
         guint             item)
{
  RapTimelineColumns columns;
  RapTimelineEvent event;

  rap_timeline_items_get_columns (items, &columns);
  rap_timeline_items_get_event (items, columns.event[item], &event);
  return event.id;
}

static void
append_span (GString       *out,
             const RapMark *mark)
{
  static const char starts[] = "[|<?";
  static const char stops[] = "]|>?";

  g_string_append_printf (out, "%c%.0f", starts[mark->start], mark->x0);
  if (mark->core1 > mark->core0)
    g_string_append_printf (out, "(%.0f-%.0f)", mark->core0, mark->core1);
  else
    g_string_append_c (out, '-');
  g_string_append_printf (out, "%.0f%c", mark->x1, stops[mark->stop]);
}

static char *
describe (RapTimelineItems *items,
          const RapMarks   *marks)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < marks->marks->len; i++)
    {
      const RapMark *mark = &g_array_index (marks->marks, RapMark, i);

      g_string_append_printf (out, "%s%u.%u:%s", i > 0 ? " " : "", mark->lane, mark->row, name_of (items, mark->item));
      if (mark->form == RAP_MARK_SPAN)
        append_span (out, mark);
      else if (mark->form == RAP_MARK_RUN)
        g_string_append_printf (out, "#%u %.0f-%.0f", mark->count, mark->x0, mark->x1);
      else
        g_string_append_printf (out, "%c%.0f", "*o v"[mark->form], floor ((mark->x0 + mark->x1) / 2));
    }
  if (marks->n_before + marks->n_after > 0)
    g_string_append_printf (out, " <%u >%u", (guint) marks->n_before, (guint) marks->n_after);
  return g_string_free (out, FALSE);
}

static const struct
{
  const char *items;
  double      scale;     /* days per pixel */
  const char *expected;
} rows[] = {
  { "", 1.0, "" },
  { "a - X", 1.0, "" },
  /* a day: point, or solid as long as the day */
  { "a 2020-04-10 X", 1.0, "0.0:a*100" },
  { "a 2020-01-02 X", 0.05, "0.0:a[20(20-40)40]" },
  { "a 2020-01-02? X", 0.05, "0.0:a|20-40|" },
  { "a 2020-04-10~ X", 1.0, "0.0:ao100" },
  /* a month with doubt: hollow, or a line with caps, and no core */
  { "a 2020-02 X", 4.0, "0.0:ao11" },
  { "a 2020-02 X", 1.0, "0.0:a|31-60|" },
  /* lasting: core between latest start and earliest end */
  { "a 2020-01-11/2020-01-20 X", 0.5, "0.0:a[20(20-40)40]" },
  { "a 2020-01/2020-03 X", 0.5, "0.0:a|0(60-122)182|" },
  { "a 2020-02-01/2020-02 X", 0.5, "0.0:a[62(62-64)120|" },
  { "a 2020-01-11/2020-01-12 X", 1.0, "0.0:a*11" },
  /* open and unknown ends */
  { "a 2020-01-11/.. X", 0.5, "0.0:a[20(20-22)82>" },
  { "a 2020-01-11/ X", 0.5, "0.0:a[20(20-22)82?" },
  { "a ../2020-03-11 X", 0.5, "0.0:a<80(140-142)142]" },
  { "a 2020-01-11/.. X", 4.0, "0.0:a[2(2-3)38>" },
  /* nothing in common but a lane: rows by overlap, lanes by size */
  { "a 2020-02 X; b 2020-02-10 X,Y; c 2020-06 Y", 1.0, "0.0:a|31-60| 0.1:b*40 1.0:b*40 1.0:c|152-182|" },
  /* sparse: what is near goes to another row and keeps its label */
  { "a 2020-01-10 X; b 2020-01-12 X; c 2020-12-10 X", 1.0, "0.0:a*9 0.0:c*344 0.1:b*11" },
  /* crowded: a run */
  { "a 2020-01-10 X; b 2020-01-12 X; c 2020-01-13 X; d 2020-01-14 X; e 2020-01-15 X; f 2020-01-16 X; g 2021-12-10 X",
    2.0, "0.0:a#6 -3-15 0.0:g*354" },
  /* articles stay out of the lanes without a name */
  { "@p 2020-03-01; a 2020-04-10 X", 1.0, "1.0:a*100" },
  { "@p 2020-03-01 X; a 2020-04-10 X; @q 2020-02 X", 1.0, "0.0:q|31-60| 0.0:a*100 0.1:pv60" },
  /* outside */
  { "a 2019-01-01 X; b 2020-04-10 X; c 2030 X; d 2031 X", 1.0, "0.1:b*100 <1 >2" },
  { "a 2015/2030 X", 1.0, "0.0:a|-1826(-1462-3654)4018|" },
};

static void
test_marks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RapTimelineItems) items = fixture_items (rows[i].items);
      g_autoptr (RapTimelineLayout) layout = rap_timeline_layout_new (items, ROW_HEIGHT, PADDING);
      RapAxis axis = { .start = fixture_day ("2020-01-01"), .scale = rows[i].scale, .width = 1000.0 };
      g_autoptr (RapMarks) marks = rap_timeline_layout_get_marks (layout, &axis, 0.0, 10000.0);
      g_autofree char *found = describe (items, marks);

      g_assert_cmpstr (found, ==, rows[i].expected);
    }
}

static void
test_articles (void)
{
  g_autoptr (RapTimelineItems) items = fixture_items ("@p 2020-03-01; @q 2020-03-02; @r 2021-03; a 2020-04-10 X");
  g_autoptr (RapTimelineLayout) layout = rap_timeline_layout_new (items, ROW_HEIGHT, PADDING);
  RapAxis axis = { .start = fixture_day ("2020-01-01"), .scale = 1.0, .width = 1000.0 };
  g_autoptr (RapMarks) marks = rap_timeline_layout_get_articles (layout, &axis);
  g_autofree char *found = describe (items, marks);
  double y, height;
  guint n_rows;

  g_assert_cmpstr (found, ==, "0.0:p#2 52-70 0.0:r|425-456|");
  rap_timeline_layout_get_lane (layout, 0, &y, &height, &n_rows);
  g_assert_cmpfloat (height, ==, 0.0);
  rap_timeline_layout_get_lane (layout, 1, &y, &height, &n_rows);
  g_assert_cmpfloat (y, ==, 0.0);
  g_assert_cmpfloat (height, ==, ROW_HEIGHT + 2 * PADDING);
  g_assert_cmpuint (rap_timeline_layout_get_lane_at (layout, 10.0), ==, 1);
  g_assert_cmpuint (rap_timeline_layout_get_lane_at (layout, -1.0), ==, RAP_LAYOUT_NO_ITEM);
  g_assert_cmpuint (rap_timeline_layout_get_lane_at (layout, 32.0), ==, RAP_LAYOUT_NO_ITEM);
}

static RapTimelineItems *
random_items (GRand *rand,
              guint  n,
              int    days)
{
  static const char *formats[] = { "%s", "%s", "%.7s", "%.4s", "%s/..", "../%s", "%s~", "%.7s?", "%s/" };
  RapTimelineItems *items = rap_timeline_items_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%06u", i);
      g_autofree char *lane = g_strdup_printf ("lane %d", (int) sqrt (g_rand_int_range (rand, 0, 30)));
      const char *lanes[] = { lane, NULL };
      g_autofree char *day = rap_day_format (fixture_day ("2015-01-01") + g_rand_int_range (rand, 0, days));
      g_autoptr (GString) when = g_string_new (formats[g_rand_int_range (rand, 0, G_N_ELEMENTS (formats))]);
      g_autoptr (RapEdtf) date = NULL;
      g_autofree char *seven = g_strndup (day, 7);
      g_autofree char *four = g_strndup (day, 4);

      g_string_replace (when, "%s", day, 0);
      g_string_replace (when, "%.7s", seven, 0);
      g_string_replace (when, "%.4s", four, 0);
      date = i % 17 == 0 ? NULL : rap_edtf_parse (when->str, NULL);
      rap_timeline_items_add (items, RAP_KIND_MEETING, id, id, date, RAP_STATUS_HELD, 1, FALSE, i % 23 == 0 ? NULL : lanes);
    }
  rap_timeline_items_sort (items);
  return items;
}

static guint64
count_dated (RapTimelineItems *items)
{
  RapTimelineColumns columns;
  guint64 n = 0;

  rap_timeline_items_get_columns (items, &columns);
  for (guint i = 0; i < columns.n_items; i++)
    n += (columns.flags[i] & RAP_ITEM_UNDATED) == 0;
  return n;
}

/* At any zoom and place nothing is lost, nothing is there twice, marks of a row
 * are in order, and labels touch neither a mark nor the edge. */
static void
check_frame (RapTimelineLayout *layout,
             const RapAxis     *axis,
             guint64            n_dated)
{
  g_autoptr (RapMarks) marks = rap_timeline_layout_get_marks (layout, axis, 0.0, 1e6);
  guint64 n = marks->n_before + marks->n_after;
  guint n_labels = 0;

  for (guint i = 0; i < marks->marks->len; i++)
    {
      const RapMark *mark = &g_array_index (marks->marks, RapMark, i);
      g_autoptr (GArray) members = rap_timeline_layout_get_members (layout, mark);

      n += mark->count;
      n_labels += mark->label_width > 0.0;
      g_assert_cmpuint (members->len, ==, mark->count);
      g_assert_true (rap_timeline_layout_has_member (layout, mark, g_array_index (members, guint, mark->count - 1)));
      g_assert_true (mark->label_width == 0.0 || mark->label_x + mark->label_width <= axis->width + 1e-6);
      if (i + 1 < marks->marks->len && (mark + 1)->lane == mark->lane && (mark + 1)->row == mark->row)
        {
          g_assert_cmpuint (mark->position + mark->count, ==, (mark + 1)->position);
          g_assert_true (mark->label_width == 0.0 || mark->label_inside
                         || mark->label_x + mark->label_width <= (mark + 1)->x0);
        }
    }
  g_assert_cmpuint (n, ==, n_dated);
  g_assert_cmpuint (marks->marks->len, <=, RAP_LAYOUT_MAX_MARKS);
  g_assert_cmpuint (n_labels, <=, RAP_LAYOUT_MAX_LABELS);
}

static void
test_nothing_lost (void)
{
  static const struct { guint n; int days; } sizes[] = { { 1, 1 }, { 12, 2000 }, { 300, 3000 }, { 20000, 3000 }, { 5000, 1 } };
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (RapTimelineItems) items = random_items (rand, sizes[i].n, sizes[i].days);
      g_autoptr (RapTimelineLayout) layout = rap_timeline_layout_new (items, ROW_HEIGHT, PADDING);
      guint64 n_dated = count_dated (items);

      for (double scale = RAP_AXIS_MIN_SCALE; scale < 1e6; scale *= 1.7)
        {
          RapAxis axis = { .start = fixture_day ("2015-01-01") + g_rand_int_range (rand, 0, 3000), .scale = scale,
                           .width = 1600.0 };

          check_frame (layout, &axis, n_dated);
          rap_axis_pan (&axis, -g_rand_double_range (rand, 0.0, 1600.0));
          check_frame (layout, &axis, n_dated);
        }
    }
}

/* Panning by whole pixels moves the marks and changes nothing else. */
static void
test_pan_is_stable (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  g_autoptr (RapTimelineItems) items = random_items (rand, 400, 3000);
  g_autoptr (RapTimelineLayout) layout = rap_timeline_layout_new (items, ROW_HEIGHT, PADDING);

  for (double scale = 0.01; scale < 20.0; scale *= 1.3)
    {
      RapAxis axis = { .start = fixture_day ("2017-01-01"), .scale = scale, .width = 1000.0 };
      RapAxis moved = axis;
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
      g_autoptr (RapMarks) before = rap_timeline_layout_get_marks (layout, &axis, 0.0, 1e6);
      g_autoptr (RapMarks) after = NULL;

      rap_axis_pan (&moved, 333.0);
      after = rap_timeline_layout_get_marks (layout, &moved, 0.0, 1e6);
      for (guint i = 0; i < before->marks->len; i++)
        {
          const RapMark *mark = &g_array_index (before->marks, RapMark, i);

          g_hash_table_insert (seen, GUINT_TO_POINTER (mark->position + 1), (gpointer) mark);
        }
      for (guint i = 0; i < after->marks->len; i++)
        {
          const RapMark *mark = &g_array_index (after->marks, RapMark, i);
          const RapMark *same = g_hash_table_lookup (seen, GUINT_TO_POINTER (mark->position + 1));

          if (mark->x0 > 600.0 || mark->x1 < 10.0)
            continue;
          g_assert_nonnull (same);
          g_assert_cmpuint (same->count, ==, mark->count);
          g_assert_cmpfloat_with_epsilon (same->x0 - 333.0, mark->x0, 0.01);
        }
    }
}

/* In one row nothing overlaps, unless the lane has all the rows it may have. */
static void
test_rows (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 50; round++)
    {
      g_autoptr (RapTimelineItems) items = random_items (rand, 40, 3000);
      g_autoptr (RapTimelineLayout) layout = rap_timeline_layout_new (items, ROW_HEIGHT, PADDING);
      RapTimelineColumns columns;

      rap_timeline_items_get_columns (items, &columns);
      for (guint a = 0; a < columns.n_items; a++)
        for (guint b = 0; b < a; b++)
          {
            gint64 from_a, to_a, from_b, to_b;
            double y, height;
            guint n_rows;

            if (columns.lane[a] != columns.lane[b]
                || rap_timeline_layout_get_row (layout, a) != rap_timeline_layout_get_row (layout, b)
                || !rap_timeline_layout_get_span (layout, a, &from_a, &to_a)
                || !rap_timeline_layout_get_span (layout, b, &from_b, &to_b))
              continue;
            rap_timeline_layout_get_lane (layout, columns.lane[a], &y, &height, &n_rows);
            g_assert_true (n_rows == RAP_LAYOUT_MAX_ROWS || to_a <= from_b || to_b <= from_a);
          }
    }
}

/* In a crowded lane what is long does not swallow what is short. */
static void
test_crowded (void)
{
  g_autoptr (GString) text = g_string_new ("y 2020 X; z 2020/.. X; w 2020-02/2021 X; v 2020/2021 X; u 2019/2022 X");
  g_autoptr (RapTimelineItems) items = NULL;
  g_autoptr (RapTimelineLayout) layout = NULL;
  RapAxis axis = { .start = fixture_day ("2020-03-01"), .scale = 0.05, .width = 1000.0 };
  g_autoptr (RapMarks) marks = NULL;
  g_autofree char *found = NULL;

  for (guint day = 1; day <= 5; day++)
    g_string_append_printf (text, "; a%u 2020-03-%02u X; b%u 2020-03-%02u X", day, day, day, day);
  items = fixture_items (text->str);
  layout = rap_timeline_layout_new (items, ROW_HEIGHT, PADDING);
  marks = rap_timeline_layout_get_marks (layout, &axis, 0.0, 1e6);
  found = describe (items, marks);
  g_assert_cmpstr (found, ==,
                   "0.0:a1[0(0-20)20] 0.0:a2[20(20-40)40] 0.0:a3[40(40-60)60] 0.0:a4[60(60-80)80] 0.0:a5[80(80-100)100] "
                   "0.1:b1[0(0-20)20] 0.1:b2[20(20-40)40] 0.1:b3[40(40-60)60] 0.1:b4[60(60-80)80] 0.1:b5[80(80-100)100] "
                   "0.4:u|-8500(-1220-13440)20720| 0.5:y#4 -1200-13420");
}

/* Whatever the scale, lanes as strips or with rows: all are counted once, each
 * mark has its members, and each member says so. */
static void
test_strips (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (RapTimelineItems) items = rap_timeline_items_new ();
  g_autoptr (RapTimelineLayout) layout = NULL;
  g_autoptr (RapDensity) density = NULL;
  g_autoptr (GString) strips = g_string_new (NULL);

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *id = g_strdup_printf ("m%u", i);
      g_autofree char *date = g_strdup_printf ("20%02d-%02d-%02d", g_rand_int_range (random, 10, 20),
                                               g_rand_int_range (random, 1, 13), g_rand_int_range (random, 1, 29));
      g_autoptr (RapEdtf) when = rap_edtf_parse (date, NULL);
      const char *lanes[] = { i % 10 == 0 ? "sparse" : "full", NULL };

      rap_timeline_items_add (items, RAP_KIND_MEETING, id, id, when, RAP_STATUS_HELD, 1, FALSE, lanes);
    }
  rap_timeline_items_sort (items);
  layout = rap_timeline_layout_new (items, ROW_HEIGHT, PADDING);
  density = rap_density_new (items);

  for (double scale = 8.0; scale > 0.1; scale /= 2.0)
    {
      RapAxis axis = { .start = 16000, .scale = scale, .width = 700.0 };
      g_autoptr (RapMarks) marks = NULL;
      guint64 sum;

      rap_timeline_layout_set_strips (layout, density, &axis);
      marks = rap_timeline_layout_get_marks (layout, &axis, 0.0, rap_timeline_layout_get_height (layout));
      sum = marks->n_before + marks->n_after;
      for (guint i = 0; i < marks->marks->len; i++)
        {
          const RapMark *mark = &g_array_index (marks->marks, RapMark, i);
          g_autoptr (GArray) members = rap_timeline_layout_get_members (layout, mark);

          sum += mark->count;
          g_assert_cmpuint (members->len, ==, mark->count);
          for (guint j = 0; j < members->len; j++)
            g_assert_true (rap_timeline_layout_has_member (layout, mark, g_array_index (members, guint, j)));
        }
      g_assert_cmpuint (sum, ==, 3000);
      g_string_append_printf (strips, "%s%g:%s%s %.0f", strips->len > 0 ? ", " : "", scale,
                              rap_timeline_layout_is_strip (layout, 0) ? "S" : "r",
                              rap_timeline_layout_is_strip (layout, 1) ? "S" : "r",
                              rap_timeline_layout_get_height (layout));
    }
  g_assert_cmpstr (strips->str, ==,
                   "8:SS 88, 4:Sr 100, 2:Sr 100, 1:Sr 100, 0.5:Sr 100, 0.25:rr 208, 0.125:rr 208");
}

static void
test_hit (void)
{
  g_autoptr (RapTimelineItems) items = fixture_items ("a 2020-02 X; b 2020-06-01 X; c 2020-04-10 Y");
  g_autoptr (RapTimelineLayout) layout = rap_timeline_layout_new (items, ROW_HEIGHT, PADDING);
  RapAxis axis = { .start = fixture_day ("2020-01-01"), .scale = 1.0, .width = 1000.0 };
  g_autoptr (RapMarks) marks = rap_timeline_layout_get_marks (layout, &axis, 0.0, 1e6);
  static const struct { double x, y; const char *expected; } points[] = {
    { 40, 16, "a" }, { 28, 16, "a" }, { 26, 16, NULL }, { 152, 20, "b" }, { 70, 16, "a" }, { 40, 48, NULL }, { 100, 48, "c" },
    { 100, 31, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      const RapMark *mark = rap_marks_get_at (marks, points[i].x, points[i].y, 4.0);

      g_assert_cmpstr (mark != NULL ? name_of (items, mark->item) : NULL, ==, points[i].expected);
    }
}

static void
test_walk (void)
{
  g_autoptr (RapTimelineItems) items = fixture_items ("a 2020-01 X; b 2020-01-10 X; c 2020-02-01 X,Y; d 2020-02-02 Z; e - W; f 2020-01-10 X");
  g_autoptr (RapTimelineLayout) layout = rap_timeline_layout_new (items, ROW_HEIGHT, PADDING);
  g_autoptr (GString) path = g_string_new (NULL);
  static const char moves[] = "nnnnpppnnnddduuuu";
  guint item = 0;

  for (const char *move = moves; *move != '\0'; move++)
    {
      item = *move == 'n' || *move == 'p' ? rap_timeline_layout_step (layout, item, *move == 'n' ? 1 : -1)
                                          : rap_timeline_layout_step_lane (layout, item, *move == 'd' ? 1 : -1);
      g_string_append (path, name_of (items, item));
    }
  g_assert_cmpstr (path->str, ==, "bfccfbabfccddcccc");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/layout/marks", test_marks);
  g_test_add_func ("/timeline/layout/articles", test_articles);
  g_test_add_func ("/timeline/layout/nothing-lost", test_nothing_lost);
  g_test_add_func ("/timeline/layout/pan-is-stable", test_pan_is_stable);
  g_test_add_func ("/timeline/layout/rows", test_rows);
  g_test_add_func ("/timeline/layout/crowded", test_crowded);
  g_test_add_func ("/timeline/layout/strips", test_strips);
  g_test_add_func ("/timeline/layout/hit", test_hit);
  g_test_add_func ("/timeline/layout/walk", test_walk);

  return g_test_run ();
}
