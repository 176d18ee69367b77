/* rap-columns.h
 *
 * The columns of the table of articles: the title, which takes what room the
 * others leave, and those of rap-row-face.h that are shown. Widths are pixels
 * and remembered in the settings.
 *
 * Signals:
 *   "changed" (): columns became wider or narrower, came or went.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-row-face.h"

G_BEGIN_DECLS

#define RAP_N_COLUMNS 6
#define RAP_CELL_TITLE 0          /* the column that is always there */
#define RAP_CELL_NONE  G_MAXUINT  /* no column */

#define RAP_TYPE_COLUMNS (rap_columns_get_type ())
G_DECLARE_FINAL_TYPE (RapColumns, rap_columns, RAP, COLUMNS, GObject)

/**
 * RapColumn: one that is shown
 * @cell: one of RapArticleCells, or RAP_CELL_TITLE
 * @start: from the start of the row, in pixels
 */
typedef struct
{
  guint cell;
  int   start;
  int   width;
} RapColumn;

RapColumns *rap_columns_new         (void);
/* The columns of a row that is @width wide; returns how many, the title first. */
guint       rap_columns_place       (RapColumns *self,
                                     int         width,
                                     RapColumn   columns[RAP_N_COLUMNS]);
/* Makes the column of @cell wider or narrower; the title's follows from the others'. */
void        rap_columns_resize      (RapColumns *self,
                                     guint       cell,
                                     int         width);
/* To be called when rap_row_face_set_cells() was. */
void        rap_columns_update      (RapColumns *self);
/* What stands above the column of @cell, translated. */
const char *rap_columns_get_heading (guint       cell);

G_END_DECLS
