/* rap-timeline-marks.c
 *
 * From rows and a window to marks: folding, the form that shows the doubt, and
 * the room for labels. Distances that decide on folding are measured at the
 * rounded resolution, everything that is drawn at the true one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-layout-private.h"

#include <math.h>

#define GAP           3.0     /* pixels: marks closer than this fold */
#define RUN_LENGTH    48.0    /* pixels: a run of small marks is broken after this */
#define RUN_WIDTH     18.0    /* pixels: least width of a run with one digit */
#define DIGIT_WIDTH   7.0
#define FADE_LENGTH   36.0    /* pixels: least length of an open end */
#define TILE          512     /* pixels: where a very long chain may be entered */
#define MAX_WALK      4096
#define LABEL_GAP     5.0
#define LABEL_WIDTH   28.0    /* pixels: less is no room */
#define SPAN_WIDTH    72.0    /* pixels: a mark this long may carry its label */

typedef struct
{
  const RapTimelineLayout *layout;
  const RapAxis           *axis;
  double                   resolution;   /* days per pixel, a power of two */
  gint64                   first;        /* window, with the size of a mark on both sides */
  gint64                   last;
  RapMarks                *out;
} Frame;

static gint64
days_of (const Frame *frame,
         double       pixels)
{
  return (gint64) ceil (pixels * frame->resolution);
}

/* Where the next mark may begin after the run that ends before position @end. */
static gint64
clearance (const Frame *frame,
           guint        end)
{
  const RapTimelineLayout *layout = frame->layout;

  return MAX (rap_days_get (&layout->from, end - 1) + days_of (frame, RAP_MARK_SIZE + GAP),
              rap_days_get (&layout->reach, end - 1) + (gint64) floor ((RAP_MARK_SIZE / 2 + GAP) * frame->resolution));
}

/* The position after the last that folds into the run beginning at @begin. */
static guint
run_end (const Frame *frame,
         guint        begin,
         guint        row_end)
{
  const RapTimelineLayout *layout = frame->layout;
  gint64 limit = rap_days_get (&layout->from, begin) + days_of (frame, RUN_LENGTH);
  guint end = begin + 1;

  for (;;)
    {
      gint64 clear = clearance (frame, end);
      gboolean final = clear > limit && rap_days_get (&layout->reach, end - 1) <= limit;
      guint next = rap_days_find_near (&layout->from, end, row_end, final ? limit : clear);

      if (next == end || final)
        return next;
      end = next;
    }
}

/* The nearest position at or before @at where a run certainly begins; in a chain
 * without end, a fixed place in time. */
static guint
find_break (const Frame *frame,
            guint        row_begin,
            guint        at)
{
  const RapTimelineLayout *layout = frame->layout;
  gint64 tile = MAX (days_of (frame, TILE), 1);
  gint64 day = rap_days_get (&layout->from, at);

  for (guint walked = 0; walked < MAX_WALK; walked++, at--)
    if (at == row_begin || rap_days_get (&layout->from, at) >= clearance (frame, at))
      return at;
  return rap_days_lower_bound (&layout->from, row_begin, at + 1, day - ((day % tile) + tile) % tile);
}

static void
centre_on (RapMark *mark,
           double   width)
{
  double middle = (mark->x0 + mark->x1) / 2.0;

  mark->x0 = middle - width / 2.0;
  mark->x1 = middle + width / 2.0;
}

static RapMarkEnd
end_of (guint    flags,
        guint    open,
        guint    unknown,
        gboolean exact)
{
  if (flags & open)
    return RAP_MARK_END_OPEN;
  if (flags & unknown)
    return RAP_MARK_END_UNKNOWN;
  return exact && (flags & (RAP_ITEM_UNCERTAIN | RAP_ITEM_APPROXIMATE)) == 0 ? RAP_MARK_END_NONE : RAP_MARK_END_CAP;
}

