/* rap-reading-popover.h
 *
 * Typeface, size, line width and line spacing of articles, at hand below the
 * text. Every change shows at once, here and in other windows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RAP_TYPE_READING_POPOVER (rap_reading_popover_get_type ())
G_DECLARE_FINAL_TYPE (RapReadingPopover, rap_reading_popover, RAP, READING_POPOVER, GtkPopover)

/* Once; the popover can do nothing before. */
void rap_reading_popover_bind (RapReadingPopover *self,
                               GSettings         *settings);

G_END_DECLS
