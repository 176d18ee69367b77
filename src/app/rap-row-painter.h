/* rap-row-painter.h
 *
 * Draws a row of the library in the type and the colours of its widget. A list
 * keeps some two hundred rows of which a dozen are seen: a row is a height that
 * is known without its words, and words are laid out when they are drawn.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-columns.h"

G_BEGIN_DECLS

/* In pixels, the same for every row of @kind; one line for a row of @columns (or NULL). */
int  rap_row_painter_get_height (GtkWidget       *widget,
                                 RapKind          kind,
                                 RapColumns      *columns);
void rap_row_painter_draw       (GtkWidget       *widget,
                                 GtkSnapshot     *snapshot,
                                 const RapHeader *header);
/* A row of the table of articles. */
void rap_row_painter_draw_cells (GtkWidget       *widget,
                                 GtkSnapshot     *snapshot,
                                 const RapHeader *header,
                                 RapColumns      *columns);

G_END_DECLS
