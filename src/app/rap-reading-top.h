/* rap-reading-top.h
 *
 * What stands at the top of a text view. It is held there until the text has
 * come to rest: while lines are laid out, and margins and type change.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _RapReadingTop RapReadingTop;

/* @view is not owned and lives longer. (transfer full) */
RapReadingTop *rap_reading_top_new     (GtkTextView   *view);
void           rap_reading_top_free    (RapReadingTop *self);
/* The code point at the top, 0 with what is above the text. */
guint          rap_reading_top_get     (RapReadingTop *self);
/* Goes there, now or as soon as the text is laid out. */
void           rap_reading_top_hold    (RapReadingTop *self,
                                        guint          offset);
/* How many pixels below the top @offset stands. */
int            rap_reading_top_measure (RapReadingTop *self,
                                        guint          offset);
/* What is @below pixels below the top stays there while lines break anew. */
void           rap_reading_top_hold_line (RapReadingTop *self,
                                          guint          offset,
                                          int            below);
/* The text goes elsewhere or is another. */
void           rap_reading_top_release (RapReadingTop *self);

G_END_DECLS
