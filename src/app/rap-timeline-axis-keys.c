/* rap-timeline-axis-keys.c
 *
 * The axis view by keys: walking from mark to mark and from lane to lane,
 * picking out, panning, pages of a month or a year, the ends of a lane.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-timeline-axis-private.h"

#include <math.h>

#include "rap-month-layout.h"
#include "rap-ticks.h"
#include "rap-timeline-dating.h"

#define KEY_PAN   0.25     /* of the width */
#define YEAR_DAYS 366      /* a window of more days is turned by years */
#define YEAR_ROOM 2.0      /* pixels: where a year has less, by the years of a tick */

guint
rap_timeline_axis_find_start (RapTimelineAxisView *self)
{
  RapTimelineEvent event;

  if (self->layout == NULL)
    return RAP_LAYOUT_NO_ITEM;
  rap_timeline_axis_update (self);
  if (self->focus != RAP_LAYOUT_NO_ITEM)
    return self->focus;
  if (self->selected != RAP_LAYOUT_NO_ITEM)
    {
      rap_timeline_items_get_event (self->items, self->selected, &event);
      if (rap_timeline_layout_get_row (self->layout, event.first_item) != RAP_LAYOUT_NO_ITEM)
        return event.first_item;
    }
  if (self->marks != NULL && self->marks->marks->len > 0)
    return g_array_index (self->marks->marks, RapMark, 0).item;
  if (self->articles != NULL && self->articles->marks->len > 0)
    return g_array_index (self->articles->marks, RapMark, 0).item;
  for (guint i = 0; i < self->columns.n_items; i++)
    if (rap_timeline_layout_get_row (self->layout, i) != RAP_LAYOUT_NO_ITEM)
      return i;
  return RAP_LAYOUT_NO_ITEM;
}

/* What the mark of an item stands for, more picked out or less. */
static void
pick_out (RapTimelineAxisView *self,
          guint                item,
          gboolean             toggle)
{
  const RapMark *mark = rap_timeline_axis_find_mark (self, item, NULL);
  g_autoptr (GArray) events = mark != NULL ? rap_timeline_axis_list_events (self, mark) : NULL;

  if (events == NULL || self->choice == NULL)
    return;
  if (toggle)
    rap_timeline_choice_toggle (self->choice, events);
  else
    rap_timeline_choice_set (self->choice, events, TRUE);
}

/* With @extend the mark left and the mark reached are picked out. */
static gboolean
walk_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  RapTimelineAxisView *self = RAP_TIMELINE_AXIS_VIEW (widget);
  gboolean first = self->focus == RAP_LAYOUT_NO_ITEM;
  gboolean extend;
  guint item = rap_timeline_axis_find_start (self);
  int steps, lanes;

  if (item == RAP_LAYOUT_NO_ITEM)
    return FALSE;
  g_variant_get (args, "(iib)", &steps, &lanes, &extend);
  if (extend)
    pick_out (self, item, FALSE);
  if (!first && lanes != 0)
    item = rap_timeline_layout_step_lane (self->layout, item, lanes);
  else if (!first)
    item = rap_timeline_layout_step (self->layout, item, steps);
  rap_timeline_axis_stop (self);
  rap_timeline_axis_set_focus (self, item, TRUE);
  if (extend)
    pick_out (self, item, FALSE);
  return TRUE;
}

static gboolean
toggle_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  RapTimelineAxisView *self = RAP_TIMELINE_AXIS_VIEW (widget);

  pick_out (self, self->focus, TRUE);
  return self->focus != RAP_LAYOUT_NO_ITEM;
}

static gboolean
end_cb (GtkWidget *widget,
        GVariant  *args,
        gpointer   user_data)
{
  RapTimelineAxisView *self = RAP_TIMELINE_AXIS_VIEW (widget);
  guint item = rap_timeline_axis_find_start (self);

  if (item == RAP_LAYOUT_NO_ITEM)
    return FALSE;
  item = rap_timeline_layout_get_nearest (self->layout, self->columns.lane[item],
                                          g_variant_get_int32 (args) < 0 ? -RAP_AXIS_FAR : RAP_AXIS_FAR);
  rap_timeline_axis_set_focus (self, item, TRUE);
  return TRUE;
}

