/* rap-article-point.h
 *
 * What stands at a point of a text view with folded lines. GTK answers that by
 * the heights it last measured: where a line was folded since, it looks for the
 * line's bytes among those of the next visible line and ends the program
 * ("Byte index is off the end of the line", GTK 4.8). Ask here instead.
 * Folded is what has a tag that makes it invisible, always whole lines.
 *
 * Coordinates are those of the buffer, in pixels.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whether the height still belongs to a folded line: GTK must not be asked there. */
gboolean rap_article_point_is_folded (GtkTextView *view,
                                      int          y);
/* Sets @iter to the character at the point, or to the next visible line where
 * that is folded; FALSE when the point is on no character. */
gboolean rap_article_point_find      (GtkTextView *view,
                                      int          x,
                                      int          y,
                                      GtkTextIter *iter);

G_END_DECLS
