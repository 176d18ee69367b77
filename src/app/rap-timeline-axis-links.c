/* rap-timeline-axis-links.c
 *
 * What hangs together on the axis: beside a meeting whose date is contested, the
 * dates that sources claim for it; and from the meeting that is under the
 * pointer, at the keyboard or selected, the way to the articles that report it.
 * Both are quiet and lie above the marks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-axis-private.h"

#include <math.h>

#include "rap-meeting-adoption.h"

#define MAX_CONTESTED 64      /* marks whose claimed dates are drawn */
#define MAX_WAYS      8       /* reports that a way leads to */
#define DASH          4.0
#define GAP           3.0
#define SPACE         3.0

/* A thin line of dashes, between two heights or two places. */
static void
draw_dashes (GtkSnapshot   *snapshot,
             const GdkRGBA *color,
             double         x0,
             double         x1,
             double         y)
{
  for (double x = x0; x < x1; x += DASH + GAP)
    rap_timeline_painter_rect (snapshot, color, x, y - 0.5, MIN (DASH, x1 - x), 1.0);
}

/* One claimed date in the row of the mark, with a line to it. */
static void
draw_value (RapTimelineAxisView *self,
            GtkSnapshot         *snapshot,
            const RapMark       *mark,
            const RapEdtf       *date,
            double               y)
{
  const RapTimelinePalette *palette = rap_timeline_painter_get_palette (self->painter);
  gint64 first = date->es > RAP_DAY_MIN ? date->es : date->ee;
  gint64 last = date->le < RAP_DAY_MAX ? date->le : date->ls;
  double x0 = CLAMP (rap_axis_get_x (&self->axis, first), -100.0, self->geometry.width + 100.0);
  double x1 = CLAMP (rap_axis_get_x (&self->axis, last), -100.0, self->geometry.width + 100.0);

  if (x1 - x0 < RAP_MARK_SIZE)
    {
      x0 = (x0 + x1 - RAP_MARK_SIZE) / 2.0;
      x1 = x0 + RAP_MARK_SIZE;
    }
  rap_timeline_painter_outline (snapshot,
                                &GRAPHENE_RECT_INIT (self->geometry.left + x0, y - RAP_MARK_SIZE / 2.0 + 1.0, x1 - x0,
                                                     RAP_MARK_SIZE - 2.0),
                                RAP_MARK_SIZE / 2.0 - 1.0, 1.5, &palette->meeting);
  if (x1 < mark->x0)
    draw_dashes (snapshot, &palette->meeting, self->geometry.left + x1 + 1.0, self->geometry.left + mark->x0 - 1.0, y);
  else if (x0 > mark->x1)
    draw_dashes (snapshot, &palette->meeting, self->geometry.left + mark->x1 + 1.0, self->geometry.left + x0 - 1.0, y);
}

static void
draw_contested (RapTimelineAxisView *self,
                GtkSnapshot         *snapshot,
                const RapMark       *mark)
{
  const RapTimelineLink *link = rap_timeline_links_get (self->links, self->columns.event[mark->item]);
  double y = mark->y + rap_timeline_axis_get_lanes_offset (self);

  if (link == NULL || link->values == NULL)
    return;
  for (guint i = 0; i < link->values->len; i++)
    {
      const RapClaimedValue *value = link->values->pdata[i];

      if (!value->adopted && value->date != NULL
          && (value->date->start_end == RAP_END_GIVEN || value->date->stop_end == RAP_END_GIVEN))
        draw_value (self, snapshot, mark, value->date, y);
    }
}

static void
draw_all_contested (RapTimelineAxisView *self,
                    GtkSnapshot         *snapshot)
{
  guint n = 0;

  for (guint i = 0; i < self->marks->marks->len && n < MAX_CONTESTED; i++)
    {
      const RapMark *mark = &g_array_index (self->marks->marks, RapMark, i);

      if (mark->count > 1 || (mark->flags & RAP_ITEM_CONTESTED) == 0)
        continue;
      draw_contested (self, snapshot, mark);
      n++;
    }
}

/* Where an article lies: the middle of its own mark, or of the run that holds it. */
static gboolean
find_article (RapTimelineAxisView *self,
              guint                event,
              double              *x,
              double              *y)
{
  gboolean in_header;
  const RapMark *mark;
  RapTimelineEvent info;
  graphene_rect_t area;

  rap_timeline_items_get_event (self->items, event, &info);
  if (self->columns.flags[info.first_item] & RAP_ITEM_UNDATED)
    return FALSE;
  *x = (rap_axis_get_x (&self->axis, self->columns.es[info.first_item])
        + rap_axis_get_x (&self->axis, self->columns.le[info.first_item])) / 2.0;
  *y = rap_timeline_axis_get_strip_y (self);
  mark = rap_timeline_axis_find_mark (self, info.first_item, &in_header);
  if (mark == NULL)
    return TRUE;
  rap_timeline_axis_get_area (self, mark, in_header, &area);
  *y = area.origin.y + area.size.height / 2.0;
  if (mark->count == 1)
    *x = area.origin.x + area.size.width / 2.0 - self->geometry.left;
  return TRUE;
}

