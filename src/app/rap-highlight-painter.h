/* rap-highlight-painter.h
 *
 * Draws the highlights of the visible part of an article below its text. Kinds
 * differ by colour and by line: claims solid over a tint, cues dotted, sources
 * thin, meetings double over a tint, mentions dashed, codings as bars at the
 * left; what overlaps has its own lane; proposals have an outline of dots;
 * date expressions small grey dots. Colours come from the style sheet's
 * named colours (rap_claim, rap_claim_dark, rap_claim_contrast …) or are the
 * mark's own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-article-marks.h"

G_BEGIN_DECLS

typedef struct _RapHighlightPainter RapHighlightPainter;

/* (transfer full) */
RapHighlightPainter *rap_highlight_painter_new         (GtkTextView           *view);
void                 rap_highlight_painter_free        (RapHighlightPainter   *self);
/* Reads the colours anew: after a change of style. */
void                 rap_highlight_painter_update      (RapHighlightPainter   *self);
/* Draws, in buffer coordinates, what is between @top and @bottom. */
void                 rap_highlight_painter_snapshot    (RapHighlightPainter   *self,
                                                        const RapArticleMarks *marks,
                                                        const RapText         *text,
                                                        int                    top,
                                                        int                    bottom,
                                                        GtkSnapshot           *snapshot);

G_END_DECLS
