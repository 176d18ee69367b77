/* rap-timeline-picture-marks.c
 *
 * One mark, as in the window: what is certain is solid, doubt a thin line.
 * What reaches out of the picture is cut there, without a cap.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-picture-private.h"

#define UNSURE (RAP_ITEM_PLANNED | RAP_ITEM_CANCELLED | RAP_ITEM_REPORTED_ONLY)
#define LABEL_RISE 4.0   /* from a baseline to the middle of its letters */

static double
cut (double x)
{
  return CLAMP (x, 0.0, RAP_SHEET_AXIS);
}

/* From the core to one end of the doubt. */
static void
draw_end (RapSheet      *self,
          const RapMark *mark,
          RapMarkEnd     end,
          RapInk         ink,
          double         left,
          double         core,
          double         x,
          double         y)
{
  gboolean dashed = (mark->flags & RAP_ITEM_APPROXIMATE) != 0 || end == RAP_MARK_END_UNKNOWN;
  double from = cut (MIN (core, x));
  double to = cut (MAX (core, x));
  gboolean inside = x >= 0.0 && x <= RAP_SHEET_AXIS;
  double sign = x < core ? -1.0 : 1.0;

  if (end == RAP_MARK_END_NONE)
    return;
  if (to > from)
    rap_sheet_shape (self, dashed ? RAP_PICTURE_DASHES : RAP_PICTURE_LINE, ink, left + from, y, to - from, 0.0);
  if (end == RAP_MARK_END_CAP && inside)
    rap_sheet_shape (self, RAP_PICTURE_RECT, ink, left + (sign < 0.0 ? x : x - 2.0), y - 5.0, 2.0, 10.0);
  else if (end == RAP_MARK_END_OPEN)
    rap_sheet_shape (self, RAP_PICTURE_ARROW, ink, left + cut (x), y, sign * 8.0, 4.0);
  else if (end == RAP_MARK_END_UNKNOWN)
    rap_sheet_text (self, ink, RAP_SHEET_LABEL, TRUE, left + cut (x) + (sign < 0.0 ? -8.0 : 1.0), y + LABEL_RISE, 0.0, "?");
}

static void
draw_span (RapSheet      *self,
           const RapMark *mark,
           RapInk         ink,
           double         left,
           double         y)
{
  gboolean solid = mark->core1 > mark->core0;
  double middle = (mark->x0 + mark->x1) / 2.0;

  draw_end (self, mark, mark->start, ink, left, solid ? mark->core0 : middle, mark->x0, y);
  draw_end (self, mark, mark->stop, ink, left, solid ? mark->core1 : middle, mark->x1, y);
  if (solid && mark->core1 >= 0.0 && mark->core0 <= RAP_SHEET_AXIS)
    rap_sheet_shape (self, mark->flags & (RAP_ITEM_PLANNED | RAP_ITEM_CANCELLED) ? RAP_PICTURE_FRAME : RAP_PICTURE_RECT,
                     ink, left + cut (mark->core0), y - 5.0, MAX (cut (mark->core1) - cut (mark->core0), 2.0), 10.0);
}

static void
draw_run (RapSheet      *self,
          const RapMark *mark,
          RapInk         ink,
          double         left,
          double         y)
{
  g_autofree char *count = g_strdup_printf ("%u", mark->count);
  double from = cut (mark->x0);
  double to = cut (mark->x1);
  double width = rap_picture_text_width (count, RAP_SHEET_SMALL, FALSE);

  rap_sheet_shape (self, RAP_PICTURE_RECT, RAP_INK_PAPER, left + from, y - 8.0, to - from, 16.0);
  rap_sheet_shape (self, RAP_PICTURE_FRAME, ink, left + from, y - 8.0, to - from, 16.0);
  rap_sheet_text (self, RAP_INK_TEXT, RAP_SHEET_SMALL, FALSE, left + (from + to - width) / 2.0, y + LABEL_RISE, 0.0, count);
}

