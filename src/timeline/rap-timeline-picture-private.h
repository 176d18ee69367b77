/* rap-timeline-picture-private.h
 *
 * The sheet that the parts of a timeline's picture are drawn on, from top to
 * bottom.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-timeline-picture.h"

G_BEGIN_DECLS

#define RAP_SHEET_MARGIN 40.0
#define RAP_SHEET_INNER  (RAP_PICTURE_WIDTH - 2.0 * RAP_SHEET_MARGIN)
#define RAP_SHEET_BOTTOM (RAP_PICTURE_HEIGHT - RAP_SHEET_MARGIN)
#define RAP_SHEET_LABEL  12.0   /* size of labels */
#define RAP_SHEET_SMALL  10.5
#define RAP_SHEET_LINE   15.0   /* height of a line of them */
#define RAP_SHEET_LANES  180.0  /* width of the names of lanes */
#define RAP_SHEET_AXIS   (RAP_SHEET_INNER - RAP_SHEET_LANES)

/**
 * RapSheet:
 * @y: what is above is drawn
 * @ids: of groups, to keep them apart
 * @peak: what fills a strip, in expected items a column of @peak_days
 * @seen: events that have a group of their own, by index
 * @n_events: how many they are
 * @n_hidden: things on calendar pages for which there was no room
 */
typedef struct
{
  RapPicture              *picture;
  RapPicturePage          *page;
  const RapPictureOptions *options;
  RapTimelineData         *data;
  RapTimelineItems        *items;
  RapTimelineColumns       columns;
  GHashTable              *ids;
  GHashTable              *seen;
  double                   y;
  double                   peak;
  double                   peak_days;
  guint                    n_events;
  guint                    n_hidden;
} RapSheet;

const char *rap_sheet_words     (RapSheet       *self,
                                 const char     *english);
/* With "%1" and "%2" replaced. (transfer full) */
char       *rap_sheet_fill      (RapSheet       *self,
                                 const char     *english,
                                 const char     *first,
                                 const char     *second);
/* A page with the title. */
void        rap_sheet_turn      (RapSheet       *self);
/* Whether so much more fits on the page. */
gboolean    rap_sheet_has_room  (RapSheet       *self,
                                 double          height);
void        rap_sheet_shape     (RapSheet       *self,
                                 RapPictureForm  form,
                                 RapInk          ink,
                                 double          x,
                                 double          y,
                                 double          width,
                                 double          height);
/* Cut to @width unless it is 0. */
void        rap_sheet_text      (RapSheet       *self,
                                 RapInk          ink,
                                 double          size,
                                 gboolean        bold,
                                 double          x,
                                 double          y,
                                 double          width,
                                 const char     *text);
/* @prefix and @id make the group's id; a second one is given a number. */
void        rap_sheet_begin     (RapSheet       *self,
                                 const char     *prefix,
                                 const char     *id,
                                 const char     *title);
void        rap_sheet_end       (RapSheet       *self);
/* A group for one event that says all about it. */
void        rap_sheet_begin_event (RapSheet     *self,
                                   guint         event);
/* The title, or what stands for a missing one. */
const char *rap_sheet_title_of  (RapSheet       *self,
                                 guint           event);
/* "2020", "44 BCE"; astronomical. (transfer full) */
char       *rap_sheet_year      (RapSheet       *self,
                                 gint64          year);
/* "3" or "0.4". (transfer full) */
char       *rap_sheet_number    (double          number);

/* The views. */
void        rap_sheet_draw_axis   (RapSheet       *self);
gboolean    rap_sheet_draw_blocks (RapSheet       *self,
                                   GError        **error);
/* One mark with its label, @x and @y from the left and top of the page. */
void        rap_sheet_draw_mark   (RapSheet       *self,
                                   const RapMark  *mark,
                                   double          x,
                                   double          y);
/* What comes after the view: legend, caption and what has no date. */
void        rap_sheet_draw_legend  (RapSheet      *self);
void        rap_sheet_draw_caption (RapSheet      *self);
void        rap_sheet_draw_undated (RapSheet      *self);

G_END_DECLS
