/* rap-row-words.h
 *
 * What the rows of the library say: functions from a RapHeader to a translated
 * string, called by the closures of ui/rap-row-*.ui under their own names.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "rap-header.h"

G_BEGIN_DECLS

/**
 * RapArticleCells: what the rows of articles show beside the title
 */
typedef enum
{
  RAP_CELL_OUTLET   = 1 << 0,
  RAP_CELL_DATE     = 1 << 1,
  RAP_CELL_LANGUAGE = 1 << 2,
  RAP_CELL_COUNTS   = 1 << 3,
  RAP_CELL_MARK     = 1 << 4,
} RapArticleCells;

/* For the rows that are made from now on; outlet, date and counts at first. */
void  rap_row_words_set_article_cells (guint cells);
/* Makes the closures of the row files known to @scope. */
void  rap_row_words_add_to_scope (GtkBuilderCScope *scope);
/* A date for a list: "8 Nov 2022"; "" for NULL. (transfer full) */
char *rap_row_words_date         (const char       *edtf);
/* "CT+ certain", "PS− possible, denied": the tag of a claim. (transfer full) */
char *rap_row_words_commitment   (const char       *tag);
/* A tooltip: the title whole, and how much is said of the article. (transfer full) */
char *rap_row_words_describe_article (const RapHeader *header);

G_END_DECLS