/* What of an interval is certain: from the latest start to the earliest end. */
static void
shape_interval (const Frame *frame,
                RapMark     *mark)
{
  const RapTimelineColumns *columns = &frame->layout->columns;
  gint64 es = columns->es[mark->item];
  gint64 ls = columns->ls[mark->item];
  gint64 ee = columns->ee[mark->item];
  gint64 le = columns->le[mark->item];
  guint no_start = mark->flags & (RAP_ITEM_START_OPEN | RAP_ITEM_START_UNKNOWN);
  guint no_stop = mark->flags & (RAP_ITEM_STOP_OPEN | RAP_ITEM_STOP_UNKNOWN);
  gint64 begin = no_start ? ee : ls - 1;
  gint64 end = no_stop ? ls : ee + 1;

  mark->start = end_of (mark->flags, RAP_ITEM_START_OPEN, RAP_ITEM_START_UNKNOWN, ls - es == 1);
  mark->stop = end_of (mark->flags, RAP_ITEM_STOP_OPEN, RAP_ITEM_STOP_UNKNOWN, le - ee == 1);
  if (no_stop)
    mark->x1 = MAX (mark->x1, mark->x0 + FADE_LENGTH);
  if (no_start)
    mark->x0 = MIN (mark->x0, mark->x1 - FADE_LENGTH);
  if (end > begin && (mark->flags & (RAP_ITEM_UNCERTAIN | RAP_ITEM_APPROXIMATE)) == 0)
    {
      mark->core0 = rap_axis_get_x (frame->axis, begin);
      mark->core1 = rap_axis_get_x (frame->axis, end);
    }
}

static void
shape_moment (RapMark  *mark,
              gboolean  doubtful)
{
  if (mark->x1 - mark->x0 < RAP_MARK_SIZE)
    {
      mark->form = doubtful ? RAP_MARK_HOLLOW : RAP_MARK_POINT;
      centre_on (mark, RAP_MARK_SIZE);
      return;
    }
  mark->start = doubtful ? RAP_MARK_END_CAP : RAP_MARK_END_NONE;
  mark->stop = mark->start;
  if (!doubtful)
    {
      mark->core0 = mark->x0;
      mark->core1 = mark->x1;
    }
}

static void
shape_single (const Frame *frame,
              RapMark     *mark)
{
  const RapTimelineColumns *columns = &frame->layout->columns;
  gint64 length = columns->le[mark->item] - columns->es[mark->item];
  gboolean doubtful;

  mark->flags = columns->flags[mark->item];
  mark->form = RAP_MARK_SPAN;
  doubtful = length != 1 || (mark->flags & (RAP_ITEM_UNCERTAIN | RAP_ITEM_APPROXIMATE)) != 0;
  if (columns->kind[mark->item] == RAP_KIND_ARTICLE && (length == 1 || mark->x1 - mark->x0 < RAP_MARK_SIZE))
    {
      mark->form = RAP_MARK_TRIANGLE;
      centre_on (mark, RAP_MARK_SIZE);
    }
  else if (mark->flags & RAP_ITEM_INTERVAL)
    {
      shape_interval (frame, mark);
      if (mark->x1 - mark->x0 < RAP_MARK_SIZE)
        shape_moment (mark, mark->core1 <= mark->core0);
    }
  else
    shape_moment (mark, doubtful);
}

static void
shape_run (RapMark *mark)
{
  double width = RUN_WIDTH;

  mark->form = RAP_MARK_RUN;
  for (guint count = mark->count; count >= 10; count /= 10)
    width += DIGIT_WIDTH;
  if (mark->x1 - mark->x0 < width)
    centre_on (mark, width);
}