static gboolean
pan_cb (GtkWidget *widget,
        GVariant  *args,
        gpointer   user_data)
{
  RapTimelineAxisView *self = RAP_TIMELINE_AXIS_VIEW (widget);
  RapAxis to = *rap_timeline_axis_get_aim (self);

  if (self->items == NULL)
    return FALSE;
  rap_axis_pan (&to, round (g_variant_get_int32 (args) * KEY_PAN * to.width));
  rap_timeline_axis_go (self, &to);
  return TRUE;
}

/* How many months a page has: one, or those of a year when more than a year is
 * in view. Where years are too narrow to be told apart, as many as a tick has. */
static gint64
count_page_months (RapTimelineAxisView *self,
                   const RapAxis       *axis)
{
  g_autoptr (RapTicks) ticks = NULL;

  if (axis->width * axis->scale <= YEAR_DAYS)
    return 1;
  if (366.0 / axis->scale >= YEAR_ROOM)
    return 12;
  ticks = rap_ticks_new (axis, 1);
  return 12 * MAX (ticks->major_step, 1);
}

/* The window begins on the same day of another month. */
static gboolean
page_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  RapTimelineAxisView *self = RAP_TIMELINE_AXIS_VIEW (widget);
  RapAxis to = *rap_timeline_axis_get_aim (self);
  gint64 months;

  if (self->items == NULL)
    return FALSE;
  months = count_page_months (self, &to) * g_variant_get_int32 (args);
  if (ABS (months) <= 12)
    to.start = CLAMP (rap_month_add (to.start, (int) months), -RAP_AXIS_FAR, RAP_AXIS_FAR);
  else
    rap_axis_pan (&to, months / 12 * 365.2425 / to.scale);
  rap_timeline_axis_go (self, &to);
  return TRUE;
}

static gboolean
card_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  RapTimelineAxisView *self = RAP_TIMELINE_AXIS_VIEW (widget);
  const RapMark *mark = rap_timeline_axis_find_mark (self, self->focus, NULL);

  if (mark == NULL)
    return FALSE;
  rap_timeline_axis_show_card (self, mark);
  return TRUE;
}

static gboolean
date_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  RapTimelineAxisView *self = RAP_TIMELINE_AXIS_VIEW (widget);
  RapTimelineEvent event;
  guint index;

  if (!rap_timeline_axis_view_get_focus (self, &index))
    return FALSE;
  rap_timeline_items_get_event (self->items, index, &event);
  rap_timeline_dating_ask (widget, &event);
  return TRUE;
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  return rap_timeline_axis_cancel_drag (RAP_TIMELINE_AXIS_VIEW (widget));
}

static gboolean
choose_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  RapTimelineAxisView *self = RAP_TIMELINE_AXIS_VIEW (widget);
  const RapMark *mark = rap_timeline_axis_find_mark (self, self->focus, NULL);

  if (mark == NULL)
    return FALSE;
  rap_timeline_axis_choose (self, mark, g_variant_get_boolean (args));
  return TRUE;
}

static void
add_walks (GtkWidgetClass *widget_class)
{
  static const struct { guint key, keypad; int steps, lanes; } walks[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0 }, { GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0 },
    { GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1 }, { GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (walks); i++)
    {
      const guint keys[] = { walks[i].key, walks[i].keypad };

      for (guint j = 0; j < G_N_ELEMENTS (keys); j++)
        {
          gtk_widget_class_add_binding (widget_class, keys[j], 0, walk_cb, "(iib)", walks[i].steps, walks[i].lanes, FALSE);
          gtk_widget_class_add_binding (widget_class, keys[j], GDK_SHIFT_MASK, walk_cb, "(iib)", walks[i].steps,
                                        walks[i].lanes, TRUE);
        }
    }
}

void
rap_timeline_axis_add_keys (GtkWidgetClass *widget_class)
{
  static const guint enter[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter };

  add_walks (widget_class);
  for (guint i = 0; i < G_N_ELEMENTS (enter); i++)
    gtk_widget_class_add_binding (widget_class, enter[i], 0, choose_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, choose_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, GDK_CONTROL_MASK, toggle_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_CONTROL_MASK, pan_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_CONTROL_MASK, pan_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, page_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, page_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, end_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, end_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_i, 0, card_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, card_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, card_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_d, 0, date_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}
