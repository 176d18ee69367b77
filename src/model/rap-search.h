/* rap-search.h
 *
 * What to look for in all articles, and in which order to tell it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RapSearchOrder:
 * @RAP_SEARCH_BEST: what is most about the words first; without words the newest
 * @RAP_SEARCH_NEWEST: by date, undated articles last
 * @RAP_SEARCH_OLDEST: the same the other way round, undated articles last
 */
typedef enum
{
  RAP_SEARCH_BEST,
  RAP_SEARCH_NEWEST,
  RAP_SEARCH_OLDEST,
} RapSearchOrder;

/**
 * RapSearchProblem: why a query cannot be searched for
 * @RAP_SEARCH_EMPTY: there is nothing in it
 * @RAP_SEARCH_ONLY_UNWANTED: it says only what to leave out
 * @RAP_SEARCH_BAD_DATE: what follows before: or after: is no date
 * @RAP_SEARCH_BAD_VALUE: what follows another operator is nothing that it knows
 */
typedef enum
{
  RAP_SEARCH_FINE,
  RAP_SEARCH_EMPTY,
  RAP_SEARCH_ONLY_UNWANTED,
  RAP_SEARCH_BAD_DATE,
  RAP_SEARCH_BAD_VALUE,
} RapSearchProblem;

/**
 * RapSearch: a search over all articles
 * @query: words, "phrases", prefix*, one OR other, NOT word or -word, title:WORD,
 *   and the operators author:, outlet:, language:, before:, after: and is: (unread,
 *   read, done, annotated, bare)
 * @first: how many hits to leave out at the beginning
 * @limit: how many to tell at most, 0 = all
 * @is_typing: the query may be unfinished: a last word of three letters or more
 *   stands for all words that begin with it. Where nearly all articles have such a
 *   word, the best are those that have it as it is typed
 */
typedef struct
{
  const char     *query;
  RapSearchOrder  order;
  guint           first;
  guint           limit;
  gboolean        is_typing;
} RapSearch;

/**
 * RapSearchCount: how many articles there are in all
 * @is_about: @n is an estimate, while a very frequent word is being typed
 */
typedef struct
{
  guint    n;
  gboolean is_about;
} RapSearchCount;

G_END_DECLS
