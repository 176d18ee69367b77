/* rap-timeline-painter.h
 *
 * Draws what the timeline layer has laid out, for the axis and the month:
 * colours from the style, small shapes as cached textures, labels as cached
 * layouts. All rectangles of a frame come before all texts.
 *
 * Belongs to one widget and lives as long; main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-timeline-layout.h"

G_BEGIN_DECLS

typedef struct _RapTimelinePainter RapTimelinePainter;

typedef enum
{
  RAP_SHAPE_DOT,
  RAP_SHAPE_RING,
  RAP_SHAPE_TRIANGLE,
  RAP_SHAPE_TRIANGLE_HOLLOW,
} RapShape;

typedef struct
{
  GdkRGBA text;
  GdkRGBA dim;         /* text of less weight */
  GdkRGBA grid;
  GdkRGBA stripe;      /* every other lane */
  GdkRGBA background;
  GdkRGBA meeting;
  GdkRGBA article;
  GdkRGBA today;
  GdkRGBA selected;
} RapTimelinePalette;

RapTimelinePainter       *rap_timeline_painter_new         (GtkWidget          *widget);
void                      rap_timeline_painter_free        (RapTimelinePainter *self);
/* Forgets what was cached for other items. Keeps a reference. */
void                      rap_timeline_painter_set_items   (RapTimelinePainter *self,
                                                            RapTimelineItems   *items);
/* After a change of style, scale or font. */
void                      rap_timeline_painter_restyle     (RapTimelinePainter *self);
const RapTimelinePalette *rap_timeline_painter_get_palette (RapTimelinePainter *self);

void                      rap_timeline_painter_rect        (GtkSnapshot        *snapshot,
                                                            const GdkRGBA      *color,
                                                            double              x,
                                                            double              y,
                                                            double              width,
                                                            double              height);
/* A line of width @line along the inside of @area. */
void                      rap_timeline_painter_outline     (GtkSnapshot        *snapshot,
                                                            const graphene_rect_t *area,
                                                            double              radius,
                                                            double              line,
                                                            const GdkRGBA      *color);
/* A shape of RAP_MARK_SIZE around a point. */
void                      rap_timeline_painter_shape       (RapTimelinePainter *self,
                                                            GtkSnapshot        *snapshot,
                                                            RapShape            shape,
                                                            const GdkRGBA      *color,
                                                            double              x,
                                                            double              y);
/* Text of the view itself (ticks, lanes), cached by the text; the part that is
 * too long for @width (> 0) is left out. Returns the width drawn; with a NULL
 * @snapshot only measures. @y is the middle. */
double                    rap_timeline_painter_text        (RapTimelinePainter *self,
                                                            GtkSnapshot        *snapshot,
                                                            const char         *text,
                                                            const GdkRGBA      *color,
                                                            double              x,
                                                            double              y,
                                                            double              width);
/* The label of an event, with its date when @dated; @y is the middle. */
double                    rap_timeline_painter_label       (RapTimelinePainter *self,
                                                            GtkSnapshot        *snapshot,
                                                            guint               event,
                                                            gboolean            dated,
                                                            double              x,
                                                            double              y,
                                                            double              width);
/* The marks, moved by (@x, @y): first everything but texts, then the texts. */
void                      rap_timeline_painter_marks       (RapTimelinePainter *self,
                                                            GtkSnapshot        *snapshot,
                                                            const RapMarks     *marks,
                                                            double              x,
                                                            double              y);
void                      rap_timeline_painter_mark_texts  (RapTimelinePainter *self,
                                                            GtkSnapshot        *snapshot,
                                                            const RapMarks     *marks,
                                                            double              x,
                                                            double              y);
/* Height of a line of text in the widget's font, in whole pixels. */
double                    rap_timeline_painter_line_height (RapTimelinePainter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapTimelinePainter, rap_timeline_painter_free)

G_END_DECLS