static void
emit_mark (const Frame *frame,
           guint        lane,
           guint        row,
           guint        begin,
           guint        end)
{
  const RapTimelineLayout *layout = frame->layout;
  const RapLayoutLane *place = &layout->lanes[lane];
  RapMark mark = {
    .lane = lane, .row = row, .position = begin, .item = layout->item[begin], .count = end - begin,
    .x0 = rap_axis_get_x (frame->axis, rap_days_get (&layout->from, begin)),
    .x1 = rap_axis_get_x (frame->axis, rap_days_get (&layout->reach, end - 1)),
  };

  if (place->kind != RAP_LANE_ARTICLES)
    mark.y = place->y + layout->padding + (row + 0.5) * layout->row_height;
  if (mark.count > 1)
    shape_run (&mark);
  else
    {
      gint64 from, to;

      rap_layout_get_span (layout, mark.item, &from, &to);
      mark.x1 = rap_axis_get_x (frame->axis, to);
      shape_single (frame, &mark);
    }
  if (mark.x1 <= 0.0)
    frame->out->n_before += mark.count;
  else if (mark.x0 >= frame->axis->width)
    frame->out->n_after += mark.count;
  else
    g_array_append_val (frame->out->marks, mark);
}

static void
fold_row (const Frame *frame,
          guint        lane,
          guint        row)
{
  const RapTimelineLayout *layout = frame->layout;
  RapLayoutRow place = g_array_index (layout->rows, RapLayoutRow, layout->lanes[lane].first_row + row);
  guint end = place.first + place.n;
  guint at = rap_days_lower_bound (&layout->reach, place.first, end, frame->first + 1);

  if (at < end)
    at = find_break (frame, place.first, at);
  frame->out->n_before += at - place.first;
  while (at < end && rap_days_get (&layout->from, at) < frame->last)
    {
      guint next = run_end (frame, at, end);

      emit_mark (frame, lane, row, at, next);
      at = next;
    }
  frame->out->n_after += end - at;
}

/* Room for a label to the right of the mark, up to the next or the edge. */
static void
place_label (const Frame   *frame,
             RapMark       *mark,
             const RapMark *next)
{
  double width = frame->axis->width;
  double end = next != NULL ? MIN (next->x0 - LABEL_GAP, width) : width;

  mark->label_x = MAX (mark->x1, 0.0) + LABEL_GAP;
  mark->label_width = end - mark->label_x;
  if (mark->label_width >= LABEL_WIDTH)
    return;

  mark->label_x = MAX (mark->x0, 0.0) + 2 * LABEL_GAP;
  mark->label_width = MIN (mark->x1, width) - 2 * LABEL_GAP - mark->label_x;
  mark->label_inside = mark->form == RAP_MARK_SPAN && mark->label_width >= SPAN_WIDTH;
  if (!mark->label_inside)
    mark->label_width = 0.0;
}

static void
place_labels (const Frame *frame)
{
  GArray *marks = frame->out->marks;
  guint n_labels = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      RapMark *mark = &g_array_index (marks, RapMark, i);
      RapMark *next = i + 1 < marks->len ? mark + 1 : NULL;

      if (next != NULL && (next->lane != mark->lane || next->row != mark->row))
        next = NULL;
      if (next != NULL && mark->form == RAP_MARK_RUN)
        mark->x1 = MAX (MIN (mark->x1, next->x0 - 1.0), mark->x0 + RUN_WIDTH / 2);
      if (n_labels < RAP_LAYOUT_MAX_LABELS && mark->form != RAP_MARK_RUN && mark->form != RAP_MARK_STRIP)
        place_label (frame, mark, next);
      n_labels += mark->label_width > 0.0;
    }
}

static RapMarks *
marks_new (void)
{
  RapMarks *marks = g_new0 (RapMarks, 1);

  marks->marks = g_array_new (FALSE, FALSE, sizeof (RapMark));
  return marks;
}

static void
fold_lanes (Frame *frame,
            guint  begin,
            guint  end)
{
  g_array_set_size (frame->out->marks, 0);
  frame->out->n_before = 0;
  frame->out->n_after = 0;
  for (guint lane = begin; lane < end; lane++)
    if (frame->layout->lanes[lane].strip)
      rap_layout_cut_strip (frame->layout, frame->axis, lane, frame->out);
    else
      for (guint row = 0; row < frame->layout->lanes[lane].n_rows; row++)
        fold_row (frame, lane, row);
}

