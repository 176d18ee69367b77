/* rap-article-lines.h
 *
 * Where passages stand on the screen: the display lines that are visible in a
 * text view, and the boxes that a range of code points covers on each. Costs
 * follow what is visible, not the length of the text. Coordinates are the text
 * view's buffer coordinates, in pixels.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-text.h"

G_BEGIN_DECLS

/**
 * RapArticleLine: one display line
 * @range: its code points, without the line end
 * @top: of its characters
 * @height: of its characters, without the space between lines
 * @plain: all of it runs from left to right
 */
typedef struct
{
  RapRange range;
  int      top;
  int      height;
  gboolean plain;
} RapArticleLine;

/* The lines that cut [@top, @bottom) of the buffer. (transfer full) (element-type RapArticleLine) */
GArray *rap_article_lines_collect   (GtkTextView          *view,
                                     const RapText        *text,
                                     int                   top,
                                     int                   bottom);
/* Appends the boxes (GdkRectangle) of @range on @line to @boxes: one, or more
 * where directions mix; none when it is not on the line. */
void    rap_article_line_get_boxes  (const RapArticleLine *line,
                                     GtkTextView          *view,
                                     const RapText        *text,
                                     RapRange              range,
                                     GArray               *boxes);

G_END_DECLS
