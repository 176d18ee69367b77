/* bench-timeline-layout.c
 *
 * The timeline without a window: sorting, rows, expected numbers, the brush, and
 * the marks of frames that pan and zoom. One JSON object a size, with processor
 * time; for instruction counts, which do not depend on what else the machine
 * does, run it under
 *
 *   valgrind --tool=callgrind --collect-atstart=no --toggle-collect=bench_build \
 *     bench-timeline-layout 100000
 *
 * or with bench_frames in the place of bench_build. Arguments: sizes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "bench-timeline-data.h"
#include "rap-timeline-data.h"

#define N_FRAMES   120
#define WIDTH      1200.0
#define HEIGHT     400.0
#define ROW_HEIGHT 24.0
#define PADDING    4.0

/* What the tool that counts instructions looks for. */
void bench_build  (RapTimelineItems *items,
                   double            times[5]);
void bench_frames (RapTimelineData  *data,
                   double            times[2],
                   guint            *n_marks);

static double
lap (double *begin)
{
  double now = bench_cpu (FALSE);
  double time = (now - *begin) * 1000.0;

  *begin = now;
  return time;
}

/* All that is worked out of items before their first picture, one after the other. */
G_GNUC_NO_INLINE void
bench_build (RapTimelineItems *items,
             double            times[5])
{
  double begin = bench_cpu (FALSE);
  g_autoptr (RapTimelineLayout) layout = NULL;
  g_autoptr (RapDensity) density = NULL;
  g_autoptr (RapBrushIndex) brush = NULL;

  rap_timeline_items_sort (items);
  times[0] = lap (&begin);
  layout = rap_timeline_layout_new (items, ROW_HEIGHT, PADDING);
  times[1] = lap (&begin);
  density = rap_density_new (items);
  times[2] = lap (&begin);
  brush = rap_brush_index_new (items);
  times[3] = lap (&begin);
  rap_timeline_items_index (items);
  times[4] = lap (&begin);
}

static guint
run_frame (RapTimelineData *data,
           const RapAxis   *axis)
{
  RapTimelineLayout *layout = rap_timeline_data_get_layout (data);
  g_autoptr (RapMarks) marks = NULL;

  rap_timeline_layout_set_strips (layout, rap_timeline_data_get_density (data), axis);
  marks = rap_timeline_layout_get_marks (layout, axis, 0.0, HEIGHT);
  return marks->marks->len;
}

/* @times: of a frame that pans, of one that zooms */
G_GNUC_NO_INLINE void
bench_frames (RapTimelineData *data,
              double           times[2],
              guint           *n_marks)
{
  RapAxis axis = { .width = WIDTH };
  double begin = bench_cpu (FALSE);
  gint64 first = 0;
  gint64 last = 1;

  rap_timeline_layout_get_extent (rap_timeline_data_get_layout (data), &first, &last);
  rap_axis_fit (&axis, first, last, 16.0);
  rap_axis_zoom (&axis, WIDTH / 2.0, 4.0);
  *n_marks = 0;
  for (guint i = 0; i < N_FRAMES; i++)
    {
      rap_axis_pan (&axis, i / 40 % 2 == 0 ? 17.0 : -23.0);
      *n_marks += run_frame (data, &axis);
    }
  times[0] = lap (&begin) / N_FRAMES;
  rap_axis_fit (&axis, first, last, 16.0);
  for (guint i = 0; i < N_FRAMES; i++)
    {
      rap_axis_zoom (&axis, WIDTH / 2.0, i < N_FRAMES / 2 ? 1.08 : 1.0 / 1.08);
      *n_marks += run_frame (data, &axis);
    }
  times[1] = lap (&begin) / N_FRAMES;
  *n_marks /= 2 * N_FRAMES;
}

static void
measure (guint size)
{
  g_autoptr (RapTimelineItems) items = bench_make_items (size, FALSE);
  g_autoptr (RapTimelineData) data = NULL;
  double build[5];
  double frames[2];
  guint n_marks;

  bench_build (items, build);
  data = rap_timeline_data_new (items);
  bench_frames (data, frames, &n_marks);
  g_print ("{\"bench\":\"timeline-layout\",\"items\":%u,\"sort_ms\":%.3f,\"rows_ms\":%.3f,\"density_ms\":%.3f,"
           "\"brush_ms\":%.3f,\"index_ms\":%.3f,\"pan_frame_ms\":%.4f,\"zoom_frame_ms\":%.4f,\"marks\":%u}\n",
           size, build[0], build[1], build[2], build[3], build[4], frames[0], frames[1], n_marks);
}

int
main (int   argc,
      char *argv[])
{
  static const guint sizes[] = { 1000, 10000, 100000, 1000000 };

  for (guint i = 0; argc < 2 && i < G_N_ELEMENTS (sizes); i++)
    measure (sizes[i]);
  for (int i = 1; i < argc; i++)
    measure ((guint) g_ascii_strtoull (argv[i], NULL, 10));
  return 0;
}