/* Marks of the lanes [begin, end), coarser until there are not too many. */
static RapMarks *
get_marks (RapTimelineLayout *self,
           const RapAxis     *axis,
           guint              begin,
           guint              end)
{
  Frame frame = {
    .layout = self, .axis = axis, .out = marks_new (),
    .resolution = exp2 (ceil (log2 (axis->scale))),
    .first = rap_axis_get_day (axis, -RAP_MARK_SIZE - FADE_LENGTH),
    .last = rap_axis_get_day (axis, axis->width + RAP_MARK_SIZE + FADE_LENGTH) + 1,
  };

  for (;; frame.resolution *= 2.0)
    {
      fold_lanes (&frame, begin, end);
      if (frame.out->marks->len <= RAP_LAYOUT_MAX_MARKS)
        break;
    }
  if (begin < end && self->lanes[begin].kind != RAP_LANE_ARTICLES)
    place_labels (&frame);
  return frame.out;
}

RapMarks *
rap_timeline_layout_get_marks (RapTimelineLayout *self,
                               const RapAxis     *axis,
                               double             y0,
                               double             y1)
{
  guint begin = 0;
  guint end;

  g_return_val_if_fail (self != NULL && axis != NULL && axis->scale > 0.0, NULL);

  while (begin < self->n_lanes
         && (self->lanes[begin].kind == RAP_LANE_ARTICLES
             || self->lanes[begin].y + self->lanes[begin].height <= y0))
    begin++;
  for (end = begin; end < self->n_lanes && self->lanes[end].y < y1; end++);
  return get_marks (self, axis, begin, end);
}

RapMarks *
rap_timeline_layout_get_articles (RapTimelineLayout *self,
                                  const RapAxis     *axis)
{
  guint n;

  g_return_val_if_fail (self != NULL && axis != NULL && axis->scale > 0.0, NULL);

  n = self->n_lanes > 0 && self->lanes[0].kind == RAP_LANE_ARTICLES ? 1 : 0;
  return get_marks (self, axis, 0, n);
}

GArray *
rap_timeline_layout_get_members (RapTimelineLayout *self,
                                 const RapMark     *mark)
{
  GArray *members;

  g_return_val_if_fail (self != NULL && mark != NULL, NULL);

  members = g_array_sized_new (FALSE, FALSE, sizeof (guint), mark->count);
  for (guint i = 0; i < mark->count; i++)
    {
      guint item = (mark->form == RAP_MARK_STRIP ? self->order : self->item)[mark->position + i];

      g_array_append_val (members, item);
    }
  return members;
}

gboolean
rap_timeline_layout_has_member (RapTimelineLayout *self,
                                const RapMark     *mark,
                                guint              item)
{
  guint place, row;

  g_return_val_if_fail (self != NULL && mark != NULL, FALSE);

  if (item >= self->columns.n_items || self->columns.lane[item] != mark->lane
      || (self->columns.flags[item] & RAP_ITEM_UNDATED) != 0)
    return FALSE;
  place = mark->form == RAP_MARK_STRIP ? rap_layout_find_in_order (self, item)
                                       : rap_layout_find_position (self, item, &row);
  return place >= mark->position && place < mark->position + mark->count;
}

void
rap_marks_free (RapMarks *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->marks);
  g_free (self);
}

static gboolean
hits (const RapMark *mark,
      double         x,
      double         slack)
{
  double label_end = mark->label_x + MIN (mark->label_width, 160.0);

  return (x >= mark->x0 - slack && x <= mark->x1 + slack)
         || (mark->label_width > 0.0 && x >= mark->label_x && x <= label_end);
}

const RapMark *
rap_marks_get_at (const RapMarks *self,
                  double          x,
                  double          y,
                  double          slack)
{
  const RapMark *best = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->marks->len; i++)
    {
      const RapMark *mark = &g_array_index (self->marks, RapMark, i);

      if (fabs (y - mark->y) > (mark->form == RAP_MARK_STRIP ? RAP_MARK_SIZE : RAP_MARK_SIZE / 2) + slack || !hits (mark, x, slack))
        continue;
      if (best == NULL || fabs (y - mark->y) < fabs (y - best->y)
          || (best->y == mark->y && x >= mark->x0 - slack && x <= mark->x1 + slack))
        best = mark;
    }
  return best;
}
