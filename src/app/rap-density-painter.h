/* rap-density-painter.h
 *
 * Draws the expected numbers of a lane as a strip of columns, each
 * RAP_STRIP_STEP pixels wide and as high as the logarithm of its number. The
 * strip is cut into tiles that stand still in time and are kept as render
 * nodes, so that panning draws no column anew.
 *
 * Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-density.h"

G_BEGIN_DECLS

typedef struct _RapDensityPainter RapDensityPainter;

RapDensityPainter *rap_density_painter_new   (void);
void               rap_density_painter_free  (RapDensityPainter *self);
/* Forgets all tiles: for other items. */
void               rap_density_painter_clear (RapDensityPainter *self);
/* The strip of @lane in the window of @axis, whose left end is at @x; its
 * columns stand on @y + @height. A column of @peak is as high as the strip. */
void               rap_density_painter_draw  (RapDensityPainter *self,
                                              GtkSnapshot       *snapshot,
                                              const RapDensity  *density,
                                              guint              lane,
                                              const RapAxis     *axis,
                                              double             x,
                                              double             y,
                                              double             height,
                                              double             peak,
                                              const GdkRGBA     *color);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapDensityPainter, rap_density_painter_free)

G_END_DECLS
