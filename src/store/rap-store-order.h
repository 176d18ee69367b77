/* rap-store-order.h
 *
 * Where every article stands in the order of days, by row number: what a search
 * needs of a hundred thousand articles without asking the file for each.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rap-store-private.h"

G_BEGIN_DECLS

/**
 * RapArticleOrder: the articles of one state of the file
 * @seq: of the last group of the journal when it was read
 * @n_undone: groups that were undone then
 * @n_rows: one more than the largest row number
 * @places: by row: its place in the order of (day_from, day_to, id), undated last;
 *   RAP_NO_PLACE where there is no article
 * @rows: (array length=n): by place
 * @from, @to: (array length=n): the days, by place
 * @n_dated: the first of them have a date
 * @lengths: by row: words in title and text; NULL until asked for
 * @titles: folded names of outlets and then titles by place, one after the other,
 *   each ended by a NUL; NULL until asked for
 * @title_at: (array length=n+1): by place: where in @titles its title begins
 * @outlet_at: (array length=n): by place: where in @titles its outlet's names begin
 * @sorted: rows in another order than that of days, asked for last, or NULL
 * @sorted_by: which order
 * @found: rows that have the words of @found_words, in the order of @found_by; NULL
 *   when nothing was asked for yet
 */
struct _RapArticleOrder
{
  gint64   seq;
  gint64   n_undone;
  guint    n_rows;
  guint    n;
  guint    n_dated;
  guint32 *places;
  guint32 *rows;
  gint64  *from;
  gint64  *to;
  guint32 *lengths;
  double   average;
  GString *titles;
  guint32 *title_at;
  guint32 *outlet_at;
  guint32 *sorted;
  RapListSort sorted_by;
  GArray  *found;
  char    *found_words;
  RapListSort found_by;
};

#define RAP_NO_PLACE G_MAXUINT32

/* Of the file as it is now; the store's. NULL with @error. */
const RapArticleOrder *rap_store_get_article_order   (RapStore        *self,
                                                      GError         **error);
/* The same with @lengths. */
const RapArticleOrder *rap_store_get_article_lengths (RapStore        *self,
                                                      GError         **error);
/* The same with @titles. */
const RapArticleOrder *rap_store_get_article_titles  (RapStore        *self,
                                                      GError         **error);
/* The same with @sorted. */
const RapArticleOrder *rap_store_sort_articles       (RapStore        *self,
                                                      RapListSort      sort,
                                                      GError         **error);
/* What was read while group @seq was being written goes: it may lack rows, or have rows that were taken out again. */
void                   rap_store_forget_order         (RapStore        *self,
                                                       gint64           seq);
void                   rap_article_order_free        (RapArticleOrder *self);

G_END_DECLS
