/* rap-chip-layout.c
 *
 * Push-down packing of the margin's chips with a lower edge.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rap-chip-layout.h"

/* Total height of what is shown, gaps included. */
static int
measure (const RapChipSlot *slots,
         guint              n_slots,
         int                gap)
{
  int total = -gap;

  for (guint i = 0; i < n_slots; i++)
    if (slots[i].shown)
      total += slots[i].height + gap;
  return total;
}

/* Hides from the end, sparing what is to be kept, until the rest fits. */
static guint
hide_surplus (RapChipSlot *slots,
              guint        n_slots,
              int          gap,
              int          room)
{
  int total;
  guint n_hidden = 0;

  for (guint i = 0; i < n_slots; i++)
    slots[i].shown = TRUE;
  total = measure (slots, n_slots, gap);

  for (guint i = n_slots; i > 0 && total > room; i--)
    {
      if (slots[i - 1].keep)
        continue;
      slots[i - 1].shown = FALSE;
      total -= slots[i - 1].height + gap;
      n_hidden++;
    }
  return n_hidden;
}

static void
push_down (RapChipSlot *slots,
           guint        n_slots,
           int          gap,
           int          top)
{
  int y = top;

  for (guint i = 0; i < n_slots; i++)
    {
      if (!slots[i].shown)
        continue;
      slots[i].y = MAX (slots[i].wanted, y);
      y = slots[i].y + slots[i].height + gap;
    }
}

static void
push_up (RapChipSlot *slots,
         guint        n_slots,
         int          gap,
         int          bottom)
{
  int limit = bottom;

  for (guint i = n_slots; i > 0; i--)
    {
      RapChipSlot *slot = &slots[i - 1];

      if (!slot->shown)
        continue;
      if (slot->y + slot->height <= limit)
        return;
      slot->y = limit - slot->height;
      limit = slot->y - gap;
    }
}

guint
rap_chip_layout (RapChipSlot *slots,
                 guint        n_slots,
                 int          gap,
                 int          top,
                 int          bottom)
{
  guint n_hidden = hide_surplus (slots, n_slots, gap, bottom - top);

  push_down (slots, n_slots, gap, top);
  push_up (slots, n_slots, gap, bottom);
  return n_hidden;
}
