/* rap-article-column.h
 *
 * Where the reading column and the margin for chips stand in a pane of a given
 * width. Pure arithmetic in pixels.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RAP_COLUMN_SIDE       40   /* kept free at either side; bars of codings stand here */
#define RAP_COLUMN_GAP        32   /* between text and margin */
#define RAP_COLUMN_MIN        300  /* the text is not made narrower than this for the margin */
#define RAP_COLUMN_MARGIN_MIN 150
#define RAP_COLUMN_MARGIN_MAX 230

/**
 * RapColumn:
 * @x: left edge of the text
 * @width: of the text
 * @margin_x: left edge of the margin
 * @margin_width: 0 when there is no room for one
 */
typedef struct
{
  int x;
  int width;
  int margin_x;
  int margin_width;
} RapColumn;

/* @ideal: the widest the text may be; @used: the margin has something to show,
 * and takes room from the text where there is not enough for both; @mirrored:
 * the margin is at the left. */
static inline RapColumn
rap_column_place (int      total,
                  int      ideal,
                  gboolean used,
                  gboolean mirrored)
{
  RapColumn column = { 0 };
  int room = total - 2 * RAP_COLUMN_SIDE - RAP_COLUMN_GAP;
  int rest;

  if (room - RAP_COLUMN_MARGIN_MIN >= MIN (RAP_COLUMN_MIN, ideal))
    column.margin_width = CLAMP (MAX (room - ideal, room * 3 / 10), RAP_COLUMN_MARGIN_MIN, RAP_COLUMN_MARGIN_MAX);
  if (!used && total - 2 * RAP_COLUMN_SIDE - RAP_COLUMN_GAP - column.margin_width < ideal)
    column.margin_width = 0;
  rest = column.margin_width > 0 ? column.margin_width + RAP_COLUMN_GAP : 0;
  column.width = CLAMP (total - 2 * RAP_COLUMN_SIDE - rest, 1, ideal);
  column.x = MAX (RAP_COLUMN_SIDE, (total - column.width - rest) / 2);
  column.margin_x = column.x + column.width + RAP_COLUMN_GAP;
  if (mirrored)
    {
      column.x = total - column.x - column.width;
      column.margin_x = column.x - rest;
    }
  return column;
}

G_END_DECLS