/* Along the row to where the article lies in time, and from there to it. */
static void
draw_way (RapTimelineAxisView     *self,
          GtkSnapshot             *snapshot,
          const RapMark           *mark,
          const RapTimelineReport *report)
{
  const RapTimelinePalette *palette = rap_timeline_painter_get_palette (self->painter);
  GdkRGBA color = palette->article;
  double left = self->geometry.left;
  double y = mark->y + rap_timeline_axis_get_lanes_offset (self);
  double below = y + RAP_MARK_SIZE / 2.0 + SPACE;
  double x, end;
  double from;

  if (!find_article (self, report->event, &x, &end))
    return;
  color.alpha *= 0.8f;
  from = CLAMP (x > mark->x1 ? mark->x1 : x < mark->x0 ? mark->x0 : x, -10.0, self->geometry.width + 10.0);
  x = CLAMP (x, -10.0, self->geometry.width + 10.0);
  if (fabs (x - from) > 1.0)
    {
      rap_timeline_painter_rect (snapshot, &color, left + round (from), round (y), 1.0, below - round (y));
      rap_timeline_painter_rect (snapshot, &color, left + round (MIN (from, x)), below, fabs (x - from) + 1.0, 1.0);
    }
  rap_timeline_painter_rect (snapshot, &color, left + round (x), MIN (below, end + RAP_MARK_SIZE / 2.0),
                             1.0, fabs (below - end - RAP_MARK_SIZE / 2.0));
  rap_timeline_painter_rect (snapshot, &color, left + round (x) - 2.0, end + RAP_MARK_SIZE / 2.0 - 1.0, 5.0, 3.0);
}

/* The meeting whose reports are shown: under the pointer, at the keyboard, selected. */
static const RapMark *
find_told (RapTimelineAxisView *self)
{
  guint items[3] = { self->hover, self->focus, RAP_LAYOUT_NO_ITEM };

  if (self->selected != RAP_LAYOUT_NO_ITEM)
    {
      RapTimelineEvent event;

      rap_timeline_items_get_event (self->items, self->selected, &event);
      items[2] = event.first_item;
    }
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      gboolean in_header;
      const RapMark *mark = rap_timeline_axis_find_mark (self, items[i], &in_header);

      if (mark != NULL && mark->count == 1 && !in_header && self->columns.kind[mark->item] == RAP_KIND_MEETING)
        return mark;
    }
  return NULL;
}

static void
draw_reports (RapTimelineAxisView *self,
              GtkSnapshot         *snapshot,
              const RapMark       *mark)
{
  const RapTimelineLink *link = rap_timeline_links_get (self->links, self->columns.event[mark->item]);
  g_autofree char *words = NULL;
  double x, y;

  if (link == NULL || link->reports->len == 0)
    return;
  for (guint i = 0; i < MIN (link->reports->len, MAX_WAYS); i++)
    draw_way (self, snapshot, mark, &g_array_index (link->reports, RapTimelineReport, i));
  words = rap_timeline_links_say_lag (&g_array_index (link->reports, RapTimelineReport, 0));
  if (words == NULL || !find_article (self, g_array_index (link->reports, RapTimelineReport, 0).event, &x, &y)
      || x < 0.0 || x > self->geometry.width)
    return;
  rap_timeline_axis_draw_tip (self, snapshot, words, self->geometry.left + x + RAP_MARK_SIZE + SPACE,
                              y - rap_timeline_painter_line_height (self->painter) / 2.0 - SPACE);
}

void
rap_timeline_axis_draw_links (RapTimelineAxisView *self,
                              GtkSnapshot         *snapshot)
{
  const RapMark *told;

  if (self->links == NULL || rap_timeline_links_get_session (self->links) == NULL || self->marks == NULL)
    return;
  rap_timeline_axis_clip (self, snapshot, self->geometry.header, self->geometry.height);
  draw_all_contested (self, snapshot);
  gtk_snapshot_pop (snapshot);
  told = find_told (self);
  if (told == NULL || self->drag != RAP_AXIS_DRAG_NONE)
    return;
  rap_timeline_axis_clip (self, snapshot, 0.0, self->geometry.height);
  draw_reports (self, snapshot, told);
  gtk_snapshot_pop (snapshot);
}
