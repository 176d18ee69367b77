/* rap-list-options.h
 *
 * The menu beside a list's filter: what can be typed there, to be chosen
 * instead, the order of the rows, and what the rows of articles show. Order and
 * rows of the list of articles are remembered in the settings.
 *
 * Properties: sort (see the setting "article-sort"), reversed, show-outlet,
 * show-date, show-language, show-counts, show-mark.
 * Signals:
 *   "cells-changed" (): rows show something else now; make them anew.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rap-columns.h"
#include "rap-header-list.h"

G_BEGIN_DECLS

#define RAP_TYPE_LIST_OPTIONS (rap_list_options_get_type ())
G_DECLARE_FINAL_TYPE (RapListOptions, rap_list_options, RAP, LIST_OPTIONS, AdwBin)

/* For the lists of @kind, filtered by what is in @entry. Hidden where a kind has
 * nothing to choose. To be called once. */
void rap_list_options_set_up   (RapListOptions *self,
                                RapKind         kind,
                                GtkEditable    *entry);
/* The list to sort, or NULL. */
void rap_list_options_set_list (RapListOptions *self,
                                RapHeaderList  *list);

/* As by a click on the heading of a column, see rap-columns.h: by that, or in the
 * other direction if it is that already. */
void  rap_list_options_sort_by    (RapListOptions *self,
                                   guint           cell);
/* The column whose order the rows are in, RAP_CELL_NONE if it is that of none. */
guint rap_list_options_get_sorted (RapListOptions *self,
                                   gboolean       *is_falling);

G_END_DECLS