static void
draw_form (RapSheet      *self,
           const RapMark *mark,
           RapInk         ink,
           double         left,
           double         y)
{
  double middle = left + (mark->x0 + mark->x1) / 2.0;
  gboolean exact = self->columns.le[mark->item] - self->columns.es[mark->item] == 1;

  switch (mark->form)
    {
    case RAP_MARK_POINT:
      rap_sheet_shape (self, mark->flags & UNSURE ? RAP_PICTURE_RING : RAP_PICTURE_DISC, ink, middle, y, 5.0, 0.0);
      break;
    case RAP_MARK_HOLLOW:
      rap_sheet_shape (self, RAP_PICTURE_RING, ink, middle, y, 5.0, 0.0);
      break;
    case RAP_MARK_TRIANGLE:
      rap_sheet_shape (self, exact ? RAP_PICTURE_TRIANGLE : RAP_PICTURE_TRIANGLE_HOLLOW, ink, middle, y, 4.5, 0.0);
      break;
    case RAP_MARK_SPAN:
      draw_span (self, mark, ink, left, y);
      break;
    case RAP_MARK_RUN:
    case RAP_MARK_STRIP:
    default:
      draw_run (self, mark, ink, left, y);
    }
}

/* The title, and the date where there is room for all of it. */
static void
draw_label (RapSheet      *self,
            const RapMark *mark,
            double         left,
            double         y)
{
  guint event = self->columns.event[mark->item];
  const char *sign = mark->flags & RAP_ITEM_CONTESTED ? "≠ " : "";
  g_autofree char *title = g_strconcat (sign, rap_sheet_title_of (self, event), NULL);
  g_autoptr (RapEdtf) when = NULL;
  g_autofree char *date = NULL;
  g_autofree char *both = NULL;
  RapTimelineEvent values;
  double x = left + mark->label_x + (mark->stop == RAP_MARK_END_UNKNOWN ? 6.0 : 0.0);

  rap_timeline_items_get_event (self->items, event, &values);
  when = rap_edtf_parse (values.when, NULL);
  date = when != NULL ? self->options->words->date (when) : g_strdup ("");
  both = g_strdup_printf ("%s · %s", title, date);
  if (mark->label_inside)
    rap_sheet_shape (self, RAP_PICTURE_RECT, RAP_INK_PAPER, x - 4.0, y - 8.0,
                     MIN (rap_picture_text_width (title, RAP_SHEET_LABEL, FALSE), mark->label_width) + 8.0, 16.0);
  if (!mark->label_inside && rap_picture_text_width (both, RAP_SHEET_LABEL, FALSE) <= mark->label_width)
    rap_sheet_text (self, RAP_INK_TEXT, RAP_SHEET_LABEL, FALSE, x, y + LABEL_RISE, mark->label_width, both);
  else
    rap_sheet_text (self, RAP_INK_TEXT, RAP_SHEET_LABEL, FALSE, x, y + LABEL_RISE, mark->label_width, title);
}

static void
begin_run (RapSheet      *self,
           const RapMark *mark)
{
  g_autofree char *count = g_strdup_printf ("%u", mark->count);
  guint event = self->columns.event[mark->item];
  g_autofree char *title = rap_sheet_fill (self, "%1 together, the first: %2", count, rap_sheet_title_of (self, event));
  RapTimelineEvent values;

  rap_timeline_items_get_event (self->items, event, &values);
  rap_sheet_begin (self, "run", values.id, title);
}

void
rap_sheet_draw_mark (RapSheet      *self,
                     const RapMark *mark,
                     double         x,
                     double         y)
{
  RapInk ink = self->columns.kind[mark->item] == RAP_KIND_ARTICLE ? RAP_INK_ARTICLE : RAP_INK_MEETING;

  if (mark->count > 1)
    begin_run (self, mark);
  else
    rap_sheet_begin_event (self, self->columns.event[mark->item]);
  draw_form (self, mark, ink, x, y);
  if (mark->label_width > 0.0)
    draw_label (self, mark, x, y);
  rap_sheet_end (self);
}
