/* rap-timeline-dock-private.h
 *
 * What the files of the dock share: its state, and the actions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-timeline-axis-view.h"
#include "rap-timeline-choice.h"
#include "rap-timeline-dock.h"
#include "rap-timeline-links.h"
#include "rap-timeline-loader.h"
#include "rap-timeline-overview.h"
#include "rap-timeline-popover.h"
#include "rap-timeline-tray.h"
#include "rap-timeline-view.h"

G_BEGIN_DECLS

#define RAP_TIMELINE_N_VIEWS 5    /* the axis is the first */

/**
 * RapTimelineDock:
 * @stale: the view gets the data when it is shown
 * @unfit: and shows what is worth seeing
 * @current: index into @views
 * @show_pending: the selection is not there yet
 * @fit: the next items are of another project
 */
struct _RapTimelineDock
{
  AdwBin               parent_instance;
  GtkBox              *view_buttons;
  GtkStack            *stack;
  GtkWidget           *axis_tools;
  GtkWidget           *zoom_tools;
  GtkWidget           *page_tools;
  RapTimelineOverview *overview;
  GtkWidget           *brush_button;
  GtkLabel            *brush_label;
  RapTimelineTray     *band;
  RapTimelineTray     *undated;
  GtkLabel            *page_title;
  GtkLabel            *message;
  GtkDropDown         *lanes_choice;
  GtkDropDown         *calendar_choice;
  GtkMenuButton       *go_to_button;
  GtkEntry            *go_to_entry;
  GtkLabel            *go_to_error;
  GtkWidget           *choice_bar;
  GtkLabel            *choice_label;
  RapTimelineView     *views[RAP_TIMELINE_N_VIEWS];
  gboolean             stale[RAP_TIMELINE_N_VIEWS];
  gboolean             unfit[RAP_TIMELINE_N_VIEWS];
  GSettings           *settings;
  RapTimelineLoader   *loader;
  RapTimelineBrush    *brush;
  RapTimelineChoice   *choice;
  RapTimelineLinks    *links;
  RapTimelinePopover  *choice_list;
  RapTimelineData     *data;
  guint                current;
  char                *lanes;
  RapCalendar          calendar;
  RapKind              selected_kind;
  char                *selected_id;
  gboolean             show_pending;
  gboolean             fit;
};

RapTimelineView     *rap_timeline_dock_get_view        (RapTimelineDock *self);
RapTimelineAxisView *rap_timeline_dock_get_axis        (RapTimelineDock *self);
/* NULL when nothing is shown. */
RapTimelineItems    *rap_timeline_dock_get_items       (RapTimelineDock *self);
/* Of the view that is shown. */
const char          *rap_timeline_dock_get_view_name   (RapTimelineDock *self);
void                 rap_timeline_dock_install_actions (GtkWidgetClass  *widget_class);

G_END_DECLS
