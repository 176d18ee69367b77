/* rap-reading-hits.h
 *
 * Draws the hits of a search below the text: a tint and an outline in the
 * accent colour, stronger on the one that is looked at. What annotations draw
 * stays visible.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-text.h"

G_BEGIN_DECLS

/* Draws, in buffer coordinates, what is between @top and @bottom. @hits in order
 * (element-type RapRange); @current: the one looked at. */
void rap_reading_hits_snapshot (GtkTextView   *view,
                                const RapText *text,
                                const GArray  *hits,
                                RapRange       current,
                                int            top,
                                int            bottom,
                                GtkSnapshot   *snapshot);

G_END_DECLS
