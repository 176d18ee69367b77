/* rap-chip-layout.h
 *
 * Where the chips of the margin stand: each wants to be at the height of its
 * passage, none may overlap another, and their order is that of the text.
 *
 * Chips are pushed down by those above them; what would then fall below the
 * lower edge is pushed up again as far as it goes; what still finds no room is
 * hidden (and counted, so that the margin can say so), never the kept one.
 *
 * Pure arithmetic in pixels, without GTK.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RapChipSlot:
 * @wanted: top of the passage; slots come in ascending order of it
 * @height: of the chip
 * @keep: must be shown when any is (the selected one)
 * @y: (out): top of the chip
 * @shown: (out)
 */
typedef struct
{
  int      wanted;
  int      height;
  gboolean keep;
  int      y;
  gboolean shown;
} RapChipSlot;

/* Places @slots between @top and @bottom, @gap pixels apart. Returns how many
 * had to be hidden. */
guint rap_chip_layout (RapChipSlot *slots,
                       guint        n_slots,
                       int          gap,
                       int          top,
                       int          bottom);

G_END_DECLS
